"""Lays out a site while it is built: the docs tree of each language, its assets, the engine's jobs, and files for the whole site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from generator import __version__
from generator.assembly.banner_words import engine_banner
from generator.assembly.looks import looks_of
from generator.assembly.own_looks import EMBLEM_FILE
from generator.assembly.search_words import SEARCH_WORDS
from generator.engine.config import read_site_url
from generator.engine.model import EngineJob, EngineText
from generator.finish.headers import HEADERS_FILE, headers_file
from generator.finish.sitemap import SITEMAP, sitemaps
from generator.i18n.formats import language_name
from generator.i18n.messages import N_, template, translate
from generator.i18n.site_words import authority_of, site_name
from generator.model.banner import Banner
from generator.model.catalogue import Catalogue
from generator.model.paths import report_path
from generator.model.report import Report
from generator.model.shelf import Shelf
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.editions import archived_page

_NAV = (
    (N_("Home"), "index.md"),
    (N_("Units"), "units/index.md"),
    (N_("Reports"), "reports/index.md"),
    (N_("Areas of reform"), "areas/index.md"),
    (N_("Indicators"), "indicators/index.md"),
    (N_("Compare"), "compare/index.md"),
    (N_("Progress"), "progress/index.md"),
    (N_("Data"), "data/index.md"),
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
    "audit": N_("Contradictions in the reports"),
    "revisions": N_("Revisions of published figures"),
    "feed": N_("Follow: new reports and revisions (Atom)"),
    "archive": N_("Snapshots of past years"),
    "edition": N_("Edition shown"),
    "current": N_("Current site"),
    "earlier": N_("See as of …"),
    "more_columns": N_("More columns: %number"),
    "skip_to": N_("Skip to: %name"),
    "skip_to_end": N_("Skip to the end of the page"),
    "source": N_("Source of this site"),
    "version": N_("Version"),
    "published_by": N_("Published by"),
    "staff": N_("For staff"),
    "made_with": N_("Built with"),
    "not_found_title": N_("Page not found"),
    "not_found_text": N_("The page may have moved, or the address may be mistyped."),
    "home": N_("Home"),
    "printed_on": N_("Printed on"),
}
_NOT_FOUND = {
    "title": _FRAME["not_found_title"],
    "text": _FRAME["not_found_text"],
    "home": N_("Home"),
    "label": SEARCH_WORDS["field"],
    "submit": SEARCH_WORDS["submit"],
}


@dataclass(frozen=True)
class SitePaths:
    """Where a build reads its templates and configuration, and where it works.

    `address` is where the site will stand if that is not what the configuration says, ending in a slash; empty for nowhere. A
    `banner` makes the site a snapshot.
    """

    config: Path
    templates: Path
    cache: Path
    docs: Path
    search: Path
    site: Path
    address: str | None = None
    banner: Banner | None = None

    @cached_property
    def url(self) -> str:
        """Where the site will be published, ending in a slash; empty where that is not known. Read once. Raises OSError."""
        return read_site_url(self.config) if self.address is None else self.address

    @classmethod
    def of(cls, root: Path, work: Path) -> SitePaths:
        """The paths for a tree; what the tree does not bring of its own comes with the program. Raises OSError."""
        looks = looks_of(root)
        return cls(
            config=looks.config,
            templates=looks.templates,
            cache=root / ".cache" / "charts",
            docs=work / "docs",
            search=work / "search",
            site=work / "site",
        )


def engine_jobs(
    paths: SitePaths, catalogue: Catalogue, descriptions: Mapping[str, str], shelf: Shelf | None = None
) -> tuple[EngineJob, ...]:
    """What the engine is asked to build: one job a language, side by side.

    `descriptions` say what the site is, by language; `shelf` are the editions that the version selector offers.
    """
    languages = catalogue.languages
    names = tuple((lang, language_name(lang)) for lang in languages)
    banners = {lang: engine_banner(paths.banner, lang) for lang in languages} if paths.banner else {}
    not_found = {lang: {key: translate(lang, said) for key, said in _NOT_FOUND.items()} for lang in languages}
    return tuple(
        EngineJob(
            lang=lang,
            is_default=lang == DEFAULT_LANGUAGE,
            docs_dir=paths.docs / lang,
            site_dir=language_folder(paths.site, lang),
            site_name=site_name(catalogue.site, lang),
            authority=authority_of(catalogue.site, lang),
            repository=catalogue.site.repository.url if catalogue.site and catalogue.site.repository else "",
            staff="staff/index.md" if catalogue.site and catalogue.site.staff and not paths.banner else "",
            emblem=EMBLEM_FILE if catalogue.emblem else "",
            site_description=descriptions[lang],
            nav=tuple((translate(lang, title), target) for title, target in _NAV),
            languages=names,
            text=EngineText(
                **{name: translate(lang, message) for name, message in _FRAME.items()},
                search={name: template(lang, message) for name, message in SEARCH_WORDS.items()},
            ),
            not_found=not_found,
            version=__version__,
            editions=_homes(lang, shelf or Shelf()),
            site_url=paths.address,
            banners=banners,
        )
        for lang in languages
    )


def _homes(lang: str, shelf: Shelf) -> tuple[tuple[str, str], ...]:
    """The editions and where the home page of each is: in the language, where the edition has that."""
    homes = ((each, archived_page(lang, "")) for each in shelf.editions)
    return tuple(
        (str(each.edition), f"{each.folder}/{home}/" if home in each.pages and home else f"{each.folder}/")
        for each, home in homes
    )


def output_page(paths: SitePaths, lang: str, page_path: str) -> Path:
    """The HTML file of a page in the built site."""
    return language_folder(paths.site, lang) / page_path / "index.html"


def site_url(paths: SitePaths) -> str:
    """Where the site will be published, ending in a slash; empty where that is not known."""
    return paths.url


def site_files(
    paths: SitePaths,
    pages: Mapping[str, Sequence[str]],
    url: str,
    reports: Iterable[Report],
    shelf: Shelf,
    files: Collection[str],
    asked_by_editor: Collection[str] = (),
) -> dict[str, bytes]:
    """The files that belong to no single language, by path: headers, sitemap and robots. `files` are all others of the site.

    `asked_by_editor` are the hosts from which the editor of the site gets files.

    A snapshot has none of them: servers and robots look for them at the top of a host, where the current site stands.
    """
    if paths.banner:
        return {}
    editions = [str(each.edition) for each in shelf.editions]
    made = {HEADERS_FILE: headers_file(files, tuple(pages), editions, urlsplit(url).path or "/", asked_by_editor)}
    if url:
        changed = {report_path(report.id): str(report.changed) for report in reports if report.changed}
        made |= sitemaps(url, pages, changed)
        made["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {url}{SITEMAP}\n"
    return {path: text.encode() for path, text in made.items()}


def language_folder(site: Path, lang: str) -> Path:
    """The folder of a language below the top of the site."""
    return site if lang == DEFAULT_LANGUAGE else site / lang
