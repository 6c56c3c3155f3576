"""Narratives name functions, arguments and values that exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.check.references import unknown
from generator.load.expressions import Expression, read_expressions
from generator.load.questions import Question, question_of
from generator.model.catalogue import Catalogue
from generator.model.form import BreakdownKey
from generator.model.narrative import Markdown
from generator.model.observation import Observation
from generator.model.place import Place
from generator.model.report import Report
from generator.model.selection import Wanted, matching
from generator.problems import Problem

_Chart = tuple[str, tuple[tuple[str, str | None, BreakdownKey | None], ...]]
"""What a chart shows: its shape, and indicators with unit and breakdown."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Expressions that cannot be read, or that ask for what no report states."""
    by_report: dict[str, list[Observation]] = defaultdict(list)
    for observation in catalogue.observations:
        by_report[observation.source.report].append(observation)
    seen: dict[str, dict[_Chart, Place]] = defaultdict(dict)
    for (lang, report_id, _), page in sorted(catalogue.narratives.items()):
        yield from _page(page, report_id, by_report[report_id], catalogue)
        yield from _repeated_charts(page, seen[f"{lang} {report_id}"], catalogue.reports.get(report_id), catalogue)
    for page in catalogue.plain.values():
        yield from _page(page, None, list(catalogue.observations), catalogue)
        yield from _repeated_charts(page, {}, None, catalogue)


def _repeated_charts(
    page: Markdown, seen: dict[_Chart, Place], report: Report | None, catalogue: Catalogue
) -> Iterator[Problem]:
    """Charts that the page on which the text stands has already; `seen` are those of its other texts, by what they show."""
    for expression in read_expressions(page)[0]:
        question = question_of(expression, report, catalogue)
        if expression.function != "chart" or isinstance(question, Problem):
            continue
        chart = question.shape, tuple((each.indicator, each.unit, each.breakdown) for each in question.wanted)
        if chart in seen:
            yield Problem("repeated-chart", expression.place, {"first": str(seen[chart])})
        seen.setdefault(chart, expression.place)


def _page(
    page: Markdown, report_id: str | None, observations: list[Observation], catalogue: Catalogue
) -> Iterator[Problem]:
    expressions, problems = read_expressions(page)
    yield from problems
    report = catalogue.reports.get(report_id or "")
    if (report_id is not None and report is None) or _lacks_form(report, catalogue):
        return
    for expression in expressions:
        question = question_of(expression, report, catalogue)
        if isinstance(question, Problem):
            yield question
        else:
            # A chart looks at all reports of the unit.
            asked = catalogue.observations if expression.function == "chart" else observations
            yield from _answers(expression, question, asked, catalogue)


def _lacks_form(report: Report | None, catalogue: Catalogue) -> bool:
    """Whether figures are missing because a form is, so that asking for them is no mistake of its own."""
    asked = (report,) if report is not None else catalogue.reports.values()
    return any(each.form is not None and each.form not in catalogue.forms for each in asked)


def _answers(
    expression: Expression, question: Question, observations: Sequence[Observation], catalogue: Catalogue
) -> Iterator[Problem]:
    for wanted in question.wanted:
        unknown_indicator = list(unknown("unknown-indicator", wanted.indicator, catalogue.indicators, expression.place))
        if unknown_indicator:
            yield from unknown_indicator
        elif not matching(observations, wanted):
            stated = matching(observations, Wanted(wanted.indicator))
            allowed = tuple(dict.fromkeys(_described(each) for each in stated))
            yield Problem("unknown-value", expression.place, {"what": str(wanted)}, allowed=allowed)
            return


def _described(observation: Observation) -> str:
    """How an expression would ask for an observation."""
    asked = [f'{dimension.replace("-", "_")}="{category}"' for dimension, category in observation.breakdown]
    return " ".join([*asked, f'period="{observation.period}"'])
