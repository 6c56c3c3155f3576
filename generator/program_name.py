"""How this program is typed where it was started: after `make site` it is not on the path, so messages must say where it is."""

from __future__ import annotations

import re
import shutil
import sys
from functools import cache
from pathlib import Path

NAME = "reform-reports"
COMMANDS = (
    "archive",
    "build",
    "check",
    "comment",
    "diff",
    "explain",
    "fmt",
    "form",
    "import",
    "indicators",
    "new",
    "init",
    "schemas",
    "overdue",
    "review",
    "serve",
    "sign",
    "snapshot",
    "translated",
    "upgrade",
    "verify",
)
_TYPED = re.compile(rf"(?<![\w/.-]){NAME} (?=(?:{'|'.join(COMMANDS)})\b)")


def as_typed(text: str) -> str:
    """A text whose commands can be pasted."""
    name = _typed_name()
    return _TYPED.sub(lambda _: f"{name} ", text) if name != NAME else text


@cache
def _typed_name() -> str:
    """The name alone where the shell finds it, else the way there."""
    if Path(sys.argv[0]).name not in (NAME, "cli.py"):
        return NAME  # called by another program, which has its own ways
    beside = Path(sys.executable).with_name(NAME)
    found = shutil.which(NAME)
    if not beside.is_file() or (found and Path(found).samefile(beside)):
        return NAME
    try:
        return str(beside.relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(beside)
