"""Reports: the document, its figures, what it cites."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Refers, Said
from generator.i18n.messages import N_
from generator.model.placed import Placed
from generator.model.report import (
    Cell,
    Document,
    ListedRow,
    Passage,
    PassageFigure,
    ProseFigure,
    Reference,
    Report,
    ReportColumn,
    Revision,
    TableValues,
)

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    Cell: {
        "value": Said(N_("Value"), N_("As the report prints it: 14.083 or 97,55%.")),
        "of": Said(N_("Out of"), N_("What it is out of: the highest score, or how many are ranked.")),
        "to": Said(N_("Other end"), N_("The other end of a range.")),
        "qualifier": Said(
            N_("How rough"), N_("How a number is meant that is not the figure itself, such as nearly 80%.")
        ),
        "status": Said(N_("Status"), N_("Why there is no number.")),
        "printed": Said(N_("As printed"), N_("What the paper shows, where that is more or other than the number.")),
        "figures": Said(
            N_("Figures of the cell"),
            N_("Where the cell prints several figures: each by the code that the form gives it."),
        ),
        "parts": Said(N_("Shares"), N_("The shares that the same cell prints, by breakdown.")),
        "as_of": Said(N_("As of"), N_("The day as of which this figure is, where the report gives one.")),
        "covers": Said(N_("Days covered"), N_("The days that this figure covers, where the report gives them.")),
        "note": Said(N_("Note"), N_("What readers should know of the figure."), long=True),
    },
    ReportColumn: {
        "period": Said(N_("Period"), N_("The period of the column.")),
        "label": Said(N_("Label"), N_("What the paper prints above the column, where that says more than the period.")),
        "as_of": Said(N_("As of"), N_("The day as of which the figures of the column are.")),
        "covers": Said(N_("Days covered"), N_("The days that the figures of the column cover.")),
    },
    ListedRow: {
        "code": Said(
            N_("Code"), N_("The number on paper; # and a number tell rows of the list with the same number apart.")
        ),
        "printed": Said(
            N_("Printed number"), N_("What the paper shows in its number column, where that is not the code.")
        ),
        "label": Said(
            N_("Label"),
            N_("What the row is called on paper, as printed; without it, it is called as its unit or part."),
        ),
        "heading": Said(N_("Heading"), N_("A heading has no figures of its own.")),
        "unit": Said(N_("Unit"), N_("The unit that the figures are of."), refers_to=Refers.UNIT),
        "breakdown": Said(N_("Breakdown"), N_("Which part the row is of, such as a field of procedure.")),
        "not_indicator": Said(N_("Why no indicator"), N_("Why the row feeds none."), long=True),
        "values": Said(N_("Figures"), N_("One figure a column, in the printed order, or some by column code.")),
        "note": Said(N_("Note"), N_("What is to be known of the row."), long=True),
    },
    TableValues: {
        "columns": Said(N_("Columns"), N_("The periods of the columns, where the form leaves them to the report.")),
        "as_of": Said(N_("As of"), N_("The day as of which the figures of the table are.")),
        "covers": Said(N_("Days covered"), N_("The days that the figures of the table cover.")),
        "days": Said(N_("Days of columns"), N_("The days of single columns that the form fixes, by column code.")),
        "note": Said(
            N_("Note"),
            N_("What is to be known of the table as a whole: where it stands on paper, what is empty there."),
        ),
        "rows": Said(N_("Rows of the table"), N_("The figures by row code, as on paper.")),
        "lists": Said(
            N_("Rows of its own"),
            N_(
                "The rows that the report brings itself, by the code of the row that lists them: units, fields of procedure."
            ),
        ),
    },
    Document: {
        "title": Said(N_("Title"), N_("The title as printed.")),
        "number": Said(N_("Number"), N_("The number as printed, such as 123/BC-UBND.")),
        "date": Said(N_("Date"), N_("The day of the document; without a printed day only year and month.")),
        "printed_date": Said(N_("Date as printed"), N_("What it prints where that is no date, or cannot be right.")),
        "as_of": Said(N_("As of"), N_("The day as of which its figures are.")),
        "covers": Said(N_("Days covered"), N_("The first and last day that its figures really cover.")),
        "note": Said(N_("Note"), N_("What readers should know of the document."), long=True),
    },
    ProseFigure: {
        "section": Said(N_("Section"), N_("The section of the report in which the figure stands, such as II.2.a.")),
        "indicator": Said(N_("Indicator"), N_("What the figure is a value of."), refers_to=Refers.INDICATOR),
        "breakdown": Said(N_("Breakdown"), N_("Which part it is of.")),
        "unit": Said(N_("Unit"), N_("Where it is of another unit than the report."), refers_to=Refers.UNIT),
        "period": Said(N_("Period"), N_("Where it is of another period than the report.")),
        "as_of": Said(N_("As of"), N_("The day as of which the figure is.")),
        "covers": Said(N_("Days covered"), N_("The days that the figure covers.")),
        "value": Said(N_("Figure"), N_("As the report prints it.")),
        "values": Said(N_("Figures by period"), N_("Where the sentence gives several periods.")),
        "note": Said(N_("Note"), N_("What readers should know of the figure."), long=True),
    },
    PassageFigure: {
        "indicator": Said(N_("Indicator"), N_("What the figure is a value of."), refers_to=Refers.INDICATOR),
        "breakdown": Said(N_("Breakdown"), N_("Which part it is of.")),
        "unit": Said(N_("Unit"), N_("Where it is of another unit than the report."), refers_to=Refers.UNIT),
        "period": Said(N_("Period"), N_("Where it is of another period than the report.")),
        "as_of": Said(N_("As of"), N_("The day as of which the figure is.")),
        "covers": Said(N_("Days covered"), N_("The days that the figure covers.")),
        "value": Said(N_("Figure"), N_("As the report prints it.")),
        "values": Said(N_("Figures by period"), N_("Where the sentence gives several periods.")),
        "note": Said(N_("Note"), N_("What readers should know of the figure."), long=True),
    },
    Passage: {
        "section": Said(N_("Section"), N_("The section of the report, such as II.2.a.")),
        "as_of": Said(N_("As of"), N_("The day as of which all figures of the passage are.")),
        "covers": Said(N_("Days covered"), N_("The days that all figures of the passage cover.")),
        "note": Said(
            N_("Note"),
            N_("What is to be known of the passage; shown at each of its figures that has no note."),
            long=True,
        ),
        "figures": Said(N_("Figures"), N_("The figures of the passage in their order.")),
    },
    Reference: {
        "id": Said(N_("Id"), N_("What addresses call the entry.")),
        "name": Said(N_("Name"), N_("What the report calls the document, such as Nghị định số 61/2018/NĐ-CP.")),
        "number": Said(N_("Number"), N_("The number as printed; narratives that name it are linked.")),
        "date": Said(N_("Date"), N_("As far as the report prints it.")),
        "printed_date": Said(N_("Date as printed"), N_("What it prints where that is no date, or cannot be right.")),
        "issuer": Said(N_("Issued by"), N_("Who issued the document, as far as the report says.")),
        "subject": Said(N_("Subject"), N_("What it is about.")),
        "note": Said(N_("Note"), N_("What readers should know of the reference."), long=True),
    },
    Revision: {
        "date": Said(N_("Date"), N_("The day on which this site changed it.")),
        "change": Said(N_("Change"), N_("What was changed, in words."), long=True),
        "table": Said(N_("Table"), N_("The table of the figure concerned, where it is one."), refers_to=Refers.TABLE),
        "row": Said(N_("Row"), N_("The row of the figure concerned."), refers_to=Refers.ROW),
        "indicator": Said(N_("Indicator"), N_("The indicator of the figure concerned."), refers_to=Refers.INDICATOR),
    },
    Report: {
        "unit": Said(N_("Unit"), N_("The unit that reports; the folder of the file."), refers_to=Refers.UNIT),
        "period": Said(N_("Period"), N_("What the report is for; the name of the file.")),
        "rule": Said(
            N_("Rule"),
            N_(
                "The rule of data/calendar.yml that asks for it, where that is another than the one on reform; part of the name of the file."
            ),
            refers_to=Refers.RULE,
        ),
        "form": Said(N_("Form"), N_("The appendix that it fills in."), refers_to=Refers.FORM),
        "entry": Said(N_("How far entered"), N_("Whether all its figures are entered here.")),
        "entry_note": Said(
            N_("How entered"),
            N_("From which copy it was entered, what was left out and why; shown to readers."),
            long=True,
        ),
        "published": Said(N_("First shown"), N_("The day on which this site first showed the report.")),
        "document": Said(N_("Document"), N_("The facts of the document itself.")),
        "tables": Said(N_("Tables"), N_("The figures of the appendix, by table.")),
        "prose": Said(N_("Figures of the prose"), N_("Figures that the report states only in its prose.")),
        "references": Said(N_("Documents cited"), N_("The documents that the report cites.")),
        "revisions": Said(N_("What was revised"), N_("What this site changed after it had shown the report.")),
        "reviewed": Said(N_("Findings reviewed"), N_("Findings of the audit that somebody looked into.")),
        "corrections": Said(N_("Corrections"), N_("Slips that are set right in the open.")),
    },
}
