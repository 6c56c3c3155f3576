"""Series can be told apart, on light ground and on dark, by those who see colours and those who do not."""

import pytest

from generator.charts import palette

GROUNDS = ("#ffffff", "#1e2129", "#0f1a1c")  # white, Material's slate, our slate


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", palette.COLOURS)
def test_every_colour_has_a_contrast_of_three_to_one(colour, ground):
    darker, lighter = sorted((_luminance(colour), _luminance(ground)))
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_every_colour_comes_with_its_own_shape_dash_and_depth():
    for signs in (palette.COLOURS, palette.SHAPES, palette.DASHES, palette.BAR_FILLS):
        assert len(set(signs)) == len(palette.COLOURS)


def test_signs_begin_again_when_they_run_out():
    assert palette.cycled(("a", "b"), 3) == ["a", "b", "a"]
