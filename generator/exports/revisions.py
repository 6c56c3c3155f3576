"""The table of revisions: what each edition of the archive stated otherwise than the next state of its report."""

from __future__ import annotations

from collections.abc import Callable

from generator.dataset.report_history import Change, ChangeKind
from generator.exports.columns import Column, Table, Value, text_of, texts
from generator.i18n.messages import N_
from generator.model.observation import Status
from generator.model.paths import report_path
from generator.model.text import Text
from generator.model.vintage import VintageFigure

_KINDS = [each.value for each in ChangeKind if each is not ChangeKind.MOVED]
_STATUS = {"enum": [each.value for each in Status]}


def revision_table(languages: tuple[str, ...]) -> Table[Change]:
    """The layout of the table of revisions. Its ids may be of things that are no longer there, so it has no foreign keys."""
    return Table(
        "revisions",
        N_("Revisions"),
        N_("Every figure that a yearly snapshot gives differently from the next one, or from this site today."),
        (
            Column("edition", "string", N_("Edition of the archive that states the old value, such as 2023 or 2023.2."), lambda each: str(each.edition), constraints={"required": True}),
            Column("until", "string", N_("Edition that first states the new value; empty where only this site does."), lambda each: text_of(each.until)),
            Column("change", "string", N_("What became of the figure: changed, gone (no longer stated) or added."), lambda each: each.kind.value, constraints={"required": True, "enum": _KINDS}),
            Column("figure", "string", N_("Permanent id of the figure: report and place in the report."), lambda each: each.figure.id, constraints={"required": True}),
            Column("old_figure", "string", N_("Id that it had in the edition, where that was another."), _old_id),
            Column("report", "string", N_("Id of the report: unit and period."), lambda each: each.report, constraints={"required": True}),
            Column("unit", "string", N_("Id of the unit that the figure is about."), lambda each: each.figure.unit, constraints={"required": True}),
            Column("period", "string", N_("Period, such as 2025-08, 2020-Q1, 2020-H1, 2022-9M, 2023 or 2011-2020."), lambda each: each.figure.period, constraints={"required": True}),
            Column("indicator", "string", N_("Id of the indicator; empty for a row of the form that is none."), lambda each: each.figure.indicator),
            Column("breakdown", "string", N_("Part that the figure covers, as dimension=category, several joined by a semicolon; empty for the whole."), lambda each: each.figure.breakdown or None),
            Column("measure", "string", N_("Id of the unit of measure; a percentage of 97.55 is written 97.55."), lambda each: each.figure.measure, constraints={"required": True}),
            *_side("old", N_("What the edition states: status."), N_("What the edition states: number."), N_("What the edition states: words."), N_("What the edition states: how a rough number is meant."), lambda each: each.before),
            *_side("new", N_("What is stated instead: status."), N_("What is stated instead: number."), N_("What is stated instead: words."), N_("What is stated instead: how a rough number is meant."), lambda each: each.after),
            *texts("reason", N_("Reason, where one is given."), languages, _reason),
            Column("date", "string", N_("Day of the revision, where one is given."), lambda each: text_of(each.reason.day) if each.reason else None),
            Column("page", "string", N_("Page of the report on this site, relative to the root of a language, and the place of the figure on it."), lambda each: f"{report_path(each.report)}/#{each.figure.anchor}", constraints={"required": True}),
        ),
        ("edition", "change", "figure"),
    )  # fmt: skip


def _side(
    name: str, status: str, value: str, words: str, rough: str, figure: Callable[[Change], VintageFigure | None]
) -> tuple[Column[Change], ...]:
    """Status, number, words and qualifier of the figure before or after a change."""

    def read(of: Callable[[VintageFigure], Value]) -> Callable[[Change], Value]:
        def found(change: Change) -> Value:
            each = figure(change)
            return of(each) if each is not None else None

        return found

    return (
        Column(f"{name}_status", "string", status, read(lambda each: each.status.value), constraints=_STATUS),
        Column(f"{name}_value", "number", value, read(lambda each: each.value)),
        Column(f"{name}_words", "string", words, read(lambda each: each.words), "vi"),
        Column(
            f"{name}_qualifier", "string", rough, read(lambda each: each.rough.qualifier.value if each.rough else None)
        ),
    )


def _reason(change: Change) -> Text | None:
    return change.reason.text if change.reason else None


def _old_id(change: Change) -> str | None:
    before = change.before
    return before.id if before is not None and before.id != change.figure.id else None
