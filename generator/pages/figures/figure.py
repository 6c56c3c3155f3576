"""How a single figure is shown: its number in the reader's language, or why there is none, and the way to its source."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup, escape

from generator.i18n import formats
from generator.i18n.messages import N_, n_, translate, translate_plural
from generator.i18n.names import STATUS_WORDS, breakdown_name, source_label
from generator.i18n.rough_words import stated
from generator.model.catalogue import Catalogue
from generator.model.indicator import Measure, MeasureType
from generator.model.observation import Observation, Status
from generator.pages.page import link, report_path

__all__ = [
    "breakdown_name",
    "cell_html",
    "dash_html",
    "difference",
    "is_number",
    "shown",
    "source_label",
    "source_link",
]


def shown(observation: Observation, catalogue: Catalogue, lang: str, *, with_unit: bool = False) -> str:
    """The figure as text: number (with its unit of measure on demand, in words where it is rough), yes or no, words, or its status."""
    if observation.value is not None:
        measure = catalogue.measures[observation.measure]
        write = formats.measured if with_unit else formats.brief
        said = stated(observation.value, observation.rough, measure, lang, write)
        return said if observation.out_of is None else _out_of(said, observation.out_of, lang, in_words=with_unit)
    if observation.words is not None:
        return observation.words
    return translate(lang, STATUS_WORDS.get(observation.status, STATUS_WORDS[Status.NOT_REPORTED]))


def _out_of(said: str, whole: Decimal, lang: str, *, in_words: bool) -> str:
    """A figure with what it is out of: `8/63` in tables, in sentences `thứ 8 trên 63`."""
    number = formats.number(whole, lang)
    return (
        translate(lang, N_("{figure} out of {number}"), figure=said, number=number) if in_words else f"{said}/{number}"
    )


def cell_html(observation: Observation, catalogue: Catalogue, lang: str) -> Markup:
    """The figure in a table cell; a status stands back behind numbers."""
    text = shown(observation, catalogue, lang)
    if observation.value is None and observation.words is None:
        return Markup('<span class="rr-empty">{}</span>').format(text)
    if observation.words is not None and lang != "vi":
        return Markup('<span lang="vi">{}</span>').format(text)
    return escape(text)


def dash_html(observation: Observation, catalogue: Catalogue, lang: str) -> Markup:
    """The figure in a table of many columns, where an empty cell of the source is a dash that screen readers hear in words."""
    if observation.status is not Status.NOT_REPORTED:
        return cell_html(observation, catalogue, lang)
    words = translate(lang, STATUS_WORDS[Status.NOT_REPORTED])
    return Markup(
        '<span class="rr-empty" title="{}"><span aria-hidden="true">–</span><span class="rr-sr">{}</span></span>'
    ).format(words, words)


def source_link(
    observation: Observation,
    text: str | Markup,
    catalogue: Catalogue,
    lang: str,
    page_path: str,
    css: str,
    *,
    titled: bool = True,
) -> Markup:
    """Text that leads to the figure's row in the report it comes from, and with a title names it."""
    target = link(page_path, report_path(observation.source.report), observation.source.anchor)
    if not titled:
        return Markup(f'<a class="{css}" href="{escape(target)}">{escape(text)}</a>')  # noqa: S704 - escaped
    title = translate(lang, N_("Source: {source}"), source=source_label(observation, catalogue, lang))
    # Thousands of times a build: `Markup.format` would take as long as all templates together.
    return Markup(f'<a class="{css}" href="{escape(target)}" title="{escape(title)}">{escape(text)}</a>')  # noqa: S704


def is_number(measure: Measure) -> bool:
    """Whether values of the unit of measure are set as numbers, flush right."""
    return measure.type in (MeasureType.COUNT, MeasureType.DECIMAL)


def difference(newer: Decimal, older: Decimal, measure: Measure, lang: str) -> str:
    """How much a figure changed, with its sign; percentages change by points."""
    change = newer - older
    sign = "+" if change > 0 else "\N{MINUS SIGN}" if change < 0 else "±"
    size = formats.number(abs(change), lang)
    if formats.is_rate(measure):
        one, other = n_("{size} point", "{size} points")
        return sign + translate_plural(lang, one, other, 1 if abs(change) == 1 else 2, size=size)
    return sign + size
