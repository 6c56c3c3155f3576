"""The command as people and pipelines meet it: what goes to which stream, which exit code it ends with, how wide it is."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.trees import REPORT, edit, write_tree

pytestmark = pytest.mark.integration

WARNED = {"content/en/about.md": None}
BROKEN = edit(REPORT, "1200", "1.200")


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "generator.cli", *arguments]


def environment(root: Path, **more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(root), "PYTHONUTF8": "1", "LANG": "en_US.UTF-8", **more}


@pytest.fixture
def run(root, tmp_path):
    """Runs the command on a tree with changes."""

    def run_command(changes, *arguments):
        tree = write_tree(tmp_path / "tree", changes)
        (tree / "x").touch()
        return subprocess.run(
            command(*arguments), cwd=tree, env=environment(root), capture_output=True, text=True, check=False
        )

    return run_command


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
@pytest.mark.parametrize("name", ["check", "build"])
def test_standard_output_holds_the_form_alone(run, name, form):
    done = run(BROKEN, name, "--format", form)

    assert done.returncode == 1
    assert "misread-count" in json.dumps(json.loads(done.stdout))
    assert "1 error" in done.stderr


def test_annotations_stand_alone_too(run):
    done = run(BROKEN, "check", "--format", "github")

    lines = done.stdout.splitlines()
    assert lines[0].startswith(
        f"::error file={REPORT},line=10,col=12,title=Thousands read as decimals [misread-count]::"
    )
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in lines)


def test_text_tells_problems_on_standard_error_and_the_verdict_on_standard_output(run):
    done = run(BROKEN, "check")

    assert "[misread-count]" in done.stderr
    assert re.fullmatch(r"1 error\b.*\. 1 report, 9 figures\.\n", done.stdout)


@pytest.mark.parametrize(
    ("changes", "arguments", "code"),
    [
        ({}, (), 0),
        ({}, ("--strict",), 0),
        (WARNED, (), 0),
        (WARNED, ("--strict",), 1),
        (BROKEN, (), 1),
        (BROKEN, ("--strict",), 1),
        ({}, ("--format", "xml"), 2),
    ],
)
def test_exit_codes(run, changes, arguments, code):
    assert run(changes, "check", *arguments).returncode == code


def test_contradictions_do_not_change_the_exit_code_of_a_check(run):
    done = run(edit(REPORT, '"99,17%"', '"42%"'), "check", "--strict")

    assert done.returncode == 0, done.stderr
    assert "contradiction: " in done.stderr
    assert done.stdout.startswith("1 contradiction in the sources")


def test_the_strict_build_nothing_while_there_are_warnings(run, tmp_path):
    done = run(WARNED, "build", "--strict")

    assert done.returncode == 1
    assert "Nothing was built" in done.stdout
    assert not (tmp_path / "tree/site").exists()


@pytest.mark.parametrize("no_colour", [{}, {"NO_COLOR": "1"}])
def test_a_terminal_gets_colours_unless_told_otherwise_and_lines_that_fit(root, tmp_path, no_colour):
    tree = write_tree(tmp_path / "tree", BROKEN)
    ours, theirs = pty.openpty()
    done = subprocess.run(
        command("check"),
        cwd=tree,
        env=environment(root, COLUMNS="80", **no_colour),
        stdout=theirs,
        stderr=theirs,
        check=False,
    )
    os.close(theirs)
    shown = os.read(ours, 65536).decode().replace("\r\n", "\n")
    os.close(ours)

    assert done.returncode == 1
    assert ("\x1b[31m" in shown) == (not no_colour)
    lines = click.unstyle(shown).splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.endswith("^^^^^") for line in lines)
    assert "What a code in brackets means: reform-reports explain CODE" in lines
