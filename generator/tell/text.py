"""Problems for people: grouped by file, with the line shown and the place underlined, in lines that fit a screen.

Whatever comes from a file is shown, never obeyed: control signs that could move the cursor or turn the text around are replaced.
"""

from __future__ import annotations

import codecs
import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from generator.i18n.messages import translate
from generator.load.limits import largest
from generator.model.hidden import visible
from generator.model.place import Place
from generator.problems import Problem, Severity, message, remedy
from generator.tell.counts import group_said
from generator.tell.groups import Group
from generator.tell.teach import SEVERITIES

COLOURS = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.CONTRADICTION: "magenta",
    Severity.NOTE: "blue",
}
_MARGIN = 9
"""Signs before a shown line: its number, and the rule."""
_PIECE = re.compile(r"""\{\{.*?\}\}|"[^"]*"|'[^']*'|[^\s,:\]}"']+|.""")
"""What is underlined: an expression, a quoted text, or a word."""


def problem_lines(problems: Sequence[Problem], lang: str, root: Path, width: int | None) -> Iterator[str]:
    """The lines that tell of problems, with colours. `width` is that of the screen; None where lines may be of any length."""
    for number, (file, group) in enumerate(groupby(problems, key=lambda problem: problem.place.file)):
        if number:
            yield ""
        if file:
            yield click.style(visible(file), bold=True)
        lines = source_lines(root / file) if file else []
        for problem in group:
            yield from _told(problem, lang, lines, width)


def group_lines(groups: Sequence[Group], lang: str, width: int | None) -> Iterator[str]:
    """A line for each group of many problems of one kind."""
    for each in groups:
        label = translate(lang, SEVERITIES[each.first.severity])
        first, *rest = wrapped(f"{label}: {group_said(each, lang)} [{each.first.code}]", width, further="  ")
        yield first.replace(f"{label}: ", click.style(label, fg=COLOURS[each.first.severity], bold=True) + ": ", 1)
        yield from rest


def _told(problem: Problem, lang: str, lines: Sequence[str], width: int | None) -> Iterator[str]:
    colour = COLOURS[problem.severity]
    where = f"{visible(str(problem.place))}: " if problem.place.line else ""
    label = translate(lang, SEVERITIES[problem.severity])
    head = printable(f"{where}{label}: ")
    first, *rest = wrapped(f"{head}{message(problem, lang)} [{problem.code}]", width, first="  ", further="    ")
    yield first.replace(f"{label}: ", click.style(label, fg=colour, bold=True) + ": ", 1)
    yield from rest
    yield from _shown(problem.place, lines, colour, width)
    if said := remedy(problem, lang):
        first, *rest = wrapped(said, width, first="         → ", further="           ")
        yield first.replace("→", click.style("→", fg="cyan"), 1)
        yield from rest


def _shown(place: Place, lines: Sequence[str], colour: str, width: int | None) -> Iterator[str]:
    """The line of a place, and below it the place underlined."""
    if not 0 < place.line <= len(lines):
        return
    line = lines[place.line - 1]
    length = underlined(line, place.column)
    shown, column = window(printable(line), place.column, (width or 120) - _MARGIN)
    yield click.style(f"{place.line:>6} │ ", dim=True) + shown
    if 0 < column <= len(shown) + 1:
        marks = "^" * max(1, min(length, len(shown) - column + 1))
        yield " " * (_MARGIN - 2) + click.style("│ ", dim=True) + " " * (column - 1) + click.style(marks, fg=colour)


def underlined(line: str, column: int) -> int:
    """How many signs of a line, from a column on, belong to what stands there."""
    piece = _PIECE.match(line, column - 1) if 0 < column <= len(line) else None
    return len(piece[0]) if piece else 1


def window(line: str, column: int, width: int) -> tuple[str, int]:
    """The part of a line that fits into a width and holds the column, and where in it the column stands."""
    if len(line) <= width:
        return line, column
    room = width - 2
    start = max(0, min(column - 1 - room // 2, len(line) - room))
    before, after = "…" if start else "", "…" if start + room < len(line) else ""
    return before + line[start : start + room] + after, column - start + len(before)


def wrapped(text: str, width: int | None, *, first: str = "", further: str = "") -> list[str]:
    """A text in lines of a width, the first and the further ones indented; one line where there is no width."""
    shown = printable(text)
    if width is None:
        return [first + shown]
    made = textwrap.wrap(
        shown, width, initial_indent=first, subsequent_indent=further, break_long_words=False, break_on_hyphens=False
    )
    return made or [first + shown]


def printable(text: str) -> str:
    """A text with nothing in it that a terminal would obey: a tab is a space, other control signs a replacement sign."""
    plain = text.replace("\t", " ")
    return "".join("\N{REPLACEMENT CHARACTER}" if _acts(sign) else sign for sign in plain)


def _acts(sign: str) -> bool:
    """Whether a sign does something instead of showing something: controls, line ends, bytes that are no text, and signs that turn the direction."""
    return (
        unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}
        or sign in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def source_lines(path: Path) -> list[str]:
    """The lines of a file as the loader counts them; none where it cannot be read, or is larger than what the loader reads."""
    most = largest(path.name)
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > most:
            return []
        with path.open("rb") as file:
            text = file.read(most).removeprefix(codecs.BOM_UTF8).decode(errors="replace")
    except (OSError, ValueError):
        return []
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")).split("\n")
