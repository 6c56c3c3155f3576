"""Ids for the units of the list: from their names, the same whatever else the tree holds, and no two alike.

`son-ha-commune`; where another unit of the country would get the same, with its province, and where that is not enough with its code instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.gazetteer.model import Gazetteer, ListedUnit
from generator.starting.answers import unit_id


def unit_ids(gazetteer: Gazetteer) -> Mapping[str, str]:
    """The ids of all units below provinces, by code."""
    provinces = {each.code: unit_id(each.bare_name) for each in gazetteer.provinces}
    short: dict[str, str] = {}
    longer: dict[str, str] = {}
    for province, units in gazetteer.units.items():
        for each in units:
            short[each.code] = _short(each)
            longer[each.code] = f"{short[each.code]}-{provinces[province]}"
    times, longer_times = Counter(short.values()), Counter(longer.values())
    return {
        code: name if times[name] == 1 else longer[code] if longer_times[longer[code]] == 1 else f"{name}-{code}"
        for code, name in short.items()
    }


def _short(unit: ListedUnit) -> str:
    return f"{unit_id(unit.bare_name)}-{unit.kind}"
