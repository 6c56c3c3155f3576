"""One language of a build: its pages rendered to a docs tree before the engine runs, its slots filled afterwards.

The functions here run in worker processes, so that languages are built side by side; what they need and return is small.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from generator.assembly.embeds import write_embeds
from generator.assembly.layout import SitePaths, output_page, site_url
from generator.assembly.search import searched_pages, write_search
from generator.assembly.styles import joined
from generator.assembly.tree_files import TreeWriter
from generator.charts.bundle import FILE_NAME as VEGA_FILE
from generator.charts.bundle import write_bundle
from generator.charts.cache import Cache
from generator.charts.png import opaque_png
from generator.exports.files import DataFiles
from generator.finish.fill import fill_pages
from generator.model.catalogue import Catalogue
from generator.model.shelf import Shelf
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.cards.previews import preview_svg, previews, with_previews
from generator.pages.charts.embeds import EmbedStore
from generator.pages.charts.files import ChartFileStore
from generator.pages.editions import with_editions
from generator.pages.faults import ChartFaultError, template_fault
from generator.pages.markup.slots import SlotStore
from generator.pages.news.feed import FEED_FILE, feed
from generator.pages.news.revisions_feed import REVISIONS_FEED_FILE, revisions_feed
from generator.pages.page import Page
from generator.pages.render import all_pages, page_context


@dataclass(frozen=True)
class RenderedLanguage:
    """The pages of a language, by path; `description` is that of its home page.

    `lost_pages` tells that an earlier build in the same folder had files that are gone now.
    """

    lang: str
    paths: tuple[str, ...]
    description: str
    lost_pages: bool


def render_language(
    catalogue: Catalogue,
    lang: str,
    paths: SitePaths,
    files: DataFiles,
    *,
    with_pdf: bool = False,
    shelf: Shelf | None = None,
) -> RenderedLanguage:
    """Render all pages of a language and write its docs tree with assets, and its slots. Raises OSError or TemplateNotFound.

    `files` are what pages offer for download; `with_pdf` tells that each report will be printed to PDF as well, `shelf` which
    editions of the archive are published. Raises TemplateFaultError or ChartFaultError where a template fails or a picture cannot be drawn.
    """
    try:
        return _render(catalogue, lang, paths, files, shelf or Shelf(), with_pdf=with_pdf)
    except Exception as error:
        fault = template_fault(error)
        if fault is None:
            raise
        raise fault from None


def _render(
    catalogue: Catalogue, lang: str, paths: SitePaths, files: DataFiles, shelf: Shelf, *, with_pdf: bool
) -> RenderedLanguage:
    from generator.dataset.dataset import Dataset
    from generator.pages.comparing.comparison_files import comparison_scripts

    slots = SlotStore()
    cache = Cache(paths.cache)
    compiled = paths.cache.parent / "templates"
    templates, url = paths.templates / "pages", site_url(paths)
    dataset = Dataset.of(catalogue.with_published(shelf.pages))
    embeds, chart_files = EmbedStore(), ChartFileStore()
    context = page_context(
        dataset,
        lang,
        templates,
        slots,
        cache,
        compiled,
        embeds=embeds,
        chart_files=chart_files,
        files=files,
        site_url=url,
        with_pdf=with_pdf,
        shelf=shelf,
    )
    context = replace(context, banner=paths.banner)
    pictures = previews(context)
    pages = with_editions(with_previews(all_pages(context), pictures), shelf)
    writer = TreeWriter()
    for name, script in (*comparison_scripts(dataset, lang), *chart_files):
        writer.write(paths.docs / lang / name, script)
    _write_tree(pages, lang, paths, writer, cache)
    for name, news in ((FEED_FILE, feed(context)), (REVISIONS_FEED_FILE, revisions_feed(context))):
        if news:
            writer.write(paths.docs / lang / name, news)
    fonts = paths.templates / "fonts"
    # Only whole addresses can lead to a picture, so without the site's it has no use.
    for path, preview in pictures.items() if url else ():
        try:
            picture = opaque_png(preview_svg(preview, context, fonts), fonts, cache)
        except ValueError as error:
            raise ChartFaultError(path, preview.file, str(error)) from None
        writer.write_bytes(paths.docs / lang / preview.file, picture)
    # Finished pages: the engine passes on what is not Markdown.
    write_embeds(embeds, lang, paths.templates, paths.docs / lang, site_url(paths), writer, paths.banner)
    lost = writer.remove_others(paths.docs / lang)
    writer.write(paths.slots / f"{lang}.json", slots.dump())
    writer.write(paths.slots / f"{lang}.search.json", searched_pages(pages))
    description = next((page.description for page in pages if not page.path), "")
    return RenderedLanguage(lang, tuple(page.path for page in pages), description, lost)


def _write_tree(pages: list[Page], lang: str, paths: SitePaths, writer: TreeWriter, cache: Cache) -> None:
    docs = paths.docs / lang
    for page in pages:
        writer.write(docs / page.file, page.markdown())
    assets = paths.templates / "assets"
    sheet = assets / "css" / "site.css"
    text, parts = joined(sheet)
    for source in sorted(path for path in assets.rglob("*") if path.is_file() and path not in {sheet, *parts}):
        writer.copy(source, docs / "assets" / source.relative_to(assets))
    writer.write(docs / "assets" / "css" / sheet.name, text)
    if lang != DEFAULT_LANGUAGE:
        return  # The heaviest script stands once, at the root of the site.
    vega = docs / "assets" / "js" / VEGA_FILE
    if not vega.exists():
        write_bundle(vega.parent, cache)
    writer.keep(vega)


def fill_language(rendered: RenderedLanguage, paths: SitePaths) -> None:
    """Fill the slots of a language's built pages, and prepare search. Raises OSError."""
    contents = json.loads((paths.slots / f"{rendered.lang}.json").read_text(encoding="utf-8"))
    fill_pages((output_page(paths, rendered.lang, path) for path in rendered.paths), contents)
    write_search(paths, rendered.lang)
