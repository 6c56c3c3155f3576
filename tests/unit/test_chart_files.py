"""What charts need once they are touched stands in one script beside their page."""

import json
import re

from generator.pages.charts.files import ChartFileStore

_SCRIPT = re.compile(r"Object\.assign\(window\.rrChartData=window\.rrChartData\|\|\{\},(\{.*\})\);\n", re.DOTALL)


def _files(*added):
    store = ChartFileStore()
    for each in added:
        store.add(*each)
    return dict(store)


def test_each_page_with_charts_has_one_script_beside_it():
    files = _files(
        ("units/a", "chart-x", '{"spec":1}'), ("units/a", "chart-y", '{"spec":2}'), ("", "chart-x", '{"spec":3}')
    )

    assert set(files) == {"units/a/charts.js", "charts.js"}
    assert json.loads(_SCRIPT.fullmatch(files["units/a/charts.js"])[1]) == {
        "chart-x": {"spec": 1},
        "chart-y": {"spec": 2},
    }


def test_the_script_of_a_page_depends_on_that_page_alone():
    alone = _files(("units/a", "chart-x", "{}"))
    beside = _files(("units/b", "chart-x", "[]"), ("units/a", "chart-x", "{}"))

    assert beside["units/a/charts.js"] == alone["units/a/charts.js"]
