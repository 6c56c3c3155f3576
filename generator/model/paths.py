"""Where each thing has its page: the same folder in every language, relative to the root of that language."""

from __future__ import annotations

PAGES = (
    "about",
    "archive",
    "areas",
    "audit",
    "compare",
    "data",
    "documents",
    "glossary",
    "indicators",
    "method",
    "progress",
    "reports",
    "revisions",
    "search",
    "units",
)
"""The pages that every site has below its home, whatever the data say."""


def unit_path(unit: str) -> str:
    return f"units/{unit}"


def unit_area_path(unit: str, area: str) -> str:
    return f"{unit_path(unit)}/{area}"


def report_path(report: str) -> str:
    return f"reports/{report}"


def area_path(area: str) -> str:
    return f"areas/{area}"


def indicator_path(indicator: str) -> str:
    return f"indicators/{indicator}"
