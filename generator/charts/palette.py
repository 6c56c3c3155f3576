"""How series are told apart: colour, then shape and dash for those who do not see the colours.

The colours are Okabe and Ito's, which stay distinct under the common colour-vision deficiencies, each shifted in lightness
until it has a contrast of at least 3:1 both on white and on the background of Material's slate scheme (#1e2129). So one
picture serves both schemes. ``tests/unit/test_charts_palette.py`` measures it.
"""

from typing import Final, TypeVar

COLOURS: Final = ("#0f7fc2", "#d55e00", "#009470", "#c25b9b", "#857a10", "#808490")
SHAPES: Final = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
DASHES: Final = ((1, 0), (7, 3), (2, 3), (9, 3, 2, 3), (5, 2), (3, 3))
_BAR_OPACITIES: Final = (1.0, 0.55, 0.25, 0.8, 0.4, 0.15)


def _seen_through(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return colour if opacity == 1 else f"rgba({red},{green},{blue},{opacity})"


BAR_FILLS: Final = tuple(map(_seen_through, COLOURS, _BAR_OPACITIES))
"""Neighbouring bars differ in depth too, so that they differ in a greyscale print; their outline keeps the full colour."""

_Choice = TypeVar("_Choice")


def cycled(choices: tuple[_Choice, ...], count: int) -> list[_Choice]:
    """The first ``count`` of ``choices``, starting again when they run out."""
    return [choices[index % len(choices)] for index in range(count)]
