"""A finished page as Markdown, for programs and assistants that read pages: its text, tables and links, and none of its frame.

In: the HTML of a page's article. Links stay as they are, relative to the page, beside which the copy stands as `index.md`. Charts become their title, what
is said of them in words, and their table. What only serves the eye or the hand (pictures, buttons, notes that open in place) is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import unescape

MARKDOWN = "index.md"
"""What the copy of a page is called; it stands beside the page."""

_TOKENS = re.compile(
    r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*)>|([^<]+)", re.DOTALL
)
_SKIPPED = frozenset({"script", "style", "svg", "nav", "form", "noscript", "template", "dialog", "select"})
_SKIPPED_CLASSES = re.compile(
    r'class="[^"]*\b(?:headerlink|rr-sr|rr-print-head|rr-flag__note|rr-cite|rr-downloads|rr-breadcrumbs|rr-table__measure-inline|rr-row-origin|rr-search)\b'
)
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "col", "source", "meta", "link"})
_BLOCKS = frozenset(
    {"p", "div", "section", "figure", "figcaption", "details", "blockquote", "dl", "dd", "address", "aside"}
)
_TITLES = frozenset({"dt", "summary", "caption"})
_HEADING = re.compile("h[1-6]")
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`", "del": "~~"}
_HREF = re.compile(r'\shref="([^"]*)"')
_LABEL = re.compile(r'role="img" aria-label="([^"]*)"')
_SPAN = re.compile(r'\scolspan="(\d+)"')
_SPECIAL = re.compile(r"([\\`*\[\]|])")
_PICTURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
"""Charts are half of the tags of a page, and nothing of them is told."""
_STRAY = re.compile(r" ([,.;:])(?= |$)")
_AFTER_BRACKET, _BEFORE_TARGET, _EMPTY_LINK = map(re.compile, (r"(?<!\\)\[\s+", r"\s+\]\(", r"\[\s*\]\([^)]*\)"))
_UNTIDY = re.compile(r"[^\S ]|  |^ | $| [,.;:]|\]\(|\[\s|\[\]")


_CITED = re.compile(r'<p class="rr-cite__text">(.*?)</p>', re.DOTALL)
_ITEM = re.compile(r"[\x00 ]*(?:- |\d+\. )")


def markdown_copy(article: str, facts: Mapping[str, str]) -> str:
    """The article of a finished page as Markdown: below a head with what else is known of the page, above how it is cited. The same gives the same text."""
    head = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in facts.items() if value)
    cited = _CITED.search(article)
    source = re.sub(r"<[^>]*>", "", unescape(cited[1])).strip() if cited else ""
    body = _written(article) + (f"\n\n---\n\n{source}" if source else "")
    return f"---\n{head}---\n\n{body}\n"


def _written(article: str) -> str:
    writer = _Writer()
    for found in _TOKENS.finditer(_PICTURE.sub("", article)):
        closing, name, attributes, text = found.groups()
        if text is not None:
            writer.text(text)
        elif name:
            (writer.end if closing else writer.start)(name.lower(), attributes or "")
    return writer.written()


class _Writer:
    """Takes tags and text one after another."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._line: list[str] = []
        self._lists: list[tuple[str, int]] = []
        self._links: list[str] = []
        self._rows: list[list[str]] | None = None
        self._cell: list[str] | None = None
        self._span = 1
        self._prefix = ""
        self._skipping: list[str] = []
        self._ended = False

    def written(self) -> str:
        self._close_block()
        return "\n\n".join(self._blocks).replace("\n\n\x00", "\n").replace("\x00", "")

    def text(self, text: str) -> None:
        if self._skipping:
            return
        plain = unescape(text) if "&" in text else text
        if self._ended and (plain[0].isalnum() or plain[0] in "(“"):
            # What stands apart by its looks, as a small line below a figure.
            plain = f" {plain}"
        self._ended = False
        self._put(_SPECIAL.sub(r"\\\1", plain))

    def start(self, name: str, attributes: str) -> None:
        if self._skipping:
            if name == self._skipping[0]:
                self._skipping.append(name)
            return
        if name in _SKIPPED or ("class=" in attributes and _is_left_out(attributes)):
            if name not in _VOID:
                self._skipping.append(name)
            return
        label = _LABEL.search(attributes) if "role=" in attributes else None
        if label:
            self._close_block()
            self._blocks.append(f"*{_SPECIAL.sub(lambda each: chr(92) + each[1], unescape(label[1]))}*")
        self._begin(name, attributes)

    def end(self, name: str, _attributes: str) -> None:
        if self._skipping:
            if name == self._skipping[0]:
                self._skipping.pop()
            return
        finish: Callable[[], None] | None = {
            "a": self._end_link,
            "table": self._end_table,
            "tr": lambda: None,
            "td": self._end_cell,
            "th": self._end_cell,
            "ul": self._end_list,
            "ol": self._end_list,
        }.get(name)
        if finish is not None:
            finish()
        elif name in _MARKS:
            self._put(_MARKS[name])
        elif name in {"span", "small"}:
            self._ended = True
        elif self._lists and name in _BLOCKS:
            self._put(" ")
        elif name in {"li", *_BLOCKS, *_TITLES} or _HEADING.fullmatch(name):
            self._close_block("**" if name in _TITLES and self._cell is None else "")

    def _begin(self, name: str, attributes: str) -> None:
        if name == "a":
            href = _HREF.search(attributes)
            self._links.append(unescape(href[1]) if href else "")
            self._put("[" if href else "")
        elif name in {"table", "tr", "td", "th"}:
            self._begin_of_table(name, attributes)
        elif name in _MARKS:
            self._put(_MARKS[name])
        elif name in {"span", "small"}:
            self._ended = True
        elif name == "br" or (self._lists and name in _BLOCKS) or self._cell is not None:
            self._put(" ")
        elif name != "wbr":
            self._begin_block(name)

    def _begin_of_table(self, name: str, attributes: str) -> None:
        if name == "table":
            self._close_block()
            self._rows = []
        elif name == "tr" and self._rows is not None:
            self._rows.append([])
        elif self._rows:
            self._cell = []
            span = _SPAN.search(attributes)
            self._span = int(span[1]) if span else 1

    def _begin_block(self, name: str) -> None:
        if name == "li":
            self._begin_item()
        elif name in {"ul", "ol", "hr", *_BLOCKS, *_TITLES} or _HEADING.fullmatch(name):
            self._close_block()
            if name in {"ul", "ol"}:
                self._lists.append((name, 0))
            elif name == "hr":
                self._blocks.append("---")
            elif name in _TITLES:
                self._put("**")
            elif name not in _BLOCKS:
                self._prefix = "#" * int(name[1]) + " "

    def _begin_item(self) -> None:
        self._close_block()
        if self._lists:
            kind, number = self._lists.pop()
            self._lists.append((kind, number + 1))
            self._prefix = "  " * (len(self._lists) - 1) + (f"{number + 1}. " if kind == "ol" else "- ")

    def _put(self, text: str) -> None:
        (self._line if self._cell is None else self._cell).append(text)

    def _close_block(self, mark: str = "") -> None:
        if self._cell is not None:
            self._cell.append(" ")
            return
        text = _tidy("".join(self._line)) + mark
        self._line = []
        if text.strip("*~` "):
            follows = bool(self._blocks) and _ITEM.match(self._blocks[-1])
            tight = "\x00" if follows and _ITEM.match(self._prefix) else ""
            self._blocks.append(f"{tight}{self._prefix}{text}")
            self._prefix = ""

    def _end_link(self) -> None:
        href = self._links.pop() if self._links else ""
        if href:
            self._put(f"]({href})")
        self._ended = True

    def _end_list(self) -> None:
        if self._cell is None:
            self._close_block()
            if self._lists:
                self._lists.pop()

    def _end_cell(self) -> None:
        if self._rows and self._cell is not None:
            self._rows[-1] += [_tidy("".join(self._cell)), *[""] * (self._span - 1)]
        self._cell = None

    def _end_table(self) -> None:
        rows = [row for row in self._rows or [] if any(row)]
        self._rows = None
        if not rows:
            return
        width = max(map(len, rows))
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        self._blocks.append("\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]]))


@lru_cache(maxsize=4096)
def _is_left_out(attributes: str) -> bool:
    return _SKIPPED_CLASSES.search(attributes) is not None


def _tidy(text: str) -> str:
    """One space between words, and none inside the marks of links."""
    if not _UNTIDY.search(text):
        return text
    one = _STRAY.sub(r"\1", " ".join(text.split()))
    if "[" not in one:
        return one
    return _EMPTY_LINK.sub("", _BEFORE_TARGET.sub("](", _AFTER_BRACKET.sub("[", one))).strip()
