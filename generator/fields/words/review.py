"""What people say about single figures of a report."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Refers, Said
from generator.i18n.messages import N_
from generator.model.placed import Placed
from generator.model.review import Correction, Reviewed

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    Reviewed: {
        "finding": Said(
            N_("Finding"), N_("The code of the finding, such as stated-differently."), refers_to=Refers.FINDING
        ),
        "table": Said(N_("Table"), N_("The table of the figure."), refers_to=Refers.TABLE),
        "row": Said(N_("Row"), N_("The row of the figure."), refers_to=Refers.ROW),
        "column": Said(
            N_("Column"),
            N_("The code of the column, or its period; left out where there is only one."),
            refers_to=Refers.COLUMN,
        ),
        "indicator": Said(N_("Indicator"), N_("For a figure of the prose: its indicator."), refers_to=Refers.INDICATOR),
        "breakdown": Said(N_("Breakdown"), N_("For a figure of the prose: which part.")),
        "unit": Said(
            N_("Unit"), N_("For a figure of the prose: that of the report unless given."), refers_to=Refers.UNIT
        ),
        "period": Said(N_("Period"), N_("For a figure of the prose: that of the report unless given.")),
        "section": Said(N_("Section"), N_("For a figure of the prose: the section that states it.")),
        "reason": Said(N_("Reason"), N_("What the review came to; shown to readers."), long=True),
    },
    Correction: {
        "table": Said(N_("Table"), N_("The table of the figure."), refers_to=Refers.TABLE),
        "row": Said(N_("Row"), N_("The row of the figure."), refers_to=Refers.ROW),
        "column": Said(
            N_("Column"),
            N_("The code of the column, or its period; left out where there is only one."),
            refers_to=Refers.COLUMN,
        ),
        "indicator": Said(N_("Indicator"), N_("For a figure of the prose: its indicator."), refers_to=Refers.INDICATOR),
        "breakdown": Said(N_("Breakdown"), N_("For a figure of the prose: which part.")),
        "unit": Said(
            N_("Unit"), N_("For a figure of the prose: that of the report unless given."), refers_to=Refers.UNIT
        ),
        "period": Said(N_("Period"), N_("For a figure of the prose: that of the report unless given.")),
        "section": Said(N_("Section"), N_("For a figure of the prose: the section that states it.")),
        "expects": Said(N_("As printed"), N_("What the paper shows; the correction fails once that is gone.")),
        "value": Said(N_("Number used"), N_("The number that is used instead.")),
        "kind": Said(
            N_("Kind of slip"), N_("A slip of print, or of copying a document that nobody can look up again.")
        ),
        "reason": Said(N_("Reason"), N_("Why it is corrected; shown to readers."), long=True),
    },
}
