"""How a workbook shows a number: what its number format makes of what the cell keeps.

A report prints what is shown. A rate that a formula reckoned is kept with fifteen digits and shown with two; `#,##0,` shows thousands;
`0.00%` shows a hundred times what is kept, `0.00"%"` exactly that with a sign behind it.

Source of the format: ECMA-376, part 1, 18.8.31 (numFmts).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_THOUSAND = 3
_LARGEST = 20
"""A number of so many digits is none of a report, and is not rounded."""
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<skipped>[_*].?)|(?P<bracket>\[[^\]]*\]?)|(?P<digit>[0#?])|(?P<sign>.)',
    re.DOTALL,
)
_Token = tuple[str, str]
"""A kind of sign in a format, and the sign; of a text, what is in it."""
_PRINTED = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")
_UNREADABLE = frozenset("/eEyYmMdDhHsSgG@")
"""Fractions, powers of ten, days and text: what is kept is taken as it is."""


@dataclass(frozen=True)
class NumberFormat:
    """One section of a format: how often it takes a hundredfold, how often it leaves thousands out, how many decimals it shows and how many of
    these always, and what stands behind the number. `decimals` is None where the format leaves the number as it is.
    """

    percents: int = 0
    thousands: int = 0
    decimals: int | None = None
    always: int = 0
    behind: str = ""


@dataclass(frozen=True)
class Shown:
    """A number as it is shown: its text with a comma before decimals, the number in the text as a workbook would keep it (a rate as part of one), whether
    it has a sign of percent, and whether thousands are left out.
    """

    text: str
    number: Decimal
    in_percent: bool = False
    is_scaled: bool = False


def shown(number: Decimal, form: str) -> Shown:
    """A number as a format shows it. What is no format of a number leaves it as it is."""
    read = _section_for(number, form)
    moved = number.scaleb(2 * read.percents - _THOUSAND * read.thousands)
    in_percent = read.percents > 0 or read.behind.strip() == "%"
    if read.decimals is not None and number.adjusted() < _LARGEST:
        moved = moved.quantize(Decimal(1).scaleb(-read.decimals), ROUND_HALF_UP)
    text = format(moved, "f")
    if "." in text:
        whole, _, decimals = text.partition(".")
        kept = decimals[: read.always] + decimals[read.always :].rstrip("0")
        text = f"{whole},{kept}" if kept else whole
    behind = "%" if in_percent else read.behind
    return Shown(text + behind, moved.scaleb(-2) if in_percent else moved, in_percent, read.thousands > 0)


def as_printed(kept: Decimal, text: str) -> Shown | None:
    """A number of which the text is known in which it is shown; None where the text shows another number, or none.

    The text settles which decimals, thousands and hundredfold are meant, whatever language its signs are of.
    """
    match = _PRINTED.search(text)
    if match is None or kept.adjusted() >= _LARGEST:
        return None
    in_percent = text.rstrip().endswith("%")
    digits = re.sub(r"\D", "", match[0]).lstrip("0")
    decimals = len(re.split(r"[.,]", match[0])[-1]) if re.search(r"[.,]", match[0]) else 0
    for percents in (0, 1) if in_percent else (0,):
        for thousands in range(3):
            for shown_decimals in {0, decimals}:
                moved = kept.scaleb(2 * percents - _THOUSAND * thousands)
                moved = moved.quantize(Decimal(1).scaleb(-shown_decimals), ROUND_HALF_UP)
                if re.sub(r"\D", "", format(moved, "f")).lstrip("0") == digits:
                    return Shown(text, moved.scaleb(-2) if in_percent else moved, in_percent, thousands > 0)
    return None


def _section_for(number: Decimal, form: str) -> NumberFormat:
    """The section of a format that holds for a number: above nought, below, nought."""
    sections = _sections(form)
    if not sections:
        return NumberFormat()
    at = 1 if number < 0 and len(sections) > 1 else 2 if number == 0 and len(sections) > 2 else 0  # noqa: PLR2004 - as the format has it
    read = sections[at]
    # A section without digits, such as “-” for nought, is no way to write another number.
    return read if read is not None else sections[0] or NumberFormat()


@lru_cache(maxsize=512)
def _sections(form: str) -> tuple[NumberFormat | None, ...]:
    """The sections of a format, which semicolons outside of texts part."""
    parts: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(form):
        token = (match.lastgroup or "", match[match.lastgroup or 0])
        if token == ("sign", ";"):
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(_section(each) for each in parts)


def _section(tokens: list[_Token]) -> NumberFormat | None:
    """What a section says; None where it has no digits, or is no number's."""
    digits = [at for at, (kind, _) in enumerate(tokens) if kind == "digit"]
    if not digits or any(
        (kind == "sign" and told in _UNREADABLE) or (kind == "bracket" and told[1:2] in "<>=") for kind, told in tokens
    ):
        return None
    point = next((at for at, token in enumerate(tokens) if token == ("sign", ".")), len(tokens))
    decimals = [tokens[at][1] for at in digits if at > point]
    last_whole = max((at for at in digits if at < point), default=0)
    thousands = sum(token == ("sign", ",") for token in tokens[last_whole:point])
    thousands += sum(token == ("sign", ",") for token in tokens[digits[-1] :]) if decimals else 0
    percents = sum(token == ("sign", "%") for token in tokens)
    behind = "".join(told for kind, told in tokens[digits[-1] :] if kind in {"quoted", "escaped"} or told == " ")
    return NumberFormat(percents, thousands, len(decimals), decimals.count("0"), behind.rstrip())
