"""How numbers, dates and periods are written in a language. All numbers go through Babel."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.localedata import locale_identifiers
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from generator.i18n.messages import N_, translate
from generator.model.dates import PartialDate
from generator.model.indicator import Measure, MeasureType
from generator.model.period import Period, PeriodKind
from generator.model.text import DEFAULT_LANGUAGE

_PERIODS = {
    "Q1": N_("Q1 {year}"),
    "Q2": N_("Q2 {year}"),
    "Q3": N_("Q3 {year}"),
    "Q4": N_("Q4 {year}"),
    "H1": N_("First half of {year}"),
    "H2": N_("Second half of {year}"),
    "9M": N_("First nine months of {year}"),
}
_SHORT_PERIODS = {
    **{part: _PERIODS[part] for part in ("Q1", "Q2", "Q3", "Q4")},
    "H1": N_("H1 {year}"),
    "H2": N_("H2 {year}"),
    "9M": N_("9M {year}"),
}

_PERIODS_WITHIN = {
    "Q1": N_("the first quarter of {year}"),
    "Q2": N_("the second quarter of {year}"),
    "Q3": N_("the third quarter of {year}"),
    "Q4": N_("the fourth quarter of {year}"),
    "H1": N_("the first half of {year}"),
    "H2": N_("the second half of {year}"),
    "9M": N_("the first nine months of {year}"),
}

_MONTHS_WITH_ZERO = 2
_KILOBYTE = 1000
_MEGABYTE = 1_000_000


def number(value: Decimal, lang: str) -> str:
    """A number with as many decimals as it carries: `97,55` or `97.55`, `14.083` or `14,083`."""
    # Equal decimals may carry different numbers of digits (1.5 and 1.50), so the text decides.
    return _number(str(value), lang)


@lru_cache(maxsize=65536)
def _number(written: str, lang: str) -> str:
    value = Decimal(written)
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    # The sign that is as wide as a digit, as beside changes: a hyphen may be left at the end of a line.
    return format_decimal(value, format=pattern, locale=lang).replace("-", "−")


def measured(value: Decimal, measure: Measure, lang: str) -> str:
    """A number with its unit of measure, for example `14.083 hồ sơ` or `97.55%`; yes or no for a yes/no measure."""
    if measure.type is MeasureType.YES_NO:
        return answer(value, measure, lang)
    shown = number(value, lang)
    if measure.pattern is None:
        return shown
    patterns = measure.pattern.root
    pattern = patterns.get(lang, patterns.get(DEFAULT_LANGUAGE, "{}"))
    if isinstance(pattern, dict):
        category = Locale.parse(lang).plural_form(value)
        pattern = pattern.get(category, pattern.get("other", "{}"))
    return pattern.replace("{}", shown)


def percent(value: int, lang: str) -> str:
    """A whole percentage that the program worked out, such as how much of a text is translated: `96%`, `96 %` in Vietnamese.

    Written as shares are everywhere on the site (`data/measures.yml`), with a blank that does not break.
    """
    return f"{value}\N{NO-BREAK SPACE}%" if lang == "vi" else format_percent(Decimal(value) / 100, locale=lang)


def file_size(size: int, lang: str) -> str:
    """The size of a file, given in bytes: `12 kB`, `1,2 MB`."""
    if size >= _MEGABYTE:
        return format_unit(round(size / _MEGABYTE, 1), "megabyte", length="short", locale=lang)
    return format_unit(max(1, round(size / _KILOBYTE)), "kilobyte", length="short", locale=lang)


def is_rate(measure: Measure) -> bool:
    """Whether values are percentages, which are always shown with their sign."""
    return measure.pattern is not None and "%" in str(measure.pattern.root.get(DEFAULT_LANGUAGE, ""))


def brief(value: Decimal, measure: Measure, lang: str) -> str:
    """A number as it stands in a table or sentence that names the unit of measure elsewhere; rates keep their sign."""
    if measure.type is MeasureType.YES_NO:
        return answer(value, measure, lang)
    return measured(value, measure, lang) if is_rate(measure) else number(value, lang)


def answer(value: Decimal, measure: Measure, lang: str) -> str:
    """The answer of a yes/no measure in words: its own (`Đạt`), or yes and no."""
    own = measure.answers.get("yes" if value else "no")
    return own.in_language(lang) if own is not None else translate(lang, N_("Yes") if value else N_("No"))


def day(value: date | PartialDate, lang: str) -> str:
    """A date in full, or a month and year where the document prints no day."""
    if isinstance(value, PartialDate) and value.day is None:
        if lang == "vi":
            return format_date(value.first_day, format="'tháng' M/yyyy", locale=lang)
        return format_date(value.first_day, format="LLLL yyyy", locale=lang)
    exact = value.first_day if isinstance(value, PartialDate) else value
    return format_date(exact, format=_vietnamese_pattern(exact) if lang == "vi" else "d MMMM yyyy", locale=lang)


def _vietnamese_pattern(value: date) -> str:
    """Days below 10 and the months 1 and 2 get a zero, as Decree 30/2020/NĐ-CP (Annex I) asks of documents."""
    return "dd/MM/yyyy" if value.month <= _MONTHS_WITH_ZERO else "dd/M/yyyy"


def period(value: Period, lang: str, *, short: bool = False) -> str:
    """A period in words: `tháng 8/2025`, `Quý III/2022`, `6 tháng đầu năm 2020`, `2011–2020`; shorter for axes and table heads."""
    if value.kind is PeriodKind.YEARS:
        return _run(value, lang, short=short)
    if value.kind is PeriodKind.YEAR:
        return str(value.year) if short else translate(lang, N_("{year}"), year=value.year)
    if value.kind is PeriodKind.MONTH:
        return _month(value, lang, short=short)
    return translate(lang, (_SHORT_PERIODS if short else _PERIODS)[value.part], year=value.year)


def period_within(value: Period, lang: str) -> str:
    """A period within a sentence: `quý III/2022`, `the first half of 2020`."""
    words = _PERIODS_WITHIN.get(value.part)
    return translate(lang, words, year=value.year) if words else period(value, lang)


def _run(value: Period, lang: str, *, short: bool) -> str:
    """`2011–2020`; `từ năm 2021 đến tháng 3/2025`, shorter `2021–T3/2025`."""
    if not value.part:
        return f"{value.year}–{value.last_year}"
    last = _month(Period(value.last_year, value.last_year, f"{value.end.month:02}"), lang, short=short)
    return f"{value.year}–{last}" if short else translate(lang, N_("from {year} to {end}"), year=value.year, end=last)


def _month(value: Period, lang: str, *, short: bool) -> str:
    """`tháng 8/2025`, as offices write it; shorter `T8/2025`."""
    if lang == "vi":
        return f"{'T' if short else 'tháng '}{value.start.month}/{value.year}"
    return format_date(value.start, format="LLL yyyy" if short else "LLLL yyyy", locale=lang)


def is_language(code: str) -> bool:
    """Whether a text is the code of a language whose numbers and dates can be written: `vi`, `en`, `fr`."""
    return code.isascii() and code.islower() and code in locale_identifiers()


@lru_cache
def language_name(lang: str, told_in: str | None = None) -> str:
    """A language's name in itself, or in another language, capitalised: `Tiếng Việt`, `Vietnamese`."""
    name = Locale.parse(lang).get_display_name(told_in or lang) or lang
    return name[:1].upper() + name[1:]
