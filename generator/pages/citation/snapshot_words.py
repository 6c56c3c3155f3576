"""What a page of a snapshot says of itself: which snapshot it is, and where in the bag it lies."""

from __future__ import annotations

from generator.i18n.formats import day
from generator.i18n.messages import N_, translate
from generator.model.banner import Banner


def which_snapshot(banner: Banner, lang: str) -> str:
    """In one sentence, which edition a snapshot is and when it was taken."""
    edition, taken = banner.edition, day(banner.taken, lang)
    if edition.number == 1:
        return translate(lang, N_("Snapshot of {year}, taken on {day}."), year=edition.year, day=taken)
    return translate(
        lang,
        N_("Snapshot of {year}, edition {edition} (corrected), taken on {day}."),
        year=edition.year,
        edition=edition,
        day=taken,
    )


def place_in_bag(banner: Banner, local_address: str) -> str:
    """Where a page lies in every copy of the bag: `reform-reports-2020/data/site/en/units/khanh-son/index.html`."""
    return f"reform-reports-{banner.edition}/data/site{local_address}index.html"
