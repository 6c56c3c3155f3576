"""The dataset as one thing that is made sees it: the same answers, and a note of everything that was asked.

In: the dataset, and where to note. `answer` gives the answer to a noted question again, from the same dataset or from a later one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from generator.dataset.dataset import Dataset, Series, SeriesKey
from generator.model.catalogue import Catalogue
from generator.model.observation import Observation
from generator.model.report import Report
from generator.recall.questions import QUESTIONS, question
from generator.recall.reads import WHOLE, Asked, Reads, RecordedMapping, RecordedSequence

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")

_MAPPINGS = (
    "areas", "measures", "breakdowns", "indicators", "units", "forms", "reports", "targets", "glossary", "narratives",
    "plain", "translated", "calendar",
)  # fmt: skip
_SEQUENCES = ("observations", "vintages")
_OF_DATASET = ("by_report", "by_unit", "by_indicator", "series", "units_with_data")
_OPEN = ("languages", "unread", "archive", "hidden", "site", "emblem")
"""What of a catalogue is read without a note: see `frame_of`."""


@dataclass(frozen=True, eq=False)
class RecordedDataset(Dataset):
    """A view of a dataset for one thing that is made."""

    plain: Dataset = field(default_factory=lambda: Dataset(Catalogue(())), repr=False)
    reads: Reads = field(default_factory=Reads, repr=False)

    @classmethod
    def over(cls, plain: Dataset) -> RecordedDataset:
        """A view with nothing noted yet."""
        reads = Reads()
        return cls(_recorded(plain.catalogue, reads), plain=plain, reads=reads)

    def ask(self, name: str, answer: Callable[..., T], about: tuple[Hashable, ...]) -> T:
        """The answer of the dataset itself, noted."""
        self.reads.note(name, *about)
        return self.plain.ask(name, answer, about)

    @property
    def frame(self) -> pd.DataFrame:
        """The tidy table, which says all that observations say."""
        self.reads.note("observations", WHOLE)
        return self.plain.frame

    @property
    def series(self) -> dict[SeriesKey, Series]:
        """All series."""
        self.reads.note("series")
        return self.plain.series

    @property
    def units_with_data(self) -> frozenset[str]:
        """The units of which something is known."""
        self.reads.note("units_with_data")
        return self.plain.units_with_data

    def select(self, *, indicator: str | None = None, unit: str | None = None) -> tuple[Series, ...]:
        """The series of an indicator, of a unit, or of both."""
        self.reads.note("select", indicator, unit)
        return self.plain.select(indicator=indicator, unit=unit)

    def by_report(self, report: str) -> tuple[Observation, ...]:
        """All observations of a report."""
        self.reads.note("by_report", report)
        return self.plain.by_report(report)

    def by_unit(self, unit: str) -> tuple[Observation, ...]:
        """All observations of a unit."""
        self.reads.note("by_unit", unit)
        return self.plain.by_unit(unit)

    def by_indicator(self, indicator: str) -> tuple[Observation, ...]:
        """All observations of an indicator."""
        self.reads.note("by_indicator", indicator)
        return self.plain.by_indicator(indicator)


def frame_of(catalogue: Catalogue) -> tuple[object, ...]:
    """What every page may read without a note: few values that hardly ever change, and change everything when they do."""
    return tuple(getattr(catalogue, name) for name in _OPEN)


def answer(dataset: Dataset, asked: Asked) -> object:
    """What a dataset answers to a noted question; None where there is no answer any more."""
    name, about = str(asked[0]), asked[1:]
    if name in QUESTIONS:
        return _answer_of(dataset, name, about)
    if name == "select":
        indicator, unit = cast("tuple[str | None, str | None]", about)
        return dataset.select(indicator=indicator, unit=unit)
    if name in _OF_DATASET:
        found = getattr(dataset, name)
        return found(*about) if about else found
    return _of_catalogue(dataset.catalogue, name, about[0] if about else WHOLE)


def _of_catalogue(catalogue: Catalogue, name: str, key: Hashable) -> object:
    """What a mapping or sequence of the catalogue gives. Raises KeyError where there is no such."""
    if name == "reports":
        report = catalogue.reports.get(str(key))
        return {each.id: each.head for each in catalogue.reports.values()} if key == WHOLE else report and report.head
    plain = name.removesuffix(".keys").removesuffix("?")
    if plain not in (*_MAPPINGS, *_SEQUENCES):
        raise KeyError(name)
    entries = getattr(catalogue, plain)
    if name.endswith("?"):
        return key in entries
    if name.endswith(".keys"):
        return tuple(entries)
    return entries if key == WHOLE else entries.get(key)


def _answer_of(dataset: Dataset, name: str, about: tuple[Hashable, ...]) -> object:
    try:
        return dataset.ask(name, QUESTIONS[name], about)
    except KeyError:
        # It is about something that is gone.
        return None


def _recorded(catalogue: Catalogue, reads: Reads) -> Catalogue:
    mappings: dict[str, Any] = {
        name: RecordedMapping(name, cast("Mapping[Any, Any]", getattr(catalogue, name)), reads) for name in _MAPPINGS
    }
    mappings["reports"] = RecordedMapping("reports", catalogue.reports, reads, _head)
    sequences: dict[str, Any] = {name: RecordedSequence(name, getattr(catalogue, name), reads) for name in _SEQUENCES}
    return replace(catalogue, **mappings, **sequences)


@question
def report_in_full(dataset: Dataset, report: str) -> Report:
    """A report with its figures as they were typed, which whoever reads `catalogue.reports` while pages are made does not see."""
    return dataset.catalogue.reports[report]


def _head(report: Report) -> Report:
    return report.head
