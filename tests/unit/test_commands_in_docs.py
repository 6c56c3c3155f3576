"""Commands in the documentation can be pasted: they name a program that is there after `make site`, and it understands them."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator.cli import make_command
from generator.program_name import COMMANDS
from tests.trees import write_tree

PAGES = [
    "bat-dau",
    "tutorial",
    "viec-thuong-lam",
    "how-to",
    "trang-rieng",
    "own-site",
    "huong-dan",
    "luu-tru",
    "guide",
    "archive",
    "formats",
    "hosting",
    "extending",
    "security",
    "ra-soat",
    "reviewing",
]
"""The pages that people paste from. checks.md and kiem-tra.md repeat messages."""
PROGRAM = ".venv/bin/reform-reports"


@pytest.fixture(params=PAGES)
def text(root, request):
    return (root / "docs" / f"{request.param}.md").read_text(encoding="utf-8")


def commands(text: str) -> list[str]:
    """What the page lets people type: a line of a shell block, or a piece of code in a sentence."""
    lines = [line for block in re.findall(r"(?ms)^```sh\n(.*?)^```$", text) for line in block.splitlines()]
    return [*lines, *re.findall(r"`([^`\n]+)`", re.sub(r"(?ms)^```.*?^```$", "", text))]


def test_the_program_is_named_as_it_can_be_typed_after_make_site(text):
    found = [each for each in commands(text) if re.search(r"(?<![\w/.-])reform-reports [a-z]", each)]

    assert found == []


def test_the_program_understands_every_command(text, tmp_path, monkeypatch):
    program = make_command("vi")
    # A key that somebody else gave us, and for the test what lies on a stick as well.
    (tmp_path / "archivist.asc").touch()
    monkeypatch.chdir(tmp_path)
    for written in commands(text):
        typed = re.split(r"(?:^|\s)#", written)[0].strip()
        if not re.match(rf"(?:[A-Z_]+=\S+ )*{re.escape(PROGRAM)} ", typed):
            continue
        words = shlex.split(
            re.sub(r"/media/\S+", "archivist.asc", re.sub(r"<[^>]+>|…", "x", typed.split("&&")[0].split(" > ")[0]))
        )
        understood(program, words[words.index(PROGRAM) + 1 :])


def understood(command: click.Command, words: list[str]) -> None:
    """Fails unless a command takes these words."""
    if isinstance(command, click.Group):
        if words and words[0] != "--help":
            name = "list" if words[0] == "COMMAND" else words[0]
            assert name in command.commands, words
            _, found, _ = command.resolve_command(click.Context(command), [name])
            assert found is not None
            understood(found, words[1:])
        return
    if not words and any(each.required for each in command.params):
        return  # a command named in a sentence, not typed
    try:
        command.make_context(command.name, [word for word in words if word not in {"FILE", "--help"}])
    except click.UsageError as error:
        pytest.fail(f"{words}: {error.format_message()}", pytrace=False)


def test_messages_and_help_name_the_program_as_it_can_be_typed_where_it_was_started(root, tmp_path):
    """Not on the path, as after `make site`; run by make, or by hand."""
    beside = Path(sys.executable).with_name("reform-reports")
    if not beside.is_file():
        pytest.skip("the command is not installed beside Python")
    tree = write_tree(tmp_path / "tree")
    environment = {**os.environ, "PYTHONPATH": str(root), "PATH": "/usr/bin:/bin"}
    for call in ([sys.executable, "-m", "generator.cli"], [str(beside)]):
        for arguments in (["build", "--help"], ["snapshot", "2022", "--correct", "--date", "2023-02-02"]):
            done = subprocess.run(
                [*call, *arguments, "--lang", "en"],
                cwd=tree,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            named = re.findall(
                r"(\S*reform-reports) (?:build|snapshot)", "".join((done.stdout + done.stderr).split("Usage")[-1:])
            )
            assert set(named[1:] if "--help" in arguments else named) == {str(beside)}, done.stdout + done.stderr


def test_the_commands_that_messages_may_name_are_those_there_are():
    assert set(COMMANDS) == make_command("vi").commands.keys()


def test_every_target_of_make_that_is_named_is_there(root, text):
    # Ours, and that of a site that was started by `init`.
    makefiles = (root / "Makefile", root / "site_templates/start/Makefile")
    targets = {
        found for each in makefiles for found in re.findall(r"(?m)^([a-z-]+):", each.read_text(encoding="utf-8"))
    }
    named = {match for each in commands(text) for match in re.findall(r"(?:^|\s)make ([a-z-]+)$", each)}

    assert named <= targets
