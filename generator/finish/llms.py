"""`/llms.txt`: what a program that reads the site for somebody should know, and where the Markdown of the pages begins (llmstxt.org)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.finish.markdown_copy import MARKDOWN
from generator.finish.search_pieces import IndexedPage
from generator.i18n.formats import language_name
from generator.i18n.messages import N_, translate
from generator.model.paths import PAGES
from generator.model.text import DEFAULT_LANGUAGE

FILE = "llms.txt"
_HINT = N_(
    "Every page has a Markdown copy beside it: index.md instead of index.html. Figures are printed as the reports state them, each with a link to its "
    "row; cite the authority that issued the report. All figures as data: {data}."
)
_MOST = 500
"""So many pages of a section are listed; the section's own page has all."""


def llms_file(site: str, pages: Mapping[str, Sequence[IndexedPage]], url: str) -> str:
    """The text: for each language its main pages, units that report, reports and areas.

    `site` is what the site is called; what it is, its home says. `url` is where the site stands and ends in a slash, or is empty: then addresses are relative.
    """
    lines = [f"# {site}", ""]
    lines += [f"> {page.description}" for listed in pages.values() for page in listed if not page.path]
    for lang, listed in pages.items():
        folder = url if lang == DEFAULT_LANGUAGE else f"{url}{lang}/"
        by_path = {page.path: page for page in listed}
        lines += [
            "",
            f"## {language_name(lang)}",
            "",
            translate(lang, _HINT, data=f"{url}data/v1/datapackage.json"),
            "",
        ]
        lines += [_line(folder, by_path[path]) for path in ("", *PAGES) if path in by_path]
        for title, belongs in _SECTIONS:
            inside = [_line(folder, page) for page in listed if belongs(page)][:_MOST]
            lines += ["", f"## {translate(lang, title)}", "", *inside] if inside else []
    return "\n".join([*lines, ""])


_SECTIONS: tuple[tuple[str, Callable[[IndexedPage], bool]], ...] = (
    (N_("Units"), lambda page: page.facets.entity == "unit" and page.facets.reporting),
    (N_("Reports"), lambda page: page.facets.entity == "report"),
    (N_("Areas of reform"), lambda page: page.path.startswith("areas/")),
)


def _line(folder: str, page: IndexedPage) -> str:
    address = f"{folder}{page.path}/{MARKDOWN}" if page.path else f"{folder}{MARKDOWN}"
    plain = page.title.replace("[", "(").replace("]", ")")
    return f"- [{plain}]({address})" + (f": {page.description}" if page.description else "")
