"""Markdown rendered: the pieces of a text as HTML, with nothing in it that is not allowed.

A pure function of the text. Expressions are hidden from it: where one stood, the HTML has its mark, which no text can forge.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import nh3

from generator.load.autolinks import addresses_in
from generator.load.expressions import BOUND, NOT_BOUND, Expression, hidden_in
from generator.load.markdown import INLINE, Piece, pieces_of
from generator.load.raw_html import ATTRIBUTES, SCHEMES, SHOWN, UNSPOKEN, clean, refused_scheme, unspoken
from generator.pages.prose.footnotes import Footnotes, is_our_id

MARK = re.compile(f"{BOUND}(\\d+){BOUND}")
"""Where an expression stood, and which."""
_CLASSES = {"rr-footnotes", "rr-note-ref", "rr-note-back", "rr-right", "rr-center", "rr-task"}
_TAGS = {*SHOWN, "h1", "section"}
_ATTRIBUTES = {tag: set(names) for tag, names in ATTRIBUTES.items()} | {
    "*": ATTRIBUTES["*"] | {"class", "id"},
    "a": {"href", "aria-label"},
    "span": {"role", "aria-label"},
}
_ELEMENTS = {
    "p": ("<p>", "</p>\n"),
    "blockquote": ("<blockquote>\n", "</blockquote>\n"),
    "list": ("<ul>\n", "</ul>\n"),
    "li": ("<li>", "</li>\n"),
    "em": ("<em>", "</em>"),
    "strong": ("<strong>", "</strong>"),
    "del": ("<del>", "</del>"),
    "pre": ("<pre><code>", "</code></pre>\n"),
    "table": ("<table>\n", "</tbody>\n</table>\n"),
    "thead": ("<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n"),
    "tr": ("<tr>", "</tr>\n"),
}
_SIGNS = {"rule": "<hr>\n", "soft-break": "\n", "hard-break": "<br>\n"}
_TAG = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")
_PRE = re.compile(r"<pre>.*?</pre>", re.DOTALL)
_LOWEST = 6


@dataclass(frozen=True)
class Words:
    """What the renderer says itself, in the language of the page."""

    back: str = ""
    done: str = ""
    open: str = ""


@dataclass(frozen=True)
class Text:
    """A Markdown text to be rendered, and the expressions in it.

    `anchor` begins the ids of its footnotes; its highest headings become those of level `top`, where they are above it.
    """

    source: str
    expressions: Sequence[Expression] = ()
    anchor: str = "text"
    top: int = 2


def render_markdown(text: Text, words: Words) -> str:
    """The HTML of a text."""
    pieces = list(pieces_of(hidden_in(text.source, text.expressions)))
    levels = [piece.number for piece in pieces if piece.what == "start" and piece.tag == "heading" and piece.number]
    writer = _Writer(text, words, shift=max(0, text.top - min(levels, default=_LOWEST)))
    for piece in _spoken(pieces):
        writer.write(piece)
    html = nh3.clean(
        writer.html(),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_ours,
        url_schemes=set(SCHEMES),
        link_rel="noopener",
    )
    html = _TAG.sub(lambda tag: MARK.sub("", tag[0]).replace(BOUND, ""), html)  # an attribute has no room for HTML
    # Templates take indents and blank lines for their own, and out of the page.
    return _PRE.sub(lambda code: code[0].replace("\n", "&#10;"), html)


def _ours(_: str, attribute: str, value: str) -> str | None:
    """An attribute's value; ids and classes are ours alone."""
    if attribute == "id":
        return value if is_our_id(value) else None
    if attribute == "class":
        return value if value in _CLASSES else None
    return value


def _spoken(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces without what stands between the tags of a script within a line; elements stay whole."""
    closed: dict[int, str] = {}
    names: set[str] = set()
    for number, piece in reversed(list(enumerate(pieces))):
        if piece.what == "end" and piece.tag not in INLINE:
            names = set()
        elif piece.what == "html":
            names |= {name for name in UNSPOKEN if piece.text.lower().startswith(f"</{name}")}
            if unspoken(piece.text) in names:
                closed[number] = unspoken(piece.text)
    silent = ""
    for number, piece in enumerate(pieces):
        if silent and piece.what == "html" and piece.text.lower().startswith(f"</{silent}"):
            silent = ""
        elif piece.what in ("start", "end") or not silent:
            silent = silent or closed.get(number, "")
            yield piece


class _Writer:
    """Writes pieces as HTML, one after the other."""

    def __init__(self, text: Text, words: Words, *, shift: int) -> None:
        self._expressions = text.expressions
        self._starts = [each.start for each in text.expressions]
        self._words = words
        self._shift = shift
        self._notes = Footnotes(text.anchor, words.back)
        self._out: list[str] = []
        self._outside: list[list[str]] = []
        self._said: list[str] = []
        self._closing: list[str] = []
        self._columns: tuple[str, ...] = ()
        self._column = 0
        self._inside: list[str] = []

    def html(self) -> str:
        self._say()
        return "".join(self._out) + self._notes.html()

    def write(self, piece: Piece) -> None:
        if piece.what == "text":
            self._said.append(self._marked(piece))
            return
        self._say()
        match piece.what:
            case "start":
                self._start(piece)
            case "end":
                self._end(piece)
            case "code":
                self._add(f"<code>{escape(self._marked(piece), quote=False)}</code>")
            case "html":
                self._add(clean(self._marked(piece)).html)
            case "note":
                self._add(self._notes.reference(piece.text))
            case "task":
                self._add(self._task(done=bool(piece.number)))
            case _:
                self._add(_SIGNS[piece.what])

    def _add(self, html: str) -> None:
        if "image" not in self._inside:
            self._out.append(html)
        elif html == "\n":
            self._out.append(" ")

    def _say(self) -> None:
        """Write the text gathered so far: what stands together may be one address."""
        text, self._said = "".join(self._said), []
        last = 0
        if not {"link", "image", "pre"} & set(self._inside):
            for address in addresses_in(text):
                self._out.append(escape(text[last : address.start], quote=False))
                shown = escape(text[address.start : address.end], quote=False)
                self._out.append(f'<a href="{escape(address.target)}">{shown}</a>')
                last = address.end
        self._out.append(escape(text[last:], quote=False))

    def _marked(self, piece: Piece) -> str:
        """The text of a piece with the marks of its expressions; another such sign can only come from an entity."""
        out, rest = [], piece.text
        for number in range(bisect_left(self._starts, piece.start), bisect_left(self._starts, piece.end)):
            each = self._expressions[number]
            before, found, after = rest.partition(BOUND * (each.end - each.start))
            if found:
                out += [before.replace(BOUND, NOT_BOUND), f"{BOUND}{number}{BOUND}"]
                rest = after
        return "".join([*out, rest.replace(BOUND, NOT_BOUND)])

    def _start(self, piece: Piece) -> None:
        self._inside.append(piece.tag)
        opening, closing = self._element(piece)
        self._closing.append(closing)
        if piece.tag == "footnote":
            self._outside.append(self._out)
            self._out = []
        self._add(opening)

    def _end(self, piece: Piece) -> None:
        self._inside.pop()
        closing = self._closing.pop()
        if piece.tag == "footnote":
            self._notes.define(closing, "".join(self._out))
            self._out = self._outside.pop()
        elif piece.tag == "cell":
            self._add(closing)
            self._column += 1
        else:
            self._add(closing)

    def _element(self, piece: Piece) -> tuple[str, str]:
        """How an element begins and ends."""
        opening, closing = _ELEMENTS.get(piece.tag, ("", ""))
        match piece.tag:
            case "strong" if self._inside.count("strong") > 1:
                opening = closing = ""
            case "heading":
                level = min(_LOWEST, (piece.number or 1) + self._shift)
                opening, closing = f"<h{level}>", f"</h{level}>\n"
            case "list" if piece.number is not None:
                start = "" if piece.number == 1 else f' start="{piece.number}"'
                opening, closing = f"<ol{start}>\n", "</ol>\n"
            case "link":
                opening, closing = self._link(piece)
            case "footnote":
                closing = piece.text
            case "table":
                self._columns = piece.columns
            case "thead" | "tr":
                self._column = 0
            case "cell":
                name = "th" if "thead" in self._inside else "td"
                aligned = self._columns[self._column] if self._column < len(self._columns) else ""
                kind = f' class="rr-{aligned}"' if aligned in ("right", "center") else ""
                opening, closing = f"<{name}{kind}>", f"</{name}>"
        return opening, closing

    def _link(self, piece: Piece) -> tuple[str, str]:
        target = piece.text.replace(BOUND, "")
        # A link in a link, or in an alternative text, is words.
        if refused_scheme(target) or "image" in self._inside or self._inside.count("link") > 1:
            return "", ""
        title = f' title="{escape(piece.label.replace(BOUND, ""))}"' if piece.label else ""
        return f'<a href="{escape(target)}"{title}>', "</a>"

    def _task(self, *, done: bool) -> str:
        sign, word = ("☑", self._words.done) if done else ("☐", self._words.open)
        return f'<span class="rr-task" role="img" aria-label="{escape(word)}">{sign}</span> '
