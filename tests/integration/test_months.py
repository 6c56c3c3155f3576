"""A month's report, of which one table has been entered so far."""

import pytest

from generator.assembly.site import build_site
from tests.trees import write_tree

MONTH = """\
unit: huyen
period: 2022-08
form: bieu
entry: partial
document:
  title: {vi: Báo cáo tháng, en: Monthly report}
tables:
  main:
    rows:
      1.1: 400
      1.2: 396
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = write_tree(tmp_path_factory.mktemp("month"), {"data/reports/huyen/2022-08.yml": MONTH})
    result = build_site(root, root / "site", lambda _step, _detail: None)
    assert [each for each in result.problems if each.code == "broken-link"] == []
    return root / "site"


@pytest.mark.parametrize(("lang", "name"), [("", "Tháng 8/2022"), ("en/", "August 2022")])
def test_a_month_has_its_page_under_its_name(site, lang, name):
    page = (site / f"{lang}reports/huyen/2022-08/index.html").read_text(encoding="utf-8")

    assert name.lower() in page.lower()
    assert "396" in page


def test_an_indicator_leads_to_the_tables_that_reports_hold_and_to_no_others(site):
    rate = (site / "indicators/on-time-rate/index.html").read_text(encoding="utf-8")

    assert "reports/huyen/2022-Q3/#table-years" in rate or "2022-Q3/index.html#table-years" in rate
    assert "2022-08/index.html#table-years" not in rate
    assert "2022-08/#table-years" not in rate
