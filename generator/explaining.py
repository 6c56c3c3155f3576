"""What `explain` prints: one kind of problem taught, or the list of all codes."""

from __future__ import annotations

import click

from generator.console import Console
from generator.i18n.messages import N_
from generator.problems import ProblemKind
from generator.tell.teach import kinds_by_theme, lesson, near_codes
from generator.tell.text import COLOURS, wrapped

_WIDTH = 78
_NEAR = 6


def print_lesson(kind: ProblemKind, console: Console) -> None:
    """Teach a kind: title, what it says, what it means, an example, and what to do."""
    told = lesson(kind, console.lang)
    console.out(click.style(told.title, bold=True) + f"  [{told.code}]")
    console.out(click.style(told.consequence, fg=COLOURS[kind.severity]))
    for text in filter(None, (told.message, told.explanation)):
        console.out("")
        _print(text, console, "  " if text == told.message else "")
    wrong, right = told.example
    for label, example, colour in ((N_("Wrong:"), wrong, "red"), (N_("Right:"), right, "green")):
        if example:
            console.out("")
            console.out(click.style(console.say(label), fg=colour))
            for line in example.split("\n"):
                console.out(f"    {line}")
    if told.remedy:
        console.out("")
        _print(told.remedy, console, "→ ")


def print_codes(console: Console) -> None:
    """List all codes with their titles, by theme."""
    for theme, kinds in kinds_by_theme().items():
        console.out(click.style(console.say(theme), bold=True))
        width = max(len(kind.code) for kind in kinds)
        for kind in kinds:
            code = click.style(kind.code.ljust(width), fg=COLOURS[kind.severity])
            console.out(f"  {code}  {lesson(kind, console.lang).title}")
        console.out("")
    console.out(console.say(N_("`reform-reports explain CODE` explains one of them.")))


def print_unknown_code(code: str, console: Console) -> None:
    """Say that there is no such code, and which are near."""
    console.error(console.say(N_("There is no code “{code}”."), code=code))
    if near := near_codes(code)[:_NEAR]:
        console.error(console.say(N_("Did you mean one of these? {codes}"), codes=", ".join(near)))
    console.error(console.say(N_("`reform-reports explain` lists them all.")))


def _print(text: str, console: Console, first: str) -> None:
    for line in wrapped(text, _WIDTH, first=first, further=" " * len(first)):
        console.out(line)
