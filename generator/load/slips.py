"""Slips of typing behind which another mistake seems to stand: told as what they are, not as what they lead to.

Word and web pages bring spaces that are none to YAML, and quotes that are letters to it; dates come in the order of speech.
"""

from __future__ import annotations

import re

from generator.model.dates import PartialDate
from generator.model.hidden import code_point
from generator.model.place import Place
from generator.problems import Problem

ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that YAML takes for letters."""
_ODD_SPACE = re.compile(
    rf"^[ ]*(?:- +)*(?P<indent>[{ODD_SPACES}])[ {ODD_SPACES}]*(?:- |[\w.#\"'-]+[ {ODD_SPACES}]*:(?:[ {ODD_SPACES}]|$))"
    rf"|^[ ]*(?:-[ ]+)*[\w.#\"'-]+(?P<before>[{ODD_SPACES}]):(?:[ ]|$)"
    rf"|^[ ]*(?:-[ ]+)*[\w.#\"'-]+:(?P<after>[{ODD_SPACES}])"
    rf"|^[ ]*-(?P<item>[{ODD_SPACES}])",
    re.MULTILINE,
)
_BLOCK = re.compile(r"^( *)(?:- +)*[^\s#][^\n]*?[:-] +[|>][+-]?\d?[ ]*\n(?:(?:\1[ ]+[^\n]*|[ ]*)\n)*", re.MULTILINE)
"""A text that goes over several lines, in which spaces of any kind are letters."""
_OPENING, _CLOSING = "“”„‟«‘‛‹", "“”‟»’›"
_QUOTED_WRONGLY = {
    "bad-id", "bad-code", "bad-period", "bad-date", "not-a-date", "date-form", "not-a-number", "not-a-word", "not-allowed", "unknown-language",
}  # fmt: skip
_DATES = (
    re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})", re.ASCII),
    re.compile(r"(?P<y>\d{4})[/.-](?P<m>\d{1,2})(?:[/.-](?P<d>\d{1,2}))?", re.ASCII),
    re.compile(r"(?P<m>\d{1,2})[/.-](?P<y>\d{4})", re.ASCII),
    re.compile(r"(?:ngày )?(?:(?P<d>\d{1,2}) )?tháng (?P<m>\d{1,2}) năm (?P<y>\d{4})", re.IGNORECASE | re.ASCII),
)
_AS_HERE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?", re.ASCII)


def odd_space(text: str, file: str) -> Problem | None:
    """The first place of a YAML text where a space that is none stands in the way; and in which lines others do."""
    blank = _BLOCK.sub(lambda block: re.sub(r"[^\n]", "#", block[0]), text) if _ODD_SPACE.search(text) else ""
    found = list(_ODD_SPACE.finditer(blank))
    if not found:
        return None
    start = next(found[0].start(name) for name, value in found[0].groupdict().items() if value)
    lines = [str(blank.count("\n", 0, each.start()) + 1) for each in found]
    column = start - blank.rfind("\n", 0, start)
    words = {"character": code_point(blank[start]), "lines": ", ".join(lines)}
    return Problem("odd-space", Place(file, int(lines[0]), column), words)


def with_cause(problem: Problem) -> Problem:
    """The problem, or what is behind it: quotes that Word makes round."""
    written = str(problem.words.get("written", "")).strip()
    if problem.code not in _QUOTED_WRONGLY or not (
        written.startswith(tuple(_OPENING)) or written.endswith(tuple(_CLOSING))
    ):
        return problem
    plain = written.strip(_OPENING + _CLOSING).strip()
    return Problem("curly-quotes", problem.place, {"written": written, "plain": plain})


def date_fault(written: str, place: Place) -> Problem:
    """Why something is not read as a date: its day does not exist, it is written in another order, or it is none."""
    words = {"written": written}
    match = next(filter(None, (each.fullmatch(" ".join(written.split())) for each in _DATES)), None)
    if match is None:
        return Problem("not-a-date", place, words)
    parts = match.groupdict()
    right = f"{parts['y']}-{int(parts['m']):02}" + (f"-{int(parts['d']):02}" if parts.get("d") else "")
    try:
        PartialDate.parse(right)
    except ValueError:
        return Problem("bad-date", place, words)
    return Problem("bad-date" if _AS_HERE.fullmatch(written) else "date-form", place, words | {"right": right})
