"""What is wrong with how a form is laid out, and with the rows that a report brings to it."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Forms as printed")

KINDS = (
    ProblemKind(
        "unknown-group",
        N_("Table “{table}” has no group of columns “{id}”."),
        N_("Correct the id, or declare the group under groups:."),
        title=N_("Unknown group of columns"),
        explanation=N_(
            "A group is a cell of the header above several columns. It is declared in the table once, under `groups`."
        ),
        wrong="groups: [{id: received, label: {vi: Tiếp nhận}}]\ncolumns: [{code: total, label: {vi: Tổng số}, group: recieved}]",
        right="groups: [{id: received, label: {vi: Tiếp nhận}}]\ncolumns: [{code: total, label: {vi: Tổng số}, group: received}]",
    ),
    ProblemKind(
        "groups-in-a-ring",
        N_("The groups of columns of table “{table}” stand above each other in a ring: {id}."),
        N_("Correct group: of one of them; the uppermost has none."),
        title=N_("Groups above each other in a ring"),
        explanation=N_(
            "A group may stand below another one, but at the top of every header there is one without a group above it."
        ),
    ),
    ProblemKind(
        "group-torn-apart",
        N_("The columns of group “{id}” of table “{table}” do not stand side by side: {code} is apart."),
        N_("Bring the columns into the order of the paper."),
        title=N_("Columns of a group that are apart"),
        explanation=N_("A group is one cell of the header, and spans its columns without a gap."),
    ),
    ProblemKind(
        "bad-identity",
        N_("“{written}” is no identity between columns."),
        N_("Write it as the form prints it, such as 3=4+5+6 or 9=11+12+13=14+15+16+17; also ≤ and ≥."),
        title=N_("Identity that cannot be read"),
        explanation=N_(
            "An identity adds columns up by their printed numbers (or codes) and says what they equal. The audit holds every row against it."
        ),
        wrong='identities: ["3=4+"]',
        right='identities: ["3=4+5+6"]',
    ),
    ProblemKind(
        "identity-without-column",
        N_("The identity “{written}” names column {column}, which table “{table}” does not have."),
        N_("Give the column its number under printed:, or correct the identity."),
        title=N_("Identity of a column that is not there"),
        explanation=N_(
            "Columns are named by the number that the form prints above or below them (`printed`), or by their code."
        ),
        wrong='columns: [{code: total, label: {vi: Tổng số}}]\nidentities: ["3=4+5"]',
        right='columns: [{code: total, printed: "3", label: {vi: Tổng số}}]',
    ),
    ProblemKind(
        "unknown-part-of-total",
        N_("Row {row} of table “{table}” is to be the total of row {part}, which is not there."),
        N_("Correct the code under total_of:."),
        title=N_("Total of a row that is not there"),
        explanation=N_(
            "`total_of` names the rows that add up to a total; one that lists entries stands for all of them."
        ),
    ),
    ProblemKind(
        "pattern-without-figures",
        N_("The pattern “{pattern}” and the figures of “{code}” do not name the same things."),
        N_("Name each figure once in braces: {right}."),
        title=N_("Pattern and figures disagree"),
        explanation=N_("Where a cell prints several figures, the pattern names each by its code in braces."),
    ),
    ProblemKind(
        "cell-unlike-pattern",
        N_("“{written}” does not look like the cells of this row and column: {pattern}."),
        N_("Type it as printed, or give the figures one by one under figures:."),
        title=N_("Cell of several figures that cannot be read"),
        explanation=N_(
            "The form says that the cell prints several figures, and how. What is typed does not have that shape."
        ),
        wrong='"4.561 trên 5.650"',
        right='{figures: {done: "4.561", all: "5.650"}, printed: "4.561 trên 5.650"}',
    ),
    ProblemKind(
        "unknown-figure",
        N_("The cell has no figure “{code}”."),
        N_("Use the codes that the form gives to the figures of the cell."),
        title=N_("Unknown figure of a cell"),
        explanation=N_("A cell that prints several figures is declared in the form under `figures`, each with a code."),
    ),
    ProblemKind(
        "unknown-list",
        N_("Row {row} of table “{table}” lists nothing, but the report brings rows for it."),
        N_("Correct the code, or say in the form what the row lists (lists:)."),
        title=N_("Rows for a list that the form does not have"),
        explanation=N_(
            "A report brings rows of its own only where the form leaves a list open: below a row with `lists`."
        ),
    ),
    ProblemKind(
        "listed-row-without-meaning",
        N_("Row “{row}” says of nothing what it is: its figures would be those of the whole unit."),
        N_("Name {kinds}, or say why it is not_indicator."),
        title=N_("Listed row without a meaning"),
        explanation=N_(
            "The columns of such a table name the indicators, so a row has to say of what they are: of another unit, of a field of procedure, "
            "or of nothing that is counted here. Without that, five dossiers of civil status would become the dossiers of the whole unit."
        ),
        wrong='lists: {I: [{code: "1", label: {vi: Hộ tịch}, values: [5, 5, 0]}]}',
        right='lists: {I: [{code: "1", label: {vi: Hộ tịch}, breakdown: {procedure-field: civil-status}, values: [5, 5, 0]}]}',
    ),
    ProblemKind(
        "listed-row-without-figures",
        N_("Row “{row}” has no figures."),
        N_(
            "Give its figures under values:, one a column; an empty cell is not-reported. A row that only parts the list is heading: true."
        ),
        title=N_("Listed row without figures"),
        explanation=N_(
            "A row that the report brings itself has its figures beside it, under `values`, unless it is a heading."
        ),
    ),
)
