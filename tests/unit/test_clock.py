"""Days that are still to come: asked of the clock by the command `check`, and by nothing else."""

from datetime import date

import pytest

from generator.assembly.site import load_and_check
from generator.check.clock import check_against_clock
from generator.load import load_catalogue
from tests.trees import REPORT, added, edit, write_tree

TODAY = date(2026, 11, 29)
REVISED = "published: 2026-11-21\nrevisions:\n  - {date: 2027-11-22, change: {vi: Sửa}, indicator: resolved}\n"


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        (added(REPORT, "published: 2062-11-21\n"), f"{REPORT}:25:1"),
        (added(REPORT, REVISED), f"{REPORT}:27:6"),
        (edit(REPORT, "  as_of: 2022-09-15", "  date: 2027-01-05"), f"{REPORT}:6:3"),
        (edit(REPORT, "2022-09-15", "2027-09-15"), f"{REPORT}:6:3"),
    ],
)
def test_a_day_far_ahead_is_told(tmp_path, changes, place):
    problems = check_against_clock(load_catalogue(write_tree(tmp_path, changes)).catalogue, TODAY)

    assert [(each.code, str(each.place)) for each in problems] == [("day-to-come", place)]


def test_a_report_of_a_period_to_come_is_told_where_no_date_says_more(tmp_path):
    text = "unit: huyen\nperiod: 2062-Q3\ndocument: {title: {vi: Báo cáo, en: Report}}\n"

    problems = check_against_clock(
        load_catalogue(write_tree(tmp_path, {"data/reports/huyen/2062-Q3.yml": text})).catalogue, TODAY
    )

    assert [(each.code, str(each.place)) for each in problems] == [
        ("day-to-come", "data/reports/huyen/2062-Q3.yml:2:1")
    ]


def test_what_is_prepared_may_lie_a_month_ahead(tmp_path):
    catalogue = load_catalogue(write_tree(tmp_path, added(REPORT, "published: 2026-12-30\n"))).catalogue

    assert check_against_clock(catalogue, TODAY) == ()
    assert check_against_clock(catalogue, date(2026, 11, 28)) != ()
    assert check_against_clock(catalogue, date.max) == ()


def test_a_build_asks_no_clock(tmp_path):
    _, problems = load_and_check(write_tree(tmp_path, added(REPORT, "published: 2099-11-21\n")))

    assert problems == ()
