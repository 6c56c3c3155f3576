"""`reform-reports indicators`: finds the id of an indicator by words, with what it means and the rows that feed it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import lang_option, root_option
from generator.commands.helps import INDICATORS_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate, translate_plural
from generator.tell.text import wrapped

if TYPE_CHECKING:
    from generator.dataset.feeding import Feeding
    from generator.model.catalogue import Catalogue
    from generator.model.indicator import Indicator

NOT_FOUND = 1
_IN_FULL = 8
"""So many are told with what they mean; of more, only what they are called."""
_ROWS = 6
_WIDTH = 110


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `indicators`."""

    @command.command("indicators", help=translate(default_lang, INDICATORS_HELP))
    @click.argument("words", nargs=-1, metavar="[WORD]…")
    @root_option(default_lang)
    @lang_option(default_lang)
    def indicators_command(words: tuple[str, ...], root: Path, lang: str | None) -> None:
        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("indicators")):
            sys.exit(_tell(words, root.resolve(), console))


def _tell(words: Sequence[str], root: Path, console: Console) -> int:
    from generator.dataset.finding import find_indicators
    from generator.load import load_catalogue
    from generator.problems import Severity

    loaded = load_catalogue(root)
    catalogue = loaded.catalogue
    if not catalogue.indicators:
        console.tell([each for each in loaded.problems if each.severity is Severity.ERROR])
        console.error(console.say(N_("There are no indicators in data/indicators.")))
        return NOT_FOUND
    found = find_indicators(words, catalogue)
    if not found:
        console.error(
            console.say(
                N_("No indicator has these words in its names, rows or definition: {words}"), words=" ".join(words)
            )
        )
        return NOT_FOUND
    for each in found:
        if len(found) <= _IN_FULL:
            _in_full(each, catalogue, console)
        else:
            console.out(f"{click.style(each.id, bold=True)}  {each.names.in_language(console.lang)}")
    number = translate_plural(console.lang, "{number} indicator", "{number} indicators", len(found))
    more = console.say(N_("One more word shows definitions and rows.")) if len(found) > _IN_FULL else ""
    console.out(f"{number}. {more}".rstrip())
    return 0


def _in_full(indicator: Indicator, catalogue: Catalogue, console: Console) -> None:
    """An indicator: its id, its names, how it is counted, what it means, and the rows that feed it."""
    from generator.dataset.feeding import feeding

    lang = console.lang
    console.out(click.style(indicator.id, bold=True))
    for language in dict.fromkeys((lang, *indicator.names.root)):
        if language in indicator.names.root:
            console.out(f"    {indicator.names.root[language]}")
    measure = catalogue.measures.get(indicator.measure)
    split = [
        catalogue.breakdowns[each].names.in_language(lang)
        for each in indicator.breakdown
        if each in catalogue.breakdowns
    ]
    facts = [measure.names.in_language(lang) if measure else indicator.measure]
    facts += [console.say(N_("broken down by {names}"), names=", ".join(split))] if split else []
    for text in ("; ".join(facts), indicator.definition.in_language(lang)):
        for line in wrapped(text, _WIDTH, first="    ", further="    "):
            console.out(click.style(line, dim=True))
    rows = list(feeding(indicator.id, catalogue))
    for each in rows[:_ROWS]:
        for line in wrapped(_row(each, catalogue, lang), _WIDTH, first="    · ", further="      "):
            console.out(line)
    if len(rows) > _ROWS:
        more = translate_plural(lang, "and {number} more row", "and {number} more rows", len(rows) - _ROWS)
        console.out(f"    · {more}")
    console.out("")


def _row(fed: Feeding, catalogue: Catalogue, lang: str) -> str:
    """A row or column of a form: `cchc-quarterly-2022, table appendix, row 1.2: Tỷ lệ đúng hạn (Cấp huyện)`."""
    from generator.i18n.names import breakdown_name

    words = {
        "form": fed.form.id,
        "table": fed.table.id,
        "code": fed.said.code,
        "label": fed.said.label.in_language(lang),
    }
    row, column = (
        N_("form {form}, table {table}, row {code}: {label}"),
        N_("form {form}, table {table}, column {code}: {label}"),
    )
    said = translate(lang, row if fed.row else column, **words)
    split = breakdown_name(tuple(sorted(fed.said.breakdown.items())), catalogue, lang)
    return f"{said} ({split})" if split else said
