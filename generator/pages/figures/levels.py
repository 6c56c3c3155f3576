"""What the levels of units and other enumerations are called."""

from __future__ import annotations

from generator.i18n.messages import N_
from generator.model.indicator import Direction, IndicatorKind
from generator.model.target import Comparison
from generator.model.unit import Level, Unit, UnitKind

LEVELS = {
    Level.MINISTRY: N_("Ministry or ministerial-level agency"),
    Level.AGENCY: N_("Government agency"),
    Level.PROVINCE: N_("Province"),
    Level.DISTRICT: N_("District"),
    Level.COMMUNE: N_("Commune"),
    Level.DEPARTMENT: N_("Department"),
    Level.SECTOR: N_("Sector agency"),
    Level.SERVICE: N_("Public service unit"),
}
UNIT_KINDS = {
    UnitKind.MINISTRY: N_("Ministry (bộ)"),
    UnitKind.MINISTERIAL_AGENCY: N_("Ministerial-level agency (cơ quan ngang bộ)"),
    UnitKind.PROVINCE: N_("Province (tỉnh)"),
    UnitKind.CITY: N_("City under the central government (thành phố)"),
    UnitKind.DISTRICT: N_("Rural district (huyện)"),
    UnitKind.URBAN_DISTRICT: N_("Urban district (quận)"),
    UnitKind.TOWN: N_("Town (thị xã)"),
    UnitKind.PROVINCIAL_CITY: N_("City of a province"),
    UnitKind.COMMUNE: N_("Commune (xã)"),
    UnitKind.WARD: N_("Ward (phường)"),
    UnitKind.SPECIAL_ZONE: N_("Special zone (đặc khu)"),
    UnitKind.TOWNSHIP: N_("Township (thị trấn)"),
    UnitKind.DEPARTMENT: N_("Department of a province (sở)"),
    UnitKind.OFFICE: N_("Office of a district or commune (phòng)"),
}
LEVELS_PLURAL = {
    Level.MINISTRY: N_("Ministries and ministerial-level agencies"),
    Level.AGENCY: N_("Government agencies"),
    Level.PROVINCE: N_("Provinces"),
    Level.DISTRICT: N_("Districts"),
    Level.COMMUNE: N_("Communes"),
    Level.DEPARTMENT: N_("Departments"),
    Level.SECTOR: N_("Sector agencies"),
    Level.SERVICE: N_("Public service units"),
}
KINDS = {
    IndicatorKind.STOCK: N_("Stock: the state at a date"),
    IndicatorKind.FLOW: N_("Flow: what happened in the period"),
    IndicatorKind.CUMULATIVE: N_("Cumulative: since January"),
}
OF_YEAR = N_("Plan of the year: set for the whole year, whenever it is reported")
DIRECTIONS = {
    Direction.HIGHER: N_("Higher is better"),
    Direction.LOWER: N_("Lower is better"),
    Direction.NEITHER: N_("Neither higher nor lower is better"),
}
COMPARISONS = {
    Comparison.AT_LEAST: N_("at least {value}"),
    Comparison.MORE_THAN: N_("more than {value}"),
    Comparison.AT_MOST: N_("at most {value}"),
    Comparison.LESS_THAN: N_("less than {value}"),
    Comparison.EXACTLY: N_("exactly {value}"),
}
SECTION_TITLES = {
    "summary": N_("Summary"),
    "assessment": N_("Overall assessment"),
    "next": N_("Next steps"),
    "proposals": N_("Proposals to higher levels"),
}


def kind_of_unit(unit: Unit) -> str:
    """What kind of authority a unit is, as a message: its kind where that is declared, its level otherwise."""
    return UNIT_KINDS[unit.kind] if unit.kind is not None else LEVELS[unit.level]
