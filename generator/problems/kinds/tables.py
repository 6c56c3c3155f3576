"""What is wrong between a report's tables and its form."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.problems.kind import ProblemKind

THEME = N_("Tables and forms")

KINDS = (
    ProblemKind(
        "wrong-number-of-cells",
        N_("The row has {given} figures, but the table has {expected} columns."),
        N_('Decimal commas inside a list need quotes: ["81,8", "83,3"]. Empty cells are not-reported.'),
        title=N_("More or fewer figures than columns"),
        explanation=N_(
            "A row that is entered as a list has one figure a column, in the printed order. A decimal comma without quotes makes two figures of one."
        ),
        wrong="[81,8, 83,3]",
        right='["81,8", "83,3"]',
    ),
    ProblemKind(
        "unknown-table",
        N_("The form “{form}” has no table “{table}”."),
        N_("Correct the name, or declare the table in data/forms."),
        title=N_("Unknown table"),
        explanation=N_(
            "A report fills in the tables of its form; this one is not among them. Tables are declared in data/forms."
        ),
    ),
    ProblemKind(
        "unknown-row",
        N_("Table “{table}” of the form has no row “{row}”."),
        N_("Correct the number, or declare the row in data/forms."),
        title=N_("Unknown row"),
        explanation=N_(
            "Figures are entered under the row number that the paper prints; the form's table has no such row."
        ),
    ),
    ProblemKind(
        "unknown-column",
        N_("Table “{table}” of the form has no column “{column}”."),
        N_("Correct the code, or declare the column in data/forms."),
        title=N_("Unknown column"),
        explanation=N_("The form declares the columns of this table, each with a code; this one is not among them."),
    ),
    ProblemKind(
        "missing-columns",
        N_("Table “{table}” needs columns: the periods that the report prints."),
        N_("List the periods of its columns, from left to right, under columns."),
        title=N_("Columns not named"),
        explanation=N_(
            "In such a table every report prints periods of its own. Without them nobody knows which year a figure belongs to."
        ),
        right="columns: [2018, 2019, 2020-Q1]",
    ),
    ProblemKind(
        "needless-columns",
        N_("The columns of table “{table}” are fixed by the form."),
        N_("Remove columns here."),
        title=N_("Columns that the form gives already"),
        explanation=N_(
            "The form itself says what the columns of this table are, so the report may not say it again, and otherwise."
        ),
    ),
    ProblemKind(
        "heading-with-value",
        N_("Row {row} is a heading and has no figures."),
        N_("Remove it, or correct the form."),
        title=N_("Figure on a heading"),
        explanation=N_(
            "The form says that this row is a heading. If the paper prints a figure there, the form is wrong; otherwise the figure belongs one row further down."
        ),
    ),
    ProblemKind(
        "missing-row",
        N_("Row {row} of table “{table}” is not entered."),
        N_("Enter it; an empty cell is not-reported. Say entry: partial while a report is being entered."),
        title=N_("Row not entered"),
        explanation=N_(
            "Every row of the form is entered, so that an empty cell on paper and a row forgotten here are told apart."
        ),
        right="1.4: not-reported",
    ),
    ProblemKind(
        "missing-table",
        N_("Table “{table}” of the form is not entered."),
        N_("Enter it. Say entry: partial while a report is being entered."),
        title=N_("Table not entered"),
        explanation=N_(
            "Every table of the form is entered. While a report is being entered bit by bit, entry: partial says so to readers too."
        ),
        right="entry: partial",
    ),
    ProblemKind(
        "no-form",
        N_("The report has tables but names no form."),
        N_("Add form: with the id of a file in data/forms."),
        title=N_("Tables without a form"),
        explanation=N_(
            "Tables are read with the form they were printed on: it knows what each row means. Reports of mere prose need none."
        ),
        right="form: example-form",
    ),
    ProblemKind(
        "row-without-meaning",
        N_("Row {row} feeds no indicator."),
        N_("Give it an indicator, say heading: true, or say why it is not_indicator."),
        title=N_("Row without an indicator"),
        explanation=N_(
            "A row's figures reach charts and comparisons through an indicator. A row that is to have none says why."
        ),
        wrong='{code: "1.2", label: {vi: Đúng hạn}}',
        right='{code: "1.2", label: {vi: Đúng hạn}, indicator: dossiers-on-time}',
    ),
    ProblemKind(
        "indicator-and-none",
        N_("“{code}” names the indicator {id} and says that it is none."),
        N_("Keep indicator: or not_indicator:, not both."),
        title=N_("Indicator and no indicator"),
        explanation=N_(
            "Cells of a row or column with not_indicator are shown as printed and counted nowhere. With an indicator beside it nobody can tell which is meant."
        ),
        wrong="indicator: dossiers-received\nnot_indicator: {vi: Mô tả, en: A description}",
        right="not_indicator: {vi: Mô tả, en: A description}",
    ),
    ProblemKind(
        "row-and-column-disagree",
        N_("Row {row} says “{first}” of its cells, column {column} says “{second}”."),
        N_("A cell is one thing: say it in the row or in the column, or give the table columns of its own."),
        title=N_("Row and column disagree"),
        explanation=N_(
            "A cell is what its row and its column say together. Two indicators, units, units of measure or categories of one breakdown cannot both be true of it."
        ),
        wrong='columns: [{code: received, label: {vi: Tiếp nhận}, indicator: dossiers-received}]\nrows: [{code: "1", label: {vi: Hộ tịch}, indicator: dossiers-on-time}]',
        right='columns: [{code: received, label: {vi: Tiếp nhận}, indicator: dossiers-received}]\nrows: [{code: "1", label: {vi: Hộ tịch}, breakdown: {procedure-field: civil-status}}]',
    ),
    ProblemKind(
        "row-without-measure",
        N_("Row {row} has figures but no unit of measure."),
        N_("Add measure:."),
        title=N_("Row without a unit of measure"),
        explanation=N_(
            "A row that feeds no indicator has to say itself how its figures are read: as counts, percentages, yes or no, or words."
        ),
        right="measure: yes-no",
    ),
    ProblemKind(
        "duplicate-row",
        N_("Row {row} stands twice in table “{table}”."),
        N_("The second one gets “{row}#2”."),
        title=N_("Row number used twice"),
        explanation=N_(
            "Some forms print a number twice. The second row gets a sign of its own, so that figures and links find it."
        ),
        wrong='code: "4.6"\ncode: "4.6"',
        right='code: "4.6"\ncode: "4.6#2"',
    ),
    ProblemKind(
        "bad-code",
        N_("“{written}” cannot be the code of a table, row or column."),
        N_("Use letters and digits, with single dots, hyphens or spaces between them, at most 40: 1.2 or a."),
        title=N_("Code that cannot be used"),
        explanation=N_(
            "Codes of tables, rows and columns become part of addresses, so only plain letters, digits and a few signs are allowed."
        ),
    ),
)
