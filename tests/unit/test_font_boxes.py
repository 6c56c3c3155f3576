"""The fonts that text is measured with are as wide as those that readers see, letter by letter: `python tools/fonts.py` makes them."""

from pathlib import Path

import pytest
import vl_convert
from fontTools.ttLib import TTFont

from generator.charts.page_font import FONT_NAME, MEASURED_NAME, font_folder

FONTS = Path(__file__).parents[2] / "site_templates" / "fonts"
NAMES = ["BeVietnamPro-Regular.ttf", "BeVietnamPro-SemiBold.ttf"]


@pytest.mark.parametrize("name", NAMES)
def test_each_glyph_is_the_box_around_the_one_that_is_shown(name):
    shown, boxes = TTFont(FONTS / name), TTFont(font_folder() / name)

    assert _numbers(boxes) == _numbers(shown)
    assert _shapes(boxes) == _shapes(shown)
    for tag in ("GPOS", "GSUB"):
        assert boxes.getTableData(tag) == shown.getTableData(tag), tag


def _numbers(font):
    """The number of each letter's glyph, which has no name in the boxes."""
    return {letter: font.getGlyphID(name) for letter, name in font.getBestCmap().items()}


def _shapes(font):
    """Of each glyph its width, what is free on its left, and the box around it."""
    glyphs = [(font["hmtx"][name], font["glyf"][name]) for name in font.getGlyphOrder()]
    return [
        (width, (each.xMin, each.yMin, each.xMax, each.yMax) if each.numberOfContours else None)
        for width, each in glyphs
    ]


@pytest.mark.parametrize("weight", ["normal", "bold"])
def test_a_picture_of_all_letters_is_the_same_with_both(weight):
    letters = [chr(each) for each in sorted(TTFont(FONTS / NAMES[0]).getBestCmap()) if chr(each).isprintable()]
    for folder in (FONTS, font_folder()):
        vl_convert.register_font_directory(str(folder))
    shown, measured = (_drawn(letters, family, weight) for family in (FONT_NAME, MEASURED_NAME))

    assert measured.replace(MEASURED_NAME, FONT_NAME) == shown


def _drawn(letters, family, weight):
    """A legend in one row, where each entry stands as far to the right as those before it are wide."""
    legend = {"orient": "top", "columns": len(letters), "title": None, "labelFontWeight": weight}
    return vl_convert.vegalite_to_svg(
        {
            "config": {"font": family},
            "data": {"values": [{"letters": f"{each}{each}a"} for each in letters]},
            "mark": "point",
            "encoding": {"color": {"field": "letters", "type": "nominal", "sort": None, "legend": legend}},
        }
    )
