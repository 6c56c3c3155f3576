"""The small pages that lead old addresses on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.assembly.layout import SitePaths, site_url
from generator.finish.redirects import Redirect, redirects
from generator.i18n.messages import N_, translate
from generator.i18n.site_words import site_name
from generator.model.catalogue import Catalogue
from generator.model.shelf import Shelf, edition_folder
from generator.model.text import DEFAULT_LANGUAGE

_TEMPLATE = "redirect.html.j2"
_MOVED = (
    N_("This page has moved"),
    N_("The name in its address has changed, so the page is at a new address now."),
)
_ARCHIVED = (
    N_("This page is in the archive"),
    N_("The current site no longer has it. It is kept as it was in the snapshot of {edition}."),
)


def redirects_of(paths: SitePaths, catalogue: Catalogue, shelf: Shelf, pages: Mapping[str, set[str]]) -> dict[str, str]:
    """The HTML of every redirect, by its file below the top of the site. Raises OSError.

    `pages` are the folders of all pages of each language, those for frames of other sites included.
    """
    found = [*redirects(pages, shelf, former_ids(catalogue)), *_removed(catalogue)]
    environment = Environment(
        loader=FileSystemLoader(paths.templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    if not found:
        return {}
    template, url = environment.get_template(_TEMPLATE), site_url(paths)
    return {
        f"{each.path}/index.html": template.render(_words(each, url, site_name(catalogue.site, each.lang)))
        for each in found
    }


def _removed(catalogue: Catalogue) -> Iterator[Redirect]:
    """The other home pages of editions that were removed, each to the page that tells so in its language."""
    for vintage in catalogue.vintages:
        for lang in catalogue.languages:
            if vintage.record.removed and lang != DEFAULT_LANGUAGE:
                folder = edition_folder(vintage.edition)
                yield Redirect(f"{folder}/{lang}", f"{lang}/{folder}", lang)


def former_ids(catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """For each family of addresses, the id of today by former id."""
    return {
        "units": {old: each.id for each in catalogue.units.values() for old in each.former_ids},
        "indicators": {old: each.id for each in catalogue.indicators.values() for old in each.former_ids},
    }


def _words(redirect: Redirect, url: str, name: str) -> dict[str, str]:
    title, sentence = _ARCHIVED if redirect.edition else _MOVED
    lang = redirect.lang
    return {
        "lang": lang,
        "title": translate(lang, title),
        "sentence": translate(lang, sentence, edition=str(redirect.edition)),
        "go": translate(lang, N_("Go to the page")),
        "site_name": name,
        "href": redirect.href,
        "top": "../" * len(redirect.path.split("/")),
        "home": "../" * (len(redirect.path.split("/")) - (lang != DEFAULT_LANGUAGE)),
        "canonical": f"{url}{redirect.target}/" if url else "",
    }
