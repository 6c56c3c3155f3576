"""The command builds real small sites: what it makes, what it says, and what it leaves alone."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.assembly import site as building
from generator.assembly.site import build_site, load_and_check
from generator.cli import main
from generator.engine.dresser import Dresser, EngineError
from generator.engine.model import EngineFailure
from tests.trees import INDICATORS, REPORT, SUMMARY, edit, faults, write_tree

pytestmark = pytest.mark.integration

ESCAPE = "\x1b["
UNIT = "data/units/huyen.yml"


def run(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as people do, in a folder of its own and a plain environment."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "VIRTUAL_ENV", "TMPDIR"}}
    root = Path(__file__).resolve().parent.parent.parent
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(root), "PYTHONUTF8": "1", **(env or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def build(root: Path, output: Path | None = None):
    return build_site(root, output or root / "site", lambda _step, _detail: None)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pages(folder: Path) -> set[str]:
    """The pages that readers browse, without those made for other sites."""
    return {name for name in files(folder) if name.endswith("index.html") and "embed" not in Path(name).parts}


@pytest.fixture(scope="session")
def built(finished) -> Path:
    return finished


@pytest.fixture
def tree(built, tmp_path) -> Path:
    """A copy of the finished tree, to be changed at will."""
    return Path(shutil.copytree(built, tmp_path / "tree"))


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
    assert (words in done.stderr.splitlines()[-1]) is reminded
    site = files(tree / "site")
    assert ("feed.xml" in site, "sitemap.xml" in site) == (not reminded, not reminded)
    page = (tree / "site/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")
    assert ('rel="canonical"' in page) is not reminded
    if not reminded:
        assert b"/search/" not in site["sitemap.xml"]
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert json.loads(block)["url"] == ("index.html" if reminded else f"{address}reports/huyen/2022-Q3/")


def test_both_languages_have_the_same_paths(built):
    vietnamese = {page for page in pages(built / "site") if not page.startswith("en/")}
    english = {page.removeprefix("en/") for page in pages(built / "site") if page.startswith("en/")}

    assert vietnamese == english
    assert "reports/huyen/2022-Q3/index.html" in vietnamese


def test_the_site_speaks_both_languages(built):
    vietnamese = (built / "site/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")
    english = (built / "site/en/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")

    assert '<html lang="vi"' in vietnamese
    assert '<html lang="en"' in english
    assert "97,5 %" in vietnamese.replace("\N{NO-BREAK SPACE}", " ")
    assert "97.5%" in english
    assert "data-slot=" not in vietnamese + english


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


def test_the_same_tree_gives_the_same_bytes_wherever_it_lies(built, tmp_path):
    for name in ("data", "content", ".cache"):
        shutil.copytree(built / name, tmp_path / name)

    assert build(tmp_path).published

    one, other = files(built / "site"), files(tmp_path / "site")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


@pytest.mark.parametrize(
    ("arguments", "env", "words"),
    [
        ((), {"LANG": "vi_VN.UTF-8"}, "lỗi"),
        ((), {"LANG": "en_US.UTF-8"}, "error"),
        (("--lang", "vi"), {"LANG": "en_US.UTF-8"}, "lỗi"),
        (("--lang", "en"), {"LANG": "vi_VN.UTF-8"}, "error"),
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_all_problems_are_told_together_in_the_users_language(tree, command, arguments, env, words):
    write_tree(tree, edit(REPORT, "1200", "1.2") | edit(UNIT, "parent: tinh", "parent: tin"))
    (tree / "data/areas.yml").write_bytes(b"\xff")
    before = files(tree / "site")

    done = run(command, *arguments, cwd=tree, env=env)

    assert done.returncode == 1
    told = done.stdout + done.stderr
    for place in (f"{REPORT}:10:12: {words}", f"{UNIT}:3:1: {words}", f"data/areas.yml:1:1: {words}"):
        assert place in told
    assert "count-with-decimals" in told
    assert "Traceback" not in told
    assert ESCAPE not in told
    assert files(tree / "site") == before


def test_a_mistake_is_shown_under_its_line(tree):
    write_tree(tree, edit(REPORT, "1200", "1.2"))

    told = run("check", cwd=tree, env={"LANG": "en"}).stderr.splitlines()

    line = next(number for number, text in enumerate(told) if "│       1.1: 1.200" in text)
    assert told[line + 1].index("^") == told[line].index("1.200")
    assert told[line + 2].strip() == '→ Write 1200, or "1.200" in quotes.'


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


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_folder_without_data_is_told_of(tmp_path, lang):
    done = run("build", "--lang", lang, cwd=tmp_path)

    assert done.returncode == 1
    assert "data/" in done.stderr
    assert "--root" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_use_of_the_command_has_its_own_exit_code(tmp_path):
    assert run("bild", cwd=tmp_path).returncode == 2
    assert run("build", "--lang", "xx", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", [(), ("build",), ("check",), ("diff",), ("explain",), ("serve",)])
def test_help_teaches_by_example(tmp_path, command, lang):
    done = run(*command, "--help", cwd=tmp_path, env={"LANG": lang})

    assert done.returncode == 0
    assert done.stdout.count("reform-reports") > 2
    assert "{" not in done.stdout


def test_files_of_somebody_else_are_never_replaced(tree):
    output = tree / "photos"
    output.mkdir()
    (output / "cat.jpg").write_bytes(b"cat")

    done = run("build", "--output", str(output), "--lang", "en", cwd=tree)

    assert done.returncode == 1
    assert "holds something other than a site made by this command" in done.stderr
    assert files(output) == {"cat.jpg": b"cat"}


def test_an_output_that_cannot_be_written_is_told_of(tree):
    (tree / "file").write_text("", encoding="utf-8")

    result = build(tree, tree / "file" / "site")

    assert [problem.code for problem in result.problems] == ["output-unusable"]
    assert not result.published


def test_when_the_engine_fails_the_old_site_stays(tree, monkeypatch):
    before = files(tree / "site")
    write_tree(tree, edit("data/units/huyen.yml", "Huyện Mẫu", "Huyện Khác"))

    def fail(*_page: object) -> str:
        raise EngineError(EngineFailure("en", "no ink"))

    monkeypatch.setattr(Dresser, "dress", fail)
    result = build(tree)

    assert [(problem.code, dict(problem.words)) for problem in result.problems] == [
        ("engine-failed", {"lang": "en", "detail": "no ink"})
    ]
    assert not result.published
    assert files(tree / "site") == before
    assert not (tree / ".build").exists()


def test_when_search_cannot_be_indexed_the_old_site_stays(tree):
    before = files(tree / "site")
    write_tree(tree, edit(REPORT, "1200", "1210"))

    done = run("build", "--lang", "en", cwd=tree, env={"PAGEFIND_BINARY_PATH": shutil.which("false")})

    assert done.returncode == 1
    assert "The index for search could not be made" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert files(tree / "site") == before


def test_search_finds_pages_and_not_itself(built):
    site = built / "site"
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


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_fault_of_the_program_shows_no_traceback(tree, monkeypatch, capsys, lang):
    before = files(tree / "site")

    def fail(*_paths, **_options):
        raise ZeroDivisionError("{oops}")

    monkeypatch.setattr(building, "build_into", fail)
    with pytest.raises(SystemExit) as stop:
        main(["build", "--root", str(tree), "--lang", lang])

    told = "".join(capsys.readouterr())
    assert stop.value.code == 1
    assert "internal-error" in told
    assert "ZeroDivisionError: {oops}" in told
    assert "Traceback" not in told
    log = Path(re.search(r"\S+reform-reports-\S+\.log", told)[0].strip("“”.’‘"))
    assert "Traceback" in log.read_text(encoding="utf-8")
    log.unlink()
    assert files(tree / "site") == before


def test_a_site_that_a_killed_build_set_aside_comes_back_even_if_the_next_build_fails(tree):
    before = files(tree / "site")
    (tree / "site").rename(tree / ".site.old-1")
    write_tree(tree, edit(REPORT, "1200", "1.2"))

    assert not build(tree).published
    assert files(tree / "site") == before


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


def terminal(*arguments: str, cwd: Path, **env: str) -> str:
    """What the command prints on a terminal."""
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "CI"}}
    root = Path(__file__).resolve().parent.parent.parent
    with subprocess.Popen(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=cwd,
        env={**plain, "PYTHONPATH": str(root), "TERM": "xterm", **env},
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # the terminal is gone with its last user
            pass
        os.close(ours)
    return shown.decode()


def test_colours_are_for_terminals_whose_user_wants_them(tree):
    write_tree(tree, edit(REPORT, "1200", "1.2"))

    assert ESCAPE in terminal("check", cwd=tree)
    assert ESCAPE not in terminal("check", cwd=tree, NO_COLOR="1")


def test_check_reads_and_changes_nothing(tree):
    before = files(tree)

    done = run("check", "--lang", "en", cwd=tree)

    assert (done.returncode, done.stdout) == (0, "No problems. 1 report, 9 figures.\n")
    assert files(tree) == before
    assert load_and_check(tree)[1] == ()
