"""`reform-reports import`: turns files of offices into reports' data, and says of every figure how sure it is."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import lang_option, root_option
from generator.commands.helps import IMPORT_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate
from generator.i18n.reasons import reason_of

if TYPE_CHECKING:
    from generator.importing.outcome import Outcome
    from generator.importing.writing.plan import Plan
    from generator.model.catalogue import Catalogue

_WRONG = 2
_SHOWN = 40
"""So many lines of a worksheet are shown at a terminal; all of them are in its files."""


@dataclass(frozen=True)
class _Wish:
    """What was asked for."""

    unit: str
    period: str
    form: str
    worksheets: tuple[Path, ...]
    overwrite: bool
    dry_run: bool


@dataclass
class _Done:
    """What came of all files: plans, and files that could not be taken, with why."""

    plans: list[Plan] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def add_to(command: click.Group, default_lang: str) -> None:
    """Add the command `import`."""

    def say(message: str) -> str:
        return translate(default_lang, message)

    @command.command("import", help=say(IMPORT_HELP))
    @click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
    @click.option("--unit", default="", metavar="ID", help=say(N_("Whose report it is: an id in data/units.")))
    @click.option(
        "--period", default="", metavar="PERIOD", help=say(N_("Its period, such as 2025-Q3, 2025-H1, 2025-9M or 2025."))
    )
    @click.option(
        "--form",
        default="",
        metavar="ID",
        help=say(N_("The form that it follows (default: the one that is most like it).")),
    )
    @click.option(
        "--worksheet",
        "worksheets",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=say(N_("Write the worksheet there too, as .html or .xlsx; may be given twice.")),
    )
    @click.option("--overwrite", is_flag=True, help=say(N_("Also replace figures that a person entered or changed.")))
    @click.option("--dry-run", is_flag=True, help=say(N_("Write nothing but the worksheet.")))
    @root_option(default_lang)
    @lang_option(default_lang)
    def import_command(files: tuple[Path, ...], root: Path, lang: str | None, **wishes: object) -> None:
        console = Console(lang or default_lang, root)
        with console.catching_faults(N_("import")):
            sys.exit(_import(files, root.resolve(), _Wish(**wishes), console))  # type: ignore[arg-type]


def _import(files: Sequence[Path], root: Path, wish: _Wish, console: Console) -> int:
    """Read, map, write and tell; the exit code."""
    from generator.importing.writing.plan import carry_out
    from generator.load import load_catalogue

    fault = _fault_of(wish)
    if fault:
        console.error(console.say(*fault[:1], **fault[1]))
        return _WRONG
    console.begin(N_("Reading data/ and content/"))
    catalogue = load_catalogue(root).catalogue
    for name, known, folder in ((wish.unit, catalogue.units, "data/units"), (wish.form, catalogue.forms, "data/forms")):
        if name and name not in known:
            console.error(console.say(N_("There is no “{id}” in {folder}."), id=name, folder=folder))
            return _WRONG
    done = _Done()
    for path in _files(files):
        _take(path, root, wish, catalogue, console, done)
    outcomes = [plan.outcome for plan in done.plans]
    try:
        _write_worksheets(outcomes, done.refused, wish, console)
        if not wish.dry_run:
            carry_out({path: content for plan in done.plans for path, content in plan.files.items()})
    except OSError as error:
        console.error(console.say(N_("Nothing was written: {reason}."), reason=console.say(reason_of(error))))
        return 1
    _conclude(done, root, wish, console)
    return 1 if done.refused or not done.plans else 0


def _fault_of(wish: _Wish) -> tuple[str, dict[str, str]] | None:
    """What is wrong with what was asked for, as a message with its words."""
    from generator.model.period import Period

    if wish.period:
        try:
            Period.parse(wish.period)
        except ValueError:
            return N_("“{period}” is no period. Write 2025-Q3, 2025-H1, 2025-9M, 2025-08 or 2025."), {
                "period": wish.period
            }
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


def _take(path: Path, root: Path, wish: _Wish, catalogue: Catalogue, console: Console, done: _Done) -> None:
    """Read one file and plan what to write for it, or tell why not."""
    from generator.importing.reading.faults import UnreadableError
    from generator.importing.reading.file import read_document

    console.begin(N_("Reading {file}"), file=path.name)
    try:
        content = path.read_bytes()
        document = read_document(path)
    except UnreadableError as error:
        done.refused.append((path.name, console.say(error.message, **error.words)))
        return
    except OSError as error:
        done.refused.append((path.name, console.say(reason_of(error))))
        return
    made = _outcome(document, wish, catalogue)
    if isinstance(made, str):
        done.refused.append((path.name, console.say(made)))
        return
    from generator.importing.writing.plan import plan_of

    done.plans.append(plan_of(root, made, hashlib.sha256(content).hexdigest(), catalogue, overwrite=wish.overwrite))


def _outcome(document: object, wish: _Wish, catalogue: Catalogue) -> Outcome | str:
    """What was made of a document, or why nothing was, as a message."""
    from generator.importing.document import Document
    from generator.importing.mapping.tables import Vocabulary
    from generator.importing.outcome import outcome_of
    from generator.model.period import Period

    if not isinstance(document, Document):
        raise TypeError(document)
    if not wish.unit or not wish.period:
        return N_("Say whose report it is and of which period: --unit ID --period PERIOD.")
    words = Vocabulary(catalogue.indicators, catalogue.measures)
    return outcome_of(document, wish.unit, Period.parse(wish.period), catalogue.forms, words, wish.form)


def _write_worksheets(
    outcomes: Sequence[Outcome], refused: Sequence[tuple[str, str]], wish: _Wish, console: Console
) -> None:
    """Write the worksheet in the forms that were asked for. Raises OSError."""
    from generator.importing.worksheet.page import worksheet_page
    from generator.importing.worksheet.workbook import worksheet_workbook

    told = [f"{name}: {why}" for name, why in refused]
    for path in wish.worksheets:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix.lower() == ".html":
            path.write_text(worksheet_page(outcomes, console.lang, told), encoding="utf-8")
        else:
            path.write_bytes(worksheet_workbook(outcomes, console.lang, told))


def _conclude(done: _Done, root: Path, wish: _Wish, console: Console) -> None:
    """Tell what was read, what somebody should look at, what was written, and what comes next."""
    from generator.importing.worksheet.words import summary

    for plan in done.plans:
        for line in summary(plan.outcome, console.lang):
            console.out(line)
        if len(done.plans) == 1:
            _tell_doubts(plan.outcome, console)
        console.out(_written(plan, root, wish, console))
    for name, why in done.refused:
        console.error(f"{name}: {why}")
    if done.plans and not wish.dry_run:
        reports = " ".join(f"{plan.outcome.unit}/{plan.outcome.period}" for plan in done.plans[:3])
        console.out(
            console.say(N_("Next: look at what is marked, then reform-reports check {reports}"), reports=reports)
        )


def _tell_doubts(outcome: Outcome, console: Console) -> None:
    """The lines of the worksheet that somebody should look at."""
    from generator.importing.mapping.placed import Certainty
    from generator.importing.worksheet.words import sheet_lines

    lines = [each for each in sheet_lines(outcome, console.lang) if each.certainty is not Certainty.SURE]
    for line in lines[:_SHOWN]:
        certainty, table, row, column, label, figure, _printed, why, where = line.cells
        place = "/".join(each for each in (table, row, column) if each)
        shown = f" = {figure}" if figure else ""
        console.error(f"  {certainty}: {place}{shown}  {label[:60]}")
        console.error(f"      {why} ({where})" if where else f"      {why}")
    if len(lines) > _SHOWN:
        text = N_("… and {number} more; all of them: --worksheet FILE.html")
        console.error("  " + console.say(text, number=len(lines) - _SHOWN))


def _written(plan: Plan, root: Path, wish: _Wish, console: Console) -> str:
    """What was written for a report, or would be."""
    name = plan.report.relative_to(root).as_posix()
    if not plan.new and not plan.changed:
        return console.say(N_("{file}: nothing to change"), file=name)
    words: Mapping[str, object] = {"file": name, "new": plan.new, "changed": plan.changed, "same": plan.same}
    text = N_("{file}: {new} figures are new, {changed} changed, {same} are as they were")
    told = console.say(text, **words)
    return console.say(N_("Not written, because of --dry-run: {told}"), told=told) if wish.dry_run else told
