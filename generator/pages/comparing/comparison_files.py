"""What the comparison page loads in the browser: of the indicator, what may stand beside what; of each unit chosen, its figures.

All rules are applied here, so that the script only looks up. Each file is a script that registers itself, because a page
opened from a folder may load scripts but not data.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import combinations
from typing import Any

from generator.dataset.comparability import Figure, Reason, figures, figures_of, spans_apart
from generator.dataset.dataset import Dataset, indicators_with_numbers
from generator.dataset.medians import is_independent_of_size
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.form import breakdown_label
from generator.model.indicator import Direction, Indicator, MeasureType
from generator.pages.comparing.choices import CHOICES, are_many, choices
from generator.pages.comparing.compare_links import COMPARE_PATH
from generator.pages.comparing.comparison_words import REASONS, span_name
from generator.pages.comparing.unit_figures import EVERYTHING, periods_by_unit, unit_figures, unit_index
from generator.pages.figures.figure import breakdown_name, is_number
from generator.pages.page import indicator_path, link

FOLDER = "assets/compare"

Scripts = Callable[[Dataset, str], Iterator[tuple[str, str]]]
"""Makes scripts about one subject in a language: path below the language's folder, and text."""


def subjects_compared(dataset: Dataset) -> Iterator[tuple[str, Scripts]]:
    """What scripts are about, each with what makes them: every indicator with figures, every unit, and all units where they are many."""
    if are_many(dataset):
        yield CHOICES, _of_all_units
    numbered = indicators_with_numbers(dataset)
    for each in dataset.catalogue.indicators:
        if each in numbered:
            yield f"indicators/{each}", partial(_of_indicator, each)
    for each in dataset.catalogue.units:
        if each in dataset.units_with_data:
            yield f"units/{each}", partial(_of_unit, each)


def comparison_scripts(dataset: Dataset, lang: str) -> Iterator[tuple[str, str]]:
    """Path below the language's folder, and text, of a script for every indicator with figures, for every unit and area, and for every unit."""
    for _, scripts in subjects_compared(dataset):
        yield from scripts(dataset, lang)


def _of_all_units(dataset: Dataset, lang: str) -> Iterator[tuple[str, str]]:
    yield _script(CHOICES, choices(dataset, lang))


def _of_indicator(indicator_id: str, dataset: Dataset, lang: str) -> Iterator[tuple[str, str]]:
    indicator = dataset.catalogue.indicators[indicator_id]
    found = figures(dataset, indicator)
    if any(each.has_number for each in found):
        yield _script(indicator.id, _about(indicator, found, dataset, lang))


def _of_unit(unit_id: str, dataset: Dataset, lang: str) -> Iterator[tuple[str, str]]:
    """A script for each area of which a unit reports figures of an indicator that anybody reports numbers of, and one of all areas."""
    catalogue, numbered = dataset.catalogue, indicators_with_numbers(dataset)
    areas: dict[str, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for each in figures_of(dataset.select(unit=unit_id), catalogue):
        indicator = each.observation.indicator or ""
        if indicator in numbered:
            areas[catalogue.indicators[indicator].area][indicator].append(each)
    unit = catalogue.units[unit_id]
    for area, reported in areas.items():
        yield _script(f"units/{unit_id}/{area}", unit_figures(unit, reported, dataset, lang))
    if areas:
        yield _script(f"units/{unit_id}/{EVERYTHING}", unit_index(unit, areas, dataset, lang))


def _script(name: str, value: object) -> tuple[str, str]:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{FOLDER}/{name}.js", f"(window.rrComparisons=window.rrComparisons||{{}})[{json.dumps(name)}]={text};\n"


def _about(indicator: Indicator, found: Sequence[Figure], dataset: Dataset, lang: str) -> dict[str, Any]:
    """The indicator and its times: which units report it, how it is broken down (with how many units), what keeps times apart."""
    catalogue = dataset.catalogue
    measure = catalogue.measures[indicator.measure]
    breakdowns = {each.breakdown: breakdown_name(each.breakdown, catalogue, lang) for each in found}
    numbers = [each for each in found if each.has_number]
    spans = sorted({each.span for each in numbers})
    return {
        "name": indicator.names.in_language(lang),
        "page": link(COMPARE_PATH, indicator_path(indicator.id)),
        "area": indicator.area,
        "measure": measure.names.in_language(lang),
        "drawn": is_number(measure),
        "higher": indicator.better is Direction.HIGHER,
        "directed": indicator.better is not Direction.NEITHER,
        "sized": measure.type in (MeasureType.COUNT, MeasureType.DECIMAL)
        and not is_independent_of_size(indicator, dataset),
        "whole": 100 if formats.is_rate(measure) else None,
        "breakdowns": [
            [
                breakdown_label(key),
                name or translate(lang, N_("Overall")),
                len({each.unit.id for each in numbers if each.breakdown == key}),
            ]
            for key, name in sorted(breakdowns.items(), key=lambda item: len(item[0]))
        ],
        "units": list(units := periods_by_unit(found)),
        "periods": list(units.values()),
        "withNumbers": len({each.unit.id for each in numbers}),
        "years": [min(each.period.year for each in found), max(each.period.last_year for each in found)],
        "spans": {str(each): span_name(each, lang) for each in spans},
        "refusals": {
            f"{one}|{other}": translate(lang, REASONS[reason])
            for one, other in combinations(spans, 2)
            if (reason := spans_apart(one, other))
        },
        "noNumber": translate(lang, REASONS[Reason.NO_NUMBER]),
    }
