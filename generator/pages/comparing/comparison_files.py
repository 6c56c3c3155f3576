"""What the comparison page loads in the browser: of the indicator, what may stand beside what; of each unit chosen, its figures.

All rules are applied here, so that the script only looks up. Each file is a script that registers itself, because a page
opened from a folder may load scripts but not data.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from generator.dataset.comparability import Figure, Reason, figures, lineage, spans_apart
from generator.dataset.dataset import Dataset
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


def comparison_scripts(dataset: Dataset, lang: str) -> Iterator[tuple[str, str]]:
    """Path below the language's folder, and text, of a script for every indicator with figures, for every unit and area, and for every unit."""
    catalogue = dataset.catalogue
    known = lineage(catalogue.units)
    if are_many(dataset):
        yield _script(CHOICES, choices(dataset, lang))
    by_unit: dict[tuple[str, str], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for indicator in catalogue.indicators.values():
        found = figures(dataset, indicator)
        if any(each.has_number for each in found):
            yield _script(indicator.id, _about(indicator, found, dataset, lang))
            for each in found:
                by_unit[each.unit.id, indicator.area][indicator.id].append(each)
    everything: dict[str, dict[str, dict[str, list[Figure]]]] = defaultdict(dict)
    for (unit, area), reported in by_unit.items():
        everything[unit][area] = reported
        yield _script(f"units/{unit}/{area}", unit_figures(catalogue.units[unit], reported, known, dataset, lang))
    for unit, areas in everything.items():
        yield _script(f"units/{unit}/{EVERYTHING}", unit_index(catalogue.units[unit], areas, known, dataset, lang))


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
