"""The sitemap: each page with its versions in other languages and, where it is known, the day of its last change."""

from xml.etree import ElementTree as ET

from generator.finish import sitemap
from generator.finish.sitemap import MOST_PAGES, SITEMAP, sitemaps

URL = "https://cchc.example.vn/"
FORMAT = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(text):
    return [each.text for each in ET.fromstring(text).iter(f"{FORMAT}loc")]


def test_pages_tell_their_day_and_the_search_page_is_left_out():
    pages = ["", "search", "reports/huyen/2022-Q3"]

    files = sitemaps(URL, {"vi": pages, "en": pages}, {"reports/huyen/2022-Q3": "2026-11-21"})

    assert [*files] == [SITEMAP]
    made = files[SITEMAP]
    assert "<loc>https://cchc.example.vn/en/reports/huyen/2022-Q3/</loc>\n<lastmod>2026-11-21</lastmod>" in made
    assert made.count("<lastmod>") == 2
    assert "search" not in made


def test_a_page_of_one_language_names_no_other():
    made = sitemaps(URL, {"vi": ["", "about"], "en": ["", "about", "notes"]}, {})[SITEMAP]

    entry = made.partition("<loc>https://cchc.example.vn/en/notes/</loc>")[2].partition("</url>")[0]
    assert entry.split() == ["<xhtml:link", 'rel="alternate"', 'hreflang="en"', f'href="{URL}en/notes/"/>']


def test_more_pages_than_one_file_may_hold_go_into_several_that_an_index_names(monkeypatch):
    monkeypatch.setattr(sitemap, "MOST_PAGES", 3)
    pages = ["", "about", "areas", "units/huyen"]

    files = sitemaps(URL, {"vi": pages, "en": pages}, {})

    assert ET.fromstring(files[SITEMAP]).tag == f"{FORMAT}sitemapindex"
    assert addresses(files[SITEMAP]) == [f"{URL}sitemap-{number}.xml" for number in (1, 2, 3)]
    parts = [addresses(files[f"sitemap-{number}.xml"]) for number in (1, 2, 3)]
    assert [len(each) for each in parts] == [3, 3, 2]
    assert [each for part in parts for each in part] == addresses(_whole(pages, monkeypatch))


def test_a_site_without_pages_has_a_sitemap_that_says_so():
    assert addresses(sitemaps(URL, {"vi": []}, {})[SITEMAP]) == []


def test_a_file_stays_within_what_the_format_allows():
    """50,000 addresses and 50 MiB; the longest paths of the real site stand for those of others."""
    path = "comparisons/indicators/" + "a-long-name-of-an-indicator-" * 4
    files = sitemaps("https://a-long-name-of-an-office.example.gov.vn/cchc/", {"vi": [path], "en": [path]}, {})

    assert MOST_PAGES <= 50_000
    assert len(files[SITEMAP].encode()) / 2 * MOST_PAGES < 50 * 2**20


def _whole(pages, monkeypatch):
    monkeypatch.setattr(sitemap, "MOST_PAGES", MOST_PAGES)
    return sitemaps(URL, {"vi": pages, "en": pages}, {})[SITEMAP]
