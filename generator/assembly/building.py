"""From the dataset to a site in a folder: what is right from the last build is taken again, the rest is made, and all of it is laid out.

In: the dataset, where to work, and what the last build made. Out: the number of pages, what stands in the way, and what was made.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.archive.shelf import archived_files, archived_folders, archived_text, place, placed
from generator.archive.stock import Stock
from generator.archive.store import STORE
from generator.assembly.beside.inventory import sbom_file
from generator.assembly.beside.redirects import redirects_of
from generator.assembly.beside.search import copies_of, index_files, indexed, joined
from generator.assembly.early import Early, files_to_show
from generator.assembly.inputs import program_mark
from generator.assembly.keeping.laying import lay, lay_changes
from generator.assembly.keeping.made import MadeData, MadeIndex, MadePage
from generator.assembly.keeping.pool import Kept, Pool
from generator.assembly.keeping.recall import Recall
from generator.assembly.layout import SitePaths, site_files, site_url
from generator.assembly.remaking import First, Progress, engine_problem, remake
from generator.dataset.dataset import Dataset
from generator.editor.files import published_files
from generator.editor.settings import asked_hosts
from generator.engine.dresser import EngineError
from generator.finish.error_page import made_relative
from generator.finish.examined import broken_among, examine, may_be_broken
from generator.finish.links import ids_of
from generator.finish.llms import FILE as LLMS
from generator.finish.llms import llms_file
from generator.finish.search import SearchIndexError
from generator.i18n.messages import N_
from generator.i18n.site_words import site_name
from generator.model.place import Place
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.page import pdf_name, report_path
from generator.problems import Problem
from generator.recall.marks import Marks


@dataclass(frozen=True)
class Built:
    """What a build came to. `laid` are the files of the site, by path, but those of the archive."""

    pages: int
    failures: tuple[Problem, ...] = ()
    recall: Recall = field(default_factory=Recall)
    laid: Mapping[str, Kept] = field(default_factory=dict)


def build_into(
    paths: SitePaths,
    dataset: Dataset,
    progress: Progress,
    *,
    earlier: Recall | None = None,
    laid: Mapping[str, Kept] | None = None,
    with_pdf: bool = False,
    stock: Stock | None = None,
    pool: Pool | None = None,
    processes: int | None = None,
    marks: Marks | None = None,
    early: Early | None = None,
) -> Built:
    """Build the site into the work folder.

    `earlier` is what the last build made, `laid` the files that it laid out in this very work folder: then only what differs is touched, and
    the full-text index stays as it was. `with_pdf` links each report to the PDF that is still to be printed; `stock` are the editions of the archive
    to publish. `processes` work side by side. `marks` may be those of the last build, of the same
    objects. `early` are pages to show before all is made, where files were `laid` out; they are taken back where the build then fails. Raises what FAULTS
    lists.
    """
    return _Building(
        paths,
        dataset,
        progress,
        earlier or Recall(),
        laid,
        stock or Stock(),
        pool or Pool(paths.site.parent / "pool", linked=True),
        processes or len(os.sched_getaffinity(0)),
        marks or Marks(),
        with_pdf=with_pdf,
        early=early if laid is not None else None,
    ).run()


@dataclass(frozen=True)
class _Building:
    paths: SitePaths
    dataset: Dataset
    progress: Progress
    earlier: Recall
    laid: Mapping[str, Kept] | None
    stock: Stock
    pool: Pool
    processes: int
    marks: Marks
    with_pdf: bool
    early: Early | None = None
    shown: dict[str, Kept] = field(default_factory=dict)
    """The files that stand there already, before all others."""

    @property
    def url(self) -> str:
        return site_url(self.paths)

    def run(self) -> Built:
        """Build. Raises what FAULTS lists."""
        built = Built(0)
        try:
            built = self._run()
        except EngineError as error:
            built = Built(0, (engine_problem(error, self.paths),))
        except SearchIndexError as error:
            built = Built(0, (Problem("search-failed", Place("pagefind"), {"detail": str(error)}),))
        finally:
            if not built.laid:
                self._take_back()
        return built

    def _run(self) -> Built:
        catalogue, languages = self.dataset.catalogue, self.dataset.catalogue.languages
        recall = remake(
            self.paths,
            self.dataset,
            self.progress,
            self.earlier,
            self.stock.shelf,
            self.pool,
            processes=self.processes,
            with_pdf=self.with_pdf,
            marks=self.marks,
            first=First(self.early.takes, self._show_first) if self.early else None,
        )
        pages = {
            lang: [each for each in recall.made.values() if each.lang == lang and each.is_page] for lang in languages
        }
        count = sum(map(len, pages.values()))
        self.progress(N_("Rendered pages and charts"), str(count))
        files = {each.path: each.kept for made in recall.made.values() for each in made.files}
        files |= {path: each.kept for path, each in recall.data.items()}
        redirected = redirects_of(self.paths, catalogue, self.stock.shelf, _folders(recall.made.values(), languages))
        written = {lang: [each.path for each in found] for lang, found in pages.items()}
        around = {path: html.encode() for path, html in redirected.items()}
        searched = {lang: [each.searched for each in found if each.searched] for lang, found in pages.items()}
        if not self.paths.banner:
            around[LLMS] = llms_file(site_name(catalogue.site, languages[0]), searched, self.url).encode()
        editor = {} if self.paths.banner else published_files(self.dataset, self.paths.templates)
        around |= {**editor, **sbom_file(with_editor=bool(editor))}
        if self.paths.banner:
            error_page = self.pool.read(files["404.html"]).decode()
            around["404.html"] = made_relative(error_page, self.url).encode()
        files |= {path: self.pool.put(content) for path, content in around.items()}
        for lang, known in searched.items():
            files |= index_files(known, catalogue, lang, self.pool, self.dataset.known, self.marks)
        failures = tuple(self._problems(recall, files, redirected))
        if failures:
            return Built(count, failures)
        recall = replace(recall, indexes=self._full_text_indexes(pages))
        files |= joined(recall.indexes.values(), self.pool)
        there = {*files, *archived_files(self.stock)}
        hosts = asked_hosts(catalogue.site)
        last = site_files(self.paths, written, self.url, catalogue.reports.values(), self.stock.shelf, there, hosts)
        files |= {path: self.pool.put(content) for path, content in last.items()}
        self._lay(files)
        failures = self._archived()
        return Built(count, failures, recall, files)

    def _full_text_indexes(self, pages: Mapping[str, Sequence[MadePage]]) -> dict[str, MadeIndex]:
        """Pagefind's index of each language. While somebody edits, that of the first build will do; the small index is always new."""
        made: dict[str, MadeIndex] = {}
        for lang, found in pages.items():
            earlier, copies = self.earlier.indexes.get(lang, MadeIndex()), copies_of(found)
            mark = Marks().mark((program_mark(), {path: kept.name for path, kept in copies.items()})).hex()
            known = earlier.files and all(self.pool.has(each) for each in earlier.files.values())
            right = known and (self.laid is not None or earlier.mark == mark)
            made[lang] = earlier if right else MadeIndex(mark, indexed(copies, lang, self.paths, self.pool))
        if any(made[lang] is not self.earlier.indexes.get(lang) for lang in made):
            self.progress(N_("Indexed the pages for search"), ", ".join(made))
        return made

    def _lay(self, files: Mapping[str, Kept]) -> None:
        if self.laid is None:
            lay(files, self.paths.site, self.pool, set(archived_files(self.stock)))
        else:
            lay_changes(files, {**self.laid, **self.shown}, self.paths.site, self.pool)

    def _show_first(self, made: Sequence[MadePage], data: Mapping[str, MadeData]) -> None:
        if self.early is None or self.laid is None:
            return
        files = files_to_show(made, data, self.earlier, self.laid)
        self.shown.update(files)
        lay_changes(
            files, {path: self.laid[path] for path in files.keys() & self.laid.keys()}, self.paths.site, self.pool
        )
        if files:
            self.early.tell(files)

    def _take_back(self) -> None:
        """Let what was there before stand in the place of what was shown early."""
        if self.shown and self.laid is not None:
            before = {path: self.laid[path] for path in self.shown.keys() & self.laid.keys()}
            lay_changes(before, self.shown, self.paths.site, self.pool)

    def _archived(self) -> tuple[Problem, ...]:
        """Place the editions of the archive; what is wrong with them."""
        if self.laid is not None and placed(self.stock, self.paths.site):
            return ()
        failures = place(self.stock, self.paths.site, self.paths.cache.parent / STORE)
        if self.stock.holdings and not failures:
            editions = reversed(self.stock.shelf.editions)
            self.progress(N_("Placed the archived years"), ", ".join(str(each.edition) for each in editions))
        return failures

    def _problems(self, recall: Recall, files: Mapping[str, Kept], redirected: Mapping[str, str]) -> Iterator[Problem]:
        """What is wrong with the finished pages: links that lead nowhere, and what some readers could not read.

        Archived pages were checked when they were made; nobody can mend them. Links into them are checked.
        """
        examined = recall.examined
        # Where files were laid out, the last build found nothing wrong with them.
        before = {} if self.laid is None else self.earlier.examined
        examined |= {path: examine(path, html) for path, html in redirected.items()}
        examined.pop("404.html", None)
        there = {*files, *self._printed(), *archived_files(self.stock)}
        folders = archived_folders(self.stock)

        def ids_elsewhere(path: str) -> frozenset[str] | None:
            known = path.endswith(".html") and path.startswith(folders)
            return ids_of(archived_text(self.stock, path)) if known else None

        pages = may_be_broken(examined, there, before, self.laid or ())
        for broken in broken_among(examined, there, ids_elsewhere, pages):
            yield Problem("broken-link", Place(broken.page), {"target": broken.target})
        for page in sorted(pages):
            for lack in examined[page].lacks:
                yield Problem(lack.code, Place(lack.page), {"what": lack.what})

    def _printed(self) -> Iterator[str]:
        """The PDFs that are still to be printed."""
        for lang in self.dataset.catalogue.languages if self.with_pdf else ():
            folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
            for report in self.dataset.catalogue.reports:
                yield f"{folder}{report_path(report)}/{pdf_name(report)}"


def _folders(made: Iterable[MadePage], languages: Iterable[str]) -> dict[str, set[str]]:
    """The folders of all pages of each language, those for frames of other sites included."""
    found: dict[str, set[str]] = {lang: set() for lang in languages}
    for page in made:
        start = "" if page.lang == DEFAULT_LANGUAGE else f"{page.lang}/"
        for each in page.files:
            folder, _, name = each.path.rpartition("/")
            if name == "index.html":
                found[page.lang].add(folder.removeprefix(start.rstrip("/")).removeprefix("/") if start else folder)
    return found
