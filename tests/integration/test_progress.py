"""The page of progress of small real sites: every target with its verdict, and a page that looks intended without any."""

import re
import shutil
from functools import partial

import pytest

from generator.assembly.site import build_site
from tests.trees import REPORT, added, edit, faults, write_tree

pytestmark = pytest.mark.integration

TARGET = "data/targets/huyen.yml"
MORE = """\
- id: district
  indicator: on-time-rate
  level: district
  parent: tinh
  period: 2020
  threshold: "98%"
  comparison: more-than
  source: {vi: Chỉ tiêu của tỉnh, en: Target of the province}
  note: {vi: Bản in ghi “trên 98%”., en: The paper says “over 98%”.}
- id: plan
  indicator: on-time
  unit: huyen
  period: 2022-Q3
  threshold_from: resolved
  comparison: at-least
  source: {vi: Kế hoạch của huyện, en: Plan of the district}
"""


@pytest.fixture
def built(tmp_path, finished):
    """Gives the pages of a small site with changes, by path."""
    shutil.copytree(finished / ".cache", tmp_path / ".cache")
    return partial(pages_of, tmp_path)


def pages_of(folder, changes) -> dict[str, str]:
    result = build_site(write_tree(folder, changes), folder / "site", lambda _step, _detail: None)
    assert faults(result.problems) == ()
    site = folder / "site"
    return {
        path.parent.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("index.html")
    }


def plain(html: str) -> str:
    seen = re.sub(r'<span aria-hidden="true">([^<]*)</span><span class="rr-say">[^<]*</span>', r"\1", html)
    return " ".join(re.sub(r"<[^>]+>", " ", seen).split())


def test_every_target_stands_on_the_page_of_progress(built):
    pages = built(added(TARGET, MORE))

    page = pages["en/progress"]
    assert re.findall(r'id="(target-[^"]+)"[^>]*data-verdict="([^"]+)"', page) == [
        ("target-huyen-2022", "on-the-way"),
        ("target-district--huyen", "missed"),
        ("target-plan", "missed"),
    ]
    text = plain(page)
    assert (
        "Of 3 targets and plans for 2 indicators that reports state as numbers: 0 achieved (for 0 indicators), 1 on the way, 2 missed, 0 without"
        in text
    )
    assert "3 targets for 2 indicators." in text
    assert "97.5% − 98% = −0.5 points, so “more than 98%” is not met." in text
    assert "The paper says “over 98%”." in text
    assert "1,190 − 1,200 = −10, so “at least 1,200 dossiers” is not met." in text
    assert "1.190 − 1.200 = −10; như vậy, mức “tối thiểu 1.200 hồ sơ” chưa đạt." in plain(pages["progress"])
    # Where it is told in short: the unit, the area and the indicator.
    assert "progress/index.html?unit=huyen&amp;verdict=missed#unit-huyen" in pages["en/units/huyen"]
    assert "Progress against targets" not in plain(pages["en/units/tinh"])
    assert "progress/index.html?area=procedures&amp;verdict=missed#list" in pages["en/areas/procedures"]
    assert "progress/index.html#target-district--huyen" in pages["en/indicators/on-time-rate"]


def test_without_a_target_the_page_says_so_and_has_no_filters(built):
    page = built({TARGET: None})["en/progress"]

    assert "No target or plan has been entered yet" in plain(page)
    assert "Of 3 indicators with figures, 3 have no target" in plain(page)
    assert "rr-filters" not in page
    assert "rr-matrix" not in page


def test_a_unit_that_says_nothing_of_its_target_has_no_data(built):
    page = built(edit(TARGET, "period: 2022", "period: 2030"))["en/progress"]

    assert 'data-verdict="no-data"' in page
    assert REPORT.removeprefix("data/").removesuffix(".yml") not in page
