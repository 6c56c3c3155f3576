"""YAML as text: values written out, and single values replaced in a file whose comments and lines stay. `canonical` then puts it into shape."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_STEP = "  "


def flow(value: object) -> str:
    """A value on one line, every scalar of it in quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    return scalar(value)


def scalar(value: object) -> str:
    """A scalar in double quotes, which YAML reads as JSON does."""
    return json.dumps(str(value), ensure_ascii=False)


class Block(dict[str, object]):
    """A mapping that is written a key a line. `notes` are comments that stand above keys."""

    def __init__(
        self, entries: Mapping[str, object] | None = None, notes: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        super().__init__(entries or {})
        self.notes = dict(notes or {})


def block_lines(entries: Block, indent: str = "") -> list[str]:
    """The lines of a mapping."""
    lines: list[str] = []
    for key, value in entries.items():
        lines += [f"{indent}# {' '.join(note.split())}" for note in entries.notes.get(key, ())]
        if isinstance(value, Block):
            lines += [f"{indent}{scalar(key)}:", *block_lines(value, indent + _STEP)]
        elif isinstance(value, list) and value and all(isinstance(each, Block) for each in value):
            lines.append(f"{indent}{scalar(key)}:")
            for each in value:
                first, *rest = block_lines(each, indent + _STEP * 2)
                lines += [f"{indent}{_STEP}- {first.lstrip()}", *rest]
        else:
            lines.append(f"{indent}{scalar(key)}: {flow(value)}")
    return lines


def with_value(text: str, path: Sequence[str], value: object) -> str:
    """A text of YAML with one value set: in the place of the one that stands there, else behind its neighbours.

    Nothing else of the text changes. `path` are keys from the outermost; `[2]` is an item of a list.
    """
    root = yaml.compose(text, Loader=_LOADER)
    node: Any = root
    for depth, key in enumerate(path):
        if isinstance(node, yaml.SequenceNode):
            node = node.value[int(key.strip("[]"))]
            continue
        if not isinstance(node, yaml.MappingNode):
            return _replaced(text, node, {path[at]: value for at in range(depth, len(path))})
        found = next((held for name, held in node.value if name.value.strip() == key), None)
        if found is None:
            return _inserted(text, node, path[depth:], value)
        node = found
    return _replaced(text, node, value)


def tree_of(text: str) -> object:
    """What a text of YAML holds, as strings, lists and mappings."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 - the base loader makes strings only


def value_at(held: object, path: Sequence[str]) -> object | None:
    """What stands at a path of such a tree (`[2]` is an item of a list); None where nothing does."""
    for key in path:
        if isinstance(held, list) and key.startswith("["):
            number = int(key.strip("[]"))
            held = held[number] if number < len(held) else None
            continue
        if not isinstance(held, dict) or key not in held:
            return None
        held = held[key]
    return held


def _replaced(text: str, node: Any, value: object) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        # A block ends where the next thing begins; what stands in between is not of it.
        end = start + len(text[start:end].rstrip())
        # What stood on lines of its own goes behind its key.
        start = len(text[:start].rstrip(" \n"))
        return f"{text[:start]} {flow(value)}{text[end:]}"
    return text[:start] + flow(value) + text[end:]


def _inserted(text: str, node: Any, keys: Sequence[str], value: object) -> str:
    """A text with a new key at the end of a mapping."""
    entry: object = value
    for key in reversed(keys[1:]):
        entry = {key: entry}
    written = f"{scalar(keys[0])}: {flow(entry)}"
    if node.flow_style or not node.value:
        end = node.end_mark.index - 1
        return f"{text[:end]}{', ' if node.value else ''}{written}{text[end:]}"
    last = node.value[-1][1]
    end = last.end_mark.index
    if isinstance(last, yaml.CollectionNode) and not last.flow_style:
        end = last.start_mark.index + len(text[last.start_mark.index : end].rstrip())
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    indent = " " * node.value[0][0].start_mark.column
    return f"{text[:line_end]}\n{indent}{written}{text[line_end:]}"
