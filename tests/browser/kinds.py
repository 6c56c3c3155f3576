"""One page of every kind that the site has, by name, and where to find it in a built site."""

from collections.abc import Callable
from pathlib import Path

LANGUAGES = ("vi", "en")
OTHER = {"vi": "en", "en": "vi"}

FULL_REPORTS = ("khanh-son/2011-2020", "ngan-son/2022-Q3")
INDICATOR = "dossiers-on-time-rate"


def _unit_without_data(site: Path) -> str:
    reporting = {folder.name for folder in (site / "reports").iterdir() if folder.is_dir()}
    return _first(site, "units", lambda name: name not in reporting)


def _partial_report(site: Path) -> str:
    pages = sorted((site / "reports").glob("*/*/index.html"))
    names = ["/".join(page.parts[-3:-1]) for page in pages]
    return next(f"reports/{name}/index.html" for name in names if name not in FULL_REPORTS)


def _indicator(site: Path) -> str:
    return _first(site, "indicators", lambda name: name == INDICATOR) or _first(site, "indicators", lambda _: True)


def _first(site: Path, folder: str, wanted: Callable[[str], bool]) -> str:
    pages = sorted((site / folder).glob("*/index.html"))
    return next((f"{folder}/{page.parent.name}/index.html" for page in pages if wanted(page.parent.name)), "")


def _at(path: str) -> Callable[[Path], str]:
    return lambda _site: path


KINDS: dict[str, Callable[[Path], str]] = {
    "home": _at("index.html"),
    "units": _at("units/index.html"),
    "staff": _at("staff/index.html"),
    "staff-page": _at("staff/tutorial/index.html"),
    "translations": _at("staff/translations/index.html"),
    "archive": _at("archive/index.html"),
    "unit": _at("units/khanh-son/index.html"),
    "figures of a unit": _at("units/khanh-son/procedures/index.html"),
    "unit without data": _unit_without_data,
    "reports": _at("reports/index.html"),
    "report over years": _at("reports/khanh-son/2011-2020/index.html"),
    "report of a quarter": _at("reports/ngan-son/2022-Q3/index.html"),
    "partial report": _partial_report,
    "documents": _at("documents/index.html"),
    "data": _at("data/index.html"),
    "coverage": _at("reports/khanh-son/2011-2020/coverage/index.html"),
    "audit of a report": _at("reports/khanh-son/2011-2020/audit/index.html"),
    "audit": _at("audit/index.html"),
    "revisions": _at("revisions/index.html"),
    "areas": _at("areas/index.html"),
    "area": _at("areas/procedures/index.html"),
    "indicators": _at("indicators/index.html"),
    "indicator": _indicator,
    "indicators by id": _at("data/indicators/index.html"),
    "progress": _at("progress/index.html"),
    "compare": _at("compare/index.html"),
    "search": _at("search/index.html"),
    "glossary": _at("glossary/index.html"),
    "about": _at("about/index.html"),
    "method": _at("method/index.html"),
    "404": _at("404.html"),
}
# A server shows one error page for both languages, the one at the root.
IN_ONE_LANGUAGE = {"404"}
PAGES = [
    (kind, language) for kind in KINDS for language in LANGUAGES if language == "vi" or kind not in IN_ONE_LANGUAGE
]
IN_BOTH_LANGUAGES = [(kind, language) for kind, language in PAGES if kind not in IN_ONE_LANGUAGE]
WITH_CHARTS = ("unit", "figures of a unit", "report over years", "area", "indicator")


def path_of(site: Path, kind: str, language: str) -> str:
    """The path of a page of this kind, below the root of the site: `en/units/index.html`."""
    path = KINDS[kind](site)
    assert path, f"the built site has no page of the kind «{kind}»"
    return path if language == "vi" else f"{language}/{path}"
