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
from generator.model.observation import Status
from generator.model.placed import Placed
from generator.model.text import Text

Sha512 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{128}$")]
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
    `change` says what a correction (an edition from the second on) changed.
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
    """One figure as a snapshot froze it. `id` names it for good: report, `#`, anchor, and for a share its breakdown."""

    id: str
    unit: str
    period: str
    indicator: str | None
    breakdown: str
    measure: str
    status: Status
    value: Decimal | None
    words: str | None


@dataclass(frozen=True)
class Vintage:
    """A snapshot's record and its figures by id: `data/vintages/<edition>.yml` and `.csv`."""

    record: VintageRecord
    figures: Mapping[str, VintageFigure] = field(default_factory=dict)

    @property
    def edition(self) -> Edition:
        return self.record.edition
