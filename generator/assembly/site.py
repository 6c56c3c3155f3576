"""One build: from a tree of data and content to a published site in every language, or to the problems that stand in the way."""

from __future__ import annotations

import os
import re
import shutil
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from jinja2 import TemplateNotFound

from generator.archive.shelf import archived_folders, place, placed
from generator.archive.stock import Stock, take_stock
from generator.archive.store import STORE, Store
from generator.assembly.data_files import place_data_files, write_data_files
from generator.assembly.inventory import write_sbom
from generator.assembly.language import fill_language, render_language
from generator.assembly.layout import SitePaths, engine_jobs, site_url, write_site_files
from generator.assembly.pdfs import print_reports
from generator.assembly.redirects import write_redirects
from generator.assembly.search import clear_search, run_pagefind
from generator.assembly.work import ClosedTreeError, work_folder
from generator.audit import audit
from generator.check import run_checks
from generator.check.named import name_suggestions
from generator.dataset.dataset import Dataset
from generator.engine.material import build_trees, engine_pool
from generator.engine.model import EngineJob
from generator.finish.alternatives import lacks
from generator.finish.links import broken_links
from generator.finish.pdf import find_browser
from generator.finish.publish import ForeignFolderError, check_target, publish, recover
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_in, reason_of
from generator.load import load_catalogue
from generator.load.limits import MOST_TOLD
from generator.model.catalogue import Catalogue
from generator.model.observation import stated_count
from generator.model.place import Place
from generator.pages.faults import ChartFaultError, TemplateFaultError
from generator.problems import Problem, Severity, fails

_LONGEST_DETAIL = 300
_REASON = re.compile(r"^\[Errno \d+\] (.*?)(?:: '.*)?$", re.DOTALL)
"""What a failed copy says, around the reason itself."""

Progress = Callable[[str, str], None]
"""Told of each finished step: a message in English, to be translated, and its detail."""


@dataclass(frozen=True)
class BuildResult:
    """What a build came to. `pages` counts the pages in all languages, `figures` what reports state; `seconds` is the whole time.

    `site_url` is where the site says that it stands; empty where nobody told it. `absent` are the editions that are recorded and were not
    at hand, so the site has no pages of them.
    """

    problems: tuple[Problem, ...]
    pages: int = 0
    reports: int = 0
    figures: int = 0
    seconds: float = 0.0
    published: bool = False
    languages: tuple[str, ...] = field(default=())
    site_url: str = ""
    absent: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def load_and_check(root: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue of a tree and every problem in it, in the order of files and lines.

    Contradictions in the source documents are among them, but for those that were reviewed and acknowledged.
    """
    loaded = load_catalogue(root)
    found = audit(Dataset.of(loaded.catalogue))
    contradictions = (each.problem for each in found if each.acknowledged is None)
    problems = (*loaded.problems, *run_checks(loaded.catalogue), *contradictions)
    named = name_suggestions(problems, loaded.catalogue)
    once = {(each.code, each.place, *each.words.items()): each for each in named}
    return loaded.catalogue, tuple(_not_too_many(sorted(once.values(), key=lambda problem: problem.place)))


def _not_too_many(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems, without errors that are told of one file again and again, and what is found in prose.

    Contradictions, which are published, all stay, and so do warnings about entries, which are counted where they are many.
    """
    told: Counter[tuple[str, str]] = Counter()
    for each in problems:
        told[each.code, each.place.file] += 1
        published = each.severity in (Severity.CONTRADICTION, Severity.NOTE)
        of_entries = each.severity is Severity.WARNING and not each.place.file.endswith(".md")
        if published or of_entries or told[each.code, each.place.file] <= MOST_TOLD:
            yield each


def build_site(
    root: Path,
    output: Path,
    progress: Progress,
    *,
    pdf: bool = False,
    strict: bool = False,
    archive: Path | None = None,
) -> BuildResult:
    """Build the tree at `root` into `output`, with a PDF of each report on demand.

    The site that is there stays until the new one is complete. `archive` is the store of snapshots, if not `archive/` in the tree: those that are
    recorded are published as well. With `strict`, nothing is built while there are warnings.
    """
    started = monotonic()
    browser = find_browser(os.environ) if pdf else None
    fault = Problem("no-pdf-browser", Place(str(output))) if pdf and browser is None else _output_fault(output)
    if fault is not None:
        return BuildResult((fault,), seconds=monotonic() - started)
    catalogue, problems = load_and_check(root)
    stock, unfit = stock_of(catalogue, archive or root / STORE, output)
    problems = (*problems, *unfit)
    figures = stated_count(catalogue.observations)
    progress(N_("Read data and content"), str(figures))
    result = BuildResult(
        problems,
        reports=len(catalogue.reports),
        figures=figures,
        languages=catalogue.languages,
        seconds=monotonic() - started,
    )
    if fails(problems, strict=strict):
        return result
    pages, address = 0, ""
    failures: tuple[Problem, ...] = ()
    try:
        with work_folder(root) as work:
            paths = SitePaths.of(root, work)
            address = site_url(paths)
            pages, failures = build_into(paths, catalogue, progress, with_pdf=pdf, stock=stock)
            if browser and not failures:
                failures = print_reports(browser, paths, catalogue)
                progress(N_("Printed reports to PDF"), str(len(catalogue.reports) * len(catalogue.languages)))
            failures = failures or page_problems(paths, archived_folders(stock))
            if not failures:
                publish(paths.site, output, lambda: progress(N_("Published"), str(output)))
    except FAULTS as error:
        failures = (fault_problem(error, output),)
    return BuildResult(
        (*problems, *failures),
        pages=pages,
        reports=result.reports,
        figures=result.figures,
        seconds=monotonic() - started,
        published=not failures,
        languages=catalogue.languages,
        site_url=address,
        absent=stock.absent(each.record for each in catalogue.vintages),
    )


def stock_of(catalogue: Catalogue, archive: Path, published: Path | None) -> tuple[Stock, tuple[Problem, ...]]:
    """The editions that a build is to publish, and what is wrong with them. Raises OSError."""
    return take_stock((each.record for each in catalogue.vintages), Store(archive), published)


def build_into(
    paths: SitePaths,
    catalogue: Catalogue,
    progress: Progress,
    *,
    pool: Executor | None = None,
    changed_only: bool = False,
    with_pdf: bool = False,
    stock: Stock | None = None,
) -> tuple[int, tuple[Problem, ...]]:
    """Render, run the engine and finish inside the work folder; the number of pages, and what failed.

    With `changed_only`, the work folder holds an earlier build and only what differs is made again. Languages are built side by
    side in `pool`; `with_pdf` links each report to the PDF that is still to be printed; `stock` are the
    editions of the archive to publish. Raises what FAULTS lists.
    """
    stock = stock or Stock()
    shelf = stock.shelf
    if pool is None:
        with engine_pool(len(catalogue.languages)) as own_pool:
            return build_into(
                paths, catalogue, progress, pool=own_pool, changed_only=changed_only, with_pdf=with_pdf, stock=stock
            )
    files = write_data_files(catalogue, paths, pool)
    progress(N_("Wrote data files"), str(len(files.by_path)))
    futures = [
        pool.submit(render_language, catalogue, lang, paths, files, with_pdf=with_pdf, shelf=shelf)
        for lang in catalogue.languages
    ]
    rendered = [future.result() for future in futures]
    count = sum(len(each.paths) for each in rendered)
    progress(N_("Rendered pages and charts"), str(count))
    jobs = engine_jobs(paths, catalogue.languages, {each.lang: each.description for each in rendered}, shelf)
    changed_only = changed_only and not any(each.lost_pages for each in rendered)
    failures = _run_engine(paths, jobs, pool=pool, changed_only=changed_only)
    if failures:
        return count, failures
    progress(N_("Ran the site engine"), ", ".join(catalogue.languages))
    clear_search(paths)
    for filled in [pool.submit(fill_language, each, paths) for each in rendered]:
        filled.result()
    place_data_files(paths)
    write_redirects(paths, catalogue, shelf)
    if not (changed_only and placed(stock, paths.site)):
        failures = place(stock, paths.site, paths.cache.parent / STORE)
        if failures:
            return count, failures
        if stock.holdings:
            progress(N_("Placed the archived years"), ", ".join(str(each.edition) for each in reversed(shelf.editions)))
    pages = {each.lang: each.paths for each in rendered}
    write_site_files(paths, pages, site_url(paths), catalogue.reports.values(), shelf)
    write_sbom(paths)
    # While somebody edits, the full-text index of the first build will do; the small one is always new.
    if changed_only:
        return count, ()
    failures = run_pagefind(paths)
    if not failures:
        progress(N_("Indexed the pages for search"), ", ".join(catalogue.languages))
    return count, failures


def _run_engine(
    paths: SitePaths, jobs: Sequence[EngineJob], *, pool: Executor | None, changed_only: bool
) -> tuple[Problem, ...]:
    failures = build_trees(paths.config, jobs, changed_only=changed_only, pool=pool)
    return tuple(
        Problem("engine-failed", Place(paths.config.name), {"lang": failure.lang, "detail": failure.message})
        for failure in failures
    )


def page_problems(paths: SitePaths, archived: Sequence[str] = ()) -> tuple[Problem, ...]:
    """What is wrong with the finished pages: links that lead nowhere, and what some readers could not read.

    Archived pages were checked when they were made; nobody can mend them. Links into them are checked.
    """
    links = (
        Problem("broken-link", Place(broken.page), {"target": broken.target})
        for broken in broken_links(paths.site, archived)
    )
    others = (Problem(lack.code, Place(lack.page), {"what": lack.what}) for lack in lacks(paths.site, archived))
    return (*links, *others)


def _output_fault(output: Path) -> Problem | None:
    try:
        recover(output)
        check_target(output)
    except ForeignFolderError:
        return Problem("output-foreign", Place(str(output)), {"path": str(output)})
    except OSError as error:
        return unwritable(output, error)
    return None


FAULTS = (TemplateNotFound, TemplateFaultError, ChartFaultError, BrokenExecutor, OSError)
"""What `build_into` may raise."""


def fault_problem(error: Exception, output: Path) -> Problem:
    """What a fault of a build (one of FAULTS) means to whoever started it."""
    match error:
        case TemplateNotFound():
            return Problem("missing-template", Place("site_templates/pages"), {"name": str(error.name)})
        case TemplateFaultError():
            return Problem("template-failed", Place(error.file, error.line, 1), {"detail": error.detail})
        case ChartFaultError():
            detail = textwrap.shorten(error.detail, _LONGEST_DETAIL, placeholder="…")
            return Problem("chart-failed", Place(f"{error.page}/"), {"chart": error.name, "detail": detail})
        case ClosedTreeError():
            return Problem("closed-tree", Place(""), {"path": str(error.filename), "reason": reason_of(error)})
        case OSError():
            return unwritable(output, error)
    return Problem("process-ended", Place(""))


def unwritable(output: Path, error: OSError) -> Problem:
    """The problem of an output that cannot be written."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        # Of a whole folder: each file that could not be copied, from where, to where and why.
        _, path, reason = error.args[0][0]
        return Problem("output-unusable", Place(path), {"path": path, "reason": reason_in(_REASON.sub(r"\1", reason))})
    path = str(error.filename or output)
    return Problem("output-unusable", Place(path), {"path": path, "reason": reason_of(error)})
