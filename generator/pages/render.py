"""Renders every page of every kind in one language, and the environment their templates share."""

from __future__ import annotations

import contextlib
import importlib
import pkgutil
import re
from collections.abc import Iterator
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Protocol, cast

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.charts.cache import Cache, write_in_one_step
from generator.dataset.dataset import Dataset
from generator.exports.files import DataFiles
from generator.i18n import formats
from generator.i18n.messages import translate, translate_plural
from generator.model.paths import relative_address
from generator.model.shelf import Shelf
from generator.pages import kinds
from generator.pages.charts.embeds import EmbedStore
from generator.pages.charts.files import ChartFileStore
from generator.pages.charts.maker import ChartMaker
from generator.pages.context import Context
from generator.pages.markup.abbreviations import Abbreviations
from generator.pages.markup.dates import whole_dates
from generator.pages.markup.slots import SlotStore
from generator.pages.page import (
    Page,
    area_path,
    audit_path,
    coverage_path,
    indicator_path,
    link,
    pdf_name,
    reference_anchor,
    report_path,
    unit_path,
)
from generator.pages.planned import Planned

_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render_pages(
    dataset: Dataset,
    lang: str,
    templates: Path,
    slots: SlotStore,
    cache: Cache | None,
    compiled: Path | None = None,
    *,
    embeds: EmbedStore | None = None,
    files: DataFiles | None = None,
    site_url: str = "",
    with_pdf: bool = False,
) -> list[Page]:
    """All pages in a language, in the order of their kinds: see `page_context` for what they are made from."""
    context = page_context(
        dataset,
        lang,
        templates,
        slots,
        cache,
        compiled,
        embeds=embeds,
        files=files,
        site_url=site_url,
        with_pdf=with_pdf,
    )
    return all_pages(context)


def page_context(
    dataset: Dataset,
    lang: str,
    templates: Path,
    slots: SlotStore,
    cache: Cache | None,
    compiled: Path | None = None,
    *,
    embeds: EmbedStore | None = None,
    chart_files: ChartFileStore | None = None,
    files: DataFiles | None = None,
    site_url: str = "",
    with_pdf: bool = False,
    shelf: Shelf | None = None,
) -> Context:
    """What pages of a language are made from.

    `templates` is the folder of page templates, `compiled` where to keep them compiled, `embeds` takes the charts that other sites may show,
    `chart_files` what charts need once they are touched, `files` are what they offer for download,
    `site_url` where the site is published; `with_pdf` links reports to their PDF; `shelf` are the published editions of the archive.
    """
    abbreviations = Abbreviations(dataset.catalogue.glossary, lang)
    return Context(
        dataset=dataset,
        lang=lang,
        environment=page_environment(templates, lang, slots, abbreviations, compiled),
        slots=slots,
        charts=ChartMaker(
            dataset,
            lang,
            cache,
            EmbedStore() if embeds is None else embeds,
            ChartFileStore() if chart_files is None else chart_files,
        ),
        with_pdf=with_pdf,
        files=files or DataFiles(),
        site_url=site_url,
        shelf=shelf or Shelf(),
    )


def all_pages(context: Context) -> list[Page]:
    """Every page of every kind, in the order of the kinds."""
    return [planned.make(context) for planned in planned_pages(context)]


def planned_pages(context: Context) -> list[Planned]:
    """Every page that is to be, in the order of the kinds."""
    return [planned for module in _kinds() for planned in module.plan(context)]


def page_environment(
    templates: Path, lang: str, slots: SlotStore, abbreviations: Abbreviations, compiled: Path | None = None
) -> Environment:
    """The Jinja environment of page templates: autoescaping, strict, with our filters and the language's messages."""
    # A comment such as {#anchor} would swallow the ids of headings, so comments look different here.
    environment = Environment(
        bytecode_cache=compiled_templates(compiled) if compiled else None,
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        comment_start_string="{##",
        comment_end_string="##}",
    )
    environment.filters["slot"] = lambda html: Markup(slots.mark(abbreviations.explain(_collapse(str(html)))))  # noqa: S704
    environment.filters["heading"] = heading_text
    environment.filters["whole_dates"] = whole_dates
    environment.globals.update(
        _=lambda message, **values: translate(lang, message, **values),
        n_=lambda one, other, number, **values: translate_plural(lang, one, other, number, **values),
        link=link,
        asset=lambda path, name: relative_address(f"assets/{name}", path),
        reference_anchor=reference_anchor,
        unit_path=unit_path,
        report_path=report_path,
        coverage_path=coverage_path,
        audit_path=audit_path,
        pdf_name=pdf_name,
        area_path=area_path,
        indicator_path=indicator_path,
        day=lambda value: formats.day(value, lang),
        period=lambda value, short=False: formats.period(value, lang, short=short),
        number=lambda value: formats.number(Decimal(value), lang),
    )
    return environment


def heading_text(text: object) -> Markup:
    """A text inside a Markdown heading: shown as it is, whatever signs it holds."""
    plain = text.striptags() if isinstance(text, Markup) else str(text)
    return Markup(_MARKDOWN_SIGNS.sub(r"\\\1", escape(" ".join(plain.split()), quote=False)))  # noqa: S704 - escaped


def _collapse(html: str) -> str:
    """HTML without the blank lines and indents that templates leave behind."""
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def compiled_templates(folder: Path) -> BytecodeCache:
    """Templates, compiled and kept in a folder."""
    return _CompiledTemplates(str(folder))


class _CompiledTemplates(FileSystemBytecodeCache):
    """Remembers compiled templates in one step, and does without where nothing can be written."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        path = Path(self._get_cache_filename(bucket))
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_in_one_step(path, bucket.bytecode_to_string())


class _Kind(Protocol):
    """A module that plans the pages of one kind."""

    def plan(self, context: Context) -> Iterator[Planned]: ...


def _kinds() -> Iterator[_Kind]:
    for info in sorted(pkgutil.iter_modules(kinds.__path__), key=lambda found: found.name):
        module = importlib.import_module(f"{kinds.__name__}.{info.name}")
        if hasattr(module, "plan"):
            yield cast("_Kind", module)
