"""Numbers that Word writes by itself (`STT`, `1.2`, `II`) become text: no reader of Word files renders them in tables, and rows are known by them.

Source of the rules: ECMA-376, part 1, 17.9 (numbering). Levels share their counters among all lists of one definition; a number of a higher
level starts those below anew; a list with a start of its own begins there when it is first met.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.importing.reading.number_signs import repeated_letter, roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DEEPEST = 9
_MOST_STYLES = 20
"""So many styles may stand on one another."""
_ASKED = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class _Level:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    is_legal: bool = False
    never_restarts: bool = False
    style: str = ""


@dataclass
class _Numbering:
    """The lists of a document: levels by definition, and of each list its definition, with the starts that it sets itself."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)


def with_numbers(document: bytes, numbering: bytes, styles: bytes) -> bytes:
    """The text of a document with the numbers of its lists written out. Raises ET.ParseError where a part is no XML."""
    lists = _read_numbering(_tree(numbering))
    by_style = dict(_numbered_styles(_tree(styles), lists)) if styles else {}
    root = _tree(document)
    counters = _Counters(lists)
    is_changed = False
    for paragraph in list(_paragraphs(root)):
        found = _numbered(paragraph, by_style)
        if found is None:
            continue
        number = counters.next(*found)
        if number:
            _write(paragraph, number)
            is_changed = True
    if not is_changed:
        return document
    ET.register_namespace("w", W[1:-1])
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _tree(part: bytes) -> ET.Element:
    # Parts that declare entities or a document type were refused before.
    return ET.fromstring(part)  # noqa: S314


def _paragraphs(element: ET.Element) -> Iterator[ET.Element]:
    """Paragraphs in their order; what stands twice for the sake of old programs is met once."""
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if each.tag == f"{W}p":
            yield each
        waiting += [child for child in reversed(each) if child.tag != _FALLBACK]


def _value(element: ET.Element | None, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{each}" for each in path.split("/"))) if element is not None else None
    return found.get(f"{W}{name}") if found is not None else None


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < _DEEPEST else default


def _read_numbering(root: ET.Element) -> _Numbering:
    made = _Numbering()
    for each in root.iter(f"{W}abstractNum"):
        made.levels[each.get(f"{W}abstractNumId", "")] = dict(map(_level, each.findall(f"{W}lvl")))
    for each in root.findall(f"{W}num"):
        definition = _value(each, "abstractNumId") or ""
        starts = {
            _whole(override.get(f"{W}ilvl"), 0): _whole(start, 1)
            for override in each.findall(f"{W}lvlOverride")
            if (start := _value(override, "startOverride")) is not None
        }
        made.lists[each.get(f"{W}numId", "")] = (definition, starts)
    return made


def _level(each: ET.Element) -> tuple[int, _Level]:
    legal = each.find(f"{W}isLgl")
    return _whole(each.get(f"{W}ilvl"), 0), _Level(
        start=_whole(_value(each, "start"), 1),
        form=_value(each, "numFmt") or "decimal",
        text=_value(each, "lvlText") or "",
        is_legal=legal is not None and legal.get(f"{W}val") not in {"0", "false"},
        never_restarts=_value(each, "lvlRestart") == "0",
        style=_value(each, "pStyle") or "",
    )


def _numbered_styles(root: ET.Element, lists: _Numbering) -> Iterator[tuple[str, tuple[str, int]]]:
    """The styles whose paragraphs are numbered, each with its list and level; a style has what that has on which it stands."""
    styles = {each.get(f"{W}styleId", ""): each for each in root.findall(f"{W}style")}
    for name in styles:
        style, found, steps = name, None, 0
        while style in styles and found is None and steps < _MOST_STYLES:
            found = styles[style].find(f"{W}pPr/{W}numPr")
            style, steps = _value(styles[style], "basedOn") or "", steps + 1
        if found is None:
            continue
        number = _value(found, "numId") or ""
        levels = lists.levels.get(lists.lists.get(number, ("", {}))[0], {})
        own = next((at for at, level in levels.items() if level.style == name), None)
        yield name, (number, own if own is not None else _whole(_value(found, "ilvl"), 0))


def _numbered(paragraph: ET.Element, by_style: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    """The list and level of a paragraph; None where it is in none."""
    own = paragraph.find(f"{W}pPr/{W}numPr")
    style = by_style.get(_value(paragraph, "pPr/pStyle") or "")
    if own is None:
        return style
    number, level = _value(own, "numId"), _value(own, "ilvl")
    return number or (style[0] if style else ""), _whole(level, style[1] if style else 0)


class _Counters:
    """Counts the paragraphs of lists."""

    def __init__(self, lists: _Numbering) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._met: set[tuple[str, int]] = set()

    def next(self, number: str, at: int) -> str:
        """The number of the next paragraph of a list at a level; empty where it has none, as bullets have none."""
        definition, starts = self._lists.lists.get(number, ("", {}))
        levels = self._lists.levels.get(definition, {})
        level = levels.get(at)
        if level is None:
            return ""
        counts = self._counts.setdefault(definition, {})
        if at in starts and (number, at) not in self._met:
            counts[at] = starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        self._met.add((number, at))
        for deeper in [each for each in counts if each > at and not levels[each].never_restarts]:
            del counts[deeper]
        if level.form in {"bullet", "none"}:
            return ""

        def asked(match: re.Match[str]) -> str:
            which = int(match[1]) - 1
            other = levels.get(which, _Level())
            form = "decimal" if level.is_legal and other.form != "decimalZero" else other.form
            return _written(counts.get(which, other.start), form)

        return _ASKED.sub(asked, level.text).strip()


def _written(number: int, form: str) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        return roman(number).upper() if form == "upperRoman" else roman(number)
    if form in {"upperLetter", "lowerLetter"}:
        return repeated_letter(number).upper() if form == "upperLetter" else repeated_letter(number)
    if form == "decimalZero":
        return f"{number:02}"
    return "" if form in {"bullet", "none"} else str(number)


def _write(paragraph: ET.Element, number: str) -> None:
    """Put a number before the text of a paragraph, which is of no list from then on."""
    properties = paragraph.find(f"{W}pPr")
    at = 0
    if properties is not None:
        at = list(paragraph).index(properties) + 1
        for each in properties.findall(f"{W}numPr"):
            properties.remove(each)
    run = ET.Element(f"{W}r")
    text = ET.SubElement(run, f"{W}t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    has_text = any((each.text or "").strip() for each in paragraph.iter(f"{W}t"))
    text.text = f"{number} " if has_text else number
    paragraph.insert(at, run)
