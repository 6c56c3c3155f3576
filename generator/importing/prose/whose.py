"""Whose report a document is and of which period, as its head says, and how sure that is. A guess is never more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.importing.document import Block, Paragraph
from generator.importing.recognising.labels import words_of
from generator.model.period import Period
from generator.model.unit import Unit

_FIRST = 30
"""The head of a report is in so many blocks from its beginning."""
_FEW_ROWS = 4
"""A table of the head, which only lays out who writes and where, has few rows."""
_SHORT = 250
_TITLE_LINES = 4
_MOST_EVIDENCE = 120
_STRONG, _FAIR, _WEAK = 3, 2, 1
_BODY = re.compile(r"\s*(?:ủy ban|uỷ ban|ubnd|hội đồng|sở |bộ |phòng |ban )", re.IGNORECASE)
_ADDRESSED = re.compile(r"\s*(?:kính gửi|nơi nhận|thực hiện|căn cứ)\b", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(r"\s*(?P<place>[^,]{2,40}),\s*ngày\b", re.IGNORECASE)
_ENDS_TITLE = re.compile(r"\s*(?:kính gửi|thực hiện|căn cứ|phần (?:thứ|i)\b|[IVX]{1,4}\s*[.\-–)])", re.IGNORECASE)
_PLANS = re.compile(r"phương hướng|nhiệm vụ (?:trọng tâm|năm|quý|6|06|9|09)|và kế hoạch|xây dựng", re.IGNORECASE)
_QUARTER = re.compile(r"quý\s+(iv|iii|ii|i|[1-4])\b", re.IGNORECASE)
_SPAN = re.compile(r"(?:giai )?đoạn\s+((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)", re.IGNORECASE)
_MONTHS = re.compile(r"\b(?:0?(?P<number>6|9)|(?P<word>sáu|chín))\s+tháng(?P<last>\s+cuối)?", re.IGNORECASE)
_MONTH = re.compile(r"\btháng\s+(\d{1,2})\s*(?:/|năm\s+)\s*((?:19|20)\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm\s+|/)((?:19|20)\d\d)", re.IGNORECASE)
_YEAR_IN_WORDS = re.compile(r"năm\s+((?:19|20)\d\d)", re.IGNORECASE)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


_Names = list[tuple[tuple[str, ...], tuple[str, ...], str]]
"""The whole name of a unit and that without the word for its kind, as words, with its id."""


@dataclass(frozen=True)
class Found:
    """What a head says: an id or a period, whether that is beyond doubt, the words that say so, and what else it may be."""

    value: str
    sure: bool
    evidence: str
    others: tuple[str, ...] = ()


def find_period(blocks: Sequence[Block]) -> Found | None:
    """The period of a document: that of its title, else one that its first lines name."""
    lines = list(_lines(blocks))
    title = _title(lines)
    day = next((found[1] for line in lines if _PLACE_AND_DAY.match(line) and (found := _YEAR.search(line))), "")
    if title and (made := _period_in(title, day)) is not None:
        return made
    for line in lines:
        if len(line) <= _SHORT and not _PLACE_AND_DAY.match(line) and (made := _period_in(line, day)) is not None:
            return Found(made.value, False, made.evidence, made.others)
    return None


def find_unit(blocks: Sequence[Block], units: Mapping[str, Unit], period: Period | None) -> Found | None:
    """The unit that a document is of: the authority at its head, the name in its title, the place before its day."""
    lines = list(_lines(blocks))
    title = _title(lines)
    known = {each.id: each for each in units.values() if period is None or was_there(each, period)}
    names = _names(known)
    scores: dict[str, int] = {}
    evidence: dict[str, tuple[int, str]] = {}
    for line in ([title] if title else []) + [each for each in lines if each not in title]:
        for unit, worth in _named_in(line, names, is_title=line == title):
            scores[unit] = scores.get(unit, 0) + worth
            evidence[unit] = max(evidence.get(unit, (0, "")), (worth, line), key=lambda each: each[0])
    # The authority above stands at the head as well; what it is above of is meant.
    above = {each for unit in scores for each in _above(known[unit], known)}
    ranked = sorted((each for each in scores if each not in above), key=lambda each: (-scores[each], each))
    if not ranked:
        return _most_named(blocks, names)
    best, others = ranked[0], tuple(ranked[1:])
    is_clear = not others or scores[best] >= 2 * scores[others[0]]
    sure = is_clear and scores[best] >= _STRONG
    return Found(best, sure, evidence[best][1][:_MOST_EVIDENCE], others)


def _most_named(blocks: Sequence[Block], names: _Names) -> Found | None:
    """The unit that the text names most often, which may be another's."""
    told = [f" {' '.join(words_of(each.text))} " for each in blocks if isinstance(each, Paragraph)]
    counted = {unit: sum(text.count(f" {' '.join(whole)} ") for text in told) for whole, _, unit in names if whole}
    ranked = sorted((each for each in counted if counted[each]), key=lambda each: (-counted[each], each))
    if not ranked:
        return None
    return Found(ranked[0], False, "", tuple(ranked[1:4]))


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines of a head, those of tables that only lay it out among them."""
    for block in blocks[:_FIRST]:
        if isinstance(block, Paragraph):
            yield block.text.strip("* ")
        elif len(block.rows) <= _FEW_ROWS:
            yield from (cell.text for row in block.rows for cell in row if cell.text)


def _title(lines: Sequence[str]) -> str:
    """The title: what stands below “BÁO CÁO”."""
    for number, line in enumerate(lines):
        if line.upper() == "BÁO CÁO" or (line.upper().startswith("BÁO CÁO ") and line.isupper()):
            told = [] if line.upper() == "BÁO CÁO" else [line]
            for below in lines[number + 1 : number + 1 + _TITLE_LINES]:
                if _ENDS_TITLE.match(below) or len(below) > _SHORT:
                    break
                told.append(below)
            return " ".join(told)
    return ""


def _period_in(text: str, year_of_day: str) -> Found | None:
    """The period that a title names first; what it plans for is another one."""
    looked_back = _PLANS.split(text, maxsplit=1)[0]
    years = _YEAR.findall(looked_back) or _YEAR.findall(text)
    made: list[tuple[int, str]] = []
    year, sure = (years[0], True) if years else (year_of_day, False)
    if match := _SPAN.search(looked_back):
        made.append((match.start(), f"{match[1]}-{match[2]}"))
        sure = True
    if match := _MONTH.search(looked_back):
        made.append((match.start(), f"{match[2]}-{int(match[1]):02}"))
    if year and (match := _QUARTER.search(looked_back)):
        made.append((match.start(), f"{year}-Q{_ROMAN.get(match[1].casefold(), match[1])}"))
    if year and (match := _MONTHS.search(looked_back)):
        is_six = match["number"] == "6" or (match["word"] or "").casefold() == "sáu"
        made.append((match.start(), f"{year}-{('H2' if match['last'] else 'H1') if is_six else '9M'}"))
    if not made and (match := _YEAR_IN_WORDS.search(looked_back)):
        made.append((match.start(), match[1]))
    valid = [value for _, value in sorted(made) if _is_period(value)]
    if not valid:
        return None
    others = tuple(dict.fromkeys(valid[1:]))
    # A report of the last quarter is often that of the year as well.
    is_of_year = valid[0].endswith("Q4") and re.search(r"\bvà\s+(?:cả\s+)?năm\b", looked_back, re.IGNORECASE)
    others += (year,) if is_of_year else ()
    return Found(valid[0], sure and not others, text[:_MOST_EVIDENCE], others)


def _is_period(written: str) -> bool:
    try:
        Period.parse(written)
    except ValueError:
        return False
    return True


def was_there(unit: Unit, period: Period) -> bool:
    """Whether a unit was there in some part of a period."""
    begun = unit.valid_from is None or unit.valid_from.first_day <= period.end
    return begun and (unit.valid_to is None or unit.valid_to.last_day >= period.start)


def _names(units: Mapping[str, Unit]) -> _Names:
    made: _Names = []
    for unit in units.values():
        whole = words_of(re.split(r"[,(]", unit.names.root["vi"])[0])
        kinds = (
            2
            if whole[:2] in {words_of("thành phố"), words_of("thị xã"), words_of("thị trấn"), words_of("đặc khu")}
            else 1
        )
        made.append((whole, whole[kinds:], unit.id))
    return made


def _named_in(line: str, names: _Names, *, is_title: bool) -> Iterator[tuple[str, int]]:
    """The units that a line of the head names, with what that says of them."""
    if match := _PLACE_AND_DAY.match(line):
        place = words_of(match["place"])
        yield from ((unit, _FAIR) for _, bare, unit in names if bare and place == bare)
        return
    words = words_of(line)
    found = [(at, whole, unit) for whole, _, unit in names if (at := _place_in(words, whole)) >= 0]
    for at, whole, unit in found:
        if any(len(other) > len(whole) and _place_in(other, whole) >= 0 for _, other, _ in found):
            continue
        if is_title or (len(line) <= _SHORT and _BODY.match(line)):
            yield unit, _STRONG
        elif at and words[at - 1] == "ubnd" and "báo" in line.casefold():
            # “Ủy ban nhân dân huyện … báo cáo” in the first sentence.
            yield unit, _FAIR
        elif len(line) <= _SHORT and not _ADDRESSED.match(line):
            yield unit, _WEAK


def _place_in(words: Sequence[str], name: Sequence[str]) -> int:
    """Where a name stands in a text; -1 where it does not."""
    size = len(name)
    return next((at for at in range(len(words) - size + 1) if size and tuple(words[at : at + size]) == tuple(name)), -1)


def _above(unit: Unit, units: Mapping[str, Unit]) -> Iterator[str]:
    seen = {unit.id}
    parent = unit.parent
    while parent is not None and parent in units and parent not in seen:
        seen.add(parent)
        yield parent
        parent = units[parent].parent
