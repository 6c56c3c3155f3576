"""The figures that the prose states, with section, qualifier and the indicator that each may be. Nobody but a person says which it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.importing.document import Spot
from generator.importing.prose.sections import Said
from generator.importing.recognising.labels import words_of
from generator.load.rough import rough_prints

_NUMBER = re.compile(
    r"(?<![\w/.,\-:\[])(?P<part>\d{1,4})/(?P<whole>\d{1,4})(?![\w/,.]\d|[\w/])"
    r"|(?<=[(\s])[-−](?=\d[\d.,]*\s?%)\d[\d.,]*\s?%"
    r"|(?<![\w/.,\-:\[])\d[\d.,]*\d(?:\s?%)?|(?<![\w/.,\-:\[])\d(?:\s?%)?"
)
_DAY_BEFORE = re.compile(r"(?:ngày|từ|(?<!có )(?:đến|tới)|trước|sau|hết|số)[\s:]*$", re.IGNORECASE)
_LEVELS = re.compile(r"mức độ \d\s*(?:,|và)\s*$", re.IGNORECASE)
"""Before the second of several levels: “mức độ 3 và 4”; a longer number behind it counts something."""
_NO_FIGURE = re.compile(
    r"(?:ngày|tháng|năm|phụ lục|biểu|mẫu|bảng|công văn|văn bản số|quyết định số|kế hoạch số|quý|điều|khoản|mức độ|ISO|TCVN|mục|thứ|lần thứ|khóa|nghị định|giai đoạn)[\s.:]*(?:số\s*:?\s*)?$|\d\s*[-–]\s*$",
    re.IGNORECASE,
)
_NO_FIGURE_BEHIND = re.compile(r"\s*(?:[a-z]?/|tháng\b|[-–]\s*\d|[-–][A-ZĐ]|:2\d{3})", re.IGNORECASE)
_SCALE = re.compile(r"\s(nghìn|ngàn|triệu|tỷ|tỉ)\b", re.IGNORECASE)
_BEFORE, _BEHIND = 90, 45
_NEAR = 4
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


@dataclass(frozen=True)
class Called:
    """What an indicator is called, what it is counted in, and whether it is a rate."""

    name: str
    measure: str = ""
    is_rate: bool = False


def figures_in(said: Iterable[Said], names: Mapping[str, Called]) -> Iterator[StatedFigure]:
    """The numbers of the prose that count something. `names` are what indicators are called, by id."""
    rates = {name: frozenset(words_of(each.name)) for name, each in names.items() if each.is_rate}
    counts = {name: frozenset(words_of(each.name)) for name, each in names.items() if not each.is_rate}
    measures = {name: words_of(each.measure) for name, each in names.items()}
    paragraphs = list(said)
    # A text without numbered sections is all of one.
    has_sections = any(each.section for each in paragraphs)
    for each in paragraphs:
        if (has_sections and not each.section) or each.is_title:
            continue
        rough = {found.low: found.qualifier.value for found in rough_prints(each.text)}
        for match in _NUMBER.finditer(each.text):
            before, behind = each.text[: match.start()], each.text[match.end() :]
            if _counts_nothing(match, before, behind):
                continue
            printed = match[0].rstrip(".,").replace(" ", "")
            is_rate = printed.endswith("%")
            scale = _SCALE.match(behind)
            counted = words_of(behind[:_BEHIND])[:_NEAR]
            likely = (
                rates
                if is_rate
                else {name: words for name, words in counts.items() if _counts(counted, measures[name])}
            )
            near = f"{re.split(r'[;.:] ', before[-_BEFORE:])[-1]} {re.split(r'[;,.(]', behind[:_BEHIND])[0]}"
            sentence = f"{before[-_BEFORE:]}{match[0]}{behind[:_BEHIND]}".strip()[:_SHOWN]
            yield StatedFigure(
                each.section,
                f"{printed} {scale[1]}" if scale else printed,
                rough.get(printed.rstrip("%"), ""),
                sentence,
                _likeliest(near, likely),
                each.spot,
            )


def _counts_nothing(match: re.Match[str], before: str, behind: str) -> bool:
    """Whether a number is none of a figure: of a day, a document, a section, a level."""
    if _NO_FIGURE.search(before) or _NO_FIGURE_BEHIND.match(behind):
        return True
    if match["part"]:
        return int(match["part"]) > int(match["whole"]) or _DAY_BEFORE.search(before) is not None
    return len(match[0]) == 1 and _LEVELS.search(before) is not None


def _counts(behind: tuple[str, ...], measure: tuple[str, ...]) -> bool:
    """Whether the words behind a number begin with what an indicator is counted in; so they do where nothing is behind."""
    return not behind or not measure or behind[: len(measure)] == measure


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
