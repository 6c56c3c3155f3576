"""The Atom feed: valid, with whole addresses, of new reports and of what was revised since, and the same every time."""

import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.news.feed import NEWEST, feed
from generator.pages.render import all_pages, page_context
from tests.trees import REPORT, SUMMARY, added, write_tree

ROOT = Path(__file__).resolve().parent.parent.parent
ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = """\
published: 2026-11-21
revisions:
  - date: 2026-12-01
    change: {vi: Nhập nhầm 1.200 thành 1.020., en: 1.200 had been entered as 1.020.}
    table: main
    row: "1.1"
  - date: 2026-12-01
    change: {vi: Sửa lời văn., en: The prose was corrected.}
  - date: 2027-01-05
    change: {vi: Đọc lại bản in., en: The print was read again.}
    indicator: on-time-rate
"""


@pytest.fixture
def context(tmp_path):
    def made(changes, lang="en", site_url="https://cchc.example.vn/"):
        catalogue, problems = load_and_check(write_tree(tmp_path, changes))
        assert [each.code for each in problems if each.code != "missing-translation"] == []
        templates = ROOT / "site_templates" / "pages"
        return page_context(Dataset.of(catalogue), lang, templates, SlotStore(), None, site_url=site_url)

    return made


def entries(text):
    return ET.fromstring(text).findall(f"{ATOM}entry")


def told(entry, name):
    return entry.findtext(f"{ATOM}{name}")


def test_a_feed_has_what_atom_asks_for(context):
    root = ET.fromstring(feed(context(added(REPORT, HISTORY))))

    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo
        links = {link.get("rel"): link.get("href") for link in element.findall(f"{ATOM}link")}
        assert all(address.startswith("https://cchc.example.vn/en/") for address in links.values())
        assert "alternate" in links
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert root.find(f"{ATOM}link[@rel='self']").get("href") == root.findtext(f"{ATOM}id")
    ids = [told(entry, "id") for entry in root.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) == 4


def test_it_tells_of_the_report_and_of_every_revision_the_newest_first(context):
    found = entries(feed(context(added(REPORT, HISTORY))))

    assert [told(entry, "title") for entry in found] == [
        *["Revised: Sample District, Q3 2022"] * 3,
        "New report: Sample District, Q3 2022",
    ]
    assert [told(entry, "updated")[:10] for entry in found] == ["2027-01-05", "2026-12-01", "2026-12-01", "2026-11-21"]
    assert {told(entry, "summary") for entry in found} == {
        "On-time rate. The print was read again.",
        "Dossiers resolved. 1.200 had been entered as 1.020.",
        "The prose was corrected.",
        "On time: 99.17%.",
    }


def test_a_feed_is_as_new_as_its_newest_entry(context):
    newest = ET.fromstring(feed(context(added(REPORT, HISTORY)))).findtext(f"{ATOM}updated")

    assert newest == "2027-01-05T00:00:00+07:00"


def test_an_entry_leads_to_its_revision_on_the_page(context):
    made = context(added(REPORT, HISTORY))
    page = next(page for page in all_pages(made) if page.path == "reports/huyen/2022-Q3")
    html = fill_slots(page.body, made.slots.contents)

    fragments = [told(entry, "id").partition("#")[2] for entry in entries(feed(made))]

    assert sorted(fragments) == ["", "revision-2026-12-01", "revision-2026-12-01_2", "revision-2027-01-05"]
    assert all(f'<li id="{each}">' in html for each in fragments if each)
    assert re.search(r'<a class="rr-list__detail" href="#t-main-1\.1">Dossiers resolved</a>', html)
    assert "<dt>Published on this site</dt><dd>21 November 2026</dd>" in html


def test_a_report_that_does_not_say_when_it_was_published_is_no_news(context):
    text = feed(context({}))

    assert entries(text) == []
    assert ET.fromstring(text).findtext(f"{ATOM}updated")


def test_a_summary_in_another_language_says_which(context):
    changes = added(REPORT, HISTORY) | {SUMMARY.replace("/vi/", "/en/"): None}

    summary = entries(feed(context(changes)))[-1].find(f"{ATOM}summary")

    assert summary.text.startswith("Huyện giải quyết đúng hạn 99")
    assert summary.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"


def test_the_newest_are_enough(context):
    revisions = "".join(
        f"  - {{date: 2027-02-{day:02}, change: {{vi: Lần {day}.{nth}, en: Time {day}.{nth}}}}}\n"
        for day in range(1, 29)
        for nth in (1, 2)
    )

    found = entries(feed(context(added(REPORT, f"published: 2026-11-21\nrevisions:\n{revisions}"))))

    assert len(found) == NEWEST
    assert told(found[0], "updated").startswith("2027-02-28")


def test_without_a_site_address_there_is_no_feed(context):
    assert feed(context(added(REPORT, HISTORY), site_url="")) == ""
