"""Charts that narratives ask for: which one an expression draws, and what is said of one that would show nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.dataset.dataset import Dataset, Series
from generator.load.expressions import Expression, read_expressions
from generator.load.questions import Question, question_of
from generator.model.catalogue import Catalogue
from generator.model.narrative import Markdown
from generator.model.observation import Observation
from generator.model.report import Report
from generator.model.selection import matching
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
    maker = ChartMaker(dataset, DEFAULT_LANGUAGE, None)
    for (_, report, _), page in sorted(catalogue.narratives.items()):
        if report in catalogue.reports and not _lacks_form(catalogue.reports[report], catalogue):
            yield from _of_page(page, catalogue.reports[report], maker)
    for plain in catalogue.plain.values():
        yield from _of_page(plain, None, maker)


def _lacks_form(report: Report, catalogue: Catalogue) -> bool:
    return report.form is not None and report.form not in catalogue.forms


def _of_page(page: Markdown, report: Report | None, maker: ChartMaker) -> Iterator[Problem]:
    for expression in read_expressions(page)[0]:
        if expression.function == "chart":
            question = question_of(expression, report, maker.dataset.catalogue)
            if isinstance(question, Question) and _is_stated(question, maker.dataset.catalogue):
                yield from _fault(expression, question, maker)


def _is_stated(question: Question, catalogue: Catalogue) -> bool:
    """Whether all that is asked for is there and can be read; whatever is not is told of elsewhere."""
    found = [matching(_of_indicator(each.indicator, catalogue), each) for each in question.wanted]
    return all(found) and not any(observation.is_unread for each in found for observation in each)


def _of_indicator(indicator: str, catalogue: Catalogue) -> list[Observation]:
    return [each for each in catalogue.observations if each.indicator == indicator]


def _fault(expression: Expression, question: Question, maker: ChartMaker) -> Iterator[Problem]:
    if asked_chart(question, maker) is not None:
        return
    asked = _asked(question, asked_series(question, maker.dataset))
    shapes = ShapedCharts(maker).drawable(asked) if asked else ()
    words: Mapping[str, str] = {"what": "; ".join(map(str, question.wanted))}
    yield Problem("empty-chart", expression.place, words, allowed=tuple(f'shape="{each}"' for each in shapes))
