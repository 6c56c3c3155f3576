"""How a scalar is written: plain where every reader of YAML takes it for that text, or for that whole number or day; else in quotes."""

from __future__ import annotations

import re

from generator.fields.field import Kind
from generator.model.hidden import HIDDEN

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for nothing, with quotes and without."""
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that some reader of YAML takes for a value of another type."""
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[./-][A-Za-z0-9_]+)*", re.ASCII)
_FORMULA = re.compile(r"[a-z][a-z0-9-]*(?: [-+/] [a-z0-9-]+)+", re.ASCII)
_WHOLE = re.compile(r"-?(?:0|[1-9]\d*)", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_PERIOD = re.compile(r"\d{4}(?:-(?:\d{4}|[A-Z0-9]{2}))?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?", re.ASCII)
_PLAIN = {
    Kind.ID: (_WORD,),
    Kind.CHOICE: (_WORD,),
    Kind.FIGURE: (_WHOLE, _WORD),
    Kind.LINE: (_FORMULA,),
    Kind.NUMBER: (_NUMBER,),
    Kind.PERIOD: (_PERIOD,),
    Kind.DAY: (_DAY,),
    Kind.EXACT_DAY: (_DAY,),
}
"""What may stand without quotes in a field of a kind. Texts for readers never do."""
_TRUTHS = frozenset({"true", "false"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def scalar_text(value: str, kind: Kind | None) -> str:
    """A scalar as it stands on a line. `kind` is None where nobody knows what may stand there."""
    if kind is Kind.YES_NO and value in _TRUTHS:
        return value
    patterns = _PLAIN.get(kind, ()) if kind is not None else (_WORD, _WHOLE)
    if value.lower() not in _RESERVED and any(each.fullmatch(value) for each in patterns):
        return value
    return quoted(value)


def key_text(key: str, kind: Kind | None) -> str:
    """A key as it stands before its colon."""
    if kind is Kind.PERIOD and _PERIOD.fullmatch(key):
        return key
    return key if key.lower() not in _RESERVED and _WORD.fullmatch(key) else quoted(key)


def quoted(value: str) -> str:
    """A text in double quotes, with escapes for what they need and for what nobody sees."""
    escaped = "".join(_ESCAPES.get(each, each) for each in value)
    return '"' + HIDDEN.sub(lambda found: _escape(found[0]), escaped) + '"'


def _escape(character: str) -> str:
    point = ord(character)
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"  # noqa: PLR2004 - the longest that `\\u` can say


def in_block(value: str) -> bool:
    """Whether a text goes over lines that can stand as they are (`|-`)."""
    lines = value.split("\n")
    return len(lines) > 1 and not lines[0].startswith((" ", "\t")) and not any(each != each.rstrip() for each in lines)
