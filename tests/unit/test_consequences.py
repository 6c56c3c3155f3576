"""One mistake is told once: what only follows from it is not told as well."""

import pytest

from generator.assembly.site import load_and_check
from tests.trees import FILES, INDICATORS, REPORT, SUMMARY, edit, write_tree


def codes(folder, changes):
    return {problem.code for problem in load_and_check(write_tree(folder, changes))[1]}


def test_a_broken_measure_is_not_missed_by_every_indicator(tmp_path):
    changes = {"data/measures.yml": FILES["data/measures.yml"].replace("type:", "tipe:", 1)}

    assert codes(tmp_path, changes) == {"unknown-key"}


@pytest.mark.parametrize("lost", ["data/measures.yml", INDICATORS, "data/units/huyen.yml", REPORT])
def test_a_file_that_cannot_be_read_is_the_only_thing_told(tmp_path, lost):
    assert codes(tmp_path, {lost: 'id: "never closed\n'}) == {"yaml-quote"}


def test_a_figure_that_cannot_be_read_is_not_missed_by_the_narrative(tmp_path):
    figure = next(line for line in FILES[REPORT].splitlines() if "1.1:" in line)
    changes = edit(REPORT, figure, figure.split(":")[0] + ": 12.35")
    changes[SUMMARY] = FILES[SUMMARY]

    assert codes(tmp_path, changes) == {"count-with-decimals"}


def test_a_report_with_a_slip_in_its_unit_is_told_once(tmp_path):
    assert codes(tmp_path, edit(REPORT, "unit: huyen", "unit: huyenn")) == {"misplaced-file", "unknown-unit"}
