"""Narratives in the editor: what their references give, how new ones are begun, and whether everybody can use the forms."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.assembly.site import read_tree
from generator.dataset.dataset import Dataset
from generator.editor.figures import figures_of
from generator.load.expressions import Expression, read_expressions
from generator.load.questions import Question, question_of
from generator.model.report import Report
from generator.model.selection import matching
from generator.pages.charts.asked import asked_series
from generator.pages.figures.figure import shown
from generator.pages.tables.series_table import periods_of
from tests.browser.editing import MILLISECONDS, editor_of, open_entry, opened, save, signed_in, type_into
from tests.browser.test_accessibility import CHECK_COLOURS, COLOURS, STRUCTURE, describe_violation
from tests.trees import SUMMARY, write_tree

ANSWERS = """
  async ([texts, figures, known]) => {
    const { answer, references } = await import("/admin/figures.js");
    const nothing = { rows: [], indicators: {}, periods: [], breakdowns: [] };
    const each = async ([lang, report, text]) => Promise.all(references(text).map(
      (one) => answer(one, report, async (unit) => figures[lang][unit] ?? nothing, known)));
    return Promise.all(texts.map(each));
  }
"""
NAMED = """
  async (given) => {
    const { withLanguagesLast } = await import("/admin/languages.js");
    const asked = [];
    const backend = { init: () => ({
      getEntry: async (path) => { asked.push(["read", path]); return { data: path === given.there ? "x" : null, file: { path } }; },
      persistEntry: async (entry) => { asked.push(...entry.dataFiles.map(({ path }) => ["written", path])); },
    }) };
    withLanguagesLast(backend, ["vi", "en"], { sections: ["summary"], taken: "there already" });
    try {
      await backend.init().persistEntry({ dataFiles: [given.file] }, { newEntry: true });
      await backend.init().getEntry(given.file.path);
    } catch (fault) {
      asked.push(["refused", fault.message]);
    }
    return asked;
  }
"""
EN_SUMMARY = SUMMARY.replace("content/vi", "content/en")
# What only Decap's own markup can mend: its toolbars, panes and notices stand outside all parts of a page.
DECAPS_OWN = {"region"}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return write_tree(tmp_path)


@pytest.fixture(scope="module")
def program(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page that may load the program of the editor."""
    with editor_of(write_tree(tmp_path_factory.mktemp("edited"))) as address:
        page = chromium.new_page()
        page.goto(f"{address}admin/editor.css")
        yield page
        page.close()


def expected(expression: Expression, report: Report | None, dataset: Dataset, lang: str) -> object:
    """What a page shows where an expression stands."""
    catalogue = dataset.catalogue
    question = question_of(expression, report, catalogue)
    assert isinstance(question, Question)
    if expression.function == "value":
        stated = dataset.by_report(report.id) if report else catalogue.observations
        return shown(matching(stated, question.wanted[0])[0], catalogue, lang, with_unit=question.with_unit)
    series = [each for each in asked_series(question, dataset) if periods_of([each])]
    periods = periods_of(series)[::-1]
    cells = []
    for each in series:
        found = {observation.period: shown(observation, catalogue, lang) for observation in each.observations}
        cells.append([found.get(period, "") for period in periods])
    return cells


def test_every_reference_of_the_real_texts_gives_in_the_editor_what_its_page_shows(program, root):
    dataset = read_tree(root)[0]
    catalogue = dataset.catalogue
    texts = [(lang, report, page) for (lang, report, _), page in catalogue.narratives.items()]
    figures = {
        lang: {unit: figures_of(dataset, unit, lang) for unit in dataset.units_with_data}
        for lang in catalogue.languages
    }
    known = {"indicators": list(catalogue.indicators), "breakdowns": list(catalogue.breakdowns)}

    answers = program.evaluate(ANSWERS, [[(lang, report, page.source) for lang, report, page in texts], figures, known])

    compared = 0
    for (lang, report, page), found in zip(texts, answers, strict=True):
        for expression, answer in zip(read_expressions(page)[0], found, strict=True):
            given = answer.get("figure") or [row["cells"] for row in answer.get("table", {}).get("rows", [])]
            assert given == expected(expression, catalogue.reports[report], dataset, lang), (page.place.file, answer)
            compared += 1
    assert compared > 1000


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ('value("resolved", tier="commune")', {"figure": "900"}),
        ("value('resolved', with_unit=true)", {"figure": "1.200 hồ sơ"}),
        ('value("on-time-rate", period="2018", section="II.2")', {"figure": "81,8 %"}),
        ('value("resolved", tier="ward")', {"missing": "no_such_figure", "offered": ['value("resolved")', 'value("resolved", tier="district")', 'value("resolved", tier="commune")']}),
        ('value("on-time-rate", period="2017")', {"missing": "no_such_figure", "offered": ['value("on-time-rate")', 'value("on-time-rate", period="2020")', 'value("on-time-rate", period="2018")', 'value("on-time-rate", period="2019")']}),
        ('value("resolvd")', {"missing": "no_indicator", "offered": []}),
        ('value("resolved", unit="tinh")', {"missing": "no_figure", "offered": []}),
        ('chart("resolved", unit="tinh")', {"missing": "no_figure", "offered": []}),
        ('value("resolved", tiers="commune")', {"missing": "unread_reference", "offered": []}),
        ('value("resolved', {"missing": "unread_reference", "offered": []}),
        ('valeu("resolved")', {"missing": "unread_reference", "offered": []}),
        ("value()", {"missing": "unread_reference", "offered": []}),
        ("", {"missing": "unread_reference", "offered": []}),
    ],
)  # fmt: skip
def test_a_reference_gives_a_figure_or_says_what_is_missing_and_what_there_is(program, tree, written, answer):
    dataset = read_tree(tree)[0]
    figures = {"vi": {"huyen": figures_of(dataset, "huyen", "vi")}}
    known = {"indicators": list(dataset.catalogue.indicators), "breakdowns": list(dataset.catalogue.breakdowns)}

    text = f"Trước {{{{ {written} }}}} sau."

    assert program.evaluate(ANSWERS, [[("vi", "huyen/2022-Q3", text)], figures, known]) == [[answer]]


def test_the_preview_shows_the_figures_of_its_language_and_marks_what_finds_nothing(chromium, tree):
    with editor_of(tree) as address:
        page, findings = opened(chromium, address)
        signed_in(page)
        open_entry(page, "narratives/reports/huyen/2022-Q3/summary")
        shown_in = page.locator(".rr-preview")
        expect(shown_in.nth(0)).to_contain_text("đúng hạn 99,17 % hồ sơ")
        expect(shown_in.nth(1)).to_contain_text("On time: 99.17%.")
        expect(page.locator(".rr-missing")).to_have_count(0)

        text = page.locator(".rr-prose textarea").first
        type_into(page, text, '**{{ value("resolved", period="2021") }}**\n\n{{ chart("on-time-rate") }}')

        missing = shown_in.nth(0).locator("strong mark.rr-missing")
        expect(missing).to_contain_text('value("resolved", period="2021")')
        expect(missing).to_contain_text('Có thể gọi: value("resolved")')
        expect(page.get_by_role("status").filter(has_text="không tìm thấy gì: 1")).to_be_visible()
        expect(shown_in.nth(0).locator("tbody tr")).to_have_text("Tỷ lệ đúng hạn99,17 %97,5 %83,3 %81,8 %")
        assert findings.all() == []


def test_the_list_has_each_text_once_whatever_its_unit_is_called(chromium, tree):
    with editor_of(tree) as address:
        page, _ = opened(chromium, address)
        signed_in(page)
        # The id of this unit ends with the name of a language.
        page.evaluate("location.hash = '#/collections/narratives'")

        expect(page.locator("main li a[href*='/entries/']")).to_have_text(["reports/huyen/2022-Q3/summary"])


def test_a_text_that_nobody_wrote_is_written_in_its_folder_in_one_language_or_both(chromium, tree):
    written = tree / "content/vi/reports/huyen/2022-Q3"
    with editor_of(tree) as address:
        page, findings = opened(chromium, address)
        signed_in(page)
        texts = page.locator(".rr-prose textarea")

        def choose(name: str, stands: str) -> None:
            page.evaluate("location.hash = '#/collections/narratives'")
            page.locator("main a[href='#/collections/narratives/new']").click()
            page.locator(".rr-place select >> visible=true").select_option("huyen/2022-Q3")
            expect(page.get_by_role("listitem").filter(has_text=name)).to_contain_text(stands)
            page.get_by_role("link", name=name, exact=True).click()
            expect(texts).to_have_count(2)

        choose("Thủ tục", "chưa viết")
        type_into(page, texts.nth(1), 'On time: {{ value("on-time") }}.')
        expect(page.locator(".rr-preview").nth(1)).to_contain_text("On time: 1,190.")
        save(page)
        english = tree / "content/en/reports/huyen/2022-Q3/procedures.md"
        assert english.read_text(encoding="utf-8") == 'On time: {{ value("on-time") }}.\n'
        assert not (written / "procedures.md").exists()

        choose("Đánh giá chung", "chưa viết")
        type_into(page, texts.nth(0), "Tốt.")
        type_into(page, texts.nth(1), "Good.")
        save(page)
        for lang, text in (("vi", "Tốt.\n"), ("en", "Good.\n")):
            assert (tree / f"content/{lang}/reports/huyen/2022-Q3/assessment.md").read_text(encoding="utf-8") == text
        assert sorted(path.name for path in written.iterdir()) == ["assessment.md", "summary.md"]
        assert findings.all() == []


@pytest.mark.parametrize(("gone", "other", "at"), [(EN_SUMMARY, SUMMARY, 1), (SUMMARY, EN_SUMMARY, 0)])
def test_the_language_that_a_text_lacks_is_written_beside_the_other(chromium, tree, gone, other, at):
    (tree / gone).unlink()
    before = (tree / other).read_text(encoding="utf-8")
    with editor_of(tree) as address:
        page, findings = opened(chromium, address)
        signed_in(page)
        open_entry(page, "narratives/reports/huyen/2022-Q3/summary")
        texts = page.locator(".rr-prose textarea")
        expect(texts.nth(1 - at)).to_have_value(before.rstrip("\n"))
        expect(texts.nth(at)).to_have_value("")

        type_into(page, texts.nth(at), "Một câu.")
        save(page)

        assert (tree / gone).read_text(encoding="utf-8") == "Một câu.\n"
        assert (tree / other).read_text(encoding="utf-8") == before
        assert findings.all() == []


@pytest.mark.parametrize(
    ("raw", "there", "expected"),
    [
        ("unit: huyen\nperiod: 2022-Q4\n", "", [["read", "data/reports/huyen/2022-Q4.yml"], ["written", "data/reports/huyen/2022-Q4.yml"], ["read", "data/reports/huyen/2022-Q4.yml"]]),
        ("unit: huyen\nperiod: 2022-9M\nrule: vpcp-01-2020\n", "", [["read", "data/reports/huyen/2022-9M-vpcp-01-2020.yml"], ["written", "data/reports/huyen/2022-9M-vpcp-01-2020.yml"], ["read", "data/reports/huyen/2022-9M-vpcp-01-2020.yml"]]),
        ("unit: huyen\nperiod: 2022-Q4\n", "data/reports/huyen/2022-Q4.yml", [["read", "data/reports/huyen/2022-Q4.yml"], ["refused", "there already"]]),
    ],
)  # fmt: skip
def test_a_new_report_is_called_by_its_period_and_replaces_no_other(program, raw, there, expected):
    # Decap writes names in small letters, and counts on where one is taken.
    given = {"there": there, "file": {"path": "data/reports/huyen/2022-q4.yml", "raw": raw}}

    assert program.evaluate(NAMED, given) == expected


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize(
    ("lang", "button", "seen"), [("vi", "Đăng nhập", "Bộ sưu tập"), ("en", "Login", "Collections")]
)
def test_axe_finds_nothing_in_the_editor_but_what_only_decap_can_mend(chromium, tree, lang, button, seen, device):
    with editor_of(tree) as address:
        page, _ = opened(chromium, address, f"?lang={lang}", device=device)
        signed_in(page, button, seen)
        found = []

        def look(name: str, what: str) -> None:
            expect(page.locator(what).first).to_be_visible()
            # Colours that are still changing are neither the one nor the other.
            page.wait_for_function("document.getAnimations().every(each => each.playState !== 'running')")
            violations = Axe().run(page, options=STRUCTURE).response["violations"]
            violations += page.evaluate(CHECK_COLOURS, COLOURS)
            found.extend(f"{name}: {describe_violation(each)}" for each in violations if each["id"] not in DECAPS_OWN)

        look("list", "main li a[href*='/entries/']")
        open_entry(page, "narratives/reports/huyen/2022-Q3/summary")
        look("text", ".rr-given")
        open_entry(page, "reports/huyen/2022-Q3")
        look("report", ".rr-figure input")

        assert not found, "\n".join(found)


def test_what_decap_says_is_in_the_language_of_the_page(chromium, tree):
    with editor_of(tree) as address:
        page, _ = opened(chromium, address)
        signed_in(page)
        open_entry(page, "narratives/reports/huyen/2022-Q3/summary")
        expect(page.locator(".rr-given")).to_have_count(2, timeout=MILLISECONDS)

        said = page.locator("#nc-root").inner_text()

        assert "Đang viết: VI" in said
        assert "Chép từ ngôn ngữ khác" in said
        assert re.findall(r"\b(?:Writing in|Fill in|Toggle|Expand|Collapse)\b", said) == []
