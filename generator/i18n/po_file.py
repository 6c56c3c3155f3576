"""Reads `.po` files, as translators edit them, into what Python's gettext looks texts up in.

Babel reads them too, and more of them than is needed here; but it takes longer to import than all of `--help` may take.
"""

from __future__ import annotations

import io
import re
import struct
from gettext import GNUTranslations

_MAGIC = 0x950412DE
_HEAD = 28
_FIELDS = ("msgctxt", "msgid_plural", "msgid", "msgstr")
_CONTEXT, _PLURAL = "\x04", "\0"
"""What stands between a context and its text, and between the forms of a text, in a compiled catalogue."""

_ESCAPED = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}


def read_catalogue(text: str) -> GNUTranslations:
    """The translations of a `.po` file. What is marked fuzzy or not translated is left out, as in every gettext."""
    compiled = io.BytesIO(_compiled(_entries(text)))
    return GNUTranslations(compiled)


def _entries(text: str) -> dict[str, str]:
    """The translated entries, by their text as a compiled catalogue has it."""
    found: dict[str, str] = {}
    fields: dict[str, str] = {}
    fuzzy, field = False, ""
    for line in (*text.splitlines(), ""):
        if line.startswith('"') and field:
            fields[field] += _unquoted(line)
        elif line.startswith(_FIELDS):
            name, _, quoted = line.partition(" ")
            if name in {"msgid", "msgctxt"} and "msgstr" in fields:
                _add(found, fields, fuzzy=fuzzy)
                fields, fuzzy = {}, False
            field = name.partition("[")[0]
            fields[field] = f"{fields[field]}{_PLURAL}{_unquoted(quoted)}" if field in fields else _unquoted(quoted)
        else:
            if "msgstr" in fields:
                _add(found, fields, fuzzy=fuzzy)
                fields, fuzzy = {}, False
            field = ""
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
    return found


def _add(found: dict[str, str], fields: dict[str, str], *, fuzzy: bool) -> None:
    context = f"{fields['msgctxt']}{_CONTEXT}" if "msgctxt" in fields else ""
    plural = f"{_PLURAL}{fields['msgid_plural']}" if "msgid_plural" in fields else ""
    # The head of a catalogue is the translation of nothing, and counts however it is marked.
    if fields["msgstr"].strip(_PLURAL) and (not fuzzy or not fields["msgid"]):
        found[f"{context}{fields['msgid']}{plural}"] = fields["msgstr"]


def _unquoted(quoted: str) -> str:
    """What stands between quotation marks, with `\\n` and the like as the signs that they mean."""
    inner = quoted.strip()[1:-1]
    return _ESCAPED.sub(lambda found: _SIGNS.get(found[1], found[1]), inner) if "\\" in inner else inner


def _compiled(entries: dict[str, str]) -> bytes:
    """The form that gettext reads: two tables of lengths and places, and the texts, which end in a zero."""
    names = sorted((name.encode(), said.encode()) for name, said in entries.items())
    place = _HEAD + 16 * len(names)
    tables, texts = [], []
    for column in zip(*names, strict=True):
        for each in column:
            tables.append(struct.pack("<2I", len(each), place))
            texts.append(each + b"\0")
            place += len(each) + 1
    head = struct.pack("<7I", _MAGIC, 0, len(names), _HEAD, _HEAD + 8 * len(names), 0, 0)
    return b"".join((head, *tables, *texts))
