"""The page of the archive: every edition ever recorded, with what proves it; and a page in the place of each that was removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.dataset.revised import revised_since
from generator.i18n import formats
from generator.i18n.messages import N_
from generator.model.edition import Edition
from generator.model.shelf import ARCHIVE, ShelvedEdition, edition_folder
from generator.model.vintage import Vintage, VintageRecord
from generator.pages.context import Context
from generator.pages.editions import archived_page
from generator.pages.origins.origin import Origin
from generator.pages.page import Facets, Page
from generator.pages.planned import Planned
from generator.pages.sources.downloads import data_href

_SHORT = 16


@dataclass(frozen=True)
class ListedEdition:
    """An edition as the page lists it.

    `home` is empty where it is not published; `files` are its downloads (name, address, size); `revised` counts the figures that differ today.
    """

    record: VintageRecord
    name: str
    taken: str
    home: str
    files: tuple[tuple[str, str, str], ...]
    size: str
    short: str
    change: Markup | None
    removed: str
    reason: Markup | None
    revised: int


def plan(context: Context) -> Iterator[Planned]:
    """The list, and the pages of what was removed."""
    yield Planned(ARCHIVE, _list)
    for each in context.catalogue.vintages:
        if each.record.removed:
            yield Planned(edition_folder(each.edition), partial(_removed, each.edition))


def _list(context: Context) -> Page:
    vintages = sorted(context.catalogue.vintages, key=lambda each: each.edition, reverse=True)
    listed = [_listed(vintage, context) for vintage in vintages]
    title = context.say(N_("Snapshots of past years"))
    lede = context.say(
        N_(
            "Once a year this site is frozen: its pages, its figures and everything it is made of. A snapshot is never changed; its addresses stay."
        )
    )
    newest = next((each for each in listed if each.files), None)
    return context.page(
        "archive",
        ARCHIVE,
        title,
        lede,
        origin=Origin("data/archive.yml", 1) if context.catalogue.archive else None,
        facets=Facets(kind=context.say(N_("Archive"))),
        lede=lede,
        listed=listed,
        frozen=context.frozen,
        current=_current(context),
        example=newest.files[0][0] if newest else "",
    )


def _current(context: Context) -> str:
    """The list of the site that goes on, for a snapshot that knows where that is."""
    current = context.banner.current if context.banner else ""
    return f"{current}{context.local_address(ARCHIVE)[1:]}" if current else ""


def _removed(edition: Edition, context: Context) -> Page:
    each = next(_listed(vintage, context) for vintage in context.catalogue.vintages if vintage.edition == edition)
    title = context.say(N_("The snapshot {edition} was removed"), edition=each.name)
    return context.page(
        "archive-removed",
        edition_folder(each.record.edition),
        title,
        context.say(N_("It was taken out of the archive on {day}."), day=each.removed),
        facets=Facets(hidden=True),
        each=each,
    )


def _listed(vintage: Vintage, context: Context) -> ListedEdition:
    record = vintage.record
    shelved = context.shelf.get(record.edition)
    gone = record.removed
    return ListedEdition(
        record=record,
        name=record.id,
        taken=formats.day(record.taken, context.lang),
        home=_home(shelved, context) if shelved else _address(record, context),
        files=_files(record, shelved, context) if shelved else (),
        size=formats.file_size(record.zip.size, context.lang),
        short=f"{record.zip.sha512[:_SHORT]}…",
        change=context.text(record.change) if record.change else None,
        removed=formats.day(gone.date, context.lang) if gone else "",
        reason=context.text(gone.reason) if gone else None,
        revised=revised_since(context.dataset, record.id),
    )


def _home(shelved: ShelvedEdition, context: Context) -> str:
    """The home page of an edition in the reader's language, where it has that."""
    own = archived_page(context.lang, "")
    folder = f"{shelved.folder}/{own}" if own and own in shelved.pages else shelved.folder
    return data_href(context, ARCHIVE, f"{folder}/index.html")


def _address(record: VintageRecord, context: Context) -> str:
    """Where an edition is for good, for a snapshot, beside which no other lies; empty where nobody knows, and on the site that goes on."""
    if not context.frozen or not record.address or record.removed:
        return ""
    return f"{record.address}{edition_folder(record.edition)}/"


def _files(record: VintageRecord, shelved: ShelvedEdition, context: Context) -> tuple[tuple[str, str, str], ...]:
    name = f"reform-reports-{record.id}.zip"
    offered = [(name, formats.file_size(record.zip.size, context.lang)), (f"{name}.sha512", "")]
    offered += [(signature, "") for signature in shelved.signatures]
    return tuple((file, data_href(context, ARCHIVE, f"{ARCHIVE}/{file}"), size) for file, size in offered)
