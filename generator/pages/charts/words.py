"""The texts around charts, in the language of the page."""

from __future__ import annotations

from generator.charts.words import Words
from generator.dataset.breaks import BreakReason, SeriesBreak
from generator.i18n import formats
from generator.i18n.messages import N_, template, translate
from generator.model.unit import Unit


def chart_words(lang: str) -> Words:
    """The texts around a chart in a language."""
    return Words(**{name: template(lang, message) for name, message in _WORDS.items()})


def told_break(found: SeriesBreak, unit: Unit | None, lang: str) -> str:
    """A sentence that says where a series breaks, and why."""
    period = formats.period(found.period, lang, short=True)
    if found.text is not None:
        return translate(
            lang, N_("Break before {period}: {reason}"), period=period, reason=found.text.in_language(lang)
        )
    if found.reason is BreakReason.BORDERS and unit is not None and unit.valid_from is not None:
        return translate(
            lang,
            N_("Break before {period}: {unit} exists in its present borders since {day}."),
            period=period,
            unit=unit.names.in_language(lang),
            day=formats.day(unit.valid_from, lang),
        )
    return translate(lang, N_("Break before {period}: the figures come from another report form."), period=period)


_WORDS = {
    "take": N_("Save or embed"),
    "take_saved": N_("Save"),
    "save_png": N_("Save as PNG"),
    "save_svg": N_("Save as SVG"),
    "save_csv": N_("Save as CSV"),
    "embed": N_("Embed"),
    "embed_hint": N_("Code to show this chart in another page"),
    "copied": N_("Copied."),
    "explore": N_("Read figure by figure"),
    "read_keys": N_("Arrow keys read the figures one by one."),
    "show_table": N_("Show the data"),
    "hide_table": N_("Hide the data"),
    "note_partial": N_("Hollow marks cover only part of a year."),
    "note_partial_bars": N_("Bars with a dashed outline cover only part of a year."),
    "note_rough_line": N_("An open triangle or diamond is a rough figure, such as “over 80%”: the figure itself lies above, below or around it and is not stated."),
    "note_rough_bars": N_("A dotted outline is a rough figure, such as “over 80%”: the figure itself is not stated."),
    "note_break": N_("Figures on the two sides of a break are not comparable."),
    "note_missing": N_("Where the line has a gap, there is no figure."),
    "note_missing_bars": N_("– in place of a bar: no figure."),
    "note_target": N_("The short thick line is the target of that period."),
    "note_brief": N_("Below the bars: 1 to 4 are quarters, 6 the first half-year, 9 the first nine months; the year stands under its first bar."),
    "line": N_("Line chart: {title}, in {measure}, {first} to {last}."),
    "bars": N_("Bar chart: {title}, in {measure}, {first} to {last}."),
    "ranking": N_("Bar chart: {title}, in {measure}, {count} units compared."),
    "whole": N_("Parts of a whole: {title}, in {measure}."),
    "rows": N_("Bar chart: {title}, in {measure}."),
    "peers": N_("Dot chart: {title}, in {measure}."),
    "strip": N_("Strip chart: {title}, in {measure}."),
    "tiles": N_("Map of tiles: {title}, in {measure}, a tile for each province."),
    "row": N_("{row}: {told}."),
    "course": N_("{series}: {first} in {first_period}, {last} in {last_period}; lowest {lowest} ({lowest_period}), highest {highest} ({highest_period})."),
    "ends": N_("{series}: {first} in {first_period}, {last} in {last_period}."),
    "constant": N_("{series}: {value} throughout, {first_period} to {last_period}."),
    "only": N_("{series}: {value} in {period}."),
    "nothing": N_("{series}: no figures."),
    "extremes": N_("Highest: {highest_unit} ({highest}); lowest: {lowest_unit} ({lowest})."),
    "missing": N_("No figure for {periods}."),
    "partial": N_("Part of a year only: {periods}."),
    "rough": N_("Stated only roughly: {periods}."),
    "threshold": N_("{label}: {value}."),
    "more": N_("{count} series in all; the table shows each."),
}  # fmt: skip
