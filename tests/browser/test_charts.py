"""Charts are pictures with a table where no script runs, and become interactive where one does."""

import re

import pytest

from tests.browser.charts import FIGURE, open_folded, wait_for_chart
from tests.browser.kinds import LANGUAGES, WITH_CHARTS, path_of
from tests.browser.layout import overhanging

# A percentage as each language writes it.
PERCENTAGE = {"vi": r"\d+(,\d+)?\s%", "en": r"\d+(\.\d+)?%"}


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WITH_CHARTS)
def test_charts_become_interactive(open_page, site_url, built_site, kind, language, device):
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}", device=device)

    wait_for_chart(visit.page)

    visit.assert_clean()
    assert overhanging(visit.page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WITH_CHARTS)
def test_charts_are_pictures_and_tables_without_scripts(open_page, site_url, built_site, kind, language):
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}", java_script_enabled=False)

    open_folded(visit.page)
    figures = visit.page.locator(FIGURE)
    assert figures.count() > 0
    for figure in figures.all():
        picture = figure.locator("svg").first
        assert picture.is_visible()
        assert picture.bounding_box()["width"] > 100
        assert figure.locator("table").count() == 1
        assert figure.locator("td").count() > 0
    visit.assert_clean()


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_become_interactive_from_a_folder(open_page, built_site, language):
    home = built_site.as_uri()
    visit = open_page(f"{home}/{path_of(built_site, 'unit', language)}", home=home)

    wait_for_chart(visit.page)

    visit.assert_clean()


@pytest.mark.parametrize("language", LANGUAGES)
def test_tooltips_follow_the_language(open_page, site_url, built_site, language):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', language)}")
    figure = wait_for_chart(visit.page)

    figure.locator(".rr-chart__live .hover_marks path").first.hover(force=True)

    tooltip = visit.page.locator("#vg-tooltip-element.visible")
    tooltip.wait_for()
    assert re.search(PERCENTAGE[language], tooltip.inner_text())
    visit.assert_clean()


@pytest.mark.parametrize(("name", "start"), [("save-png", b"\x89PNG"), ("save-svg", b"<?xml")])
def test_a_chart_can_be_saved(open_page, site_url, built_site, name, start):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', 'vi')}")
    figure = wait_for_chart(visit.page)
    label = figure.get_attribute(f"data-{name}")

    with visit.page.expect_download() as saving:
        figure.get_by_role("button", name=label).click()

    saved = saving.value.path().read_bytes()
    assert saved.startswith(start)
    assert len(saved) > 1000
    visit.assert_clean()


def test_the_data_of_a_chart_can_be_shown(open_page, site_url, built_site):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', 'en')}")
    figure = wait_for_chart(visit.page)
    assert not figure.locator("table").is_visible()

    figure.get_by_role("button", name=figure.get_attribute("data-show-table")).click()

    assert figure.locator("table").is_visible()
