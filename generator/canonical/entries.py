"""The tree of a text with its comments: each key of a mapping and each item of a list is an entry, and has what was said of it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Position = tuple[int, int]
"""Line and column, from 0."""
_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)


@dataclass
class Entry:
    """A key with its value, or an item of a list (`key` is None).

    `before` are the comments on lines of their own above it; an empty text among them is a blank line. `beside` is the comment behind it. `gap` tells that a
    blank line stands above it.
    """

    start: Position
    node: Any
    parent: Entry | None
    in_flow: bool
    key: str | None = None
    before: list[str] = field(default_factory=list)
    beside: str = ""
    gap: bool = False
    entries: list[Entry] = field(default_factory=list)

    def say_beside(self, comment: str) -> None:
        """Take a comment that stands behind it; the second goes above it."""
        if self.beside:
            self.before.append(comment)
        else:
            self.beside = comment

    @property
    def has_comments_inside(self) -> bool:
        return any(each.before or each.beside or each.has_comments_inside for each in self.entries)


@dataclass(frozen=True)
class Commented:
    """A document: its root (an entry without a key), and the comments that stand above and below everything."""

    root: Entry
    head: list[str]
    foot: list[str]


def read_commented(text: str) -> Commented:
    """The tree of a text that can be read without a fault, and its comments."""
    node = yaml.compose(text, Loader=_LOADER)
    root = Entry((0, 0), node, None, in_flow=False)
    pending = [root]
    everything: list[Entry] = []
    while pending:
        entry = pending.pop()
        entry.entries = list(_entries_of(entry))
        everything += entry.entries
        pending += entry.entries
    # Of an item and the first key in it, which begin at one place, the item comes first.
    everything.sort(key=lambda each: (each.start, _depth(each)))
    head, foot = _place_comments(text, everything, root)
    return Commented(root, head, foot)


def _entries_of(entry: Entry) -> Iterator[Entry]:
    node = entry.node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield Entry(_begin(key), value, entry, in_flow=bool(node.flow_style), key=str(key.value).strip())
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield Entry(_begin(item), item, entry, in_flow=bool(node.flow_style))


def _begin(node: Any) -> Position:
    return node.start_mark.line, node.start_mark.column


def _end(node: Any) -> Position:
    return node.end_mark.line, node.end_mark.column


def _depth(entry: Entry) -> int:
    return 0 if entry.parent is None else 1 + _depth(entry.parent)


def _comments(text: str) -> Iterator[tuple[Position, str]]:
    """The comments of a text: every number sign outside scalars that begins a word."""
    lines = text.split("\n")
    starts = [0]
    for each in lines:
        starts.append(starts[-1] + len(each) + 1)
    hidden = list(text)
    tokens: Iterator[Any] = yaml.scan(text, Loader=_LOADER)
    for token in tokens:
        if type(token).__name__ == yaml.ScalarToken.__name__:
            first = starts[token.start_mark.line] + token.start_mark.column
            last = starts[token.end_mark.line] + token.end_mark.column
            if token.style in ("|", ">"):
                # A comment may stand behind the sign that opens a block.
                first = starts[token.start_mark.line + 1]
                last = min(last, starts[-1] - 1)
            hidden[first:last] = ["\n" if each == "\n" else "x" for each in hidden[first:last]]
    for found in _COMMENT.finditer("".join(hidden)):
        line = bisect.bisect_right(starts, found.start()) - 1
        yield (line, found.start() - starts[line]), text[found.start() : found.end()].rstrip()


def _place_comments(text: str, everything: list[Entry], root: Entry) -> tuple[list[str], list[str]]:
    """Give each comment to its entry; those above and below everything come back."""
    lines = text.split("\n")
    starts = [each.start for each in everything]
    foot: list[str] = []
    last = -1
    for (line, column), comment in _comments(text):
        following = bisect.bisect_right(starts, (line, column))
        if following and lines[line][:column].strip(" \t-"):
            _owner(everything[following - 1], (line, column)).say_beside(comment)
            continue
        kept = everything[following].before if following < len(everything) else foot
        if line and not lines[line - 1].strip() and (kept or last >= 0 or following):
            kept.append("")
        kept.append(comment)
        last = line
    for each in everything:
        line = each.start[0]
        each.gap = line > 0 and not lines[line - 1].strip()
        if each.gap and each.before:
            each.before.append("")
    return _head(root), foot


def _owner(entry: Entry, place: Position) -> Entry:
    """Whom a comment behind something on its line belongs to: the innermost entry that is not closed before it."""
    while entry.in_flow and entry.parent is not None and _end(entry.parent.node) <= place and entry.parent.parent:
        entry = entry.parent
    return entry


def _head(root: Entry) -> list[str]:
    """Take the comments above the first key that speak of the whole file: all but a paragraph right above it, where there are several."""
    if not root.entries:
        return []
    first = root.entries[0]
    if "" not in first.before or not first.before[-1]:
        head, first.before = first.before, []
    else:
        cut = len(first.before) - first.before[::-1].index("")
        head, first.before = first.before[:cut], first.before[cut:]
    return head
