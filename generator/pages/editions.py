"""Which editions of the archive have the page that a reader is on: the version selector leads to the same page there."""

from __future__ import annotations

from dataclasses import replace

from generator.model.shelf import Shelf
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.page import Page


def with_editions(page: Page, shelf: Shelf) -> Page:
    """The page, told in which editions it is."""
    return _told(page, shelf) if shelf.editions else page


def archived_page(lang: str, path: str) -> str:
    """A page of a language as editions list it: `units/ngan-son`, `en/units/ngan-son`; empty for the home page at the top."""
    folder = "" if lang == DEFAULT_LANGUAGE else lang
    return "/".join(part for part in (folder, path) if part)


def _told(page: Page, shelf: Shelf) -> Page:
    found = [str(each.edition) for each in shelf.having(archived_page(page.lang, page.path))]
    return replace(page, meta={**page.meta, "editions": found}) if found else page
