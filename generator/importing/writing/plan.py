"""The files that an import is to write, all at once or none: the report's, the record, the skeleton of its narrative, the worksheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.importing.mapping.placed import key_of
from generator.importing.outcome import Outcome
from generator.importing.proposal import proposed_tables
from generator.importing.writing.facts import facts_of
from generator.importing.writing.lists import names_of_rows
from generator.importing.writing.narrative import skeleton_of
from generator.importing.writing.record import FOLDER, Record, read_record, record_path, record_text
from generator.importing.writing.report import has_tables, merged_text, report_text, with_tables
from generator.model.catalogue import Catalogue
from generator.starting.drafts.form import NewForm, form_text


@dataclass(frozen=True)
class Plan:
    """Files by path, what they are to hold, and the outcome with what was kept. `new`, `changed` and `same` count figures."""

    files: Mapping[Path, bytes]
    outcome: Outcome
    report: Path
    is_new: bool
    proposal: Path | None = None
    """Where a new form is proposed, because none is like the document."""
    new: int = 0
    changed: int = 0
    same: int = 0


def plan_of(root: Path, outcome: Outcome, sha256: str, catalogue: Catalogue, *, overwrite: bool = False) -> Plan:
    """What to write for an outcome. Reads the report's file and the record of the last import, and writes nothing. Raises OSError."""
    unit, period = outcome.unit, str(outcome.period)
    path = root / "data" / "reports" / unit / f"{period}.yml"
    record_file = record_path(root, unit, period)
    files: dict[Path, bytes] = {}
    if path.exists():
        before = str(path.read_bytes(), "utf-8")
        known = read_record(record_file)
        if outcome.form is not None and not has_tables(before):
            return _with_first_tables(before, path, record_file, known, outcome, sha256)
        record = replace(
            known, figures={**known.figures, **outcome.held}, rows={**known.rows, **_rows_made_with(outcome)}
        )
        made = merged_text(before, unit, period, outcome.tables, record, overwrite=overwrite, whole=not outcome.held)
        outcome = replace(outcome, tables=made.tables)
        if made.new or made.changed:
            files[path] = made.text.encode()
        figures, rows = made.record, made.rows
        counts = (made.new, made.changed, made.same)
    else:
        form = outcome.form.id if outcome.form else ""
        files[path] = report_text(unit, period, form, facts_of(outcome), outcome.tables).encode()
        figures, rows = _figures_of(outcome), names_of_rows(outcome.tables)
        counts = (len(figures), 0, 0)
        files |= {
            root / name: content
            for name, content in skeleton_of(outcome, catalogue).items()
            if not (root / name).parent.exists()
        }
    proposal = _proposal(root, outcome, catalogue)
    if proposal is not None and not proposal[0].exists():
        files[proposal[0]] = proposal[1]
    held = record_text(Record(outcome.source, sha256, figures, rows)).encode()
    if sum(counts[:2]) and (not record_file.exists() or record_file.read_bytes() != held):
        files[record_file] = held
    is_new = path in files and not path.exists()
    return Plan(files, outcome, path, is_new, proposal[0] if proposal else None, *counts)


def _with_first_tables(
    before: str, path: Path, record_file: Path, known: Record, outcome: Outcome, sha256: str
) -> Plan:
    """What to write where a report is there without its tables: it was begun by hand, or its form was not known when it was imported."""
    form = outcome.form.id if outcome.form else ""
    text = with_tables(before, outcome.unit, str(outcome.period), form, outcome.tables)
    figures = _figures_of(outcome)
    rows = {**known.rows, **names_of_rows(outcome.tables)}
    held = record_text(Record(outcome.source, sha256, {**known.figures, **figures}, rows))
    files = {path: text.encode(), record_file: held.encode()} if figures else {}
    return Plan(files, outcome, path, is_new=False, new=len(figures))


def _rows_made_with(outcome: Outcome) -> dict[str, str]:
    """What the rows of lists are called that a workbook of ours was made with: the file had them then."""
    held = {key.rpartition("\t")[0] for key in outcome.held}
    return {key: name for key, name in names_of_rows(outcome.tables).items() if key in held}


def _figures_of(outcome: Outcome) -> dict[str, object]:
    """The figures of tables that go into the file, as the record has them."""
    return {
        key_of(each.table, each.row, each.column): each.figure
        for table in outcome.tables
        for each in table.placed
        if each.figure is not None and each.row
    }


def _proposal(root: Path, outcome: Outcome, catalogue: Catalogue) -> tuple[Path, bytes] | None:
    """A new form of the tables of a document that follows none, beside the records, where nothing is published from."""
    tables = proposed_tables(outcome.unknown, catalogue, "vi") if outcome.form is None else ()
    if not tables:
        return None
    name = f"{outcome.unit}-{outcome.period}".lower()
    form = NewForm(name, {"vi": outcome.title or name}, tables)
    return root / FOLDER / "forms" / f"{name}.yml", form_text(form, "vi").encode()


def carry_out(files: Mapping[Path, bytes]) -> None:
    """Write files, each in one step; where one cannot be written, those before are as they were. Raises OSError."""
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in files.items():
            before[path] = path.read_bytes() if path.exists() else None
            path.parent.mkdir(parents=True, exist_ok=True)
            _put(path, content)
    except OSError:
        for path, content_before in before.items():
            if content_before is None:
                path.unlink(missing_ok=True)
            else:
                _put(path, content_before)
        raise


def _put(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_bytes(content)
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
