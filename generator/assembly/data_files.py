"""The data files of a build: each made when it is first asked for, or taken again where the figures it holds and the names of things are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.assembly.keeping.made import MadeData
from generator.assembly.keeping.pool import Pool
from generator.dataset.dataset import Dataset
from generator.exports.addresses import CATALOGUE, INDEX, PACKAGE
from generator.exports.figures import Figure
from generator.exports.files import DataFile, DataFiles
from generator.exports.rows import FigureRows
from generator.exports.write import Job, data_jobs, data_lists
from generator.model.catalogue import Catalogue
from generator.recall.marks import Mark, Marks
from generator.shares import MANY_FILES, side_by_side

_TOGETHER = 64
"""So many data files are a share: most are small."""
_LISTS = (PACKAGE, CATALOGUE, INDEX)
"""What lists all the others, and so is made last."""


class Downloads(Mapping[str, DataFile]):
    """All data files, by their path below the top of the site. What nobody asks for is made at the end, by `all`."""

    def __init__(
        self,
        dataset: Dataset,
        site_url: str,
        cache: Path,
        pool: Pool,
        earlier: Mapping[str, MadeData],
        marks: Marks,
        *,
        look: bool = True,
    ) -> None:
        """`earlier` are those of the last build; without a `look` at the pool their contents are taken to be there."""
        self._dataset = dataset
        self._site_url = site_url
        self._pool = pool
        self._marks = marks
        self._look = look
        self._names = marks.mark((site_url, _names_of_things(dataset.catalogue)))
        self._rows = self._last_rows()
        self._jobs = {job.path: job for job in data_jobs(dataset, site_url, cache, self._rows)}
        self._wanted = self._marks_of_jobs()
        self._made = {
            path: known
            for path, mark in self._wanted.items()
            if mark and (known := earlier.get(path)) is not None and known.mark == mark
            if not look or pool.has(known.kept)
        }

    def all(self, processes: int = 1) -> dict[str, MadeData]:
        """All of them, made by so many processes. Raises OSError."""
        missing = [path for path in self._jobs if path not in self._made]
        done = side_by_side(
            lambda number: self._make(missing[number]),
            len(missing),
            worth_it=len(missing) >= MANY_FILES,
            processes=processes,
            together=_TOGETHER,
        )
        self._made |= dict(zip(missing, done, strict=True))
        if self._look:
            # The rows of a country would only be in the way of its pages.
            self._rows.forget_others(())
        return {**self._made, **self._lists}

    @property
    def so_far(self) -> Mapping[str, MadeData]:
        """Those that are there already."""
        return self._made

    @property
    def files(self) -> DataFiles:
        """The files as pages offer them."""
        return DataFiles(self._site_url, self)

    def mark(self, path: str) -> Mark | None:
        """The mark of what a file follows from; None where to know it takes files that are still to be made."""
        if path in _LISTS:
            return self._marks.mark(self[path]) if self._is_complete else None
        return self._marks.mark(self._wanted.get(path) or self.get(path))

    def __getitem__(self, path: str) -> DataFile:
        made = self._lists[path] if path in _LISTS else self._at(path)
        return DataFile(path, made.kept.size, made.sha256)

    def __contains__(self, path: object) -> bool:
        return path in self._jobs or path in _LISTS

    def get(self, path: str, default: Any = None) -> Any:
        """The file at a path, made if need be; `default` where there is to be none."""
        if path not in self:
            return default
        return self[path]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted((*self._jobs, *_LISTS)))

    def __len__(self) -> int:
        return len(self._jobs) + len(_LISTS)

    def _at(self, path: str) -> MadeData:
        if path not in self._made:
            self._made[path] = self._make(path)
        return self._made[path]

    def _make(self, path: str) -> MadeData:
        return _kept(self._jobs[path].make(), self._pool, self._wanted[path])

    @property
    def _is_complete(self) -> bool:
        """Whether all that follows from figures is there: what else there is is small."""
        return all(path in self._made for path, mark in self._wanted.items() if mark)

    @cached_property
    def _lists(self) -> dict[str, MadeData]:
        described = DataFiles.of(self._site_url, (self[path] for path in self._jobs))
        listed = data_lists(self._dataset, described)
        return {path: _kept(content, self._pool) for path, content in listed.items()}

    def _last_rows(self) -> FigureRows:
        """The rows of the last build while things are called the same."""
        languages = self._dataset.catalogue.languages
        return self._dataset.known.recall("rows of figures", (self._names,), lambda: FigureRows(languages))

    def _marks_of_jobs(self) -> dict[str, str]:
        # The files of one subject hold the same figures.
        figures = {id(job.figures): job.figures for job in self._jobs.values() if job.figures is not None}
        held = {number: self._mark_of(each) for number, each in figures.items()}
        return {path: _mark(job, self._names, held, self._marks) for path, job in self._jobs.items()}

    def _mark_of(self, figures: Sequence[Figure]) -> Mark:
        """The mark of figures: which they are, and which of them pages show."""
        known, first = self._dataset.known, figures[0].id if figures else ""
        observations = known.one(("figures", len(figures), first), tuple(each.observation for each in figures))
        return self._marks.mark((observations, "".join("1" if each.primary else "0" for each in figures)))


def _kept(content: bytes, pool: Pool, mark: str = "") -> MadeData:
    return MadeData(pool.put(content), hashlib.sha256(content).hexdigest(), mark)


def _mark(job: Job, names: bytes, held: Mapping[int, bytes], marks: Marks) -> str:
    if job.figures is None:
        return ""
    return marks.mark((names.hex(), job.path, held[id(job.figures)].hex())).hex()


def _names_of_things(catalogue: Catalogue) -> Catalogue:
    """All of a catalogue that the files of single subjects tell beside figures."""
    heads = {each.id: each.head for each in catalogue.reports.values()}
    return replace(
        catalogue,
        reports=heads,
        observations=(),
        narratives={},
        plain={},
        glossary={},
        targets={},
        translated={},
        vintages=(),
    )
