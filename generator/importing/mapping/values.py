"""What a cell says in its unit of measure. A figure is taken as printed; everything that had to be decided is a doubt."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.i18n.formats import is_rate
from generator.importing.document import Cell
from generator.importing.doubts import (
    CROSS,
    DASH,
    FAILED_FORMULA,
    FOOTNOTE,
    MADE_A_DAY,
    NOT_READ,
    ONLY_WORDS,
    PARTS_READ,
    PERCENT_STORED,
    PERCENT_UNKNOWN,
    SPACES_INSIDE,
    UNIT_BESIDE,
    WORDS_BESIDE,
    Doubt,
)
from generator.importing.mapping.placed import NOT_REPORTED, Figure, Reading
from generator.importing.reading.marks import RAISED
from generator.load.rough import rough_prints
from generator.load.stated import read_stated
from generator.model.indicator import Measure, MeasureType
from generator.model.placed import Scalar
from generator.problems import Problem

_NONE = re.compile(r"(?:không (?:có|phát sinh)|chưa phát sinh|không)(?: phát sinh)?[.;]?", re.IGNORECASE)
_NONE_OF_IT = re.compile(r"(?:không có|không phát sinh|chưa phát sinh)\b", re.IGNORECASE)
_DASHES = frozenset("-–—−") | {"--", "...", "…", "/"}
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
_SPACED = re.compile(r"\d[\d.,]*(?: [\d.,]+)+(?: ?%)?")
_FOOTNOTE = re.compile(rf"(?<=[\d%])\s*(?:\[\d{{1,3}}\]|\(\d{{1,2}}\)|\*{{1,3}}|[{RAISED}]{{1,5}})$")
_TIERS = {
    "huyện": "district",
    "cấp huyện": "district",
    "xã": "commune",
    "cấp xã": "commune",
    "tỉnh": "province",
    "cấp tỉnh": "province",
}
_PART = re.compile(
    r"(cấp huyện|cấp xã|cấp tỉnh|huyện|xã|tỉnh):? (\d[\d.]*)|(\d[\d.]*) (cấp huyện|cấp xã|cấp tỉnh|huyện|xã|tỉnh)"
)
_GROUPED_BADLY = re.compile(r"\d{1,3}(?: \d{3})+")


def read_cell(cell: Cell, measure: Measure | None) -> Reading:
    """The figure of a cell. `measure` is None where the form does not say what is counted."""
    text = cell.text
    if cell.failed:
        return Reading(None, False, (Doubt(FAILED_FORMULA, {"printed": text}),))
    if not text and cell.number is None:
        return Reading(NOT_REPORTED)
    if cell.format == "date" and (measure is None or measure.type is not MeasureType.TEXT):
        return Reading(None, False, (Doubt(MADE_A_DAY, {"printed": text}),))
    if measure is None or measure.type is MeasureType.TEXT:
        return _words(text)
    if cell.number is not None and (made := _stored(cell, measure)) is not None:
        return made
    return _read(text, measure)


def _words(text: str) -> Reading:
    if text in _DASHES:
        return Reading({"status": "not-reported", "printed": text}, False, (Doubt(DASH),))
    if _NONE.fullmatch(text):
        return Reading({"status": "none-occurred", "printed": text})
    if text.casefold() == "x":
        return Reading({"status": "not-reported", "printed": text}, False, (Doubt(CROSS),))
    return Reading(text)


def _read(text: str, measure: Measure) -> Reading:
    not_reported: Figure = {"status": "not-reported", "printed": text}
    if text in _DASHES:
        return Reading(not_reported, False, (Doubt(DASH),))
    if _is_read(text, measure):
        return Reading(text)
    if _NONE.fullmatch(text):
        return Reading({"status": "none-occurred", "printed": text})
    if text.casefold() == "x":
        return Reading(not_reported, False, (Doubt(CROSS),))
    attempts = (attempt(text, measure) for attempt in (_without_footnote, _without_spaces, _without_unit, _without_any))
    return next((made for made in attempts if made is not None), None) or _beside_words(text, measure)


def _without_any(text: str, _measure: Measure) -> Reading | None:
    """Words that say that there was none of it, and no number."""
    if not _NONE_OF_IT.match(text) or _NUMBER.search(_without_levels(text)):
        return None
    return Reading({"status": "none-occurred", "printed": text}, False, (Doubt(ONLY_WORDS, {"printed": text}),))


def _is_read(text: str, measure: Measure) -> bool:
    """Whether the file may have a text as it is printed, and it means a number."""
    return not isinstance(read_stated(Scalar.of(text), measure, None), Problem)


def _without_footnote(text: str, measure: Measure) -> Reading | None:
    bare = _FOOTNOTE.sub("", text)
    if bare == text or not _is_read(bare, measure):
        return None
    return Reading({"value": bare, "printed": text}, False, (Doubt(FOOTNOTE, {"printed": text}),))


def _without_spaces(text: str, measure: Measure) -> Reading | None:
    if not _SPACED.fullmatch(text):
        return None
    doubt = (Doubt(SPACES_INSIDE, {"printed": text}),)
    if _GROUPED_BADLY.fullmatch(text):
        # 12 345 is twelve thousand to some and two figures to others; only what is certain is written.
        joined = text.replace(" ", ".")
        return Reading({"value": joined, "printed": text}, False, doubt) if _is_read(joined, measure) else None
    joined = re.sub(r"(?<=[\d.,]) (?=[\d.,])", "", text)
    if not any(each in joined for each in ".,") or not _is_read(joined, measure):
        return None
    return Reading({"value": joined, "printed": text}, False, doubt)


def _without_unit(text: str, measure: Measure) -> Reading | None:
    """A number with its unit of measure in words: “12 văn bản”, “05 TTHC”."""
    match = re.fullmatch(r"(?P<number>\d[\d.,]*\d|\d)\s*(?P<unit>%|[^\W\d_][^\d(),;:]*)", text)
    if match is None or not _is_read(match["number"], measure):
        return None
    if measure.type is MeasureType.COUNT and match["unit"].strip() == "%":
        return Reading(None, False, (Doubt(NOT_READ, {"printed": text, "measure": measure.names.in_language("vi")}),))
    is_known = match["unit"].strip().casefold() == measure.names.in_language("vi").casefold()
    doubt = Doubt(UNIT_BESIDE if is_known else WORDS_BESIDE, {"printed": text})
    return Reading({"value": match["number"], "printed": text}, False, (doubt,))


def _without_levels(text: str) -> str:
    """A text without numbers that are no figures: “mức độ 3”."""
    return re.sub(r"(?:mức độ|mức|cấp|quý|năm|tháng|số)\s*\d[\d/.]*", "", text, flags=re.IGNORECASE)


def _beside_words(text: str, measure: Measure) -> Reading:
    """A number among words: the first one, where it is the only one or the others are its parts."""
    rest = _without_levels(text)
    numbers = _NUMBER.findall(rest)
    value = _first_number(rest, numbers, measure)
    is_clear = len(numbers) == 1 or rest.startswith(numbers[0] if numbers else " ")
    if not value or not is_clear or any(each.is_first for each in rough_prints(text)):
        return Reading({"status": "not-reported", "printed": text}, False, (Doubt(ONLY_WORDS, {"printed": text}),))
    doubts = (Doubt(WORDS_BESIDE, {"printed": text}),)
    parts = _parts(text.partition("(")[2])
    if parts and rest.startswith(numbers[0]) and _sum_of(parts) == _whole(numbers[0]):
        figure: Figure = {"value": value, "printed": text, "parts": {"tier": parts}}
        return Reading(figure, False, (*doubts, Doubt(PARTS_READ)))
    return Reading({"value": value, "printed": text}, False, doubts)


def _first_number(rest: str, numbers: list[str], measure: Measure) -> str:
    """The first number of a text with its sign of percent; empty where it is none of the unit of measure."""
    if not numbers:
        return ""
    behind = rest[rest.index(numbers[0]) + len(numbers[0]) :].lstrip()
    value = f"{numbers[0]}%" if behind.startswith("%") else numbers[0]
    is_other = value.endswith("%") and measure.type is MeasureType.COUNT
    return "" if is_other or not _is_read(value, measure) else value


def _parts(text: str) -> dict[str, object]:
    """The shares by tier that a cell prints beside its number."""
    found: dict[str, object] = {}
    for match in _PART.finditer(text.casefold()):
        tier, number = (match[1], match[2]) if match[1] else (match[4], match[3])
        found.setdefault(_TIERS[tier], number)
    return found if len(found) > 1 else {}


def with_parts_of(reading: Reading, remark: str) -> Reading:
    """A figure with the shares that a remark beside it prints, where they add up to it."""
    parts = _parts(remark)
    if not parts or not isinstance(reading.figure, str) or _sum_of(parts) != _whole(reading.figure):
        return reading
    return Reading({"value": reading.figure, "parts": {"tier": parts}}, False, (*reading.doubts, Doubt(PARTS_READ)))


def _whole(number: str) -> int | None:
    digits = number.replace(".", "")
    return int(digits) if digits.isdigit() else None


def _sum_of(parts: dict[str, object]) -> int | None:
    numbers = [_whole(str(each)) for each in parts.values()]
    return None if None in numbers else sum(each for each in numbers if each is not None)


def _stored(cell: Cell, measure: Measure) -> Reading | None:
    """What a spreadsheet keeps as a number; None where its text is to be read instead."""
    number = cell.number
    if number is None:
        return None
    shown = printed_number(number)
    in_percent = f"{printed_number((number * 100).normalize())}%"
    said = {"stored": shown, "printed": in_percent}
    if measure.type is MeasureType.YES_NO:
        return None
    if is_rate(measure) and "%" in cell.format:
        return Reading(in_percent, True, (Doubt(PERCENT_STORED, said),))
    if is_rate(measure) and 0 < number <= 1:
        return Reading(None, False, (Doubt(PERCENT_UNKNOWN, said),))
    if not _is_read(shown, measure):
        return Reading(None, False, (Doubt(NOT_READ, {"printed": shown, "measure": measure.names.in_language("vi")}),))
    return Reading(shown)


def printed_number(number: Decimal) -> str:
    """A number as Vietnamese print has it: points between thousands from ten thousand on are left out, a comma before decimals."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")
