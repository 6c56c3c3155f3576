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
        "dated-elsewhere",
        N_("The report for {period} is dated {date}, which is before its period or more than five years after it."),
        N_(
            "Correct the date, or the period. If the paper prints this date, write it under printed_date instead of date."
        ),
        title=N_("Date far from the period"),
        explanation=N_(
            "A report is written in its period or soon after it. A date that lies elsewhere is mostly a slip of typing, and would put the report in a wrong place in every list. What the paper itself misprints is kept under "
            "`printed_date`, in quotes; readers then see that it cannot be right."
        ),
        wrong="period: 2022-Q3\ndocument: {date: 2002-09-20}",
        right="period: 2022-Q3\ndocument: {date: 2022-09-20}",
    ),
    ProblemKind(
        "figures-elsewhere",
        N_("The figures of the report for {period} are said to be of {date}, more than a year away."),
        N_("Correct the day. If the paper misprints it, leave it out and say so in note."),
        title=N_("Figures of a day far from the period"),
        explanation=N_(
            "as_of and covers of a document say up to which day its figures go. That day lies in the period or near it; one that is more than a year away is a slip of typing."
        ),
        wrong="period: 2022-Q3\ndocument: {as_of: 2002-09-15}",
        right="period: 2022-Q3\ndocument: {as_of: 2022-09-15}",
    ),
    ProblemKind(
        "day-to-come",
        N_("{date} is still to come: today is {today}."),
        N_("Correct the day. What is prepared may lie up to a month ahead."),
        title=N_("Day that is still to come"),
        explanation=N_(
            "What a report or this site did lies in the past. A day far ahead would lead lists and feeds until it comes. Only `check` asks the clock of the machine; a build never does, so that the same files give the same site on every day."
        ),
        wrong="published: 2062-11-21",
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
