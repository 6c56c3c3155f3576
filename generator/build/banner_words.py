"""The words of the banner on every page of a snapshot, in a language."""

from __future__ import annotations

from generator.engine.model import EngineBanner
from generator.i18n.formats import day
from generator.i18n.messages import N_, translate
from generator.model.banner import Banner
from generator.model.text import DEFAULT_LANGUAGE


def engine_banner(banner: Banner, lang: str) -> EngineBanner:
    """The banner as the engine's templates show it in a language."""
    edition, taken = banner.edition, day(banner.taken, lang)
    if edition.number == 1:
        said = translate(lang, N_("Snapshot of {year}, taken on {day}."), year=edition.year, day=taken)
    else:
        said = translate(
            lang,
            N_("Snapshot of {year}, edition {edition} (corrected), taken on {day}."),
            year=edition.year,
            edition=edition,
            day=taken,
        )
    folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
    return EngineBanner(
        said=said,
        frozen=translate(lang, N_("It is kept as it was and not updated.")),
        label=translate(lang, N_("Archived snapshot")),
        current=f"{banner.current}{folder}" if banner.current else "",
        link=translate(lang, N_("See the current page")),
        edition=str(edition),
    )
