"""Terminals that cannot show every letter: what they lack is written with plain letters, and nothing fails for it."""

from __future__ import annotations

import codecs
import sys
import unicodedata
from io import TextIOWrapper

_PLAIN = "reform-reports-plain"
_SIGNS = str.maketrans({
    "đ": "d", "Đ": "D", "Ð": "D", "…": "...", "→": "->", "↳": "->", "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-",
    "−": "-", "≥": ">=", "≤": "<=", "≠": "!=", "│": "|", "·": "-", "×": "x", "\N{NO-BREAK SPACE}": " ",
})  # fmt: skip


def write_plain_where_needed() -> None:
    """Let standard output and error write what their encoding lacks with plain letters: `Bieu mau` for `Biểu mẫu`."""
    codecs.register_error(_PLAIN, _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_PLAIN)


def write_utf8() -> None:
    """Let standard output be UTF-8, whatever the terminal is: programs that read JSON and Markdown expect it."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    letters = unicodedata.normalize("NFD", lacking.translate(_SIGNS))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.encode(error.encoding, "replace").decode(error.encoding), error.end
