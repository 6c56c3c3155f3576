"""What is wrong with the days on which this site published or revised a report, or with what it corrects."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Publication, revisions and corrections")

KINDS = (
    ProblemKind(
        "table-and-row",
        N_("A row is named by its table and its code."),
        N_("Give both table and row, or neither."),
        title=N_("Half the name of a row"),
        explanation=N_("Row codes repeat from table to table, so a revision names the table and the row together."),
        wrong='row: "1.1"',
        right='table: main\nrow: "1.1"',
    ),
    ProblemKind(
        "published-too-early",
        N_("The report was published on this site on {day}, before its own date, {date}."),
        N_("published is the day on which this site first showed the report."),
        title=N_("Published before it was written"),
        explanation=N_(
            "The day on which this site first showed a report cannot lie before the date of the report itself."
        ),
    ),
    ProblemKind(
        "revised-too-early",
        N_("A revision of {day} is dated before the day on which the report was published on this site, {published}."),
        N_("Revisions are what changed after the report was published."),
        title=N_("Revised before it was published"),
        explanation=N_(
            "Revisions tell readers what changed after they could see a report. What was changed before is none."
        ),
    ),
    ProblemKind(
        "revised-unpublished",
        N_("The report has revisions, but does not say when it was published on this site."),
        N_("Add published: with the day on which this site first showed the report."),
        title=N_("Revisions without a first day"),
        explanation=N_("A report with revisions has been seen by readers; the feed needs the day on which that began."),
        right="published: 2026-11-21",
    ),
    ProblemKind(
        "correction-unmatched",
        N_("This correction names no figure of the report: {what}."),
        N_("Name it by table, row and column, or by indicator, breakdown and period."),
        title=N_("A correction of nothing"),
        explanation=N_("`corrections` of a report name a figure each. This one names none, so nothing is corrected."),
    ),
    ProblemKind(
        "correction-ambiguous",
        N_("This correction names several figures: {what}."),
        N_("Add the column, or the section in which the figure stands."),
        title=N_("A correction of several figures"),
        explanation=N_("A correction holds for exactly one figure, so that nothing else changes unseen."),
    ),
    ProblemKind(
        "correction-obsolete",
        N_("The correction expects “{expects}”, but the report has “{found}”."),
        N_("If the figure was mended at its place, remove the correction; otherwise say what the paper shows."),
        title=N_("A correction that is no longer needed"),
        explanation=N_(
            "A correction says what it expects to find. Once that is gone, it would change something that nobody has looked at, so it is refused."
        ),
    ),
)
