"""Every kind of problem with its words, a module a theme. A message names its words in braces."""

from __future__ import annotations

from types import ModuleType

from generator.problems.kind import ProblemKind, Severity
from generator.problems.kinds import (
    archive,
    building,
    calendar,
    duplicates,
    entries,
    figures,
    files,
    layout,
    markdown,
    narratives,
    publication,
    references,
    shelf,
    site,
    snapshot,
    tables,
    translations,
    units,
    vintages,
    yaml_syntax,
)

__all__ = ["KINDS", "THEMES", "ProblemKind", "Severity", "declare", "kind_of"]

_MODULES: tuple[ModuleType, ...] = (
    files,
    yaml_syntax,
    entries,
    figures,
    tables,
    layout,
    references,
    units,
    publication,
    calendar,
    narratives,
    markdown,
    translations,
    duplicates,
    vintages,
    building,
    archive,
    shelf,
    snapshot,
    site,
)
THEMES: dict[str, tuple[ProblemKind, ...]] = {module.THEME: module.KINDS for module in _MODULES}
"""The kinds that this layer declares, by theme (English, translated when shown), in the order in which people read them."""

KINDS: dict[str, ProblemKind] = {kind.code: kind for kinds in THEMES.values() for kind in kinds}
"""The kinds that this layer declares, by code."""

_DECLARED_ABOVE: dict[str, ProblemKind] = {}
"""Kinds that belong to one check of a higher layer, which declares its own beside its code."""


def declare(kind: ProblemKind) -> None:
    """Make a kind of a higher layer known. Raises ValueError when another one has its code."""
    if kind_of(kind.code) not in (None, kind):
        raise ValueError(kind.code)
    _DECLARED_ABOVE[kind.code] = kind


def kind_of(code: str) -> ProblemKind | None:
    """The kind with a code, wherever it was declared."""
    return KINDS.get(code) or _DECLARED_ABOVE.get(code)
