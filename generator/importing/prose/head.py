"""What a report says of itself at its head: its title, its number and the day it was signed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importing.document import Block, Paragraph
from generator.importing.prose.citations import read_day

_NUMBER = re.compile(r"số\s*:?\s*(\d{1,5}/BC-[A-ZĐ&\-]+)", re.IGNORECASE)
_DAY = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"ngày[\s.…]*tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_FIRST = 25
"""The head of a report is in so many paragraphs from its beginning."""
_WITH_REPORT = re.compile(
    r"kèm theo\s+báo cáo\s+số\s*:?\s*(\d{1,5}/BC-[A-ZĐ&\-]+)\s+ngày\s+(\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|\d{1,2}/\d{1,2}/\d{4})",
    re.IGNORECASE,
)
_LONGEST_TITLE = 400


def title_of(blocks: Sequence[Block]) -> str:
    """The title: what stands below “BÁO CÁO”, in the letters of a sentence."""
    texts = [each.text for each in blocks[:_FIRST] if isinstance(each, Paragraph)]
    for number, text in enumerate(texts[:-1]):
        words = text.strip("* ")
        if words.upper().startswith("BÁO CÁO") and len(words) < len("BÁO CÁO TỔNG KẾT CÔNG TÁC"):
            below = texts[number + 1].strip("* ")
            title = (
                f"Báo cáo {_in_sentence(below)}" if not below.casefold().startswith("báo cáo") else _in_sentence(below)
            )
            return title[:_LONGEST_TITLE]
    return ""


def _in_sentence(title: str) -> str:
    """A title that shouts in small letters; short names in capitals stay as they are where the rest is small."""
    if title.upper() != title:
        return title
    small = title.lower()
    for word in ("cchc", "tthc", "ubnd", "hđnd"):
        small = re.sub(rf"\b{word}\b", word.upper(), small)
    small = re.sub(r"\bquý (i{1,3}|iv)\b", lambda found: f"quý {found[1].upper()}", small)
    return small[:1].upper() + small[1:]


def number_and_day(blocks: Sequence[Block]) -> tuple[str, str]:
    """The number of a report and its day, or the month where no day is printed; empty where they are not printed."""
    paragraphs = [each.text for each in blocks if isinstance(each, Paragraph)]
    for text in paragraphs:
        if match := _WITH_REPORT.search(text):
            return match[1], read_day(match[2])[0]
    number = next((found[1] for text in paragraphs[:_FIRST] if (found := _NUMBER.search(text))), "")
    for text in paragraphs[:_FIRST]:
        if len(text) < 80 and (match := _DAY.search(text)):  # noqa: PLR2004 - a line of place and day is short
            return number, f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
        if len(text) < 80 and (match := _MONTH.search(text)):  # noqa: PLR2004 - likewise
            return number, f"{match[2]}-{int(match[1]):02}"
    return number, ""
