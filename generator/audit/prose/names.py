"""Numbers that are no figures: they name a day, a year, a period, a document, a level, a table, an article.

Patterns for Vietnamese and English together: our Vietnamese prose holds English names and the other way round. A number that
is part of a word or of the number of a document (`61/2018/NĐ-CP`, `18-NQ/TW`, `Covid-19`, `4B`, `11th`) is a name by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def _either(words: str) -> str:
    """Alternatives for a pattern in which spaces do not count."""
    return words.replace(" ", r"\s+")


_LETTERS = r"[a-z]?(?:\.\d+)*(?![\w]|,\d)"
_N = rf"\d+{_LETTERS}"
_AND = r"(?:\s*(?:,|/|-|–|\bvà\b|\bhoặc\b|\bđến\b|\band\b|\bor\b|\bto\b)\s*)"
_ROMAN = r"[ivxlc]+"

_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY_MONTH = rf"\d{{1,2}}(?:\s*[/-]\s*\d{{1,2}}(?:\s*[/-]\s*{_YEAR})?)?"

_DOCUMENTS = _either(
    "văn bản|quyết định|nghị định|nghị quyết|thông tư|chỉ thị|thông báo|kế hoạch|báo cáo|công văn|công điện|tờ trình|hướng dẫn|"
    "kết luận|chương trình|đề án|dự án|quy định|quy chế|luật|pháp lệnh|biên bản|giấy mời"
)
"""What has a number after the word `số`."""
_CALLED = _either(
    "quyết định|nghị định|nghị quyết|thông tư|chỉ thị|đề án|luật|pháp lệnh|"
    "decisions?|decrees?|resolutions?|circulars?|directives?|schemes?|ordinances?|project"
)
"""What is called by its bare number: `Đề án 06`."""
_NUMBERED = _either(
    # Not cấp, mức, loại and điểm: they are issued, amount, rejected and score as well.
    "mức độ|cấp độ|phụ lục|biểu mẫu|biểu|bảng|mẫu|hình|mục|tiểu mục|điều|khoản|chương|phần|trang|dòng|cột|ô|chú thích|"
    "quý|tháng|tuần|đợt|kỳ|khóa|khoá|nhiệm kỳ|lần thứ|lần|thứ|giai đoạn|bước|vòng|hạng|nhóm|bậc|ngạch|phiên bản|thế hệ|công nghiệp|"
    "quận|phường|tổ|khu phố|ấp|thôn|đội|khu vực|"
    "levels?|grades?|appendix|appendices|annex(?:es)?|tables?|form|figure|sections?|item|articles?|clauses?|chapters?|parts?|pages?|"
    "rows?|columns?|footnotes?|quarters?|month|week|term|phases?|stages?|round|steps?|class|group|category|versions?|"
    "districts?|wards?|zones?|no\\.|nos\\."
)
_STANDARDS = r"(?:tcvn|iso|iec|qcvn)(?:[ /-]*(?:tcvn|iso|iec|qcvn))*"

_NAMES = re.compile(
    rf"""
    # Days and times
    \b(?:ngày|hôm|sáng|chiều|tối)\s+{_DAY_MONTH}(?:{_AND}(?:ngày\s+)?{_DAY_MONTH}(?![.,]?\d|\s*%))*
        (?:\s+(?:tháng\s+\d{{1,2}}(?:\s+năm\s+\d{{4}})?|năm\s+\d{{4}}))?
    | \b\d{{1,2}}/\d{{1,2}}/{_YEAR}\b
    | \b{_YEAR}-\d\d(?:-\d\d)?\b
    | \b(?:tháng\s+)?\d{{1,2}}/{_YEAR}\b
    | \b(?:đến|tới|từ|trước|sau|by|until|to|from)\s+(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\b(?![/.,]?\d)
    | \b\d{{1,2}}(?:st|nd|rd|th)?(?:(?:{_AND}|\s+)\d{{1,2}}(?:st|nd|rd|th)?){{0,9}}\s+(?:of\s+)?{_MONTHS}(?:,?\s+\d{{4}})?
    | \b{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*%)(?:,?\s+{_YEAR}\b)?
    | \b\d{{1,2}}(?:[:h]\d\d|h)\b
    # Years and terms; a number of four digits that is not grouped is a year
    | \b(?:năm|niên\s+độ|years?)\s+\d{{4}}\b
    | (?<![\w.,/]){_YEAR}(?:\s*[-–/]\s*(?:{_YEAR}|\d\d))?(?![\w%]|[.,]\d|\s*%)
    # Parts of a year
    | \b(?:3|03|6|06|9|09|12)[ \t\n]+(?:tháng|months?)\b
    # Documents
    | (?<!\w)(?:hội\s+nghị|nghị\s+quyết|plenum|resolution)(?:\s+(?:lần|thứ|trung\s+ương|central))+\s+{_N}
    | {_STANDARDS}[\s-]*\d+(?:\s*[:-]\s*\d{{4}})?
    | (?<!\w)covid[\s-]*19\b
    """,
    re.VERBOSE,
)
"""To be looked for in lower case: patterns that ignore case take five times as long."""
_SERIES = re.compile(
    rf"(?<!\w)(?:(?:{_DOCUMENTS})(?:\s+[^\W\d]+){{0,4}}?\s+số|{_CALLED}|(?:{_NUMBERED})(?:\s+số)?)"
    rf"\s+(?:{_ROMAN}\.)*(?P<first>\d{{1,9}}){_LETTERS}(?!\s*%)"
)
"""The name of something that is counted, and its number."""
_NEXT = re.compile(rf"{_AND}(?P<again>(?:{_NUMBERED})\s+)?(?:{_ROMAN}\.)*(?P<number>\d{{1,9}}){_LETTERS}(?!\s*%)")
_FURTHEST = 3
"""In a series (*levels 3 and 4*, `Điều 15, 17`) numbers follow each other so closely; `khoản 2 và 12 đơn vị` is none."""
_RUN = re.compile(r"\w+(?:[/&\-–_]\w+|(?<=\d)\.\d+)*")
_COUNTED = re.compile(r"\d+(?:st|nd|rd|th)?-[a-z]{2,}(?:-[a-z]+)*")
"""`15-day`, `5-point`: a figure in an English compound."""
_UNIT = re.compile(r"[\d.]+(?:đ|ha|km|m|m2|kg|tr)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


def without_names(text: str) -> str:
    """The text with every number that names something blanked out, as long as before."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    kept = list(text)
    for start, end in (*(match.span() for match in _NAMES.finditer(lower)), *_series(lower)):
        kept[start:end] = _without_digits(text[start:end])
    return _RUN.sub(_without_name, "".join(kept))


def _series(lower: str) -> Iterator[tuple[int, int]]:
    """Where things are called by a number or by a series of numbers."""
    end = 0
    while match := _SERIES.search(lower, end):
        end, last = match.end(), int(match["first"])
        while (following := _NEXT.match(lower, end)) and (
            following["again"] or 0 < int(following["number"]) - last <= _FURTHEST
        ):
            end, last = following.end(), int(following["number"])
        yield match.start(), end


def _without_name(match: re.Match[str]) -> str:
    """A run of letters and digits without its digits, unless they are a figure with its unit or a compound."""
    run = match[0]
    if not _DIGIT.search(run) or not _LETTER.search(run) or _UNIT.fullmatch(run) or _COUNTED.fullmatch(run):
        return run
    return _without_digits(run)


def _without_digits(text: str) -> str:
    # A letter, so that what is left of a name does not look like the end of a number or of a sentence.
    return _DIGIT.sub("x", text)
