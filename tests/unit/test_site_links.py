"""The check of finished pages: which links lead nowhere."""

import pytest

from generator.assembly import load_and_check
from generator.dataset.dataset import Dataset
from generator.finish.links import broken_links
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
def test_a_link_leads_to_a_file_and_an_id_whatever_it_asks_of_the_page(tmp_path, href, leads):
    (tmp_path / "a.html").write_text(f'<a href="{href}">x</a>', encoding="utf-8")
    (tmp_path / "b.html").write_text('<p id="here"></p>', encoding="utf-8")

    assert [each.page for each in broken_links(tmp_path)] == ([] if leads else ["a.html"])


def test_the_pages_that_every_site_has_are_all_that_content_may_link_to_without_data(tmp_path, root):
    catalogue, _ = load_and_check(write_tree(tmp_path))
    context = page_context(Dataset.of(catalogue), "vi", root / "site_templates" / "pages", SlotStore(), None)

    assert {page.path for page in all_pages(context) if "/" not in page.path} == {"", *PAGES}
