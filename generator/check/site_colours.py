"""Colours of an authority's own that cannot be read on the grounds of the site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.colours import GROUNDS, LEAST, WHITE, contrast, painted
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Every colour whose contrast with what it meets is below what WCAG 2.2 AA asks for."""
    colours = catalogue.site.colours if catalogue.site else None
    if colours is None:
        return
    for name, scheme in (("light", colours.light), ("dark", colours.dark)):
        for key, grounds in (("masthead", (WHITE,)), ("link", GROUNDS[name])):
            colour = getattr(scheme, key)
            ground = min(grounds, key=lambda each, colour=colour: contrast(colour, each))
            found = contrast(colour, ground)
            if found < LEAST:
                words = {
                    "colour": colour,
                    "ground": ground,
                    "contrast": f"{int(found * 10) / 10}",
                    "readable": getattr(painted(colour)[name], key),
                }
                yield Problem("low-contrast", scheme.place_of(key), words)
