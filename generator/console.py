"""What the command prints: progress, problems with their lines, and a verdict. Colours follow NO_COLOR and the terminal."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from generator.i18n.formats import number
from generator.i18n.messages import N_, translate, translate_plural
from generator.model.place import Place
from generator.problems import Problem, Severity, message, remedy

if TYPE_CHECKING:
    from generator.build import BuildResult

_LINE_WIDTH = 120
_SEVERITIES = {Severity.ERROR: (N_("error"), "red"), Severity.WARNING: (N_("warning"), "yellow")}


class Console:
    """Prints in a language; progress and problems go to standard error, the verdict to standard output."""

    def __init__(self, lang: str, root: Path) -> None:
        self.lang = lang
        self.root = root
        self._started = monotonic()
        self._colour = None if not os.environ.get("NO_COLOR") else False

    def say(self, text: str, **values: object) -> str:
        return translate(self.lang, text, **values)

    def progress(self, step: str, detail: str) -> None:
        """Tell that a step is done, what it came to, and when."""
        seconds = f"{monotonic() - self._started:5.1f} s"
        self.error(f"{click.style(seconds, dim=True)}  {self.say(step)} ({detail})")

    def out(self, text: str) -> None:
        click.echo(text, color=self._colour)

    def error(self, text: str) -> None:
        click.echo(text, err=True, color=self._colour)

    @staticmethod
    def has_errors(problems: Sequence[Problem]) -> bool:
        return any(problem.severity is Severity.ERROR for problem in problems)

    def verdict(self, problems: Sequence[Problem], reports: int, figures: int) -> None:
        """The last line of a check."""
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        warnings = len(problems) - errors
        read = self.counts(reports, figures)
        if not problems:
            self.out(click.style(self.say(N_("No problems.")), fg="green") + f" {read}")
            return
        told = [translate_plural(self.lang, "{number} error", "{number} errors", errors)] if errors else []
        told += [translate_plural(self.lang, "{number} warning", "{number} warnings", warnings)] if warnings else []
        self.out(click.style(", ".join(told), fg="red" if errors else "yellow") + f". {read}")

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
        try:
            yield
        except KeyboardInterrupt:
            self.error("")
            self.error(self.say(N_("Stopped. The site is unchanged.")))
            sys.exit(130)
        except Exception as fault:  # noqa: BLE001 - the last guard before the user
            with tempfile.NamedTemporaryFile(
                "w", prefix="reform-reports-", suffix=".log", delete=False, encoding="utf-8"
            ) as log:
                traceback.print_exc(file=log)
            words = {"stage": self.say(stage), "detail": f"{type(fault).__name__}: {fault}", "log": log.name}
            print_problems((Problem("internal-error", Place(""), words),), self)
            sys.exit(1)


def print_problems(problems: Sequence[Problem], console: Console) -> None:
    """Print problems grouped by file, each with its line and the place underlined."""
    for file, group in groupby(problems, key=lambda problem: problem.place.file):
        if file:
            console.error(click.style(file, bold=True))
        lines = _lines(console.root / file) if file else []
        for problem in group:
            _print_problem(problem, lines, console)


def _print_problem(problem: Problem, lines: Sequence[str], console: Console) -> None:
    word, colour = _SEVERITIES[problem.severity]
    place = problem.place
    where = f"{place}: " if place.line else ""
    label = click.style(console.say(word), fg=colour, bold=True)
    console.error(f"  {where}{label}: {message(problem, console.lang)} {click.style(f'[{problem.code}]', dim=True)}")
    if 0 < place.line <= len(lines):
        margin = f"{place.line:>6} │ "
        shown, column = _window(lines[place.line - 1], place.column)
        console.error(click.style(margin, dim=True) + shown)
        if 0 < column <= len(shown) + 1:
            console.error(
                " " * (len(margin) - 2) + click.style("│ ", dim=True) + " " * (column - 1) + click.style("^", fg=colour)
            )
    advice = remedy(problem, console.lang)
    if advice:
        console.error(f"         {click.style('→', fg='cyan')} {advice}")


def _window(line: str, column: int) -> tuple[str, int]:
    """The part of a line that fits on a screen and holds the column, and where in it the column stands."""
    start = max(0, column - _LINE_WIDTH // 2) if column > _LINE_WIDTH else 0
    part = line[start : start + _LINE_WIDTH].replace("\t", " ")
    before, after = "…" if start else "", "…" if start + _LINE_WIDTH < len(line) else ""
    return before + part + after, column - start + len(before)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def print_summary(result: BuildResult, console: Console, output: Path) -> None:
    """The last lines of a build: what it made and how long it took, or that nothing was changed."""
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
    built = click.style(console.say(N_("Built {output}."), output=output), fg="green")
    console.out(f"{built} {made} {console.counts(result.reports, result.figures)}")


def _n(count: int, console: Console) -> str:
    return number(Decimal(count), console.lang)
