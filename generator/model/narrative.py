"""Narratives and plain pages: Markdown of ours, and the glossary and the synonyms of search that they share."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from generator.model.place import Place
from generator.model.placed import Placed
from generator.model.text import Id, Text

AREA_SECTIONS = (
    "direction",
    "institutions",
    "procedures",
    "apparatus",
    "civil-service",
    "public-finance",
    "digital-government",
)
SECTIONS = ("summary", *AREA_SECTIONS, "assessment", "next", "proposals")
"""The sections a report's narrative may have, in the order in which the page shows them."""
SECTION_NAMES = {
    "Tóm tắt": "summary",
    "Đánh giá chung": "assessment",
    "Đánh giá": "assessment",
    "Phương hướng, nhiệm vụ": "next",
    "Phương hướng": "next",
    "Nhiệm vụ": "next",
    "Kiến nghị, đề xuất": "proposals",
    "Kiến nghị": "proposals",
    "Đề xuất": "proposals",
}
"""What Vietnamese reports call the sections that belong to no area."""


@dataclass(frozen=True)
class Markdown:
    """The text of one Markdown file in one language, before expressions are resolved."""

    lang: str
    source: str
    place: Place


class GlossaryEntry(Placed):
    """A term of the field, once for all languages, with the abbreviation that reports print."""

    id: Id
    term: Text
    definition: Text
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()


class Synonym(Placed):
    """Everyday words, in any language, for which search also looks for the official ones that pages use."""

    official: Text
    said: tuple[str, ...] = Field(min_length=1)
