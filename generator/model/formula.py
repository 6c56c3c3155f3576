"""Formulas: how one indicator follows from others, for example `dossiers-on-time / dossiers-resolved`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

_TERM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_QUOTIENT = re.compile(rf"{_TERM} / {_TERM}", re.ASCII)
_SUM = re.compile(rf"{_TERM}(?: [+-] {_TERM})+", re.ASCII)


@dataclass(frozen=True)
class Formula:
    """A quotient of two terms, or terms that are added and subtracted. A term is the id of an indicator, or a whole number."""

    terms: tuple[str, ...]
    operators: tuple[str, ...]

    @classmethod
    @functools.lru_cache(maxsize=4096)
    def parse(cls, written: str) -> Formula:
        """Read a written formula. Raises ValueError when it is none."""
        if not (_QUOTIENT.fullmatch(written) or _SUM.fullmatch(written)):
            raise ValueError(written)
        parts = written.split(" ")
        formula = cls(terms=tuple(parts[0::2]), operators=tuple(parts[1::2]))
        if not formula.indicators:
            raise ValueError(written)
        return formula

    @property
    def is_quotient(self) -> bool:
        """Whether one term is divided by another; times 100 where the result is in percent."""
        return self.operators == ("/",)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of indicators among the terms, in the order in which they are written."""
        return tuple(each for each in self.terms if not is_number(each))


def is_number(term: str) -> bool:
    """Whether a term is a number, such as the 100 of `100 - dossiers-late-rate`."""
    return term.isdigit()
