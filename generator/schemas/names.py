"""What ids name, for completion: every unit, indicator, unit of measure and so on of a catalogue, with its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.audit import all_kinds
from generator.fields.said import Refers
from generator.i18n.messages import translate
from generator.model.catalogue import Catalogue
from generator.model.text import Text

Named = Mapping[str, Text]


@dataclass(frozen=True)
class Names:
    """The ids of each kind with what they name. `periods` are those of the reports, as they are written."""

    by_kind: Mapping[Refers, Named]
    periods: tuple[str, ...]


def names_of(catalogue: Catalogue, languages: Iterable[str]) -> Names:
    """The ids of a catalogue, in their order there."""
    indicators = {
        each.id: _beside(
            each.names, catalogue.measures[each.measure].names if each.measure in catalogue.measures else None
        )
        for each in catalogue.indicators.values()
    }
    return Names(
        {
            Refers.AREA: {each.id: each.names for each in catalogue.areas.values()},
            Refers.BREAKDOWN: {each.id: each.names for each in catalogue.breakdowns.values()},
            Refers.CATEGORY: dict(_categories(catalogue)),
            Refers.FINDING: _findings(tuple(languages)),
            Refers.FORM: {each.id: each.names for each in catalogue.forms.values()},
            Refers.INDICATOR: indicators,
            Refers.MEASURE: {each.id: each.names for each in catalogue.measures.values()},
            Refers.REPORT: {each.id: each.document.title for each in catalogue.reports.values()},
            Refers.RULE: {each.id: each.names for each in catalogue.calendar.values()},
            Refers.UNIT: {each.id: each.names for each in catalogue.units.values()},
        },
        tuple(dict.fromkeys(str(each.period) for each in catalogue.reports.values())),
    )


def _categories(catalogue: Catalogue) -> Iterator[tuple[str, Text]]:
    for breakdown in catalogue.breakdowns.values():
        for each in breakdown.categories:
            yield each.id, each.names


def _beside(name: Text, measure: Text | None) -> Text:
    """A name with the unit of measure behind it: what tells a number from a rate of the same things."""
    if measure is None:
        return name
    return Text({lang: f"{said} ({measure.in_language(lang)})" for lang, said in name.root.items()})


def _findings(languages: tuple[str, ...]) -> Named:
    return {
        each.code: Text({lang: translate(lang, each.title) for lang in languages}) for each in all_kinds() if each.title
    }
