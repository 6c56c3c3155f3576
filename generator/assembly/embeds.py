"""Writes the small page of every chart that other sites may show in a frame: it loads its style sheet, and nothing else."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.assembly.banner_words import engine_banner
from generator.assembly.tree_files import TreeWriter
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


def write_embeds(
    charts: Iterable[EmbedChart],
    lang: str,
    templates: Path,
    docs: Path,
    site_url: str,
    writer: TreeWriter,
    banner: Banner | None = None,
) -> int:
    """Write the page of each chart below `docs`, a language's tree, and return how many there are.

    `site_url` ends in a slash, or is empty where the address of the site is not known. With a `banner`, each
    page says that it is part of a snapshot. Raises OSError or TemplateNotFound.
    """
    environment = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    template = environment.get_template(_TEMPLATE)
    words = chart_words(lang)
    count = 0
    for chart in charts:
        html = template.render(
            chart=chart,
            lang=lang,
            picture=Markup(chart.svg),  # noqa: S704 - our own picture
            alternative=describe(chart.data, words),
            notes=Markup(notes_html(chart.data, words)),  # noqa: S704 - escaped there
            show_table=words.show_table,
            site_name=translate(lang, N_("Public administration reform reports")),
            source_page=link(chart.path, chart.page_path, chart.anchor),
            style=_style(chart.path, lang),
            canonical=page_address(site_url, lang, chart.page_path) if site_url else "",
            banner=engine_banner(banner, lang) if banner else None,
            from_page=translate(lang, N_("All figures and sources")),
        )
        writer.write(docs / chart.path / "index.html", html)
        count += 1
    return count


def _style(path: str, lang: str) -> str:
    """The address of the one style sheet, which stands once for all languages."""
    folder = path if lang == DEFAULT_LANGUAGE else posixpath.join(lang, path)
    return posixpath.relpath("assets/css/embed.css", folder)
