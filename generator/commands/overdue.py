"""`reform-reports overdue`: which translations, targets and reports are overdue today, for a run by the clock."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import lang_option, root_option
from generator.commands.helps import OVERDUE_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate, translate_plural

if TYPE_CHECKING:
    from generator.model.catalogue import Catalogue
    from generator.review.overdue import Overdue


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `overdue`."""

    def say(message: str) -> str:
        return translate(default_lang, message)

    @command.command("overdue", help=say(OVERDUE_HELP))
    @click.option("--strict", is_flag=True, help=say(N_("Fail where anything is overdue.")))
    @click.option(
        "--date",
        "day",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help=say(N_("As of a day (default: today).")),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "markdown"]),
        default="text",
        show_default=True,
        help=say(N_("Text for people, or Markdown for a pipeline's summary.")),
    )
    @root_option(default_lang)
    @lang_option(default_lang)
    def overdue_command(*, strict: bool, day: datetime | None, form: str, root: Path, lang: str | None) -> None:
        console = Console(lang or default_lang, root)
        console.begin(N_("Reading data and content"))
        with console.catching_faults(N_("overdue")):
            today = day.date() if day else datetime.now(tz=UTC).date()
            sys.exit(_tell(root.resolve(), today, console, form, strict=strict))


def _tell(root: Path, today: date, console: Console, form: str, *, strict: bool) -> int:
    from generator.assembly.site import read_tree
    from generator.review.overdue import overdue_on

    dataset, problems = read_tree(root)
    found = overdue_on(dataset, today)
    head, sub, bullet = ("## ", "### ", "- ") if form == "markdown" else ("", "", "  ")
    from generator.changes.render import plain
    from generator.i18n import formats

    title = console.say(N_("Overdue on {day}"), day=formats.day(today, console.lang))
    console.write(f"{head}{title}\n")
    for name, items in _sections(root, found, dataset.catalogue, console.lang):
        console.write(f"{sub}{name}\n" if form == "markdown" else name)
        for line, below in items or [(console.say(N_("none")), ())]:
            console.write(f"{bullet}{plain(line) if form == 'markdown' else line}")
            for text in below:
                console.write(f"  {bullet}{plain(text) if form == 'markdown' else text}")
        console.write("")
    if console.has_errors(problems):
        console.error(console.say(N_("The data have errors, so more may be overdue: run `reform-reports check`.")))
    return 1 if strict and found else 0


def _sections(
    root: Path, found: Overdue, catalogue: Catalogue, lang: str
) -> Iterator[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """Each group with its items, and what is said below each."""
    from generator.assembly.translated import changed_sentences
    from generator.i18n import formats
    from generator.i18n.translation_words import changed_lines, state_line

    def unit(name: str) -> str:
        known = catalogue.units.get(name)
        return known.names.in_language(lang) if known else name

    yield (
        translate(lang, N_("Translations")),
        [(state_line(each, lang), changed_lines(changed_sentences(root, each), lang)) for each in found.translations],
    )
    targets = []
    for each in found.targets:
        indicator = catalogue.indicators[catalogue.targets[each.target].indicator].names.in_language(lang)
        text = N_("{unit}, {indicator}: due on {day}, no final figure ({place})")
        targets.append(
            translate(
                lang, text, unit=unit(each.unit), indicator=indicator, day=formats.day(each.end, lang), place=each.place
            )
        )
    yield translate(lang, N_("Targets")), [(each, ()) for each in targets]
    reports = []
    for one in found.reports:
        more = translate_plural(lang, "and {number} more", "and {number} more", one.more) if one.more else ""
        text = f"{unit(one.unit)}: {formats.period(one.period, lang)}"
        reports.append(f"{text}, {more}" if more else text)
    yield translate(lang, N_("Reports")), [(each, ()) for each in reports]
