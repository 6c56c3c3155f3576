"""The words of the banner on every page of a snapshot, in a language."""

from __future__ import annotations

from generator.engine.model import EngineBanner
from generator.i18n.messages import N_, translate
from generator.model.banner import Banner
from generator.model.text import DEFAULT_LANGUAGE
from generator.pages.citation.snapshot_words import which_snapshot


def engine_banner(banner: Banner, lang: str) -> EngineBanner:
    """The banner as the engine's templates show it in a language."""
    folder = "" if lang == DEFAULT_LANGUAGE else f"{lang}/"
    return EngineBanner(
        said=which_snapshot(banner, lang),
        frozen=translate(lang, N_("It is kept as it was and not updated.")),
        label=translate(lang, N_("Archived snapshot")),
        current=f"{banner.current}{folder}" if banner.current else "",
        link=translate(lang, N_("See the current page")),
        edition=str(banner.edition),
    )
