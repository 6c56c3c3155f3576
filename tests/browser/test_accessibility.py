"""Every kind of page is free of what axe-core finds (WCAG 2.2, A and AA, and its best practices): on a desk and on a phone, in light and in
dark, with everything unfolded.

Colour contrast takes axe nine tenths of its time, and a table of a thousand cells has the same few colours in all of them: so of the texts of a
page that look alike in all that contrast depends on, one is held against its ground. All other rules look at everything on a desk; a phone shows
the same rows, of which a few are enough.
"""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.charts import wait_for_chart
from tests.browser.kinds import IN_ONE_LANGUAGE, KINDS, WITH_CHARTS, path_of

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
"""All rules on everything, for what other tests open on a page."""
STRUCTURE = OPTIONS | {"rules": {name: {"enabled": False} for name in OF_COLOURS}}
AS_IT_IS = {"runOnly": {"type": "rule", "values": [*OF_COLOURS, "target-size"]}, "resultTypes": ["violations"]}
COLOURS = {"runOnly": {"type": "rule", "values": OF_COLOURS}, "resultTypes": ["violations"]}
# Of all texts and fields with the same letters, inks and grounds (whatever lies behind them down to an opaque one) the first that has more than
# one letter: axe does not judge a single one.
CHECK_COLOURS = """async options => {
  const grounds = new WeakMap();
  const opaque = style => /^rgb\\(/.test(style.backgroundColor);
  function ground(element) {
    if (!element) return "";
    if (!grounds.has(element)) {
      const style = getComputedStyle(element);
      const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.position, style.filter].join();
      grounds.set(element, opaque(style) && style.opacity === "1" ? own : own + ground(element.parentElement));
    }
    return grounds.get(element);
  }
  function looks(element) {
    const style = getComputedStyle(element), around = getComputedStyle(element.parentElement || element);
    const around_link = element.closest("a") ? [around.color, style.textDecorationLine, style.fontWeight, around.fontWeight] : [];
    return [style.color, style.fontSize, style.fontWeight, style.textShadow, ...around_link, ground(element)].join();
  }
  const letters = element => Array.from(element.childNodes).map(node => node.nodeType === Node.TEXT_NODE ? node.data.trim() : "").join("").length;
  const written = element => element.matches("input, select, textarea, button") || letters(element);
  const alike = new Map();
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest("svg, script, style, template") || !written(element) || !element.checkVisibility()) continue;
    const key = looks(element);
    if (!alike.has(key) || (letters(alike.get(key)) < 2 && letters(element) > 1)) alike.set(key, element);
  }
  return (await axe.run(Array.from(alike.values()), options)).violations;
}"""


FOLDS_OPEN = "document.querySelectorAll('article details').forEach(each => { each.open = true; })"
SOME_ROWS = "document.querySelectorAll('tbody > tr:nth-child(n + 6)').forEach(each => each.remove())"
ALL_DRAWN = "article * { content-visibility: visible !important; }"
"""What is far from the screen is not drawn, and axe judges no colours of what is not."""
SCHEMES = {"light": "default", "dark": "slate"}


def describe_violation(violation: dict[str, Any]) -> str:
    places = [f"    {node['html'][:160]}\n      {node['failureSummary'][:300]}" for node in violation["nodes"][:4]]
    return "\n".join([f"{violation['id']} ({violation['impact']}): {violation['help']}", *places])


def found_in(page: Page) -> list[str]:
    """What axe finds in a page, in the colours of either scheme."""
    page.add_style_tag(content=ALL_DRAWN)
    found = list(map(describe_violation, Axe().run(page, options=STRUCTURE).response["violations"]))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_function("scheme => document.body.dataset.mdColorScheme === scheme", arg=SCHEMES[scheme])
        found += [f"{scheme}: {describe_violation(each)}" for each in page.evaluate(CHECK_COLOURS, COLOURS)]
    return found


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(open_page, site_url, built_site, kind, device):
    language = "vi" if device == "desktop" or kind in IN_ONE_LANGUAGE else "en"
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}", device=device, reduced_motion="reduce")
    if kind in WITH_CHARTS:
        wait_for_chart(visit.page)
    visit.page.evaluate(FOLDS_OPEN)
    if device == "phone":
        visit.page.evaluate(SOME_ROWS)

    found = found_in(visit.page)

    assert not found, "\n".join([visit.page.url, *found])


@pytest.mark.parametrize("kind", ["indicators", "area"])
def test_a_checker_that_looks_at_a_phone_s_page_as_it_is_finds_nothing(open_page, site_url, built_site, kind):
    """Lighthouse does; rows that waited at a height that was guessed were measured over what followed them."""
    page = open_page(f"{site_url}/{path_of(built_site, kind, 'vi')}", device="phone", reduced_motion="reduce").page

    found = Axe().run(page, options=AS_IT_IS).response["violations"]

    assert not found, "\n".join(map(describe_violation, found))


def test_one_cell_of_another_colour_among_thousands_is_found(open_page, site_url):
    visit = open_page(f"{site_url}/units/khanh-son/index.html")
    visit.page.add_style_tag(content=ALL_DRAWN)
    visit.page.evaluate(FOLDS_OPEN)
    visit.page.locator("td a >> visible=true").filter(has_text="%").nth(40).evaluate(
        "each => { each.style.color = 'rgb(200, 210, 210)'; }"
    )
    Axe().run(visit.page, options={"runOnly": {"type": "rule", "values": ["html-has-lang"]}})

    (found,) = visit.page.evaluate(CHECK_COLOURS, COLOURS)

    assert (found["id"], len(found["nodes"])) == ("color-contrast", 1)
