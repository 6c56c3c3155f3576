"""What a Markdown text has and its page does not show as it is written, or shows otherwise than somebody will have meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.load.expressions import BOUND, masked, place_in
from generator.load.limits import MOST_TOLD
from generator.load.markdown import INLINE, Piece, definitions_of, pieces_of
from generator.load.raw_html import SCHEMES, SHOWN, Fault, attributes_of, clean, refused_scheme
from generator.load.slips import ODD_SPACES
from generator.model.catalogue import Catalogue
from generator.model.hidden import code_point
from generator.model.portions import Scope
from generator.problems import Problem

_LETTERS = re.compile(r"[^\W\d_]")
_TILDES = re.compile(r"(?<![\\~])~{1,2}(?!~)")
_STARS = re.compile(r"\*\*+")
_DIGIT_BEFORE, _DIGIT_AFTER = re.compile(r"\d\s?\Z"), re.compile(r"\s?\d")
_ODD_SPACE = re.compile(
    rf"^[ \t]*(?:[-*+]|\d{{1,9}}[.)]|#{{1,6}}|>)(?P<after>[{ODD_SPACES}])|^[ \t]*(?P<before>[{ODD_SPACES}])[ {ODD_SPACES}]*(?:[-*+]|\d{{1,9}}[.)]|#{{1,6}}|>)[ ]",
    re.MULTILINE,
)
_MOST_WORDS = 60
_EXPRESSION = re.compile(f"{BOUND}+")
_TARGETS = tuple(f"{scheme}:" for scheme in SCHEMES)

LOOKS_AT = Scope.PORTION


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """All that is left out or reads otherwise, where it stands."""
    for page in (*catalogue.narratives.values(), *catalogue.plain.values()):
        source = masked(page.source)
        pieces = list(pieces_of(source))
        told = [
            *_html(pieces),
            *_targets(pieces),
            *_stars(source, pieces),
            *_tildes(source, pieces),
            *_notes(pieces),
            *_unseen(source, pieces),
            *_odd_spaces(source, pieces),
        ]
        for start, code, words in sorted(told, key=lambda each: each[0])[:MOST_TOLD]:
            shown = {name: _EXPRESSION.sub("{{ … }}", word) for name, word in words.items()}
            yield Problem(code, place_in(page, start), shown)


_Told = tuple[int, str, dict[str, str]]
"""Where, the code of the problem, and its words."""


def _html(pieces: list[Piece]) -> Iterator[_Told]:
    for piece in pieces:
        if piece.what == "html":
            for fault in clean(piece.text).faults:
                words = {"written": fault.name, "tag": fault.tag, "allowed": _allowed(fault)}
                yield piece.start + fault.offset, fault.code, words


def _allowed(fault: Fault) -> str:
    """What may stand in the place of something that may not."""
    names: Iterable[str]
    match fault.code:
        case "attribute-left-out":
            names = sorted(attributes_of(fault.tag))
        case "link-left-out":
            names = _TARGETS
        case _:
            names = sorted(SHOWN)
    return ", ".join(names)


def _targets(pieces: list[Piece]) -> Iterator[_Told]:
    """Pictures, and links that lead where no page may."""
    for piece in pieces:
        if piece.what != "start":
            continue
        if piece.tag == "image":
            yield piece.start, "picture-left-out", {"target": piece.text}
        elif piece.tag == "link" and refused_scheme(piece.text):
            yield piece.start, "link-left-out", {"written": piece.text, "allowed": ", ".join(_TARGETS)}
        elif piece.tag == "pre" and piece.number:
            yield piece.start, "indented-code", {}


def _stars(source: str, pieces: list[Piece]) -> Iterator[_Told]:
    """Stars that mark nothing and are shown, and stars between digits that mark something and are not."""
    code, told = 0, False
    for piece in pieces:
        if piece.tag == "pre":
            code += 1 if piece.what == "start" else -1
        if piece.what == "end" and piece.tag not in INLINE:
            told = False
        if piece.what == "text" and not code and source[piece.start : piece.end] == piece.text:
            escaped = source[piece.start - 1 : piece.start] == "\\"
            if not (told or escaped) and piece.text.startswith("*") and _STARS.match(source, piece.start):
                told = True
                yield piece.start, "stars-shown", {}
        elif piece.what == "start" and piece.tag in ("em", "strong") and source[piece.start] == "*":
            before, inside = (
                _DIGIT_BEFORE.search(source[max(0, piece.start - 2) : piece.start]),
                source[piece.start : piece.end].strip("*"),
            )
            if before and _DIGIT_AFTER.match(inside):
                yield piece.start, "stars-between-digits", {"written": source[piece.start : piece.end]}


def _tildes(source: str, pieces: list[Piece]) -> Iterator[_Told]:
    """A pair of tildes that is shown here, and strikes out what stands between in the preview of some hosts."""
    opened: dict[str, int] = {}
    code = 0
    for piece in pieces:
        if piece.tag == "pre":
            code += 1 if piece.what == "start" else -1
        if piece.what == "end" and piece.tag not in INLINE:
            opened = {}
        if piece.what != "text" or code:
            continue
        for match in _TILDES.finditer(source, piece.start, piece.end):
            if match[0] in opened and not source[match.start() - 1].isspace():
                yield opened.pop(match[0]), "tildes-shown", {}
            elif not source[match.end() : match.end() + 1].isspace():
                opened.setdefault(match[0], match.start())


def _odd_spaces(source: str, pieces: list[Piece]) -> Iterator[_Told]:
    """Lines that would begin an item, a heading or a quotation but for a space that is none."""
    code = [
        (piece.start, piece.end) for piece in pieces if piece.what == "start" and piece.tag in ("pre", "html-block")
    ]
    for match in _ODD_SPACE.finditer(source):
        start = match.start("after") if match["after"] else match.start("before")
        if not any(first <= start < last for first, last in code):
            yield start, "odd-space-in-text", {"character": code_point(source[start])}


def _notes(pieces: list[Piece]) -> Iterator[_Told]:
    """Footnotes that nothing refers to."""
    referred = {piece.text.casefold() for piece in pieces if piece.what == "note"}
    for piece in pieces:
        if piece.what == "start" and piece.tag == "footnote" and piece.text.casefold() not in referred:
            yield piece.start, "footnote-unused", {"name": piece.text}


def _unseen(source: str, pieces: list[Piece]) -> Iterator[_Told]:
    """Words that are part of nothing that is shown: a cell more than the head of its table has, an address that no link uses, a second footnote of one name."""
    seen = [False] * len(source)
    names: set[str] = set()
    again = False
    for piece in pieces:
        if piece.tag == "footnote":
            again = piece.what == "start" and piece.text.casefold() in names
            names.add(piece.text.casefold())
        if not again:
            start, end = _shown_part(piece, source)
            seen[start:end] = [True] * (end - start)
    links = {(piece.text, piece.label) for piece in pieces if piece.what == "start" and piece.tag in ("link", "image")}
    for each in definitions_of(source):
        if (each.text, each.label) in links:
            seen[each.start : each.end] = [True] * (each.end - each.start)
    last = 0
    for match in _LETTERS.finditer(source):
        if not seen[match.start()] and match.start() >= last:
            last = next((at for at in range(match.start(), len(source)) if seen[at] or source[at] == "\n"), len(source))
            start = match.start() - source.endswith("[", 0, match.start())
            yield start, "text-left-out", {"written": source[start:last][:_MOST_WORDS].strip(" |")}


def _shown_part(piece: Piece, source: str) -> tuple[int, int]:
    """What a piece accounts for by itself: words, a link with its address, the sign of a footnote, the line above code."""
    start, end = piece.start, piece.end
    if piece.what == "start" and piece.tag == "footnote":
        end = source.find(":", start) + 1
    elif piece.what == "start" and piece.tag == "pre":
        end = start if piece.number else source.find("\n", start)
    elif piece.what in ("start", "end") and (piece.what == "end" or piece.tag not in ("link", "image")):
        end = start
    return start, max(start, end)
