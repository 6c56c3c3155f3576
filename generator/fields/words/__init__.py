"""What every field of the model is called and for; the order is that in which files have the keys. A module a theme."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Said
from generator.fields.words import days, forms, indicators, others, records, reports, review, site, units
from generator.model.placed import Placed

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    **units.WORDS,
    **indicators.WORDS,
    **forms.WORDS,
    **reports.WORDS,
    **days.WORDS,
    **review.WORDS,
    **others.WORDS,
    **records.WORDS,
    **site.WORDS,
}
