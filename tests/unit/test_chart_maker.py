"""Which chart the figures of units get, with targets and breaks, and what stands in its CSV file and on its own page."""

import json

import pytest

from generator.assembly.beside.embeds import EmbedWriter
from generator.assembly.site import load_and_check
from generator.charts.model import ChartSeries
from generator.dataset.breaks import BreakReason, series_breaks
from generator.dataset.dataset import Dataset, segments
from generator.pages.charts.choice import is_crowded
from generator.pages.charts.embeds import EmbedStore
from generator.pages.charts.maker import ChartMaker
from generator.program_files import PROJECT
from tests.trees import FILES, INDICATORS, REPORT, write_tree
from tests.unit.chart_examples import chart, points

TARGETS = "data/targets/huyen.yml"
NO_TEXTS = {f"content/{lang}/reports/huyen/2022-Q3/summary.md": None for lang in ("vi", "en")}


def prose(indicator, values, unit="huyen"):
    return f"unit: {unit}\nperiod: 2022-Q3\ndocument: {{title: {{vi: A}}}}\nprose:\n- {{section: I, indicator: {indicator}, values: {values}}}\n"


def maker(folder, changes, lang="vi") -> ChartMaker:
    catalogue, problems = load_and_check(write_tree(folder, {**NO_TEXTS, **changes}))
    assert [each for each in problems if each.severity.value == "error"] == []
    return ChartMaker(Dataset.of(catalogue), lang, None, EmbedStore())


def given(made: ChartMaker, page_path) -> dict:
    """What the script beside a page has for its charts, by anchor."""
    script = dict(made.files)[f"{page_path}/charts.js"]
    return json.loads(script[script.index(",") + 1 : script.rindex(")")])


def drawn(made: ChartMaker, indicator, unit="huyen"):
    return made.data.over_time(made.dataset.select(indicator=indicator, unit=unit))


def target(period, threshold, who="unit: huyen", more=""):
    return (
        f'- {{id: t-{period}, indicator: on-time-rate, {who}, period: {period}, threshold: "{threshold}", '
        f"comparison: at-least, source: {{vi: Kế hoạch}}{more}}}\n"
    )


def test_three_comparable_figures_in_a_row_make_a_line_and_fewer_make_bars(tmp_path):
    def kind(name, values):
        return drawn(maker(tmp_path / name, {REPORT: prose("on-time-rate", values)}), "on-time-rate").kind

    assert kind("line", '{2018: "81%", 2019: "83%", 2020: "90%"}') == "line"
    assert kind("two", '{2018: "81%", 2019: "83%"}') == "bars"
    assert kind("apart", '{2014: "81%", 2016: "83%", 2018: "90%"}') == "bars"


def test_nothing_but_zeros_is_left_to_the_table(tmp_path):
    made = maker(tmp_path, {REPORT: prose("on-time", "{2018: 0, 2019: 0, 2020: 0}")})

    assert made.chart(made.dataset.select(indicator="on-time"), "units/huyen", anchor="c") == ""


def test_what_never_changes_is_left_to_the_table(tmp_path):
    made = maker(tmp_path, {REPORT: prose("on-time-rate", '{2018: "81%", 2019: "81%", 2020: "81%"}')})

    assert made.chart(made.dataset.select(indicator="on-time-rate"), "units/huyen", anchor="c") == ""


@pytest.mark.parametrize(("kind", "periods", "crowded"), [("bars", 15, False), ("bars", 16, True), ("line", 16, False)])
def test_more_bars_than_a_phone_can_show_are_left_to_the_table(kind, periods, crowded):
    names = tuple(str(2000 + number) for number in range(periods))
    two = (ChartSeries(name, points(dict.fromkeys(names, 9.0))) for name in "AB")

    assert is_crowded(chart(*two, kind=kind, periods=names)) is crowded


def test_a_target_stands_at_its_period_and_a_distant_one_in_words(tmp_path):
    made = maker(
        tmp_path,
        {
            REPORT: prose("on-time-rate", '{2018: "81%", 2019: "83%", 2020: "90%"}'),
            TARGETS: target("2019", "85%") + target("2021", "95%") + target("2021-2030", "99%"),
        },
    )
    data = drawn(made, "on-time-rate")

    assert [(each.period, each.value) for each in data.targets] == [("2019", 85.0), ("2021", 95.0)]
    assert data.periods == ("2018", "2019", "2020", "2021")
    assert data.remarks[1:] == (
        "Mục tiêu 2019: tối thiểu 85 %.",
        "Mục tiêu 2021: tối thiểu 95 %.",
        "Mục tiêu 2021–2030: tối thiểu 99 %.",
    )


def test_a_target_of_the_level_counts_and_that_of_another_unit_or_breakdown_does_not(tmp_path):
    made = maker(
        tmp_path,
        {
            REPORT: prose("on-time-rate", '{2018: "81%", 2019: "83%", 2020: "90%"}'),
            TARGETS: target("2018", "70%", "level: district")
            + target("2019", "85%", "unit: tinh")
            + target("2020", "86%", "level: province"),
        },
    )

    assert [each.value for each in drawn(made, "on-time-rate").targets] == [70.0]


def test_a_declared_break_parts_the_line_and_says_why(tmp_path):
    found = "  related: [resolved]\n"
    indicators = FILES[INDICATORS]
    broken = indicators.replace(
        found, found + "  breaks: [{period: 2020, reason: {vi: Cách tính mới., en: Counted anew.}}]\n"
    )
    made = maker(
        tmp_path,
        {REPORT: prose("on-time-rate", '{2018: "81%", 2019: "83%", 2020: "90%", 2021: "91%"}'), INDICATORS: broken},
    )
    data = drawn(made, "on-time-rate")

    assert [point.segment for point in data.series[0].points] == [0, 0, 1, 1]
    assert "Ngắt chuỗi trước 2020: Cách tính mới." in data.remarks


def test_figures_from_before_a_units_present_borders_are_not_joined(tmp_path):
    made = maker(
        tmp_path,
        {
            REPORT: prose("on-time-rate", '{2018: "81%", 2019: "83%", 2020: "90%"}'),
            "data/units/huyen.yml": "id: huyen\nlevel: district\nparent: tinh\nnames: {vi: Huyện Mẫu}\nvalid_from: 2019-07-01\n",
        },
    )
    (series,) = made.dataset.select(indicator="on-time-rate")
    (found,) = series_breaks(series, made.dataset.catalogue)

    assert (str(found.period), found.reason) == ("2019", BreakReason.BORDERS)
    assert list(segments(series, joins_kinds=False, starts={found.period}).values()) == [0, 1, 1]
    assert "địa giới hành chính" in drawn(made, "on-time-rate").remarks[0]


def _ranked(folder, better="higher"):
    communes = {
        f"data/units/xa-{name}.yml": f"id: xa-{name}\nlevel: commune\nparent: huyen\nnames: {{vi: Xã {name.upper()}}}\n"
        for name in "abc"
    }
    figures = "".join(
        f'- {{section: I, indicator: on-time-rate, unit: xa-{name}, values: {{2021: "{value}%"}}}}\n'
        for name, value in zip("abc", (80, 95, 90), strict=True)
    )
    indicators = FILES[INDICATORS].replace("better: higher", f"better: {better}")
    report = prose("on-time", "{2021: 3}") + figures
    return maker(folder, {**communes, REPORT: report, INDICATORS: indicators})


def test_units_with_a_figure_for_the_same_period_are_ranked_where_a_direction_is_declared(tmp_path):
    for better, order in (("higher", "BCA"), ("lower", "ACB"), ("neither", "ABC")):
        made = _ranked(tmp_path / better, better)
        (figure,) = made.across_units(
            made.dataset.select(indicator="on-time-rate"), "indicators/on-time-rate", anchor="chart"
        )
        (block,) = given(made, "indicators/on-time-rate").values()
        rows = next(each["values"] for each in block["vega"]["data"] if each["name"] == "units")

        assert "rr-chart--ranking" in figure
        assert [row["category"] for row in rows] == [f"Xã {name}" for name in order]


def test_the_table_of_a_chart_has_plain_numbers_measure_source_and_address(tmp_path):
    made = maker(tmp_path, {REPORT: prose("on-time-rate", '{2018: "81,5%", 2019: "83%", 2020: "90%"}')})
    made.chart(made.dataset.select(indicator="on-time-rate"), "units/huyen", anchor="c")
    head, first, *_ = given(made, "units/huyen")["c"]["table"]

    assert head[:5] == ["Đơn vị", "Chỉ tiêu", "Phân tổ", "Kỳ báo cáo", "Giá trị"]
    assert first[3:6] == ["2018", 81.5, "phần trăm"]
    assert first[-1].startswith("../../reports/huyen/2022-Q3/index.html#")


def test_every_chart_has_a_page_of_its_own_that_loads_one_style_sheet(tmp_path):
    made = maker(
        tmp_path / "tree", {REPORT: prose("on-time-rate", '{2018: "81%", 2019: "83%", 2020: "90%"}')}, lang="en"
    )
    made.chart(made.dataset.select(indicator="on-time-rate"), "units/huyen", anchor="c")
    written = EmbedWriter("en", PROJECT / "site_templates", "https://x.example/").pages(made.embeds)
    html = dict(written)["embed/units/huyen/c/index.html"]

    assert '<html lang="en">' in html
    assert '<link rel="canonical" href="https://x.example/en/units/huyen/">' in html
    assert 'href="../../../../units/huyen/index.html#c"' in html
    assert 'href="../../../../../assets/css/embed.css"' in html
    assert "noindex" in html
    assert "<script" not in html
    assert "style=" not in html
    assert html.count("<svg") == 1
    assert "<table" in html


def test_a_figure_out_of_all_proportion_stands_apart_with_its_sign_and_its_finding(tmp_path):
    values = '{2017: "81%", 2018: "83%", 2019: "86%", 2020: "88%", 2021: "0%"}'
    data = drawn(maker(tmp_path, {REPORT: prose("on-time-rate", values)}, "en"), "on-time-rate")

    assert [(point.period, point.sign) for point in data.series[0].points if point.sign] == [("2021", "?")]
    assert [point.plain for point in data.series[0].points] == [81, 83, 86, 88, None]
    assert any(remark.startswith("? ") and "out of all proportion" in remark for remark in data.remarks)
    assert data.remarks[0].startswith("The axis starts at ")


def test_a_contradicted_figure_alone_makes_no_development(tmp_path):
    twice = (
        "unit: huyen\nperiod: 2022-Q3\ndocument: {title: {vi: A}}\nprose:\n"
        '- {section: I, indicator: on-time-rate, values: {2018: "81%", 2019: "83%"}}\n'
        '- {section: II, indicator: on-time-rate, values: {2019: "93%"}}\n'
    )
    made = maker(tmp_path, {REPORT: twice})

    assert made.choose(made.dataset.select(indicator="on-time-rate")) is None
