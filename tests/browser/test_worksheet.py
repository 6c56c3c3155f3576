"""The worksheet of an import as an officer reads it: on a desk a table, on a phone a block a row, in both languages and both schemes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of
from generator.importing.reading.text import read_text
from generator.importing.worksheet.page import worksheet_page
from generator.load import load_catalogue
from generator.model.period import Period
from tests.browser.layout import overhanging
from tests.browser.test_accessibility import OPTIONS
from tests.conftest import ROOT

pytestmark = [pytest.mark.integration, pytest.mark.xdist_group("the worksheet of an import")]
TEXT = ROOT / "tests/importing/ngan-son-2022-q3.txt"


@pytest.fixture(scope="module")
def worksheets(tmp_path_factory):
    """The folder with the worksheet of a real report, a file a language."""
    catalogue = load_catalogue(ROOT).catalogue
    words = Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)
    document = read_text(TEXT.name, TEXT.read_text(encoding="utf-8"))
    outcome = outcome_of(document, "ngan-son", Period.parse("2022-Q3"), catalogue.forms, words)
    folder = tmp_path_factory.mktemp("worksheets")
    for lang in catalogue.languages:
        page = worksheet_page([outcome], lang, ["sent.docx: …"], catalogue.units)
        (folder / f"{lang}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def worksheet(open_page, worksheets):
    """Opens the worksheet of a language from the disk, without a network."""

    def open_worksheet(lang: str, **options):
        return open_page((worksheets / f"{lang}.html").as_uri(), home=worksheets.as_uri(), offline=True, **options)

    return open_worksheet


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize(("lang", "scheme"), [("vi", "light"), ("en", "dark")])
def test_axe_finds_nothing_with_all_of_it_open(worksheet, lang, scheme, device):
    visit = worksheet(lang, device=device, color_scheme=scheme)
    for each in visit.page.locator("summary").all():
        each.click()

    found = Axe().run(visit.page, options=OPTIONS).response["violations"]

    assert not found, [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]
    visit.assert_clean()


@pytest.mark.parametrize(
    ("lang", "whose", "told"),
    [
        ("vi", "Huyện Ngân Sơn, quý III/2022", ["Dòng: 4.5.5", "Ghi vào tệp: không báo cáo (not-reported)"]),
        ("en", "Ngân Sơn District, Q3 2022", ["Row: 4.5.5", "In the file: not-reported"]),
    ],
)
def test_on_a_phone_every_row_is_a_block_whose_cells_say_of_which_column_they_are(worksheet, lang, whose, told):
    page = worksheet(lang, device="phone").page
    row = page.get_by_role("row").filter(has_text="4.5.5")

    expect(page.get_by_role("heading", level=2)).to_have_text(whose)
    shown = row.get_by_role("cell").evaluate_all(
        "cells => cells.filter(cell => getComputedStyle(cell, '::before').content !== 'none')"
        ".map(cell => `${cell.dataset.label}: ${cell.textContent}`)"
    )
    assert [each for each in told if each not in shown] == []
    assert overhanging(page) == []
    # Nobody has to push a table sideways to read why a figure is doubted.
    assert page.locator(".scroll").first.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_on_a_desk_it_is_a_table_with_its_heads_and_fits(worksheet):
    page = worksheet("vi").page

    expect(page.get_by_role("columnheader").first).to_be_visible()
    assert page.get_by_role("row").nth(1).evaluate("row => getComputedStyle(row).display") == "table-row"
    assert page.locator(".scroll").first.evaluate("box => box.scrollWidth <= box.clientWidth")
