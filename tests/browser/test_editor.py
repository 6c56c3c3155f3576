"""The editor in a browser: what a save does to files, and what people see on the way."""

import difflib
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.editor.local import LocalFiles
from tests.browser.editing import MILLISECONDS, asks, editor_of, open_entry, opened, save, signed_in, type_into
from tests.serving import serving, tree_to_serve
from tests.trees import REPORT as REPORT_FILE
from tests.trees import SUMMARY, write_tree

UNCHANGED = """
  async (files) => {
    const { yaml, prose } = await import("/admin/formats.js");
    const differing = ([name, text]) => {
      const format = name.endsWith(".md") ? prose : yaml;
      // As Decap hands it on: through JSON and back, keys in whatever order.
      return format.toFile(JSON.parse(JSON.stringify(format.fromFile(text)))) !== text;
    };
    return Object.entries(files).filter(differing).map(([name]) => name);
  }
"""
EDITED = """
  async ([text, changes]) => {
    const { yaml } = await import("/admin/formats.js");
    const value = yaml.fromFile(text);
    for (const [path, now] of changes) {
      const last = path.at(-1);
      const holder = path.slice(0, -1).reduce((each, name) => (each[name] ??= {}), value);
      if (now === "removed" && Array.isArray(holder)) holder.splice(last, 1);
      else if (now === "first" && Array.isArray(holder[last])) holder[last].unshift(holder[last].pop());
      else holder[last] = now;
    }
    return yaml.toFile(value);
  }
"""
REPORT = """\
# Kept.
unit: huyen
period: 2022-Q3
tables:
  appendix:
    rows:
      # Kept as well.
      "10": {received: "14.083", on-time: 343}  # and this
      "2": {received: 'no', rate: "97,55%"}
      I:
        received: 97.50
        note: {vi: "Ghi chú: \\"kèm\\"", en: A note}
prose:
  - section: "I.1"
    value: "06"

  - section: "I.2"  # second
    value: {value: 23, printed: "23/23"}
"""


def files_of(folder: Path) -> dict[str, str]:
    found = [
        path for name in ("data", "content") for path in (folder / name).rglob("*") if path.suffix in {".yml", ".md"}
    ]
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in found}


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that differ, as a diff shows them."""
    found = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in found if line[:2] in {"- ", "+ "}]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with editor_of(write_tree(tmp_path_factory.mktemp("edited"))) as address:
        yield address


@pytest.fixture(scope="module")
def formats(chromium: Browser, editor: str) -> Iterator[Page]:
    """A page in which our formats can be asked, without all of Decap."""
    context = chromium.new_context()
    context.set_default_timeout(MILLISECONDS)
    page = context.new_page()
    page.goto(f"{editor}admin/editor.css")
    yield page
    context.close()


def test_every_file_saved_unchanged_is_the_same_byte_for_byte(formats, root):
    files = files_of(root)

    assert len(files) > 90
    assert formats.evaluate(UNCHANGED, files) == []
    # Line ends of Windows and a missing last line end stay as they are.
    odd = {"a.yml": "a: 1\r\nb:\r\n  - x\r\n", "b.yml": "a: '1'", "c.md": "Một\r\nhai", "d.md": "x\n\n"}
    assert formats.evaluate(UNCHANGED, odd) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            [(["tables", "appendix", "rows", "10", "received"], "14.084")],
            ['-       "10": {received: "14.083", on-time: 343}  # and this', '+       "10": {received: "14.084", on-time: 343}  # and this'],
        ),
        (
            [(["tables", "appendix", "rows", "10", "on-time"], "12.350")],
            ['-       "10": {received: "14.083", on-time: 343}  # and this', '+       "10": {received: "14.083", on-time: "12.350"}  # and this'],
        ),
        (
            [(["tables", "appendix", "rows", "2", "received"], "")],
            ["""-       "2": {received: 'no', rate: "97,55%"}""", """+       "2": {rate: "97,55%"}"""],
        ),
        (
            [(["tables", "appendix", "rows", "2", "late"], "0123")],
            ["""-       "2": {received: 'no', rate: "97,55%"}""", """+       "2": {received: 'no', rate: "97,55%", late: "0123"}"""],
        ),
        (
            [(["tables", "appendix", "rows", "I", "received"], {"value": "97.50", "printed": "97,5 0"})],
            ["-         received: 97.50", '+         received: {value: "97.50", printed: "97,5 0"}'],
        ),
        ([(["tables", "appendix", "rows", "I", "note", "en"], "no")], ['-         note: {vi: "Ghi chú: \\"kèm\\"", en: A note}', '+         note: {vi: "Ghi chú: \\"kèm\\"", en: "no"}']),
        ([(["form"], "bieu-2022")], ["+ form: bieu-2022"]),
        ([(["prose", 0], "removed")], ['-   - section: "I.1"', '-     value: "06"']),
        ([(["prose", 1, "value", "printed"], "23/24: sửa")], ['-     value: {value: 23, printed: "23/23"}', '+     value: {value: 23, printed: "23/24: sửa"}']),
        (
            [(["tables", "appendix", "rows", "11"], {"received": "1.000"})],
            ['+       "11": {received: "1.000"}'],
        ),
    ],
)  # fmt: skip
def test_a_save_changes_the_lines_that_were_edited_and_no_others(formats, changes, expected):
    after = formats.evaluate(EDITED, [REPORT, changes])

    assert changed_lines(REPORT, after) == expected


def test_in_every_kind_of_file_one_value_is_one_line(formats, root):
    edits = {
        "data/reports/tran-de/2023.yml": (["tables", "dossiers", "rows", "I", "received"], "14.084"),
        "data/units/tran-de.yml": (["names", "vi"], "Huyện Trần Đề (cũ)"),
        "data/targets/tran-de.yml": (["entries", 0, "deadline"], "2024-01-01"),
        "data/indicators/procedures.yml": (["entries", 0, "better"], "higher"),
        "data/forms/cchc-quarterly-2022.yml": (["tables", 0, "rows", 1, "label", "vi"], "Số văn bản"),
        "data/areas.yml": (["entries", 0, "headline", 0], "satisfaction-rate-new"),
        "data/measures.yml": (["entries", 0, "maximum"], "1000"),
        "data/breakdowns.yml": (["entries", 0, "categories", 0, "names", "vi"], "Tỉnh"),
        "data/archive.yml": (["keywords", 0, "en"], "reform"),
        "content/glossary.yml": (["entries", 0, "term", "vi"], "bảo trợ: xã hội"),
        "content/synonyms.yml": (["entries", 0, "official", "en"], "posts: cut"),
    }

    for name, (path, now) in edits.items():
        before = (root / name).read_text(encoding="utf-8")
        after = formats.evaluate(EDITED, [before, [(path, now)]])
        assert [line[0] for line in changed_lines(before, after) if not line.startswith("?")] == ["-", "+"], name


def test_settings_are_what_decap_understands(chromium, editor):
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(MILLISECONDS)
    # Here its own check of the settings runs, which the policy of the page forbids.
    page.route(
        "**/before.js",
        lambda route: route.fulfill(body="window.CMS_MANUAL_INIT = true;", content_type="text/javascript"),
    )
    for lang, said in (("vi", "Đăng nhập"), ("en", "Login")):
        page.goto(f"{editor}admin/?lang={lang}")
        expect(page.get_by_role("button", name=said, exact=True)).to_be_visible()
        assert "Config Errors" not in page.inner_text("body")
    context.close()


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_the_editor_needs_nothing_from_elsewhere_and_keeps_its_policy(chromium, editor, device):
    page, findings = opened(chromium, editor, device=device)
    signed_in(page)
    page.goto(f"{editor}admin/#/collections/reports/entries/huyen/2022-Q3")
    expect(page.locator(".rr-figure input").first).to_be_visible()
    page.goto(f"{editor}admin/#/collections/narratives/entries/reports/huyen/2022-Q3/summary")
    expect(page.locator(".rr-prose textarea").first).to_be_visible()

    assert findings.all() == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_on_a_phone_whether_all_is_saved_and_how_to_save_are_in_sight(chromium, editor, lang):
    page, _ = opened(chromium, editor, f"?lang={lang}", device="phone")
    signed_in(page, *{"vi": (), "en": ("Login", "Collections")}[lang])
    open_entry(page, "reports/huyen/2022-Q3")
    page.locator(".rr-figure input").first.fill("4.321")
    status = page.locator('[class*="-BackStatus"]')
    expect(status).to_have_text({"vi": "Thay đổi chưa được lưu", "en": "Unsaved Changes"}[lang])
    wide = page.evaluate("innerWidth")

    for shown in (
        status,
        page.locator('[class*="-ToolbarSectionMain"] [role="button"]').first,
    ):
        box = shown.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= wide
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 66  # the bar's own height
        assert shown.evaluate("each => each.scrollWidth <= each.clientWidth")


def test_a_figure_and_a_sentence_are_edited_saved_and_seen_on_the_page(chromium, tmp_path, finished):
    folder = tree_to_serve(tmp_path, finished)
    before = files_of(folder)
    with serving(folder, "--edit") as running:
        page, findings = opened(chromium, running.address)
        signed_in(page)
        open_entry(page, "reports/huyen/2022-Q3")
        type_into(page, page.locator(".rr-figure input").first, "4.321")
        save(page)
        expect(page.get_by_text("Đã lưu. Trang đã được tạo lại.")).to_be_visible(timeout=MILLISECONDS)
        open_entry(page, "narratives/reports/huyen/2022-Q3/summary")
        text = page.locator(".rr-prose textarea").first
        expect(text).to_have_value(before[SUMMARY].rstrip("\n"))
        type_into(page, text, f"{text.input_value()}\n\nMột câu mới.")
        save(page)

        after = files_of(folder)
        assert sorted(name for name in after if after[name] != before.get(name)) == [SUMMARY, REPORT_FILE]
        assert len(changed_lines(before[REPORT_FILE], after[REPORT_FILE])) == 2
        assert after[SUMMARY] == before[SUMMARY] + "\nMột câu mới.\n"
        shown = page.context.new_page()
        shown.goto(f"{running.address}reports/huyen/2022-Q3/index.html")
        # The page that is made anew shows itself.
        expect(shown.get_by_text("4.321", exact=True).first).to_be_visible(timeout=MILLISECONDS)
        expect(shown.get_by_text("Một câu mới.").first).to_be_visible(timeout=MILLISECONDS)
        assert findings.all() == []
    shutil.rmtree(folder, ignore_errors=True)


class Drafts:
    """Drafts as a host of the repository keeps them: each a branch of a real git repository, by Decap's own actions."""

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        self.files = LocalFiles(tree)
        self.git("init", "-q", "-b", "main")
        self.git("add", "data", "content")
        self.git("commit", "-q", "-m", "base")

    def git(self, *arguments: str) -> str:
        named = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.quotePath=false")
        done = subprocess.run(["git", *named, *arguments], cwd=self.tree, check=True, capture_output=True, text=True)
        return done.stdout

    def branch(self, given: dict[str, Any]) -> str:
        return f"cms/{given.get('id') or given['collection'] + '/' + given['slug']}"

    def changed(self, branch: str) -> list[str]:
        return self.git("diff", "--name-only", f"main...{branch}").split()

    @property
    def branches(self) -> list[str]:
        return self.git("branch", "--format", "%(refname:short)", "--list", "cms/*").split()

    def answer(self, route: Route) -> None:
        asked = route.request.post_data_json
        action, given = asked["action"], asked["params"]
        if action == "unpublishedEntries":
            return route.fulfill(json=[branch.removeprefix("cms/") for branch in self.branches])
        if action == "unpublishedEntry":
            branch = self.branch(given)
            if branch not in self.branches:
                return route.fulfill(status=404, json={"error": "none"})
            collection, _, slug = branch.removeprefix("cms/").partition("/")
            diffs = [{"path": path, "id": path, "newFile": False} for path in self.changed(branch)]
            told = {"collection": collection, "slug": slug, "status": "draft", "diffs": diffs}
            return route.fulfill(json=told | {"updatedAt": "2026-01-01T00:00:00Z"})
        if action == "unpublishedEntryDataFile":
            text = self.git("show", f"{self.branch(given | {'id': ''})}:{given['path']}")
            return route.fulfill(json={"data": text})
        if action == "persistEntry":
            first = given["dataFiles"][0]
            branch = f"cms/{given['options']['collectionName']}/{first['slug']}"
            self.git("checkout", "-q", *([branch] if branch in self.branches else ["-b", branch]))
            for each in given["dataFiles"]:
                (self.tree / each["path"]).write_text(each["raw"], encoding="utf-8")
            self.git("commit", "-q", "-a", "-m", given["options"]["commitMessage"])
            self.git("checkout", "-q", "main")
            return route.fulfill(json={"message": "persisted"})
        return route.fulfill(json=self.files.answer(action, given))


def test_a_draft_is_a_branch_with_the_edited_lines_and_keeps_both_languages(chromium, tmp_path):
    tree = write_tree(tmp_path)
    drafts = Drafts(tree)
    with editor_of(tree) as address:
        context = chromium.new_context()
        context.set_default_timeout(MILLISECONDS)
        page = context.new_page()

        def with_drafts(route: Route) -> None:
            told = route.fetch().json()
            told["config"]["publish_mode"] = "editorial_workflow"
            route.fulfill(json=told)

        page.route("**/settings.*.json", with_drafts)
        page.route("**/.serve/edit/*", drafts.answer)
        texts = page.locator(".rr-prose textarea")
        shown = ["Huyện giải quyết", "On time"]

        def write(at: int, more: str) -> None:
            # Which draft there is, is asked first; then the form is drawn once more, with what stands in the draft.
            with page.expect_response(lambda response: asks("unpublishedEntry", response)):
                open_entry(page, "narratives/reports/huyen/2022-Q3/summary")
            for number, each in enumerate(shown):
                expect(texts.nth(number)).to_have_value(re.compile(re.escape(each)))
            type_into(page, texts.nth(at), texts.nth(at).input_value() + more)
            save(page, publish=False)
            shown[at] = more

        page.goto(f"{address}admin/")
        signed_in(page)
        write(0, " Thêm.")
        (branch,) = drafts.branches
        assert drafts.changed(branch) == ["content/vi/reports/huyen/2022-Q3/summary.md"]

        write(1, " More.")
        assert drafts.branches == [branch]
        assert drafts.changed(branch) == [f"content/{lang}/reports/huyen/2022-Q3/summary.md" for lang in ("en", "vi")]
        lines = [
            line
            for line in drafts.git("diff", f"main...{branch}").splitlines()
            if line[:1] in "+-" and line[:3] not in {"+++", "---"}
        ]
        assert [line[0] for line in lines] == ["-", "+", "-", "+"]
        assert lines[1].endswith(" More.")
        assert lines[3].endswith(" Thêm.")
        assert drafts.git("status", "--short", "data", "content") == ""
        context.close()
