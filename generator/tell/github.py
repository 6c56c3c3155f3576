"""Problems as workflow commands: what GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from generator.problems import Severity
from generator.tell.run import Run, Told

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.CONTRADICTION: "warning",
    Severity.NOTE: "notice",
}


def tell_github(run: Run) -> str:
    """A line for every problem."""
    return "\n".join(_command(each) for each in run.told())


def _command(told: Told) -> str:
    properties = {
        "file": told.file,
        "line": str(told.line or ""),
        "col": str(told.column or ""),
        "title": f"{told.title} [{told.code}]",
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    text = "\n".join(filter(None, (told.message, told.remedy)))
    return f"::{_COMMANDS[told.severity]} {given}::{_data(text)}"


def _data(text: str) -> str:
    """A text in which nothing ends the command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text in which nothing ends the property either."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
