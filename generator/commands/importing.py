"""`reform-reports import`: turns files of offices into reports' data, and says of every figure how sure it is."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.commands.adding import Adding
from generator.commands.helps import IMPORT_HELP
from generator.commands.import_whose import settle
from generator.commands.import_words import conclude, write_worksheets
from generator.console import Console
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of

if TYPE_CHECKING:
    from generator.importing.document import Document
    from generator.importing.outcome import Outcome
    from generator.importing.reading.faults import UnreadableError
    from generator.importing.writing.plan import Plan
    from generator.model.catalogue import Catalogue

_WRONG = 2
_MOST_AT_ONCE = 4


@dataclass(frozen=True)
class Wish:
    """What was asked for."""

    unit: str
    period: str
    form: str
    worksheets: tuple[Path, ...]
    overwrite: bool
    dry_run: bool


@dataclass
class Done:
    """What came of all files: plans, files that could not be taken, with why, and what is to be said of all of them."""

    plans: list[Plan] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `import`."""
    adding = Adding(command, default_lang)
    adding.command(
        "import",
        IMPORT_HELP,
        _import,
        click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path)),
        adding.option(
            "--unit",
            told=N_("Whose report it is: an id in data/units (default: as the document says)."),
            default="",
            metavar="ID",
        ),
        adding.option(
            "--period",
            told=N_("Its period, such as 2025-Q3, 2025-H1, 2025-9M or 2025 (default: as the document says)."),
            default="",
            metavar="PERIOD",
        ),
        adding.option(
            "--form",
            told=N_("The form that it follows (default: the one that is most like it)."),
            default="",
            metavar="ID",
        ),
        adding.option(
            "--worksheet",
            "worksheets",
            told=N_("Write the worksheet there too, as .html or .xlsx; may be given twice."),
            multiple=True,
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
        ),
        adding.option("--overwrite", told=N_("Also replace figures that a person entered or changed."), is_flag=True),
        adding.option("--dry-run", told=N_("Write nothing but the worksheet."), is_flag=True),
        stage=N_("import"),
    )


def _import(console: Console, root: Path, files: Sequence[Path], **wishes: Any) -> int:
    """Read, map, write and tell; the exit code."""
    from generator.importing.writing.plan import carry_out
    from generator.load import load_catalogue

    wish = Wish(**wishes)
    fault = _fault_of(wish)
    if fault:
        console.error(console.say(fault[0], **fault[1]))
        return _WRONG
    console.begin(N_("Reading data/ and content/"))
    catalogue = load_catalogue(root).catalogue
    for name, known, folder in ((wish.unit, catalogue.units, "data/units"), (wish.form, catalogue.forms, "data/forms")):
        if name and name not in known:
            console.error(console.say(N_("There is no “{id}” in {folder}."), id=name, folder=folder))
            return _WRONG
    done = Done()
    outcomes = list(_outcomes(list(_files(files)), wish, catalogue, console, done))
    _plan(outcomes, root, wish, catalogue, console, done)
    try:
        read = [plan.outcome for plan in done.plans]
        write_worksheets(read, done.refused, done.told, wish.worksheets, catalogue.units, console)
        if not wish.dry_run:
            carry_out({path: content for plan in done.plans for path, content in plan.files.items()})
    except OSError as error:
        console.error(console.say(N_("Nothing was written: {reason}."), reason=console.say(reason_of(error))))
        return 1
    conclude(done.plans, done.refused, done.told, root, console, dry_run=wish.dry_run)
    return 1 if done.refused or not done.plans else 0


def _fault_of(wish: Wish) -> tuple[str, Mapping[str, str]] | None:
    """What is wrong with what was asked for, as a message with its words."""
    from generator.model.period import Period

    if wish.period:
        try:
            Period.parse(wish.period)
        except ValueError:
            text = N_("“{period}” is no period. Write 2025-Q3, 2025-H1, 2025-9M, 2025-08 or 2025.")
            return text, {"period": wish.period}
    wrong = next((each for each in wish.worksheets if each.suffix.lower() not in {".html", ".xlsx"}), None)
    if wrong is not None:
        return N_("The worksheet “{file}” must end with .html or .xlsx."), {"file": str(wrong)}
    return None


def _files(given: Sequence[Path]) -> Iterator[Path]:
    """The files that were named, and those that can be read in folders that were."""
    from generator.importing.reading.file import is_readable

    for path in given:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.is_file() and is_readable(each))
        else:
            yield path


def _outcomes(
    paths: Sequence[Path], wish: Wish, catalogue: Catalogue, console: Console, done: Done
) -> Iterator[tuple[Outcome, str]]:
    """What was made of each file, with its checksum; files that could not be read are noted with why."""
    for number, (path, read) in enumerate(_read(paths), 1):
        counted = f"{number}/{len(paths)} " if len(paths) > 1 else ""
        console.begin(N_("Reading {file}"), file=f"{counted}{path.name}")
        if isinstance(read, Exception):
            done.refused.append((path.name, _why(read, console)))
            continue
        made = _outcome(read, wish, catalogue, console, done)
        if isinstance(made, str):
            done.refused.append((path.name, made))
        else:
            yield made, hashlib.sha256(path.read_bytes()).hexdigest()


def _read(paths: Sequence[Path]) -> Iterator[tuple[Path, Document | UnreadableError | OSError]]:
    """Every file in its order; those that are no plain text are read side by side."""
    from generator.importing.reading.apart import Readers
    from generator.importing.reading.faults import UnreadableError
    from generator.importing.reading.file import begin_reading

    apart: list[Path] = []
    here: list[tuple[Path, Document | UnreadableError | OSError]] = []
    for path in paths:
        try:
            made = begin_reading(path)
        except (UnreadableError, OSError) as error:
            here.append((path, error))
        else:
            if made is None:
                apart.append(path)
            else:
                here.append((path, made))
    yield from here
    if apart:
        with Readers(min(_MOST_AT_ONCE, os.cpu_count() or 1)) as readers:
            yield from readers.read_all(apart)


def _why(fault: object, console: Console) -> str:
    from generator.importing.reading.faults import UnreadableError

    if isinstance(fault, UnreadableError):
        return console.say(fault.message, **fault.words)
    return console.say(reason_of(fault)) if isinstance(fault, OSError) else str(fault)


def _outcome(document: Document, wish: Wish, catalogue: Catalogue, console: Console, done: Done) -> Outcome | str:
    """What was made of a document, or why nothing was."""
    from generator.importing.mapping.tables import Vocabulary
    from generator.importing.outcome import outcome_of, outcome_of_workbook
    from generator.importing.workbook.read import read_filled
    from generator.model.period import Period

    words = Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)
    if not document.facts:
        whose = settle(document, wish.unit, wish.period, catalogue, console)
        if isinstance(whose, str):
            return whose
        done.told += whose.told
        report = catalogue.reports.get(f"{whose.unit}/{whose.period}")
        form = wish.form or (report.form if report is not None and report.form in catalogue.forms else "") or ""
        return outcome_of(document, whose.unit, whose.period, catalogue.forms, words, form)
    filled = read_filled(document, catalogue.forms, words)
    if filled.fault is not None:
        return filled.fault.in_language(console.lang)
    unit, period = wish.unit or filled.unit, wish.period or filled.period
    if unit not in catalogue.units or not period:
        return console.say(N_("The workbook does not say whose it is, or of which period: --unit ID --period PERIOD."))
    try:
        parsed = Period.parse(period)
    except ValueError:
        return console.say(
            N_("“{period}” is no period. Write 2025-Q3, 2025-H1, 2025-9M, 2025-08 or 2025."), period=period
        )
    return outcome_of_workbook(document, filled, catalogue.forms[filled.form], unit, parsed)


def _plan(
    outcomes: Sequence[tuple[Outcome, str]], root: Path, wish: Wish, catalogue: Catalogue, console: Console, done: Done
) -> None:
    """Plan what to write for each report; of two files of one report neither is taken where they differ."""
    from generator.importing.worksheet.senders import contradictions, doubles, missing_units
    from generator.importing.writing.plan import plan_of

    twice = doubles(outcome for outcome, _ in outcomes)
    for several in twice.values():
        done.told += contradictions(several, console.lang)
    for outcome, sha256 in outcomes:
        if (outcome.unit, str(outcome.period)) in twice:
            done.refused.append((outcome.source, console.say(N_("There is another file of the same unit and period."))))
            continue
        try:
            done.plans.append(plan_of(root, outcome, sha256, catalogue, overwrite=wish.overwrite))
        except (OSError, UnicodeDecodeError, ValueError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else N_("its file in data/reports cannot be read")
            done.refused.append((outcome.source, console.say(reason)))
    missing = missing_units(catalogue.units, [plan.outcome for plan in done.plans])
    if missing:
        names = ", ".join(f"{each.names.in_language(console.lang)} ({each.id})" for each in missing)
        done.told.append(console.say(N_("Not there yet: {units}"), units=names))
