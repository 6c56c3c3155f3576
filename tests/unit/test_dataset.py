"""The dataset: which statement pages show, and how time is laid out for charts."""

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset, axis_periods, segments
from generator.dataset.frame import COLUMNS
from generator.model.period import Period
from tests.trees import REPORT, added, edit, faults, write_tree


def dataset(folder, changes=None) -> Dataset:
    catalogue, problems = load_and_check(write_tree(folder, changes))
    assert faults(problems) == ()
    return Dataset.of(catalogue)


def periods(*written: str) -> list[Period]:
    return [Period.parse(each) for each in written]


def test_the_table_has_a_row_for_every_observation(tmp_path):
    made = dataset(tmp_path)
    frame = made.frame

    assert tuple(frame.columns) == COLUMNS
    assert len(frame) == len(made.catalogue.observations) == 10
    first = frame.iloc[0]
    assert (first.unit, first.level, first.area, first.indicator) == ("huyen", "district", "procedures", "resolved")
    assert (first.period, first.period_kind, str(first.period_start.date()), str(first.period_end.date())) == (
        "2022-Q3",
        "quarter",
        "2022-07-01",
        "2022-09-30",
    )
    assert (first.value, first.status, first.measure) == (1200.0, "reported", "dossier")
    assert (first.report, first.table, first.row, first.anchor) == ("huyen/2022-Q3", "main", "1.1", "t-main-1.1")
    assert (first.file, first.line, first.file_column) == (REPORT, 10, 12)
    assert frame.dtypes["value"] == "float64"
    assert set(frame.breakdown) == {"", "tier=district", "tier=commune"}


def test_what_is_no_indicator_is_in_the_table_but_in_no_series(tmp_path):
    made = dataset(tmp_path)

    assert made.frame[made.frame.row == "1.4"].indicator.isna().all()
    assert {key[0] for key in made.series} == {"resolved", "on-time", "on-time-rate"}


def test_the_appendix_is_shown_before_the_prose(tmp_path):
    made = dataset(
        tmp_path, edit(REPORT, 'values: {2018: "81,8%", 2019: "83,3%"}', 'values: {2020: "11%", 2022-Q3: "22%"}')
    )

    rates = {str(each.period): str(each.value) for each in made.series["on-time-rate", "huyen", ()].observations}
    assert rates == {"2020": "97.5", "2021": "None", "2022-Q3": "99.17"}
    assert made.frame[made.frame.section.notna()].primary.tolist() == [False, False]


def test_a_value_in_the_prose_is_shown_before_an_empty_cell(tmp_path):
    made = dataset(tmp_path, edit(REPORT, 'values: {2018: "81,8%", 2019: "83,3%"}', 'values: {2021: "83,3%"}'))

    rates = {str(each.period): str(each.value) for each in made.series["on-time-rate", "huyen", ()].observations}
    assert rates["2021"] == "83.3"


def test_a_cell_of_its_own_is_shown_before_a_share_printed_in_another(tmp_path):
    made = dataset(tmp_path, edit(REPORT, "1200", "{value: 1200, parts: {tier: {district: 299}}}"))

    (shown,) = made.series["resolved", "huyen", (("tier", "district"),)].observations
    assert (shown.value, shown.part) == (300, False)


def test_series_stand_in_the_order_of_indicators_units_and_categories(tmp_path):
    assert list(dataset(tmp_path).series) == [
        ("resolved", "huyen", ()),
        ("resolved", "huyen", (("tier", "district"),)),
        ("resolved", "huyen", (("tier", "commune"),)),
        ("on-time", "huyen", ()),
        ("on-time-rate", "huyen", ()),
    ]


def test_the_latest_number_is_compared_with_the_one_of_the_same_kind_of_period(tmp_path):
    series = dataset(tmp_path).series["on-time-rate", "huyen", ()]

    assert str(series.latest.period) == "2022-Q3"
    assert series.before(series.latest) is None
    by_period = {str(each.period): each for each in series.numeric}
    assert str(series.before(by_period["2020"]).period) == "2019"


@pytest.mark.parametrize(
    ("given", "axis"),
    [
        ([], []),
        (["2015", "2018"], ["2015", "2016", "2017", "2018"]),
        (["2018", "2015", "2020-Q1"], ["2015", "2016", "2017", "2018", "2019", "2020-Q1"]),
        (["2022-Q1", "2022-Q3"], ["2022-Q1", "2022-Q3"]),
        (["2011-2020", "2014", "2016"], ["2014", "2015", "2016", "2011-2020"]),
    ],
)
def test_an_axis_has_the_years_that_are_missing_between_others(given, axis):
    assert [str(each) for each in axis_periods(periods(*given))] == axis


@pytest.mark.parametrize(
    ("values", "of_flows", "of_stocks"),
    [
        ("{2018: 1, 2019: 2, 2020: 3}", [0, 0, 0], [0, 0, 0]),
        ("{2018: 1, 2020: 3}", [0, 0], [0, 0]),
        ("{2018: 1, 2019: not-reported, 2020: 3}", [0, 0], [0, 0]),
        ("{2018: 1, 2019: 2, 2020-Q1: 3}", [0, 0, 1], [0, 0, 0]),
        ("{2019-Q1: 1, 2019-Q4: 2}", [0, 0], [0, 0]),
        ("{2011-2020: 1, 2021: 2}", [0, 1], [0, 1]),
    ],
)
def test_a_stretch_ends_where_the_kind_of_period_changes_and_not_where_a_year_is_missing(
    tmp_path, values, of_flows, of_stocks
):
    made = dataset(
        tmp_path,
        {
            REPORT: f"unit: huyen\nperiod: 2022-Q3\ndocument: {{title: {{vi: A}}}}\nprose:\n- {{section: I, indicator: on-time, values: {values}}}\n"
        }
        | added("data/units/tinh.yml", "")
        | {f"content/{lang}/reports/huyen/2022-Q3/summary.md": None for lang in ("vi", "en")},
    )
    series = made.series["on-time", "huyen", ()]

    assert list(segments(series, joins_kinds=False).values()) == of_flows
    assert list(segments(series, joins_kinds=True).values()) == of_stocks


def test_figures_before_and_after_a_change_of_borders_are_never_one_series(tmp_path):
    made = dataset(
        tmp_path,
        {
            "data/units/huyen.yml": "id: huyen\nlevel: district\nnames: {vi: Huyện}\nvalid_to: 2022-12-31\nsuccessors: [huyen-moi]\n",
            "data/units/huyen-moi.yml": "id: huyen-moi\nlevel: district\nnames: {vi: Huyện mới}\nvalid_from: 2023-01-01\npredecessors: [huyen]\n",
            "data/reports/huyen-moi/2023.yml": "unit: huyen-moi\nperiod: 2023\ndocument: {title: {vi: A}}\nprose:\n- {section: I, indicator: on-time, value: 5}\n",
        },
    )

    units = {each.unit for each in made.select(indicator="on-time")}
    assert units == {"huyen", "huyen-moi"}
    assert all(len({each.unit for each in series.observations}) == 1 for series in made.select(indicator="on-time"))
