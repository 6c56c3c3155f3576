"""What is wrong with the tables and records that snapshots leave in data/vintages/."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Frozen tables of snapshots")
_FROM_GIT = N_("Nobody edits these files: take both back from git as the snapshot left them.")

KINDS = (
    ProblemKind(
        "bad-edition",
        N_("“{written}” is not an edition."),
        N_("An edition is a year (2023), or a year and the number of its correction (2023.2)."),
        title=N_("Not an edition"),
        explanation=N_(
            "A snapshot is called after the year up to which it goes; a correction of it has the year, a full stop and a number from 2 on."
        ),
        wrong="edition: 2023-2",
        right='edition: "2023.2"',
    ),
    ProblemKind(
        "edition-without-change",
        N_("A corrected edition says what it changed."),
        N_("Add change: with a few words in each language."),
        title=N_("A correction that does not say what it corrects"),
        explanation=N_(
            "A snapshot is never overwritten. Who takes a second edition of a year owes readers of the first the reason."
        ),
        wrong='edition: "2023.2"',
        right='edition: "2023.2"\nchange: {vi: Bổ sung phụ lục 2, en: Adds appendix 2}',
    ),
    ProblemKind(
        "bad-checksum",
        N_("“{written}” is not a SHA-512 checksum."),
        _FROM_GIT,
        title=N_("Not a checksum"),
        explanation=N_(
            "A SHA-512 checksum is 128 digits from 0 to 9 and a to f, as sha512sum prints them. With an altered one, nobody could prove that a snapshot is unchanged."
        ),
    ),
    ProblemKind(
        "vintage-alone",
        N_("The file has no partner “{partner}”."),
        _FROM_GIT,
        title=N_("Half of a frozen table"),
        explanation=N_(
            "A snapshot leaves two files: its record (.yml) and the table of its figures (.csv). One without the other cannot be compared with anything."
        ),
    ),
    ProblemKind(
        "vintage-altered",
        N_("The table is not the one whose checksum “{record}” records."),
        _FROM_GIT,
        title=N_("An altered frozen table"),
        explanation=N_(
            "A frozen table says what a snapshot said, for good. With one figure changed in it, the site would tell readers of a revision that never was."
        ),
    ),
    ProblemKind(
        "vintage-misnamed",
        N_("The file is called “{name}”, which is not the name of an edition."),
        N_("Only what `reform-reports snapshot` writes belongs in data/vintages/; move the file elsewhere."),
        title=N_("A file in the wrong folder"),
        explanation=N_(
            "In data/vintages/ lie the records and frozen tables of snapshots, each called after its edition: 2023.yml and 2023.csv."
        ),
    ),
    ProblemKind(
        "vintage-columns",
        N_("The columns are {found}; they should be {expected}."),
        _FROM_GIT,
        title=N_("Altered columns"),
        explanation=N_(
            "The first line of a frozen table names its columns, always the same ones in the same order. A spreadsheet that saved the file may have changed it."
        ),
        wrong="figure;unit;period",
        right="figure,unit,period,indicator,breakdown,measure,status,value,words",
    ),
    ProblemKind(
        "vintage-cells",
        N_("The row has {given} cells, {expected} are expected."),
        _FROM_GIT,
        title=N_("A row too short or too long"),
        explanation=N_("Each row of a frozen table has a cell for each of its columns, even where the cell is empty."),
    ),
    ProblemKind(
        "vintage-cell",
        N_("“{written}” cannot stand in the column “{column}”."),
        _FROM_GIT,
        title=N_("A cell that cannot be read"),
        explanation=N_(
            "Frozen tables are written by the program: ids, periods, one of four statuses, and numbers with a decimal point. Anything else is a slip of a later hand."
        ),
        wrong='"97,55"',
        right="97.55",
    ),
    ProblemKind(
        "vintage-duplicate",
        N_("The figure “{id}” stands in the table already, in line {first}."),
        _FROM_GIT,
        title=N_("A frozen figure that stands twice"),
        explanation=N_(
            "A figure has one permanent id, and a snapshot states it once; of two rows, nobody could say which counts."
        ),
    ),
    ProblemKind(
        "vintage-csv",
        N_("The table cannot be read: {reason}."),
        _FROM_GIT,
        title=N_("A frozen table that is not CSV"),
        explanation=N_(
            "Frozen tables are CSV as RFC 4180 describes it, in UTF-8. A quotation mark that is never closed swallows everything after it."
        ),
    ),
)
