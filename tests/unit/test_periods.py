"""Periods, dates and formulas: what may be written, and what it means."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.i18n import formats
from generator.model.dates import PartialDate
from generator.model.formula import Formula
from generator.model.period import Period, PeriodKind

YEARS = st.integers(1900, 2099)
PARTS = st.sampled_from(["01", "09", "10", "12", "Q1", "Q2", "Q3", "Q4", "H1", "H2", "9M"])
WRITTEN = st.one_of(
    YEARS.map(str),
    st.builds(lambda year, part: f"{year}-{part}", YEARS, PARTS),
    st.tuples(YEARS, YEARS).filter(lambda run: run[0] < run[1]).map(lambda run: f"{run[0]}-{run[1]}"),
)
PERIODS = WRITTEN.map(Period.parse)


@pytest.mark.parametrize(
    ("written", "kind", "start", "end"),
    [
        ("2024-02", PeriodKind.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", PeriodKind.MONTH, date(2025, 12, 1), date(2025, 12, 31)),
        ("2020-Q1", PeriodKind.QUARTER, date(2020, 1, 1), date(2020, 3, 31)),
        ("2020-Q2", PeriodKind.QUARTER, date(2020, 4, 1), date(2020, 6, 30)),
        ("2020-Q3", PeriodKind.QUARTER, date(2020, 7, 1), date(2020, 9, 30)),
        ("2020-Q4", PeriodKind.QUARTER, date(2020, 10, 1), date(2020, 12, 31)),
        ("2020-H1", PeriodKind.HALF, date(2020, 1, 1), date(2020, 6, 30)),
        ("2020-H2", PeriodKind.HALF, date(2020, 7, 1), date(2020, 12, 31)),
        ("2022-9M", PeriodKind.NINE_MONTHS, date(2022, 1, 1), date(2022, 9, 30)),
        ("2023", PeriodKind.YEAR, date(2023, 1, 1), date(2023, 12, 31)),
        ("2011-2020", PeriodKind.YEARS, date(2011, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_period_has_a_kind_and_days(written, kind, start, end):
    period = Period.parse(written)

    assert (period.kind, period.start, period.end) == (kind, start, end)
    assert period.is_partial_year == (kind not in {PeriodKind.YEAR, PeriodKind.YEARS})


@pytest.mark.parametrize(
    "written",
    [
        "", "2020-", "2020-Q5", "2020-Q0", "2020-H3", "2020-6M", "2020-q1", "2020Q1", "2020 - Q1", "Q1-2020", "2020-Q1 ", " 2020",
        "2020\n", "2020-Q1\n", "20", "1899", "2100", "2020-2011", "2020-2020", "2020-00", "2020-13", "2020-3", "2020-M3", "2020-2021-2022", "٢٠٢٠", "2020–2021",
    ],
)  # fmt: skip
def test_anything_else_is_no_period(written):
    with pytest.raises(ValueError):
        Period.parse(written)


def test_periods_stand_in_the_order_in_which_they_end_longer_ones_last():
    written = [
        "2020",
        "2020-09",
        "2020-12",
        "2020-01",
        "2011-2020",
        "2020-9M",
        "2020-H2",
        "2020-Q4",
        "2020-Q3",
        "2020-H1",
        "2020-Q2",
        "2020-Q1",
        "2019",
    ]

    assert [str(period) for period in sorted(map(Period.parse, written))] == [
        "2019", "2020-01", "2020-Q1", "2020-Q2", "2020-H1", "2020-09", "2020-Q3", "2020-9M", "2020-12", "2020-Q4", "2020-H2", "2020", "2011-2020",
    ]  # fmt: skip


def test_a_column_names_a_part_of_the_reports_year():
    report = Period.parse("2022-Q3")

    assert [str(report.part_of_year(part)) for part in ("Q1", "H1", "9M", "year")] == [
        "2022-Q1",
        "2022-H1",
        "2022-9M",
        "2022",
    ]


@given(WRITTEN)
def test_a_period_is_written_as_it_was_read(written):
    assert str(Period.parse(written)) == written


@given(PERIODS, PERIODS)
def test_any_two_periods_have_one_order(one, other):
    assert (one < other) + (one == other) + (one > other) == 1
    assert one.start <= one.end
    if one < other:
        assert one.end <= other.end


@given(PERIODS)
def test_a_period_ends_with_a_month(period):
    assert period.start.day == 1
    assert (period.end + timedelta(days=1)).day == 1


@given(st.text())
def test_no_text_makes_reading_a_period_fail_in_another_way(written):
    try:
        assert str(Period.parse(written)) == written
    except ValueError as error:
        assert error.args == (written,)  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    ("written", "first_day"),
    [("2020-06-03", date(2020, 6, 3)), ("2022-09", date(2022, 9, 1)), ("2020-02-29", date(2020, 2, 29))],
)
def test_a_date_may_lack_its_day(written, first_day):
    read = PartialDate.parse(written)

    assert read.first_day == first_day
    assert str(read) == written
    assert (read.day is None) == (len(written) == len("2022-09"))


@pytest.mark.parametrize(
    "written",
    ["", "2020", "2020-13", "2020-00", "2021-02-29", "2020-06-00", "2020-6-3", "03/6/2020", "2020-06-03\n", "0000-01", "2020-06-"],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_no_date(written):
    with pytest.raises(ValueError):
        PartialDate.parse(written)


@given(st.dates())
def test_any_date_is_written_as_it_was_read(day):
    assert str(PartialDate.parse(day.isoformat())) == day.isoformat()
    assert PartialDate.parse(day.isoformat()).first_day == day


def test_a_formula_names_indicators_and_operators():
    assert Formula.parse("on-time / resolved") == Formula(("on-time", "resolved"), ("/",))
    assert Formula.parse("a + b-1 - c2") == Formula(("a", "b-1", "c2"), ("+", "-"))


def test_only_a_quotient_can_be_a_share():
    assert Formula.parse("on-time / resolved").is_quotient
    assert not Formula.parse("on-time + late").is_quotient


def test_a_number_in_a_formula_is_no_indicator():
    formula = Formula.parse("100 - on-time-rate")

    assert formula.terms == ("100", "on-time-rate")
    assert formula.indicators == ("on-time-rate",)


@pytest.mark.parametrize(
    "written",
    ["", "a", "a /", "/ a", "a/b", "a  / b", "a * b", "A / b", "a / b\n", "a / (b + c)", "a - -b", "a-/ b", "__import__ / a",
     "a / b + c", "a + b / c", "a / b / c", "100", "100 - 50"],
)  # fmt: skip
def test_anything_else_is_no_formula(written):
    with pytest.raises(ValueError):
        Formula.parse(written)


@pytest.mark.parametrize(
    ("written", "lang", "full", "short"),
    [
        ("2025-08", "vi", "tháng 8/2025", "T8/2025"),
        ("2025-08", "en", "August 2025", "Aug 2025"),
        ("2022-Q3", "vi", "quý III/2022", "quý III/2022"),
        ("2011-2020", "en", "2011\N{EN DASH}2020", "2011\N{EN DASH}2020"),
    ],
)
def test_a_period_is_written_as_its_readers_write_it(written, lang, full, short):
    period = Period.parse(written)

    assert (formats.period(period, lang), formats.period(period, lang, short=True)) == (full, short)


@pytest.mark.parametrize(
    ("written", "first", "last", "vi", "en"),
    [
        (
            "2021-2025-03",
            date(2021, 1, 1),
            date(2025, 3, 31),
            "từ năm 2021 đến tháng 3/2025",
            "from 2021 to March 2025",
        ),
        (
            "2021-2025-H1",
            date(2021, 1, 1),
            date(2025, 6, 30),
            "từ năm 2021 đến tháng 6/2025",
            "from 2021 to June 2025",
        ),
    ],
)
def test_a_span_goes_on_to_a_part_of_its_last_year(written, first, last, vi, en):
    period = Period.parse(written)

    assert (period.start, period.end, str(period)) == (first, last, written)
    assert (period.kind, period.is_partial_year) == (PeriodKind.YEARS, False)
    assert (formats.period(period, "vi"), formats.period(period, "en")) == (vi, en)


def test_a_run_has_its_years():
    assert [str(each) for each in Period.parse("2028-2030").years] == ["2028", "2029", "2030"]
    assert Period.parse("2026").years == ()
