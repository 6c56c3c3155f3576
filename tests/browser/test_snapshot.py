"""The snapshot of the real data, opened from a stick: from `file://`, in a folder with spaces and Vietnamese letters, without a network."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from generator.archive.store import Store
from generator.snapshot.request import Request
from generator.snapshot.take import take_snapshot
from tests.browser.charts import FIGURE, open_folded, wait_for_chart
from tests.browser.kinds import IN_ONE_LANGUAGE, LANGUAGES, OTHER, PAGES, path_of
from tests.browser.layout import in_one_row, overhanging
from tests.browser.test_accessibility import OPTIONS
from tests.trees import faults

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group("snapshot of the real data")]

ADDRESS = "https://reform-reports.example/"
SAID = {"vi": "Bản lưu năm 2023, lập ngày 15/01/2024.", "en": "Snapshot of 2023, taken on 15 January 2024."}
BANNER = ".rr-snapshot"


@pytest.fixture(scope="module")
def stick(root, tmp_path_factory):
    """The site of the snapshot, as it lies on a stick."""
    tree = tmp_path_factory.mktemp("snapshot")
    for name in ("data", "content"):
        shutil.copytree(root / name, tree / name)
    shutil.rmtree(tree / "data/vintages", ignore_errors=True)
    # Drawn charts only: beside them the cache holds programs of other hosts, with links that lead nowhere.
    if (root / ".cache/charts").is_dir():
        shutil.copytree(root / ".cache/charts", tree / ".cache/charts")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS)
        taken = take_snapshot(tree, Store(tree / "archive"), Request(2023, day=date(2024, 1, 15)), lambda *_: None)
    assert not faults(taken.problems)
    place = tree / "Ổ đĩa của Ánh" / "bản lưu 2023"
    place.parent.mkdir()
    taken.bag.rename(place)
    return place / "data" / "site"


@pytest.fixture
def from_stick(open_page, stick):
    """Opens a page of the snapshot without a network; every request that does not stay on the stick is a finding."""

    def open_from_stick(path: str, **options):
        return open_page(f"{stick.as_uri()}/{path}", home=stick.as_uri(), offline=True, **options)

    return open_from_stick


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_opens_and_says_which_snapshot_it_is(from_stick, stick, language):
    visit = from_stick("index.html", device="phone")
    for kind in [kind for kind, of in PAGES if of == language and kind not in IN_ONE_LANGUAGE]:
        path = path_of(stick, kind, language)
        # What helps staff to edit the site of today is not kept with a year.
        if "staff/" in path:
            assert not (stick / path).exists()
            continue
        visit.page.goto(f"{stick.as_uri()}/{path}")
        banner = visit.page.locator(BANNER)
        expect(banner).to_contain_text(SAID[language])
        expect(banner).to_be_in_viewport()
        assert visit.page.locator("meta[name=robots]").get_attribute("content") == "noindex"
        assert overhanging(visit.page) == [], kind
    visit.assert_clean()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_narrowest_screen_the_masthead_stays_low(from_stick, stick, language):
    page = from_stick(path_of(stick, "home", language), viewport={"width": 320, "height": 640}).page

    assert in_one_row(page)
    assert overhanging(page) == []


def test_the_error_page_says_it_too_in_every_language(from_stick):
    visit = from_stick("404.html")

    assert [SAID["vi"] in said or SAID["en"] in said for said in visit.page.locator(BANNER).all_inner_texts()] == [
        True,
        True,
    ]
    visit.page.locator("article a").first.click()
    expect(visit.page.locator("h1")).to_be_visible()
    visit.assert_clean()


def test_the_banner_leads_to_the_same_page_of_the_site_that_goes_on(from_stick):
    for path, address in (("index.html", ""), ("en/units/khanh-son/index.html", "en/units/khanh-son/")):
        link = from_stick(path).page.locator(f"{BANNER} a")
        assert link.get_attribute("href") == ADDRESS + address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_banner_can_be_read_by_everybody_and_is_printed(from_stick, scheme):
    visit = from_stick("en/units/khanh-son/index.html", device="phone", color_scheme=scheme)

    assert Axe().run(visit.page, BANNER, OPTIONS).response["violations"] == []
    visit.page.emulate_media(media="print")
    expect(visit.page.locator(BANNER)).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_leads_to_the_same_page_in_the_other_language(from_stick, stick, language):
    visit = from_stick(path_of(stick, "unit", language))

    visit.page.locator(".rr-languages__link").first.click()

    expect(visit.page.locator(BANNER)).to_contain_text(SAID[OTHER[language]])
    assert visit.page.url.endswith(path_of(stick, "unit", OTHER[language]))
    visit.assert_clean()


def test_charts_become_interactive(from_stick, stick):
    visit = from_stick(path_of(stick, "unit", "vi"))

    wait_for_chart(visit.page)

    visit.assert_clean()


def test_without_scripts_there_are_text_charts_and_tables(from_stick, stick):
    visit = from_stick(path_of(stick, "unit", "vi"), java_script_enabled=False)

    open_folded(visit.page)
    for figure in visit.page.locator(FIGURE).all():
        assert figure.locator("svg").first.is_visible()
        assert figure.locator("td").count() > 0
    assert len(visit.page.locator("article").inner_text()) > 1000
    expect(visit.page.locator(BANNER)).to_contain_text(SAID["vi"])
    visit.assert_clean()


def test_a_file_can_be_taken_from_it(from_stick, stick):
    visit = from_stick("data/index.html")
    link = visit.page.locator("article a[href$='observations.csv']").first

    with visit.page.expect_download() as download:
        link.click()

    assert Path(download.value.path()).read_bytes() == (stick / "data/v1/observations.csv").read_bytes()


@pytest.mark.parametrize(
    ("language", "asked", "address"),
    [
        ("vi", "tran de", "units/tran-de/index.html"),
        ("en", "khanh son 2011-2020", "en/reports/khanh-son/2011-2020/index.html"),
        ("vi", "ty le ho so giai quyet dung han", "indicators/dossiers-on-time-rate/index.html"),
        ("vi", "danh gia chung", "#"),
    ],
    ids=["unit", "report", "indicator", "heading"],
)
def test_search_finds(from_stick, language, asked, address):
    folder = "" if language == "vi" else f"{language}/"
    visit = from_stick(f"{folder}search/index.html")

    visit.page.locator("#rr-search-page-q").fill(asked)

    hits = visit.page.locator("article .rr-search__hit")
    expect(hits.first).to_be_visible()
    found = [link.get_attribute("href") for link in visit.page.locator("article .rr-search__hit a").all()]
    assert any(address in visit.page.evaluate("href => new URL(href, location).href", href) for href in found[:5]), (
        found[:5]
    )
    visit.assert_clean()


def test_a_chart_for_other_sites_says_that_it_is_of_a_snapshot(from_stick, stick):
    page = next((stick / "en/embed").rglob("index.html")).relative_to(stick).as_posix()
    visit = from_stick(page, device="phone")

    expect(visit.page.locator("aside")).to_contain_text(SAID["en"])
    visit.assert_clean()
