"""`reform-reports form`: the workbook of a form, empty or with a report's present figures."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.adding import Adding
from generator.commands.helps import FORM_HELP
from generator.console import Console
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of

_WRONG = 2


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `form`."""
    adding = Adding(command, default_lang)
    adding.command(
        "form",
        FORM_HELP,
        _write,
        click.argument("form", metavar="FORM"),
        adding.option(
            "--xlsx",
            "target",
            told=N_("Where the workbook goes."),
            required=True,
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
        ),
        adding.option(
            "--report",
            "name",
            told=N_("Whose it is and of which period; figures that are there already stand in it."),
            default="",
            metavar="UNIT/PERIOD",
        ),
        stage=N_("form"),
    )


def _write(console: Console, root: Path, form: str, target: Path, name: str) -> int:
    from generator.importing.mapping.tables import Vocabulary
    from generator.importing.workbook.plan import book_of
    from generator.importing.workbook.write import book_bytes
    from generator.load import load_catalogue
    from generator.model.period import Period

    catalogue = load_catalogue(root).catalogue
    unit, _, period = name.partition("/")
    if form not in catalogue.forms:
        console.error(console.say(N_("There is no “{id}” in {folder}."), id=form, folder="data/forms"))
        return _WRONG
    if name and unit not in catalogue.units:
        console.error(console.say(N_("There is no “{id}” in {folder}."), id=unit, folder="data/units"))
        return _WRONG
    try:
        parsed = Period.parse(period) if name else None
    except ValueError:
        text = N_("“{period}” is no period. Write 2025-Q3, 2025-H1, 2025-9M, 2025-08 or 2025.")
        console.error(console.say(text, period=period))
        return _WRONG
    report = catalogue.reports.get(name)
    if report is not None and report.form != form:
        text = N_("The report {report} follows the form “{form}”.")
        console.error(console.say(text, report=name, form=report.form or "–"))
        return _WRONG
    words = Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)
    book = book_of(catalogue.forms[form], words, console.lang, unit, str(parsed or ""), report)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(book_bytes(book))
    except OSError as error:
        text = N_("{file} cannot be written: {reason}.")
        console.error(console.say(text, file=target, reason=console.say(reason_of(error))))
        return 1
    console.out(console.say(N_("{file}: fill it in, then reform-reports import {file}"), file=target))
    return 0
