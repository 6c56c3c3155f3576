"""Everything that a build makes of the dataset: taken again from the last build where it is still right, made by all processors where not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.assembly.data_files import Downloads
from generator.assembly.keeping.alike import Alike
from generator.assembly.keeping.made import MadeData, MadePage, Work
from generator.assembly.keeping.pool import Pool
from generator.assembly.keeping.recall import Key, Recall
from generator.assembly.layout import SitePaths, engine_jobs, site_url
from generator.assembly.making import Site
from generator.assembly.program import frame_mark
from generator.dataset.dataset import Dataset
from generator.dataset.recorded import answer
from generator.engine.dresser import EngineError
from generator.exports.files import DataFiles
from generator.i18n.messages import N_
from generator.model.place import Place
from generator.model.shelf import Shelf
from generator.pages.kinds.home import description
from generator.problems import Problem
from generator.recall.marks import Mark, Marks
from generator.recall.reads import Asked
from generator.shares import MANY_FILES, side_by_side

Progress = Callable[[str, str], None]
"""Told of each finished step: a message in English, to be translated, and its detail."""
_TOGETHER = 12
"""So many pages are a share."""


@dataclass(frozen=True)
class First:
    """What somebody waits for: which pages it `takes`, and who is told of them, with the data files that are there by then."""

    takes: Callable[[Work], bool]
    tell: Callable[[Sequence[MadePage], Mapping[str, MadeData]], None]


def remake(
    paths: SitePaths,
    dataset: Dataset,
    progress: Progress,
    earlier: Recall,
    shelf: Shelf,
    pool: Pool,
    *,
    processes: int,
    with_pdf: bool = False,
    marks: Marks | None = None,
    takes: Callable[[Work], bool] = lambda _work: True,
    first: First | None = None,
) -> Recall:
    """All data files, and everything else that `takes` says is to be made, with their contents in the pool. `marks` may be those of the last build.

    What is asked for `first` is made before all else, and told as soon as it is there; for that, nobody but us may have touched the pool since.

    Raises OSError, BrokenExecutor, TemplateNotFound, TemplateFaultError, ChartFaultError or EngineError.
    """
    marks, url = marks or Marks(), site_url(paths)
    downloads = Downloads(dataset, url, paths.cache.parent / "exports", pool, earlier.data, marks, look=first is None)
    if first is None:
        progress(N_("Wrote data files"), str(len(downloads.all(processes))))
    frame = frame_mark(paths, dataset.catalogue, shelf, marks, with_pdf=with_pdf)
    site = _site(paths, dataset, downloads.files, shelf, pool, frame, with_pdf=with_pdf)
    works = [work for work in site.works() if takes(work)]

    def mark(asked: Asked) -> Mark | None:
        return downloads.mark(str(asked[1])) if asked[0] == "files" else marks.mark(answer(dataset, asked))

    unchanged = earlier.unchanged(frame, mark)
    # Without a question no page is right of itself: the frame has to be the same as well.
    right = earlier.still_right(works, unchanged, pool, look=first is None) if frame == earlier.frame else {}
    missing = [work for work in works if work.key not in right]
    known = set(unchanged)

    def make(number: int) -> tuple[MadePage, list[tuple[Asked, Mark | None]]]:
        made = site.make(missing[number])
        new = [asked for asked in made.reads if asked not in known]
        known.update(new)
        return made, [(asked, mark(asked)) for asked in new]

    made: dict[Key, MadePage] = dict(right)
    new_marks: dict[Asked, Mark] = {}
    if first is not None:
        missing.sort(key=lambda work: not first.takes(work))
    urgent = sum(map(first.takes, missing)) if first is not None else 0
    worth_it = len(missing) >= MANY_FILES
    done = side_by_side(make, len(missing), worth_it=worth_it, processes=processes, together=_TOGETHER)
    alike = Alike()
    for number, (work, (page, new)) in enumerate(zip(missing, done, strict=True), 1):
        made[work.key] = alike.page(page)
        new_marks.update((asked, known_mark) for asked, known_mark in new if known_mark is not None)
        if first is not None and number == urgent:
            first.tell([made[each.key] for each in missing[:urgent]], downloads.so_far)
    asked = {each for page in made.values() for each in page.reads}
    kept = {each: found for each, found in unchanged.items() if each in asked}
    return Recall(frame, {**kept, **new_marks}, {work.key: made[work.key] for work in works}, downloads.all(processes))


def engine_problem(error: EngineError, paths: SitePaths) -> Problem:
    """The problem of an engine that could not dress a page."""
    failure = error.failure
    return Problem("engine-failed", Place(paths.config.name), {"lang": failure.lang, "detail": failure.message})


def _site(
    paths: SitePaths, dataset: Dataset, files: DataFiles, shelf: Shelf, pool: Pool, frame: str, *, with_pdf: bool
) -> Site:
    languages = dataset.catalogue.languages
    for lang in languages:
        (paths.docs / lang).mkdir(parents=True, exist_ok=True)
    descriptions = {lang: description(lang) for lang in languages}
    jobs = {each.lang: each for each in engine_jobs(paths, dataset.catalogue, descriptions, shelf)}
    return Site(dataset, paths, pool, files, jobs, shelf, with_pdf, frame)
