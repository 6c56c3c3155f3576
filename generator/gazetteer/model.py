"""What the list says of a unit, and of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.unit import UnitKind


@dataclass(frozen=True)
class ListedUnit:
    """A unit of the list: its code as offices write it (2 digits of a province, 5 of a commune), kind, and mended name without the kind."""

    code: str
    kind: UnitKind
    bare_name: str


@dataclass(frozen=True)
class Gazetteer:
    """A list: its version, the day (`2025-10-18`) as of which its data are, the provinces, and the units of each by its code."""

    version: str
    day: str
    provinces: tuple[ListedUnit, ...]
    units: Mapping[str, tuple[ListedUnit, ...]]

    @property
    def source(self) -> str:
        """How files name the list."""
        return f"vietnam-provinces {self.version} (PyPI), data as of {self.day}"
