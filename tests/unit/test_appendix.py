"""A report's appendix on its page: what it shows, and what it only names."""

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.pages.appendix.appendix import AppendixTable, appendix_tables
from generator.pages.markup.slots import SlotStore
from generator.pages.render import page_context
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
