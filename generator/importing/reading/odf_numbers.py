"""Numbers that LibreOffice writes by itself (`STT`, `1.2`, `II`): an OpenDocument text holds its lists, and not what they count.

Source of the rules: OpenDocument 1.3, part 3, 5.3 (lists), 16.30 (styles of lists) and 19.880 (what continues a list). An item that only holds deeper
lists counts once they do, as LibreOffice has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.importing.reading.number_signs import letters, repeated_letter, roman

_STYLES = {"text:list-style", "text:outline-style"}
_LEVELS = {
    "text:list-level-style-number",
    "text:list-level-style-bullet",
    "text:list-level-style-image",
    "text:outline-level-style",
}
TAGS = frozenset({*_STYLES, *_LEVELS, "text:list", "text:list-item", "text:list-header"})
"""What says something of lists."""
_PLACE = re.compile(r"%(\d{1,2})%")
_SIGNS: dict[str, Callable[[int], str]] = {
    "I": lambda number: roman(number).upper(),
    "i": roman,
    "A": lambda number: letters(number).upper(),
    "a": letters,
}
_SYNCHRONOUS: dict[str, Callable[[int], str]] = {
    "A": lambda number: repeated_letter(number).upper(),
    "a": repeated_letter,
}
_YES = "true"
_LONGEST = 4
"""Digits of a number that a file may ask for: a level or a start of a thousand millions would cost as much."""
_Counts = dict[int, int]


@dataclass(frozen=True)
class _Level:
    """How one level of a list is numbered. Nothing is written where `form` is empty: bullets, and headings without numbers."""

    form: str = ""
    is_synchronous: bool = False
    start: int = 1
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    """How many levels are written, this one included."""
    pattern: str = ""
    """How LibreOffice says the same since 7.0, more exactly: `%1%.%2%`."""

    def signs(self, number: int) -> str:
        if not self.form:
            return ""
        if self.is_synchronous and self.form in _SYNCHRONOUS:
            return _SYNCHRONOUS[self.form](number)
        return _SIGNS.get(self.form, str)(number)


@dataclass
class _OpenList:
    style: str
    counts: _Counts
    is_waiting: bool = False
    """Whether the item has shown no paragraph yet: its first one bears the number."""
    start: int | None = None
    own_style: str = ""


@dataclass
class ListNumbers:
    """Counts the paragraphs of lists and the headings of a text while it is read, tag by tag."""

    _styles: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _outline: dict[int, _Level] = field(default_factory=dict)
    _told: dict[int, _Level] = field(default_factory=dict)
    _open: list[_OpenList] = field(default_factory=list)
    _by_id: dict[str, _Counts] = field(default_factory=dict)
    _by_style: dict[str, _Counts] = field(default_factory=dict)
    _headings: _Counts = field(default_factory=dict)

    def begin(self, tag: str, told: dict[str, str]) -> None:
        """Take the beginning of a tag of `TAGS`."""
        if tag in _STYLES:
            self._told = self._outline if tag == "text:outline-style" else {}
            self._styles[told.get("style:name", "")] = self._told
        elif tag in _LEVELS:
            self._told[_whole(told.get("text:level"), 1)] = _level(tag, told)
        elif tag == "text:list":
            self._begin_list(told)
        elif self._open:
            item = self._open[-1]
            item.is_waiting = tag == "text:list-item"
            item.start = _whole(told["text:start-value"], 1) if "text:start-value" in told else None
            item.own_style = told.get("text:style-override", "")

    def end(self, tag: str) -> None:
        """Take the end of a tag of `TAGS`."""
        if tag == "text:list" and self._open:
            self._open.pop()

    def number(self, tag: str, told: dict[str, str]) -> str:
        """The number before a paragraph or heading that begins; empty where it has none."""
        if self._open:
            item = self._open[-1]
            if not item.is_waiting:
                return ""
            item.is_waiting = False
            levels = self._styles.get(item.own_style or item.style, {})
            return _counted(item.counts, levels, len(self._open), item.start)
        if tag != "text:h" or told.get("text:is-list-header") == _YES:
            return ""
        start = _whole(told.get("text:start-value"), 1) if told.get("text:restart-numbering") == _YES else None
        return _counted(self._headings, self._outline, _whole(told.get("text:outline-level"), 1), start)

    def _begin_list(self, told: dict[str, str]) -> None:
        style = told.get("text:style-name", "")
        if self._open:
            outer = self._open[-1]
            self._open.append(_OpenList(style or outer.own_style or outer.style, outer.counts))
            return
        continued = self._by_id.get(told.get("text:continue-list", ""))
        if continued is None and told.get("text:continue-numbering") == _YES:
            continued = self._by_style.get(style)
        counts: _Counts = {} if continued is None else continued
        self._by_style[style] = counts
        if name := told.get("xml:id"):
            self._by_id[name] = counts
        self._open.append(_OpenList(style, counts))


def _counted(counts: _Counts, levels: dict[int, _Level], at: int, start: int | None) -> str:
    """Count one more at a level, and write it."""
    for higher in range(1, at):
        counts.setdefault(higher, levels.get(higher, _Level()).start)
    level = levels.get(at, _Level())
    counts[at] = start if start is not None else counts[at] + 1 if at in counts else level.start
    for deeper in [each for each in counts if each > at]:
        del counts[deeper]
    if not level.form:
        return ""

    def written(which: int) -> str:
        return levels.get(which, _Level()).signs(counts.get(which, 1))

    if level.pattern:
        return _PLACE.sub(lambda match: written(int(match[1])), level.pattern).strip()
    parts = [written(which) for which in range(max(1, at - level.shown + 1), at + 1)]
    return f"{level.prefix}{'.'.join(filter(None, parts))}{level.suffix}".strip()


def _level(tag: str, told: dict[str, str]) -> _Level:
    if tag.endswith(("-bullet", "-image")):
        return _Level()
    return _Level(
        form=told.get("style:num-format", ""),
        is_synchronous=told.get("style:num-letter-sync") == _YES,
        start=_whole(told.get("text:start-value"), 1),
        prefix=told.get("style:num-prefix", ""),
        suffix=told.get("style:num-suffix", ""),
        shown=_whole(told.get("text:display-levels"), 1),
        pattern=told.get("loext:num-list-format", ""),
    )


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= _LONGEST else default
