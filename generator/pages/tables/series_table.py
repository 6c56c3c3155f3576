"""HTML tables: series over periods, the newest first, every figure leading to its source."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.dataset.dataset import Dataset, Series
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.observation import Observation, Status
from generator.model.period import Period
from generator.pages.figures.covered_words import NOTE_MARK, NOTED, covered_mark, covered_words, noted_mark
from generator.pages.figures.figure import breakdown_name, cell_html, is_number, source_link
from generator.pages.marks.flags import flag_link, flags_key
from generator.pages.markup.note_signs import note_mark
from generator.pages.page import indicator_path, link, unit_path


def series_table(
    series: Sequence[Series],
    dataset: Dataset,
    lang: str,
    page_path: str,
    *,
    caption: str = "",
    name_units: bool | None = None,
    name_indicators: bool = True,
    only: Collection[Period] | None = None,
    tell_sources: bool = True,
    labelled_by: str = "",
) -> Markup:
    """A table with a row for each series and a column for each period for which any of them says something, newest first.

    Rows name the indicator (a link) and its breakdown and, where more than one unit is shown, the unit. With `only`, other periods are left
    out, and series that say nothing then. Where a row says nothing in the newest period, a column before the periods has each row's newest figure. Each figure leads to its source; with `tell_sources` it also names it to a mouse.
    `labelled_by` is the id of what names the table on its page, such as the title of a chart.
    """
    if only is not None:
        series = within(series, only)
    # A row that says nothing is no row, unless there is no other.
    series = [each for each in series if periods_of([each])] or series
    units = {each.unit for each in series} if name_units is None else set()
    periods = periods_of(series)[::-1]
    shape = _Shape(
        lang,
        page_path,
        tuple(periods),
        with_unit=len(units) > 1 if name_units is None else name_units,
        name_indicators=name_indicators,
        with_newest=_lie_apart(series, periods),
        tell_sources=tell_sources,
    )
    head = _head(shape)
    body = Markup("").join(_row(each, dataset, shape) for each in series)
    title = Markup("<caption>{}</caption>").format(caption) if caption else Markup("")
    label = Markup('aria-labelledby="{}"').format(labelled_by) if labelled_by else None
    label = label or Markup('aria-label="{}"').format(caption or _label(series, dataset, lang))
    return Markup(
        '<div class="rr-table-scroll" tabindex="0" role="region" {}><table class="rr-table">{}<thead>{}</thead>'
        "<tbody>{}</tbody></table></div>{}"
    ).format(label, title, head, body, _legend(series, dataset, lang))


@dataclass(frozen=True)
class _Shape:
    """What all rows of a table have in common."""

    lang: str
    page_path: str
    periods: tuple[Period, ...]
    with_unit: bool
    name_indicators: bool
    with_newest: bool
    tell_sources: bool


def _lie_apart(series: Sequence[Series], periods: Sequence[Period]) -> bool:
    """Whether a row says nothing in the newest column, the only one that a phone is sure to show, so that it would look empty."""
    return len(periods) > 1 and any(periods[0] not in periods_of([each]) for each in series)


def periods_of(series: Sequence[Series]) -> list[Period]:
    """The periods for which any of the series says something, oldest first."""
    return sorted(
        {
            observation.period
            for each in series
            for observation in each.observations
            if observation.status is not Status.NOT_REPORTED
        }
    )


def within(series: Sequence[Series], periods: Collection[Period]) -> list[Series]:
    """What the series say of some periods; those that say nothing of them are left out."""
    kept = (
        replace(each, observations=tuple(found for found in each.observations if found.period in periods))
        for each in series
    )
    return [each for each in kept if periods_of([each])]


def _legend(series: Sequence[Series], dataset: Dataset, lang: str) -> Markup:
    """What the marks in the cells mean: that the source contradicts a figure, that it has a note, and which days it really covers."""
    # In the order of the cells.
    cells = (each for one in series for each in sorted(one.observations, key=lambda each: each.period, reverse=True))
    shown = [each for each in cells if each.status is not Status.NOT_REPORTED]
    lines = [Markup("{} {}").format(sign, meaning) for sign, meaning in flags_key(shown, dataset, lang)]
    lines += [Markup("{} {}").format(NOTE_MARK, translate(lang, NOTED))] if any(each.note for each in shown) else []
    covered = dict.fromkeys(filter(None, (covered_words(each, dataset.catalogue, lang) for each in shown)))
    lines += [Markup("{} {}").format(note_mark(words), words) for words in covered]
    return Markup('<p class="rr-source">{}</p>').format(Markup(" · ").join(lines)) if lines else Markup("")


def _label(series: Sequence[Series], dataset: Dataset, lang: str) -> str:
    """What a table without a caption is called to those who cannot see it: its indicators and their breakdowns, which tell two apart."""
    catalogue = dataset.catalogue
    names: dict[str, dict[str, None]] = {}
    for each in series:
        told = names.setdefault(catalogue.indicators[each.indicator].names.in_language(lang), {})
        if breakdown := breakdown_name(each.breakdown, catalogue, lang):
            told[breakdown] = None
    named = (f"{name} ({', '.join(told)})" if told else name for name, told in names.items())
    return translate(lang, N_("Data: {names}"), names="; ".join(named))


def _head(shape: _Shape) -> Markup:
    first = [N_("Unit")] if shape.with_unit else []
    first += [N_("Indicator")] if shape.name_indicators else ([] if shape.with_unit else [N_("Series")])
    cells = [Markup('<th scope="col">{}</th>').format(translate(shape.lang, title)) for title in first]
    if shape.name_indicators:
        words = translate(shape.lang, N_("Unit of measure"))
        cells.append(Markup('<th scope="col" class="rr-table__measure">{}</th>').format(words))
    heads = [translate(shape.lang, N_("Newest"))] if shape.with_newest else []
    heads += [formats.period(period, shape.lang, short=True) for period in shape.periods]
    cells += [Markup('<th scope="col" class="rr-num rr-when">{}</th>').format(head) for head in heads]
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _row(series: Series, dataset: Dataset, shape: _Shape) -> Markup:
    catalogue, lang, page_path = dataset.catalogue, shape.lang, shape.page_path
    indicator = catalogue.indicators[series.indicator]
    measure = catalogue.measures[indicator.measure]
    breakdown = breakdown_name(series.breakdown, catalogue, lang)
    names: list[Markup] = []
    if shape.with_unit:
        unit = catalogue.units.get(series.unit)
        name = unit.names.in_language(lang) if unit else series.unit
        text = Markup('<a href="{}">{}</a>').format(link(page_path, unit_path(series.unit)), name)
        names.append(
            text + (Markup(" <small>{}</small>").format(breakdown) if breakdown and not shape.name_indicators else "")
        )
    if shape.name_indicators:
        text = Markup('<a href="{}">{}</a>').format(
            link(page_path, indicator_path(series.indicator)), indicator.names.in_language(lang)
        )
        inline = Markup('<span class="rr-source rr-table__measure-inline">{}</span>').format(
            measure.names.in_language(lang)
        )
        names.append(text + (Markup(" <small>{}</small>").format(breakdown) if breakdown else "") + inline)
    elif not shape.with_unit:
        names.append(Markup("{}").format(breakdown or translate(lang, N_("Overall"))))
    cells = [Markup('<th scope="row">{}</th>').format(names[0])]
    cells += [Markup("<td>{}</td>").format(name) for name in names[1:]]
    if shape.name_indicators:
        cells.append(Markup('<td class="rr-table__measure">{}</td>').format(measure.names.in_language(lang)))
    by_period = {observation.period: observation for observation in series.observations}
    css = "rr-num" if is_number(measure) else ""
    if shape.with_newest:
        cells.append(_newest_cell(by_period, dataset, shape, css))
    for period in shape.periods:
        observation = by_period.get(period)
        cells.append(_cell(observation, dataset, lang, page_path, css, tell_sources=shape.tell_sources))
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _newest_cell(by_period: Mapping[Period, Observation], dataset: Dataset, shape: _Shape, css: str) -> Markup:
    """The newest figure of a row, with its period; its notes stand in the column of that period."""
    found = next(
        (
            by_period[each]
            for each in shape.periods
            if each in by_period and by_period[each].status is not Status.NOT_REPORTED
        ),
        None,
    )
    if found is None:
        return Markup(f'<td class="{css}"></td>')  # noqa: S704 - ours
    figure = cell_html(found, dataset.catalogue, shape.lang)
    linked = source_link(found, figure, dataset.catalogue, shape.lang, shape.page_path, "rr-value", titled=False)
    when = Markup('<span class="rr-source">{}</span>').format(formats.period(found.period, shape.lang, short=True))
    return Markup(f'<td class="{css} rr-newest">{linked}{when}</td>')  # noqa: S704 - escaped


def _cell(
    observation: Observation | None, dataset: Dataset, lang: str, page_path: str, css: str, *, tell_sources: bool
) -> Markup:
    if observation is None:
        return Markup(f'<td class="{css}"></td>')  # noqa: S704 - ours
    figure = cell_html(observation, dataset.catalogue, lang)
    marks = Markup("")
    if observation.status is not Status.NOT_REPORTED:
        covered = covered_words(observation, dataset.catalogue, lang)
        marks += covered_mark(covered) if covered else ""
        marks += noted_mark(lang) if observation.note else ""
    linked = source_link(
        observation, figure + marks, dataset.catalogue, lang, page_path, "rr-value", titled=tell_sources
    )
    linked += flag_link(observation, dataset, lang, page_path)
    return Markup(f'<td class="{css}">{linked}</td>')  # noqa: S704 - escaped
