"""A page of the docs tree, and how pages link to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Page:
    """One page in one language.

    `path` is its folder (`units/khanh-son`; empty for home), the same in every language. `body` is Markdown. `meta` is what
    else the page's frame is told: `citation`, the tags of scholars' search engines, and `preview`, the picture of a shared link.
    """

    path: str
    lang: str
    title: str
    description: str
    body: str
    kind: str
    meta: Mapping[str, object] = field(default_factory=dict, kw_only=True)

    @property
    def file(self) -> str:
        """Its file in the docs tree."""
        return posixpath.join(self.path, "index.md")

    def markdown(self) -> str:
        """The file's text: front matter for the site engine, then the body."""
        matter: dict[str, object] = {"title": self.title, "description": self.description, "kind": self.kind}
        matter |= {name: value for name, value in self.meta.items() if value}
        if not self.path:
            matter["hide"] = ["toc"]
        head = yaml.dump(matter, Dumper=_DUMPER, allow_unicode=True, sort_keys=True, width=1000)
        return f"---\n{head}---\n\n{self.body.strip()}\n"


@lru_cache(maxsize=65536)
def link(from_path: str, to_path: str, fragment: str = "") -> str:
    """The relative address of a page as seen from another of the same language; works on a server and from a disk."""
    target = posixpath.join(to_path, "index.html") if to_path else "index.html"
    address = posixpath.relpath(target, from_path or ".")
    return f"{address}#{fragment}" if fragment else address


def unit_path(unit: str) -> str:
    return f"units/{unit}"


def report_path(report: str) -> str:
    return f"reports/{report}"


def coverage_path(report: str) -> str:
    return f"{report_path(report)}/coverage"


def reference_anchor(reference: str) -> str:
    return f"ref-{reference}"


def area_path(area: str) -> str:
    return f"areas/{area}"


def indicator_path(indicator: str) -> str:
    return f"indicators/{indicator}"
