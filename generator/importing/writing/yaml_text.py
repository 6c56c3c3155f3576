"""YAML as text: values written out, and single values replaced in a file whose comments and lines stay. `canonical` then puts it into shape."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
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
            lines += [f"{indent}{scalar(key)}:", *_item_lines(value, indent + _STEP)]
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


def with_values(text: str, changes: Iterable[tuple[Sequence[str], object]]) -> str:
    """The same for several values; of two for one place the later holds.

    Those that stand there already are found in one reading, which takes longer than anything else.
    """
    root: Any = yaml.compose(text, Loader=_LOADER)
    spans: list[tuple[int, int, str]] = []
    others: list[tuple[Sequence[str], object]] = []
    for path, value in {tuple(path): value for path, value in changes}.items():
        node = _node_at(root, path)
        if node is None:
            others.append((path, value))
        else:
            spans.append(_span(text, node, value))
    for start, end, written in sorted(spans, reverse=True):
        text = f"{text[:start]}{written}{text[end:]}"
    for place, value in others:
        text = with_value(text, place, value)
    return text


def _node_at(node: Any, path: Sequence[str]) -> Any | None:
    """What stands at a path; None where nothing does."""
    for key in path:
        if isinstance(node, yaml.SequenceNode):
            number = int(key.strip("[]"))
            if number >= len(node.value):
                return None
            node = node.value[number]
        elif isinstance(node, yaml.MappingNode):
            found = next((held for name, held in node.value if name.value.strip() == key), None)
            if found is None:
                return None
            node = found
        else:
            return None
    return node


def with_items(text: str, path: Sequence[str], at: int, items: Sequence[Block]) -> str:
    """A text of YAML with items put into a list before its item `at`; the list is made where there is none."""
    node: Any = yaml.compose(text, Loader=_LOADER)
    above = node
    for depth, key in enumerate(path):
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        found = next(((name, held) for name, held in pairs if name.value.strip() == key), None)
        if found is None:
            return _with_list(text, node, path[depth:], items)
        above, node = found
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        return _replaced(text, node, list(items))
    if node.flow_style:
        written = ", ".join(flow(each) for each in items)
        if at < len(node.value):
            start = node.value[at].start_mark.index
            return f"{text[:start]}{written}, {text[start:]}"
        end = _end_of(node.value[-1])
        return f"{text[:end]}, {written}{text[end:]}"
    # Behind the item before it, not before the one that follows: comments above that one are its own.
    end = _end_of(node.value[at - 1]) if at else above.end_mark.index
    return _below_line(text, end, _item_lines(items, " " * node.start_mark.column))


def _with_list(text: str, node: Any, keys: Sequence[str], items: Sequence[Block]) -> str:
    """A text with a new list of items at the end of a mapping."""
    if not isinstance(node, yaml.MappingNode) or node.flow_style or not node.value:
        return _inserted(text, node, keys, list(items)) if isinstance(node, yaml.MappingNode) else text
    entry: Block | list[Block] = list(items)
    for key in reversed(keys[1:]):
        entry = Block({key: entry})
    indent = " " * node.value[0][0].start_mark.column
    return _below_line(text, _end_of(node), block_lines(Block({keys[0]: entry}), indent))


def _item_lines(items: Sequence[Block], indent: str) -> list[str]:
    """The lines of the items of a list."""
    lines: list[str] = []
    for each in items:
        first, *rest = block_lines(each, indent + _STEP)
        lines += [f"{indent}- {first.lstrip()}", *rest]
    return lines


def _below_line(text: str, index: int, lines: Sequence[str]) -> str:
    """A text with lines put below the one in which a place is."""
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return "\n".join([text[:end], *lines]) + text[end:]


def _end_of(node: Any) -> int:
    """Where the last value of something ends. A block goes on to the next thing; comments in between are not of it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    start, end = node.start_mark.index, node.end_mark.index
    return max(start, int(end) - 1) if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"} else int(end)


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
    start, end, written = _span(text, node, value)
    return f"{text[:start]}{written}{text[end:]}"


def _span(text: str, node: Any, value: object) -> tuple[int, int, str]:
    """From where to where something is replaced by a value, and how that is written."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        # A block ends where the next thing begins; what stands in between is not of it.
        end = start + len(text[start:end].rstrip())
        # What stood on lines of its own goes behind its key.
        return len(text[:start].rstrip(" \n")), end, f" {flow(value)}"
    return start, end, flow(value)


def _inserted(text: str, node: Any, keys: Sequence[str], value: object) -> str:
    """A text with a new key at the end of a mapping."""
    entry: object = value
    for key in reversed(keys[1:]):
        entry = {key: entry}
    written = f"{scalar(keys[0])}: {flow(entry)}"
    if node.flow_style or not node.value:
        end = node.end_mark.index - 1
        return f"{text[:end]}{', ' if node.value else ''}{written}{text[end:]}"
    indent = " " * node.value[0][0].start_mark.column
    return _below_line(text, _end_of(node), [f"{indent}{written}"])
