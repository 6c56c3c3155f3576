"""Units and what is declared of them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.fields.said import Refers, Said
from generator.i18n.messages import N_
from generator.model.placed import Placed
from generator.model.unit import Unit

WORDS: Mapping[type[Placed], Mapping[str, Said]] = {
    Unit: {
        "id": Said(N_("Id"), N_("Part of web addresses and the name of the file; it never changes.")),
        "level": Said(N_("Level"), N_("What kind of authority it is.")),
        "kind": Said(
            N_("Kind of unit"),
            N_(
                "What a unit of its level is called, where there are several kinds: a ward, a special zone, a city under the central government."
            ),
        ),
        "parent": Said(
            N_("Part of"),
            N_("The unit that it belongs to: the province of a district, the district of a department."),
            refers_to=Refers.UNIT,
        ),
        "names": Said(N_("Name"), N_("The full name, such as “Huyện Ngân Sơn”.")),
        "authority": Said(
            N_("Who issues its reports"),
            N_("The authority in whose name its reports appear, such as the People's Committee."),
        ),
        "code": Said(N_("Official code"), N_("The code of the administrative unit, where it has one.")),
        "valid_from": Said(
            N_("Exists since"), N_("The first day in its present shape, where it began within the time of the reports.")
        ),
        "valid_to": Said(N_("Existed until"), N_("The last day, where it was abolished or merged.")),
        "predecessors": Said(
            N_("Came from"), N_("The units from which it was formed. Charts show a break there."), refers_to=Refers.UNIT
        ),
        "successors": Said(N_("Became"), N_("The units that took its place."), refers_to=Refers.UNIT),
        "aliases": Said(N_("Other names"), N_("Other spellings by which people search.")),
        "former_ids": Said(N_("Former ids"), N_("Ids that it had on this site before: old addresses lead here.")),
        "note": Said(N_("Note"), N_("What readers should know of the unit, with its source."), long=True),
    },
}
