"""The workbook of a form: a report goes out and comes back, and what was changed in it is what changes in its file."""

from pathlib import Path

import openpyxl
import pytest

from generator.importing.mapping.placed import Certainty
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of_workbook
from generator.importing.reading.sheets import MARK
from generator.importing.reading.xlsx import read_xlsx
from generator.importing.workbook.plan import book_of
from generator.importing.workbook.read import read_filled
from generator.importing.workbook.write import book_bytes
from generator.importing.worksheet.senders import contradictions, doubles, missing_units
from generator.importing.writing.plan import plan_of
from generator.load import load_catalogue
from generator.model.period import Period
from tests.conftest import ROOT

WITH_FORMS = ("cu-chi/2020-Q1", "khanh-son/2011-2020", "ngan-son/2022-Q3", "tran-de/2023")


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue(ROOT).catalogue


@pytest.fixture(scope="module")
def words(catalogue):
    return Vocabulary(catalogue.indicators, catalogue.measures)


def write(path: Path, catalogue, words, form, name="", lang="vi", report=None) -> Path:
    unit, _, period = name.partition("/")
    path.write_bytes(book_bytes(book_of(catalogue.forms[form], words, lang, unit, period, report)))
    return path


def read(path: Path, catalogue, words, unit="", period=""):
    document = read_xlsx(path)
    filled = read_filled(document, catalogue.forms, words)
    assert filled.fault is None
    form = catalogue.forms[filled.form]
    return outcome_of_workbook(document, filled, form, unit or filled.unit, Period.parse(period or filled.period))


def lines_of(plan, name):
    path = ROOT / "data" / "reports" / f"{name}.yml"
    before = path.read_text(encoding="utf-8").split("\n")
    return before, str(plan.files[path], "utf-8").split("\n") if path in plan.files else before


@pytest.mark.parametrize("name", WITH_FORMS)
def test_a_report_that_comes_back_as_it_went_changes_nothing_and_one_changed_cell_changes_one_line(
    name, catalogue, words, tmp_path
):
    report = catalogue.reports[name]
    path = write(tmp_path / "form.xlsx", catalogue, words, report.form, name, report=report)
    plan = plan_of(ROOT, read(path, catalogue, words), "", catalogue)
    assert (plan.new, plan.changed, plan.files) == (0, 0, {})

    book = openpyxl.load_workbook(path)
    cells = (row[4] for row in book.worksheets[0].iter_rows(min_row=5))
    cell = next(each for each in cells if isinstance(each.value, int | float) and each.number_format == "#,##0")
    cell.value += 7
    book.save(path)
    plan = plan_of(ROOT, read(path, catalogue, words), "", catalogue)
    before, after = lines_of(plan, name)
    differing = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert (plan.new, plan.changed, len(differing)) == (0, 1, 1)


def test_a_rate_typed_as_a_percentage_is_that_rate(catalogue, words, tmp_path):
    name = "ngan-son/2022-Q3"
    path = write(tmp_path / "form.xlsx", catalogue, words, "cchc-quarterly-2022", name, report=catalogue.reports[name])
    book = openpyxl.load_workbook(path)
    row = next(row for row in book.worksheets[0].iter_rows(min_row=5) if row[0].value == "appendix|1.2")
    assert (row[4].value, row[4].number_format) == (0.76, "0.00%")
    row[4].value = 0.7655
    book.save(path)
    _, after = lines_of(plan_of(ROOT, read(path, catalogue, words), "", catalogue), name)
    assert '      "1.2": "76,55%"' in after


def test_a_figure_that_was_changed_meanwhile_is_kept_and_told(catalogue, words, tmp_path):
    name = "ngan-son/2022-Q3"
    path = write(tmp_path / "form.xlsx", catalogue, words, "cchc-quarterly-2022", name, report=catalogue.reports[name])
    book = openpyxl.load_workbook(path)
    row = next(row for row in book.worksheets[0].iter_rows(min_row=5) if row[0].value == "appendix|1.1")
    row[4].value = 15
    book.save(path)
    target = tmp_path / "data/reports/ngan-son/2022-Q3.yml"
    target.parent.mkdir(parents=True)
    text = (ROOT / "data/reports/ngan-son/2022-Q3.yml").read_text(encoding="utf-8")
    target.write_text(text.replace('"1.1": 14', '"1.1": 13'), encoding="utf-8")
    plan = plan_of(tmp_path, read(path, catalogue, words), "", catalogue)
    assert target not in plan.files
    assert [each.certainty for each in plan.outcome.placed] == [Certainty.LEFT]
    told = plan_of(tmp_path, read(path, catalogue, words), "", catalogue, overwrite=True)
    assert '"1.1": 15' in str(told.files[target], "utf-8")


def test_only_cells_to_fill_are_open_and_each_says_what_may_stand_there(catalogue, words, tmp_path):
    path = write(tmp_path / "form.xlsx", catalogue, words, "cchc-quarterly-2022", lang="en")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    assert sheet.protection.sheet
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=5)}
    assert rows["appendix|1.1"][2].value.startswith("Documents directing reform issued")
    assert (rows["appendix|1.1"][4].protection.locked, rows["appendix|1.1"][2].protection.locked) == (False, True)
    assert rows["appendix|1"][4].protection.locked
    kinds = {str(each.sqref): each.type for each in sheet.data_validations.dataValidation}
    number = rows["appendix|1.1"][4].row
    assert (kinds[f"E{number}"], kinds[f"F{number}"]) == ("whole", "list")
    assert str(rows["appendix|1.2"][6].value).startswith("=IF(AND(ISNUMBER(")
    assert book[MARK].sheet_state == "veryHidden"


def test_the_same_form_gives_the_same_bytes(catalogue, words):
    book = book_of(catalogue.forms["cchc-quarterly-2022"], words, "vi")
    assert book_bytes(book) == book_bytes(book)


def fill(path, rows):
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows(min_row=5):
        if row[0].value in rows:
            column, value = rows[row[0].value]
            row[column].value = value
    book.save(path)
    return path


def test_what_is_typed_against_the_rules_is_marked_or_left_out(catalogue, words, tmp_path):
    path = write(tmp_path / "form.xlsx", catalogue, words, "cchc-quarterly-2022", "ngan-son/2023-Q1")
    rows = {
        "appendix|1.1": (4, "mười bốn"),
        "appendix|1.2.1": (4, 46),
        "appendix|1.2.2": (5, "không phát sinh"),
        "appendix|2.1": (4, 2.5),
    }
    found = {each.row: each for each in read(fill(path, rows), catalogue, words).placed}
    assert found["1.1"].certainty is Certainty.GUESSED
    assert (found["1.2.1"].figure, found["1.2.1"].certainty) == ("46", Certainty.SURE)
    assert found["1.2.2"].figure == {"status": "none-occurred"}
    assert (found["2.1"].figure, found["2.1"].certainty) == (None, Certainty.LEFT)
    assert found["2.2"].figure == "not-reported"


def test_many_workbooks_tell_who_is_missing_and_what_two_of_one_unit_say_differently(catalogue, words, tmp_path):
    form = "cchc-quarterly-2022"
    first = write(tmp_path / "a.xlsx", catalogue, words, form, "bang-van-commune/2025-Q3")
    second = fill(
        write(tmp_path / "b.xlsx", catalogue, words, form, "bang-van-commune/2025-Q3"), {"appendix|1.1": (4, 9)}
    )
    other = write(tmp_path / "c.xlsx", catalogue, words, form, "na-phac-commune/2025-Q3")
    outcomes = [read(each, catalogue, words) for each in (first, second, other)]
    (several,) = doubles(outcomes).values()
    told = list(contradictions(several, "en"))
    assert told[0] == "a.xlsx and b.xlsx are of the same unit and period; 1 figures differ"
    assert "appendix/1.1" in told[1]
    missing = {each.id for each in missing_units(catalogue.units, outcomes)}
    assert "ngan-son-commune" in missing
    assert not missing & {"bang-van-commune", "na-phac-commune"}


def test_a_workbook_of_another_layout_is_refused(catalogue, words, tmp_path):
    path = write(tmp_path / "form.xlsx", catalogue, words, "cchc-quarterly-2022")
    book = openpyxl.load_workbook(path)
    book[MARK]["B1"] = "99"
    book.save(path)
    fault = read_filled(read_xlsx(path), catalogue.forms, words).fault
    assert "another version" in fault.in_language("en")
