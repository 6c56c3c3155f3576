"""Colours by their numbers: how far two are apart for readers (WCAG 2.2), and what of an authority's one colour a site is painted with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

WHITE: Final = "#ffffff"
LEAST: Final = 4.5
"""The contrast that WCAG asks for between text and ground at level AA."""
GROUNDS: Final = {
    "light": (WHITE, "#f2f6f5", "#fdf5e0", "#fff1c2"),
    "dark": ("#0f1a1c", "#17272a", "#2a2412", "#3d3512"),
}
"""What links stand on in each scheme: the page, boxes, notices and a line that was jumped to (`assets/css/frame.css`)."""
_TOWARDS: Final = {"light": "#000000", "dark": WHITE}
_STEPS: Final = 50
_DARK_MASTHEAD: Final = 0.45
"""So much of the light scheme's masthead is left in the dark one."""


@dataclass(frozen=True)
class Painted:
    """The colours of a scheme: see `generator.model.site.SchemeColours`."""

    masthead: str
    link: str


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (none) to 21, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another."""
    parts = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(mine * (1 - share) + its * share):02x}" for mine, its in parts)


def painted(colour: str) -> dict[str, Painted]:
    """The colours of both schemes from an authority's one: kept where it can be read, else darker or lighter by as little as does."""
    masthead = _readable(colour, (WHITE,), "light")
    return {
        "light": Painted(masthead, _readable(colour, GROUNDS["light"], "light")),
        "dark": Painted(mixed("#000000", masthead, _DARK_MASTHEAD), _readable(colour, GROUNDS["dark"], "dark")),
    }


def _readable(colour: str, grounds: tuple[str, ...], scheme: str) -> str:
    for step in range(_STEPS + 1):
        tried = mixed(colour, _TOWARDS[scheme], step / _STEPS)
        if all(contrast(tried, ground) >= LEAST for ground in grounds):
            return tried
    return _TOWARDS[scheme]


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's numbers


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))
