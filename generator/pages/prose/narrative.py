"""Narratives as HTML: Markdown rendered, its expressions replaced by figures, charts and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from generator.i18n.messages import N_
from generator.load.expressions import Expression, read_expressions
from generator.load.questions import Question, question_of
from generator.model.narrative import Markdown
from generator.model.report import Report
from generator.model.selection import matching
from generator.pages.charts.asked import asked_chart, asked_series
from generator.pages.context import Context
from generator.pages.figures.figure import shown, source_link
from generator.pages.marks.flags import flag_link
from generator.pages.prose.content_links import resolve_links
from generator.pages.prose.rendering import MARK, Text, Words, render_markdown
from generator.pages.sources.references import link_references
from generator.pages.tables.series_table import series_table
from generator.problems import Problem

_TOP_IN_SECTION, _TOP_IN_PAGE = 3, 2
"""The level of the highest headings of a text that stands in a section of a page, and of one that is the page."""


def render_narrative(page: Markdown, context: Context, page_path: str, report: Report | None) -> Markup:
    """The HTML of a Markdown text for a page, safe whatever the text holds.

    Expressions with problems, which the checks have told of, stay as they were typed.
    """
    expressions, _ = read_expressions(page)
    text = Text(page.source, expressions, anchor=_anchor(page), top=_TOP_IN_PAGE if report is None else _TOP_IN_SECTION)
    words = Words(
        back=context.say(N_("Back to the text, note")), done=context.say(N_("Done")), open=context.say(N_("Not done"))
    )
    clean = render_markdown(text, words)
    clean = resolve_links(clean, page.place, page_path, context.catalogue.hidden)
    if report is not None:
        clean = link_references(clean, report, page_path)
    return Markup(_fill(clean, expressions, context, page_path, report))  # noqa: S704 - cleaned above


def _anchor(page: Markdown) -> str:
    """What the ids of a text's footnotes begin with: a page may show the texts of several files."""
    return page.place.file.rpartition("/")[2].removesuffix(".md")


def _fill(html: str, expressions: Sequence[Expression], context: Context, page_path: str, report: Report | None) -> str:
    """The HTML with each expression's mark replaced; charts and tables are taken out of the paragraph around them."""

    def replace(match: re.Match[str]) -> str:
        number = int(match[2])
        made = str(_evaluate(expressions[number], context, page_path, report))
        alone = match[1] is not None and match[3] is not None
        if alone and expressions[number].function != "value":
            return made
        return (match[1] or "") + made + (match[3] or "")

    return re.sub(rf"(<p>\s*)?{MARK.pattern}(\s*</p>)?", replace, html)


def _evaluate(expression: Expression, context: Context, page_path: str, report: Report | None) -> Markup:
    question = question_of(expression, report, context.catalogue)
    if isinstance(question, Problem):
        return Markup("")
    if expression.function == "value":
        return _value(question, context, page_path, report)
    series = asked_series(question, context.dataset)
    if not series:
        return Markup("")
    if expression.function == "table":
        return series_table(series, context.dataset, context.lang, page_path)
    chosen = asked_chart(question, context.charts)
    if chosen is None:
        return series_table(series, context.dataset, context.lang, page_path)
    return context.charts.figure(chosen.data, chosen.drawn, page_path, anchor=_chart_anchor(question, report))


def _chart_anchor(question: Question, report: Report | None) -> str:
    """The id of a chart on its page: no other chart of the page asks for the same (`repeated-chart`)."""
    wanted = question.wanted
    parts = [question.shape] if question.shape else []
    parts += [each.indicator for each in wanted] + [category for _, category in wanted[0].breakdown or ()]
    unit = wanted[0].unit
    if unit and (report is None or unit != report.unit):
        parts.append(unit)
    return "-".join(["chart", *parts])


def _value(question: Question, context: Context, page_path: str, report: Report | None) -> Markup:
    observations = context.dataset.by_report(report.id) if report else context.catalogue.observations
    found = matching(observations, question.wanted[0])
    if not found:
        return Markup("")
    text = shown(found[0], context.catalogue, context.lang, with_unit=question.with_unit)
    figure = source_link(found[0], text, context.catalogue, context.lang, page_path, "rr-value")
    flag = flag_link(found[0], context.dataset, context.lang, page_path)
    # A mark never begins a line of prose apart from its figure.
    return Markup('<span class="rr-flagged">{}{}</span>').format(figure, flag) if flag else figure
