"""A page of the docs tree, and how pages link to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from generator.model.paths import area_path, indicator_path, relative_address, report_path, unit_area_path, unit_path

__all__ = [
    "Page",
    "area_path",
    "audit_path",
    "coverage_path",
    "indicator_path",
    "link",
    "reference_anchor",
    "report_path",
    "unit_area_path",
    "unit_path",
]

AUDIT = "audit"

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


Answer = tuple[str, str, str, str, str]
"""A figure as a result of the search tells it: the id of its area; the id of the indicator on the page of a unit, the name of the unit on that of an
indicator; the figure and its period in words; and where it stands in its report, relative to the home of the language."""


@dataclass(frozen=True)
class Facets:
    """What search knows of a page beyond its text.

    `kind`, `unit`, `period` and `area` are texts in the page's language; `units`, `years` and `areas` are ids that readers
    filter by, the same in every language. `names` are further names under which readers may look for the page. A hidden page is not found at all;
    of units of like name, one of today comes before a `former` one, and then one that is `reporting`, which has reports of its own, before others.

    `entity` says of what it is the page (`unit`, `indicator`, `report`; empty for others), `period_id` is the period of a report (`2022-Q3`), and
    `figures` are the newest figures that answer for it: of an indicator, of each unit; of a unit, of each indicator.
    A page `aside` is for those who make the site, and comes after what readers look for.
    """

    kind: str = ""
    unit: str = ""
    period: str = ""
    area: str = ""
    names: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    areas: tuple[str, ...] = ()
    hidden: bool = False
    reporting: bool = False
    former: bool = False
    entity: str = ""
    period_id: str = ""
    figures: tuple[Answer, ...] = ()
    aside: bool = False


@dataclass(frozen=True)
class Page:
    """One page in one language.

    `path` is its folder (`units/khanh-son`; empty for home), the same in every language. `body` is Markdown.
    `source` tells on paper what the page's figures come from. `meta` is what
    else the page's frame is told: `citation`, the tags of scholars' search engines, and `preview`, the picture of a shared link.
    """

    path: str
    lang: str
    title: str
    description: str
    body: str
    kind: str
    source: str = ""
    facets: Facets = Facets()
    meta: Mapping[str, object] = field(default_factory=dict, kw_only=True)

    @property
    def file(self) -> str:
        """Its file in the docs tree."""
        return posixpath.join(self.path, "index.md")

    def markdown(self) -> str:
        """The file's text: front matter for the site engine, then the body."""
        matter: dict[str, object] = {"title": self.title, "description": self.description, "kind": self.kind}
        if self.source:
            matter["source"] = self.source
        matter |= {name: value for name, value in self.meta.items() if value}
        if not self.path:
            matter["hide"] = ["toc"]
        head = yaml.dump(matter, Dumper=_DUMPER, allow_unicode=True, sort_keys=True, width=1000)
        return f"---\n{head}---\n\n{self.body.strip()}\n"


@lru_cache(maxsize=8192)
def link(from_path: str, to_path: str, fragment: str = "") -> str:
    """The relative address of a page as seen from another of the same language; works on a server and from a disk."""
    target = f"{to_path}/index.html" if to_path else "index.html"
    address = relative_address(target, from_path)
    return f"{address}#{fragment}" if fragment else address


def pdf_name(report: str) -> str:
    """The file of a report's page as PDF, beside the page: `khanh-son-2011-2020.pdf`."""
    return f"{report.replace('/', '-')}.pdf"


def coverage_path(report: str) -> str:
    return f"{report_path(report)}/coverage"


def audit_path(report: str = "") -> str:
    """The list of contradictions: of a report, or of the whole site."""
    return f"{report_path(report)}/{AUDIT}" if report else AUDIT


def reference_anchor(reference: str) -> str:
    return f"ref-{reference}"
