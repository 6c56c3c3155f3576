"""Plain pages name functions, arguments and values that exist; they may name those of every report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.narratives import expression_problems, repeated_charts, stated_by_indicator
from generator.model.catalogue import Catalogue
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Expressions that cannot be read, or that ask for what no report states."""
    stated = stated_by_indicator(catalogue)
    for page in catalogue.plain.values():
        yield from expression_problems(page, None, stated, catalogue)
        yield from repeated_charts(page, {}, None, catalogue)
