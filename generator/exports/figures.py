"""A figure as downloads tell it: the observation with its address and the things that it names by id."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dataset.dataset import Dataset
from generator.model.catalogue import Catalogue
from generator.model.form_in_report import form_of
from generator.model.indicator import Indicator
from generator.model.observation import Observation
from generator.model.paths import report_path
from generator.model.report import Report
from generator.model.rough import Rough
from generator.model.text import DEFAULT_LANGUAGE, Text


@dataclass(frozen=True)
class Figure:
    """An observation of a catalogue. `primary` marks, of several statements of the same thing, the one that pages show."""

    observation: Observation
    catalogue: Catalogue
    primary: bool
    site_url: str

    @property
    def id(self) -> str:
        """What identifies it for good: its report and its place there; a share printed inside a cell adds its breakdown."""
        return self.observation.id

    @property
    def page(self) -> str:
        """Where readers see it, relative to the root of a language."""
        return f"{report_path(self.observation.source.report)}/#{self.observation.source.anchor}"

    def address(self, lang: str = DEFAULT_LANGUAGE) -> str:
        """Its permanent address; relative to the root of the site where nobody said where that stands."""
        folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
        return f"{self.site_url}{folder}{self.page}"

    @property
    def indicator(self) -> Indicator | None:
        return self.catalogue.indicators.get(self.observation.indicator or "")

    @property
    def rough(self) -> Rough | None:
        return self.observation.rough

    @property
    def report(self) -> Report:
        return self.catalogue.reports[self.observation.source.report]

    @property
    def unit_names(self) -> Text | None:
        unit = self.catalogue.units.get(self.observation.unit)
        return unit.names if unit else None

    @property
    def row_label(self) -> Text | None:
        """What the form prints in its row; None for a figure of the prose."""
        source = self.observation.source
        form = form_of(self.report, self.catalogue)
        table = form.table(source.table) if form and source.table else None
        row = table.row(source.row) if table and source.row else None
        return row.label if row else None


def all_figures(dataset: Dataset, site_url: str) -> tuple[Figure, ...]:
    """Every figure of the dataset, report by report in the order of the document."""
    catalogue = dataset.catalogue
    primary = dataset.primary
    return tuple(
        Figure(each, catalogue, number in primary, site_url) for number, each in enumerate(catalogue.observations)
    )
