"""Tables do not hide their data: newest first, a hint where they go on, heads in one piece, on a desk and on a phone."""

from urllib.parse import quote

import pytest

from tests.browser.kinds import IN_ONE_LANGUAGE, KINDS, path_of

VIEWPORTS = {"desktop": {"width": 1366, "height": 768}, "phone": {"width": 390, "height": 844}}

# Of every visible table: what its caption is, whether it goes on without saying so, and which rows with figures show none of them.
HIDDEN = """
() => [...document.querySelectorAll('article .rr-table-scroll')].filter(box => box.clientWidth && box.getClientRects().length).map(box => {
  const table = box.querySelector('table'), edge = box.getBoundingClientRect().left + box.clientWidth + 1;
  const says = box.querySelector(':scope > .rr-table-more:not([hidden]) > button');
  const within = cell => cell.getBoundingClientRect().left + 40 < edge;
  const rows = [...table.tBodies[0].rows].filter(row => row.offsetParent && !row.matches('.rr-table__heading'));
  return {
    name: box.getAttribute('aria-label') || table.caption?.textContent || '',
    silent: box.scrollWidth > box.clientWidth + 1 && !(says && says.offsetWidth),
    empty: table.querySelector('.rr-when') ? rows.filter(row => {
      const figures = [...row.querySelectorAll('td')].filter(cell => cell.querySelector('.rr-value'));
      return figures.length && !figures.some(within);
    }).length : 0,
    newestOut: [...table.querySelectorAll('thead .rr-when')].slice(0, 1).filter(head => !within(head)).length,
  };
}).filter(each => each.silent || each.empty || each.newestOut)
"""
# Heads of more than one line that hold nothing but a period or a date.
BROKEN = """
() => [...document.querySelectorAll('article thead .rr-when, article thead .rr-date')]
  .filter(head => new Set([...head.getClientRects()].map(each => Math.round(each.bottom))).size > 1 || getComputedStyle(head).whiteSpace !== 'nowrap').map(head => head.textContent)
"""
# Captions that run under the hint.
COVERED = """
() => [...document.querySelectorAll('article .rr-table-more:not([hidden]) > button')].filter(hint => {
  const caption = hint.closest('.rr-table-scroll').querySelector('caption');
  if (!hint.offsetWidth || !caption) return false;
  const text = document.createRange(), over = hint.getBoundingClientRect();
  text.selectNodeContents(caption);
  return [...text.getClientRects()].some(line => line.right > over.left && line.left < over.right && line.bottom > over.top && line.top < over.bottom);
}).map(hint => hint.textContent)
"""
# Words that a link in a table breaks within.
TORN = """
() => [...document.querySelectorAll('article .rr-table a')].flatMap(link => {
  const walk = document.createTreeWalker(link, NodeFilter.SHOW_TEXT), torn = [];
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    for (const word of text.data.matchAll(/\\p{L}+/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(each => Math.round(each.top))).size > 1) torn.push(word[0]);
    }
  }
  return torn;
})
"""
# Commas that begin a line.
LEFT_BEHIND = """
() => [...document.querySelectorAll('article .rr-table td > a + a')].map(link => [link.previousElementSibling, link.previousSibling]).filter(([before, comma]) => {
  const range = document.createRange(), lines = [...before.getClientRects()];
  range.setStart(comma, 0);
  range.setEnd(comma, 1);
  const last = lines[lines.length - 1], own = range.getBoundingClientRect();
  return comma.data.startsWith(',') && own.height && (own.top > last.bottom || own.left + 1 < last.right);
}).map(([before]) => before.textContent)
"""
# Far from what is seen a table has not been laid out; who walks through the page comes past each.
WALK = """
async () => {
  const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  for (const box of document.querySelectorAll('article .rr-table-scroll')) {
    if (!box.getClientRects().length) continue;
    box.scrollIntoView({block: 'start', behavior: 'instant'});
    await frame(); await frame(); await frame();
  }
}
"""
UNFOLD = "document.querySelectorAll('article details').forEach(each => { each.open = true; })"


@pytest.mark.parametrize("device", VIEWPORTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_table_that_goes_on_says_so_and_every_row_shows_a_figure(open_page, site_url, built_site, kind, device):
    language = "vi" if device == "phone" or kind in IN_ONE_LANGUAGE else "en"
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}", viewport=VIEWPORTS[device])
    visit.page.evaluate(UNFOLD)
    visit.page.evaluate(WALK)
    visit.page.wait_for_timeout(200)  # until the browser told of the new sizes

    assert visit.page.evaluate(HIDDEN) == []
    assert visit.page.evaluate(BROKEN) == []


@pytest.mark.parametrize("kind", ["coverage", "indicators", "indicators by id", "audit", "progress", "indicator"])
def test_on_a_phone_words_of_tables_are_in_one_piece_and_under_nothing(open_page, site_url, built_site, kind):
    visit = open_page(f"{site_url}/{path_of(built_site, kind, 'en')}", viewport=VIEWPORTS["phone"])
    visit.page.evaluate(WALK)
    visit.page.wait_for_timeout(200)  # until the browser told of the new sizes

    assert visit.page.evaluate(COVERED) == []
    assert visit.page.evaluate(TORN) == []
    assert visit.page.evaluate(LEFT_BEHIND) == []


def test_the_hint_counts_the_columns_out_of_sight_and_moves_the_table_on(open_page, site_url):
    page = open_page(f"{site_url}/en/units/khanh-son/procedures/index.html", viewport=VIEWPORTS["phone"]).page
    page.evaluate(WALK)
    table = page.locator(".rr-table-scroll:has(.rr-table-more)").last
    hint = table.locator(".rr-table-more > button")
    before = hint.inner_text()
    assert before.startswith("More columns: ")

    hint.click()

    page.wait_for_function("([box, old]) => box.textContent !== old", arg=[hint.element_handle(), before])
    table.evaluate("box => box.scrollTo({left: box.scrollWidth, behavior: 'instant'})")
    hint.wait_for(state="hidden")


@pytest.mark.parametrize("device", VIEWPORTS)
def test_an_address_of_a_figure_shows_it_with_its_heads_and_offers_to_take_it_along(open_page, site_url, device):
    report = f"{site_url}/en/reports/khanh-son/2011-2020/index.html"
    page = open_page(report, viewport=VIEWPORTS[device]).page
    # A figure of the last column in the middle of the longest table.
    name = page.evaluate(
        """() => {
          const tables = [...document.querySelectorAll('.rr-table--form')].sort((a, b) => b.rows.length - a.rows.length);
          const cells = [...tables[0].querySelectorAll('td[id]:last-child')];
          return cells[Math.floor(cells.length / 2)].id;
        }"""
    )
    page = open_page(f"{report}#{quote(name)}", viewport=VIEWPORTS[device]).page
    cell = page.locator(f"[id='{name}']")
    panel = page.get_by_role("dialog")
    panel.get_by_role("button", name="Copy the address").wait_for()

    boxes = cell.evaluate(
        """cell => {
          const table = cell.closest('table'), row = cell.parentNode;
          const head = table.tHead.rows[0].cells[cell.cellIndex], name = row.querySelector('th');
          return [cell, head, name].map(each => { const b = each.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; });
        }"""
    )
    cell_box, head_box, name_box = boxes
    assert cell_box[1] >= head_box[3] - 1, "the head lies upon the figure"
    assert cell_box[0] >= name_box[2] - 1, "the name of the row lies upon the figure"
    for left, top, right, bottom in boxes:
        assert left >= -1
        assert right <= VIEWPORTS[device]["width"] + 1
        assert bottom > 0
        assert top < VIEWPORTS[device]["height"]
    assert cell_box[3] <= panel.bounding_box()["y"] + 1 or cell_box[2] <= panel.bounding_box()["x"]
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("typed", ["đúng hạn", "DUNG HAN"])
def test_the_list_of_indicators_is_filtered_as_one_types(open_page, site_url, typed):
    visit = open_page(f"{site_url}/indicators/index.html", viewport=VIEWPORTS["phone"])
    page = visit.page
    everything = page.locator("article tbody tr").count()

    page.get_by_label("Tìm chỉ tiêu").fill(typed)

    shown = page.locator("article tbody tr:visible")
    assert 0 < shown.count() < everything / 5
    assert "Tỷ lệ hồ sơ giải quyết đúng hạn" in shown.locator("th").all_text_contents()
    assert page.locator("article h2:visible").count() <= 7
    assert page.locator(".rr-find__said").inner_text().startswith(f"Đang hiện {shown.count()} trên {everything}")
    page.get_by_label("Tìm chỉ tiêu").fill("")
    assert page.locator("article tbody tr:visible").count() == everything
    visit.assert_clean()


@pytest.mark.parametrize("path", ["indicators/index.html", "progress/index.html", "compare/index.html"])
def test_what_needs_javascript_is_not_there_without_it(open_page, site_url, path):
    page = open_page(f"{site_url}/{path}", java_script_enabled=False).page

    assert page.locator("article :is(input, select, button)").filter(visible=True).count() == 0
    assert page.locator("article a").filter(visible=True).count() > 20


def test_the_matrix_of_progress_shows_every_area_on_a_phone(open_page, site_url):
    page = open_page(f"{site_url}/progress/index.html", viewport=VIEWPORTS["phone"]).page
    row = page.locator(".rr-matrix tbody tr").first

    assert row.locator("td").count() == 7
    for cell in row.locator("td").all():
        box = cell.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").strip('"')


def test_a_report_in_the_list_of_contradictions_takes_little_of_a_phone(open_page, site_url):
    page = open_page(f"{site_url}/audit/index.html", viewport=VIEWPORTS["phone"]).page

    heights = page.locator("article .rr-table tbody tr").evaluate_all("all => all.map(row => row.offsetHeight)")
    assert heights
    assert max(heights) < 170


def test_the_keyboard_passes_a_long_section_at_one_stroke(open_page, site_url):
    page = open_page(f"{site_url}/en/units/khanh-son/index.html").page
    heads = page.locator("article h2[id]").evaluate_all("all => all.map(each => each.id)")
    skip = page.locator(".rr-skip--section").first

    skip.focus()

    assert skip.bounding_box()["width"] > 60
    page.keyboard.press("Enter")
    reached = page.evaluate("location.hash.slice(1)")
    assert reached in heads[1:]
    page.keyboard.press("Tab")
    after = page.evaluate(
        """id => Boolean(document.getElementById(id).compareDocumentPosition(document.activeElement)
               & Node.DOCUMENT_POSITION_FOLLOWING) || document.getElementById(id).contains(document.activeElement)""",
        reached,
    )
    assert after


def test_tables_far_from_what_is_seen_wait_on_a_screen_and_not_on_paper(open_page, site_url):
    page = open_page(f"{site_url}/areas/procedures/index.html", viewport=VIEWPORTS["phone"]).page
    last = page.locator("article .rr-table-scroll > table").last
    is_there = "table => table.checkVisibility({contentVisibilityAuto: true})"

    assert last.evaluate(is_there) is False
    last.scroll_into_view_if_needed()
    page.wait_for_function(
        "() => [...document.querySelectorAll('article .rr-table-scroll > table')].pop().checkVisibility({contentVisibilityAuto: true})"
    )
    page.evaluate("scrollTo(0, 0)")
    page.emulate_media(media="print")
    assert last.evaluate(is_there) is True
