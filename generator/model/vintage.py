"""Vintages: what a snapshot froze, and the record of the snapshot itself, both kept in `data/vintages/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model.dates import ExactDate
from generator.model.edition import Edition
from generator.model.form import breakdown_label
from generator.model.observation import Observation, Status
from generator.model.placed import Placed
from generator.model.rough import Rough
from generator.model.text import Text

VINTAGES = "data/vintages"
"""Below the root of a tree: the record (`<edition>.yml`) and the frozen table (`<edition>.csv`) of each edition."""
FIRST_COLUMNS = ("figure", "unit", "period", "indicator", "breakdown", "measure", "status", "value", "words")
"""The header of the first frozen tables, which did not say which figures are rough."""
COLUMNS = (*FIRST_COLUMNS, "qualifier", "to")
"""The header of a frozen table."""
SHA512_PATTERN = r"^[0-9a-f]{128}$"
Sha512 = Annotated[str, StringConstraints(pattern=SHA512_PATTERN)]
"""A checksum as `sha512sum` prints it."""
Count = Annotated[int, Field(ge=0)]


class ZipRecord(Placed):
    """The snapshot as one file: how many bytes it has, and their checksum."""

    size: Count
    sha512: Sha512


class Removal(Placed):
    """That a snapshot was taken out of the archive, when and why."""

    date: ExactDate
    reason: Text


class VintageRecord(Placed):
    """What is known of a snapshot for good: `data/vintages/<edition>.yml`, written by the command that takes it.

    `commit` is the state of the repository; None where there was no repository. `address` is where the site stood,
    None where nobody said. `manifest` is the checksum of the bag's tagmanifest-sha512.txt, which covers every file of the bag.
    `table` is the checksum of the frozen table, as it is written. `change` says what a correction (an edition from the second on) changed.
    """

    edition: Edition
    taken: ExactDate
    commit: str | None = None
    address: str | None = None
    reports: Count
    figures: Count
    pages: Count
    files: Count
    size: Count
    manifest: Sha512
    zip: ZipRecord
    table: Sha512 | None = None
    change: Text | None = None
    removed: Removal | None = None

    @model_validator(mode="after")
    def _says_what_changed(self) -> VintageRecord:
        if self.edition.number > 1 and self.change is None:
            raise PydanticCustomError("edition_without_change", "a corrected edition says what it changed")
        return self

    @property
    def id(self) -> str:
        """The edition as it is written in addresses and names of files."""
        return str(self.edition)


@dataclass(frozen=True)
class VintageFigure:
    """One figure as a snapshot froze it. `id` names it for good: report, `#`, anchor, and for a share its breakdown.

    `rough` tells how its value is no exact number; a table of the first kind says nothing of that (`knows_rough` is false).
    """

    id: str
    unit: str
    period: str
    indicator: str | None
    breakdown: str
    measure: str
    status: Status
    value: Decimal | None
    words: str | None
    rough: Rough | None = None
    knows_rough: bool = True

    @property
    def report(self) -> str:
        """The report that states it."""
        return self.id.partition("#")[0]

    @property
    def place(self) -> str:
        """What identifies it within its report."""
        return self.id.partition("#")[2]

    @property
    def anchor(self) -> str:
        """The fragment under which the report's page shows it; a share has that of the cell in which it is printed."""
        return self.place.partition(";")[0]

    @property
    def is_unread(self) -> bool:
        """Whether a figure was given that could not be read; only in a tree with errors, never in a snapshot."""
        return self.status is Status.REPORTED and self.value is None and self.words is None

    @property
    def subject(self) -> tuple[str, str, str | None, str]:
        """What it is a value of: unit, period, indicator, breakdown."""
        return (self.unit, self.period, self.indicator, self.breakdown)

    def says_what(self, other: VintageFigure) -> bool:
        """Whether it states what another one does. Two spellings of one number (12 and 12.0) are equal.

        Where one of them does not know whether it is rough, the number alone decides: a word that was not frozen was not revised.
        """
        same_way = self.rough == other.rough or not (self.knows_rough and other.knows_rough)
        return same_way and (self.status, self.value, self.words) == (other.status, other.value, other.words)


def frozen(observation: Observation) -> VintageFigure:
    """An observation as a snapshot freezes it."""
    return VintageFigure(
        id=observation.id,
        unit=observation.unit,
        period=str(observation.period),
        indicator=observation.indicator,
        breakdown=breakdown_label(observation.breakdown),
        measure=observation.measure,
        status=observation.status,
        value=observation.value,
        words=observation.words,
        rough=observation.rough,
    )


@dataclass(frozen=True)
class Vintage:
    """A snapshot's record and its figures by id: `data/vintages/<edition>.yml` and `.csv`.

    `published` are the folders of its pages below its own top (`en/units/ngan-son`) where they are part of the site that is being
    built, so that links may lead to them; empty where they are not.
    """

    record: VintageRecord
    figures: Mapping[str, VintageFigure] = field(default_factory=dict)
    published: frozenset[str] = frozenset()

    @property
    def edition(self) -> Edition:
        return self.record.edition

    @property
    def reports(self) -> frozenset[str]:
        """The reports of which it froze figures."""
        return frozenset(each.report for each in self.figures.values())
