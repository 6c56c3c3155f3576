"""What every page is made from: the dataset, the language, and the ways to show figures, charts and prose in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from generator.dataset.age import last_change
from generator.dataset.comparison import Standing, compared_indicators, standings_of
from generator.dataset.dataset import Dataset
from generator.dataset.verdicts import Judgement, judge_all, judgements_of_unit
from generator.exports.files import DataFiles
from generator.i18n import formats
from generator.i18n.messages import translate, translate_plural
from generator.i18n.names import report_period
from generator.i18n.site_words import site_name
from generator.model.banner import Banner
from generator.model.catalogue import Catalogue
from generator.model.dates import PartialDate
from generator.model.indicator import Indicator
from generator.model.observation import Observation
from generator.model.report import Report
from generator.model.shelf import Shelf
from generator.model.site import SiteDescription
from generator.model.text import DEFAULT_LANGUAGE, Text
from generator.model.unit import Unit
from generator.pages.charts.maker import ChartMaker
from generator.pages.citation.citation import Citation, CitedReport
from generator.pages.citation.snapshot_words import place_in_bag, which_snapshot
from generator.pages.marks.flags import flag_link
from generator.pages.markup.quotes import mark_quotes
from generator.pages.markup.slots import SlotStore
from generator.pages.origins.origin import Found, Origin, ReportLinks, report_links, source_href
from generator.pages.page import Facets, Page

UNCITED = ("search", "embed")
"""Kinds of page, by how their names begin, that are no source of anything: nobody cites them."""


@dataclass(frozen=True)
class Context:
    """One language of the site while its pages are rendered.

    `with_pdf` tells that each report will be there as PDF as well. `site_url` ends in a slash; empty where it is not known.
    `banner` tells that this is a snapshot, which never changes, and of which edition.
    `shelf` are the editions of the archive that are published beside the pages.
    """

    dataset: Dataset
    lang: str
    environment: Environment
    slots: SlotStore
    charts: ChartMaker
    with_pdf: bool = False
    files: DataFiles = field(default_factory=DataFiles)
    site_url: str = ""
    banner: Banner | None = None
    shelf: Shelf = field(default_factory=Shelf)

    @property
    def frozen(self) -> bool:
        return self.banner is not None

    @property
    def has_feeds(self) -> bool:
        """Whether the site can be followed: its address is known, and it goes on."""
        return bool(self.site_url) and not self.frozen

    @property
    def catalogue(self) -> Catalogue:
        return self.dataset.catalogue

    @property
    def changed(self) -> PartialDate | None:
        """The day when the data last changed; None where nothing was published."""
        return last_change(self.dataset)

    @property
    def site_name(self) -> str:
        """What the site is called."""
        return site_name(self.catalogue.site, self.lang)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All targets held against the figures, in the order of the catalogue."""
        return judge_all(self.dataset)

    def judged(self, unit: str) -> tuple[Judgement, ...]:
        """The targets of one unit held against the figures."""
        return judgements_of_unit(self.dataset, unit)

    @property
    def compared(self) -> tuple[str, ...]:
        """The indicators that at least two units report, in the order of the catalogue."""
        return compared_indicators(self.dataset)

    def standings(self, indicator: str) -> tuple[Standing, ...]:
        """The comparisons of an indicator; none where fewer than two units report it."""
        return standings_of(self.dataset, indicator)

    def flag(self, observation: Observation, path: str) -> Markup:
        """The mark beside a figure on a page that may show it more than once: a link to what is wrong with it, or nothing."""
        return flag_link(observation, self.dataset, self.lang, path)

    def say(self, message: str, **values: object) -> str:
        """An interface text in the page's language."""
        return translate(self.lang, message, **values)

    def say_number(self, one: str, other: str, number: int) -> str:
        """An interface text with a number, in its right plural form."""
        return translate_plural(self.lang, one, other, number)

    def text(self, text: Text) -> Markup:
        """A text of the data as HTML; marked with its language where it is not the page's."""
        shown = Markup("{}").format(text.in_language(self.lang))
        own = text.language_for(self.lang)
        return mark_quotes(shown, own) if own == self.lang else Markup('<span lang="{}">{}</span>').format(own, shown)

    def unit_name(self, unit: str) -> str:
        found = self.catalogue.units.get(unit)
        return found.names.in_language(self.lang) if found else unit

    def authority(self, unit: Unit) -> str:
        """The official name of the body, where one is given; the unit's name otherwise."""
        return (unit.authority or unit.names).in_language(self.lang)

    def report_name(self, report: Report) -> str:
        """A report as lists call it: unit and period."""
        return f"{self.unit_name(report.unit)}, {report_period(report, self.catalogue, self.lang)}"

    def indicator_name(self, indicator: Indicator) -> str:
        return indicator.names.in_language(self.lang)

    def render(self, template: str, *, path: str, **values: Any) -> str:
        """The Markdown of a page from its template; `slot` filters in it put HTML aside."""
        found = self.environment.get_template(template)
        return found.render(site=self, path=path, lang=self.lang, **values)

    def page(
        self,
        kind: str,
        path: str,
        title: str,
        description: str,
        *,
        source: str = "",
        facets: Facets | None = None,
        shows: Report | None = None,
        origin: Origin | None = None,
        **values: Any,
    ) -> Page:
        """A page of a kind, from the template `pages/<kind>.md.j2`, how to cite it, and where it is edited.

        `source` is what paper says of where its figures come from, `facets` what search knows of it, `shows` the report that it is about,
        `origin` the file that says what it says.
        """
        body = self.render(f"{kind}.md.j2", path=path, title=title, **values)
        known = facets or Facets()
        if kind.startswith(UNCITED):
            return Page(
                path, self.lang, title, description, self._ended(body, path, title, origin), kind, source, known
            )
        citation = self.citation(path, title, shows)
        cite = self.slots.mark(self.render("cite.j2", path=path, citation=citation, has_figures=kind == "report"))
        meta = {"citation": dict(citation.tags())}
        cited = self._ended(f"{body.rstrip()}\n\n{cite}\n", path, title, origin)
        return Page(path, self.lang, title, description, cited, kind, source, known, meta=meta)

    def _ended(self, body: str, path: str, title: str, origin: Origin | None) -> str:
        """A page with the ways to its source and to those who look after it; as it is where nobody said where these are."""
        site = self.described
        if site is None:
            return body
        edit, reported = self.source_href(origin), self.report_links(title, path)
        ways = self.render("origin.j2", path=path, edit=edit, reported=reported)
        return f"{body.rstrip()}\n\n{self.slots.mark(ways)}\n"

    @property
    def described(self) -> SiteDescription | None:
        """What the site says of itself, if it leads to its sources: a snapshot does not, because what it shows is not edited any more."""
        site = self.catalogue.site
        leads = site is not None and (site.repository is not None or site.contact is not None)
        return site if leads and not self.frozen else None

    def source_href(self, origin: Origin | None) -> str:
        """Where a page or a part of it is edited; empty where that is not known."""
        return source_href(self.described, origin) if self.described and origin and origin.file else ""

    def report_links(self, title: str, path: str, *, anchor: str = "", figure: str = "") -> ReportLinks:
        """Where an error on a page, or in a figure of it, is reported."""
        if self.described is None:
            return ReportLinks()
        address = self.address(path) or self.local_address(path)
        day = formats.day(self.changed, self.lang) if self.changed else ""
        found = Found(self.lang, title, f"{address}#{quote(anchor)}" if anchor else address, day, figure)
        return report_links(self.described, found)

    def address(self, path: str) -> str:
        """The permanent address of a page of this language; empty where the site's is not known."""
        return f"{self.site_url}{self.local_address(path)[1:]}" if self.site_url else ""

    def local_address(self, path: str) -> str:
        """A page's address on its own host: `/en/units/khanh-son/`."""
        folders = ("" if self.lang == DEFAULT_LANGUAGE else self.lang, path)
        return "/" + "".join(f"{folder}/" for folder in folders if folder)

    def citation(self, path: str, title: str, report: Report | None = None) -> Citation:
        """How to cite a page; one that shows a report names the document as well, one of a snapshot the edition."""
        local, banner = self.local_address(path), self.banner
        return Citation(
            lang=self.lang,
            site=self.site_name,
            title=title,
            path=path,
            address=self.address(path),
            local_address=local,
            report=self._cited(report) if report else None,
            changed=str(self.changed or ""),
            snapshot=which_snapshot(banner, self.lang) if banner else "",
            place=place_in_bag(banner, local) if banner and not self.site_url else "",
        )

    def _cited(self, report: Report) -> CitedReport:
        unit = self.catalogue.units.get(report.unit)
        document = report.document
        return CitedReport(
            authority=self.authority(unit) if unit else report.unit,
            title=document.title.in_language(self.lang),
            number=document.number or "",
            date=formats.day(document.date, self.lang) if document.date else "",
            published=str(report.published or ""),
            issued=str(document.date or ""),
        )
