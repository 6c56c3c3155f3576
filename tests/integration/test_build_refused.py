"""A build that cannot come to its end says why, and leaves everything as it was."""

import re
import shutil
from pathlib import Path

import pytest

from generator.assembly import site as building
from generator.cli import main
from generator.engine.dresser import Dresser, EngineError
from generator.engine.model import EngineFailure
from tests.commands import build, files, run
from tests.trees import REPORT, edit, write_tree

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_folder_without_data_is_told_of(tmp_path, lang):
    done = run("build", "--lang", lang, cwd=tmp_path)

    assert done.returncode == 1
    assert "data/" in done.stderr
    assert "--root" in done.stderr
    assert list(tmp_path.iterdir()) == []


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
