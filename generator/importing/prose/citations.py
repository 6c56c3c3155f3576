"""The documents that a report cites, each with its kind, number and day as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.importing.prose.sections import Said

KINDS = {
    "nghị quyết": ("resolution", "Resolution"),
    "nghị định": ("decree", "Decree"),
    "quyết định": ("decision", "Decision"),
    "chỉ thị": ("directive", "Directive"),
    "thông tư": ("circular", "Circular"),
    "thông báo": ("notice", "Notice"),
    "công văn": ("official-letter", "Official Letter"),
    "văn bản": ("official-letter", "Document"),
    "kế hoạch": ("plan", "Plan"),
    "báo cáo": ("report", "Report"),
    "hướng dẫn": ("guideline", "Guideline"),
    "chương trình": ("programme", "Programme"),
    "tờ trình": ("submission", "Submission"),
    "đề án": ("scheme", "Scheme"),
    "quy chế": ("regulations", "Regulations"),
    "luật": ("law", "Law"),
}
"""Kinds of documents: what ids begin with, and what they are called in English."""

_NUMBERED = (
    r"(?P<number>\d{1,5}[a-z]?(?:/\d{4})?[/-](?P<letters>[A-ZĐ][A-ZĐ]*)[\w&.\-]*(?:/[A-ZĐ][\w&\-]*)?)"
    r"(?:[,\s]+(?:ngày\s+)?(?P<day>\d{1,2}(?:/|\s+tháng\s+)\d{1,2}(?:/|\s+năm\s+)\d{4}))?"
    r"(?:\s+của\s+(?P<issuer>(?:Chính phủ|Thủ tướng Chính phủ|Bộ [A-ZĐ]\w+(?: \w+)?|Văn phòng Chính phủ|Quốc hội)))?"
)
_CITED = re.compile(
    rf"(?P<kind>{'|'.join(KINDS)})(?:(?:\s+[^\s,;.()]+){{0,4}}?\s+số\s*:?\s*|\s+){_NUMBERED}", re.IGNORECASE
)
_ANOTHER = re.compile(rf"\s*(?:[,;]|\bvà\b)\s*(?:số\s*:?\s*)?{_NUMBERED}", re.IGNORECASE)
"""Another document of the same kind: “Nghị quyết số 18-NQ/TW, số 19-NQ/TW”."""
_ISSUED_ON = re.compile(
    r"\bngày\s+(?P<day>\d{1,2}(?:/|\s+tháng\s+)\d{1,2}(?:/|\s+năm\s+)\d{4}),?[^.;]{0,60}?\bban hành\s*$", re.IGNORECASE
)
"""“Ngày 04/3/2022 UBND huyện đã ban hành”, before the document itself."""
_ISSUERS = {
    "chính phủ": "Government",
    "thủ tướng chính phủ": "Prime Minister",
    "văn phòng chính phủ": "Government Office",
    "quốc hội": "National Assembly",
}


@dataclass(frozen=True)
class Citation:
    """A document that is cited. `date` is empty where no day is printed or it is none, which `printed_date` then is."""

    id: str
    name: str
    name_en: str
    number: str
    date: str = ""
    printed_date: str = ""
    issuer: str = ""
    issuer_en: str = ""
    section: str = ""


def citations_of(said: Iterable[Said], own: str = "") -> list[Citation]:
    """Every document that is cited by number, the first time that it is. `own` is the number of the report itself."""
    found: dict[str, Citation] = {}
    for each in said:
        for match, kind in _matches(each.text):
            made = _citation(match, kind, each.section, _day_before(each.text[: match.start()]))
            key = f"{made.number}/{made.date or made.printed_date}".casefold()
            bare = f"{made.number}/".casefold()
            if made.number.casefold() == own.casefold():
                continue
            if key not in found and not (key == bare and any(known.startswith(bare) for known in found)):
                found.pop(bare, None)
                found[key] = made
    return _with_own_ids(list(found.values()))


def _matches(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Every document that a text cites, with its kind, which is named once for several of the same letters."""
    for match in _CITED.finditer(text):
        kind = " ".join(match["kind"].casefold().split())
        yield match, kind
        at = match.end()
        while (other := _ANOTHER.match(text, at)) and other["letters"].casefold() == match["letters"].casefold():
            yield other, kind
            at = other.end()


def _day_before(text: str) -> str:
    """The day on which a document was issued, where that stands before it."""
    match = _ISSUED_ON.search(text)
    return match["day"] if match else ""


def _citation(match: re.Match[str], kind: str, section: str, day_before: str) -> Citation:
    slug, english = KINDS[kind]
    number = match["number"].rstrip(".-")
    told = " ".join((match["day"] or day_before).split())
    day, printed = read_day(told)
    of_number = (re.search(r"(?<=/)\d{4}(?=/)", number) or [""])[0]
    if day and of_number and day[:4] != of_number:
        # Numbers begin anew each year: the day, or the number, is a slip of the report.
        day, printed = "", told
    year = day[:4] or of_number or (re.search(r"\d{4}", told) or [""])[0]
    first = re.split(r"[/-]", number)[0].lower()
    issuer = " ".join((match["issuer"] or "").split())
    return Citation(
        id="-".join(each for each in (slug, first, year) if each),
        name=f"{kind.capitalize()} số {number}",
        name_en=f"{english} {number}",
        number=number,
        date=day,
        printed_date=printed,
        issuer=issuer,
        issuer_en=_ISSUERS.get(issuer.casefold(), ""),
        section=section,
    )


def read_day(printed: str) -> tuple[str, str]:
    """A printed day as an ISO date, or else as it is printed."""
    numbers = [int(each) for each in re.findall(r"\d+", printed)]
    if len(numbers) != 3:  # noqa: PLR2004 - day, month, year
        return "", printed
    try:
        return date(numbers[2], numbers[1], numbers[0]).isoformat(), ""
    except ValueError:
        return "", printed


def _with_own_ids(cited: list[Citation]) -> list[Citation]:
    """The same, no two with one id."""
    seen: dict[str, int] = {}
    made = []
    for each in cited:
        seen[each.id] = seen.get(each.id, 0) + 1
        made.append(each if seen[each.id] == 1 else replace(each, id=f"{each.id}-{seen[each.id]}"))
    return made
