"""Writes a tree with its comments in the canonical form."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import yaml

from generator.canonical.entries import Entry, read_commented
from generator.canonical.scalars import NOTHING, in_block, key_text, quoted, scalar_text
from generator.fields.field import Field, Kind
from generator.fields.ways import way_of
from generator.model.text import DEFAULT_LANGUAGE

WIDTH = 140
"""What stands in brackets or braces is on one line as long as the line is no longer."""
_STEP = "  "


def canonical(text: str, held: Field | None) -> str:
    """A text that can be read without a fault, in its canonical form. `held` describes what the file holds.

    It says the same, and has the same comments. The canonical form of a canonical form is itself.
    """
    document = read_commented(unicodedata.normalize("NFC", text).replace("\r\n", "\n"))
    lines = [*document.head, *_block(document.root, held, "", top=True)]
    if document.foot:
        lines += document.foot
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(_single_gaps(lines)) + "\n"


def _single_gaps(lines: list[str]) -> Iterator[str]:
    """The lines without a second blank line in a row, and none at the end."""
    while lines and not lines[-1]:
        lines.pop()
    gap = False
    for line in lines:
        if line or not gap:
            yield line
        gap = not line


def _block(entry: Entry, held: Field | None, indent: str, *, top: bool = False) -> list[str]:
    """The lines of a mapping or a list."""
    way = way_of(held, entry.node)
    lines: list[str] = []
    for number, each in enumerate(_in_order(entry, way)):
        if top and number and each.gap and not each.before:
            lines.append("")
        lines += [f"{indent}{comment}" if comment else "" for comment in each.before]
        lines += _pair(each, way, indent) if each.key is not None else _item(each, way, indent)
    if not entry.entries and isinstance(entry.node, yaml.ScalarNode):
        lines.append(_scalar(entry, way))
    elif not entry.entries:
        lines.append(_one_line(entry, way))
    return lines


def _pair(entry: Entry, way: Field | None, indent: str) -> list[str]:
    """A key with its value."""
    field = _under(way, entry.key or "")
    key = f"{indent}{key_text(entry.key or '', _kind_of_keys(way))}:"
    return _with_value(key, entry, field, indent)


def _item(entry: Entry, way: Field | None, indent: str) -> list[str]:
    """An item of a list: what follows stands behind its hyphen."""
    field = way.items if way is not None else None
    if _is_block(entry, field, len(indent) + 2) and entry.entries:
        first = next(_in_order(entry, way_of(field, entry.node)))
        hoisted = [*entry_comment(entry), *first.before]
        first.before = []
        inner = _block(entry, field, indent + _STEP)
        return [
            *(f"{indent}{each}" for each in hoisted if each),
            f"{indent}- {inner[0].removeprefix(indent + _STEP)}",
            *inner[1:],
        ]
    return _with_value(f"{indent}-", entry, field, indent)


def entry_comment(entry: Entry) -> list[str]:
    """The comment beside a hyphen that has no line of its own to stand on."""
    return [entry.beside] if entry.beside else []


def _with_value(opening: str, entry: Entry, field: Field | None, indent: str) -> list[str]:
    """What opens an entry (a key with its colon, a hyphen), and its value behind or below it."""
    beside = f" {entry.beside}" if entry.beside else ""
    if isinstance(entry.node, yaml.ScalarNode):
        value = entry.node.value.strip()
        if in_block(value):
            rows = [f"{indent}{_STEP}{line}" if line else "" for line in value.split("\n")]
            return [f"{opening} |-{beside}", *rows]
        written = _scalar(entry, way_of(field, entry.node))
        return [f"{opening} {written}{beside}" if written else f"{opening}{beside}"]
    if _is_block(entry, field, len(opening) + 1):
        return [f"{opening}{beside}", *_block(entry, field, indent + _STEP)]
    return [f"{opening} {_one_line(entry, field)}{beside}"]


def _is_block(entry: Entry, field: Field | None, taken: int) -> bool:
    """Whether a collection goes over several lines: it did, or has comments, or would be too wide."""
    node = entry.node
    if isinstance(node, yaml.ScalarNode):
        return False
    if not entry.entries:
        return False
    if not node.flow_style or entry.has_comments_inside:
        return True
    return taken + len(_one_line(entry, field)) > WIDTH


def _one_line(entry: Entry, held: Field | None) -> str:
    """A value in brackets or braces, or a scalar, on one line."""
    way = way_of(held, entry.node)
    if isinstance(entry.node, yaml.ScalarNode):
        return _scalar(entry, way) or "null"
    if isinstance(entry.node, yaml.SequenceNode):
        items = way.items if way is not None else None
        return f"[{', '.join(_one_line(each, items) for each in entry.entries)}]"
    pairs = (
        f"{key_text(each.key or '', _kind_of_keys(way))}: {_one_line(each, _under(way, each.key or ''))}"
        for each in _in_order(entry, way)
    )
    return "{" + ", ".join(pairs) + "}"


def _scalar(entry: Entry, way: Field | None) -> str:
    value = entry.node.value.strip()
    if value in NOTHING:
        return ""
    if way is not None and way.kind in (Kind.TEXT, Kind.PATTERN):
        return quoted(value)
    return scalar_text(value, way.kind if way is not None else None)


def _in_order(entry: Entry, way: Field | None) -> Iterator[Entry]:
    """The keys of an entry in the order of its description, languages with Vietnamese first; what nobody knows stands last, as it stood."""
    entries = entry.entries
    if way is None or not isinstance(entry.node, yaml.MappingNode):
        return iter(entries)
    if way.kind in (Kind.TEXT, Kind.PATTERN):
        return iter(sorted(entries, key=lambda each: (each.key != DEFAULT_LANGUAGE, each.key or "")))
    places = {each.key: place for place, each in enumerate(way.fields)}
    return iter(sorted(entries, key=lambda each: places.get(each.key or "", len(places)))) if places else iter(entries)


def _under(way: Field | None, key: str) -> Field | None:
    """The description of what stands under a key."""
    if way is None:
        return None
    if way.kind is Kind.ENTRY:
        return way.field(key)
    return way if way.kind in (Kind.TEXT, Kind.PATTERN) else way.items


def _kind_of_keys(way: Field | None) -> Kind | None:
    return way.keys.kind if way is not None and way.keys is not None else None
