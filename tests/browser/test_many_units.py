"""Pages that answer for many units, on a small country of three provinces: what axe finds, what stands there without scripts, and namesakes."""

import csv
import io

import pytest
from playwright.sync_api import expect

from generator.pages.kinds import side_by_side
from tests.browser.test_accessibility import FOLDS_OPEN, found_in
from tests.commands import build
from tests.trees import REPORT, write_tree
from tests.unit.test_country import ADDS, place, report

PROVINCES = {"tinh": "", "dong": "75", "tay": "80"}
RATES = (("97%", "91%"), ("88,5%", "90%"), ("99%", "99%"))
PAGES = {
    "province": "units/tinh",
    "table of a province": "units/tinh/side-by-side/on-time-rate",
    "country": "country",
    "table of the country": "country/commune/on-time-rate",
    "its second page": "country/commune/on-time-rate/2",
}
NAMESAKES = {
    "vi": ("Xã Mỹ An, tỉnh Dong", "Xã Mỹ An, tỉnh Tay"),
    "en": ("My An Commune, Dong Province", "My An Commune, Tay Province"),
}


def _reports(unit, rates):
    before, now = rates
    return report(unit, "2021-Q3", on_time_rate=before) | report(unit, on_time_rate=now, resolved="1.200")


def _files():
    files = {REPORT: None, "data/targets/huyen.yml": None, "data/units/huyen.yml": None} | ADDS
    files |= {f"content/{lang}/reports/huyen/2022-Q3/summary.md": None for lang in ("vi", "en")}
    for province, code in PROVINCES.items():
        if code:
            files |= place(province, "province", code=code, names=("tỉnh", "Province"))
            files[f"data/units/{province}.yml"] = files[f"data/units/{province}.yml"].replace("vi: tỉnh", "vi: Tỉnh")
        files |= _reports(province, ("93%", "94%"))
        for number, rates in enumerate(RATES):
            unit = f"{province}-{number}"
            files |= place(unit, "commune", province) | _reports(unit, rates)
    for province in ("dong", "tay"):
        files[f"data/units/{province}-0.yml"] = (
            f"id: {province}-0\nlevel: commune\nparent: {province}\nnames: {{vi: Xã Mỹ An, en: My An Commune}}\n"
        )
    return files


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    tree = write_tree(tmp_path_factory.mktemp("country") / "tree", _files())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(side_by_side, "ROWS", 4)
        build(tree)
    return tree / "site"


@pytest.fixture
def opened(open_page, built):
    def opened(path, language="vi", **options):
        folder = "" if language == "vi" else f"{language}/"
        return open_page(f"{built.as_uri()}/{folder}{path}/index.html", home=built.as_uri(), **options).page

    return opened


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_pages_that_answer_for_many(opened, kind, language, device):
    page = opened(PAGES[kind], language, device=device, reduced_motion="reduce")
    page.evaluate(FOLDS_OPEN)

    found = found_in(page)

    assert not found, "\n".join([page.url, *found])


@pytest.mark.parametrize("path", ["units/tinh", "country"])
def test_what_moved_most_is_read_without_scripts(opened, path):
    page = opened(path, "en", java_script_enabled=False)
    moved = page.locator("article li", has_text="in Q3 2021 to")

    # My An's is one of three that moved as far.
    expect(moved.filter(has_text="6 points from 97% in Q3 2021 to 91%").first).to_be_visible()
    expect(moved.filter(has_text="+1.5 points from 88.5%").first).to_be_visible()
    expect(page.locator("article li", has_text="99%")).to_have_count(0)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_namesakes_are_told_apart_in_heads_breadcrumbs_lists_and_downloads(opened, built, language):
    for unit, name in zip(("dong-0", "tay-0"), NAMESAKES[language], strict=True):
        page = opened(f"units/{unit}", language)
        assert page.locator("h1").inner_text().strip("¶ \n") == name
        crumbs = opened(f"reports/{unit}/2022-Q3", language).locator(".rr-breadcrumbs")
        assert name in crumbs.inner_text()
        for path in (f"units/{unit[:-2]}/side-by-side/on-time-rate", "units", "reports"):
            assert opened(path, language).locator("article a", has_text=name).count(), path
    for unit, name in zip(("dong-0", "tay-0"), NAMESAKES[language], strict=True):
        text = (built / f"data/v1/units/{unit}.csv").read_text(encoding="utf-8-sig")
        (row, *_) = csv.DictReader(io.StringIO(text))
        assert name in row.values()


def _shown(page):
    return [row.inner_text() for row in page.locator("article table.rr-sort tbody th").all()]


def test_a_table_over_several_pages_is_filtered_and_sorted_as_one(opened):
    page = opened("country/commune/on-time-rate/2", "en")
    own, pages = _shown(page), page.locator(".rr-pages").first
    assert len(own) == 4

    page.get_by_label("Find a unit").fill("my an")
    expect(page.locator(".rr-find [role=status]")).to_have_text("2 of 9 units shown")
    assert sorted(_shown(page)) == sorted(NAMESAKES["en"])
    expect(pages).not_to_be_visible()

    page.get_by_label("Find a unit").fill("tay province")
    page.get_by_role("button", name="Value").click()
    expect(page.locator("article table.rr-sort tbody td.rr-num a")).to_have_text(["90%", "91%", "99%"])
    page.locator("article table.rr-sort tbody td a").first.click()
    expect(page.locator("h1")).to_contain_text("Tay-1 Commune")

    page.go_back()
    page.get_by_label("Find a unit").fill("")
    page.reload()
    assert _shown(page) == own
    expect(pages).to_be_visible()


def test_without_scripts_each_page_of_a_table_stands_and_no_filter(opened):
    page = opened("country/commune/on-time-rate/2", java_script_enabled=False)

    assert len(_shown(page)) == 4
    expect(page.locator(".rr-pages").first).to_be_visible()
    expect(page.locator(".rr-find")).not_to_be_visible()
