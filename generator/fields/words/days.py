"""Days that figures are of."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Said
from generator.i18n.messages import N_
from generator.model.days import Covers, Dated
from generator.model.placed import Placed

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    Covers: {
        "from": Said(N_("From"), N_("The first day.")),
        "to": Said(N_("To"), N_("The last day.")),
    },
    Dated: {
        "as_of": Said(N_("As of"), N_("The day as of which the figures are.")),
        "covers": Said(N_("Days covered"), N_("The days that the figures cover.")),
    },
}
