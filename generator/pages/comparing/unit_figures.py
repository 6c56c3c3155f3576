"""What the comparison page loads of a unit that is chosen: its figures of one area, written out, and what it came from and belongs to.

A script holds what one unit reports, so that comparing two loads the files of these two, however many there are. `compare-figures.js`
unfolds what is folded here to weigh less: texts that recur stand once and are meant by their position. One more script lists what a unit
reports at all: from those of two the browser knows what both have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.dataset.comparability import Figure, came_from, contest, figures
from generator.dataset.comparison import units_above
from generator.dataset.dataset import Dataset
from generator.dataset.medians import is_independent_of_size
from generator.i18n import formats
from generator.i18n.names import report_label, source_label
from generator.model.form import breakdown_label
from generator.model.indicator import Indicator
from generator.model.observation import Observation
from generator.model.period import Period
from generator.model.unit import Unit
from generator.pages.comparing.compare_links import COMPARE_PATH
from generator.pages.comparing.comparisons import figure_days
from generator.pages.figures.figure import breakdown_name, shown
from generator.pages.page import link, report_path
from generator.recall.questions import question

EVERYTHING = "all"
"""The name of the script, beside those of areas, that lists what a unit reports; no area has this id."""


class Texts:
    """Texts that recur, each kept once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def place(self, text: str) -> int:
        """Where a text stands in `listed`."""
        return self._places.setdefault(text, len(self._places))

    @property
    def listed(self) -> list[str]:
        return list(self._places)


def unit_figures(unit: Unit, found: Mapping[str, Sequence[Figure]], dataset: Dataset, lang: str) -> dict[str, Any]:
    """What the script of a unit and an area holds: its figures by indicator, oldest first."""
    texts, reports = Texts(), Texts()
    figures = {
        indicator: [
            _folded(each, dataset.catalogue.indicators[indicator], dataset, lang, texts, reports)
            for each in sorted(figures, key=lambda each: each.period)
        ]
        for indicator, figures in found.items()
    }
    catalogue = dataset.catalogue
    return {
        **unit_facts(unit, dataset),
        "texts": texts.listed,
        "reports": [
            [link(COMPARE_PATH, report_path(each)), report_label(catalogue.reports[each], catalogue, lang)]
            for each in reports.listed
        ],
        "figures": figures,
    }


def unit_index(
    unit: Unit, areas: Mapping[str, Mapping[str, Sequence[Figure]]], dataset: Dataset, lang: str
) -> dict[str, Any]:
    """What a unit reports: by area its indicators, each with its name, its number of periods and the names of its breakdowns."""
    catalogue = dataset.catalogue
    return {
        **unit_facts(unit, dataset),
        "areas": [
            [
                area.id,
                area.names.in_language(lang),
                [
                    [
                        each,
                        catalogue.indicators[each].names.in_language(lang),
                        len({figure.period for figure in found}),
                        _breakdown_names(found, dataset, lang),
                    ]
                    for each, found in areas[area.id].items()
                ],
            ]
            for area in catalogue.areas.values()
            if area.id in areas
        ],
    }


def periods_by_unit(found: Sequence[Figure]) -> dict[str, int]:
    """The units of figures in their order, each with how many periods it has figures of."""
    periods: dict[str, set[Period]] = {}
    for each in found:
        periods.setdefault(each.unit.id, set()).add(each.period)
    return {unit: len(of_unit) for unit, of_unit in periods.items()}


@question
def periods_reported(dataset: Dataset, indicator: str) -> dict[str, int]:
    """The units that report an indicator, each with of how many periods."""
    return periods_by_unit(figures(dataset, dataset.catalogue.indicators[indicator]))


def _breakdown_names(found: Sequence[Figure], dataset: Dataset, lang: str) -> dict[str, str]:
    """The breakdowns of figures by label, and what they are called; the whole has neither. Two units need one in common to be side by side."""
    return {breakdown_label(each.breakdown): breakdown_name(each.breakdown, dataset.catalogue, lang) for each in found}


def unit_facts(unit: Unit, dataset: Dataset) -> dict[str, object]:
    """When a unit existed, what it came from and what it belongs to: from those of two the browser sees what keeps them apart."""
    return {
        "since": str(unit.valid_from.first_day) if unit.valid_from else "",
        "until": str(unit.valid_to.first_day) if unit.valid_to else "",
        "cameFrom": sorted(came_from(dataset, unit.id)),
        "above": sorted(units_above(unit, dataset.catalogue.units)),
    }


def _folded(
    each: Figure, indicator: Indicator, dataset: Dataset, lang: str, texts: Texts, reports: Texts
) -> list[object]:
    """A figure in the order that `compare-figures.js` knows."""
    catalogue, observation = dataset.catalogue, each.observation
    source = observation.source
    label = report_label(catalogue.reports[source.report], catalogue, lang)
    return [
        texts.place(breakdown_label(each.breakdown)),
        texts.place(formats.period(each.period, lang)),
        each.period.year,
        each.period.last_year,
        texts.place(figure_days(each, catalogue, lang)),
        int(observation.note is not None),
        texts.place(" ".join(map(str, each.moment))),
        texts.place(str(each.span) if each.has_number else ""),
        texts.place(contest(each, indicator, sizeless=is_independent_of_size(indicator, dataset))),
        float(observation.value) if observation.value is not None else None,
        shown(observation, catalogue, lang, with_unit=True),
        reports.place(source.report),
        source.anchor,
        source_label(observation, catalogue, lang).removeprefix(label),
        *_ends(observation),
    ]


def _ends(observation: Observation) -> Iterator[list[object]]:
    """Of a rough figure, where it tends and between which ends it lies (None where there is none), with 1 for an end that is left out."""
    span = observation.span
    if observation.rough is not None and span is not None:
        low, high = (None if end is None else float(end) for end in (span.low, span.high))
        yield [observation.rough.tends, low, high, int(span.open_low), int(span.open_high)]
