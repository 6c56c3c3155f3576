"""What a kind of problem is: its code, its words, and how much it matters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning is told. A contradiction is between statements of the source document that cannot both be true;
    a note is about what may be right and is worth a look. Both are published.
    """

    ERROR = "error"
    WARNING = "warning"
    CONTRADICTION = "contradiction"
    NOTE = "note"


@dataclass(frozen=True)
class ProblemKind:
    """A kind of problem: its code, its message and advice (English, translated when shown), and its severity.

    `title` names the kind in a few words, `explanation` teaches it; both are English messages as well, and nothing in them is
    filled in. `consequence` says what follows, where it is not what follows from every problem of its severity. `wrong` and `right` are what may stand in a file, an example that needs no translation.
    """

    code: str
    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR
    title: str = ""
    explanation: str = ""
    consequence: str = ""
    wrong: str = ""
    right: str = ""
