"""What is due on a day, in words: reports that the calendar asks for, targets whose time is over, translations to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.check import stale_translations, translations
from generator.dataset.dataset import Dataset
from generator.dataset.due import Expected, Standing, expected_reports
from generator.dataset.verdicts import Judgement, Verdict, judge_all
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.pages.figures.figure import breakdown_name
from generator.problems import Problem, message

DueFormat = Literal["text", "markdown"]


@dataclass(frozen=True)
class Due:
    """What is due on `today`. `next_reports` are due soon or asked for; what is overdue of all kinds fails a strict run."""

    today: date
    overdue_reports: tuple[Expected, ...]
    next_reports: tuple[Expected, ...]
    open_targets: tuple[Judgement, ...]
    translations: tuple[Problem, ...]

    @property
    def is_overdue(self) -> bool:
        """Whether anything is late."""
        return bool(self.overdue_reports or self.open_targets or self.translations)


def what_is_due(dataset: Dataset, today: date) -> Due:
    """What is due on a day.

    A target is open where its last day is past and no figure decides it: neither met nor missed.
    """
    catalogue = dataset.catalogue
    expected = expected_reports(catalogue, today)
    return Due(
        today,
        tuple(each for each in expected if each.standing is Standing.OVERDUE),
        tuple(each for each in expected if each.standing in (Standing.DUE, Standing.NOT_YET)),
        tuple(
            each
            for each in judge_all(dataset)
            if each.end is not None and each.end < today and each.verdict not in (Verdict.ACHIEVED, Verdict.MISSED)
        ),
        (*translations.check(catalogue), *stale_translations.check(catalogue)),
    )


def due_text(due: Due, dataset: Dataset, lang: str, form: DueFormat) -> str:
    """The list for people, or as Markdown for an issue of a repository's host."""
    parts = [
        (N_("Reports overdue"), [_report(each, dataset, lang) for each in due.overdue_reports]),
        (N_("Reports to come"), [_report(each, dataset, lang) for each in due.next_reports]),
        (N_("Targets whose time is over without a figure that decides them"), list(_targets(due, dataset, lang))),
        (N_("Translations to look at"), [_translation(each, lang) for each in due.translations]),
    ]
    lines: list[str] = []
    for title, entries in parts:
        lines += _section(f"{translate(lang, title)} ({len(entries)})", entries, form)
    if not any(entries for _, entries in parts):
        lines = [translate(lang, N_("Nothing is due."))]
    elif not dataset.catalogue.calendar:
        lines.append(translate(lang, N_("data/calendar.yml declares no reports, so none can be missing.")))
    return "\n".join(lines).rstrip() + "\n"


def _section(title: str, entries: Sequence[str], form: DueFormat) -> list[str]:
    if not entries:
        return []
    head = f"### {title}\n" if form == "markdown" else title
    mark = "- " if form == "markdown" else "  "
    return [head, *(f"{mark}{entry}" for entry in entries), ""]


def _report(each: Expected, dataset: Dataset, lang: str) -> str:
    words = {
        "unit": dataset.catalogue.units[each.unit].names.in_language(lang),
        "period": formats.period(each.span.period, lang),
        "first": formats.day(each.span.first, lang),
        "last": formats.day(each.span.last, lang),
        "due": formats.day(each.span.due, lang),
    }
    return translate(lang, N_("{unit}, {period}: due on {due} (figures of {first} to {last})"), **words)


def _targets(due: Due, dataset: Dataset, lang: str) -> Iterator[str]:
    catalogue = dataset.catalogue
    for each in due.open_targets:
        indicator = catalogue.indicators[each.target.indicator]
        split = breakdown_name(tuple(sorted(each.target.breakdown.items())), catalogue, lang)
        words = {
            "unit": catalogue.units[each.unit].names.in_language(lang),
            "indicator": ", ".join(filter(None, (indicator.names.in_language(lang), split))),
            "end": formats.day(each.end, lang) if each.end else "",
            "place": str(each.target.place),
        }
        yield translate(lang, N_("{unit}: {indicator}, ended on {end} ({place})"), **words)


def _translation(each: Problem, lang: str) -> str:
    return f"{each.place}: {message(each, lang)}"
