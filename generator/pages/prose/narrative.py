"""Narratives as HTML: Markdown rendered, cleaned against an allow-list, its expressions replaced by figures, charts and tables."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import markdown
import nh3
from markupsafe import Markup

from generator.load.expressions import Expression, read_expressions
from generator.load.questions import Question, question_of
from generator.model.narrative import Markdown
from generator.model.report import Report
from generator.model.selection import Wanted, matching
from generator.pages.context import Context
from generator.pages.figures.figure import shown, source_link
from generator.pages.marks.flags import flag_link
from generator.pages.prose.content_links import resolve_links
from generator.pages.sources.references import link_references
from generator.pages.tables.series_table import series_table
from generator.problems import Problem

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"lang", "title"}, "a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto"}
_TAG = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")


def render_narrative(page: Markdown, context: Context, page_path: str, report: Report | None) -> Markup:
    """The HTML of a Markdown text for a page, safe whatever the text holds.

    Expressions with problems, which the checks have told of, show nothing.
    """
    expressions, _ = read_expressions(page)
    token = _word_of_its_own(page.source)
    source, last = [], 0
    for number, expression in enumerate(expressions):
        source += [page.source[last : expression.start], f"{token}{number}x"]
        last = expression.end
    source.append(page.source[last:])
    clean = clean_html("".join(source))
    clean = resolve_links(clean, page.place, page_path, context.catalogue.hidden)
    if report is not None:
        clean = link_references(clean, report, page_path)
    clean = _TAG.sub(lambda tag: re.sub(rf"{token}\d+x", "", tag[0]), clean)  # an attribute has no room for HTML
    return Markup(_fill(clean, token, expressions, context, page_path, report))  # noqa: S704 - cleaned above


def clean_html(source: str) -> str:
    """The HTML of a Markdown text, with nothing in it that the allow-lists above do not name."""
    html = markdown.markdown(source, extensions=["tables", "def_list", "sane_lists"])
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener")


def _word_of_its_own(source: str) -> str:
    """A word that the text cannot hold, because it changes with the text, however it is written there (`rre&#120;pression`, `rrex<!-- -->pression`)."""
    return f"rr{hashlib.sha256(source.encode()).hexdigest()[:32]}n"


def _fill(
    html: str, token: str, expressions: Sequence[Expression], context: Context, page_path: str, report: Report | None
) -> str:
    """The HTML with each expression's token replaced; charts and tables are taken out of the paragraph around them."""

    def replace(match: re.Match[str]) -> str:
        number = int(match[2])
        made = str(_evaluate(expressions[number], context, page_path, report))
        alone = match[1] is not None and match[3] is not None
        if alone and expressions[number].function != "value":
            return made
        return (match[1] or "") + made + (match[3] or "")

    return re.sub(rf"(<p>\s*)?{token}(\d+)x(\s*</p>)?", replace, html)


def _evaluate(expression: Expression, context: Context, page_path: str, report: Report | None) -> Markup:
    question = question_of(expression, report, context.catalogue)
    if isinstance(question, Problem):
        return Markup("")
    if expression.function == "value":
        return _value(question, context, page_path, report)
    series = [
        each
        for wanted in question.wanted
        for each in context.dataset.select(indicator=wanted.indicator, unit=wanted.unit)
        if wanted.breakdown is None or wanted.breakdown == each.breakdown
    ]
    if not series:
        return Markup("")
    if expression.function == "table":
        return series_table(series, context.dataset, context.lang, page_path)
    chart = context.charts.chart(series, page_path, anchor=_chart_anchor(question.wanted, report))
    return chart or series_table(series, context.dataset, context.lang, page_path)


def _chart_anchor(wanted: Sequence[Wanted], report: Report | None) -> str:
    """The id of a chart on its page: no other chart of the page asks for the same (`repeated-chart`)."""
    parts = [each.indicator for each in wanted] + [category for _, category in wanted[0].breakdown or ()]
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
    return figure + flag_link(found[0], context.dataset, context.lang, page_path)
