"""Forms whose header has storeys and whose rows each report brings itself: imported in every format that can be made of them."""

import re
from dataclasses import replace

import pytest

from generator.importing.document import Cell, Document, Paragraph, Table
from generator.importing.mapping.placed import Certainty
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of
from generator.importing.reading.docx import read_docx
from generator.importing.reading.html import read_html
from generator.importing.reading.xlsx import read_xlsx
from generator.importing.writing import yaml_text
from generator.importing.writing.facts import facts_of
from generator.importing.writing.plan import carry_out, plan_of
from generator.importing.writing.report import report_text
from generator.load import load_catalogue
from generator.load.entries import read_entry
from generator.load.yaml_tree import parse_yaml
from generator.model.header import header
from generator.model.period import Period
from generator.model.report import Report
from tests.conftest import ROOT
from tools.imports.formats import docx_of, html_of, xlsx_of

FORMS = ("vpcp-kstt-06", "vpcp-kstt-ii-06a", "vpcp-kstt-ii-07b")
UNITS = ("Xã Ngân Sơn", "Xã Nà Phặc", "Phòng không có trong danh mục")


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue(ROOT).catalogue


def paper(form):
    """The form as paper has it: storeys with their spans, column numbers, and three rows of the report's own in its last list."""
    table = form.tables[0]
    storeys = header(table)
    depth = len(storeys)
    heads = []
    for number, storey in enumerate(storeys):
        cells = [Cell(each.said.label.root["vi"], each.columns, each.storeys) for each in storey]
        heads.append(((Cell("STT", 1, depth), Cell("Đơn vị", 1, depth)) if not number else ()) + tuple(cells))
    width = len(table.fixed_columns)
    rows = []
    for row in table.rows:
        if row.lists and len(table.rows) > 1:
            rows.append((Cell(row.label.root["vi"], width + 2),))
        if row.lists:
            for number, unit in enumerate(UNITS, 1):
                rows.append((Cell(str(number)), Cell(unit), *(Cell(str(10 * number + each)) for each in range(width))))
        else:
            rows.append((Cell(""), Cell(row.label.root["vi"]), *(Cell(str(900 + each)) for each in range(width))))
    title = Paragraph(table.title.root["vi"])
    return Document("a", (Paragraph("BÁO CÁO"), title, Table((*heads, *rows))))


def imported(document, form, catalogue):
    words = Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)
    return outcome_of(document, "thai-nguyen-2025", Period.parse("2025-Q3"), catalogue.forms, words)


def written(plan):
    """The plan, carried out."""
    carry_out(plan.files)
    return plan


def through(suffix, document, folder):
    """The document as a file of a format is read."""
    if suffix == ".html":
        return read_html("a.html", html_of(document))
    path = folder / f"a{suffix}"
    path.write_bytes(docx_of(document) if suffix == ".docx" else xlsx_of(document))
    return read_docx(path) if suffix == ".docx" else read_xlsx(path)


@pytest.mark.parametrize("suffix", [".html", ".docx", ".xlsx"])
@pytest.mark.parametrize("name", FORMS)
def test_columns_are_known_by_all_storeys_and_rows_by_their_units(name, suffix, catalogue, tmp_path):
    form = catalogue.forms[name]
    outcome = imported(through(suffix, paper(form), tmp_path), form, catalogue)

    assert outcome.form is not None
    assert outcome.form.id == name
    (table,) = outcome.tables
    codes = [each.code for each in form.tables[0].fixed_columns]
    lists = [row for row in form.tables[0].rows if row.lists]
    assert [each.unit for each in table.listed] == ["ngan-son-commune", "na-phac-commune", ""] * len(lists)
    cells = {(each.row, each.column): each for each in table.placed}
    for row in lists:
        for number in (1, 2, 3):
            told = [cells[f"{row.code}.{number}", code] for code in codes]
            assert [each.figure for each in told] == [str(10 * number + each) for each in range(len(codes))]
            sure = Certainty.GUESSED if number == 3 else Certainty.SURE
            assert {each.certainty for each in told} == {sure}


def test_the_file_has_the_lists_and_only_asks_whose_the_unknown_row_is(catalogue):
    form = catalogue.forms["vpcp-kstt-06"]
    outcome = imported(paper(form), form, catalogue)
    text = report_text("thai-nguyen-2025", "2025-Q3", form.id, facts_of(outcome), outcome.tables)
    assert text.count("# ? Dòng này của đơn vị hay phần nào: “Phòng không có trong danh mục”?") == 3
    assert text.count("# ? Chỉ nhận ra dòng qua tên chỉ tiêu: “Tổng số”.") == 1
    tree, problems = parse_yaml(text, "a.yml")
    assert not problems
    report, problems = read_entry(Report, tree, "a.yml")
    assert not problems
    lists = report.tables["06"].lists
    assert [each.unit for each in lists["communes"]] == ["ngan-son-commune", "na-phac-commune", None]
    assert str(lists["communes"][0].values.by_column["online"].value) == "11"


def test_a_corrected_document_changes_the_figure_in_its_list(catalogue, tmp_path):
    form = catalogue.forms["vpcp-kstt-06"]
    document = paper(form)
    first = written(plan_of(tmp_path, imported(document, form, catalogue), "a", catalogue))
    table = document.blocks[-1]
    rows = tuple(tuple(replace(cell, text="77") if cell.text == "21" else cell for cell in row) for row in table.rows)
    corrected = replace(document, blocks=(*document.blocks[:-1], replace(table, rows=rows)))

    again = plan_of(tmp_path, imported(corrected, form, catalogue), "b", catalogue)

    before, after = first.files[first.report].decode(), again.files[again.report].decode()
    assert again.changed == 3
    assert [line for line in after.split("\n") if line not in before.split("\n")]
    assert len(re.findall(r"\b77\b", after)) == 3


def test_a_row_that_a_person_took_out_of_a_list_is_told_and_not_put_back(catalogue, tmp_path):
    form = catalogue.forms["vpcp-kstt-ii-06a"]
    outcome = imported(paper(form), form, catalogue)
    path = written(plan_of(tmp_path, outcome, "a", catalogue)).report
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'        - code: "?3"?\n(?:          .*\n)+', "", text), encoding="utf-8")

    again = plan_of(tmp_path, outcome, "a", catalogue)

    assert path not in again.files
    left = [each for each in again.outcome.placed if each.label == UNITS[2]]
    assert {each.certainty for each in left} == {Certainty.LEFT}
    assert "took this row out" in left[0].doubts[-1].in_language("en")


def with_row(document, at, label):
    """The document with one row more in its list, all that follow numbered anew."""
    table = document.blocks[-1]
    width = len(table.rows[-1]) - 2
    first = next(number for number, row in enumerate(table.rows) if row[1:2] and row[1].text == UNITS[0])
    own = [row[1:] for row in table.rows[first:]]
    own.insert(at, (Cell(label), *(Cell(str(500 + each)) for each in range(width))))
    rows = tuple((Cell(str(number)), *row) for number, row in enumerate(own, 1))
    return replace(document, blocks=(*document.blocks[:-1], replace(table, rows=(*table.rows[:first], *rows))))


@pytest.mark.parametrize("suffix", [".html", ".docx"])
@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_a_row_that_comes_in_adds_its_lines_and_no_figure_changes_its_unit(at, suffix, catalogue, tmp_path):
    form = catalogue.forms["vpcp-kstt-ii-06a"]
    document = through(suffix, paper(form), tmp_path)
    path = written(plan_of(tmp_path, imported(document, form, catalogue), "a", catalogue)).report
    before = path.read_text(encoding="utf-8").split("\n")

    more = through(suffix, with_row(paper(form), at, "Xã Hiệp Lực"), tmp_path)
    again = plan_of(tmp_path, imported(more, form, catalogue), "b", catalogue)

    after = again.files[path].decode().split("\n")
    start = next(number for number, (old, new) in enumerate(zip(before, after, strict=False)) if old != new)
    assert (again.changed, again.new) == (0, 11)
    added = after[start : start + len(after) - len(before)]
    assert after[:start] + after[start + len(added) :] == before
    assert sum("hiep-luc-commune" in line for line in added) == 1
    units = [match[1] for line in after if (match := re.match(r" +unit: (.+)", line))]
    wanted = ["ngan-son-commune", "na-phac-commune"]
    wanted.insert(at, "hiep-luc-commune")
    assert units == wanted


def test_a_row_that_the_document_has_no_more_stays_in_the_file_and_is_told(catalogue, tmp_path):
    form = catalogue.forms["vpcp-kstt-ii-06a"]
    path = written(plan_of(tmp_path, imported(paper(form), form, catalogue), "a", catalogue)).report
    table = paper(form).blocks[-1]
    rows = tuple(row for row in table.rows if row[1:2] == () or row[1].text != UNITS[1])
    document = replace(paper(form), blocks=(*paper(form).blocks[:-1], replace(table, rows=rows)))

    again = plan_of(tmp_path, imported(document, form, catalogue), "b", catalogue)

    assert path not in again.files
    (left,) = [each for each in again.outcome.placed if each.certainty is Certainty.LEFT]
    assert (left.row, left.label, left.doubts[0].in_language("en")) == (
        "units.2",
        UNITS[1],
        "The document has no such row.",
    )


def test_a_row_of_another_unit_under_the_number_of_one_is_left_for_a_person(catalogue, tmp_path):
    form = catalogue.forms["vpcp-kstt-ii-06a"]
    path = written(plan_of(tmp_path, imported(paper(form), form, catalogue), "a", catalogue)).report
    table = paper(form).blocks[-1]
    renamed = {UNITS[1]: "Xã Hiệp Lực", "25": "99"}
    rows = tuple(tuple(replace(cell, text=renamed.get(cell.text, cell.text)) for cell in row) for row in table.rows)
    document = replace(paper(form), blocks=(*paper(form).blocks[:-1], replace(table, rows=rows)))

    again = plan_of(tmp_path, imported(document, form, catalogue), "b", catalogue)

    assert path not in again.files
    left = [each for each in again.outcome.placed if each.label == "Xã Hiệp Lực"]
    assert "units.2" in {each.row for each in again.outcome.placed if each.label == UNITS[1]}
    assert {each.certainty for each in left} == {Certainty.LEFT}
    assert left[0].doubts[-1].in_language("en") == (
        "In the report's file the row of the list with this number is called “Xã Nà Phặc”."
    )


def test_a_row_that_a_person_called_otherwise_is_still_that_row(catalogue, tmp_path):
    form = catalogue.forms["vpcp-kstt-ii-06a"]
    path = written(plan_of(tmp_path, imported(paper(form), form, catalogue), "a", catalogue)).report
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(UNITS[2], "Phòng Kinh tế"), encoding="utf-8")
    table = paper(form).blocks[-1]
    rows = tuple(tuple(replace(cell, text="77") if cell.text == "31" else cell for cell in row) for row in table.rows)
    document = replace(paper(form), blocks=(*paper(form).blocks[:-1], replace(table, rows=rows)))

    again = plan_of(tmp_path, imported(document, form, catalogue), "b", catalogue)

    assert (again.changed, again.new) == (1, 0)
    assert "Phòng Kinh tế" in again.files[path].decode()


def test_many_changes_of_one_file_are_found_in_one_reading(catalogue, tmp_path, monkeypatch):
    form = catalogue.forms["vpcp-kstt-ii-06a"]
    written(plan_of(tmp_path, imported(paper(form), form, catalogue), "a", catalogue))
    table = paper(form).blocks[-1]
    rows = tuple(
        tuple(
            replace(cell, text=f"{cell.text}0") if cell.text.isdigit() and len(cell.text) > 1 else cell for cell in row
        )
        for row in table.rows
    )
    document = replace(paper(form), blocks=(*paper(form).blocks[:-1], replace(table, rows=rows)))
    outcome = imported(document, form, catalogue)
    compose, read = yaml_text.yaml.compose, []
    monkeypatch.setattr(yaml_text.yaml, "compose", lambda *given, **named: read.append(1) or compose(*given, **named))

    plan = plan_of(tmp_path, outcome, "b", catalogue)

    assert (plan.changed, plan.new) == (33, 0)
    assert len(read) < 5
