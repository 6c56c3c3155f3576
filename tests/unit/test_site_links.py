"""The check of finished pages: which links lead nowhere."""

import pytest

from generator.finish.links import broken_links


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
