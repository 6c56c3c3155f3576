"""How the command ends: with its exit code, whatever happens to what it prints to."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import click

from generator.i18n.messages import N_, translate
from generator.stopping import StopError, end_at_once, stopping

BROKEN_PIPE = 141
"""The exit code of a command whose reader has gone (`… | head`): that of a process which SIGPIPE ends, 128 + 13."""


def run_to_the_end(command: click.Command, arguments: list[str], lang: str) -> None:
    """Run a command of the command line; raises SystemExit, whatever happens to what it is printed to."""
    printed_to = sys.stdout
    try:
        Path.cwd()
    except OSError:
        with suppress(OSError):
            click.echo(
                translate(lang, N_("The current folder is gone. Change to another one and try again.")), err=True
            )
        sys.exit(2)
    try:
        with stopping():
            command.main(args=arguments, prog_name="reform-reports")
    except StopError as stop:
        # Before a stage began, or again while it put away what it had.
        end_at_once()
        with suppress(OSError):
            click.echo(translate(lang, N_("Stopped.")), err=True)
        sys.exit(stop.code)
    except OSError as fault:
        # Console tells of its own; this was one of Click's texts.
        end_quietly(BROKEN_PIPE if isinstance(fault, BrokenPipeError) else 1)
    except SystemExit:
        # Click's own texts (--help) met a reader that had gone: it then puts another stream in the place of this one.
        if sys.stdout is not printed_to:
            end_quietly()
        raise


def end_quietly(code: int = BROKEN_PIPE) -> NoReturn:
    """End the command without a word, not even about what could not be written."""
    void = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        # What is still to be written when Python ends goes nowhere.
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(void, stream.fileno())
    sys.exit(code)
