"""Pictures that stand for a page where its address is shared: what they say, and how the text fits.

Home, units with figures, reports and areas have one of their own; every other page uses that of home.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from markupsafe import Markup

from generator.charts.font import Font, read_font
from generator.dataset.dataset import figure_count
from generator.dataset.headline import telling
from generator.i18n import formats
from generator.i18n.messages import N_, translate_plural
from generator.model.colours import LEAST, WHITE, contrast
from generator.model.emblem import Emblem
from generator.model.indicator import Area, Direction
from generator.model.observation import Observation
from generator.model.report import Report
from generator.pages.context import Context
from generator.pages.figures.figure import breakdown_name, shown
from generator.pages.page import Page, area_path, report_path, unit_path

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
ROOM = WIDTH - 2 * MARGIN
FOLDER = "assets/previews"
_GROUND, _ACCENT, _SOFT = "#0c4a4e", "#e3b04b", "#cfe3e1"
_TITLE_SIZES = (72, 64, 56, 48, 40)
_TITLE_TOP, _TITLE_LINES = 150, 3
_TITLE_END = {True: 352, False: 440}
"""Down to where the title may reach, with a figure below it and without."""
_SUBTITLE_SIZE, _SUBTITLE_STEP = 34, 46
_SUBTITLE_END = {True: 422, False: 560}
_FIGURE_SIZES = (96, 80, 64, 52, 40)
_LABEL_SIZES = (30, 27, 24)
_LINE = 1.25
_LONGEST_LINE = 300
"""More signs than this no line has room for, and measuring them would take long."""


@dataclass(frozen=True)
class Preview:
    """What a picture says, and of which page. `figure` is a telling figure with its unit of measure, `label` what it is; both may be empty."""

    page: str
    file: str
    title: str
    subtitle: str
    figure: str = ""
    label: str = ""

    @property
    def alt(self) -> str:
        """The picture in words."""
        figure = f"{self.label}: {self.figure}" if self.figure else ""
        return ". ".join(part.rstrip(".") for part in (self.title, self.subtitle, figure) if part)


@dataclass(frozen=True)
class TextLine:
    """A line of text in a picture: its baseline and size in pixels."""

    text: str
    y: float
    size: float


def preview_of(path: str, context: Context) -> Preview:
    """The picture that stands for a page: its own, or that of home."""
    match path.split("/"):
        case ["units", unit] if unit in context.dataset.units_with_data:
            return _unit(unit, context)
        case ["reports", unit, period] if f"{unit}/{period}" in context.catalogue.reports:
            return _report(context.catalogue.reports[f"{unit}/{period}"], context)
        case ["areas", area]:
            return _area(context.catalogue.areas[area], context)
    return _home(context)


def with_preview(page: Page, preview: Preview) -> Page:
    """The page, told of its picture."""
    return replace(page, meta={**page.meta, "preview": {"file": preview.file, "alt": preview.alt}})


def preview_svg(preview: Preview, context: Context, fonts: Path) -> str:
    """The picture as SVG. `fonts` is the folder of the site's fonts. Raises OSError where they are not there."""
    bold, regular = (read_font(fonts / f"BeVietnamPro-{weight}.ttf") for weight in ("SemiBold", "Regular"))
    with_figure = bool(preview.figure)
    title = _title(preview.title, bold, _TITLE_END[with_figure])
    return context.environment.get_template("preview.svg.j2").render(
        width=WIDTH,
        height=HEIGHT,
        margin=MARGIN,
        colours=_colours(context),
        emblem=_emblem(context.catalogue.emblem),
        site_name=_cut(context.site_name, bold, 30, ROOM - 80),
        title=title,
        subtitle=_subtitle(preview.subtitle, regular, title[-1].y + 58, _SUBTITLE_END[with_figure]),
        figure=_single(preview.figure, bold, 520, _FIGURE_SIZES),
        label=_single(preview.label, regular, 572, _LABEL_SIZES),
    )


def _colours(context: Context) -> dict[str, str]:
    """The colours of a picture: the ground is that of the masthead, and what stands on it is white where ours could not be read."""
    site = context.catalogue.site
    ground = site.colours.light.masthead if site and site.colours else _GROUND
    own = {"accent": _ACCENT, "soft": _SOFT}
    return {
        "ground": ground,
        **{name: each if contrast(each, ground) >= LEAST else WHITE for name, each in own.items()},
    }


def _emblem(emblem: Emblem | None) -> Markup:
    """The emblem where the site's own sign stands otherwise, on white, which any emblem is drawn for."""
    if emblem is None:
        return Markup("")
    placed = emblem.svg.replace("<svg ", f'<svg x="{MARGIN + 4}" y="76" width="43" height="43" ', 1)
    plate = f'<rect x="{MARGIN}" y="72" width="51" height="51" rx="6" fill="#fff"/>'
    return Markup(f'{plate}<g fill="#000">{placed}</g>')  # noqa: S704 - written anew when it was read


def _home(context: Context) -> Preview:
    reports = len(context.catalogue.reports)
    return Preview(
        "",
        f"{FOLDER}/home.png",
        context.site_name,
        context.say(N_("Vietnam: reports, figures and charts, every figure with its source")),
        figure=formats.number(Decimal(figure_count(context.dataset)), context.lang),
        label=translate_plural(context.lang, "Figures from {number} report", "Figures from {number} reports", reports),
    )


def _unit(unit_id: str, context: Context) -> Preview:
    subtitle = context.say(N_("Public administration reform: key figures, charts and reports"))
    newest = (telling(each, context.dataset) for each in context.dataset.select(unit=unit_id))
    figure = _telling_figure([each for each in newest if each is not None], context)
    return _with_figure(
        Preview(unit_path(unit_id), _file(unit_path(unit_id)), context.unit_name(unit_id), subtitle),
        figure,
        context,
        name_unit=False,
    )


def _report(report: Report, context: Context) -> Preview:
    period = formats.period(report.period, context.lang)
    subtitle = context.say(N_("Report on public administration reform, {period}"), period=period)
    stated = [
        each
        for each in context.dataset.by_report(report.id)
        if each.unit == report.unit and each.period.end <= report.period.end
    ]
    figure = _telling_figure(stated, context)
    return _with_figure(
        Preview(report_path(report.id), _file(report_path(report.id)), context.unit_name(report.unit), subtitle),
        figure,
        context,
        name_unit=False,
    )


def _area(area: Area, context: Context) -> Preview:
    headlines = (each for indicator in area.headline for each in context.dataset.select(indicator=indicator))
    newest = (telling(each, context.dataset) for each in headlines)
    figure = _telling_figure([each for each in newest if each is not None], context)
    plain = Preview(
        area_path(area.id),
        _file(area_path(area.id)),
        area.names.in_language(context.lang),
        area.definition.in_language(context.lang),
    )
    return _with_figure(plain, figure, context, name_unit=True)


def _telling_figure(observations: Iterable[Observation], context: Context) -> Observation | None:
    """The figure that stands alone best: newest of the first headline indicator, one that has a direction before any other.

    A zero, or a figure that needs a note, says too little without its page.
    """
    stated: dict[str | None, list[Observation]] = defaultdict(list)
    for each in observations:
        if each.exact and each.note is None:
            stated[each.indicator].append(each)
    headlines = [indicator for area in context.catalogue.areas.values() for indicator in area.headline]
    known = [indicator for indicator in headlines if indicator in stated]
    known.sort(key=lambda indicator: context.catalogue.indicators[indicator].better is Direction.NEITHER)
    return max(stated[known[0]], key=lambda each: each.period) if known else None


def _with_figure(preview: Preview, figure: Observation | None, context: Context, *, name_unit: bool) -> Preview:
    if figure is None:
        return preview
    catalogue, lang = context.catalogue, context.lang
    breakdown = breakdown_name(figure.breakdown, catalogue, lang)
    name = context.indicator_name(catalogue.indicators[figure.indicator or ""])
    what = f"{name} ({breakdown})" if breakdown else name
    where = f"{context.unit_name(figure.unit)}, " if name_unit else ""
    label = f"{what}, {where}{formats.period(figure.period, lang, short=True)}"
    return replace(preview, figure=shown(figure, catalogue, lang, with_unit=True), label=label)


def _file(path: str) -> str:
    return f"{FOLDER}/{path.replace('/', '-')}.png"


def _title(text: str, font: Font, end: float) -> list[TextLine]:
    """The title in the largest letters in which it fits; what does not even fit in the smallest is cut."""
    for size in _TITLE_SIZES:
        lines = font.lines(text[: 10 * _LONGEST_LINE], size, ROOM)
        stacked = _stacked(lines, size)
        if (
            len(lines) <= _TITLE_LINES
            and stacked[-1].y <= end
            and all(font.width(line, size) <= ROOM for line in lines)
        ):
            return stacked
    size = _TITLE_SIZES[-1]
    room = int((end - _TITLE_TOP - 0.9 * size) // (size * _LINE)) + 1
    return _stacked(_lines(text, font, size, min(room, _TITLE_LINES)), size)


def _stacked(lines: Sequence[str], size: float) -> list[TextLine]:
    first = _TITLE_TOP + round(0.9 * size)
    return [TextLine(line, first + round(number * size * _LINE), size) for number, line in enumerate(lines)]


def _subtitle(text: str, font: Font, y: float, end: float) -> list[TextLine]:
    """One line, or two where there is room; the last one is cut where there is more."""
    count = 2 if y + _SUBTITLE_STEP <= end else 1
    lines = _lines(text, font, _SUBTITLE_SIZE, count)
    return [TextLine(line, y + number * _SUBTITLE_STEP, _SUBTITLE_SIZE) for number, line in enumerate(lines)]


def _lines(text: str, font: Font, size: float, count: int) -> list[str]:
    """The text in at most `count` lines; what is left over is cut from the last."""
    lines = font.lines(text[: 10 * _LONGEST_LINE], size, ROOM)
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
    text = " ".join(text.split())[:_LONGEST_LINE]
    if font.width(text, size) <= room:
        return text
    while text and font.width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip(' ,.;:(')}…"
