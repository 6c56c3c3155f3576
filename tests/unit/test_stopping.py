"""A command that is told to end says so and ends with the exit code of that signal, wherever the signal meets it."""

import os
import signal
import subprocess
import sys

import pytest

from generator.stopping import StopError, stop_at, stopping
from tests.commands import TOLD, hearing

PROGRAM = """\
import os, signal, sys
from pathlib import Path
import click
from generator.console import Console
from generator.ending import run_to_the_end

def told(number):
    os.kill(os.getpid(), number)

def stage(number):
    told(number)

def text_run(number):
    # As dataclasses and named tuples do while a module is imported.
    exec("told(number)\\nfor each in range(1000): pass", {"told": told, "number": number})

def putting_away(number):
    try:
        told(number)
    finally:
        told(number)

def before_a_stage(number):
    pass

@click.command()
@click.argument("place")
@click.argument("number", type=int)
def command(place, number):
    if place == "before_a_stage":
        told(number)
    with Console("en", Path()).catching_faults("Build"):
        globals()[place](number)
    print("went on")

run_to_the_end(command, sys.argv[1:], "en")
"""


def ended(tmp_path, root, place, number, **more):
    """The exit code of the program when a signal meets it at a place, and what it said."""
    (tmp_path / "told.py").write_text(PROGRAM)
    # As a module: Python looks at what became of a signal only where it runs one.
    done = subprocess.run(
        [sys.executable, "-m", "told", place, str(int(number))],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        **more,
    )
    return done.returncode, done.stdout + done.stderr


def deaf() -> None:
    for number in TOLD:
        signal.signal(number, signal.SIG_IGN)


@pytest.mark.parametrize("number", TOLD, ids=lambda number: number.name)
@pytest.mark.parametrize("place", ["stage", "text_run", "putting_away", "before_a_stage"])
def test_a_command_ends_with_the_code_of_the_signal_wherever_it_is_met(tmp_path, root, place, number):
    code, said = ended(tmp_path, root, place, number, preexec_fn=hearing)

    assert code == 128 + number, said
    assert said.strip().startswith("Stopped.")
    assert "Traceback" not in said
    assert "Aborted" not in said


@pytest.mark.parametrize("number", TOLD, ids=lambda number: number.name)
def test_a_command_that_was_started_deaf_to_a_signal_goes_on(tmp_path, root, number):
    assert ended(tmp_path, root, "stage", number, preexec_fn=deaf) == (0, "went on\n")


def test_what_heard_a_signal_before_hears_it_again_afterwards():
    before = [signal.getsignal(number) for number in TOLD]
    try:
        hearing()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        with pytest.raises(StopError) as stop, stopping(), stopping():
            signal.raise_signal(signal.SIGTERM)

        assert stop.value.code == 143
        assert [signal.getsignal(number) for number in TOLD] == [
            signal.default_int_handler,
            signal.SIG_DFL,
            signal.SIG_DFL,
        ]
    finally:
        for number, handler in zip(TOLD, before, strict=True):
            signal.signal(number, handler)


def test_a_server_that_a_shell_started_in_the_background_deaf_to_ctrl_c_can_be_made_to_hear_it():
    before = signal.getsignal(signal.SIGINT)
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        stop_at(signal.SIGINT)
        with pytest.raises(StopError) as stop:
            signal.raise_signal(signal.SIGINT)
        assert stop.value.code == 130
    finally:
        signal.signal(signal.SIGINT, before)
