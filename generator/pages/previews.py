"""Pictures that stand for a page where its address is shared: what they say, and how the text fits.

Home, units with figures, reports and areas have one of their own; every other page uses that of home.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.charts.font import Font, read_font
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.observation import Observation
from generator.model.report import Report
from generator.pages.cards import Card, headline_card
from generator.pages.citation import SITE_NAME
from generator.pages.context import Context
from generator.pages.figures import breakdown_name, shown
from generator.pages.page import Page, area_path, report_path, unit_path

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
ROOM = WIDTH - 2 * MARGIN
FOLDER = "assets/previews"
_TITLE_SIZES = (72, 64, 56, 48, 40)
_TITLE_TOP = 150
_TITLE_END = {True: 352, False: 440}
"""Down to where the title may reach, with a figure below it and without."""
_SUBTITLE_SIZE, _SUBTITLE_STEP = 34, 46
_SUBTITLE_END = {True: 422, False: 560}
_FIGURE_SIZES = (96, 80, 64, 52, 40)
_LABEL_SIZES = (30, 27, 24)
_LINE = 1.25


@dataclass(frozen=True)
class Preview:
    """What a picture says. `figure` is a telling figure with its unit of measure, `label` what it is; both may be empty."""

    file: str
    title: str
    subtitle: str
    figure: str = ""
    label: str = ""

    @property
    def alt(self) -> str:
        """The picture in words."""
        figure = f"{self.label}: {self.figure}" if self.figure else ""
        return ". ".join(part for part in (self.title, self.subtitle, figure) if part)


@dataclass(frozen=True)
class TextLine:
    """A line of text in a picture: its baseline and size in pixels."""

    text: str
    y: float
    size: float


def previews(context: Context) -> dict[str, Preview]:
    """The pictures of a language, by the path of their page."""
    site = context.say(SITE_NAME)
    figures = context.say(N_("Viet Nam: reports, figures and charts, every figure with its source"))
    made = {"": Preview(f"{FOLDER}/home.png", site, figures)}
    for unit in context.catalogue.units.values():
        if unit.id in context.dataset.units_with_data:
            made[unit_path(unit.id)] = _unit(unit.id, context)
    for report in context.catalogue.reports.values():
        made[report_path(report.id)] = _report(report, context)
    for area in context.catalogue.areas.values():
        card = headline_card(area, context, unit=None)
        name = area.names.in_language(context.lang)
        subtitle = area.definition.in_language(context.lang)
        made[area_path(area.id)] = _with_figure(
            Preview(_file(area_path(area.id)), name, subtitle), card, context, name_unit=True
        )
    return made


def with_previews(pages: Sequence[Page], found: Mapping[str, Preview]) -> list[Page]:
    """The pages, each told of its picture: its own, or that of home."""
    return [_told(page, found.get(page.path, found[""])) for page in pages]


def preview_svg(preview: Preview, context: Context, fonts: Path) -> str:
    """The picture as SVG. `fonts` is the folder of the site's fonts. Raises OSError where they are not there."""
    bold, regular = (read_font(fonts / f"BeVietnamPro-{weight}.ttf") for weight in ("SemiBold", "Regular"))
    with_figure = bool(preview.figure)
    title = _title(preview.title, bold, _TITLE_END[with_figure])
    return context.environment.get_template("preview.svg.j2").render(
        width=WIDTH,
        height=HEIGHT,
        margin=MARGIN,
        site_name=_cut(context.say(SITE_NAME), bold, 30, ROOM - 80),
        title=title,
        subtitle=_subtitle(preview.subtitle, regular, title[-1].y + 58, _SUBTITLE_END[with_figure]),
        figure=_single(preview.figure, bold, 512, _FIGURE_SIZES),
        label=_single(preview.label, regular, 566, _LABEL_SIZES),
    )


def _unit(unit_id: str, context: Context) -> Preview:
    cards = (headline_card(area, context, unit=unit_id) for area in context.catalogue.areas.values())
    first = next((card for card in cards if card is not None), None)
    subtitle = context.say(N_("Public administration reform: key figures, charts and reports"))
    plain = Preview(_file(unit_path(unit_id)), context.unit_name(unit_id), subtitle)
    return _with_figure(plain, first, context, name_unit=False)


def _report(report: Report, context: Context) -> Preview:
    period = formats.period(report.period, context.lang)
    subtitle = context.say(N_("Report on public administration reform, {period}"), period=period)
    preview = Preview(_file(report_path(report.id)), context.unit_name(report.unit), subtitle)
    found = _telling_figure(report, context)
    if found is None:
        return preview
    catalogue, lang = context.catalogue, context.lang
    breakdown = breakdown_name(found.breakdown, catalogue, lang)
    name = context.indicator_name(catalogue.indicators[found.indicator or ""])
    what = f"{name} ({breakdown})" if breakdown else name
    when = formats.period(found.period, lang)
    return replace(preview, figure=shown(found, catalogue, lang, with_unit=True), label=f"{what}, {when}")


def _telling_figure(report: Report, context: Context) -> Observation | None:
    """The newest figure of the first headline indicator, area by area, that the report states of its own unit."""
    stated: dict[str | None, list[Observation]] = defaultdict(list)
    for each in context.dataset.by_report(report.id):
        if each.value is not None and each.unit == report.unit and each.period.end <= report.period.end:
            stated[each.indicator].append(each)
    headline = (indicator for area in context.catalogue.areas.values() for indicator in area.headline)
    found = next((stated[indicator] for indicator in headline if indicator in stated), [])
    return max(found, key=lambda each: each.period, default=None)


def _with_figure(preview: Preview, card: Card | None, context: Context, *, name_unit: bool) -> Preview:
    if card is None:
        return preview
    what = f"{card.label} ({card.detail})" if card.detail else card.label
    where = f"{card.unit_name}, {card.period}" if name_unit else card.period
    return replace(preview, figure=card.value.striptags(), label=f"{what}, {where}")


def _told(page: Page, preview: Preview) -> Page:
    return replace(page, meta={**page.meta, "preview": {"file": preview.file, "alt": preview.alt}})


def _file(path: str) -> str:
    return f"{FOLDER}/{path.replace('/', '-')}.png"


def _title(text: str, font: Font, end: float) -> list[TextLine]:
    """The title in the largest letters in which it fits; what does not even fit in the smallest is cut."""
    for size in _TITLE_SIZES:
        lines = font.lines(text, size, ROOM)
        stacked = _stacked(lines, size)
        if stacked[-1].y <= end and all(font.width(line, size) <= ROOM for line in lines):
            return stacked
    size = _TITLE_SIZES[-1]
    room = int((end - _TITLE_TOP - 0.9 * size) // (size * _LINE)) + 1
    return _stacked(_lines(text, font, size, room), size)


def _stacked(lines: Sequence[str], size: float) -> list[TextLine]:
    first = _TITLE_TOP + round(0.9 * size)
    return [TextLine(line, first + round(number * size * _LINE), size) for number, line in enumerate(lines)]


def _subtitle(text: str, font: Font, y: float, end: float) -> list[TextLine]:
    """As many lines as there is room for, the last one cut where there is more."""
    count = max(1, int((end - y) // _SUBTITLE_STEP) + 1)
    lines = _lines(text, font, _SUBTITLE_SIZE, count)
    return [TextLine(line, y + number * _SUBTITLE_STEP, _SUBTITLE_SIZE) for number, line in enumerate(lines)]


def _lines(text: str, font: Font, size: float, count: int) -> list[str]:
    """The text in at most `count` lines; what is left over is cut from the last."""
    lines = font.lines(text, size, ROOM)
    kept = [*lines[: count - 1], " ".join(lines[count - 1 :])]
    return [_cut(line, font, size, ROOM) for line in kept if line]


def _single(text: str, font: Font, y: float, sizes: Sequence[int]) -> TextLine | None:
    """A line in the largest letters in which it fits; None for no text."""
    if not text:
        return None
    size = next((each for each in sizes if font.width(text, each) <= ROOM), sizes[-1])
    return TextLine(_cut(text, font, size, ROOM), y, size)


def _cut(text: str, font: Font, size: float, room: float) -> str:
    """A line as it is, or its beginning with an ellipsis where there is no room for it."""
    text = " ".join(text.split())
    if font.width(text, size) <= room:
        return text
    while text and font.width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip(' ,.;:(')}…"
