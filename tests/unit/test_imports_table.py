"""The table of what imports make of reports: put between its marks, and measured as it says."""

import zipfile
from io import BytesIO

import pytest

from generator.importing.document import Cell, Document, Table
from tests.conftest import ROOT
from tools.imports.__main__ import BEGIN, END, HEAD, TEXTS, measure, write_table
from tools.imports.formats import docx_of


def test_the_page_has_the_marks_and_a_table_between_them():
    text = (ROOT / "docs/performance.md").read_text(encoding="utf-8")
    table = text.partition(BEGIN)[2].partition(END)[0]
    assert HEAD in table
    wrong = {row.split("|")[5].strip() for row in table.split("\n") if row.startswith("| ") and row[2:8] != "report"}
    assert wrong == {"0"}


def test_a_table_takes_the_place_of_the_last_one(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"a\n{BEGIN}\nold\n{END}\nb\n", encoding="utf-8")
    write_table(["| x |"], page)
    assert page.read_text(encoding="utf-8") == f"a\n{BEGIN}\n\n{HEAD}\n| x |\n\n{END}\nb\n"
    page.write_text("a", encoding="utf-8")
    with pytest.raises(ValueError, match="lacks the marks"):
        write_table([], page)


def test_a_report_is_measured():
    cells = [each.strip() for each in measure("tran-de-2023", TEXTS / "tran-de-2023.txt").strip("|").split("|")]
    assert cells[:6] == ["tran-de-2023", ".txt", "134", "134", "0", "0"]
    assert float(cells[6]) < 30


def test_a_row_that_ends_early_says_so_as_word_does():
    rows = ((Cell("a"), Cell("b"), Cell("c")), (Cell("d"),))
    with zipfile.ZipFile(BytesIO(docx_of(Document("a", (Table(rows),))))) as package:
        xml = package.read("word/document.xml").decode()
    assert xml.count("gridAfter") == 1
    assert '<w:trPr><w:gridAfter w:val="2"/></w:trPr><w:tc>' in xml
