"""What a site engine is asked to build, and how it says that it could not. No engine is named here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class EngineText:
    """The words that the frame of every page uses (header, footer, error page), in the language of the job.

    The defaults are English; a caller fills them from its message catalogue. `search` holds the words of the search, by the names
    that `partials/search-dialog.html` uses.
    """

    skip: str = "Skip to content"
    languages: str = "Language"
    navigation: str = "Main navigation"
    menu: str = "Menu"
    contents: str = "On this page"
    permalink: str = "Link to this section"
    to_dark: str = "Switch to the dark scheme"
    to_light: str = "Switch to the light scheme"
    licence: str = "Prose and compiled data:"
    licence_note: str = ""
    audit: str = "Contradictions in the reports"
    revisions: str = "Revisions of published figures"
    feed: str = "Follow: new reports and revisions (Atom)"
    archive: str = "Snapshots of past years"
    edition: str = "Edition shown"
    current: str = "Current site"
    earlier: str = "See as of …"
    more_columns: str = "More columns: %number"
    skip_to: str = "Skip to: %name"
    skip_to_end: str = "Skip to the end of the page"
    source: str = "Source of this site"
    version: str = "Version"
    published_by: str = "Published by"
    staff: str = "For staff"
    made_with: str = "Built with"
    not_found_title: str = "Page not found"
    not_found_text: str = "The page may have moved, or the address may be mistyped."
    home: str = "Home"
    printed_on: str = "Printed on"
    search: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EngineBanner:
    """What every page of a snapshot says of itself, in one language: `said` which snapshot it is, `frozen` what that means.

    `label` names the banner as a landmark. `current` is where this language of the current site stands, ending in a slash; empty
    where that is not known, and then there is no link. `link` is its text. `edition` is `2023` or `2023.2`.
    """

    said: str
    frozen: str
    label: str
    current: str
    link: str
    edition: str


@dataclass(frozen=True, slots=True)
class EngineJob:
    """One language of the site.

    Attributes:
        lang: The language's code, such as `vi`; also the folder under which it is published unless it is the default.
        is_default: Whether this language is published at the root.
        docs_dir: The tree to build: every page is `<path>/index.md`, assets lie under `assets/`.
        site_dir: Where the HTML goes. The folder of one language may lie inside that of another.
        site_name: The name of the site in this language.
        site_description: One sentence about the site in this language.
        nav: The pages of the navigation in order, as (title, path of the page's source in `docs_dir`).
        languages: Every language of the site, the default first, as (code, native name).
        text: The words of the page frame.
        not_found: The words of the error page in every language of the site, by language: `title`, `text`, `home`, and `label` and
            `submit` of its search field.
        version: What the footer shows as the version of the site; empty for none.
        editions: The editions of the archive that are published, newest first, as (edition, folder of its home page in this language
            below the top of the site, ending in a slash).
        site_url: Where the whole site is published, ending in a slash, where that is not what `mkdocs.yml` says; empty for nowhere.
        authority: Who publishes the site; empty where nobody is named.
        emblem: The file of that authority's emblem in `docs_dir`; empty for none.
        staff: The page of the part for staff; empty where there is none.
        repository: Where the files of the site are kept; empty where that is not said.
        banners: For a snapshot, what its pages say of themselves, by language.
    """

    lang: str
    is_default: bool
    docs_dir: Path
    site_dir: Path
    site_name: str
    site_description: str
    nav: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    text: EngineText = field(default_factory=EngineText)
    not_found: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    version: str = ""
    editions: tuple[tuple[str, str], ...] = ()
    site_url: str | None = None
    banners: Mapping[str, EngineBanner] = field(default_factory=dict)
    authority: str = ""
    emblem: str = ""
    repository: str = ""
    staff: str = ""


@dataclass(frozen=True, slots=True)
class EngineFailure:
    """One reason why the tree of a language could not be built, in the engine's own words."""

    lang: str
    message: str
