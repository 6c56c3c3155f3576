"""Makes one page after another, from the dataset to the finished HTML: written out, dressed by the engine, filled, examined.

Nothing here is shared between pages but what cannot change during a build, so pages can be made in any order and in any process.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.assembly.beside.assets import assets
from generator.assembly.beside.bundles import Bundle, bundles
from generator.assembly.beside.embeds import EmbedWriter
from generator.assembly.keeping.made import MadeFile, MadePage, Work
from generator.assembly.keeping.pool import Kept, Pool
from generator.assembly.layout import SitePaths, site_url
from generator.charts.cache import Cache
from generator.charts.png import opaque_png
from generator.dataset.dataset import Dataset
from generator.dataset.recorded import RecordedDataset
from generator.engine.dresser import Dresser
from generator.engine.model import EngineJob
from generator.exports.files import DataFiles
from generator.finish.examined import examine
from generator.finish.markdown_copy import MARKDOWN, markdown_copy
from generator.finish.search_copy import article_of, search_copy, whole_article_of
from generator.finish.search_pieces import IndexedPage, parts_of
from generator.finish.speech import LANGUAGE as SPOKEN
from generator.finish.speech import with_speech
from generator.i18n.site_words import site_name
from generator.model.shelf import Shelf
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.cards.previews import preview_of, preview_svg, with_preview
from generator.pages.charts.embeds import EmbedStore
from generator.pages.charts.files import ChartFileStore
from generator.pages.context import Context
from generator.pages.editions import with_editions
from generator.pages.faults import ChartFaultError, template_fault
from generator.pages.markup.note_signs import sign_notes
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.page import Page
from generator.pages.planned import Planned
from generator.pages.render import compiled_templates, page_context, planned_pages
from generator.recall.reads import RecordedMapping

SURROUNDINGS = "surroundings"
SEARCH = "search"
"""The kind of the page that has nothing to read, and so no copy to be read by programs."""
AROUND = (SURROUNDINGS, "assets")
"""Groups of files that follow from no data: what the engine brings, and what the templates do."""


@dataclass(frozen=True)
class Site:
    """Everything that pages are made from, in all languages. `frame` is the mark of what no page notes as read."""

    dataset: Dataset
    paths: SitePaths
    pool: Pool
    files: DataFiles
    jobs: Mapping[str, EngineJob]
    shelf: Shelf = field(default_factory=Shelf)
    with_pdf: bool = False
    frame: str = ""

    @cached_property
    def languages(self) -> dict[str, Language]:
        """The languages, each ready to make its pages."""
        return {lang: Language(lang, self) for lang in self.dataset.catalogue.languages}

    def works(self) -> list[Work]:
        """Everything that is to be made."""
        return [work for language in self.languages.values() for work in language.works()]

    def make(self, work: Work) -> MadePage:
        """Make one thing. Raises OSError, TemplateNotFound, TemplateFaultError, ChartFaultError or EngineError."""
        language = self.languages[work.lang]
        try:
            return language.make_page(work) if work.is_page else language.make_bundle(work)
        except Exception as error:
            fault = template_fault(error)
            if fault is None:
                raise
            raise fault from None


class Language:
    """One language of the site, ready to make its pages."""

    def __init__(self, lang: str, site: Site) -> None:
        self.lang = lang
        self._site = site
        paths = site.paths
        self._url = site_url(paths)
        self._cache = Cache(paths.cache)
        self._slots = SlotStore()
        self._compiled = paths.cache.parent / "templates"
        context = page_context(
            site.dataset,
            lang,
            paths.templates / "pages",
            self._slots,
            self._cache,
            self._compiled,
            files=site.files,
            site_url=self._url,
            with_pdf=site.with_pdf,
            shelf=site.shelf,
        )
        self._context = replace(context, banner=paths.banner)

    @cached_property
    def _planned(self) -> dict[str, Planned]:
        return {each.path: each for each in planned_pages(self._context)}

    @cached_property
    def _bundles(self) -> dict[str, Bundle]:
        return bundles(self._context)

    @cached_property
    def _dresser(self) -> Dresser:
        """The engine, ready: that of the last build while it would be made from the same."""
        site, job = self._site, self._site.jobs[self.lang]

        def made() -> Dresser:
            return Dresser(site.paths.config, job, compiled_templates(self._compiled))

        return site.dataset.known.recall(("dresser", self.lang), (site.frame, repr(job)), made)

    @cached_property
    def _embeds(self) -> EmbedWriter:
        paths = self._site.paths
        catalogue = self._site.dataset.catalogue
        return EmbedWriter(self.lang, paths.templates, self._url, paths.banner, site_name(catalogue.site, self.lang))

    def works(self) -> Iterator[Work]:
        """Everything that is to be made in this language."""
        yield from (Work(self.lang, path) for path in self._planned)
        yield from (Work(self.lang, name, is_page=False) for name in (*self._bundles, *AROUND))

    def make_bundle(self, work: Work) -> MadePage:
        """Make a group of files."""
        if work.path in self._bundles:
            context, view = self._recorded()
            files = [self._file(path, text) for path, text in self._bundles[work.path](context)]
            return MadePage(self.lang, work.path, tuple(files), frozenset(view.reads.asked), is_page=False)
        around = self._dresser.surroundings() if work.path == SURROUNDINGS else self._assets()
        kept = tuple(MadeFile(self._in_site(path), self._site.pool.put(content)) for path, content in around)
        return MadePage(self.lang, work.path, kept, frozenset(), is_page=False)

    def _assets(self) -> Iterator[tuple[str, bytes]]:
        return assets(self._site.paths, self.lang, self._site.dataset.catalogue)

    def make_page(self, work: Work) -> MadePage:
        """Make a page, and what stands beside it."""
        context, view = self._recorded()
        page = self._planned[work.path].make(context)
        page, picture = self._with_picture(page, context)
        page = with_editions(page, self._site.shelf)
        html = self._dressed(page)
        article = article_of(html)
        # Search and programs read what is shown; only who listens needs more.
        files = [self._file(posixpath.join(page.path, "index.html"), self._heard(html)), *picture]
        if page.kind != SEARCH:
            files.append(self._file(posixpath.join(page.path, MARKDOWN), self._markdown(page, html)))
        files += [self._file(path, self._heard(text)) for path, text in self._embeds.pages(context.charts.embeds)]
        files += [self._file(path, text) for path, text in context.charts.files]
        searched, copy = self._searched(page, article)
        return MadePage(
            self.lang, page.path, tuple(files), frozenset(view.reads.asked), page.description, searched, copy
        )

    def _recorded(self) -> tuple[Context, RecordedDataset]:
        """A context that notes what is read."""
        view, known = RecordedDataset.over(self._site.dataset), self._context.files
        files = DataFiles(known.site_url, RecordedMapping("files", known.by_path, view.reads))
        charts = replace(self._context.charts, dataset=view, embeds=EmbedStore(), files=ChartFileStore())
        return replace(self._context, dataset=view, charts=charts, files=files), view

    def _dressed(self, page: Page) -> str:
        source = page.markdown()
        html = sign_notes(fill_slots(self._dresser.dress(page.file, source), self._slots.contents))
        self._slots.clear()
        return html

    def _with_picture(self, page: Page, context: Context) -> tuple[Page, list[MadeFile]]:
        """The page, told of the picture that stands for it, and that picture if it is its own.

        Only whole addresses can lead to a picture, so without the site's it has no use.
        """
        if not self._url:
            return page, []
        preview = preview_of(page.path, context)
        told = with_preview(page, preview)
        if preview.page != page.path:
            return told, []
        fonts = self._site.paths.templates / "fonts"
        try:
            picture = opaque_png(preview_svg(preview, context, fonts), fonts, self._cache)
        except ValueError as error:
            raise ChartFaultError(page.path, preview.file, str(error)) from None
        return told, [MadeFile(self._in_site(preview.file), self._site.pool.put(picture))]

    def _heard(self, html: str) -> str:
        return with_speech(html) if self.lang == SPOKEN else html

    def _markdown(self, page: Page, html: str) -> str:
        """The page for programs that read pages."""
        facts = {
            "title": page.title,
            "description": page.description,
            "language": self.lang,
            "address": self._context.address(page.path),
        }
        return markdown_copy(whole_article_of(html), facts)

    def _searched(self, page: Page, article: str) -> tuple[IndexedPage | None, Kept | None]:
        if page.facets.hidden:
            return None, None
        # Of what is for staff the headings will do: they say how a thing is done.
        parts = tuple(each for each in parts_of(article) if each.heading or not page.facets.aside)
        searched = IndexedPage(page.path, page.title, page.description, page.facets, parts)
        copy = search_copy(article, self.lang, page.title, page.facets, page.description)
        return searched, self._site.pool.put(copy.encode())

    def _file(self, path: str, text: str) -> MadeFile:
        """A file of this language, in the pool; a page is examined."""
        where = self._in_site(path)
        examined = examine(where, text) if where.endswith(".html") else None
        return MadeFile(where, self._site.pool.put(text.encode()), examined)

    def _in_site(self, path: str) -> str:
        return path if self.lang == DEFAULT_LANGUAGE else f"{self.lang}/{path}"
