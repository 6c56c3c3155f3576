"""How archives describe the snapshots of a site: what does not change from year to year, in `data/archive.yml`."""

from __future__ import annotations

from generator.model.placed import Placed
from generator.model.text import Text, text

_SITE = text("Báo cáo cải cách hành chính", en="Public administration reform reports")
_PERMANENT = text("Vĩnh viễn", en="Permanent")
_PUBLIC = text("Công khai", en="Public")


class ArchiveDescription(Placed):
    """The description of the holding to which each snapshot belongs.

    `creator` is whoever makes the site and takes the snapshots. `retention` says how long they are to be kept, `access` who may
    see them, `code` what the archive calls the holding; `contact` is whom to ask.
    """

    title: Text = _SITE
    creator: Text
    description: Text | None = None
    retention: Text = _PERMANENT
    access: Text = _PUBLIC
    keywords: tuple[Text, ...] = ()
    code: str | None = None
    contact: Text | None = None


def default_description() -> ArchiveDescription:
    """The description of a site whose makers wrote none."""
    return ArchiveDescription(
        creator=text("Những người làm trang thông tin này", en="The makers of this site"),
    )
