"""A chart in a page: it can be read without seeing it and without JavaScript."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from generator.charts.describe import describe
from generator.charts.draw import draw
from generator.charts.figure import data_block, figure_html, notes_html
from generator.charts.model import Chart, ChartSeries, ChartThreshold
from tests.unit import chart_examples
from tests.unit.chart_examples import (
    BARS,
    RANKING,
    ROUGH_BARS,
    WITH_BREAK,
    WITH_GAP,
    WITH_PARTIAL,
    WITH_ROUGH,
    WORDS,
    chart,
    points,
)

TABLE = "<table><tr><th scope='col'>Kỳ</th></tr></table>"


def _figure(data, drawn=None, **more):
    drawn = drawn or Chart(svg="<svg></svg>", spec="{}", vega="{}")
    return figure_html(
        drawn,
        data,
        anchor="c1",
        table_html=TABLE,
        source_html="<a href='#r'>Nguồn</a>",
        words=WORDS,
        addresses=chart_examples.ADDRESSES,
        **more,
    )


class _Elements(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def one(self, name):
        (attributes,) = [attrs for tag, attrs in self.found if name in (tag, *attrs.get("class", "").split())]
        return attributes


def test_the_text_alternative_tells_range_first_last_and_gaps():
    assert describe(WITH_GAP, WORDS) == (
        "Biểu đồ đường: Tỷ lệ hồ sơ đúng hạn, phần trăm, 2019–2023. "
        "Khánh Sơn: 93,5 % (2019) đến 98 % (2023), thấp nhất 93,5 % (2019), cao nhất 98 % (2023). "
        "Thiếu: 2021."
    )


def test_the_text_alternative_of_a_ranking_tells_who_leads():
    text = describe(RANKING, WORDS)
    assert "Cao nhất Sở Nông nghiệp và Môi trường (99,5 %), thấp nhất Xã Khánh Sơn (88 %)." in text
    assert "Thiếu: Xã Tây Khánh Sơn." in text
    assert "Mục tiêu: 95 %." in text


def test_partial_periods_and_thresholds_are_told():
    data = replace(WITH_PARTIAL, thresholds=(ChartThreshold("Mục tiêu", 95, "95 %"),))
    text = describe(data, WORDS)
    assert "Chưa đủ kỳ: 2023." in text
    assert text.endswith("Mục tiêu: 95 %.")


def test_rough_figures_are_told_with_their_words_and_without_extremes():
    text = describe(WITH_ROUGH, WORDS)
    assert "Khánh Sơn: 70 % (2019) đến khoảng 96 % (2023). Ước chừng: 2020, 2022, 2023." in text
    assert "thấp nhất" not in text


def test_the_signs_of_rough_figures_are_explained_under_the_chart():
    assert WORDS.note_rough_line in notes_html(WITH_ROUGH, WORDS)
    assert WORDS.note_rough_bars in notes_html(ROUGH_BARS, WORDS)
    assert "ước chừng" not in notes_html(WITH_GAP, WORDS)


def test_series_with_one_figure_or_none_are_told_as_such():
    data = chart(ChartSeries("A", points({"2019": 1})), ChartSeries("B", points({"2019": None})))
    assert "A: 1 % (2019). B: không có số liệu." in describe(data, WORDS)


def test_a_series_that_never_changes_is_told_in_one_breath():
    flat = chart(ChartSeries("Khánh Sơn", points({"2019": 13, "2020": 13, "2021": 13})))
    assert "Khánh Sơn: 13 % suốt từ 2019 đến 2021." in describe(flat, WORDS)


def test_a_part_of_a_year_is_no_lowest_or_highest():
    data = chart(ChartSeries("Khánh Sơn", points({"2021": 93, "2022": 95, "2023": 9}, partial=("2023",))))
    assert "thấp nhất 93 % (2021)" in describe(data, WORDS)


def test_many_series_are_left_to_the_table():
    text = describe(chart(*(ChartSeries(name, points({"2019": 1})) for name in "ABCDEF")), WORDS)
    assert "D: 1 %" in text
    assert "E: 1 %" not in text
    assert "Có 6 chuỗi." in text


def test_the_picture_is_an_image_with_the_text_alternative():
    page = _Elements(_figure(WITH_GAP))
    assert page.one("rr-chart__picture") == {
        "class": "rr-chart__picture",
        "role": "img",
        "aria-label": describe(WITH_GAP, WORDS),
    }


def test_the_caller_may_give_another_text_alternative():
    assert _Elements(_figure(WITH_GAP, text_alternative="Khác")).one("rr-chart__picture")["aria-label"] == "Khác"


def test_title_table_and_source_are_there_without_javascript():
    html = _figure(WITH_GAP)
    assert '<figcaption class="rr-chart__title" id="c1-title">Tỷ lệ hồ sơ đúng hạn</figcaption>' in html
    assert TABLE in html
    assert "<a href='#r'>Nguồn</a>" in html


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (WITH_GAP, "Chỗ đứt: không có số liệu."),
        (WITH_BREAK, "Chỗ đứt: không có số liệu. Hai bên vạch không so sánh được."),
        (WITH_PARTIAL, "Chỗ đứt: không có số liệu. Điểm rỗng: chưa đủ năm."),
        (BARS, "–: không có số liệu. Cột viền đứt: chưa đủ năm."),
    ],
)
def test_remarks_explain_the_signs_that_this_chart_has(data, note):
    assert f'<p class="rr-chart__note">{note}</p>' in _figure(data)


def test_no_remarks_without_need():
    data = chart(ChartSeries("A", points({"2019": 1, "2020": 2})), periods=("2019", "2020"))
    assert "rr-chart__note" not in _figure(data)


def test_the_script_finds_its_words_in_the_page_s_language():
    figure = _Elements(_figure(WITH_GAP)).one("figure")
    assert figure["data-save-png"] == "Lưu PNG"
    assert figure["data-show-table"] == "Xem số liệu"


def test_the_data_block_holds_specification_figures_and_number_format():
    block = json.loads(data_block(draw(WITH_GAP), "vi", chart_examples.TABLE))
    assert block["vega"]["description"] == WITH_GAP.title
    assert block["vega"]["$schema"].startswith("https://vega.github.io/schema/vega/v")
    assert block["table"] == [["Kỳ", "Giá trị", "Địa chỉ"], ["2019", 93.5, "../bao-cao/index.html#t-1"]]
    assert block["formatLocale"]["decimal"] == ","


def test_a_figure_carries_no_specification_but_says_where_it_is():
    html = _figure(WITH_GAP, draw(WITH_GAP))
    assert "<script" not in html
    assert "github.io/schema" not in html
    assert _Elements(html).one("figure")["data-file"] == "charts.js"


def test_texts_are_escaped():
    series = ChartSeries('"><img src=x>', points({"2019": 1}))
    html = _figure(chart(series, title="<b>&", periods=("2019",)))
    assert "<img" not in html
    assert "<b>" not in html
    assert "&lt;b&gt;&amp;" in html
