"""Which editions of the archive a site publishes, and which pages each of them has."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.edition import Edition

ARCHIVE = "archive"
"""The page that lists all editions, and the folder beside it in which they lie: once, for all languages."""


@dataclass(frozen=True)
class ShelvedEdition:
    """An edition that is published: `/archive/2023/` and its zip.

    `pages` are the folders of its pages below its own top: `units/ngan-son`, `en/units/ngan-son`; empty for its home page.
    `signatures` are the names of the files beside the zip that prove who made it.
    """

    edition: Edition
    pages: frozenset[str] = frozenset()
    signatures: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """Where it lies below the top of the site."""
        return edition_folder(self.edition)


@dataclass(frozen=True)
class Shelf:
    """The published editions, newest first."""

    editions: tuple[ShelvedEdition, ...] = ()

    def get(self, edition: Edition) -> ShelvedEdition | None:
        """An edition, if it is published."""
        return next((each for each in self.editions if each.edition == edition), None)

    @property
    def pages(self) -> dict[Edition, frozenset[str]]:
        """The pages of each published edition."""
        return {each.edition: each.pages for each in self.editions}

    def having(self, page: str) -> tuple[ShelvedEdition, ...]:
        """The editions in which there is such a page, newest first."""
        return tuple(each for each in self.editions if page in each.pages)


def edition_folder(edition: Edition) -> str:
    """Where an edition lies below the top of the site, for good."""
    return f"{ARCHIVE}/{edition}"
