"""The calendar of reports."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Refers, Said
from generator.i18n.messages import N_
from generator.model.calendar import ReportingRule, Window
from generator.model.placed import Placed

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    ReportingRule: {
        "id": Said(N_("Id"), N_("What the rule is called here.")),
        "names": Said(N_("Name"), N_("What people call the rule.")),
        "beside": Said(
            N_("Reports beside others"),
            N_("What its reports are called where they stand beside those on reform, each with an address of its own."),
        ),
        "source": Said(N_("Source"), N_("The document that sets it, and what of it is at hand."), long=True),
        "levels": Said(N_("Levels"), N_("The kinds of authority that the rule names.")),
        "collected": Said(
            N_("Gathered here"),
            N_("The units whose reports this site gathers: only of those one can be missing."),
            refers_to=Refers.UNIT,
        ),
        "since": Said(N_("In force since"), N_("The first day of the rule.")),
        "until": Said(N_("In force until"), N_("The last day of the rule.")),
        "windows": Said(N_("Windows"), N_("The reports that it asks for, with their days.")),
        "note": Said(N_("Note"), N_("What readers should know of the rule."), long=True),
    },
    Window: {
        "period": Said(N_("Period"), N_("The part of the year that the report is of.")),
        "from": Said(N_("First day"), N_("Of the figures: month and day, of a period of every month the day alone.")),
        "to": Said(N_("Last day"), N_("Of the figures.")),
        "due": Said(N_("Due"), N_("The last day to send the report.")),
    },
}
