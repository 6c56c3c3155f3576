"""One build: from a tree of data and content to a published site in every language, or to the problems that stand in the way."""

from __future__ import annotations

import os
import re
import shutil
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path
from time import monotonic

from jinja2 import TemplateNotFound

from generator.archive.stock import Stock, take_stock
from generator.archive.store import STORE, Store
from generator.assembly.beside.pdfs import print_reports
from generator.assembly.building import build_into
from generator.assembly.keeping.kept import kept_in
from generator.assembly.keeping.unchanged import Published, forget, remember
from generator.assembly.layout import SitePaths, site_url
from generator.assembly.remaking import Progress
from generator.assembly.result import BuildResult
from generator.assembly.work import ClosedTreeError, work_folder
from generator.audit import audit
from generator.check import run_checks
from generator.check.named import name_suggestions
from generator.dataset.dataset import Dataset
from generator.finish.pdf import find_browser
from generator.finish.publish import ForeignFolderError, check_target, publish, recover
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_in, reason_of
from generator.load import load_catalogue
from generator.load.limits import MOST_TOLD
from generator.model.catalogue import Catalogue
from generator.model.observation import stated_count
from generator.model.place import Place
from generator.pages.charts.asked import check_charts
from generator.pages.faults import ChartFaultError, TemplateFaultError
from generator.problems import Problem, Severity, fails
from generator.recall.known import Known

_LONGEST_DETAIL = 300
_REASON = re.compile(r"^\[Errno \d+\] (.*?)(?:: '.*)?$", re.DOTALL)
"""What a failed copy says, around the reason itself."""


def load_and_check(root: Path, known: Known | None = None) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue of a tree and every problem in it: see `read_tree`."""
    dataset, problems = read_tree(root, known)
    return dataset.catalogue, problems


def read_tree(root: Path, known: Known | None = None) -> tuple[Dataset, tuple[Problem, ...]]:
    """The dataset of a tree, audited, and every problem in the tree, in the order of files and lines.

    Contradictions in the source documents are among them, but for those that were reviewed and acknowledged. What is `known` of the tree as it was
    is not worked out again where it is still the same.
    """
    known = known or Known()
    loaded = load_catalogue(root, known)
    dataset = Dataset.of(loaded.catalogue, known)
    found = audit(dataset)
    contradictions = (each.problem for each in found if each.acknowledged is None)
    problems = (*loaded.problems, *run_checks(loaded.catalogue, known), *contradictions, *check_charts(dataset))
    named = name_suggestions(problems, loaded.catalogue)
    once = {(each.code, each.place, *each.words.items()): each for each in named}
    return dataset, tuple(_not_too_many(sorted(once.values(), key=lambda problem: problem.place)))


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
    mark: str = "",
) -> BuildResult:
    """Build the tree at `root` into `output`, with a PDF of each report on demand.

    The site that is there stays until the new one is complete. `archive` is the store of snapshots, if not `archive/` in the tree: those that are
    recorded are published as well. With `strict`, nothing is built while there are warnings. What is published is remembered as made
    from inputs of the `mark`.
    """
    started = monotonic()
    store = archive or root / STORE
    browser = find_browser(os.environ) if pdf else None
    fault = Problem("no-pdf-browser", Place(str(output))) if pdf and browser is None else _output_fault(output)
    if fault is not None:
        return BuildResult((fault,), seconds=monotonic() - started)
    dataset, problems = read_tree(root)
    catalogue = dataset.catalogue
    stock, unfit = stock_of(catalogue, store, output)
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
        with work_folder(root) as work, kept_in(root) as kept:
            paths = SitePaths.of(root, work)
            address = site_url(paths)
            kept.take_spares(paths)
            built = build_into(
                paths,
                dataset.with_published(stock.shelf.pages),
                progress,
                earlier=kept.recall(),
                with_pdf=pdf,
                stock=stock,
                pool=kept.pool,
            )
            pages, failures = built.pages, built.failures
            if browser and not failures:
                failures = print_reports(browser, paths, catalogue)
                progress(N_("Printed reports to PDF"), str(len(catalogue.reports) * len(catalogue.languages)))
            if not failures:
                publish(paths.site, output, lambda: progress(N_("Published"), str(output)), retire=kept.keep_site)
                kept.keep_copies(paths)
                kept.keep(built.recall, built.laid)
    except FAULTS as error:
        failures = (fault_problem(error, output),)
    result = BuildResult(
        (*problems, *failures),
        pages=pages,
        reports=result.reports,
        figures=result.figures,
        seconds=monotonic() - started,
        published=not failures,
        languages=catalogue.languages,
        site_url=address,
        absent=stock.absent(each.record for each in catalogue.vintages),
        leads=catalogue.site is not None and catalogue.site.repository is not None,
    )
    _remember(root, output, mark, result)
    return result


def _remember(root: Path, output: Path, mark: str, result: BuildResult) -> None:
    """Remember what was published, if all there is to tell of it can be told again by counting."""
    counted = {Severity.CONTRADICTION, Severity.NOTE}
    if mark and result.published and all(each.severity in counted for each in result.problems):
        found = tuple(each.code for each in result.problems)
        known = Published(
            found,
            result.pages,
            result.reports,
            result.figures,
            result.languages,
            result.site_url,
            result.absent,
            result.leads,
        )
        remember(root, output, mark, known)
    elif result.published:
        forget(root)


def stock_of(catalogue: Catalogue, archive: Path, published: Path | None) -> tuple[Stock, tuple[Problem, ...]]:
    """The editions that a build is to publish, and what is wrong with them. Raises OSError."""
    return take_stock((each.record for each in catalogue.vintages), Store(archive), published)


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
