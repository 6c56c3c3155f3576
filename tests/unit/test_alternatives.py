"""Finished pages can be read where they cannot be seen, and what names another element finds it."""

import pytest

from generator.finish.alternatives import lacks_of

CHART = """\
<figure class="rr-chart rr-chart--line" id="chart-a" aria-labelledby="chart-a-title">
<figcaption class="rr-chart__title" id="chart-a-title">Đúng hạn</figcaption>
<div class="rr-chart__picture" role="img" aria-label="Tăng từ 81,8 % lên 83,3 %."><svg aria-hidden="true"></svg></div>
<details><table><tr><td>1</td></tr></table></details>
</figure>
"""


def found(html):
    return [(each.code, each.page, each.what) for each in lacks_of("units/index.html", html)]


def test_a_chart_with_caption_description_and_table_is_fine():
    assert found(CHART) == []


@pytest.mark.parametrize(
    "missing", ["Đúng hạn", "Tăng từ 81,8 % lên 83,3 %.", 'role="img" ', "<table><tr><td>1</td></tr></table>"]
)
def test_a_chart_without_one_of_them_is_told(missing):
    assert found(CHART.replace(missing, "")) == [("chart-without-alternative", "units/index.html", "chart-a")]


@pytest.mark.parametrize(
    ("picture", "told"),
    [
        ('<img src="a.png" alt="Sơ đồ">', False),
        ('<img src="a.png" alt="">', False),
        ('<img src="a.png">', True),
        ('<svg aria-hidden="true"></svg>', False),
        ('<svg role="img" aria-label="Sơ đồ"></svg>', False),
        ("<svg><title>Sơ đồ</title></svg>", False),
        ('<svg id="a.png"><title> </title></svg>', True),
    ],
)
def test_a_picture_is_described_or_said_to_be_ornament(picture, told):
    expected = [("chart-without-alternative", "units/index.html", "a.png")] if told else []

    assert found(picture) == expected


@pytest.mark.parametrize("naming", ["for", "aria-describedby", "aria-controls", "headers"])
def test_what_names_an_element_finds_it_on_the_page(naming):
    html = f'<p {naming}="one two">…</p><p id="one"></p>'

    assert found(html) == [("broken-reference", "units/index.html", "two")]
