"""What texts ask of more than one report exists: charts of a unit, and everything that plain pages name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.narratives import chart_problems, expression_problems, repeated_charts, stated_by_indicator
from generator.model.catalogue import Catalogue
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Expressions that cannot be read, or that ask for what no report states."""
    stated = stated_by_indicator(catalogue)
    for (_, report_id, _), page in sorted(catalogue.narratives.items()):
        yield from chart_problems(page, report_id, stated, catalogue)
    for page in catalogue.plain.values():
        yield from expression_problems(page, None, stated, catalogue)
        yield from chart_problems(page, None, stated, catalogue)
        yield from repeated_charts(page, {}, None, catalogue)
