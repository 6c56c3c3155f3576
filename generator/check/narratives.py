"""Narratives name functions, arguments and values that exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.check.references import unknown
from generator.load.expressions import Expression, read_expressions
from generator.load.questions import Question, question_of
from generator.model.catalogue import Catalogue
from generator.model.form import BreakdownKey
from generator.model.narrative import Markdown
from generator.model.observation import Observation
from generator.model.place import Place
from generator.model.portions import Scope
from generator.model.report import Report
from generator.model.selection import Wanted, matching
from generator.problems import Problem

_Chart = tuple[str, tuple[tuple[str, str | None, BreakdownKey | None], ...]]
"""What a chart shows: its shape, and indicators with unit and breakdown."""

LOOKS_AT = Scope.PORTION


Stated = Mapping[str, Sequence[Observation]]
"""Observations by their indicator; of one that is not stated, none."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Expressions that cannot be read, or that ask for what no report states."""
    stated = stated_by_indicator(catalogue)
    seen: dict[str, dict[_Chart, Place]] = defaultdict(dict)
    for (lang, report_id, _), page in sorted(catalogue.narratives.items()):
        yield from expression_problems(page, report_id, stated, catalogue)
        yield from repeated_charts(page, seen[f"{lang} {report_id}"], catalogue.reports.get(report_id), catalogue)


def stated_by_indicator(catalogue: Catalogue) -> Stated:
    """What a catalogue states of each indicator."""
    stated: dict[str, list[Observation]] = defaultdict(list)
    for each in catalogue.observations:
        stated[each.indicator or ""].append(each)
    return stated


def repeated_charts(
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


def expression_problems(
    page: Markdown, report_id: str | None, stated: Stated, catalogue: Catalogue
) -> Iterator[Problem]:
    """Expressions of a text that cannot be read, or ask for what is not stated."""
    expressions, problems = read_expressions(page)
    yield from problems
    report = catalogue.reports.get(report_id or "")
    if (report_id is not None and report is None) or _lacks_form(report, catalogue):
        return
    for expression in expressions:
        question = question_of(expression, report, catalogue)
        if isinstance(question, Problem):
            yield question
        elif expression.function != "chart":
            yield from _answers(expression, question, stated, catalogue)


def chart_problems(page: Markdown, report_id: str | None, stated: Stated, catalogue: Catalogue) -> Iterator[Problem]:
    """Charts of what is not stated. They look at all reports of the unit, so `stated` is what the whole tree states."""
    report = catalogue.reports.get(report_id or "")
    if "chart" not in page.source or (report_id is not None and report is None) or _lacks_form(report, catalogue):
        return
    for expression in read_expressions(page)[0]:
        question = question_of(expression, report, catalogue)
        if expression.function == "chart" and not isinstance(question, Problem):
            yield from _answers(expression, question, stated, catalogue)


def _lacks_form(report: Report | None, catalogue: Catalogue) -> bool:
    """Whether figures are missing because a form is, so that asking for them is no mistake of its own."""
    asked = (report,) if report is not None else catalogue.reports.values()
    return any(each.form is not None and each.form not in catalogue.forms for each in asked)


def _answers(expression: Expression, question: Question, stated: Stated, catalogue: Catalogue) -> Iterator[Problem]:
    for wanted in question.wanted:
        unknown_indicator = list(unknown("unknown-indicator", wanted.indicator, catalogue.indicators, expression.place))
        if unknown_indicator:
            yield from unknown_indicator
        elif not matching(stated[wanted.indicator], wanted):
            allowed = tuple(
                dict.fromkeys(map(_described, matching(stated[wanted.indicator], Wanted(wanted.indicator))))
            )
            yield Problem("unknown-value", expression.place, {"what": str(wanted)}, allowed=allowed)
            return


def _described(observation: Observation) -> str:
    """How an expression would ask for an observation."""
    asked = [f'{dimension.replace("-", "_")}="{category}"' for dimension, category in observation.breakdown]
    return " ".join([*asked, f'period="{observation.period}"'])
