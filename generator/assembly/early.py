"""What may be shown before the whole site is made again: pages of what was edited, where nothing can go wrong with them any more.

In: pages that were just made, and the site as it stands. Out: their files, or nothing, where the whole has to be looked at first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.assembly.keeping.made import MadeData, MadePage, Work
from generator.assembly.keeping.pool import Kept
from generator.assembly.keeping.recall import Recall
from generator.finish.examined import Examined
from generator.model.catalogue import Catalogue
from generator.model.paths import report_path
from generator.pages.page import indicator_path, unit_path

K = TypeVar("K")

MOST = 24
"""Of more reports and units that change at once, as when a branch is switched, none is more urgent than another."""


@dataclass(frozen=True)
class Early:
    """The pages that somebody who edits waits for, those at `paths` and below, and who is told of the files that changed."""

    paths: frozenset[str]
    tell: Callable[[Collection[str]], None]

    def takes(self, work: Work) -> bool:
        """Whether a page is one of them."""
        parts = work.path.split("/")
        return work.is_page and any("/".join(parts[:end]) in self.paths for end in range(1, len(parts) + 1))


def edited_paths(before: Catalogue, now: Catalogue) -> frozenset[str]:
    """The pages of what differs: of reports and their units, of units, indicators, and plain pages. None where that is very much.

    Entries of files that hold what they held are the same objects.
    """
    reports = _differ(before.reports, now.reports) | {
        report for _, report, _ in _differ(before.narratives, now.narratives) if report in now.reports
    }
    units = _differ(before.units, now.units) | {now.reports[each].unit for each in reports}
    paths = {report_path(each) for each in reports} | {unit_path(each) for each in units}
    paths |= {indicator_path(each) for each in _differ(before.indicators, now.indicators)}
    paths |= {path for _, path in _differ(before.plain, now.plain) if path != "index"}
    return frozenset(paths if len(paths) <= MOST else ())


def _differ(before: Mapping[K, object], now: Mapping[K, object]) -> set[K]:
    """The keys of today whose entries are not what they were."""
    return {key for key, entry in now.items() if before.get(key) is not entry}


def files_to_show(
    made: Sequence[MadePage], data: Mapping[str, MadeData], earlier: Recall, laid: Mapping[str, Kept]
) -> dict[str, Kept]:
    """The files of pages that may take the place of those that stand there, with the data files that the pages tell of.

    None where a page is new, cannot be read by everybody, or leads to a file that is still to come. Whether the fragments that links name are there,
    only the whole site tells.
    """
    for page in made:
        known = earlier.made.get((page.lang, page.path, page.is_page))
        if known is None:
            return {}
        led_to = {target for each in known.files if each.examined for target in each.examined.targets}
        for each in page.files:
            if each.examined and not (each.path in laid and _is_whole(each.examined, laid, led_to)):
                return {}
    told = {str(asked[1]) for page in made for asked in page.reads if asked[0] == "files"}
    files = {each.path: each.kept for page in made for each in page.files}
    files |= {path: data[path].kept for path in told if path in data and path in laid}
    return {path: kept for path, kept in files.items() if laid.get(path) != kept}


def _is_whole(page: Examined, laid: Mapping[str, Kept], led_to: Collection[str]) -> bool:
    """Whether a page lacks nothing, and leads where it led before, or to files that stand there."""
    new = (target.partition("#")[0] for target in page.targets if target not in led_to)
    return not page.lacks and all(path in laid for path in new)
