"""What a site is called, and who publishes it, in a language."""

from __future__ import annotations

from generator.i18n.messages import N_, translate
from generator.model.site import SiteDescription

_NAME = N_("Public administration reform reports")
_MAKERS = "reform-reports contributors"
"""Who compiles the data of a site that names no authority."""


def site_name(site: SiteDescription | None, lang: str) -> str:
    """What the site is called."""
    return site.name.in_language(lang) if site and site.name else translate(lang, _NAME)


def authority_of(site: SiteDescription | None, lang: str) -> str:
    """The authority that publishes the site; empty where the site names none."""
    return site.authority.in_language(lang) if site and site.authority else ""


def compiler_of(site: SiteDescription | None, lang: str) -> str:
    """Who compiles the data, and is to be named by those who use them."""
    return authority_of(site, lang) or _MAKERS
