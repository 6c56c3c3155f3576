"""What is overdue on a day: translations, targets without a final figure, reports that a unit's own rhythm lets expect."""

from datetime import date

import pytest

from generator.assembly.site import read_tree
from generator.review.overdue import overdue_on
from tests.trees import FILES, REPORT, added, write_tree

EARLIER = {"data/reports/huyen/2022-Q2.yml": FILES[REPORT].replace("2022-Q3", "2022-Q2").replace("09-15", "06-15")}


def found(tmp_path, day, changes=None):
    dataset, _ = read_tree(write_tree(tmp_path, changes or {}))
    return overdue_on(dataset, date.fromisoformat(day))


def test_a_unit_that_reported_two_quarters_is_expected_to_go_on(tmp_path):
    (late,) = found(tmp_path, "2023-08-15", EARLIER).reports

    assert (late.unit, str(late.period), late.more) == ("huyen", "2022-Q4", 2)


@pytest.mark.parametrize(("day", "changes"), [
    ("2023-01-30", EARLIER),
    ("2023-08-15", {}),
    ("2023-08-15", EARLIER | added("data/units/huyen.yml", "valid_to: 2022-12-01\n")),
], ids=["within thirty days", "one report is no rhythm", "the unit is no more"])  # fmt: skip
def test_nothing_is_expected_before_its_time_or_of_nobody(tmp_path, day, changes):
    assert found(tmp_path, day, changes).reports == ()


def test_a_target_whose_time_is_over_lacks_its_final_figure(tmp_path):
    assert found(tmp_path, "2022-12-31").targets == ()
    (late,) = found(tmp_path, "2023-03-01").targets

    assert (late.target, late.unit, str(late.end)) == ("huyen-2022", "huyen", "2022-12-31")


def test_a_text_without_translation_is_overdue(tmp_path):
    (late,) = found(tmp_path, "2022-10-01", {"content/en/about.md": None}).translations

    assert late.code == "missing-translation"
