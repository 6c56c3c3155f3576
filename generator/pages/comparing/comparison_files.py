"""What the comparison page loads in the browser: for each indicator its figures, written out, and what may stand beside what.

All rules are applied here, so that the script only looks up. Each file is a script that registers itself, because a page
opened from a folder may load scripts but not data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from generator.dataset.comparability import Figure, Reason, contest, figures, lineage, spans_apart, units_apart
from generator.dataset.comparison import is_unsure, is_within
from generator.dataset.dataset import Dataset
from generator.dataset.medians import is_independent_of_size
from generator.i18n import formats
from generator.i18n.messages import N_, translate
from generator.model.form import breakdown_label
from generator.model.indicator import Direction, Indicator, MeasureType
from generator.pages.comparing.compare_links import COMPARE_PATH
from generator.pages.comparing.comparison_words import REASONS, span_name
from generator.pages.comparing.comparisons import figure_days
from generator.pages.figures.figure import breakdown_name, is_number, shown, source_label
from generator.pages.page import indicator_path, link, report_path

FOLDER = "assets/compare"


def comparison_scripts(dataset: Dataset, lang: str) -> Iterator[tuple[str, str]]:
    """Path below the language's folder, and text, of a script for every indicator with figures."""
    known = lineage(dataset.catalogue.units)
    for indicator in dataset.catalogue.indicators.values():
        found = figures(dataset, indicator)
        if any(each.has_number for each in found):
            pairs = list(combinations({each.unit.id: each.unit for each in found}.values(), 2))
            data = _data(indicator, found, dataset, lang)
            data["apart"] = {
                f"{one.id}|{other.id}": translate(lang, REASONS[reason])
                for one, other in pairs
                if (reason := units_apart(one, other, known))
            }
            data["within"] = [
                f"{one.id}|{other.id}" for one, other in pairs if is_within(one, other, dataset.catalogue.units)
            ]
            text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            name = json.dumps(indicator.id)
            yield f"{FOLDER}/{indicator.id}.js", f"(window.rrComparisons=window.rrComparisons||{{}})[{name}]={text};\n"


def _data(indicator: Indicator, found: Sequence[Figure], dataset: Dataset, lang: str) -> dict[str, Any]:
    catalogue = dataset.catalogue
    measure = catalogue.measures[indicator.measure]
    breakdowns = {each.breakdown: breakdown_name(each.breakdown, catalogue, lang) for each in found}
    spans = sorted({each.span for each in found if each.has_number})
    ordered = sorted(found, key=lambda each: each.period)
    return {
        "name": indicator.names.in_language(lang),
        "page": link(COMPARE_PATH, indicator_path(indicator.id)),
        "measure": measure.names.in_language(lang),
        "drawn": is_number(measure),
        "higher": indicator.better is Direction.HIGHER,
        "directed": indicator.better is not Direction.NEITHER,
        "sized": measure.type in (MeasureType.COUNT, MeasureType.DECIMAL)
        and not is_independent_of_size(indicator, dataset),
        "whole": 100 if formats.is_rate(measure) else None,
        "breakdowns": [
            [breakdown_label(key), name or translate(lang, N_("Overall"))]
            for key, name in sorted(breakdowns.items(), key=lambda item: len(item[0]))
        ],
        "spans": {str(each): span_name(each, lang) for each in spans},
        "refusals": {
            f"{one}|{other}": translate(lang, REASONS[reason])
            for one, other in combinations(spans, 2)
            if (reason := spans_apart(one, other))
        },
        "noNumber": translate(lang, REASONS[Reason.NO_NUMBER]),
        "figures": [_figure(each, ordered, indicator, dataset, lang) for each in ordered],
    }


def _figure(
    each: Figure, ordered: Sequence[Figure], indicator: Indicator, dataset: Dataset, lang: str
) -> dict[str, Any]:
    catalogue, observation = dataset.catalogue, each.observation
    source = observation.source
    return {
        "unit": each.unit.id,
        "breakdown": breakdown_label(each.breakdown),
        "period": formats.period(each.period, lang),
        "from": each.period.year,
        "to": each.period.last_year,
        "covered": figure_days(each, catalogue, lang),
        "noted": observation.note is not None,
        "moment": " ".join(map(str, each.moment)),
        "span": str(each.span) if each.has_number else "",
        "contest": contest(each, indicator, sizeless=is_independent_of_size(indicator, dataset)),
        "value": float(observation.value) if observation.value is not None else None,
        # “Over 80” is more than 80, and with some figures no order is certain: those are named by their places in the list.
        "tends": observation.rough.tends if observation.rough else 0,
        "rough": observation.rough is not None,
        "unsure": [place for place, other in enumerate(ordered) if is_unsure(each, other)],
        "shown": shown(observation, catalogue, lang, with_unit=True),
        "href": link(COMPARE_PATH, report_path(source.report), source.anchor),
        "source": source_label(observation, catalogue, lang),
    }
