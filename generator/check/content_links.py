"""Links of `content/` lead to files that are there, and to pages, units, reports, areas and indicators that exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.load.content_targets import content_target
from generator.load.expressions import place_in
from generator.load.links import links_of
from generator.model.catalogue import Catalogue
from generator.model.narrative import Markdown
from generator.model.paths import PAGES
from generator.model.place import Place
from generator.problems import Problem, nearest

_PAGE = re.compile(r"(?:/[a-z]{2,3})?/(units|reports|areas|indicators)/([^\s>?#]+?)/?(?:index\.html)?(?:[?#].*)?")
"""A link by its address in the site."""
_FOUND_LATER = re.compile(r"(?:/[a-z]{2,3})?/(?:archive|assets|data|embed|\d{4}(?:-[^/]+)?)/.+")
"""Files, and pages of past years: looked for in the finished site, as are parts of pages."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Links to Markdown files that no language has, and to pages of what does not exist."""
    known = {(f"reports/{report}", section) for _, report, section in catalogue.narratives}
    known |= {("" if path == "index" else path, "") for _, path in catalogue.plain}
    known |= {_target_of(file) for file in catalogue.unread if file.startswith("content/")}
    there = _pages(catalogue)
    for page in (*catalogue.narratives.values(), *catalogue.plain.values()):
        for target, start in links_of(page.source):
            yield from _broken(target, start, page, known)
            yield from _nowhere(target, start, page, there, catalogue)
            yield from _unknown(target, start, page, catalogue.languages)


def _target_of(file: str) -> tuple[str, str]:
    """What a link to a file means, whatever keeps that file from being read."""
    return content_target(file.split("/", 2)[-1], Place("content/vi/x.md")) or ("", "")


def _unknown(target: str, start: int, page: Markdown, languages: Sequence[str]) -> Iterator[Problem]:
    """Addresses in this site that are neither a file of `content/` nor one of its pages."""
    address = re.split(r"[?#]", target, maxsplit=1)[0]
    if not address or ":" in address.partition("/")[0] or address.startswith("//") or address.endswith(".md"):
        return
    if _PAGE.fullmatch(target) or _FOUND_LATER.fullmatch(address):
        return
    parts = address.removesuffix("index.html").strip("/").split("/")
    path = "/".join(parts[1:] if parts[0] in languages else parts)
    if not address.startswith("/") or path not in ("", *PAGES):
        suggestion = tuple(f"/{each}/" for each in nearest(path, PAGES))
        yield Problem("broken-link", place_in(page, start), {"target": target}, suggestion=suggestion)


def _broken(target: str, start: int, page: Markdown, known: set[tuple[str, str]]) -> Iterator[Problem]:
    is_file = target.partition("#")[0].endswith(".md") and "://" not in target and not target.startswith("/")
    if is_file and content_target(target, page.place) not in known:
        yield Problem("broken-link", place_in(page, start), {"target": target})


def _pages(catalogue: Catalogue) -> Mapping[str, Collection[str]]:
    """What has a page, by the folder of its pages; under former ids too, which lead on."""
    names = {unit.id: (unit.id, *unit.former_ids) for unit in catalogue.units.values()}
    return {
        "units": {name for own in names.values() for name in own},
        "reports": {
            f"{name}/{report.period}" for report in catalogue.reports.values() for name in names.get(report.unit, ())
        },
        "areas": catalogue.areas,
        "indicators": {name for each in catalogue.indicators.values() for name in (each.id, *each.former_ids)},
    }


def _nowhere(
    target: str, start: int, page: Markdown, there: Mapping[str, Collection[str]], catalogue: Catalogue
) -> Iterator[Problem]:
    match = _PAGE.fullmatch(target)
    if match is None or {match[2], f"unknown-{match[1].removesuffix('s')}"} & catalogue.unread:
        return
    ids = there[match[1]]
    if match[2] not in ids and match[2].removesuffix("/audit").removesuffix("/coverage") not in ids:
        words = {"target": target}
        yield Problem("broken-link", place_in(page, start), words, suggestion=nearest(match[2], sorted(ids)))
