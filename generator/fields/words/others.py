"""Targets, the glossary, the synonyms of search, and how archives describe the snapshots."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Refers, Said
from generator.i18n.messages import N_
from generator.model.archive_description import ArchiveDescription
from generator.model.narrative import GlossaryEntry, Synonym
from generator.model.placed import Placed
from generator.model.target import Target

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    Target: {
        "id": Said(N_("Id"), N_("What addresses call the target.")),
        "indicator": Said(N_("Indicator"), N_("What is to be reached."), refers_to=Refers.INDICATOR),
        "unit": Said(N_("Unit"), N_("The unit that is to reach it."), refers_to=Refers.UNIT),
        "level": Said(N_("Level"), N_("Every unit of this level is to reach it.")),
        "parent": Said(N_("Within"), N_("Only units that belong to this one."), refers_to=Refers.UNIT),
        "breakdown": Said(N_("Breakdown"), N_("Which part is meant.")),
        "period": Said(N_("Period"), N_("The time for which the target counts.")),
        "each_year": Said(
            N_("In each year"),
            N_("Whether a target of several years is to be kept in each of them: each is judged, and the end."),
        ),
        "deadline": Said(N_("Deadline"), N_("The day by which it is to be reached.")),
        "threshold": Said(N_("Threshold"), N_("The number as the document prints it.")),
        "threshold_from": Said(
            N_("Plan stated as"),
            N_("The indicator that holds the plan, in the place of a threshold."),
            refers_to=Refers.INDICATOR,
        ),
        "comparison": Said(N_("To be reached"), N_("“Over 80%” is more-than, “80% and more” at-least.")),
        "stated_in": Said(N_("Stated in"), N_("The report from which the target was read."), refers_to=Refers.REPORT),
        "source": Said(N_("Source"), N_("The document and place that set it."), long=True),
        "note": Said(N_("Note"), N_("What readers should know of the target."), long=True),
    },
    GlossaryEntry: {
        "id": Said(N_("Id"), N_("What addresses call the term.")),
        "abbreviation": Said(N_("Abbreviation"), N_("What reports print; pages explain it where it stands.")),
        "term": Said(N_("Term"), N_("The term in full.")),
        "definition": Said(N_("Definition"), N_("What it means, for readers who do not know the field."), long=True),
        "aliases": Said(N_("Other names"), N_("Other spellings by which people search.")),
    },
    Synonym: {
        "official": Said(N_("Official words"), N_("The words that pages use.")),
        "said": Said(N_("Everyday words"), N_("What people type instead, in any language.")),
    },
    ArchiveDescription: {
        "title": Said(N_("Title"), N_("What archives call the site.")),
        "creator": Said(
            N_("Creator"), N_("Whoever makes the site and takes the snapshots; a public authority only if it is one.")
        ),
        "description": Said(N_("Description"), N_("What the snapshots hold."), long=True),
        "retention": Said(N_("Retention"), N_("How long a snapshot is to be kept.")),
        "access": Said(N_("Access"), N_("Who may see it.")),
        "keywords": Said(N_("Keywords"), N_("Words by which archives list it.")),
        "code": Said(N_("Code"), N_("What the archive calls the holding.")),
        "contact": Said(N_("Contact"), N_("Whom to ask.")),
    },
}
