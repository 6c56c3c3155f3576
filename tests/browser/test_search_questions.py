"""What people type, however they type it, finds the page that they mean: first, or at least among the first three."""

import pytest
from playwright.sync_api import Page

from tests.browser.search_questions import ENGLISH, VIETNAMESE, questions

FIRST = 0.95
"""So large a share of the questions must have the page that is meant in the first place; all of them have it among the first three."""
# The search as the page itself runs it, without the pauses of somebody who types.
_ASK = """async ([asked, which]) => {
  const opener = document.querySelector(".rr-search-open");
  const home = new URL("./", opener.href.replace(/search\\/index\\.html.*$/, ""));
  const engine = await rrSearch.engine({lang: document.documentElement.lang, home: home, site: new URL(opener.dataset.root || ".", home)});
  const found = [];
  for (const question of asked) {
    const answer = await engine.search(rrSearch.question(question), {})[which];
    found.push((await answer.read(0, 3)).map(each => each.href));
  }
  return found;
}"""


def answered(page: Page, asked: list[str], which: str) -> list[list[str]]:
    """The addresses of the first three results of each question, by the small index alone (`quick`) or with the full text (`whole`)."""
    page.wait_for_function("!!(window.rrSearch && rrSearch.startPage)")
    found: list[list[str]] = page.evaluate(_ASK, [asked, which])
    return [[address.replace("index.html", "") for address in each] for each in found]


@pytest.mark.parametrize("which", ["quick", "whole"])
def test_a_question_finds_the_page_that_is_meant(open_page, guarded_url, which):
    missed, second, count = [], [], 0
    for folder, written in (("", VIETNAMESE), ("en/", ENGLISH)):
        asked = questions(written)
        visit = open_page(f"{guarded_url}/{folder}search/index.html")
        for (question, meant), found in zip(
            asked, answered(visit.page, [question for question, _ in asked], which), strict=True
        ):
            count += 1
            ends = [address.endswith(f"/{folder}{meant}") for address in found]
            if True not in ends:
                missed.append((question, meant, found))
            elif not ends[0]:
                second.append((question, meant, found))
        visit.assert_clean()

    assert count >= 120
    assert missed == []
    assert len(second) <= count * (1 - FIRST), second
