"""Markdown as the hosts of repositories read it: CommonMark with GitHub's tables, footnotes, strikethrough and task lists.

The only module that knows the parser. Text in, pieces in the order in which they stand out, each with its place in the
text; nothing is rendered here. Whoever looks at prose, to show, count or check it, looks at these pieces.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

import pyromark

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
)
_WORDS = {
    "Text": "text",
    "Code": "code",
    "Html": "html",
    "InlineHtml": "html",
    "FootnoteReference": "note",
    "TaskListMarker": "task",
    "SoftBreak": "soft-break",
    "HardBreak": "hard-break",
    "Rule": "rule",
}
_TAGS = {
    "Paragraph": "p",
    "Heading": "heading",
    "BlockQuote": "blockquote",
    "CodeBlock": "pre",
    "HtmlBlock": "html-block",
    "List": "list",
    "Item": "li",
    "FootnoteDefinition": "footnote",
    "Table": "table",
    "TableHead": "thead",
    "TableRow": "tr",
    "TableCell": "cell",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
    "Link": "link",
    "Image": "image",
}
INLINE = frozenset({"em", "strong", "del", "link", "image"})


class Piece(NamedTuple):
    """A piece of a Markdown text, from `start` to `end` of the source.

    `what` is `text`, `code`, `html`, `note` (a reference to a footnote), `task`, `rule`, `soft-break`, `hard-break`, or `start` and
    `end` of the element `tag`. `text` is what is written there: words, code, HTML; of a link or picture its target, of a
    footnote its name, of code what stands behind the fence. `number` is the level of a heading, the first number of a list, 1 for a task that is done and for
    code by indentation. `label` is the title of a link or picture, `columns` says how the columns of a table are aligned.
    """

    what: str
    start: int
    end: int
    text: str = ""
    tag: str = ""
    number: int | None = None
    label: str = ""
    columns: tuple[str, ...] = ()


def pieces_of(source: str) -> Iterator[Piece]:
    """The pieces of a text, one after the other. The lines of a block of HTML are one piece."""
    place = _Places(source)
    block: list[Piece] = []
    for event, span in pyromark.events_with_range(source, options=_OPTIONS, merge_text=False):
        piece = _piece(event, place.of(span["start"]), place.of(span["end"]))
        if isinstance(event, dict) and "Html" in event:
            block.append(piece)
            continue
        if block:
            yield Piece("html", block[0].start, block[-1].end, "".join(each.text for each in block))
            block = []
        yield piece


def definitions_of(source: str) -> Iterator[Piece]:
    """Where the text says where links of a name lead (`[name]: address`)."""
    place = _Places(source)
    for each in pyromark.reference_definitions(source, options=_OPTIONS).values():
        start, end = place.of(each["span"]["start"]), place.of(each["span"]["end"])
        yield Piece("definition", start, end, each["dest"], label=each["title"] or "")


def _piece(event: Any, start: int, end: int) -> Piece:
    if isinstance(event, str):
        return Piece(_WORDS[event], start, end)
    ((name, told),) = event.items()
    if name not in ("Start", "End"):
        if name == "TaskListMarker":
            return Piece(_WORDS[name], start, end, number=int(told))
        return Piece(_WORDS[name], start, end, told)
    ((tag, details),) = told.items() if isinstance(told, dict) else ((told, None),)
    if name == "End":
        return Piece("end", start, end, tag=_TAGS[tag])
    return Piece("start", start, end, tag=_TAGS[tag])._replace(**_details(tag, details))


def _details(tag: str, details: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    match tag:
        case "Heading":
            found["number"] = int(details["level"].removeprefix("H"))
        case "List":
            found["number"] = details
        case "Link" | "Image":
            mailed = details["link_type"] == "Email"
            found["text"] = f"mailto:{details['dest_url']}" if mailed else details["dest_url"]
            found["label"] = details["title"]
        case "CodeBlock" if details == "Indented":
            found["number"] = 1
        case "CodeBlock":
            found["text"] = details["Fenced"]
        case "FootnoteDefinition":
            found["text"] = details
        case "Table":
            found["columns"] = tuple(each.lower() for each in details)
    return found


class _Places:
    """Where a byte of the text's UTF-8 stands among its characters."""

    def __init__(self, source: str) -> None:
        lines = source.splitlines(keepends=True) if not source.isascii() else []
        self._lines = [line.encode() for line in lines]
        self._bytes = [0, *accumulate(map(len, self._lines))]
        self._characters = [0, *accumulate(map(len, lines))]

    def of(self, byte: int) -> int:
        if not self._lines:
            return byte
        line = bisect_right(self._bytes, byte) - 1
        if line >= len(self._lines):
            return self._characters[-1]
        return self._characters[line] + len(self._lines[line][: byte - self._bytes[line]].decode())
