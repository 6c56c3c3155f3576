"""Formulas: how one indicator follows from others, for example `dossiers-on-time / dossiers-resolved`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TERM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_WRITTEN = re.compile(rf"{_TERM}(?: [/+-] {_TERM})+", re.ASCII)


@dataclass(frozen=True)
class Formula:
    """Ids of indicators and the operators (`/`, `+`, `-`) between them, read from left to right."""

    terms: tuple[str, ...]
    operators: tuple[str, ...]

    @classmethod
    def parse(cls, written: str) -> Formula:
        """Read a written formula. Raises ValueError when it is none."""
        if not _WRITTEN.fullmatch(written):
            raise ValueError(written)
        parts = written.split(" ")
        return cls(terms=tuple(parts[0::2]), operators=tuple(parts[1::2]))
