"""Every kind of page is free of what axe-core finds (WCAG 2.2, A and AA, and its best practices): in light on a desk, in dark on a phone,
with everything unfolded."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.charts import wait_for_chart
from tests.browser.kinds import IN_ONE_LANGUAGE, KINDS, WITH_CHARTS, path_of

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "resultTypes": ["violations"],
}


def _describe(violation: dict[str, Any]) -> str:
    places = [f"    {node['html'][:160]}\n      {node['failureSummary'][:300]}" for node in violation["nodes"][:4]]
    return "\n".join([f"{violation['id']} ({violation['impact']}): {violation['help']}", *places])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(open_page, site_url, built_site, kind, scheme):
    language = "vi" if scheme == "light" or kind in IN_ONE_LANGUAGE else "en"
    device = "desktop" if scheme == "light" else "phone"
    address = f"{site_url}/{path_of(built_site, kind, language)}"
    visit = open_page(address, device=device, color_scheme=scheme, reduced_motion="reduce")
    if kind in WITH_CHARTS:
        wait_for_chart(visit.page)
    visit.page.evaluate("document.querySelectorAll('article details').forEach(each => { each.open = true; })")

    found = Axe().run(visit.page, options=OPTIONS).response["violations"]

    assert not found, "\n".join([visit.page.url, *map(_describe, found)])
