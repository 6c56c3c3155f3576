"""What a workbook shows first: who, what, how much, of what and when, in words; and what a report left empty, apart."""

import io

from openpyxl import load_workbook

from generator.charts.cache import Cache
from generator.dataset.dataset import Dataset
from generator.exports import workbooks
from generator.exports.figures import all_figures
from generator.exports.observations import observation_table
from generator.exports.people import HEADS, is_empty, people_table
from generator.exports.workbooks import FIGURES_SHEET, WorkbookLayout, figures_workbook
from generator.load.catalogue import load_catalogue
from tests.trees import write_tree

LANGUAGES = ("vi", "en")
TABLE = people_table(observation_table(LANGUAGES), LANGUAGES)


def test_the_first_columns_answer_what_people_ask_and_none_is_lost():
    assert TABLE.header[:7] == (
        *("unit_name_vi", "indicator_name_vi", "row_label_vi", "breakdown_name_vi"),
        *("value", "measure_name_vi", "period_name_vi"),
    )
    assert {*observation_table(LANGUAGES).header} < {*TABLE.header}
    assert len({*TABLE.header}) == len(TABLE.header)


def test_every_column_has_a_head_in_words():
    """A new column of the table needs one in HEADS."""
    names = {
        column.name.removesuffix(f"_{column.lang}") if column.name.endswith(f"_{column.lang}") else column.name
        for column in TABLE.columns
    }

    assert names == {*HEADS}


def test_rows_that_a_report_left_empty_stand_on_a_sheet_of_their_own(tmp_path):
    figures = all_figures(Dataset.of(load_catalogue(write_tree(tmp_path)).catalogue), "")
    rows = [TABLE.row(figure) for figure in figures]
    layout = WorkbookLayout(TABLE, LANGUAGES)

    made = load_workbook(io.BytesIO(figures_workbook("x", layout, rows, figures, Cache(tmp_path / "cache"))))

    silent = [is_empty(figure) for figure in figures]
    counts = [silent.count(False), silent.count(True)]
    assert [sheet.max_row - 2 for sheet in made.worksheets[:-1]] == [count for count in counts if count]
    heads, names = list(made.worksheets[0].iter_rows(max_row=2, values_only=True))
    assert heads[names.index("value")] == "Giá trị\nValue"
    assert made.worksheets[0].cell(3, names.index("period_name_en") + 1).value.startswith(("Q", "20"))


def test_figures_that_one_sheet_does_not_hold_go_on_the_next(tmp_path, monkeypatch):
    figures = all_figures(Dataset.of(load_catalogue(write_tree(tmp_path)).catalogue), "")
    rows = [TABLE.row(figure) for figure in figures]
    monkeypatch.setattr(workbooks, "MOST_ROWS", 2)

    content = figures_workbook("x", WorkbookLayout(TABLE, LANGUAGES), rows, figures, Cache(tmp_path / "cache"))

    made = load_workbook(io.BytesIO(content), read_only=True)
    told = [row[TABLE.header.index("id")] for sheet in made.worksheets[:-1] for row in _rows(sheet)]
    assert sorted(told) == sorted(figure.id for figure in figures)
    assert len(told) > 4
    assert made.sheetnames[:2] == [FIGURES_SHEET, f"{FIGURES_SHEET} 2"]
    assert all(len(name) <= 31 for name in made.sheetnames)


def _rows(sheet):
    return list(sheet.iter_rows(min_row=3, values_only=True))
