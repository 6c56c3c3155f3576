"""A report's appendix on its page: what it shows, and what it only names."""

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.model.form_in_report import form_of
from generator.pages.appendix.appendix import AppendixTable, appendix_tables
from generator.pages.markup.slots import SlotStore
from generator.pages.render import page_context
from tests.other_offices import FILES_OF_06
from tests.trees import FORM, REPORT, edit, write_tree


@pytest.fixture
def tables(tmp_path, root):
    def make(changes: dict[str, str], lang: str = "en") -> dict[str, AppendixTable]:
        catalogue, problems = load_and_check(write_tree(tmp_path, changes))
        assert not [each for each in problems if each.severity.name == "ERROR"]
        context = page_context(Dataset.of(catalogue), lang, root / "site_templates/pages", SlotStore(), None)
        report = catalogue.reports["huyen/2022-Q3"]
        return {each.id: each for each in appendix_tables(report, catalogue.forms["bieu"], context)}

    return make


def test_a_column_without_anything_is_named_and_its_address_leads_to_the_row(tables):
    years = tables({})["years"]

    assert (years.columns, years.empty_columns) == (("2020",), ("2021",))
    ((cell,),) = (row.cells for row in years.rows)
    assert cell.anchor
    assert len(cell.more_anchors) == 1


@pytest.mark.parametrize("said", ["0", "not-applicable"])
def test_a_column_in_which_any_row_says_something_is_shown(tables, said):
    years = tables(edit(REPORT, "not-reported]", f"{said}]"))["years"]

    assert (len(years.columns), years.empty_columns) == (2, ())


def test_a_table_that_is_empty_as_a_whole_keeps_its_columns(tables):
    years = tables(edit(REPORT, '["97,5%", not-reported]', "[not-reported, not-reported]"))["years"]

    assert (len(years.columns), years.empty_columns) == (2, ())


def test_a_row_that_the_form_marks_as_a_part_says_so_in_the_language_of_the_page(tables):
    part = edit(FORM, '{code: "1.2", ', '{code: "1.2", printed: "Trong đó", ')

    assert [row.number for row in tables(part)["main"].rows][2] == "Of which"


def test_a_header_of_several_storeys_says_of_each_figure_what_it_stands_below(tables_of_06):
    table = tables_of_06("en")["06"]

    assert [
        [(str(cell.label), cell.scope, cell.columns, cell.storeys) for cell in storey] for storey in table.head.storeys
    ] == [
        [("Received", "colgroup", 3, 1), ("Resolved", "col", 1, 3)],
        [("Total", "col", 1, 2), ("In the period", "colgroup", 2, 1)],
        [("Online", "col", 1, 1), ("Other", "col", 1, 1)],
    ]
    assert table.head.numbers == ("1", "2", "3", "4", "(5)", "6")
    first = next(row for row in table.rows if row.cells)
    assert first.cells[1].headers == "h-06-received h-06-in-period h-06-column-2"


def test_rows_of_a_report_stand_below_the_row_that_lists_them(tables_of_06):
    rows = tables_of_06("en")["06"].rows

    assert [(row.number, str(row.label), row.is_heading) for row in rows] == [
        ("", "Districts", True),
        ("1", "Sample District", False),
        ("", "Fields", True),
        ("1", "Land matters", False),
        ("2", "Civil status", False),
        ("3", "Other matters", False),
        ("", "Total", False),
    ]
    assert [row.unit_name for row in rows][1] == "Sample District"
    assert [row.is_called_as_unit for row in rows] == [False, True, *[False] * 5]
    assert [row.reason for row in rows][5] == "No known field"


@pytest.fixture
def tables_of_06(tmp_path, root):
    def make(lang: str) -> dict[str, AppendixTable]:
        catalogue, problems = load_and_check(write_tree(tmp_path, FILES_OF_06))
        assert not [each for each in problems if each.severity.name == "ERROR"]
        context = page_context(Dataset.of(catalogue), lang, root / "site_templates/pages", SlotStore(), None)
        report = catalogue.reports["tinh/2024-Q1"]
        return {each.id: each for each in appendix_tables(report, form_of(report, catalogue), context)}

    return make
