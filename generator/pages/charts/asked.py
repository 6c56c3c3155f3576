"""Charts that narratives ask for: which one an expression draws, and what is said of one that would show nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from generator.dataset.dataset import Dataset, Series
from generator.dataset.remembered import remembered
from generator.load.expressions import Expression, read_expressions
from generator.load.questions import Question, question_of
from generator.model.catalogue import Catalogue
from generator.model.narrative import Markdown
from generator.model.observation import Observation
from generator.model.report import Report
from generator.model.selection import Wanted, matching
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.charts.by_name import Asked, ShapedCharts
from generator.pages.charts.maker import ChartMaker, ChosenChart
from generator.problems import Problem


def asked_series(question: Question, dataset: Dataset) -> list[Series]:
    """The series that a question is about, of all reports."""
    return [
        each
        for wanted in question.wanted
        for each in dataset.select(indicator=wanted.indicator, unit=wanted.unit)
        if wanted.breakdown is None or wanted.breakdown == each.breakdown
    ]


def asked_chart(question: Question, maker: ChartMaker) -> ChosenChart | None:
    """The chart that an expression draws: of the shape that it names, else the first that its figures allow."""
    series = asked_series(question, maker.dataset)
    asked = _asked(question, series)
    if asked is None:
        return maker.choose(series) if question.shape in ("", "course") else None
    shaped = ShapedCharts(maker)
    shape = question.shape or next(shaped.drawable(asked), "")
    return shaped.choose(asked, shape) if shape else None


def _asked(question: Question, series: list[Series]) -> Asked | None:
    """The same of one unit; None where several are asked for, which only a course can show."""
    units = {each.unit for each in series}
    if len(units) != 1:
        return None
    indicators = tuple(each.indicator for each in question.wanted)
    return Asked(units.pop(), indicators, tuple(series), question.wanted[0].breakdown)


def check_charts(dataset: Dataset) -> Iterator[Problem]:
    """Charts of narratives and pages that would show nothing, each with the shapes that could be drawn in its place."""
    catalogue = dataset.catalogue
    for key, page in sorted(catalogue.narratives.items()):
        report = catalogue.reports.get(key[1])
        if report is not None and not _lacks_form(report, catalogue):
            yield from remembered(dataset, ("charts", *key), (page, report), partial(_of_page, page, report))
    for name, plain in catalogue.plain.items():
        yield from remembered(dataset, ("charts", *name), (plain,), partial(_of_page, plain, None))


def _lacks_form(report: Report, catalogue: Catalogue) -> bool:
    return report.form is not None and report.form not in catalogue.forms


def _of_page(page: Markdown, report: Report | None, dataset: Dataset) -> tuple[Problem, ...]:
    found: list[Problem] = []
    asked = [each for each in read_expressions(page)[0] if each.function == "chart"]
    maker = ChartMaker(dataset, DEFAULT_LANGUAGE, None)
    for expression in asked:
        question = question_of(expression, report, dataset.catalogue)
        if isinstance(question, Question) and _is_stated(question, dataset):
            found += _fault(expression, question, maker)
    return tuple(found)


def _is_stated(question: Question, dataset: Dataset) -> bool:
    """Whether all that is asked for is there and can be read; whatever is not is told of elsewhere."""
    found = [matching(_of_indicator(each, dataset), each) for each in question.wanted]
    return all(found) and not any(observation.is_unread for each in found for observation in each)


def _of_indicator(wanted: Wanted, dataset: Dataset) -> Sequence[Observation]:
    """All observations among which the answer is: those of a unit, where it is asked for, are fewer."""
    if wanted.unit is None:
        return dataset.by_indicator(wanted.indicator)
    return dataset.by_unit(wanted.unit)


def _fault(expression: Expression, question: Question, maker: ChartMaker) -> Iterator[Problem]:
    if asked_chart(question, maker) is not None:
        return
    asked = _asked(question, asked_series(question, maker.dataset))
    shapes = ShapedCharts(maker).drawable(asked) if asked else ()
    words: Mapping[str, str] = {"what": "; ".join(map(str, question.wanted))}
    yield Problem("empty-chart", expression.place, words, allowed=tuple(f'shape="{each}"' for each in shapes))
