"""What is overdue on a day: translations, targets without a final figure, reports that a unit's own rhythm lets expect."""

from datetime import date

import pytest

from generator.assembly.site import read_tree
from generator.model.translation_state import State
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

    assert (late.file, late.state) == ("content/en/about.md", State.MISSING)


CALENDAR = """\
- id: letter
  names: {vi: Chế độ mẫu, en: Sample rule}
  source: {vi: Công văn mẫu, en: A sample letter}
  collected: [huyen]
  since: 2022-01-01
  windows:
    - {period: Q1, from: 12-15, to: 03-14, due: 03-20}
    - {period: Q3, from: 06-15, to: 09-14, due: 09-20}
"""


@pytest.mark.parametrize(
    ("day", "late"),
    [
        ("2022-03-20", []),
        ("2022-03-21", [("2022-Q1", 0)]),
        ("2023-02-01", [("2022-Q1", 0)]),
        ("2023-03-21", [("2022-Q1", 1)]),
    ],
)
def test_where_the_calendar_declares_reports_it_says_which_are_overdue(tmp_path, day, late):
    reports = found(tmp_path, day, EARLIER | {"data/calendar.yml": CALENDAR}).reports

    assert [(str(each.period), each.more) for each in reports] == late


def test_a_unit_that_reports_month_by_month_is_expected_to_go_on(tmp_path):
    months = {
        f"data/reports/huyen/2022-{month}.yml": FILES[REPORT].replace("2022-Q3", f"2022-{month}").replace("2022-09-15", f"2022-{month}-28")
        for month in ("11", "12")
    }  # fmt: skip
    (late,) = found(tmp_path, "2023-04-15", months).reports

    assert (str(late.period), late.more) == ("2023-01", 1)
