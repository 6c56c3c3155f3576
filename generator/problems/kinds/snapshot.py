"""Why a snapshot cannot be taken."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Taking a snapshot")

KINDS = (
    ProblemKind(
        "snapshot-exists",
        N_("There is a snapshot {edition} already: {where}."),
        N_("It stays as it is. Correct it with: reform-reports snapshot {year} --correct --change “…” --change-en “…”"),
        title=N_("The snapshot exists"),
        explanation=N_(
            "A snapshot is never overwritten: people cite it, and its checksums are kept in several places. A correction is a new edition, for example 2023.2, which says what it changed; both stay."
        ),
    ),
    ProblemKind(
        "snapshot-nothing-to-correct",
        N_("There is no snapshot {year} to correct."),
        N_("Take it first: reform-reports snapshot {year}"),
        title=N_("Nothing to correct"),
        explanation=N_(
            "A correction follows an edition that is there. The first snapshot of a year is taken without --correct."
        ),
    ),
    ProblemKind(
        "snapshot-without-change",
        N_("The correction {edition} does not say what it changes."),
        N_("Say it in Vietnamese with --change “…”, and in English with --change-en “…”."),
        title=N_("A correction that does not say what changed"),
        explanation=N_(
            "Whoever holds the earlier edition must learn why there is another one. The words are kept in the record and in the bag for good."
        ),
    ),
    ProblemKind(
        "snapshot-without-reports",
        N_("No report was known by the end of {year}."),
        N_("The first one is of {first}."),
        title=N_("A snapshot of nothing"),
        explanation=N_(
            "A snapshot shows what documents dated up to 31 December of its year say. A report counts from the date of its document, else from the day of its figures, else from the last day it covers."
        ),
    ),
    ProblemKind(
        "snapshot-of-future",
        N_("The year {year} had not begun on {day}, the day of this snapshot."),
        N_("Its day is that of the commit; name another one with --date."),
        title=N_("A snapshot of a year to come"),
        explanation=N_(
            "A snapshot says what was known by 31 December of its year, as far as it was entered on the day when it is taken. That day is the commit's, or the one given with --date. Best taken in the first weeks of the next year."
        ),
    ),
    ProblemKind(
        "snapshot-uncommitted",
        N_("“{file}” is not committed as it is."),
        N_("Commit or undo the change: a snapshot names the commit it was made of."),
        title=N_("A change that is not committed"),
        explanation=N_(
            "A snapshot holds the files of one commit and names it, so that anybody can compare them with the repository. Files that differ from it, or that git does not know, would be in the site and in no commit."
        ),
    ),
    ProblemKind(
        "snapshot-without-date",
        N_("There is no git repository that could tell of which day these files are."),
        N_("Name the day: --date 2026-11-21"),
        title=N_("A snapshot without a date"),
        explanation=N_(
            "The date of a snapshot is that of the commit, never that of the clock: so the same files give the same snapshot on any day and machine. Without git the date has to be given."
        ),
    ),
    ProblemKind(
        "snapshot-unfinished",
        N_("The year {year} is not over on {day}, the day of this snapshot."),
        N_(
            "Take it in the first weeks of {next}. If it is to be of the unfinished year all the same, say so: --unfinished"
        ),
        title=N_("A snapshot of an unfinished year"),
        explanation=N_(
            "A snapshot is for good, and a year has one. Taken before the year is over, it lacks the reports that are still to come, and nobody would see that from its name. So somebody has to say that this is meant."
        ),
    ),
    ProblemKind(
        "snapshot-warc-without-address",
        N_("A WARC holds pages by their addresses, and nobody said where the site stands."),
        N_("Name the address: SITE_URL=https://cchc.example.gov.vn/ reform-reports snapshot 2023 --warc"),
        title=N_("A WARC without addresses"),
        explanation=N_(
            "Web archives find a page by the address at which it stood. Set SITE_URL, or site_url in mkdocs.yml."
        ),
    ),
    ProblemKind(
        "unknown-stating-report",
        N_("There is no report “{id}”."),
        N_("Write the unit and the period of the report that states the target: khanh-son/2011-2020."),
        title=N_("A target stated in an unknown report"),
        explanation=N_(
            "`stated_in` names the report from which a target was read. A snapshot of a year shows the target only if that report was known by then."
        ),
        wrong="stated_in: ngan-son-2022-Q3",
        right="stated_in: ngan-son/2022-Q3",
    ),
)
