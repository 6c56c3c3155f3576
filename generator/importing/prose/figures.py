"""The figures that the prose states, with section, qualifier and the indicator that each may be. Nobody but a person says which it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.importing.document import Spot
from generator.importing.prose.sections import Said
from generator.importing.recognising.labels import words_of
from generator.load.rough import rough_prints

_NUMBER = re.compile(r"(?<![\w/.,\-])\d[\d.,]*\d%?|(?<![\w/.,\-])\d%?")
_NO_FIGURE = re.compile(
    r"(?:ngày|tháng|năm|số|quý|điều|khoản|mức độ|mục|thứ|lần thứ|khóa|nghị định|giai đoạn)[\s.:]*(?:số\s*:?\s*)?$|\d\s*[-–]\s*$",
    re.IGNORECASE,
)
_NO_FIGURE_BEHIND = re.compile(r"\s*(?:/|tháng\b|[-–]\s*\d|:2\d{3})", re.IGNORECASE)
_BEFORE, _BEHIND = 90, 45
_ENOUGH = 0.7
_SHOWN = 160


@dataclass(frozen=True)
class StatedFigure:
    """A number of the prose: as printed, how it is rough, its sentence, and the id of the indicator that it may be (empty where none is like it)."""

    section: str
    printed: str
    qualifier: str
    sentence: str
    indicator: str
    spot: Spot


def figures_in(said: Iterable[Said], names: Mapping[str, tuple[str, bool]]) -> Iterator[StatedFigure]:
    """The numbers of the prose that count something. `names` are those of indicators, by id, each with whether it is a rate."""
    rates = {name: frozenset(words_of(text)) for name, (text, is_rate) in names.items() if is_rate}
    counts = {name: frozenset(words_of(text)) for name, (text, is_rate) in names.items() if not is_rate}
    for each in said:
        if not each.section or each.is_title:
            continue
        rough = {found.low: found.qualifier.value for found in rough_prints(each.text)}
        for match in _NUMBER.finditer(each.text):
            before, behind = each.text[: match.start()], each.text[match.end() :]
            if _NO_FIGURE.search(before) or _NO_FIGURE_BEHIND.match(behind):
                continue
            printed = match[0].rstrip(".,")
            near = f"{re.split(r'[;.:] ', before[-_BEFORE:])[-1]} {re.split(r'[;,.(]', behind[:_BEHIND])[0]}"
            sentence = f"{before[-_BEFORE:]}{match[0]}{behind[:_BEHIND]}".strip()[:_SHOWN]
            yield StatedFigure(
                each.section,
                printed,
                rough.get(printed.rstrip("%"), ""),
                sentence,
                _likeliest(near, rates if printed.endswith("%") else counts),
                each.spot,
            )


def _likeliest(near: str, known: Mapping[str, frozenset[str]]) -> str:
    """The indicator most of whose name stands near a number; none where two are as likely."""
    words = set(words_of(near))
    scored = sorted(
        ((len(name & words) / len(name), len(name), each) for each, name in known.items() if name), reverse=True
    )
    if not scored or scored[0][0] < _ENOUGH:
        return ""
    if len(scored) > 1 and scored[0][:2] == scored[1][:2]:
        return ""
    return scored[0][2]
