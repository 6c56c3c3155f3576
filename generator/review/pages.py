"""Which pages a change alters, and which of them a reviewer looks at first. In: two finished sites and what changed. Out: pages, with the place to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.changes.compare import Changes
from generator.model.paths import indicator_path, report_path, unit_path
from generator.model.text import DEFAULT_LANGUAGE

MOST = 4
"""So many pages are pictured, each in every language, on two screens, before and after: what is beyond, nobody looks at."""


@dataclass(frozen=True)
class Sight:
    """A page worth a look: its path, the same in every language, and the id of what changed on it; empty for its top."""

    path: str
    anchor: str = ""


@dataclass(frozen=True)
class ChangedPages:
    """The files of both sites that differ, below their tops: changed, new and gone."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def all(self) -> frozenset[str]:
        return frozenset((*self.changed, *self.added, *self.removed))


def changed_pages(before: Path, after: Path) -> ChangedPages:
    """The pages in which two sites differ, but for those that other sites frame. Raises OSError."""
    old, new = _pages(before), _pages(after)
    both = sorted(old.keys() & new.keys())
    return ChangedPages(
        tuple(each for each in both if old[each].read_bytes() != new[each].read_bytes()),
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(old.keys() - new.keys())),
    )


def sights(changes: Changes, changed: ChangedPages, languages: tuple[str, ...]) -> tuple[Sight, ...]:
    """The pages to picture: those where something is said otherwise, the rest of the changed ones after them; at most MOST."""
    found: dict[str, Sight] = {}
    for each in (*_told(changes), *_others(changed, languages)):
        if any(page_file(each.path, lang) in changed.all for lang in languages):
            found.setdefault(each.path, each)
    return tuple(found.values())[:MOST]


def page_file(path: str, lang: str) -> str:
    """The file of a page of a language below the top of the site."""
    folders = ("" if lang == DEFAULT_LANGUAGE else lang, path, "index.html")
    return "/".join(folder for folder in folders if folder)


def _told(changes: Changes) -> Iterator[Sight]:
    for figure in changes.figures:
        yield Sight(report_path(figure.key[0]), figure.shown.source.anchor)
    for text in changes.texts:
        key = text.key
        yield (
            Sight(report_path(key.report), key.section)
            if key.report
            else Sight("" if key.section == "index" else key.section)
        )
    yield from (Sight(report_path(each.id)) for each in changes.reports)
    yield from (Sight(unit_path(each.id)) for each in changes.units)
    yield from (Sight(indicator_path(each.id)) for each in changes.indicators)
    for figure in changes.figures:
        yield Sight(unit_path(figure.shown.unit))
        if figure.shown.indicator:
            yield Sight(indicator_path(figure.shown.indicator))


def _others(changed: ChangedPages, languages: tuple[str, ...]) -> Iterator[Sight]:
    for each in (*changed.changed, *changed.added):
        path = each.removesuffix("index.html").rstrip("/")
        if path.split("/")[0] not in languages:
            yield Sight(path)


def _pages(site: Path) -> dict[str, Path]:
    found = ((path.relative_to(site).as_posix(), path) for path in site.rglob("index.html"))
    return {name: path for name, path in found if "embed/" not in name}
