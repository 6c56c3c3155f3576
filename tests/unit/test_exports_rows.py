"""Rows of figures are worked out once, and are those that the tables give."""

from dataclasses import replace

import pytest

from generator.dataset.dataset import Dataset
from generator.exports.csv_file import csv_bytes, csv_of_lines
from generator.exports.figures import all_figures
from generator.exports.observations import observation_table
from generator.exports.people import people_table
from generator.exports.rows import FigureRows
from generator.load.catalogue import load_catalogue
from tests.trees import write_tree

LANGUAGES = ("vi", "en")
TABLE = observation_table(LANGUAGES)
PEOPLE = people_table(TABLE, LANGUAGES)


@pytest.fixture
def figures(tmp_path):
    return all_figures(Dataset.of(load_catalogue(write_tree(tmp_path)).catalogue), "https://cchc.test/")


def test_they_are_those_of_the_table_and_of_workbooks(figures):
    rows = FigureRows(LANGUAGES)

    for figure in figures:
        assert rows.values(figure)[: len(TABLE.columns)] == TABLE.row(figure)
        assert rows.people_row(figure) == PEOPLE.row(figure)


def test_lines_that_were_written_before_make_the_file_that_is_written_at_once(figures):
    rows = FigureRows(LANGUAGES)

    assert csv_of_lines(TABLE.header, map(rows.line, figures)) == csv_bytes(TABLE.header, map(TABLE.row, figures))


def test_a_row_is_the_same_object_until_its_figure_says_something_else(figures):
    rows = FigureRows(LANGUAGES)
    first = figures[0]
    before = rows.values(first)

    assert rows.values(replace(first)) is before
    other = replace(first, primary=not first.primary)
    assert rows.values(other)[: len(TABLE.columns)] == TABLE.row(other)
    said = replace(first, observation=replace(first.observation, printed="một nghìn"))
    assert rows.values(said)[: len(TABLE.columns)] == TABLE.row(said)


def test_of_figures_that_are_gone_nothing_is_kept(figures):
    rows = FigureRows(LANGUAGES)
    kept, gone = rows.values(figures[0]), rows.values(figures[1])

    rows.forget_others(figures[:1])

    assert rows.values(figures[0]) is kept
    assert rows.values(figures[1]) is not gone
