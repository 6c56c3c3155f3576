"""Where the data files stand in the site: stable addresses that carry the version of their layout."""

from __future__ import annotations

VERSION = 1
"""The layout of the files. Columns and keys may be added to a version; what is there stays and keeps its meaning."""
FOLDER = f"data/v{VERSION}"
DATA_PAGE = "data"

OBSERVATIONS = f"{FOLDER}/observations"
PACKAGE = f"{FOLDER}/datapackage.json"
CATALOGUE = f"{FOLDER}/catalog.jsonld"
INDEX = f"{FOLDER}/index.json"


def table_file(name: str) -> str:
    """The CSV of one of the whole dataset's tables."""
    return f"{FOLDER}/{name}.csv"


def unit_file(unit: str, kind: str) -> str:
    return f"{FOLDER}/units/{unit}.{kind}"


def report_file(report: str, kind: str) -> str:
    return f"{FOLDER}/reports/{report}.{kind}"


def indicator_file(indicator: str, kind: str) -> str:
    return f"{FOLDER}/indicators/{indicator}.{kind}"
