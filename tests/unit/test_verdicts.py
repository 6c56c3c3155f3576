"""What the figures say of a target, and every step of the reasoning."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.dataset.verdicts import Judgement, Verdict, is_met, judge_all
from generator.model.rough import Span
from generator.model.target import Comparison
from tests.trees import INDICATORS, added, faults, write_tree

TARGET = "data/targets/huyen.yml"
MORE = """\
- {id: tasks, names: {vi: Nhiệm vụ}, definition: {vi: Nhiệm vụ.}, measure: dossier, kind: stock, better: neither, breakdown: [tier]}
- {id: tasks-done, names: {vi: Đã làm}, definition: {vi: Đã làm.}, measure: dossier, kind: cumulative, better: higher, breakdown: [tier]}
- {id: visits, names: {vi: Lượt}, definition: {vi: Lượt.}, measure: dossier, kind: flow, better: higher}
- {id: share, names: {vi: Tỷ lệ}, definition: {vi: Tỷ lệ.}, measure: percent, kind: stock, better: higher}
"""


def judgements(
    folder, values, document="title: {vi: A}", changes=None, *, report_period="2011-2020", **target
) -> tuple[Judgement, ...]:
    """The judgements on one target, set for the province unless told otherwise.

    `values` are what the province's one report states: figures by period, by indicator and `tier` after a space.
    """
    told = {"indicator": "on-time-rate", "unit": "tinh", "comparison": "at-least", **target}
    lines = "".join(f"  {key}: {value}\n" for key, value in told.items() if value is not None)
    prose = ""
    for name, figures in values.items():
        indicator, _, tier = name.partition(" ")
        split = f", breakdown: {{tier: {tier}}}" if tier else ""
        prose += f"- {{section: I, indicator: {indicator}{split}, values: {figures}}}\n"
    report = f"unit: tinh\nperiod: {report_period}\ndocument: {{{document}}}\n" + (f"prose:\n{prose}" if prose else "")
    tree = write_tree(
        folder,
        {
            **added(INDICATORS, MORE),
            TARGET: f"- id: t\n{lines}  source: {{vi: Kế hoạch}}\n",
            f"data/reports/tinh/{report_period}.yml": report,
            # The dataset reaches no further than this report unless a test brings another.
            "data/reports/huyen/2022-Q3.yml": None,
            "content/vi/reports/huyen/2022-Q3/summary.md": None,
            "content/en/reports/huyen/2022-Q3/summary.md": None,
            **(changes or {}),
        },
    )
    catalogue, problems = load_and_check(tree)
    assert faults(problems) == ()
    return judge_all(Dataset.of(catalogue))


def judged(folder, values, *document, **told) -> Judgement:
    (only,) = judgements(folder, values, *document, **told)
    return only


def exactly(number):
    return Span.of(Decimal(number), None)


@pytest.mark.parametrize(
    ("actual", "comparison", "met"),
    [
        ("80", Comparison.AT_LEAST, True),
        ("79.99", Comparison.AT_LEAST, False),
        ("80", Comparison.MORE_THAN, False),
        ("80.01", Comparison.MORE_THAN, True),
        ("80", Comparison.AT_MOST, True),
        ("80.01", Comparison.AT_MOST, False),
        ("80", Comparison.LESS_THAN, False),
        ("79.99", Comparison.LESS_THAN, True),
        ("80", Comparison.EXACTLY, True),
        ("81", Comparison.EXACTLY, False),
    ],
)
def test_a_figure_meets_a_threshold_or_not(actual, comparison, met):
    assert is_met(exactly(actual), exactly(80), comparison) is met


@given(st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2))
def test_comparisons_fit_together(actual, threshold):
    met = {each: is_met(exactly(actual), exactly(threshold), each) for each in Comparison}

    assert met[Comparison.MORE_THAN] is not met[Comparison.AT_MOST]
    assert met[Comparison.LESS_THAN] is not met[Comparison.AT_LEAST]
    assert met[Comparison.EXACTLY] is (met[Comparison.AT_LEAST] and met[Comparison.AT_MOST])


def said(judgement: Judgement) -> tuple[str, str | None]:
    """The verdict, and the figure it rests on."""
    return judgement.verdict.value, f"{judgement.figure.period}: {judgement.figure.value}" if judgement.figure else None


@pytest.mark.parametrize(
    ("period", "values", "expected"),
    [
        ("2019", "{2018: 70, 2019: 85}", ("achieved", "2019: 85")),
        ("2019", "{2018: 90, 2019: 75}", ("missed", "2019: 75")),
        ("2019", "{2019: 80}", ("achieved", "2019: 80")),
        # A part of the time decides nothing, and the newest part is shown.
        ("2020", "{2020-Q1: 90, 2020-Q3: 70}", ("on-the-way", "2020-Q3: 70")),
        # The last quarter is not the year, a year is the end of a run of years.
        ("2020", "{2020-Q4: 90}", ("on-the-way", "2020-Q4: 90")),
        # Once a report covers later days the time is over, and the last figure before its end is shown.
        ("2019", "{2019-Q1: 90, 2019-Q3: 70}", ("no-data", "2019-Q3: 70")),
        ("2016-2019", "{2018: 70, 2019: 90}", ("achieved", "2019: 90")),
        ("2016-2019", "{2018: 90}", ("no-data", "2018: 90")),
        ("2016-2021", "{2018: 90}", ("on-the-way", "2018: 90")),
        # Before and after its time nothing is said of a target, nor by an empty cell.
        ("2019", "{2018: 90, 2020: 90}", ("no-data", None)),
        ("2019", "{2019: not-reported}", ("no-data", None)),
        ("2021-2030", "{2019: 85}", ("no-data", None)),
    ],
)
def test_the_figures_of_the_time_decide(tmp_path, period, values, expected):
    assert said(judged(tmp_path, {"on-time-rate": values}, period=period, threshold="'80%'")) == expected


@pytest.mark.parametrize(
    ("comparison", "verdict"), [("at-least", "achieved"), ("more-than", "missed"), ("less-than", "missed")]
)
def test_the_threshold_itself_is_not_more_than_the_threshold(tmp_path, comparison, verdict):
    found = judged(
        tmp_path, {"share": "{2019: 80}"}, indicator="share", period=2019, threshold=80, comparison=comparison
    )

    assert (found.verdict.value, found.gap, found.met) == (verdict, 0, verdict == "achieved")


def test_the_reasoning_is_there_step_by_step(tmp_path):
    found = judged(tmp_path, {"on-time-rate": "{2019: 75}"}, period=2019, threshold="'80%'")

    assert (found.threshold, found.plan, found.gap, found.met) == (80, None, -5, False)
    assert (found.until, found.end, found.reaches_end, found.decided_early) == (
        date(2019, 12, 31),
        date(2019, 12, 31),
        True,
        False,
    )


def test_a_deadline_inside_the_period_takes_the_figure_up_to_it(tmp_path):
    values = {"share": "{2019-Q1: 50, 2019-H1: 85, 2019: 70}"}
    found = judged(tmp_path, values, indicator="share", period=2019, deadline="2019-06-30", threshold=80)

    assert said(found) == ("achieved", "2019-H1: 85")
    assert found.end == date(2019, 6, 30)


def test_a_month_as_deadline_lasts_to_its_last_day(tmp_path):
    found = judged(tmp_path, {}, period=2020, deadline="2020-02", threshold=80)

    assert found.end == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("closed", "verdict"), [("2020-12-13", "missed"), ("2020-11-30", "missed"), ("2020-11-29", "on-the-way")]
)
def test_a_report_may_close_its_books_a_month_before_the_end(tmp_path, closed, verdict):
    document = f"title: {{vi: A}}, covers: {{from: 2011-01-01, to: {closed}}}"
    figures = {"on-time-rate": "{2019: 70, 2020: 75}"}
    found = judged(tmp_path, figures, document, period="2020", deadline="2020-12-31", threshold="'80%'")

    assert (found.verdict.value, found.until) == (verdict, date.fromisoformat(closed))


@pytest.mark.parametrize(("value", "verdict"), [(75, "missed"), (80, "achieved")])
def test_the_report_on_exactly_that_time_has_the_last_word_however_early_it_closed(tmp_path, value, verdict):
    document = "title: {vi: A}, covers: {from: 2011-01-01, to: 2020-03-31}"
    figures = {"on-time-rate": "{2016-2020: 60}", "share": f"{{2016-2020: {value}, 2020-Q1: 100}}"}
    found = judged(tmp_path, figures, document, indicator="share", period="2011-2020", threshold=80)

    assert said(found) == (verdict, f"2016-2020: {value}")
    assert (found.closed_by_report, found.until) == (True, date(2020, 3, 31))


@pytest.mark.parametrize(
    ("covers", "verdict"), [("2020-06-30", "on-the-way"), ("2020-12-31", "on-the-way"), ("2021-01-01", "no-data")]
)
def test_the_time_is_over_once_any_report_covers_a_later_day(tmp_path, covers, verdict):
    other = (
        f"unit: huyen\nperiod: 2020-2022\ndocument: {{title: {{vi: B}}, covers: {{from: 2020-01-01, to: {covers}}}}}\n"
    )
    changes = {"data/reports/huyen/2020-2022.yml": other}
    figures = {"on-time-rate": "{2020-H1: 90}"}
    found = judged(tmp_path, figures, changes=changes, report_period="2020-H1", period=2020, threshold="'80%'")

    assert said(found) == (verdict, "2020-H1: 90")
    assert found.is_over is (verdict == "no-data")


def test_a_limit_without_time_is_judged_by_the_newest_figure(tmp_path):
    found = judged(tmp_path, {"share": "{2018: 60, 2019: 40}"}, indicator="share", threshold=50, comparison="less-than")

    assert said(found) == ("achieved", "2019: 40")
    assert found.end is None


@pytest.mark.parametrize(
    ("done", "plan", "expected", "threshold"),
    [
        ("{2019: 23}", "{2019: 23}", ("achieved", "2019: 23"), 23),
        ("{2019: 22}", "{2019: 23}", ("missed", "2019: 22"), 23),
        ("{2019-Q3: 35}", "{2019-Q3: 46}", ("no-data", "2019-Q3: 35"), 46),
        # What is done stays done; a plan stated for the year serves a figure of a quarter.
        ("{2019-Q3: 46}", "{2019: 46}", ("achieved", "2019-Q3: 46"), 46),
        # The plan that was stated together with the figure comes first.
        ("{2019-Q3: 40}", "{2019-Q1: 38, 2019-Q3: 46, 2019: 50}", ("no-data", "2019-Q3: 40"), 46),
        ("{2019: 23}", "{2018: 23}", ("no-data", "2019: 23"), None),
        ("{2018: 23}", "{2019: 23}", ("no-data", None), 23),
    ],
)
def test_a_plan_is_a_figure_of_the_same_unit(tmp_path, done, plan, expected, threshold):
    values = {"tasks-done": done, "tasks": plan}
    found = judged(tmp_path, values, indicator="tasks-done", period=2019, threshold_from="tasks")

    assert (said(found), found.threshold) == (expected, threshold)


def test_a_plan_is_split_like_its_target(tmp_path):
    values = {"tasks-done commune": "{2019: 4}", "tasks commune": "{2019: 5}", "tasks": "{2019: 1}"}
    found = judged(
        tmp_path,
        values,
        indicator="tasks-done",
        breakdown="{tier: commune}",
        period=2019,
        threshold_from="tasks",
    )

    assert (found.verdict.value, found.threshold) == ("missed", 5)


@pytest.mark.parametrize(
    ("indicator", "comparison", "value", "verdict"),
    [
        ("tasks-done", "at-least", 80, "achieved"),
        ("tasks-done", "at-most", 81, "missed"),
        ("tasks-done", "at-most", 80, "on-the-way"),
        ("tasks-done", "exactly", 80, "on-the-way"),
        ("visits", "at-least", 80, "on-the-way"),
        ("share", "at-least", 80, "on-the-way"),
    ],
)
def test_only_a_running_total_settles_a_target_early(tmp_path, indicator, comparison, value, verdict):
    found = judged(
        tmp_path,
        {indicator: f"{{2020-H1: {value}}}"},
        indicator=indicator,
        comparison=comparison,
        period=2020,
        threshold=80,
    )

    assert found.verdict.value == verdict
    assert found.decided_early is (verdict != "on-the-way")


def test_a_target_of_a_level_binds_each_unit_of_it_that_reports(tmp_path):
    def unit(name, more=""):
        return f"id: {name}\nlevel: district\nparent: tinh\nnames: {{vi: {name}}}\n{more}"

    def report(name, rate, year=2019):
        return (
            f"unit: {name}\nperiod: {year}\ndocument: {{title: {{vi: A}}}}\n"
            f"prose:\n- {{section: I, indicator: on-time-rate, value: {rate}}}\n"
        )

    changes = {
        "data/units/a.yml": unit("a"),
        "data/units/b.yml": unit("b"),
        "data/units/gone.yml": unit("gone", "valid_to: 2018-12-31\n"),
        "data/units/elsewhere.yml": "id: elsewhere\nlevel: district\nnames: {vi: A}\n",
        "data/units/silent.yml": unit("silent"),
        **{f"data/reports/{name}/2019.yml": report(name, rate) for name, rate in (("a", 90), ("b", 70), ("huyen", 83))},
        "data/reports/gone/2018.yml": report("gone", 90, 2018),
        "data/reports/elsewhere/2019.yml": report("elsewhere", 90),
    }
    found = judgements(
        tmp_path, {}, changes=changes, unit=None, level="district", parent="tinh", period=2019, threshold="'80%'"
    )

    assert {each.unit: each.verdict.value for each in found} == {"a": "achieved", "b": "missed", "huyen": "achieved"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(value=st.integers(0, 200), threshold=st.integers(0, 200))
def test_gap_and_verdict_agree(tmp_path, value, threshold):
    found = judged(tmp_path, {"share": f"{{2019: {value}}}"}, indicator="share", period=2019, threshold=threshold)

    assert found.gap == value - threshold
    assert found.verdict is (Verdict.ACHIEVED if found.gap >= 0 else Verdict.MISSED)
