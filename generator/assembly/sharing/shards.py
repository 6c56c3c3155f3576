"""A build in shards: each machine makes the pages of some units, one step joins what they made, and the site is the same as from one machine.

A shard is a folder with the contents of its pages and the record of them (`recall`). Joining puts the shards of all machines
where the last build of a tree is kept; an ordinary build then finds every page made.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.assembly.keeping.made import MadePage, Work
from generator.assembly.keeping.pool import Kept, Pool
from generator.assembly.keeping.recall import Recall
from generator.assembly.layout import SitePaths
from generator.assembly.remaking import Progress, engine_problem, remake
from generator.assembly.site import read_tree, stock_of
from generator.assembly.work import work_folder
from generator.engine.dresser import EngineError
from generator.model.place import Place
from generator.problems import Problem, fails

CONTENTS, RECORD = "contents", "made.json"
_WRITTEN = re.compile(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})")
_OF_A_UNIT = ("units", "reports")


@dataclass(frozen=True)
class Shard:
    """The share `number` of `of`, counted from 1; written `3/16`."""

    number: int
    of: int

    @classmethod
    def parse(cls, written: str) -> Shard:
        """Read a written share. Raises ValueError when it is none."""
        match = _WRITTEN.fullmatch(written)
        if match is None or int(match[1]) > int(match[2]):
            raise ValueError(written)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def takes(self, work: Work) -> bool:
        """Whether something is to be made in this share: all pages of a unit in one, in all languages; other pages by their address."""
        kind, _, rest = work.path.partition("/")
        subject = rest.partition("/")[0] if kind in _OF_A_UNIT and rest else work.path
        digest = hashlib.sha256(subject.encode()).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number - 1


@dataclass(frozen=True)
class ShardResult:
    """What making a shard came to: the pages and groups of files made, and what stands in the way."""

    problems: tuple[Problem, ...]
    made: int = 0


def build_shard(
    root: Path, shard: Shard, output: Path, progress: Progress, archive: Path, processes: int | None = None
) -> ShardResult:
    """Make a share of the pages of the tree at `root`, and keep them in `output`. Raises what `build_into` raises."""
    dataset, problems = read_tree(root)
    stock, unfit = stock_of(dataset.catalogue, archive, None)
    problems = (*problems, *unfit)
    if fails(problems):
        return ShardResult(problems)
    pool = Pool(output / CONTENTS)
    with work_folder(root) as work:
        paths = SitePaths.of(root, work)
        dataset = dataset.with_published(stock.shelf.pages)
        shelf, processes = stock.shelf, processes or len(os.sched_getaffinity(0))
        try:
            recall = remake(paths, dataset, progress, Recall(), shelf, pool, processes=processes, takes=shard.takes)
        except EngineError as error:
            return ShardResult((*problems, engine_problem(error, paths)))
    recall.save(output / RECORD)
    return ShardResult(problems, len(recall.made))


def join_shards(folders: Sequence[Path], pool: Pool, kept: Recall) -> tuple[Recall, tuple[Problem, ...]]:
    """What the shards in `folders` made, taken into the pool. `kept` is what the tree's last build made, should no shard fit it.

    Contents are known by what they are, so what a shard says it made is taken only if it is that. Raises OSError.
    """
    shards = [(folder, Recall.load(folder / RECORD)) for folder in folders]
    problems = [Problem("no-shard", Place(str(folder))) for folder, shard in shards if not shard.made]
    frames = {shard.frame for _, shard in shards if shard.made}
    if len(frames) > 1:
        problems += [Problem("shards-differ", Place(str(folder))) for folder, shard in shards[1:]]
    if problems:
        return kept, tuple(problems)
    joined = Recall(next(iter(frames), ""))
    for folder, shard in shards:
        source = Pool(folder / CONTENTS)
        taken = {each.name: pool.put(source.read(each)) for each in _contents(shard)}
        made = {key: _moved(each, taken) for key, each in shard.made.items()}
        data = {path: replace(each, kept=taken[each.kept.name]) for path, each in shard.data.items()}
        joined = replace(
            joined,
            marks={**joined.marks, **shard.marks},
            made={**joined.made, **made},
            data={**joined.data, **data},
        )
    return joined, ()


def _contents(shard: Recall) -> Iterable[Kept]:
    yield from (each for made in shard.made.values() for each in made.contents)
    yield from (each.kept for each in shard.data.values())


def _moved(made: MadePage, taken: dict[str, Kept]) -> MadePage:
    files = tuple(replace(each, kept=taken[each.kept.name]) for each in made.files)
    return replace(made, files=files, copy=taken[made.copy.name] if made.copy else None)
