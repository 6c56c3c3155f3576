"""Everything that was loaded, by id: the input of every later stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from generator.model.archive_description import ArchiveDescription
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.emblem import Emblem
from generator.model.form import Form
from generator.model.indicator import Area, Breakdown, Indicator, Measure
from generator.model.narrative import GlossaryEntry, Markdown, Synonym
from generator.model.observation import Observation
from generator.model.placed import Placed
from generator.model.report import Report
from generator.model.site import SiteDescription
from generator.model.target import Target
from generator.model.unit import Unit
from generator.model.vintage import Vintage

NarrativeKey = tuple[str, str, str]
"""Language, report id, section."""
PlainKey = tuple[str, str]
"""Language and page path, for example `("en", "about")`."""


@dataclass(frozen=True)
class Catalogue:
    """All of `data/` and `content/`. Mappings keep the order of the files.

    `unread` holds what could not be read and was told of already: ids of entries, files of `content/`, and the codes of problems (`unknown-measure`)
    that a whole lost file would cause. References to these are no mistakes of their own. `translated` holds, by name below `content/`, the mark of the
    original from which a translation was made; empty where nobody keeps such a record. `vintages` are sorted by edition.
    `archive` is None where nobody wrote how archives describe the site, `site` where the site says nothing of itself.
    `hidden` holds the paths of pages that are no part of a snapshot, because what they show was not known by then. In a catalogue of one report, all
    else is `lent` by the whole one, to be looked up.
    """

    languages: tuple[str, ...]
    areas: Mapping[str, Area] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    breakdowns: Mapping[str, Breakdown] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    targets: Mapping[str, Target] = field(default_factory=dict)
    glossary: Mapping[str, GlossaryEntry] = field(default_factory=dict)
    narratives: Mapping[NarrativeKey, Markdown] = field(default_factory=dict)
    plain: Mapping[PlainKey, Markdown] = field(default_factory=dict)
    synonyms: tuple[Synonym, ...] = ()
    observations: tuple[Observation, ...] = ()
    unread: frozenset[str] = frozenset()
    translated: Mapping[str, str] = field(default_factory=dict)
    vintages: tuple[Vintage, ...] = ()
    archive: ArchiveDescription | None = None
    site: SiteDescription | None = None
    emblem: Emblem | None = None
    hidden: frozenset[str] = frozenset()
    lent: bool = False

    @property
    def entries(self) -> Iterator[Placed]:
        """Every entry of `data/` and the glossary that is its own, in the order of files."""
        groups: tuple[Mapping[str, Placed], ...] = (
            self.areas, self.measures, self.breakdowns, self.indicators, self.units, self.forms,
        )  # fmt: skip
        own = () if self.lent else groups
        yield from chain.from_iterable(group.values() for group in own)
        yield from self.reports.values()
        yield from (() if self.lent else (*self.targets.values(), *self.glossary.values(), *self.synonyms))

    def with_published(self, pages: Mapping[Edition, frozenset[str]]) -> Catalogue:
        """The same, knowing which pages of which editions stand in the archive of the site that is being built."""
        known = tuple(replace(each, published=pages.get(each.edition, frozenset())) for each in self.vintages)
        return replace(self, vintages=known)

    @property
    def changed(self) -> PartialDate | None:
        """The newest day on which a report was published or revised: how old the data are, whenever the site is built."""
        return max((day for report in self.reports.values() if (day := report.changed)), default=None)
