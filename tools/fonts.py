"""Make the web fonts of the site from the fonts in site_templates/fonts: python tools/fonts.py

Be Vietnam Pro has no figures of equal width, which columns of numbers need. So beside each weight there is a second, tiny font of
its digits alone, each set in the middle of one common width. And beside each there is one for vl-convert to measure text with, in which every glyph is
the box around it: as wide, and quicker to read. The licence (OFL 1.1, no reserved name) allows it.
"""

from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

SITE_TEMPLATES = Path(__file__).resolve().parent.parent / "site_templates"
WEIGHTS = {"400": "BeVietnamPro-Regular.ttf", "600": "BeVietnamPro-SemiBold.ttf"}
DIGITS = "0123456789"
FAMILY, BOXES = "Be Vietnam Pro", " Boxes"
FAMILY_NAMES = (1, 4, 16)
"""The numbers of the names that begin with that of the family."""
NOT_MEASURED = ("GDEF", "cvt ", "fpgm", "gasp", "post", "prep")
# Basic Latin, Latin-1, Latin Extended-A, the letters of Vietnamese with and without composition, punctuation and signs.
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x1A0, 0x1B1),
    *(0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323),
    *range(0x1EA0, 0x1EFA),
    *range(0x2010, 0x2028),
    *(0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AB, 0x20AC, 0x2122, 0x2212, 0x2260, 0x2264, 0x2265),
]


def main() -> None:
    """Write the web fonts, the same bytes from the same fonts."""
    target = SITE_TEMPLATES / "assets" / "fonts"
    target.mkdir(parents=True, exist_ok=True)
    for weight, name in WEIGHTS.items():
        source = SITE_TEMPLATES / "fonts" / name
        _save(_subset(source, LETTERS), target / f"be-vietnam-pro-{weight}.woff2")
        figures = _subset(source, [ord(digit) for digit in DIGITS])
        _make_tabular(figures)
        _save(figures, target / f"be-vietnam-pro-figures-{weight}.woff2")
        boxes = TTFont(source, recalcTimestamp=False)
        _make_boxes(boxes)
        boxes.save(SITE_TEMPLATES / "fonts" / "boxes" / name)


def _subset(source: Path, letters: list[int]) -> TTFont:
    options = subset.Options(hinting=False, layout_features=["ccmp", "locl", "kern", "mark", "mkmk", "case", "liga"])
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def _make_tabular(font: TTFont) -> None:
    """Give every digit the width of the widest but one, which the widest (a 0 or 4) hardly exceeds, and centre it."""
    names = [font.getBestCmap()[ord(digit)] for digit in DIGITS]
    width = sorted(font["hmtx"][name][0] for name in names)[-2]
    glyphs, metrics = font["glyf"], font["hmtx"]
    for name in names:
        old, bearing = metrics[name]
        shift = (width - old) // 2
        glyphs[name].coordinates.translate((shift, 0))
        glyphs[name].recalcBounds(glyphs)
        metrics[name] = (width, bearing + shift)
    for tag in ("GPOS", "GSUB", "GDEF", "kern"):
        if tag in font:
            del font[tag]


def _make_boxes(font: TTFont) -> None:
    """Put the box around each glyph in its place, leave out what no width follows from, and name the family anew."""
    boxes, glyphs = {}, font["glyf"]
    for name in font.getGlyphOrder():
        glyph, pen = glyphs[name], TTGlyphPen(None)
        if glyph.numberOfContours:
            left, bottom, right, top = glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax
            pen.moveTo((left, bottom))
            for corner in ((left, top), (right, top), (right, bottom)):
                pen.lineTo(corner)
            pen.closePath()
        boxes[name] = pen.glyph()
    for name, glyph in boxes.items():
        glyphs[name] = glyph
    for tag in NOT_MEASURED:
        if tag in font:
            del font[tag]
    for record in font["name"].names:
        if record.nameID in FAMILY_NAMES:
            record.string = str(record).replace(FAMILY, FAMILY + BOXES)


def _save(font: TTFont, path: Path) -> None:
    font.flavor = "woff2"
    font.save(path)


if __name__ == "__main__":
    main()
