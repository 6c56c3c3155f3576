"""What a finished page says of links, taken from its text once: where it leads, what can be led to, and what some readers could not read.

Pages do not change after they were made, so this is kept with them, and checking the links of a site reads no page again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.finish.alternatives import Lack, lacks_of
from generator.finish.links import BrokenLink, ids_of, resolved, targets_of


@dataclass(frozen=True)
class Examined:
    """A finished page. `targets` are files of the site, with `#` and an id where a link names one; `ids` are those of the page."""

    targets: tuple[str, ...]
    ids: frozenset[str]
    lacks: tuple[Lack, ...]


def examine(page: str, html: str) -> Examined:
    """Examine a page. `page` is its file below the top of the site."""
    targets = dict.fromkeys(filter(None, (resolved(page, each) for each in targets_of(html))))
    return Examined(tuple(targets), ids_of(html), tuple(lacks_of(page, html)))


def may_be_broken(
    examined: Mapping[str, Examined],
    files: Collection[str],
    before: Mapping[str, Examined],
    files_before: Collection[str],
) -> Iterable[str]:
    """The pages that may hold a broken link where none of those `before` did: those that are new, or all where something that may be led to is gone."""
    changed = {path for path, page in examined.items() if before.get(path) is not page}
    lost = any(path in before and not before[path].ids <= examined[path].ids for path in changed)
    return examined if lost or any(path not in files for path in files_before) else changed


def broken_among(
    examined: Mapping[str, Examined],
    files: Collection[str],
    ids_elsewhere: Callable[[str], frozenset[str] | None],
    pages: Iterable[str] | None = None,
) -> Iterator[BrokenLink]:
    """The links of examined pages that lead nowhere, page by page; those of some `pages`, or of all.

    `files` are all files of the site; `ids_elsewhere` gives the ids of a page that was not examined, None for what is no page.
    """
    for page in sorted(examined if pages is None else pages):
        for target in examined[page].targets:
            path, _, fragment = target.partition("#")
            if path not in files:
                yield BrokenLink(page, target)
            elif fragment:
                known = examined.get(path)
                ids = known.ids if known is not None else ids_elsewhere(path)
                if ids is not None and fragment not in ids:
                    yield BrokenLink(page, target)
