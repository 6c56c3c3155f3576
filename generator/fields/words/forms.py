"""Official forms, their tables, columns and rows."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Refers, Said
from generator.i18n.messages import N_
from generator.model.form import CellFigure, Column, ColumnGroup, Form, HeadCell, Row, Table
from generator.model.placed import Placed

_FIGURES = Said(
    N_("Figures of a cell"),
    N_("Where its cells print several figures, such as count, rate and points: each with its code."),
)
_PATTERN = Said(N_("Pattern of a cell"), N_("How its cells print them, each code in braces: {done}/{all} ({rate})."))

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    CellFigure: {
        "code": Said(N_("Code"), N_("What the pattern and reports call the figure.")),
        "label": Said(N_("Label"), N_("What the paper prints before the figure, such as “Tỷ lệ”.")),
        "indicator": Said(N_("Indicator"), N_("The indicator that the figure feeds."), refers_to=Refers.INDICATOR),
        "breakdown": Said(N_("Breakdown"), N_("Which part the figure is of.")),
        "measure": Said(
            N_("Unit of measure"),
            N_("Where it is another than the indicator's, or there is no indicator."),
            refers_to=Refers.MEASURE,
        ),
        "unit": Said(N_("Unit"), N_("Where the figures are of another unit than the report."), refers_to=Refers.UNIT),
        "as_of": Said(N_("As of"), N_("The day as of which the figure is.")),
        "not_indicator": Said(N_("Why no indicator"), N_("Why the figure feeds none."), long=True),
    },
    ColumnGroup: {
        "id": Said(N_("Id"), N_("What columns and other groups call it.")),
        "label": Said(N_("Label"), N_("What the paper prints in that cell of the header.")),
        "group": Said(
            N_("Group above"), N_("The group in whose columns it stands, where the header has a further storey.")
        ),
    },
    HeadCell: {
        "label": Said(N_("Label"), N_("What the paper prints above it, such as “STT”.")),
        "printed": Said(N_("Printed number"), N_("The number that the form gives the column, such as 1 or (1).")),
    },
    Column: {
        "code": Said(N_("Code"), N_("What reports call the column.")),
        "printed": Said(N_("Printed number"), N_("The number that the form gives the column, such as 3 or (3).")),
        "label": Said(N_("Label"), N_("What the paper prints above the column.")),
        "group": Said(N_("Group"), N_("The cell of the header above the column and others, from groups.")),
        "period": Said(N_("Period"), N_("Relative to the report: a quarter, a half-year, nine months, or the year.")),
        "indicator": Said(
            N_("Indicator"), N_("The indicator that the cells of the column feed."), refers_to=Refers.INDICATOR
        ),
        "breakdown": Said(N_("Breakdown"), N_("Which part the cells of the column are of.")),
        "measure": Said(
            N_("Unit of measure"),
            N_("Where it is another than the indicator's, or there is no indicator."),
            refers_to=Refers.MEASURE,
        ),
        "unit": Said(N_("Unit"), N_("Where the figures are of another unit than the report."), refers_to=Refers.UNIT),
        "as_of": Said(N_("As of"), N_("The day as of which the figures of the column are.")),
        "not_indicator": Said(N_("Why no indicator"), N_("Why the column feeds none."), long=True),
        "figures": _FIGURES,
        "pattern": _PATTERN,
    },
    Row: {
        "code": Said(N_("Code"), N_("The number on the form; # and a number tell rows with the same number apart.")),
        "printed": Said(
            N_("Printed number"), N_("What the paper shows in its number column, where that is not the code.")
        ),
        "unnumbered": Said(N_("Without a number"), N_("The number column is empty there on paper.")),
        "label": Said(N_("Label"), N_("What the row is called on paper, as printed.")),
        "heading": Said(N_("Heading"), N_("A heading has no figures of its own.")),
        "lists": Said(
            N_("Lists"),
            N_("What each report lists below the row: units, or the categories of breakdowns such as procedure-field."),
        ),
        "total_of": Said(
            N_("Total of"), N_("The codes of the rows that add up to it; one that lists stands for what it lists.")
        ),
        "indicator": Said(N_("Indicator"), N_("The indicator that the row feeds."), refers_to=Refers.INDICATOR),
        "breakdown": Said(N_("Breakdown"), N_("Which part the row is of.")),
        "measure": Said(
            N_("Unit of measure"),
            N_("Where it is another than the indicator's, or there is no indicator."),
            refers_to=Refers.MEASURE,
        ),
        "unit": Said(N_("Unit"), N_("Where the figures are of another unit than the report."), refers_to=Refers.UNIT),
        "period": Said(N_("Period"), N_("Where the row is of another period than the report.")),
        "as_of": Said(N_("As of"), N_("The day as of which the figures of the row are.")),
        "not_indicator": Said(N_("Why no indicator"), N_("Why the row feeds none."), long=True),
        "figures": _FIGURES,
        "pattern": _PATTERN,
        "note": Said(N_("Note"), N_("What is to be known of the row."), long=True),
    },
    Table: {
        "id": Said(N_("Id"), N_("What reports call the table.")),
        "title": Said(N_("Title"), N_("The title on paper.")),
        "note": Said(N_("Note"), N_("What readers should know of the table."), long=True),
        "number_head": Said(N_("Above the numbers"), N_("What stands above the column with the numbers of rows.")),
        "label_head": Said(N_("Above the labels"), N_("What stands above the column with the labels of rows.")),
        "groups": Said(N_("Groups of columns"), N_("The cells of the header that stand above several columns.")),
        "columns": Said(
            N_("Columns"),
            N_(
                "The columns, or “periods” where each report lists the periods itself. One column of the report's own period needs none."
            ),
        ),
        "identities": Said(
            N_("Identities"), N_("How the form says its columns go together, by their numbers or codes: 3=4+5+6.")
        ),
        "rows": Said(N_("Rows of the table"), N_("The rows in the order of the paper.")),
    },
    Form: {
        "id": Said(N_("Id"), N_("What reports call the form, and the name of the file.")),
        "names": Said(N_("Name"), N_("The official name.")),
        "source": Said(N_("Source"), N_("The document that prescribes or holds the form."), long=True),
        "note": Said(N_("Note"), N_("How it was taken over from the paper, and what is missing there."), long=True),
        "tables": Said(N_("Tables"), N_("The tables in the order of the paper.")),
    },
}
