"""Numbers that are no figures: they name a day, a year, a period, a document, a level, a table, an article.

Patterns for Vietnamese and English together: our Vietnamese prose holds English names and the other way round. A number that
is part of a word or of the number of a document (`61/2018/NĐ-CP`, `18-NQ/TW`, `Covid-19`, `4B`, `11th`) is a name by itself.
"""

from __future__ import annotations

import re



def _either(words: str) -> str:
    """Alternatives for a pattern in which spaces do not count."""
    return words.replace(" ", r"\s+")


_N = r"\d+[A-Za-z]?(?:\.\d+)*"
_AND = r"(?:\s*(?:,|;|/|-|–|và|hoặc|đến|and|or|to)\s*)"
_ROMAN = r"[IVXLC]+"

_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY_MONTH = rf"\d{{1,2}}(?:\s*[/-]\s*\d{{1,2}}(?:\s*[/-]\s*{_YEAR})?)?"

_DOCUMENTS = _either(
    "văn bản|quyết định|nghị định|nghị quyết|thông tư|chỉ thị|thông báo|kế hoạch|báo cáo|công văn|công điện|tờ trình|hướng dẫn|kết luận|"
    "chương trình|đề án|dự án|quy định|quy chế|luật|pháp lệnh|biên bản|giấy mời|"
    "document|decision|decree|resolution|circular|directive|notice|plan|report|letter|submission|guidance|conclusion|"
    "programme|program|scheme|project|regulation|law|ordinance|telegram"
)
_NUMBERED = _either(
    "mức độ|mức|cấp độ|cấp|phụ lục|biểu mẫu|biểu|bảng|mẫu|hình|mục|tiểu mục|điều|khoản|điểm|chương|phần|trang|dòng|cột|ô|chú thích|"
    "quý|tháng|tuần|đợt|kỳ|khóa|khoá|nhiệm kỳ|lần thứ|lần|thứ|giai đoạn|bước|vòng|hạng|loại|nhóm|bậc|ngạch|phiên bản|thế hệ|công nghiệp|"
    "quận|phường|tổ|khu phố|ấp|thôn|đội|khu vực|"
    "levels?|grades?|appendix|appendices|annex(?:es)?|tables?|forms?|figures?|sections?|items?|articles?|clauses?|points?|chapters?|parts?|pages?|"
    "rows?|columns?|footnotes?|quarters?|months?|weeks?|terms?|phases?|stages?|rounds?|steps?|class(?:es)?|groups?|categor(?:y|ies)|versions?|"
    "districts?|wards?|zones?|areas?|no\\.?|number"
)
_STANDARDS = r"(?:TCVN|ISO|IEC|QCVN)(?:[ /-]*(?:TCVN|ISO|IEC|QCVN))*"

_NAMES = re.compile(
    rf"""
    # Days and times
    \b(?:ngày|hôm|sáng|chiều|tối)\s+{_DAY_MONTH}(?:{_AND}(?:ngày\s+)?{_DAY_MONTH}(?![.,]?\d|\s*%))*
        (?:\s+(?:tháng\s+\d{{1,2}}(?:\s+năm\s+\d{{4}})?|năm\s+\d{{4}}))?
    | \b\d{{1,2}}/\d{{1,2}}/{_YEAR}\b
    | \b{_YEAR}-\d\d(?:-\d\d)?\b
    | \b(?:tháng\s+)?\d{{1,2}}/{_YEAR}\b
    | \b(?:đến|tới|từ|trước|sau|by|until|to|from)\s+(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])\b(?![/.,]?\d)
    | \b\d{{1,2}}(?:st|nd|rd|th)?(?:(?:{_AND}|\s+)\d{{1,2}}(?:st|nd|rd|th)?)*\s+(?:of\s+)?{_MONTHS}(?:,?\s+\d{{4}})?
    | \b{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s*%)(?:,?\s+{_YEAR}\b)?
    | \b\d{{1,2}}(?:[:h]\d\d|h)\b
    # Years and terms; a number of four digits that is not grouped is a year
    | \b(?:năm|niên\s+độ|years?)\s+\d{{4}}\b
    | (?<![\w.,/]){_YEAR}(?:\s*[-–/]\s*(?:{_YEAR}|\d\d))?(?![\w%]|[.,]\d|\s*%)
    # Parts of a year
    | \b(?:3|03|6|06|9|09|12)[ \t\n]+(?:tháng|months?)\b
    # Documents, and all that is counted by a number after its name
    | (?<!\w)(?:{_DOCUMENTS})s?(?:\s+[^\W\d]+){{0,4}}?\s+(?:số|no\.?|number|nos\.?)\s+{_N}(?:{_AND}{_N}\b(?!\s*%))*
    | (?<!\w)(?:{_DOCUMENTS})s?\s+{_N}\b(?!\s*%|[.,]\d)
    | (?<!\w)(?:hội\s+nghị|nghị\s+quyết|plenum|resolution)(?:\s+(?:lần|thứ|trung\s+ương|central))+\s+{_N}
    | (?<!\w)(?:{_NUMBERED})\s+(?:số\s+)?(?:{_ROMAN}\.)*{_N}(?!\s*%)(?:{_AND}(?:(?:{_NUMBERED})\s+)?(?:{_ROMAN}\.)*{_N}\b(?!\s*%|[.,]\d))*
    | {_STANDARDS}[\s-]*\d+(?:\s*[:-]\s*\d{{4}})?
    | (?<!\w)covid[\s-]*19\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RUN = re.compile(r"\w+(?:[/&\-–_]\w+)*(?:&\w+)*")
_COUNTED = re.compile(r"\d+(?:st|nd|rd|th)?-[a-z]{2,}(?:-[a-z]+)*")
"""`15-day`, `5-point`: a figure in an English compound."""
_UNIT = re.compile(r"\d+(?:đ|ha|km|m|m2|kg|tr)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")


def without_names(text: str) -> str:
    """The text with every number that names something blanked out, as long as before."""
    return _RUN.sub(_without_name, _NAMES.sub(lambda match: _without_digits(match[0]), text))


def _without_name(match: re.Match[str]) -> str:
    """A run of letters and digits without its digits, unless they are a figure with its unit or a compound."""
    run = match[0]
    if not _DIGIT.search(run) or not _LETTER.search(run) or _UNIT.fullmatch(run) or _COUNTED.fullmatch(run):
        return run
    return _without_digits(run)


def _without_digits(text: str) -> str:
    # A letter, so that what is left of a name does not look like the end of a number or of a sentence.
    return _DIGIT.sub("x", text)
