"""Reads the list from the installed package `vietnam-provinces`."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from generator.gazetteer.model import Gazetteer, ListedUnit
from generator.gazetteer.names import bare
from generator.model.unit import UnitKind

PACKAGE = "vietnam_provinces"
_KINDS = {
    "tỉnh": UnitKind.PROVINCE,
    "thành phố trung ương": UnitKind.CITY,
    "xã": UnitKind.COMMUNE,
    "phường": UnitKind.WARD,
    "đặc khu": UnitKind.SPECIAL_ZONE,
}
_PROVINCE_DIGITS, _UNIT_DIGITS = 2, 5


class NotInstalledError(Exception):
    """The package is not there."""


class OtherListError(Exception):
    """The package holds something that this program does not know how to read."""


def installed_gazetteer() -> Gazetteer:
    """The list of the installed package. Raises NotInstalledError, or OtherListError where its shape is another one."""
    try:
        package = import_module(PACKAGE)
    except ImportError as error:
        raise NotInstalledError from error
    try:
        path = Path(package.NESTED_DIVISIONS_JSON_PATH)
        provinces = json.loads(path.read_text(encoding="utf-8"))
        return _read(provinces, str(package.__version__), str(package.__data_version__))
    except (AttributeError, OSError, ValueError, KeyError, TypeError) as error:
        raise OtherListError(str(error)) from error


def _read(provinces: list[dict[str, Any]], version: str, day: str) -> Gazetteer:
    listed = {_unit(each, _PROVINCE_DIGITS): each["wards"] for each in provinces}
    units = {
        province.code: tuple(sorted((_unit(each, _UNIT_DIGITS) for each in inside), key=lambda each: each.code))
        for province, inside in listed.items()
    }
    return Gazetteer(version, day, tuple(listed), units)


def _unit(entry: dict[str, Any], digits: int) -> ListedUnit:
    kind = _KINDS[entry["division_type"]]
    return ListedUnit(f"{int(entry['code']):0{digits}}", kind, bare(entry["name"], kind))
