"""`reform-reports due`: which reports, targets and translations are due or late on a day."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import lang_option, root_option
from generator.commands.helps import DUE_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate

if TYPE_CHECKING:
    from generator.tell.due import DueFormat

LATE = 1
FAULTY = 1


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `due`."""

    @command.command("due", help=translate(default_lang, DUE_HELP))
    @click.option(
        "--on",
        "day",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DAY",
        help=translate(default_lang, N_("As of this day, such as 2026-03-21 (default: today).")),
    )
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "markdown"]),
        default="text",
        show_default=True,
        help=translate(default_lang, N_("Text for people, or Markdown for an issue of the repository's host.")),
    )
    @click.option("--strict", is_flag=True, help=translate(default_lang, N_("Fail where anything is late.")))
    @root_option(default_lang)
    @lang_option(default_lang)
    def due_command(day: datetime | None, form: DueFormat, strict: bool, root: Path, lang: str | None) -> None:
        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("due")):
            sys.exit(_tell((day or datetime.now(tz=UTC)).date(), root.resolve(), console, form, strict=strict))


def _tell(day: date, root: Path, console: Console, form: DueFormat, *, strict: bool) -> int:
    from generator.dataset.dataset import Dataset
    from generator.load import load_catalogue
    from generator.problems import Severity
    from generator.tell.due import due_text, what_is_due

    console.begin(N_("Reading data and content"))
    loaded = load_catalogue(root)
    errors = [each for each in loaded.problems if each.severity is Severity.ERROR]
    if errors:
        console.tell(errors)
        return FAULTY
    dataset = Dataset.of(loaded.catalogue)
    due = what_is_due(dataset, day)
    console.write(due_text(due, dataset, console.lang, form))
    return LATE if strict and due.is_overdue else 0
