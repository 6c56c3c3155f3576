"""Who searches from the part for staff finds how a thing is done: the right page of it first, with the heading that says how."""

import re

import pytest
from playwright.sync_api import expect

VIETNAMESE = """
thêm một đơn vị -> how-to/#thêm-một-đơn-vị
them don vi -> how-to/#thêm-một-đơn-vị
thêm kỳ báo cáo -> how-to/#thêm-một-kỳ-báo-cáo
them mot ky bao cao -> how-to/#thêm-một-kỳ-báo-cáo
thêm chỉ tiêu -> how-to/#thêm-một-chỉ-tiêu
dinh chinh so da dang -> how-to/#đính-chính-một-số-đã-đăng
đưa trang lên mạng -> how-to/#đưa-trang-lên-mạng
dua trang len mang -> how-to/#đưa-trang-lên-mạng
ký một bản lưu -> snapshots/#ký-một-bản-lưu
"""
ENGLISH = """
a new unit -> how-to/#a-new-unit
new period -> how-to/#a-new-period-of-a-unit
new indicator -> how-to/#a-new-indicator
correction of a published figure -> how-to/#a-correction-of-a-published-figure
snapshot of the year -> how-to/#a-snapshot-of-the-year
going live -> how-to/#going-live
edit in the browser -> guide/#edit-in-the-browser
"""


@pytest.mark.parametrize(("folder", "written"), [("", VIETNAMESE), ("en/", ENGLISH)])
def test_a_question_from_the_part_for_staff_finds_the_how_to_first(open_page, guarded_url, folder, written):
    visit = open_page(f"{guarded_url}/{folder}staff/index.html")
    visit.page.locator(".rr-search-open").click()
    dialog = visit.page.locator("#rr-search")
    first = dialog.locator(".rr-search__hit").first
    for question, meant in (line.split(" -> ") for line in written.strip().splitlines()):
        page, _, anchor = meant.partition("#")
        dialog.locator("input").fill("")
        expect(dialog.locator(".rr-search__hit")).to_have_count(0)
        dialog.locator("input").fill(question)
        expect(first.locator("a").first, question).to_have_attribute("href", re.compile(f"/{folder}staff/{page}"))
        leads = first.locator("a").evaluate_all("all => all.map(each => decodeURIComponent(each.hash))")
        assert f"#{anchor}" in leads, (question, leads)
    visit.assert_clean()


def test_a_question_from_elsewhere_finds_what_readers_look_for_before_it(open_page, guarded_url):
    visit = open_page(f"{guarded_url}/index.html")
    visit.page.locator(".rr-search-open").click()
    dialog = visit.page.locator("#rr-search")
    dialog.locator("input").fill("chỉ tiêu")

    first = dialog.locator(".rr-search__hit").first.locator("a").first

    expect(first).not_to_have_attribute("href", re.compile("/staff/"))
