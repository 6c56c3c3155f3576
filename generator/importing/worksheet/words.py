"""The words of the worksheet, the same at the terminal, in the page and in the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.i18n.names import STATUS_WORDS
from generator.importing.document import Spot
from generator.importing.mapping.placed import Certainty, Figure, Placed
from generator.importing.outcome import Outcome
from generator.model.unit import Unit

CERTAINTIES = {Certainty.SURE: N_("sure"), Certainty.GUESSED: N_("to be looked at"), Certainty.LEFT: N_("left out")}
HEADS = (
    N_("Certainty"),
    N_("Table"),
    N_("Row"),
    N_("Column"),
    N_("Label"),
    N_("In the file"),
    N_("Printed"),
    N_("Why"),
    N_("Where"),
)

PROSE_HEADS = (
    N_("Section"),
    N_("Printed"),
    N_("How it is rough"),
    N_("Perhaps the indicator"),
    N_("Sentence"),
    N_("Where"),
)
QUALIFIERS = {
    "about": N_("about"),
    "nearly": N_("nearly"),
    "over": N_("over"),
    "at-least": N_("at least"),
    "under": N_("under"),
    "at-most": N_("at most"),
}
"""How a number of the prose is rough."""
_STATUSES = {status.value: words for status, words in STATUS_WORDS.items()}


@dataclass(frozen=True)
class SheetLine:
    """A line of the worksheet in words, and whether somebody should look at it."""

    cells: tuple[str, ...]
    certainty: Certainty


def sheet_lines(outcome: Outcome, lang: str) -> Iterator[SheetLine]:
    """The lines of a worksheet, what is to be looked at first."""
    order = {Certainty.LEFT: 0, Certainty.GUESSED: 1, Certainty.SURE: 2}
    for each in sorted(outcome.placed, key=lambda placed: order[placed.certainty]):
        yield SheetLine(_cells(each, lang), each.certainty)


def _cells(each: Placed, lang: str) -> tuple[str, ...]:
    why = " ".join(doubt.in_language(lang) for doubt in each.doubts)
    return (
        translate(lang, CERTAINTIES[each.certainty]),
        each.table,
        each.row,
        each.column,
        each.label,
        figure_words(each.figure, lang),
        each.printed,
        why,
        spot_words(each.spot, lang),
    )


def figure_words(figure: Figure | None, lang: str) -> str:
    """A figure as the file has it, in short; why there is none in words, with the word that the file has."""
    if figure is None:
        return ""
    said = figure if isinstance(figure, str) else str(figure.get("value") or figure.get("status") or "")
    words = translate(lang, _STATUSES[said]) if said in _STATUSES else said
    return said if words.replace(" ", "-") == said else f"{words} ({said})"


def whose(outcome: Outcome, units: Mapping[str, Unit], lang: str) -> str:
    """Whose report a worksheet is about, and of which period, in words: `Huyện Ngân Sơn, Quý III/2022`."""
    unit = units.get(outcome.unit)
    name = unit.names.in_language(lang) if unit else outcome.unit
    return f"{name}, {formats.period(outcome.period, lang)}"


def spot_words(spot: Spot, lang: str) -> str:
    """Where something stands, in words."""
    told = [
        (N_("sheet {where}"), spot.sheet),
        (N_("page {where}"), spot.page),
        (N_("line {where}"), spot.line),
        (N_("table {where}"), spot.table),
        (N_("row {where}"), spot.row),
        (N_("cell {where}"), spot.cell),
    ]
    return ", ".join(translate(lang, message, where=where) for message, where in told if where)


def prose_lines(outcome: Outcome, lang: str) -> Iterator[tuple[str, ...]]:
    """The numbers of the prose: section, number, how it is rough, the indicator that it may be, sentence, and place."""
    for each in outcome.stated:
        if each.sentence:
            rough = translate(lang, QUALIFIERS[each.qualifier]) if each.qualifier in QUALIFIERS else each.qualifier
            yield each.section, each.printed, rough, each.indicator, each.sentence, spot_words(each.spot, lang)


def summary(outcome: Outcome, lang: str) -> Iterator[str]:
    """What is to be said of a whole import, a line each."""
    if outcome.form is not None:
        text = N_("{source}: form {form}, {percent} % of its rows recognised")
        yield translate(lang, text, source=outcome.source, form=outcome.form.id, percent=round(outcome.certainty * 100))
    else:
        yield translate(lang, N_("{source}: no form of data/forms is like it"), source=outcome.source)
    counts = {
        name: outcome.count(each)
        for name, each in (("sure", Certainty.SURE), ("guessed", Certainty.GUESSED), ("left", Certainty.LEFT))
    }
    yield translate(lang, N_("Figures: {sure} sure, {guessed} to be looked at, {left} left out"), **counts)
    prose = {"documents": len(outcome.citations), "figures": len(outcome.stated)}
    yield translate(lang, N_("In the prose: documents cited {documents}, numbers to choose from {figures}"), **prose)
    yield from (each.in_language(lang) for each in outcome.doubts)
