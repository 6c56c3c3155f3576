"""The check of finished pages: which links lead nowhere."""

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.finish.examined import broken_among, examine
from generator.model.paths import PAGES
from generator.pages.markup.slots import SlotStore
from generator.pages.render import all_pages, page_context
from tests.trees import write_tree


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("b.html", True),
        ("b.html#here", True),
        ("b.html?units=a,b&amp;from=2019", True),
        ("b.html?units=a#here", True),
        ("c.html?units=a", False),
        ("b.html?units=a#there", False),
        ("b.html#there", False),
    ],
)
def test_a_link_leads_to_a_file_and_an_id_whatever_it_asks_of_the_page(href, leads):
    pages = {"a.html": f'<a href="{href}">x</a>', "b.html": '<p id="here"></p>'}
    examined = {page: examine(page, html) for page, html in pages.items()}

    assert [each.page for each in broken_among(examined, pages, lambda _: None)] == ([] if leads else ["a.html"])


def test_a_page_that_was_not_examined_is_asked_for_its_ids():
    examined = {
        "a.html": examine("a.html", '<a href="archive/2020/index.html#x"></a><a href="archive/2020/index.html#y"></a>')
    }
    files = {"a.html", "archive/2020/index.html"}

    assert [each.target for each in broken_among(examined, files, lambda _: frozenset({"x"}))] == [
        "archive/2020/index.html#y"
    ]


def test_the_pages_that_every_site_has_are_all_that_content_may_link_to_without_data(tmp_path, root):
    catalogue, _ = load_and_check(write_tree(tmp_path))
    context = page_context(Dataset.of(catalogue), "vi", root / "site_templates" / "pages", SlotStore(), None)

    assert {page.path for page in all_pages(context) if "/" not in page.path} == {"", *PAGES}
