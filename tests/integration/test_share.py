"""The real site can be cited, followed and shared: what its pages promise to others is there."""

import gzip
import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import SITE_URL

SITE = SITE_URL
FEEDS = {"vi": "feed.xml", "en": "en/feed.xml"}


@pytest.fixture(scope="module")
def pages(built_site):
    found = {
        path.relative_to(built_site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(built_site.rglob("index.html"))
    }
    # A site built for another address says so in every page.
    if SITE not in found["index.html"]:
        pytest.skip("the site was built without the address that tests give it")
    return found


def language_of(page):
    return "en" if page.startswith("en/") else "vi"


def test_every_page_names_its_languages_feed(pages, built_site):
    for page, html in pages.items():
        if page.split("/")[0] == "embed" or page.startswith("en/embed/"):
            continue
        if 'id="rr-moved"' in html:  # leads on, and is nothing to follow
            continue
        linked = re.search(r'<link rel="alternate" type="application/atom\+xml" [^>]*href="([^"]+)"', html)[1]
        target = (built_site / page).parent.joinpath(linked).resolve()
        assert target == (built_site / FEEDS[language_of(page)]).resolve(), page


@pytest.mark.parametrize("lang", FEEDS)
def test_every_report_is_news_and_its_address_leads_to_its_page(pages, built_site, lang):
    atom = "{http://www.w3.org/2005/Atom}"
    root = ET.parse(built_site / FEEDS[lang]).getroot()

    addresses = [entry.findtext(f"{atom}id") for entry in root.findall(f"{atom}entry")]

    folder = "" if lang == "vi" else "en/"
    reports = {page for page in pages if re.fullmatch(rf"{folder}reports/[^/]+/[^/]+/index\.html", page)}
    assert {address.removeprefix(SITE) + "index.html" for address in addresses if "#" not in address} == reports


def test_every_picture_of_a_shared_link_is_there_and_small(pages, built_site):
    pictures = set()
    for page, html in pages.items():
        told = dict(re.findall(r'<meta property="og:([a-z:_]+)" content="([^"]*)"', html))
        if "image" not in told:
            continue
        assert told["title"], page
        assert told["image:alt"], page
        assert told["locale"] == {"vi": "vi_VN", "en": "en_GB"}[language_of(page)]
        assert told["url"] + "index.html" == SITE + page
        pictures.add(unescape(told["image"]).removeprefix(SITE))

    assert len(pictures) > 50
    for picture in pictures:
        assert (built_site / picture).stat().st_size <= 60_000, picture
        assert (built_site / picture).read_bytes().startswith(b"\x89PNG")
    made = {path.relative_to(built_site).as_posix() for path in built_site.rglob("assets/previews/*.png")}
    assert made == pictures


def test_report_pages_tell_scholars_search_engines_who_issued_what(pages):
    html = pages["en/reports/khanh-son/2011-2020/index.html"]

    tags = dict(re.findall(r'<meta name="citation_([a-z_]+)" content="([^"]*)"', html))
    assert unescape(tags["author"]) == "People's Committee of Khánh Sơn District"
    assert tags["title"].startswith("Khánh Sơn District: 2011–2020. Final report")
    assert tags["public_url"] == f"{SITE}en/reports/khanh-son/2011-2020/"


def test_the_largest_report_stays_light(built_site):
    largest = max(built_site.glob("reports/*/*/index.html"), key=lambda path: path.stat().st_size)

    assert len(gzip.compress(largest.read_bytes())) < 150_000
