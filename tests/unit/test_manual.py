"""The part for staff is made of the files in docs/, with anchors and links that work, and only where a site asks for it."""

import re
from dataclasses import replace

import pytest

from generator.assembly.site import load_and_check
from generator.assembly.translated import record_translations
from generator.dataset.dataset import Dataset
from generator.model.banner import Banner
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.manual import BY_FILE, PAGES
from generator.pages.kinds import staff, translations
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.prose import manual as module
from generator.pages.prose.manual import anchor_of, manual
from generator.pages.render import page_context
from tests.trees import write_tree
from tools.commands_page import FILES, commands_page

STAFF = {"data/site.yml": "staff: true\n"}


def context_of(root, tree, lang="en"):
    catalogue, _ = load_and_check(tree)
    return page_context(Dataset.of(catalogue), lang, root / "site_templates/pages", SlotStore(), None)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_there_is_an_entrance_and_a_page_for_each_part(root, tmp_path, lang):
    context = context_of(root, write_tree(tmp_path, STAFF), lang)

    made = {each.path: each.make(context) for each in staff.plan(context)}

    assert list(made) == ["staff", *(each.path for each in PAGES)]
    assert all(page.title and page.facets.aside for page in made.values())


def test_a_site_that_does_not_ask_for_it_has_none(root, tmp_path):
    assert list(staff.plan(context_of(root, write_tree(tmp_path)))) == []


def test_a_snapshot_has_none(root, tmp_path):
    banner = Banner(Edition.parse("2023"), PartialDate(2024, 1, 31), "")
    context = replace(context_of(root, write_tree(tmp_path, STAFF)), banner=banner)

    assert list(staff.plan(context)) == []


@pytest.mark.parametrize(("lang", "state"), [("vi", "đã cũ"), ("en", "outdated")])
def test_a_page_says_how_translations_stand_and_leads_to_the_files(root, tmp_path, lang, state):
    site = "staff: true\nrepository: {kind: github, url: https://github.com/example/cchc}\n"
    tree = write_tree(tmp_path, {"data/site.yml": site, "content/en/method.md": None})
    (tree / "content/vi/about.md").write_text("# A\n\nCâu cũ. Câu giữ.\n", encoding="utf-8")
    record_translations(tree, None)
    (tree / "content/vi/about.md").write_text("# A\n\nCâu <mới>. Câu giữ.\n", encoding="utf-8")
    context = context_of(root, tree, lang)

    (planned,) = translations.plan(context)
    text = fill_slots(planned.make(context).body, context.slots.contents)

    assert f"<strong>{state}</strong>" in text
    assert '<ins lang="vi">Câu &lt;mới&gt;.</ins>' in text
    assert "Câu giữ" not in text
    assert 'href="https://github.com/example/cchc/edit/main/content/en/about.md"' in text
    assert 'href="https://github.com/example/cchc/new/main?filename=content/en/method.md"' in text
    entrance = next(staff.plan(context)).make(context).body
    assert 'href="translations/index.html"' in fill_slots(entrance, context.slots.contents)


def test_a_picture_has_words_and_a_size_and_is_of_the_language(monkeypatch):
    monkeypatch.setattr(module, "picture_size", module.picture_size.__wrapped__)
    html = shown(monkeypatch, "# T\n\nBefore.\n\n![A <form> & fields](images/en/report.webp)\n\nAfter.\n")

    assert (
        '<img src="../../assets/manual/report.webp" alt="A &lt;form&gt; &amp; fields" width="960" height="620"' in html
    )
    assert "After." in html


def test_every_picture_is_used_in_its_language_and_is_light(root):
    used = {
        (file, picture)
        for file in BY_FILE
        for picture in re.findall(r"\]\((images/\S+)\)", (root / "docs" / file).read_text(encoding="utf-8"))
    }
    there = {path.relative_to(root / "docs").as_posix() for path in (root / "docs/images").rglob("*.*")}

    assert {picture for _, picture in used} == there
    for file, picture in used:
        assert BY_FILE[file].files[picture.split("/")[1]] == file
    assert sum((root / "docs" / each).stat().st_size for each in there) < 600_000


def test_every_file_of_the_part_is_there_and_begins_with_its_title(root):
    for file in BY_FILE:
        text = (root / "docs" / file).read_text(encoding="utf-8")
        assert "\n# " in f"\n{text}", file


def shown(monkeypatch, text, file="tutorial.md", lang="en"):
    monkeypatch.setattr(module, "manual_text", lambda _dataset, _file: text)
    return "".join(each.html for each in manual(None, BY_FILE[file], lang).sections)


def test_headings_have_the_anchors_of_repositories(monkeypatch):
    html = shown(monkeypatch, "# T\n\n## A\n\n### Units: `data/units/<id>.yml`\n\n### Bước 1\n\n### Bước 1\n")

    assert '<h3 id="units-dataunitsidyml">' in html
    assert '<h3 id="bước-1">' in html
    assert '<h3 id="bước-1-1">' in html
    assert anchor_of("Đính chính &amp; sửa") == "đính-chính--sửa"


def test_links_between_files_lead_to_pages_and_links_to_other_files_become_words(monkeypatch):
    html = shown(
        monkeypatch,
        "# T\n\n[a](formats.md#numbers) [b](decisions.md) [c](https://x.example/) [d](#here) [e](huong-dan.md#y) [f](../README.md)\n",
    )

    assert '<a href="../formats/index.html#numbers">a</a>' in html
    assert '<a href="../guide/index.html">e</a>' in html
    assert 'href="https://x.example/"' in html
    assert 'href="#here"' in html
    assert "decisions.md" not in html
    assert "README" not in html


def test_blocks_that_may_scroll_are_reached_by_keyboard(monkeypatch):
    assert '<pre><code tabindex="0">make site' in shown(monkeypatch, "# T\n\n```sh\nmake site\n```\n")


def test_the_line_about_the_other_language_is_left_out_and_files_are_called_by_their_titles(monkeypatch):
    html = shown(monkeypatch, "# T\n\n*Tiếng Việt: [bat-dau.md](bat-dau.md).* See [formats.md](formats.md).\n")

    assert html.strip() == '<p>See <a href="../formats/index.html">T</a>.</p>'


def test_the_name_of_an_example_stands_before_it(monkeypatch):
    assert "<code>data/a.yml</code>" in shown(monkeypatch, '# T\n\n```yaml title="data/a.yml"\nid: a\n```\n')


@pytest.mark.parametrize("lang", FILES)
def test_the_page_of_commands_is_up_to_date(root, lang):
    assert (root / FILES[lang]).read_text(encoding="utf-8") == commands_page(lang), "run `make checks`"
