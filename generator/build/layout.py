"""Lays out a site while it is built: the docs tree of each language, its assets, the engine's jobs, and files for the whole site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.build.tree_files import TreeWriter
from generator.charts.bundle import FILE_NAME as VEGA_FILE
from generator.charts.bundle import write_bundle
from generator.charts.cache import Cache
from generator.dataset.dataset import Dataset
from generator.engine.config import read_site_url
from generator.engine.model import EngineJob, EngineText
from generator.finish.sitemap import sitemap
from generator.i18n.formats import language_name
from generator.i18n.messages import N_, translate
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.page import Page
from generator.pages.render import render_pages
from generator.pages.slots import SlotStore

PACKAGE_ROOT = Path(__file__).resolve().parent.parent.parent

_NAV = (
    (N_("Home"), "index.md"),
    (N_("Units"), "units/index.md"),
    (N_("Reports"), "reports/index.md"),
    (N_("Areas of reform"), "areas/index.md"),
    (N_("Indicators"), "indicators/index.md"),
    (N_("Glossary"), "glossary/index.md"),
    (N_("Method"), "method/index.md"),
    (N_("About"), "about/index.md"),
)
_FRAME = {
    "skip": N_("Skip to content"),
    "languages": N_("Language"),
    "navigation": N_("Main navigation"),
    "menu": N_("Menu"),
    "contents": N_("On this page"),
    "permalink": N_("Link to this section"),
    "to_dark": N_("Switch to the dark scheme"),
    "to_light": N_("Switch to the light scheme"),
    "licence": N_("Prose and compiled data:"),
    "licence_note": N_(
        "Administrative documents themselves are not protected by copyright (Law on Intellectual Property, article 15)."
    ),
    "source": N_("Source of this site"),
    "version": N_("Version"),
    "made_with": N_("Built with"),
    "not_found_title": N_("Page not found"),
    "not_found_text": N_("The page may have moved, or the address has a slip in it."),
    "home": N_("Home"),
}


@dataclass(frozen=True)
class SitePaths:
    """Where a build reads its templates and configuration, and where it works."""

    config: Path
    templates: Path
    cache: Path
    docs: Path
    site: Path

    @classmethod
    def of(cls, root: Path, work: Path) -> SitePaths:
        """The paths for a tree; what the tree does not bring of its own comes from the project the program belongs to."""
        templates = root / "site_templates"
        config = root / "mkdocs.yml"
        return cls(
            config=config if config.exists() else PACKAGE_ROOT / "mkdocs.yml",
            templates=templates if templates.is_dir() else PACKAGE_ROOT / "site_templates",
            cache=root / ".cache" / "charts",
            docs=work / "docs",
            site=work / "site",
        )


@dataclass(frozen=True)
class LanguagePages:
    """The pages of one language and the HTML of their slots."""

    pages: tuple[Page, ...]
    slots: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.pages)


def write_language(dataset: Dataset, lang: str, paths: SitePaths, writer: TreeWriter) -> LanguagePages:
    """Render all pages of a language and write its docs tree with assets. Raises OSError."""
    slots = SlotStore()
    cache = Cache(paths.cache)
    pages = render_pages(dataset, lang, paths.templates / "pages", slots, cache, paths.cache.parent / "templates")
    docs = paths.docs / lang
    for page in pages:
        writer.write(docs / page.file, page.markdown())
    assets = paths.templates / "assets"
    for source in sorted(path for path in assets.rglob("*") if path.is_file()):
        writer.copy(source, docs / "assets" / source.relative_to(assets))
    vega = docs / "assets" / "js" / VEGA_FILE
    if not vega.exists():
        write_bundle(vega.parent, cache)
    writer.keep(vega)
    return LanguagePages(tuple(pages), slots.contents)


def engine_jobs(
    paths: SitePaths, languages: Sequence[str], pages: Mapping[str, LanguagePages]
) -> tuple[EngineJob, ...]:
    """What the engine is asked to build: one job a language, side by side."""
    names = tuple((lang, language_name(lang)) for lang in languages)
    return tuple(
        EngineJob(
            lang=lang,
            is_default=lang == DEFAULT_LANGUAGE,
            docs_dir=paths.docs / lang,
            site_dir=_language_folder(paths.site, lang),
            site_name=translate(lang, N_("Public administration reform reports")),
            site_description=next((page.description for page in pages[lang].pages if not page.path), ""),
            nav=tuple((translate(lang, title), target) for title, target in _NAV),
            languages=names,
            text=EngineText(**{name: translate(lang, message) for name, message in _FRAME.items()}),
            version=__version__,
        )
        for lang in languages
    )


def output_page(paths: SitePaths, page: Page) -> Path:
    """The HTML file of a page in the built site."""
    return _language_folder(paths.site, page.lang) / page.path / "index.html"


def site_url(paths: SitePaths) -> str:
    """Where the site will be published, ending in a slash; empty where that is not known."""
    return read_site_url(paths.config)


def write_site_files(paths: SitePaths, pages: Mapping[str, Sequence[str]], url: str) -> None:
    """Write the files that belong to no single language: sitemap and robots. Raises OSError."""
    if url:
        (paths.site / "sitemap.xml").write_text(sitemap(url, pages), encoding="utf-8", newline="")
        (paths.site / "robots.txt").write_text(
            f"User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n", encoding="utf-8"
        )


def _language_folder(site: Path, lang: str) -> Path:
    return site if lang == DEFAULT_LANGUAGE else site / lang
