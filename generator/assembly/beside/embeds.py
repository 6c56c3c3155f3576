"""Writes the small page of every chart that other sites may show in a frame: it loads its style sheet, and nothing else."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.assembly.banner_words import engine_banner
from generator.charts.describe import describe
from generator.charts.figure import notes_html
from generator.finish.sitemap import page_address
from generator.i18n.messages import N_, translate
from generator.model.banner import Banner
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.charts.embeds import EmbedChart
from generator.pages.charts.words import chart_words
from generator.pages.page import link

_TEMPLATE = "embed.html.j2"


class EmbedWriter:
    """Writes the small pages of one language."""

    def __init__(
        self, lang: str, templates: Path, site_url: str, banner: Banner | None = None, site_name: str = ""
    ) -> None:
        """`site_url` ends in a slash, or is empty where the address of the site is not known. With a `banner`, each page says that it is
        part of a snapshot; `site_name` is what the site is called. Raises OSError or TemplateNotFound.
        """
        self._lang = lang
        self._url = site_url
        self._site_name = site_name or translate(lang, N_("Public administration reform reports"))
        self._banner = engine_banner(banner, lang) if banner else None
        environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._template = environment.get_template(_TEMPLATE)

    def pages(self, charts: Iterable[EmbedChart]) -> Iterator[tuple[str, str]]:
        """The file of each chart below the folder of the language, and its text."""
        for chart in charts:
            yield f"{chart.path}/index.html", self._page(chart)

    def _page(self, chart: EmbedChart) -> str:
        words = chart_words(self._lang)
        return self._template.render(
            chart=chart,
            lang=self._lang,
            picture=Markup(chart.svg),  # noqa: S704 - our own picture
            alternative=describe(chart.data, words),
            notes=Markup(notes_html(chart.data, words)),  # noqa: S704 - escaped there
            show_table=words.show_table,
            site_name=self._site_name,
            source_page=link(chart.path, chart.page_path, chart.anchor),
            style=_style(chart.path, self._lang),
            canonical=page_address(self._url, self._lang, chart.page_path) if self._url else "",
            banner=self._banner,
            from_page=translate(self._lang, N_("All figures and sources")),
        )


def _style(path: str, lang: str) -> str:
    """The address of the one style sheet, which stands once for all languages."""
    folder = path if lang == DEFAULT_LANGUAGE else posixpath.join(lang, path)
    return posixpath.relpath("assets/css/embed.css", folder)
