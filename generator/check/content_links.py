"""Links of `content/` lead to files that are there, and to units, reports, areas and indicators that exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from generator.load.content_targets import content_target
from generator.load.expressions import place_in
from generator.model.catalogue import Catalogue
from generator.model.narrative import Markdown
from generator.model.place import Place
from generator.problems import Problem, nearest

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+\.md(?:#[^)\s>]*)?)>?")

_PAGE = re.compile(
    r"\]\(\s*<?(/(?:[a-z]{2,3}/)?(units|reports|areas|indicators)/([^)\s>?#]+?)/?(?:index\.html)?(?:[?#][^)\s>]*)?)(?=[)\s>])"
)
"""A link by its address in the site. Other pages, and parts of pages, are looked for in the finished site."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Links to Markdown files that no language has, and to pages of what does not exist."""
    known = {(f"reports/{report}", section) for _, report, section in catalogue.narratives}
    known |= {("" if path == "index" else path, "") for _, path in catalogue.plain}
    known |= {_target_of(file) for file in catalogue.unread if file.startswith("content/")}
    there = _pages(catalogue)
    for page in (*catalogue.narratives.values(), *catalogue.plain.values()):
        yield from _broken(page, known)
        yield from _nowhere(page, there, catalogue)


def _target_of(file: str) -> tuple[str, str]:
    """What a link to a file means, whatever keeps that file from being read."""
    return content_target(file.split("/", 2)[-1], Place("content/vi/x.md")) or ("", "")


def _broken(page: Markdown, known: set[tuple[str, str]]) -> Iterator[Problem]:
    for match in _LINK.finditer(page.source):
        target = match[1]
        if "://" not in target and not target.startswith("/") and content_target(target, page.place) not in known:
            yield Problem("broken-link", place_in(page, match.start(1)), {"target": target})


def _pages(catalogue: Catalogue) -> Mapping[str, Collection[str]]:
    """What has a page, by the folder of its pages; under former ids too, which lead on."""
    names = {name: unit.id for unit in catalogue.units.values() for name in (unit.id, *unit.former_ids)}
    return {
        "units": names,
        "reports": {
            f"{name}/{report.period}"
            for name, unit in names.items()
            for report in catalogue.reports.values()
            if report.unit == unit
        },
        "areas": catalogue.areas,
        "indicators": {name for each in catalogue.indicators.values() for name in (each.id, *each.former_ids)},
    }


def _nowhere(page: Markdown, there: Mapping[str, Collection[str]], catalogue: Catalogue) -> Iterator[Problem]:
    for match in _PAGE.finditer(page.source):
        ids = there[match[2]]
        if {match[3], f"unknown-{match[2].removesuffix('s')}"} & catalogue.unread:
            continue
        if match[3] not in ids and match[3].removesuffix("/audit").removesuffix("/coverage") not in ids:
            words = {"target": match[1]}
            yield Problem(
                "broken-link", place_in(page, match.start(1)), words, suggestion=nearest(match[3], sorted(ids))
            )
