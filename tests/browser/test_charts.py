"""Charts are pictures with a table where no script runs, and become interactive where one does."""

import csv
import io
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.charts import FIGURE, LIVE, PICTURE, open_folded, wait_for_chart
from tests.browser.kinds import LANGUAGES, WITH_CHARTS, path_of
from tests.browser.layout import overhanging
from tests.conftest import SITE_URL

SMALLEST_TEXT = 11
# The size on the screen: a picture may be scaled.
SHOWN_TEXT_SIZES = """pictures => pictures.filter(svg => svg.getBoundingClientRect().width > 0).flatMap(svg => {
  const scale = svg.getScreenCTM().a;
  return [...svg.querySelectorAll("text")].map(text => parseFloat(getComputedStyle(text).fontSize) * scale);
})"""
# Pictures whose boxes are higher or lower than what is drawn in them.
EMPTY_BELOW = """pictures => pictures.filter(svg => {
  const box = svg.getBoundingClientRect(), drawn = svg.viewBox.baseVal;
  return box.width && Math.abs(box.height - box.width * drawn.height / drawn.width) > 1;
}).map(svg => svg.closest("figure").id)"""
# Each step's name and the number of the task that it ran in.
NOTE_TASKS = """() => {
  window.steps = [];
  let task = 0, vega = null;
  const note = name => { steps.push([name, task]); setTimeout(() => { task += 1; }, 0); };
  Object.defineProperty(window, "rrVega", {
    get: () => vega,
    set: value => {
      const parse = value.parse, run = value.View.prototype.runAsync;
      value.parse = (...given) => { note("parse"); return parse(...given); };
      value.View.prototype.runAsync = function () { note(this.container() ? "draw" : "work out"); return run.call(this); };
      vega = value;
    },
  });
}"""
# A percentage as each language writes it.
PERCENTAGE = {"vi": r"\d+(,\d+)?\s%", "en": r"\d+(\.\d+)?%"}


def test_a_page_loads_neither_vega_nor_specifications_until_a_chart_is_touched(open_page, site_url, built_site):
    visit = open_page(f"{site_url}/{path_of(built_site, 'unit', 'vi')}")
    page = visit.page
    asked = []
    page.on(
        "request", lambda request: request.resource_type == "script" and asked.append(request.url.rsplit("/", 1)[-1])
    )
    first = page.locator(FIGURE).first

    first.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    assert asked == []

    first.locator(PICTURE).click()
    first.locator(LIVE).wait_for(state="visible")
    assert sorted(asked) == ["charts.js", "vega.js"]
    assert page.locator(LIVE).count() == 1


@pytest.mark.parametrize("how", ["a mouse that rests on it", "a tap", "the keyboard"])
def test_a_chart_is_touched_by(open_page, site_url, built_site, how):
    device = "phone" if how == "a tap" else "desktop"
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', 'en')}", device=device)
    figure = visit.page.locator(FIGURE).first

    if how == "the keyboard":
        figure.get_by_role("button", name=figure.get_attribute("data-explore")).focus()
        visit.page.keyboard.press("Enter")
    elif how == "a tap":
        figure.locator(PICTURE).tap()
    else:
        figure.locator(PICTURE).hover()

    figure.locator(LIVE).wait_for(state="visible")
    if how == "the keyboard":
        visit.page.keyboard.press("ArrowRight")
        assert re.search(r"\d", figure.locator(".rr-chart__reader").inner_text())
    visit.assert_clean()


def test_the_steps_of_a_chart_are_tasks_of_their_own(open_page, site_url, built_site):
    """In one task they took a slow phone longer than a finger waits."""
    visit = open_page(f"{site_url}/{path_of(built_site, 'unit', 'vi')}")
    visit.page.evaluate(NOTE_TASKS)

    wait_for_chart(visit.page)

    steps = visit.page.evaluate("steps")
    assert [name for name, _ in steps] == ["parse", "work out", "draw"]
    assert len({task for _, task in steps}) == len(steps)


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("kind", ["unit", "figures of a unit", "indicator"])
def test_a_picture_takes_the_room_that_it_fills_and_keeps_it_when_touched(
    open_page, site_url, built_site, kind, device
):
    visit = open_page(f"{site_url}/{path_of(built_site, kind, 'vi')}", device=device)
    open_folded(visit.page)
    assert visit.page.locator(f"{FIGURE} svg.rr-chart__static").evaluate_all(EMPTY_BELOW) == []
    before = visit.page.locator(PICTURE).first.bounding_box()

    figure = wait_for_chart(visit.page)

    after = figure.locator(PICTURE).bounding_box()
    assert after["height"] == pytest.approx(before["height"], abs=1)
    assert figure.locator(LIVE).bounding_box()["height"] == pytest.approx(before["height"], abs=1)


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WITH_CHARTS)
def test_charts_become_interactive(open_page, site_url, built_site, kind, language, device):
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}", device=device)

    wait_for_chart(visit.page)

    visit.assert_clean()
    assert overhanging(visit.page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WITH_CHARTS)
def test_charts_are_pictures_and_tables_without_scripts(open_page, site_url, built_site, kind, language):
    visit = open_page(f"{site_url}/{path_of(built_site, kind, language)}", java_script_enabled=False)

    open_folded(visit.page)
    figures = visit.page.locator(FIGURE)
    assert figures.count() > 0
    for figure in figures.all():
        picture = figure.locator("svg").first
        assert picture.is_visible()
        assert picture.bounding_box()["width"] > 100
        assert figure.locator("table").count() == 1
        assert figure.locator("td").count() > 0
    visit.assert_clean()


def taking(figure, name):
    """A button that saves or embeds, behind the one that opens them all."""
    opener = figure.get_by_role("button", name=figure.get_attribute("data-take"), exact=True)
    if opener.get_attribute("aria-expanded") == "false":
        opener.click()
    return figure.get_by_role("button", name=figure.get_attribute(f"data-{name}"), exact=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_become_interactive_from_a_folder(open_page, built_site, language):
    home = built_site.as_uri()
    visit = open_page(f"{home}/{path_of(built_site, 'unit', language)}", home=home)

    wait_for_chart(visit.page)

    visit.assert_clean()


@pytest.mark.parametrize("language", LANGUAGES)
def test_tooltips_follow_the_language(open_page, site_url, built_site, language):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', language)}")
    figure = wait_for_chart(visit.page)

    figure.locator(".rr-chart__live .hover_marks path").first.hover(force=True)

    tooltip = visit.page.locator("#vg-tooltip-element.visible")
    tooltip.wait_for()
    assert re.search(PERCENTAGE[language], tooltip.inner_text())
    visit.assert_clean()


@pytest.mark.parametrize(("name", "start"), [("save-png", b"\x89PNG"), ("save-svg", b"<?xml")])
def test_a_chart_can_be_saved(open_page, site_url, built_site, name, start):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', 'vi')}")
    figure = wait_for_chart(visit.page)

    with visit.page.expect_download() as saving:
        taking(figure, name).click()

    saved = saving.value.path().read_bytes()
    assert saved.startswith(start)
    assert len(saved) > 1000
    visit.assert_clean()


def test_a_saved_picture_says_of_which_unit_from_where_and_how_old_in_its_name_and_in_it(open_page, site_url):
    visit = open_page(f"{site_url}/units/khanh-son/index.html")
    figure = visit.page.locator("#chart-satisfaction-rate")
    figure.scroll_into_view_if_needed()

    with visit.page.expect_download() as saving:
        taking(figure, "save-svg").click()

    assert saving.value.suggested_filename == "muc-do-hai-long-chung-huyen-khanh-son.svg"
    picture = saving.value.path().read_text(encoding="utf-8")
    assert "Mức độ hài lòng chung: Huyện Khánh Sơn" in picture
    assert f"{SITE_URL}units/khanh-son/#chart-satisfaction-rate" in picture
    assert re.search(r"Số liệu đến \d\d/\d\d?/\d{4}", picture)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_saves_and_embeds_stands_behind_one_button(open_page, site_url, built_site, language):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', language)}")
    figure = wait_for_chart(visit.page)
    opener = figure.get_by_role("button", name=figure.get_attribute("data-take"), exact=True)
    saving = figure.get_by_role("button", name=figure.get_attribute("data-save-png"), exact=True)
    assert figure.get_by_role("button").count() == 3

    opener.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    assert saving.is_visible()

    opener.press("Enter")
    assert opener.get_attribute("aria-expanded") == "false"
    assert not saving.is_visible()


def test_the_data_of_a_chart_can_be_shown(open_page, site_url, built_site):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', 'en')}")
    figure = wait_for_chart(visit.page)
    assert not figure.locator("table").is_visible()

    figure.get_by_role("button", name=figure.get_attribute("data-show-table")).click()

    assert figure.locator("table").is_visible()


def test_the_figures_of_a_chart_can_be_saved_as_csv(open_page, site_url, built_site):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', 'vi')}")
    figure = visit.page.locator(FIGURE).first

    with visit.page.expect_download() as saving:
        taking(figure, "save-csv").click()

    saved = saving.value.path().read_bytes()
    assert saved.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(saved.decode("utf-8-sig")))
    assert head[0] == "Đơn vị"
    assert rows
    for row in rows:
        assert len(row) == len(head)
        float(row[head.index("Giá trị")])
        assert re.match(r"https?://.*#", row[-1])
    visit.assert_clean()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_figures_saved_from_a_disk_do_not_tell_where_the_reader_keeps_the_site(open_page, built_site, lang):
    visit = open_page((built_site / path_of(built_site, "indicator", lang)).as_uri())
    figure = visit.page.locator(FIGURE).first

    with visit.page.expect_download() as saving:
        taking(figure, "save-csv").click()

    saved = saving.value.path().read_text(encoding="utf-8-sig")
    assert "file:" not in saved
    assert re.search(r",(en/)?reports/[^,]+#[tp]-", saved)


def test_the_code_for_another_page_shows_a_page_that_loads_only_its_style(open_page, site_url, guarded_url, built_site):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', 'en')}")
    figure = visit.page.locator(FIGURE).first
    taking(figure, "embed-label").click()
    code = figure.locator("textarea").input_value()
    assert code.startswith("<iframe src=")
    assert "lazy" in code
    path = urlsplit(re.search(r'src="([^"]+)"', code)[1]).path

    page = visit.page.context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.on("console", lambda message: asked.append(message.text))
    page.goto(f"{guarded_url}{path}", wait_until="load")

    assert {name for name in asked if not name.endswith("favicon.svg")} == {path, "/assets/css/embed.css"}
    assert page.locator("svg").is_visible()
    assert page.locator("h1").inner_text()
    page.close()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_frame_of_the_code_is_high_enough_for_source_and_link(open_page, site_url, built_site, language):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', language)}")
    wait_for_chart(visit.page)
    figures = visit.page.locator(FIGURE).filter(visible=True)
    frame = visit.page.context.new_page()
    assert figures.count()

    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        taking(figure, "embed-label").click()
        code = figure.locator("textarea").input_value()
        width, height = (int(re.search(rf'{side}="(\d+)"', code)[1]) for side in ("width", "height"))
        frame.set_viewport_size({"width": width, "height": height})
        frame.goto(re.search(r'src="([^"]+)"', code)[1])

        foot = frame.locator(".from").bounding_box()
        assert 0 <= height - foot["y"] - foot["height"] < 90
        # Nothing stays empty beside the picture.
        assert frame.locator(".picture svg").bounding_box()["width"] > 0.9 * width
        title = re.search(r'title="([^"]+)"', code)[1]
        subject = frame.locator("h1 span")
        assert not subject.count() or title.endswith(f": {subject.inner_text()}")


@pytest.mark.parametrize("kind", ["unit", "indicator"])
def test_a_chart_is_read_by_keyboard(open_page, site_url, built_site, kind):
    visit = open_page(f"{site_url}/{path_of(built_site, kind, 'en')}")
    figure = wait_for_chart(visit.page)
    reader = figure.locator(".rr-chart__reader")

    figure.locator(".rr-chart__picture").focus()
    visit.page.keyboard.press("ArrowRight")
    first = reader.inner_text()
    visit.page.keyboard.press("ArrowRight")

    assert re.search(r"\d", first)
    assert reader.inner_text() != first
    assert figure.locator(".rr-chart__current").count() == 1
    visit.page.keyboard.press("Tab")
    assert figure.locator(".rr-chart__current").count() == 0
    visit.assert_clean()


@pytest.mark.parametrize("scripted", [True, False])
def test_text_in_charts_is_legible_on_a_phone(open_page, site_url, built_site, scripted):
    visit = open_page(f"{site_url}/{path_of(built_site, 'unit', 'vi')}", device="phone", java_script_enabled=scripted)
    if scripted:
        wait_for_chart(visit.page)

    heights = visit.page.locator(f"{FIGURE} svg:not([hidden])").evaluate_all(SHOWN_TEXT_SIZES)

    assert heights
    assert min(heights) >= SMALLEST_TEXT


def test_a_chart_prints_in_ink_with_title_and_source(open_page, site_url, built_site):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', 'vi')}", color_scheme="dark")
    figure = wait_for_chart(visit.page)
    visit.page.emulate_media(media="print")

    assert figure.locator(".rr-chart__picture").evaluate("box => getComputedStyle(box).color") == "rgb(0, 0, 0)"
    assert figure.locator(".rr-chart__title").is_visible()
    assert figure.locator(".rr-chart__source").is_visible()
    assert not figure.locator(".rr-chart__tools").first.is_visible()
    assert figure.evaluate("figure => getComputedStyle(figure).breakInside") == "avoid"


def test_a_figure_that_comes_later_is_upgraded_on_request(open_page, site_url, built_site):
    visit = open_page(f"{site_url}/{path_of(built_site, 'indicator', 'vi')}")
    wait_for_chart(visit.page)
    visit.page.evaluate(
        """() => {
          const copy = new DOMParser().parseFromString(document.querySelector("figure.rr-chart").outerHTML, "text/html");
          const figure = copy.querySelector("figure");
          document.querySelector("figure.rr-chart").remove();
          figure.className = "rr-chart";
          figure.querySelectorAll(".rr-chart__tools, .rr-chart__live, .rr-chart__reader, .rr-chart__embed").forEach(e => e.remove());
          figure.querySelector(".rr-chart__picture").removeAttribute("tabindex");
          figure.querySelector(".rr-chart__static").removeAttribute("hidden");
          document.querySelector("article").prepend(figure);
          window.rrCharts.upgrade(figure);
        }"""
    )
    wait_for_chart(visit.page)
    visit.assert_clean()


@pytest.mark.parametrize("scripted", [True, False])
def test_the_old_address_of_a_chart_that_moved_shows_where_it_is_now(open_page, site_url, built_site, scripted):
    html = (built_site / "units/khanh-son/index.html").read_text(encoding="utf-8")
    anchor = re.findall(r'<li id="(chart-[a-z0-9-]+)"', html)[-1]
    visit = open_page(f"{site_url}/units/khanh-son/index.html#{anchor}", java_script_enabled=scripted)

    way = visit.page.locator(f"#{anchor} a")
    expect(way).to_be_in_viewport()
    way.click()
    # With scripts, the address of a page on a server is told without the name of its file.
    visit.page.wait_for_url(re.compile(rf"/units/khanh-son/[a-z-]+/(index\.html)?#{anchor}$"))

    expect(visit.page.locator(f"figure#{anchor} .rr-chart__static")).to_be_in_viewport()
    visit.assert_clean()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_a_unit_opens_with_charts_of_which_each_can_be_read_figure_by_figure(
    open_page, site_url, built_site, lang
):
    page = open_page(f"{site_url}/{path_of(built_site, 'unit', lang)}").page
    opening = page.locator(".rr-charts--opening > .rr-chart")

    assert 3 <= opening.count() <= 6
    for number in range(opening.count()):
        figure = opening.nth(number)
        figure.get_by_role("button", name=figure.get_attribute("data-explore")).click()
        figure.locator(LIVE).wait_for(state="visible")
        page.keyboard.press("End")
        assert figure.locator(".rr-chart__reader").inner_text().strip()
        assert figure.locator(".rr-chart__current").count() == 1


def test_a_figure_in_doubt_has_its_sign_in_the_picture_and_on_the_chart_s_own_page(built_site):
    for path in ("units/khanh-son/index.html", "embed/units/khanh-son/chart-satisfaction-rate/index.html"):
        html = (built_site / path).read_text(encoding="utf-8")
        figure = html[html.index("<svg") : html.index("</figure>")] if "embed" in path else html
        assert "? 0" in figure
        assert "doubt_marks" in figure
