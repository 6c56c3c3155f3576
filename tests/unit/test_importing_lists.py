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
from generator.importing.writing.facts import facts_of
from generator.importing.writing.plan import plan_of
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
    assert "# ? total: Dòng này của đơn vị hay phần nào: “Phòng không có trong danh mục”?" in text
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
    first = plan_of(tmp_path, imported(document, form, catalogue), "a", catalogue)
    for path, content in first.files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
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
    first = plan_of(tmp_path, outcome, "a", catalogue)
    text = first.files[first.report].decode()
    path = first.report
    path.parent.mkdir(parents=True)
    path.write_text(re.sub(r'        - code: "?3"?\n(?:          .*\n)+', "", text), encoding="utf-8")

    again = plan_of(tmp_path, outcome, "a", catalogue)

    assert path not in again.files
    left = [each for each in again.outcome.placed if each.row == "units.3"]
    assert {each.certainty for each in left} == {Certainty.LEFT}
