"""The calendar of reports: windows, last days, and what is missing on a day."""

from datetime import date

import pytest

from generator.dataset.dataset import Dataset
from generator.dataset.due import expected_reports
from generator.load import load_catalogue
from generator.model.calendar import DayOfYear, Window, spans
from tests.trees import write_tree

RULE = """\
- id: letter-581
  names: {vi: Chế độ mẫu, en: Sample rule}
  source: {vi: Công văn mẫu, en: A sample letter}
  collected: [huyen]
  since: 2022-01-01
  windows:
    - {period: Q1, from: 12-15, to: 03-14, due: 03-20}
    - {period: Q3, from: 06-15, to: 09-14, due: 09-20}
    - {period: year, from: 12-15, to: 12-14, due: 12-20}
"""


def window(period, first, last, due):
    days = {"from": DayOfYear.parse(first), "to": DayOfYear.parse(last), "due": DayOfYear.parse(due)}
    return Window.model_validate({"period": period, **days})


@pytest.mark.parametrize(
    ("given", "year", "period", "first", "last", "due"),
    [
        (window("Q1", "12-15", "03-14", "03-20"), 2025, "2025-Q1", date(2024, 12, 15), date(2025, 3, 14), date(2025, 3, 20)),
        (window("Q3", "06-15", "09-14", "09-20"), 2025, "2025-Q3", date(2025, 6, 15), date(2025, 9, 14), date(2025, 9, 20)),
        (window("year", "12-15", "12-14", "12-20"), 2025, "2025", date(2024, 12, 15), date(2025, 12, 14), date(2025, 12, 20)),
        (window("year", "01-01", "12-31", "01-15"), 2025, "2025", date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 15)),
    ],
)  # fmt: skip
def test_a_window_has_its_days_in_a_year(given, year, period, first, last, due):
    (span,) = spans(given, year)

    assert (str(span.period), span.first, span.last, span.due) == (period, first, last, due)


def test_a_window_of_every_month_begins_in_the_month_before():
    found = spans(window("month", "21", "20", "25"), 2021)

    assert len(found) == 12
    assert (str(found[0].period), found[0].first, found[0].last, found[0].due) == (
        "2021-01", date(2020, 12, 21), date(2021, 1, 20), date(2021, 1, 25),
    )  # fmt: skip
    assert (found[7].first, found[7].last) == (date(2021, 7, 21), date(2021, 8, 20))


def test_the_last_day_of_a_month_may_lie_in_the_next():
    december = spans(window("month", "01", "28", "05"), 2021)[11]

    assert (december.first, december.due) == (date(2021, 12, 1), date(2022, 1, 5))


@pytest.fixture
def dataset(tmp_path):
    def made(rule, **files):
        return Dataset.of(load_catalogue(write_tree(tmp_path, {"data/calendar.yml": rule, **files})).catalogue)

    return made


@pytest.mark.parametrize(
    ("today", "standings"),
    [
        (date(2022, 3, 14), {"2022-Q1": "not-yet", "2022": "not-yet"}),
        (date(2022, 3, 15), {"2022-Q1": "due", "2022": "not-yet"}),
        (date(2022, 3, 20), {"2022-Q1": "due", "2022": "not-yet"}),
        (date(2022, 3, 21), {"2022-Q1": "overdue", "2022": "not-yet"}),
        (date(2022, 9, 30), {"2022-Q1": "overdue", "2022-Q3": "here", "2022": "not-yet"}),
        (date(2022, 12, 15), {"2022-Q1": "overdue", "2022-Q3": "here", "2022": "due", "2023-Q1": "not-yet", "2023": "not-yet"}),
    ],
)  # fmt: skip
def test_a_report_is_missing_only_after_its_last_day(dataset, today, standings):
    found = expected_reports(dataset(RULE).catalogue, today)

    assert {str(each.span.period): each.standing.value for each in found} == standings


def test_nothing_is_asked_of_a_unit_after_its_end_nor_of_units_that_nobody_collects(dataset, tmp_path):
    over = RULE.replace("since: 2022-01-01", "since: 2022-01-01\n  until: 2022-06-30")

    assert [str(each.span.period) for each in expected_reports(dataset(over).catalogue, date(2024, 1, 1))] == [
        "2022-Q1"
    ]
    assert expected_reports(dataset(RULE.replace("  collected: [huyen]\n", "")).catalogue, date(2024, 1, 1)) == ()
