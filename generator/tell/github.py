"""Problems as workflow commands: what GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from generator.problems import Severity
from generator.tell.counts import group_said, known_said
from generator.tell.groups import grouped
from generator.tell.run import Run, Told

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.CONTRADICTION: "warning",
    Severity.NOTE: "notice",
}
_ORDER = tuple(Severity)


def tell_github(run: Run) -> str:
    """A line for every problem that is told in full, and one for many of a kind.

    Hosts show ten of each severity, the first ones, so errors come first and what is known is a count.
    """
    single, groups = grouped(run.problems) if run.brief else (run.problems, ())
    ordered = sorted(single, key=lambda each: _ORDER.index(each.severity)) if run.new is None else single
    lines = [_command(run.in_words(each)) for each in ordered]
    lines += [_command(run.in_words(each.first), group_said(each, run.lang)) for each in groups]
    if run.known:
        lines.append(f"::notice::{_data(known_said(run.known, run.lang))}")
    return "\n".join(lines)


def _command(told: Told, instead: str = "") -> str:
    """The command for a problem; a text `instead` of its own stands for many like it."""
    properties = {
        "file": told.file,
        "line": str(told.line or ""),
        "col": str(told.column or ""),
        "title": f"{told.title} [{told.code}]",
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    text = instead or "\n".join(filter(None, (told.message, told.remedy)))
    return f"::{_COMMANDS[told.severity]} {given}::{_data(text)}"


def _data(text: str) -> str:
    """A text in which nothing ends the command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text in which nothing ends the property either."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
