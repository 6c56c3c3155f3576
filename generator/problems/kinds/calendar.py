"""Problems of `data/calendar.yml`: the reports that are asked for, and their days."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Calendar of reports")

KINDS = (
    ProblemKind(
        "bad-day-of-year",
        N_("“{written}” is no day that comes every year or every month."),
        N_("Write month and day, 12-15, or of a period of every month the day alone, 21."),
        title=N_("Day of no year"),
        explanation=N_(
            "The calendar of reports holds for every year, so its days have none: 12-15 is 15 December. 29 February and, for months, days after the 28th do not always exist."
        ),
        wrong="due: 20 tháng 3",
        right="due: 03-20",
    ),
    ProblemKind(
        "days-of-window",
        N_("The days of this window do not fit its period."),
        N_("Days of month have no month (21); those of any other period have one (03-14)."),
        title=N_("Window with days of another kind"),
        explanation=N_(
            "A window of every month begins and ends on a day of the month, any other on a day of the year: the same three days cannot be both."
        ),
        wrong='{period: Q1, from: "15", to: "14", due: "20"}',
        right="{period: Q1, from: 12-15, to: 03-14, due: 03-20}",
    ),
)
