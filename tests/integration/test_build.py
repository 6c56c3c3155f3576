"""The command builds real small sites: what it makes of a tree, and where it puts that."""

import json
import re
import shutil

import pytest

from tests.commands import build, files, pages, run
from tests.trees import INDICATORS, REPORT, SUMMARY, edit, faults, write_tree

pytestmark = pytest.mark.integration

UNIT = "data/units/huyen.yml"


def test_a_build_ends_with_what_it_made_and_exit_code_0(tree):
    shutil.rmtree(tree / "site")

    done = run("build", cwd=tree, env={"LANG": "en_US.UTF-8"})

    assert done.returncode == 0, done.stderr
    made = len(pages(tree / "site"))
    assert re.fullmatch(
        rf"Built site\. {made} pages in 2 languages, in \d+\.\d s\. 1 report, 9 figures\.\n", done.stdout
    )
    for step in (
        "Read data and content (9)",
        f"Rendered pages and charts ({made})",
    ):
        assert step in done.stderr
    assert not (tree / ".build").exists()


@pytest.mark.parametrize(
    ("address", "reminded", "lang", "words"),
    [("", True, "vi", "Trước khi đăng"), ("https://cchc.example.vn/", False, "en", "Before you publish")],
)
def test_a_build_without_an_address_works_and_reminds(tree, address, reminded, lang, words):
    done = run("build", "--lang", lang, cwd=tree, env={"SITE_URL": address})

    assert done.returncode == 0, done.stderr
    # The last words are of the repository, which the tree does not name either.
    assert any(words in line for line in done.stderr.splitlines()[-2:]) is reminded
    site = files(tree / "site")
    assert ("feed.xml" in site, "sitemap.xml" in site) == (not reminded, not reminded)
    page = (tree / "site/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")
    assert ('rel="canonical"' in page) is not reminded
    if not reminded:
        assert b"/search/" not in site["sitemap.xml"]
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert json.loads(block)["url"] == ("index.html" if reminded else f"{address}reports/huyen/2022-Q3/")


def test_both_languages_have_the_same_paths(finished):
    vietnamese = {page for page in pages(finished / "site") if not page.startswith("en/")}
    english = {page.removeprefix("en/") for page in pages(finished / "site") if page.startswith("en/")}

    assert vietnamese == english
    assert "reports/huyen/2022-Q3/index.html" in vietnamese


def test_the_site_speaks_both_languages(finished):
    vietnamese = (finished / "site/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")
    english = (finished / "site/en/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")

    assert '<html lang="vi"' in vietnamese
    assert '<html lang="en"' in english
    assert "97,5 %" in vietnamese.replace("\N{NO-BREAK SPACE}", " ")
    assert "97.5%" in english
    assert "data-slot=" not in vietnamese + english


def test_every_page_with_something_to_read_has_a_markdown_copy_and_says_so(finished):
    site = files(finished / "site")
    linked = {path for path in pages(finished / "site") if b'type="text/markdown" href="index.md"' in site[path]}

    copies = {path for path in site if path.endswith("/index.md") or path == "index.md"}
    assert {path.replace("index.html", "index.md") for path in linked} == copies
    assert "reports/huyen/2022-Q3/index.md" in copies
    report = str(site["reports/huyen/2022-Q3/index.md"], "utf-8")
    assert report.startswith('---\ntitle: "Huyện Mẫu: quý III/2022"\n')
    assert "| Hồ sơ" in report.replace("| [Hồ sơ", "| Hồ sơ")
    assert "/reports/huyen/2022-Q3/index.md)" in str(site["llms.txt"], "utf-8")


def test_vietnamese_pages_have_words_for_voices_and_english_ones_none(finished):
    """What they are is in tests/unit/test_speech.py."""
    site = files(finished / "site")

    assert (
        b'<span aria-hidden="true">III</span><span class="rr-say">ba</span>' in site["reports/huyen/2022-Q3/index.html"]
    )
    assert not any(
        b"rr-say" in content for path, content in site.items() if path.startswith("en/") and path.endswith(".html")
    )
    assert not any(
        b"rr-say" in content for path, content in site.items() if path.endswith((".md", ".txt")) or "/search/" in path
    )


def test_an_indicator_says_how_it_follows_from_others(tmp_path, finished):
    formulas = edit(INDICATORS, "on-time / resolved", "[on-time / resolved, 100 - resolved]")
    both = formulas[INDICATORS].replace("  breakdown: [tier]\n", "  breakdown: [tier]\n  sums: [tier]\n")
    root = write_tree(tmp_path, {INDICATORS: both})
    shutil.copytree(finished / ".cache", root / ".cache")
    assert faults(build(root).problems) == ()

    for page, said in (
        ("indicators/on-time-rate", "Hồ sơ đúng hạn ÷ Hồ sơ đã giải quyết × 100 % hoặc: 100 % − Hồ sơ đã giải quyết"),
        ("en/indicators/on-time-rate", "Dossiers on time ÷ Dossiers resolved × 100% or: 100% − Dossiers resolved"),
        ("en/indicators/on-time", "Used in the formula of On-time rate"),
        ("en/indicators/resolved", "Broken down by Tier (the parts add up to the whole)"),
    ):
        html = (root / "site" / page / "index.html").read_text(encoding="utf-8")
        assert said in " ".join(re.sub(r"<[^>]+>", " ", html).split()), page


def test_the_same_tree_gives_the_same_bytes_wherever_it_lies(finished, tmp_path):
    for name in ("data", "content", ".cache"):
        shutil.copytree(finished / name, tmp_path / name)

    assert build(tmp_path).published

    one, other = files(finished / "site"), files(tmp_path / "site")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_a_missing_translation_is_a_warning_and_the_site_is_built(tree):
    (tree / "content/en/about.md").unlink()

    done = run("build", "--lang", "en", cwd=tree)

    assert done.returncode == 0, done.stderr
    assert "content/vi/about.md" in done.stderr
    assert "warning: The en version is missing; readers see another language." in done.stderr
    assert "Lời giới thiệu." in (tree / "site/en/about/index.html").read_text(encoding="utf-8")


def test_another_tree_may_be_named_from_anywhere(tree, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    done = run("build", "--root", str(tree), "--output", "out", cwd=elsewhere)

    assert done.returncode == 0, done.stderr
    assert pages(elsewhere / "out") == pages(tree / "site")
    assert [path.name for path in elsewhere.iterdir()] == ["out"]


def test_search_finds_pages_and_not_itself(finished):
    site = finished / "site"
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text(encoding="utf-8"))
    pieces = {
        path.relative_to(site / "assets/search/p").as_posix() for path in (site / "assets/search/p").rglob("*.js")
    }
    unit = (site / "assets/search/p/units/huyen.js").read_text(encoding="utf-8")

    assert {lang: found["page_count"] for lang, found in entry["languages"].items()} == {
        lang: len(pages(site / folder)) - hidden
        for lang, folder, hidden in (("vi", ".", 2 + len(pages(site / "en"))), ("en", "en", 2))
    }
    assert unit.startswith('rrSearch.register("p/units/huyen",["Huyện Mẫu",')
    assert len(pieces) == entry["languages"]["vi"]["page_count"]
    assert "search.js" not in pieces
    assert not list((site / "pagefind").glob("*ui*"))


def test_a_third_language_needs_only_its_folder(tree):
    (tree / "content/fr").mkdir()
    (tree / "content/fr/about.md").write_text("# À propos\n\nBonjour.\n", encoding="utf-8")

    result = build(tree)

    assert result.published
    assert result.languages == ("vi", "en", "fr")
    french = {page.removeprefix("fr/") for page in pages(tree / "site") if page.startswith("fr/")}
    assert french == {page.removeprefix("en/") for page in pages(tree / "site") if page.startswith("en/")}
    assert "Bonjour." in (tree / "site/fr/about/index.html").read_text(encoding="utf-8")
    page = (tree / "site/fr/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in page
    assert '<div lang="vi">' in page
    assert 'hreflang="fr"' in (tree / "site/index.html").read_text(encoding="utf-8")


def test_a_site_without_figures_or_narratives_is_still_a_site(tmp_path, finished):
    left_out = [REPORT, SUMMARY, SUMMARY.replace("/vi/", "/en/"), "data/targets/huyen.yml", "content/glossary.yml"]
    root = write_tree(tmp_path, dict.fromkeys(left_out))
    shutil.copytree(finished / ".cache", root / ".cache")

    result = build(root)

    assert faults(result.problems) == ()
    assert result.published


def test_what_data_and_content_hold_stays_text_in_every_page(tmp_path, finished):
    bad = '<script>alert(1)</script>"{{ 7*7 }}'
    changes = edit(UNIT, "Huyện Mẫu", f"'{bad}'") | edit(REPORT, "Báo cáo mẫu", f"'{bad}'")
    changes[REPORT] = changes[REPORT].replace("1200", f"{{value: 5, printed: '{bad}', note: {{vi: '{bad}'}}}}")
    changes |= edit("content/glossary.yml", "thủ tục hành chính", f"'{bad}'")
    root = write_tree(tmp_path, changes)
    shutil.copytree(finished / ".cache", root / ".cache")

    result = build(root)

    assert faults(result.problems) == ()
    for name, content in files(root / "site").items():
        if name.endswith(".html"):
            assert "<script>alert" not in content.decode(), name


def test_a_site_that_says_how_people_sign_in_carries_the_editor(tree):
    (tree / "data/site.yml").write_text(
        "repository:\n  kind: gitlab\n  url: https://git.example.vn/cchc/bao-cao\neditor:\n  app_id: abc123\n",
        encoding="utf-8",
    )

    done = run("build", cwd=tree)

    assert done.returncode == 0, done.stderr
    site = files(tree / "site")
    told = json.loads(site["admin/settings.vi.json"])["config"]
    assert told["backend"]["app_id"] == "abc123"
    assert b"Decap CMS" in site["sbom.cdx.json"]
    assert b"/admin/*\n  Content-Security-Policy: " in site["_headers"]
    assert b"connect-src 'self' https://git.example.vn\n" in site["_headers"]
    assert {"admin/index.html", "admin/vendor/LICENSE-decap-cms.txt"} <= site.keys()


def test_a_site_that_does_not_carries_none_of_it(finished):
    assert [name for name in files(finished / "site") if name.startswith("admin/")] == []
    assert b"Decap" not in files(finished / "site")["sbom.cdx.json"]
