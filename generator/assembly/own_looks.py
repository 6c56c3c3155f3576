"""What a site shows of its authority beside texts: its colours as style, its emblem as a picture."""

from __future__ import annotations

from generator.model.colours import WHITE, mixed
from generator.model.emblem import Emblem
from generator.model.site import Colours, SchemeColours

EMBLEM_FILE = "assets/images/emblem.svg"
FAVICON_FILE = "assets/images/favicon.svg"
_HOVER = 0.35
"""So far a link that is pointed at goes towards black or white."""
_INK = "#17262a"


def style_of(colours: Colours | None) -> str:
    """The rules that paint a site in colours of its own; they follow all others."""
    if colours is None:
        return ""
    light, dark = _scheme(colours.light, _INK), _scheme(colours.dark, WHITE)
    return (
        "\n/* The colours of data/site.yml. */\n"
        f'[data-md-color-scheme="default"] {{ {light} --rr-focus: {colours.light.masthead}; }}\n'
        f'[data-md-color-scheme="slate"] {{ {dark} }}\n'
        "@media screen and (prefers-color-scheme: dark) {\n"
        f'  .no-js [data-md-color-scheme="default"] {{ {dark} --rr-focus: #e3b04b; }}\n'
        "}\n"
        "[data-md-color-scheme][data-md-color-primary] { --md-primary-bg-color--light: #fff; }\n"
    )


def pictures_of(emblem: Emblem | None) -> dict[str, bytes]:
    """The emblem as the masthead and the browser's tab show it."""
    return dict.fromkeys((EMBLEM_FILE, FAVICON_FILE), emblem.svg.encode()) if emblem else {}


def _scheme(scheme: SchemeColours, hover: str) -> str:
    return f"--rr-brand: {scheme.masthead}; --rr-link: {scheme.link}; --rr-link-hover: {mixed(scheme.link, hover, _HOVER)};"
