"""What the command prints: progress, problems with their lines, and a verdict. Colours follow NO_COLOR and the terminal."""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from generator.ending import end_quietly
from generator.garbage import look_seldom
from generator.i18n.formats import number
from generator.i18n.messages import N_, translate, translate_plural
from generator.i18n.reasons import reason_of
from generator.model.place import Place
from generator.problems import Problem, Severity
from generator.program_name import as_typed
from generator.stopping import StopError, end_at_once, stopping
from generator.tell import tell
from generator.tell.counts import counted
from generator.tell.groups import grouped
from generator.tell.run import Run
from generator.tell.selection import Selection, everything
from generator.tell.text import COLOURS, group_lines, problem_lines, wrapped
from generator.terminal import write_utf8

_WIDEST = 120
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
"""What is no fault of the program, whatever it was doing."""

if TYPE_CHECKING:
    from generator.assembly.result import BuildResult


class Console:
    """Prints in a language; progress and problems go to standard error, the verdict to standard output.

    With a `form` for machines, standard output holds that form alone, and everything else goes to standard error. A `brief` one
    tells many warnings of one kind in one line, for commands after which `check --all` shows each.
    """

    def __init__(self, lang: str, root: Path, form: str = "text", *, brief: bool = False) -> None:
        self.lang = lang
        self.root = root
        self.form = form
        self.brief = brief
        self._started = monotonic()
        self._colour = None if not os.environ.get("NO_COLOR") else False

    def say(self, text: str, **values: object) -> str:
        return translate(self.lang, text, **values)

    def progress(self, step: str, detail: str) -> None:
        """Tell that a step is done, what it came to, and when."""
        seconds = f"{monotonic() - self._started:5.1f} s"
        self.error(f"{click.style(seconds, dim=True)}  {self.say(step)} ({detail})")

    def begin(self, step: str, **words: object) -> None:
        """Tell what is being done, before it is: on a slow machine some steps take half a minute."""
        self.error(click.style(f"{self.say(step, **words)} …", dim=True))

    @property
    def width(self) -> int | None:
        """How wide the screen is, at most a comfortable line; None where nobody looks and lines may be searched."""
        return min(_WIDEST, shutil.get_terminal_size().columns) if sys.stderr.isatty() else None

    def out(self, text: str) -> None:
        """Print a result; where a machine reads the results, it is only told to people."""
        self._echo(as_typed(text), err=self.form != "text")

    def write(self, text: str) -> None:
        """Print what a program or a page is to have, to the letter."""
        self._echo(text)

    def tell(self, problems: Sequence[Problem], reports: int = 0, figures: int = 0) -> None:
        """Print problems in the form that was asked for."""
        self.tell_selection(everything(problems), reports, figures)

    def tell_selection(self, selection: Selection, reports: int = 0, figures: int = 0) -> None:
        """Print what is told in full; forms with room for it have what is known as well."""
        if self.form == "text":
            print_problems(selection.told, self)
            return
        write_utf8()
        run = Run(
            selection.told,
            self.lang,
            reports,
            figures,
            _prefix(self.root),
            selection.known,
            selection.new,
            brief=self.brief,
        )
        if told := tell(self.form, run):
            self._echo(told)

    def error(self, text: str) -> None:
        self._echo(as_typed(text), err=True)

    def _echo(self, text: str, *, err: bool = False) -> None:
        """Print a line. Ends the command where nobody reads any more, or where standard output takes no more."""
        try:
            click.echo(text, err=err, color=self._colour)
        except BrokenPipeError:
            end_quietly()
        except OSError as fault:
            if err:
                return  # There is nowhere left to say so; the exit code tells.
            reason = self.say(reason_of(fault))
            self.error(self.say(N_("Standard output cannot be written: {reason}."), reason=reason))
            end_quietly(1)

    @staticmethod
    def has_errors(problems: Sequence[Problem]) -> bool:
        return any(problem.severity is Severity.ERROR for problem in problems)

    def verdict(self, problems: Sequence[Problem], reports: int, figures: int) -> None:
        """The last line of a check."""
        read = self.counts(reports, figures)
        if not problems:
            self.out(click.style(self.say(N_("No problems.")), fg="green") + f" {read}")
            return
        found = {problem.severity for problem in problems}
        colour = next(colour for severity, colour in COLOURS.items() if severity in found)
        self.out(click.style(", ".join(counted(problems, self.lang)), fg=colour) + f". {read}")

    def audited(self, problems: Sequence[Problem]) -> None:
        """One line on what the audit found, where nothing stands in the way of a build; the list is for `check`."""
        in_sources = [each for each in problems if each.severity in (Severity.CONTRADICTION, Severity.NOTE)]
        if said := counted(in_sources, self.lang):
            text = N_("{found}: published beside the figures; `check --all` lists them.")
            self.out(self.say(text, found=", ".join(said)))

    def counts(self, reports: int, figures: int) -> str:
        """How much was read."""
        return (
            ", ".join(
                (
                    translate_plural(self.lang, "{number} report", "{number} reports", reports),
                    translate_plural(self.lang, "{count} figure", "{count} figures", figures, count=_n(figures, self)),
                )
            )
            + "."
        )

    @contextmanager
    def catching_faults(self, stage: str) -> Iterator[None]:
        """Turn a fault of the program into a problem; its traceback goes to a file, never to the screen."""
        look_seldom()
        try:
            with stopping():
                yield
        except StopError as stop:
            end_at_once()
            self.error("")
            self.error(self.say(N_("Stopped. Nothing was left half done.")))
            sys.exit(stop.code)
        except Exception as fault:  # noqa: BLE001 - the last guard before the user
            if isinstance(fault, OSError) and fault.errno in _NO_ROOM:
                path, reason = str(fault.filename or tempfile.gettempdir()), reason_of(fault)
                self.tell((Problem("output-unusable", Place(path), {"path": path, "reason": reason}),))
                sys.exit(1)
            words = {"stage": self.say(stage), "detail": f"{type(fault).__name__}: {fault}", "log": _log_fault()}
            self.tell((Problem("internal-error", Place(""), words),))
            sys.exit(1)


def _log_fault() -> str:
    """Write the traceback of the present fault to a file and return its name; without one, on a full disk, to the screen."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="reform-reports-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as log:
            traceback.print_exc(file=log)
    except OSError:
        traceback.print_exc()
        return "-"
    return log.name


def print_problems(problems: Sequence[Problem], console: Console) -> None:
    """Print problems grouped by file, each with its line and the place underlined; of many of a kind, that they are many."""
    single, groups = grouped(problems) if console.brief else (problems, ())
    for line in problem_lines(single, console.lang, console.root, console.width):
        console.error(line)
    for line in group_lines(groups, console.lang, console.width):
        console.error(line)
    if problems and console.width:
        console.error("")
        hint = as_typed(console.say(N_("What a code in brackets means: reform-reports explain CODE")))
        for line in wrapped(hint, console.width, first="", further="  "):
            console.error(click.style(line, dim=True))


def for_editors(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems without what is in the source documents: nobody can mend that by editing, and readers are shown it."""
    return tuple(each for each in problems if each.severity in (Severity.ERROR, Severity.WARNING))


def print_summary(result: BuildResult, console: Console, output: Path) -> None:
    """The last lines of a build: what it made and how long it took, or that nothing was changed."""
    if result.shard and not result.has_errors:
        made = console.say(
            N_("Made the share {shard}: {pages} pages and groups of files."),
            shard=result.shard,
            pages=_n(result.pages, console),
        )
        console.out(f"{made} {output}")
        return
    if not result.published:
        console.verdict(result.problems, result.reports, result.figures)
        console.out(console.say(N_("Nothing was built; the previous site, if any, is unchanged.")))
        return
    made = console.say(
        N_("{pages} pages in {languages} languages, in {seconds} s."),
        pages=_n(result.pages, console),
        languages=len(result.languages),
        seconds=number(Decimal(f"{result.seconds:.1f}"), console.lang),
    )
    said = N_("Nothing has changed since {output} was built.") if result.unchanged else N_("Built {output}.")
    built = click.style(console.say(said, output=output), fg="green")
    console.out(f"{built} {made} {console.counts(result.reports, result.figures)}")
    console.audited(result.problems)


def _n(count: int, console: Console) -> str:
    return number(Decimal(count), console.lang)


def _prefix(root: Path) -> str:
    """The way from the current folder to the tree; empty where they are the same, or the tree is not below it."""
    try:
        return "" if root.resolve() == Path.cwd() else root.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return ""
