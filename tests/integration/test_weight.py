"""What pages weigh after five years of quarterly reports on the official form; what search weighs is in tests/browser/test_search_weight.py."""

import gzip
import re
from dataclasses import dataclass

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.pages.charts.files import ChartFileStore
from generator.pages.comparing.comparison_files import comparison_scripts
from generator.pages.kinds import unit, unit_area
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.page import Page
from generator.pages.render import page_context
from tests.quarters import UNIT, write_quarters
from tests.trees import faults

MOST, MOST_PACKED = 400_000, 60_000
"""Bytes of a unit's page, raw and as gzip sends it."""
FRAME, FRAME_PACKED = 40_000, 8_000
"""What the frame around an article may take of it."""
MOST_COMPARED = 100_000
"""Bytes of data that a comparison of two units loads."""


@dataclass(frozen=True)
class Made:
    """The pages of a unit in one language, by path, with their slots filled; and the scripts beside them."""

    pages: dict[str, Page]
    html: dict[str, str]
    scripts: dict[str, str]


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    tree = write_quarters(tmp_path_factory.mktemp("quarters"), 2020, 2024, (UNIT, "tinh"))
    catalogue, problems = load_and_check(tree)
    assert faults(problems) == ()
    assert len({each.indicator for each in catalogue.observations if each.unit == UNIT}) > 75
    assert len(catalogue.observations) > 2 * 20 * 97
    return Dataset.of(catalogue)


@pytest.fixture(scope="module", params=["vi", "en"])
def made(request, dataset, root) -> Made:
    slots, files = SlotStore(), ChartFileStore()
    templates = root / "site_templates/pages"
    context = page_context(dataset, request.param, templates, slots, None, chart_files=files)
    planned = (each for kind in (unit, unit_area) for each in kind.plan(context) if f"units/{UNIT}" in each.path)
    pages = {each.path: each.make(context) for each in planned}
    html = {path: fill_slots(page.body, slots.contents) for path, page in pages.items()}
    return Made(pages, html, dict(files))


def test_a_unit_s_page_is_light_after_five_years_of_quarters(made):
    for html in made.html.values():
        assert len(html.encode()) + FRAME < MOST
        assert len(gzip.compress(html.encode(), 6)) + FRAME_PACKED < MOST_PACKED


def test_every_figure_and_chart_is_on_a_page_that_the_unit_s_page_leads_to(made, dataset):
    main = made.html[f"units/{UNIT}"]
    areas = {path: html for path, html in made.html.items() if path != f"units/{UNIT}"}
    whole = "".join([main, *areas.values()])

    assert len(areas) == 7
    for path in areas:
        assert f'href="{path.rsplit("/", 1)[1]}/index.html"' in main
    for each in dataset.select(unit=UNIT):
        for observation in each.numeric:
            assert f'/{observation.source.report}/index.html#{observation.source.anchor}"' in whole


def test_a_chart_that_moved_is_reached_by_its_old_address(made):
    main = made.html[f"units/{UNIT}"]
    moved = re.findall(r'<li id="(chart-[a-z0-9-]+)"><a href="([a-z-]+)/index\.html#(chart-[a-z0-9-]+)">', main)
    shown = re.findall(r'<figure class="rr-chart [^"]*" id="(chart-[a-z0-9-]+)"', main)

    assert moved
    for anchor, area, target in moved:
        assert anchor == target
        assert f'id="{anchor}"' in made.html[f"units/{UNIT}/{area}"]
    drawn = {
        name for html in made.html.values() for name in re.findall(r'<figure class="rr-chart [^"]*" id="([^"]+)"', html)
    }
    assert drawn == {*shown, *(anchor for anchor, _, _ in moved)}
    assert not set(shown) & {anchor for anchor, _, _ in moved}


def test_a_page_has_the_specifications_of_its_own_charts_beside_it(made):
    for path, html in made.html.items():
        drawn = re.findall(r'<figure class="rr-chart [^"]*" id="([^"]+)"', html)
        given = re.findall(r'^"([^"]+)":', made.scripts[f"{path}/charts.js"], re.MULTILINE)
        assert drawn == given


def test_the_unit_s_page_shows_the_newest_periods_and_the_area_s_all(made):
    def periods(path):
        (head,) = set(re.findall(r"<caption>.*?</caption><thead>(.*?)</thead>", made.html[path], re.DOTALL)[-1:])
        return re.findall(r'<th scope="col" class="rr-num rr-when">(.*?)</th>', head)

    newest, every = periods(f"units/{UNIT}"), periods(f"units/{UNIT}/digital-government")
    assert (len(newest), len(every)) == (5, 20)
    assert every[:5] == newest


def test_a_comparison_of_two_units_loads_the_files_of_these_two(dataset):
    scripts = dict(comparison_scripts(dataset, "vi"))
    for area in dataset.catalogue.areas:
        files = [scripts[f"assets/compare/units/{each}/{area}.js"] for each in (UNIT, "tinh")]
        indicators = [each.id for each in dataset.catalogue.indicators.values() if each.area == area]
        about = [scripts[f"assets/compare/{each}.js"] for each in indicators if f"assets/compare/{each}.js" in scripts]
        assert about
        assert sum(len(each.encode()) for each in files) + max(len(each.encode()) for each in about) < MOST_COMPARED


def test_the_frame_of_a_page_takes_no_more_than_it_may(built_site):
    html = (built_site / "units/khanh-son/index.html").read_text(encoding="utf-8")
    start, end = html.index("<article"), html.index("</article>")
    frame = html[:start] + html[end:]

    assert len(html.encode()) < MOST
    assert len(frame.encode()) < FRAME
    assert len(gzip.compress(html.encode(), 6)) < MOST_PACKED
    assert len(gzip.compress(html.encode(), 6)) - len(gzip.compress(html[start:end].encode(), 6)) < FRAME_PACKED
