"""Errands of readers, from the home page to the answer, with taps on a phone and typing alone: nobody knows an address by heart."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect


@pytest.fixture
def home(open_page, guarded_url):
    """The home page on a phone; nothing went wrong on any page on the way."""
    visits = []

    def opened(language="vi"):
        prefix = "" if language == "vi" else f"{language}/"
        visits.append(open_page(f"{guarded_url}/{prefix}index.html", device="phone", accept_downloads=True))
        return visits[-1].page

    yield opened
    for visit in visits:
        visit.assert_clean()


def from_menu(page: Page, name: str) -> None:
    """Open the menu of a phone, and go where it says."""
    page.locator(".rr-menu > summary").tap()
    with page.expect_navigation():
        page.locator(".rr-menu").get_by_role("link", name=name, exact=True).tap()


def follow(page: Page, name: str | re.Pattern[str], within: str = "main") -> None:
    """Tap the first link of the page that is called so."""
    link = page.locator(within).get_by_role("link", name=name).first
    link.scroll_into_view_if_needed()
    with page.expect_navigation():
        link.tap()


def heading(page: Page) -> str:
    return page.locator("h1").inner_text().removesuffix("¶")


def test_how_is_my_district_doing(home):
    """Units, the unit: its page opens with sentences, charts and key figures, each with its age."""
    page = home()
    from_menu(page, "Đơn vị")
    follow(page, "Huyện Khánh Sơn")

    assert heading(page) == "Huyện Khánh Sơn"
    assert "mục tiêu" in page.locator("main").inner_text()[:1500]
    expect(page.locator(".rr-chart").first).to_be_visible()


def test_what_did_a_district_report_for_a_year(home):
    """Two words and a year typed into the search of any page: that report comes first."""
    page = home()
    page.locator(".rr-search-open").tap()
    page.locator("#rr-search input").fill("tran de 2023")
    first = page.locator("#rr-search .rr-search__hit .rr-search__title").first
    expect(first).to_have_text(re.compile("Trần Đề.*2023"))
    with page.expect_navigation():
        first.tap()

    assert heading(page) == "Huyện Trần Đề: năm 2023"


def test_which_targets_were_missed_and_by_whom(home):
    """Progress, narrowed to what was missed: every one is named with its unit."""
    page = home("en")
    from_menu(page, "Progress")
    page.get_by_label("Verdict", exact=True).select_option("missed")

    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ of \d+ targets shown$"))
    shown = page.locator(".rr-target:visible")
    assert shown.count() >= 2
    assert set(shown.evaluate_all("all => all.map(each => each.dataset.verdict)")) == {"missed"}


def test_two_districts_side_by_side(home):
    """Compare: two units chosen leave the indicators that both have, and one chosen shows both."""
    page = home("en")
    from_menu(page, "Compare")
    page.locator("#rr-compare-output a").last.wait_for()
    page.locator("#rr-compare-none").tap()
    for unit in ("cu-chi", "khanh-son"):
        page.locator(f"#rr-compare-units input[value={unit}]").evaluate("box => box.click()")

    expect(page.locator("#rr-compare-output")).to_contain_text("Củ Chi")
    expect(page.locator("#rr-compare-output")).to_contain_text("Khánh Sơn")
    assert "units=cu-chi,khanh-son" in page.url


def test_the_figures_of_a_report_in_a_workbook(home, tmp_path):
    """Reports, the report, the button: a workbook whose first sheet has the figures with their names in words."""
    page = home()
    from_menu(page, "Báo cáo")
    follow(page, re.compile("Huyện Ngân Sơn"))
    button = page.get_by_role("link", name=re.compile("XLSX")).first
    with page.expect_download() as found:
        button.tap()

    file = tmp_path / "figures.xlsx"
    found.value.save_as(file)
    rows = load_workbook(BytesIO(Path(file).read_bytes()), read_only=True).worksheets[0].iter_rows(values_only=True)
    text = " ".join(str(each) for _, row in zip(range(60), rows, strict=False) for each in row if each is not None)
    assert "Huyện Ngân Sơn" in text
    assert "hồ sơ" in text


def test_what_a_figure_means_and_where_it_comes_from(home):
    """Words of its name in the list of indicators: the definition, and the units that have it."""
    page = home("en")
    from_menu(page, "Indicators")
    page.locator("#find").fill("on time (rate")
    follow(page, "Dossiers resolved on time (rate)")

    assert heading(page) == "Dossiers resolved on time (rate)"
    expect(page.locator("main")).to_contain_text("Khánh Sơn")


def test_where_reports_contradict_themselves(home):
    """The foot of any page leads to the contradictions, and each of them to its figures."""
    page = home()
    follow(page, "Mâu thuẫn trong các báo cáo", within="footer")

    before = page.url
    follow(page, re.compile("Huyện|Tỉnh"))
    assert page.url != before
    expect(page.locator("h1")).to_be_visible()
