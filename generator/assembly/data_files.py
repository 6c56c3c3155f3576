"""The data files of a build: made side by side, or taken again where the figures they hold and the names of things are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.assembly.keeping.made import MadeData
from generator.assembly.keeping.pool import Pool
from generator.dataset.dataset import Dataset
from generator.exports.figures import Figure
from generator.exports.files import DataFile, DataFiles
from generator.exports.write import Job, data_jobs, data_lists
from generator.model.catalogue import Catalogue
from generator.recall.marks import Marks
from generator.shares import MANY_FILES, side_by_side

_TOGETHER = 64
"""So many data files are a share: most are small."""


def make_data_files(
    dataset: Dataset,
    site_url: str,
    cache: Path,
    pool: Pool,
    earlier: Mapping[str, MadeData],
    marks: Marks,
    processes: int,
) -> dict[str, MadeData]:
    """All data files, by their path below the top of the site. `earlier` are those of the last build. Raises OSError."""
    jobs = data_jobs(dataset, site_url, cache)
    names = marks.mark((site_url, _names_of_things(dataset.catalogue)))
    # The files of one subject hold the same figures.
    figures = {id(job.figures): job.figures for job in jobs if job.figures is not None}
    held = {number: _mark_of(each, marks) for number, each in figures.items()}
    wanted = {job.path: _mark(job, names, held, marks) for job in jobs}
    made = {
        path: known
        for path, mark in wanted.items()
        if mark and (known := earlier.get(path)) is not None and known.mark == mark and pool.has(known.kept)
    }
    missing = [job for job in jobs if job.path not in made]

    def make(number: int) -> MadeData:
        job = missing[number]
        return _kept(job.make(), pool, wanted[job.path])

    worth_it = len(missing) >= MANY_FILES
    done = side_by_side(make, len(missing), worth_it=worth_it, processes=processes, together=_TOGETHER)
    made |= {job.path: each for job, each in zip(missing, done, strict=True)}
    listed = data_lists(dataset, described(made, site_url))
    return {**made, **{path: _kept(content, pool) for path, content in listed.items()}}


def described(made: Mapping[str, MadeData], site_url: str) -> DataFiles:
    """The files as pages offer them."""
    return DataFiles.of(site_url, (DataFile(path, each.kept.size, each.sha256) for path, each in made.items()))


def _kept(content: bytes, pool: Pool, mark: str = "") -> MadeData:
    return MadeData(pool.put(content), hashlib.sha256(content).hexdigest(), mark)


def _mark_of(figures: Sequence[Figure], marks: Marks) -> bytes:
    return marks.mark(tuple((each.observation, each.primary) for each in figures))


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
