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


def relative_address(file: str, folder: str) -> str:
    """The address of a file as seen from the pages of a folder; both are below the top of the site, and whole: without `.`, `..` or an end of `/`."""
    # os.path asks for the working folder each time, and a list of a country has thousands of links.
    there, here = file.split("/"), folder.split("/") if folder else []
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]])
