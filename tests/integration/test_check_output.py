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

from generator.cli import main
from generator.click_words import speak
from tests.trees import REPORT, edit, write_tree

pytestmark = pytest.mark.integration

WARNED = {"content/en/about.md": None}
BROKEN = edit(REPORT, "1200", "1.2")


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
    assert "count-with-decimals" in json.dumps(json.loads(done.stdout))
    assert "1 error" in done.stderr


def test_annotations_stand_alone_too(run):
    done = run(BROKEN, "check", "--format", "github")

    lines = done.stdout.splitlines()
    assert lines[0].startswith(
        f"::error file={REPORT},line=10,col=12,title=Count with decimals [count-with-decimals]::"
    )
    assert all(re.match(r"::(error|warning|notice) file=", line) for line in lines)


def test_text_tells_problems_on_standard_error_and_the_verdict_on_standard_output(run):
    done = run(BROKEN, "check")

    assert "[count-with-decimals]" in done.stderr
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


PIPED = [
    ("explain",),
    ("explain", "count-with-decimals"),
    ("check",),
    ("check", "--format", "sarif"),
    ("--help",),
    ("check", "--x"),
]


@pytest.mark.parametrize("arguments", PIPED, ids=" ".join)
def test_a_reader_that_has_gone_ends_the_command_quietly_with_the_usual_code(root, tmp_path, arguments):
    """`reform-reports explain | head -1`: the shell's own code for it is 128 + SIGPIPE."""
    ours, theirs = os.pipe()
    os.close(ours)
    told = tmp_path / "told"
    with told.open("wb") as errors:
        done = subprocess.run(
            command(*arguments),
            cwd=write_tree(tmp_path / "tree", BROKEN),
            env=environment(root),
            stdout=theirs,
            stderr=theirs if "--x" in arguments else errors,
            check=False,
        )
    os.close(theirs)

    assert done.returncode == 141
    assert not re.search("internal-error|Traceback|Broken pipe|ignored", told.read_text(encoding="utf-8"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("form", ["text", "sarif"])
def test_an_output_that_takes_no_more_is_told_of(root, tmp_path, form):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("check", "--format", form),
            cwd=write_tree(tmp_path / "tree"),
            env=environment(root),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "Standard output cannot be written: the disk is full."


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1258", "ascii", "shift_jis"])
@pytest.mark.parametrize(
    "arguments", [["check"], ["build"], ["translated"], ["explain"], ["check", "--help"], ["diff"]]
)
def test_a_terminal_that_lacks_letters_gets_plain_ones_and_no_traceback(root, tmp_path, encoding, arguments):
    tree = write_tree(tmp_path / "tree", edit(REPORT, "1.1: 1200", "1.1: mười hai"))
    done = subprocess.run(
        command(*arguments, "--lang", "vi"),
        cwd=tree,
        env={**environment(root), "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )

    # Click takes a terminal of bare ASCII for one that was set up wrongly, and writes UTF-8.
    told = (done.stdout + done.stderr).decode("utf-8" if encoding == "ascii" else encoding)
    assert "Traceback" not in told
    assert "UnicodeEncodeError" not in told
    if arguments in (["check"], ["build"]):
        assert done.returncode == 1
        assert re.search("m[uư][oơờ]i hai", told)
        assert "?" not in told.replace("không?", "").replace("khong?", "")


def test_forms_for_machines_are_utf8_in_any_terminal(root, tmp_path):
    tree = write_tree(tmp_path / "tree", edit(REPORT, "1.1: 1200", "1.1: mười hai"))
    done = subprocess.run(
        command("check", "--format", "json", "--lang", "vi"),
        cwd=tree,
        env={**environment(root), "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )

    assert "mười hai" in json.loads(done.stdout.decode("utf-8"))["problems"][0]["message"]


def test_a_folder_that_is_gone_is_told_of(root, tmp_path):
    (tmp_path / "gone").mkdir()
    shell = 'rmdir "$PWD" && exec "$0" -m generator.cli check'
    done = subprocess.run(
        ["/bin/sh", "-c", shell, sys.executable],
        cwd=tmp_path / "gone",
        env=environment(root),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "The current folder is gone." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        ("chek",), ("check", "--rooot", "x"), ("check", "--format", "xml"), ("check", "--s"), ("check", "--root", "x"), ("check", "--root"),
        ("diff", "a", "b"), ("explain", "a", "b", "c"), ("serve", "--port", "x"), ("serve", "--port", "99999"), ("build", "--pdf=1"), ("-x",), (), ("--help",),
        ("serve", "--help"), ("check", "--help"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_vietnamese(monkeypatch, capsys, tmp_path, wrong):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").touch()
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    try:
        with pytest.raises(SystemExit) as ended:
            main(list(wrong))
    finally:
        speak("en")

    said = "".join(capsys.readouterr())
    assert ended.value.code == (0 if "--help" in wrong else 2)
    words = r"Did you|one of|is not|is a |Got |requires|OPTION|ARGS|COMMAND|[Ii]nteger|INTEGER|TEXT|Usage|Error|Try |Missing|No such|range|Directory"
    assert re.findall(words, re.sub(r"reform-reports \w+ .*", "", said)) == []


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
    assert any(line.endswith("^^^") for line in lines)
    assert re.search(
        r"What a code in brackets means: \S*reform-reports explain CODE", " ".join(lines).replace("  ", "")
    )
