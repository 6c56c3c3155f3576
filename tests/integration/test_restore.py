"""A snapshot that was lost: recorded again from its own zip, or made again from its commit, and the very same."""

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.editions import zip_name
from tests.trees import write_tree

pytestmark = pytest.mark.integration

RECORD = "data/vintages/2022.yml"
TABLE = "data/vintages/2022.csv"
LIST = "data/vintages/2022.sums"


def command(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "en", *arguments])
    return ended.value.code


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@reform-reports.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(scope="module")
def taken(tmp_path_factory, root) -> Path:
    """A repository with a small tree and its snapshot of 2022, recorded and committed."""
    tree = write_tree(tmp_path_factory.mktemp("taken"), {".gitignore": "/archive/\n/.build/\n/.cache/\n"})
    git(tree, "init", "-q")
    git(tree, "add", ".")
    git(tree, "commit", "-q", "-m", "A tree")
    environment = {**os.environ, "PYTHONPATH": str(root)}
    environment.pop("SITE_URL", None)
    arguments = [sys.executable, "-m", "generator.cli", "snapshot", "2022", "--date", "2026-01-15", "--lang", "en"]
    done = subprocess.run(arguments, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    git(tree, "add", "data")
    git(tree, "commit", "-q", "-m", "Snapshot of 2022")
    return tree


def test_a_zip_that_nobody_recorded_is_recorded_from_what_is_in_it(taken, tmp_path):
    other = write_tree(tmp_path / "other")

    assert command("archive", "add", str(taken / "archive" / zip_name("2022")), "--root", str(other)) == 0

    assert (other / RECORD).read_text() == (taken / RECORD).read_text()
    assert (other / TABLE).read_bytes() == (taken / TABLE).read_bytes()
    # Which Python made it, a zip does not say.
    assert (other / LIST).read_text() == "".join((taken / LIST).read_text().splitlines(keepends=True)[1:])


def test_a_recorded_snapshot_is_made_again_and_is_the_same(taken, tmp_path, monkeypatch, root):
    monkeypatch.setenv("PYTHONPATH", str(root))

    lost = ["--root", str(taken), "--archive", str(tmp_path / "store")]
    assert command("archive", "restore", *lost) == 2
    assert command("archive", "restore", "--all", *lost) == 0
    assert command("archive", "restore", "--all", *lost) == 0, "nothing is lost any more"

    kept = tmp_path / "store" / zip_name("2022")
    assert kept.read_bytes() == (taken / "archive" / zip_name("2022")).read_bytes()
    assert command("verify", "2022", "--root", str(taken), "--archive", str(tmp_path / "store")) == 0


def test_what_comes_out_otherwise_is_told_by_file_and_by_version(taken, tmp_path, capsys, monkeypatch, root):
    monkeypatch.setenv("PYTHONPATH", str(root))
    git(tmp_path, "clone", "-q", str(taken), "clone")
    clone = tmp_path / "clone"
    record = (clone / RECORD).read_text()
    (clone / RECORD).write_text(re.sub("(manifest|sha512): .{8}", r"\1: 00000000", record))
    first, *lines = (clone / LIST).read_text().splitlines()
    assert first.startswith(f"# made by Python {platform.python_version()}, zlib ")
    altered = [f"{'0' * 12} {line[13:]}" if line.endswith("/README.txt") else line for line in lines]
    made_by = "# made by Python 3.9.1, zlib 1.0"
    (clone / LIST).write_text("\n".join([made_by, *altered, f"{'0' * 12} data/site/gone.html\n"]))

    assert command("archive", "restore", "2022", "--root", str(clone)) == 1

    said = capsys.readouterr().err
    assert "its files differ" in said
    assert "Files of other content:\n  data/README.txt\nFiles that were not made:\n  data/site/gone.html\n" in said
    assert f"Python: then 3.9.1, now {platform.python_version()}" in said
    assert not (clone / "archive").exists()


def test_a_published_year_that_nobody_recorded_is_removed_only_by_command(taken, tmp_path, capsys):
    other = write_tree(tmp_path / "other")
    published = other / "site" / "archive" / zip_name("2022")
    published.parent.mkdir(parents=True)
    published.write_bytes((taken / "archive" / zip_name("2022")).read_bytes())
    assert command("archive", "list", "--root", str(other)) == 1
    assert "neither data/vintages nor the store knows it" in capsys.readouterr().err

    reasons = ["--reason-vi", "Lập thử", "--reason-en", "A trial"]
    assert command("archive", "remove", "2022", *reasons, "--root", str(other)) == 0

    assert "en: A trial" in (other / RECORD).read_text()
    assert command("archive", "list", "--root", str(other)) == 0
    assert "removed on" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("commit: ", "commit: f00", "not a git repository"), ("commit: ", "# ", "names no commit")],
)
def test_without_its_commit_it_is_said_why_it_cannot_be(taken, tmp_path, capsys, old, new, told):
    other = write_tree(tmp_path / "tree", {RECORD: (taken / RECORD).read_text().replace(old, new)})
    (other / TABLE).write_bytes((taken / TABLE).read_bytes())

    assert command("archive", "restore", "2022", "--root", str(other)) == 1

    assert told in capsys.readouterr().err
    assert not (other / "archive").exists()


def test_what_is_in_the_store_is_never_overwritten(taken, capsys):
    assert command("archive", "restore", "2022", "--root", str(taken)) == 2

    assert "put it away first" in capsys.readouterr().err
