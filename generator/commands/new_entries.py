"""`reform-reports new report|unit|indicator|form`: writes a valid file of a kind, with what may be filled in as comments. Nothing is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.adding import Adding
from generator.commands.asking import Question, answers
from generator.commands.helps import NEW_FORM_HELP, NEW_INDICATOR_HELP, NEW_REPORT_HELP, NEW_UNIT_HELP
from generator.console import Console
from generator.i18n.messages import N_, translate
from generator.i18n.reasons import reason_of

if TYPE_CHECKING:
    from generator.model.catalogue import Catalogue

WRONG_USE = 2
_FINE = ""
Known = Mapping[str, str]


@dataclass(frozen=True)
class Made:
    """A file below the root, what it is to hold, and what it held before: None where there was none."""

    path: str
    text: str
    before: str | None = None


@dataclass(frozen=True)
class Entry:
    """A kind of file: how it is called, its help and options with theirs, what is asked, and what is made of the answers.

    `make` gives a message with its words instead of a file where none can be made.
    """

    name: str
    help: str
    options: Sequence[tuple[str, str, str]]
    questions: Callable[[Catalogue], Sequence[Question]]
    make: Callable[[Known, Catalogue, Path, str], Made | tuple[str, dict[str, str]]]


def add_entries_to(group: click.Group, default_lang: str) -> None:
    """Add the commands."""
    adding = Adding(group, default_lang)
    for entry in ENTRIES:
        options = [adding.option(name, told=told, metavar=metavar) for name, metavar, told in entry.options]
        adding.command(entry.name, entry.help, partial(_write, entry), *options, stage=f"new {entry.name}")


def _write(entry: Entry, console: Console, root: Path, **given: str | None) -> int:
    from generator.load import load_catalogue

    catalogue = load_catalogue(root).catalogue
    known = answers(given, entry.questions(catalogue), console)
    if known is None:
        return WRONG_USE
    made = entry.make(known, catalogue, root, console.lang)
    if not isinstance(made, Made):
        console.error(console.say(made[0], **made[1]))
        return WRONG_USE
    path = root / made.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if made.before is None:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(made.text)
        else:
            path.write_text(made.text, encoding="utf-8", newline="\n")
    except FileExistsError:
        console.error(console.say(N_("{file} is there already. Nothing was written."), file=made.path))
        return WRONG_USE
    except OSError as error:
        text = N_("{file} cannot be written: {reason}.")
        console.error(console.say(text, file=made.path, reason=console.say(reason_of(error))))
        return 1
    console.out(console.say(N_("{file}: fill it in, then reform-reports check {file}"), file=made.path))
    return 0


def _name(text: str) -> str:
    from generator.starting.answers import fault_of_name

    return fault_of_name(text)


def _sentence(text: str) -> str:
    return _FINE if text else N_("It is empty.")


def _new_id(known: Mapping[str, object]) -> Callable[[str], str]:
    def fault(text: str) -> str:
        from pydantic import TypeAdapter, ValidationError

        from generator.model.text import Id

        try:
            TypeAdapter(Id).validate_python(text)
        except ValidationError:
            return N_("An id is lower-case words without accents, joined by hyphens: so-noi-vu.")
        return N_("There is one of this id already.") if text in known else _FINE

    return fault


def _one_of(
    known: Mapping[str, object] | Sequence[str], message: str, *, may_be_empty: bool = False
) -> Callable[[str], str]:
    return lambda text: _FINE if text in known or (may_be_empty and not text) else message


def _period(text: str) -> str:
    from generator.model.period import Period

    try:
        Period.parse(text)
    except ValueError:
        return N_("That is no period. Write 2025-Q3, 2025-H1, 2025-9M, 2025-08 or 2025.")
    return _FINE


def _day(text: str) -> str:
    from generator.model.dates import PartialDate

    try:
        if text:
            PartialDate.parse(text)
    except ValueError:
        return N_("That is no day. Write 2025-09-25, or 2025-09 where the document prints no day.")
    return _FINE


def _nothing(_known: Known) -> str:
    return ""


def _names(known: Known, vi: str, en: str) -> dict[str, str]:
    return {"vi": known[vi], "en": known.get(en, "")}


def _ask_report(catalogue: Catalogue) -> Sequence[Question]:
    def last_form(known: Known) -> str:
        """The form of the newest report of the unit."""
        own = [each for each in catalogue.reports.values() if each.unit == known.get("unit") and each.form]
        return max(own, key=lambda each: each.period).form or "" if own else ""

    return (
        Question("unit", N_("Whose report (an id in data/units)"), _one_of(catalogue.units, _NO_UNIT)),
        Question("period", N_("Its period, such as 2025-Q3 or 2025"), _period),
        Question("title", N_("Its title, as printed"), _name),
        Question("title_en", N_("Its title in English (Enter: later)"), lambda text: text and _name(text), _nothing),
        Question("form", N_("The form of its appendix (Enter: as shown)"), _one_of(catalogue.forms, _NO_FORM, may_be_empty=True), last_form),
        Question("number", N_("Its number (Enter: later)"), lambda _text: _FINE, _nothing),
        Question("date", N_("Its day, such as 2025-09-25 (Enter: later)"), _day, _nothing),
    )  # fmt: skip


def _make_report(known: Known, catalogue: Catalogue, _root: Path, lang: str) -> Made:
    from generator.model.period import Period
    from generator.starting.drafts.report import NewReport, report_text

    titles = _names(known, "title", "title_en")
    form = catalogue.forms.get(known["form"])
    report = NewReport(known["unit"], Period.parse(known["period"]), titles, form, known["number"], known["date"])
    return Made(report.path, report_text(report, catalogue, lang))


def _ask_unit(catalogue: Catalogue) -> Sequence[Question]:
    from generator.model.unit import Level
    from generator.starting.answers import unit_id

    return (
        Question("name", N_("Name in Vietnamese"), _name),
        Question("name_en", N_("Name in English"), _name),
        Question("level", N_("Level: ministry, agency, province, district, commune, department, sector or service"), _one_of([str(each) for each in Level], N_("It is none of the levels."))),
        Question("parent", N_("The unit above (an id in data/units; Enter: none)"), _one_of(catalogue.units, _NO_UNIT, may_be_empty=True), _nothing),
        Question("id", N_("Its id, for ever a part of addresses"), _new_id(catalogue.units), lambda known: unit_id(known["name"])),
    )  # fmt: skip


def _make_unit(known: Known, _catalogue: Catalogue, _root: Path, lang: str) -> Made:
    from generator.model.unit import Level
    from generator.starting.drafts.unit import NewUnit, unit_text

    unit = NewUnit(known["id"], Level(known["level"]), _names(known, "name", "name_en"), known["parent"])
    return Made(unit.path, unit_text(unit, lang))


def _ask_indicator(catalogue: Catalogue) -> Sequence[Question]:
    from generator.model.indicator import Direction, IndicatorKind
    from generator.starting.answers import unit_id

    return (
        Question("area", N_("Area of reform (an id in data/areas.yml)"), _one_of(catalogue.areas, N_("data/areas.yml does not have it."))),
        Question("name", N_("Name in Vietnamese"), _name),
        Question("name_en", N_("Name in English"), _name),
        Question("definition", N_("What is counted, in a sentence in Vietnamese"), _sentence),
        Question("definition_en", N_("The same in English"), _sentence),
        Question("measure", N_("Unit of measure (an id in data/measures.yml)"), _one_of(catalogue.measures, N_("data/measures.yml does not have it."))),
        Question("kind", N_("stock (at a date), flow (in the period) or cumulative (since January)"), _one_of([str(each) for each in IndicatorKind], N_("It is none of stock, flow, cumulative."))),
        Question("better", N_("Which way is progress: higher, lower or neither"), _one_of([str(each) for each in Direction], N_("It is none of higher, lower, neither."))),
        Question("id", N_("Its id, for ever a part of addresses"), _new_id(catalogue.indicators), lambda known: unit_id(known["name_en"])),
    )  # fmt: skip


def _make_indicator(known: Known, _catalogue: Catalogue, root: Path, lang: str) -> Made | tuple[str, dict[str, str]]:
    from generator.load.files import read_exactly
    from generator.model.indicator import Direction, IndicatorKind
    from generator.problems import Problem
    from generator.starting.drafts.indicator import NewIndicator, indicator_text

    names, definition = _names(known, "name", "name_en"), _names(known, "definition", "definition_en")
    kind, better = IndicatorKind(known["kind"]), Direction(known["better"])
    indicator = NewIndicator(known["id"], known["area"], names, definition, known["measure"], kind, better)
    path = root / indicator.path
    if not path.exists():
        return Made(indicator.path, indicator_text(indicator, "", lang))
    before = read_exactly(path, indicator.path)
    if isinstance(before, Problem):
        return N_("{file} cannot be read; reform-reports check says why. Nothing was written."), {
            "file": indicator.path
        }
    return Made(indicator.path, indicator_text(indicator, before, lang), before)


def _ask_form(catalogue: Catalogue) -> Sequence[Question]:
    from generator.starting.answers import unit_id

    return (
        Question("name", N_("Name of the form in Vietnamese"), _sentence),
        Question("name_en", N_("Name of the form in English"), _sentence),
        Question("id", N_("Its id, for ever a part of addresses"), _new_id(catalogue.forms), lambda known: unit_id(known["name"])),
        Question("rows", N_("A file that has its tables: Word, Excel, PDF, text (Enter: none)"), lambda _text: _FINE, _nothing),
    )  # fmt: skip


def _make_form(known: Known, catalogue: Catalogue, _root: Path, lang: str) -> Made | tuple[str, dict[str, str]]:
    from generator.importing.proposal import empty_tables, proposed_tables
    from generator.importing.reading.faults import UnreadableError
    from generator.importing.reading.file import read_document
    from generator.importing.recognising.grid import grids_of
    from generator.starting.drafts.form import NewForm, form_text

    names = _names(known, "name", "name_en")
    tables = empty_tables(names["vi"], catalogue)
    if known["rows"]:
        try:
            grids = grids_of(read_document(Path(known["rows"]).expanduser()).blocks)
            tables = proposed_tables(grids, catalogue, lang)
        except UnreadableError as error:
            return error.message, error.words
        except OSError as error:
            return N_("{file} cannot be read: {reason}."), {
                "file": known["rows"],
                "reason": translate(lang, reason_of(error)),
            }
        if not tables:
            return N_("{file} has no table."), {"file": known["rows"]}
    form = NewForm(known["id"], names, tables)
    return Made(form.path, form_text(form, lang))


_NO_UNIT = N_("data/units does not have it.")
_NO_FORM = N_("data/forms does not have it.")
_ID = ("--id", "ID", N_("Its id (default: made of its name)."))
ENTRIES = (
    Entry(
        "report",
        NEW_REPORT_HELP,
        (
            ("--unit", "ID", N_("Whose report it is: an id in data/units.")),
            ("--period", "PERIOD", N_("Its period, such as 2025-Q3, 2025-H1, 2025-9M or 2025.")),
            ("--title", "TEXT", N_("Its title, as printed.")),
            ("--title-en", "TEXT", N_("Its title in English.")),
            ("--form", "ID", N_("The form of its appendix (default: that of the unit's newest report).")),
            ("--number", "TEXT", N_("Its number, as printed.")),
            ("--date", "DAY", N_("Its day, such as 2025-09-25, or 2025-09.")),
        ),
        _ask_report,
        _make_report,
    ),
    Entry(
        "unit",
        NEW_UNIT_HELP,
        (
            ("--name", "TEXT", N_("Its full name in Vietnamese.")),
            ("--name-en", "TEXT", N_("Its full name in English.")),
            ("--level", "LEVEL", N_("Its level, such as commune.")),
            ("--parent", "ID", N_("The unit above it: an id in data/units.")),
            _ID,
        ),
        _ask_unit,
        _make_unit,
    ),
    Entry(
        "indicator",
        NEW_INDICATOR_HELP,
        (
            ("--area", "ID", N_("Its area of reform: an id in data/areas.yml.")),
            ("--name", "TEXT", N_("Its name in Vietnamese.")),
            ("--name-en", "TEXT", N_("Its name in English.")),
            ("--definition", "TEXT", N_("What is counted, in Vietnamese.")),
            ("--definition-en", "TEXT", N_("What is counted, in English.")),
            ("--measure", "ID", N_("Its unit of measure: an id in data/measures.yml.")),
            ("--kind", "KIND", N_("stock, flow or cumulative.")),
            ("--better", "WAY", N_("Which way is progress: higher, lower or neither.")),
            _ID,
        ),
        _ask_indicator,
        _make_indicator,
    ),
    Entry(
        "form",
        NEW_FORM_HELP,
        (
            ("--name", "TEXT", N_("Its name in Vietnamese.")),
            ("--name-en", "TEXT", N_("Its name in English.")),
            ("--rows", "FILE", N_("A file of an office that has its tables: rows, columns and likely indicators are taken from there.")),
            _ID,
        ),
        _ask_form,
        _make_form,
    ),
)  # fmt: skip
