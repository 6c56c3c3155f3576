"""Makes a few pages of a tree that is too large to be built each time, weighs them, and says how long all of them would take.

Every page is made exactly as a build makes it; which ones is drawn by chance, so many of each kind, or named. Data files, the index for full-text search
and the laying out are left out: what is told is processor time, of all processes, for reading, checking and making pages.

Usage: python -m tools.bench.sample TREE --each 5
       python -m tools.bench.sample TREE --each 0 --page units --page country --out DIR      those pages, to be looked at in a browser
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from generator.assembly.keeping.made import MadePage, Work
from generator.assembly.keeping.pool import Pool
from generator.assembly.layout import SitePaths, engine_jobs
from generator.assembly.making import AROUND, Site
from generator.assembly.site import read_tree
from generator.exports.files import DataFiles
from generator.finish.gzip_bytes import gzip_bytes
from generator.garbage import look_seldom
from generator.pages.kinds.home import description

_PAGE = "index.html"


@dataclass(frozen=True)
class Weighed:
    """A page: its kind, how long it took, and its HTML in bytes as it is and gzipped."""

    kind: str
    path: str
    seconds: float
    """Processor time."""
    size: int
    gzipped: int


def main() -> int:
    """Make, weigh and tell."""
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    words.add_argument("tree", type=Path, metavar="TREE")
    words.add_argument("--each", type=int, default=5, help="pages of each kind and language (default: %(default)s)")
    words.add_argument("--page", dest="pages", action="append", default=[], help="a page by its path; may be repeated")
    words.add_argument(
        "--bundles", action="store_true", help="with the scripts that pages load, such as those of Compare"
    )
    words.add_argument("--out", type=Path, help="keep the pages here, with all that they need to be looked at")
    words.add_argument("--seed", type=int, default=1)
    asked = words.parse_args()
    before = os.times()
    dataset, problems = read_tree(asked.tree)
    after = os.times()
    seconds = sum(after[:4]) - sum(before[:4])
    _tell(
        f"read and checked: {seconds:.1f} s, {len(problems):,} problems, {len(dataset.catalogue.observations):,} observations"
    )
    with TemporaryDirectory(prefix="rr-sample-") as work:
        paths = SitePaths.of(asked.tree, Path(work))
        for lang in dataset.catalogue.languages:
            (paths.docs / lang).mkdir(parents=True)
        jobs = engine_jobs(paths, dataset.catalogue, {lang: description(lang) for lang in dataset.catalogue.languages})
        pool = Pool(Path(work) / "pool", linked=True)
        site = Site(dataset, paths, pool, DataFiles(), {each.lang: each for each in jobs})
        started = time.process_time()
        works = site.works()
        _tell(f"planned: {time.process_time() - started:.1f} s, {sum(each.is_page for each in works):,} pages")
        weighed = []
        chance = Random(asked.seed)  # noqa: S311 - the same pages each time, no secret
        for each in _chosen(works, asked.each, asked.pages, chance, bundles=asked.bundles or bool(asked.out)):
            started = time.process_time()
            made = site.make(each)
            seconds = time.process_time() - started
            if asked.out:
                _keep(made, pool, asked.out)
            if each.is_page:
                weighed.append(_weighed(each, made, pool, seconds))
                _tell(f"{weighed[-1].path}: {seconds:.2f} s, {weighed[-1].gzipped / 1000:.1f} KB gzipped")
            else:
                _tell(f"{each.lang} {each.path}: {seconds:.1f} s, {len(made.files):,} files")
    _tell_all(weighed, works)
    return 0


def kind_of(path: str) -> str:
    """The kind of a page by its path: `reports/…/audit`, `units/…`."""
    parts = path.split("/")
    folder, rest = parts[0], parts[1:]
    if not rest:
        return folder or "home"
    if folder == "units":
        if rest[0] == "letters" or len(rest) == 1:
            return "units/letters/…" if rest[0] == "letters" else "units/…"
        return "units/…/side-by-side/…" if rest[1] == "side-by-side" else "units/…/area"
    if folder == "reports" and len(rest) > 2:  # noqa: PLR2004 - unit and period
        return f"reports/…/{rest[2]}"
    return f"{folder}/…"


def _chosen(works: Sequence[Work], each: int, named: Sequence[str], chance: Random, *, bundles: bool) -> Iterable[Work]:
    by_kind: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for work in works:
        if work.is_page:
            by_kind[kind_of(work.path), work.lang].append(work)
        elif bundles and (work.path in AROUND or not named or work.path == "compare"):
            yield work
    for found in by_kind.values():
        yield from (work for work in found if work.path in named)
        rest = [work for work in found if work.path not in named]
        yield from chance.sample(rest, min(each, len(rest)))


def _weighed(work: Work, made: MadePage, pool: Pool, seconds: float) -> Weighed:
    end = f"{work.path}/{_PAGE}" if work.path else _PAGE
    html = next(pool.read(each.kept) for each in made.files if each.path.endswith(end))
    return Weighed(kind_of(work.path), f"{work.lang}:{work.path}", seconds, len(html), len(gzip_bytes(html)))


def _keep(made: MadePage, pool: Pool, folder: Path) -> None:
    for each in made.files:
        target = folder / each.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pool.read(each.kept))


def _tell_all(weighed: Sequence[Weighed], works: Sequence[Work]) -> None:
    counted: dict[str, int] = defaultdict(int)
    for work in works:
        counted[kind_of(work.path)] += work.is_page
    by_kind: dict[str, list[Weighed]] = defaultdict(list)
    for each in weighed:
        by_kind[each.kind].append(each)
    total = 0.0
    _tell(f"{'kind':32} {'pages':>7} {'made':>5} {'ms each':>8} {'KB':>8} {'KB gzipped':>11}  the heaviest")
    for kind, found in sorted(by_kind.items()):
        mean = sum(each.seconds for each in found) / len(found)
        total += mean * counted[kind]
        most = max(found, key=lambda each: each.gzipped)
        _tell(
            f"{kind:32} {counted[kind]:7,} {len(found):5} {1000 * mean:8.0f} {most.size / 1000:8.0f} {most.gzipped / 1000:11.1f}  {most.path}"
        )
    _tell(f"all pages would take {total / 60:.1f} minutes of one processor")


def _tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    look_seldom()
    sys.exit(main())
