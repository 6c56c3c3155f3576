"""Pictures for shared links: small, the same every time, and no text leaves them however long it is."""

import struct
import zlib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from generator.assembly.site import load_and_check
from generator.charts.cache import Cache
from generator.charts.font import read_font
from generator.charts.png import opaque_png
from generator.dataset.dataset import Dataset
from generator.pages.cards.previews import HEIGHT, MARGIN, WIDTH, Preview, preview_of, preview_svg, with_preview
from generator.pages.markup.slots import SlotStore
from generator.pages.render import all_pages, page_context
from tests.trees import write_tree

ROOT = Path(__file__).resolve().parent.parent.parent
FONTS = ROOT / "site_templates" / "fonts"
GROUND = bytes.fromhex("0c4a4e")
LONG = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân thành phố Thủ Đức thuộc Thành phố Hồ Chí Minh " * 3
EXAMPLES = {
    "short": Preview("", "x.png", "Huyện Mẫu", "Quý III/2022", "97,55 %", "Tỷ lệ đúng hạn, quý III/2022"),
    "long": Preview("", "x.png", LONG, LONG, LONG, LONG),
    "long without a figure": Preview("", "x.png", LONG, LONG),
    "one long word": Preview("", "x.png", "Ứ" * 80, "Ế" * 200, "8" * 60, "Ộ" * 200),
    "signs of XML": Preview("", "x.png", "A & B <b>", "“x”", "1 < 2", "R&D"),
}


@pytest.fixture
def context(tmp_path):
    catalogue, _ = load_and_check(write_tree(tmp_path))
    return page_context(Dataset.of(catalogue), "vi", ROOT / "site_templates" / "pages", SlotStore(), None)


def rows(picture):
    """The pixels of a PNG as vl-convert filters it, row by row."""
    assert struct.unpack_from(">LLBB", picture, 16) == (WIDTH, HEIGHT, 8, 2)
    start = picture.index(b"IDAT")
    pixels = zlib.decompress(picture[start + 4 : start + 4 + struct.unpack_from(">L", picture, start - 4)[0]])
    stride = 3 * WIDTH + 1
    for at in range(0, len(pixels), stride):
        assert pixels[at] in (0, 1)
        row = bytearray(pixels[at + 1 : at + stride])
        if pixels[at]:
            for place in range(3, len(row)):
                row[place] = (row[place] + row[place - 3]) & 255
        yield bytes(row)


@pytest.mark.parametrize("preview", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_no_text_leaves_the_picture_and_no_line_runs_into_another(context, preview):
    picture = opaque_png(preview_svg(preview, context, FONTS), FONTS)

    drawn = list(rows(picture))
    # Kerning may set letters wider than they are, by a twentieth at most: half of a margin.
    margins = (slice(0, 3 * (MARGIN - 8)), slice(3 * (WIDTH - MARGIN // 3), None))
    above_the_edge = drawn[: HEIGHT - 14]
    assert all(
        set(zip(*[iter(row[side])] * 3, strict=True)) == {tuple(GROUND)} for row in above_the_edge for side in margins
    )
    assert len(picture) <= 64_000
    # There is something to see, and between title and figure something to breathe.
    assert any(row != GROUND * WIDTH for row in drawn[150:400])
    assert any(row == GROUND * WIDTH for row in drawn[400:470])


def test_the_same_picture_is_the_same_bytes_and_comes_out_of_the_cache(context, tmp_path):
    svg, cache = preview_svg(EXAMPLES["short"], context, FONTS), Cache(tmp_path / "cache")

    first, second, remembered = opaque_png(svg, FONTS), opaque_png(svg, FONTS, cache), opaque_png(svg, FONTS, cache)

    assert first == second == remembered
    assert len([path for path in (tmp_path / "cache").rglob("*") if path.is_file()]) == 1


def test_the_font_of_the_site_is_drawn_and_knows_every_letter(context):
    font = read_font(FONTS / "BeVietnamPro-SemiBold.ttf")
    svg = preview_svg(EXAMPLES["short"], context, FONTS)

    assert {letter for letter in "ẮằẵẬẾễỖộỚợỨữỶỵđĐ0123456789%“”–" if ord(letter) not in font.advances} == set()
    # Another family is drawn differently: the picture does not fall back in silence.
    assert opaque_png(svg, FONTS) != opaque_png(svg.replace("Be Vietnam Pro", "No Such Font"), FONTS)


def test_a_line_is_broken_where_it_is_full():
    font = read_font(FONTS / "BeVietnamPro-Regular.ttf")

    lines = font.lines(LONG, 40, 600)

    assert " ".join(lines) == " ".join(LONG.split())
    assert all(font.width(line, 40) <= 600 for line in lines)
    assert all(font.width(f"{one} {two.split()[0]}", 40) > 600 for one, two in pairwise(lines))


def test_units_with_figures_reports_and_areas_have_their_own_and_others_that_of_home(context):
    found = {page.path: preview_of(page.path, context) for page in all_pages(context)}
    pages = {page.path: with_preview(page, found[page.path]).meta["preview"]["file"] for page in all_pages(context)}
    own = {path: each for path, each in found.items() if each.page == path}

    assert own.keys() == {"", "units/huyen", "reports/huyen/2022-Q3", "areas/procedures"}
    assert pages["units/huyen"] == "assets/previews/units-huyen.png"
    assert pages["units/tinh"] == pages["glossary"] == pages[""] == "assets/previews/home.png"
    assert len({each.file for each in own.values()}) == len(own)


def test_a_picture_shows_a_figure_that_stands_alone_and_says_the_same_in_words(context):
    report = preview_of("reports/huyen/2022-Q3", context)

    assert (report.figure, report.label) == ("99,17 %", "Tỷ lệ đúng hạn, quý III/2022")
    assert report.alt == "Huyện Mẫu. Báo cáo cải cách hành chính quý III/2022. Tỷ lệ đúng hạn, quý III/2022: 99,17 %"
    assert replace(report, figure="", label="").alt.endswith("quý III/2022")
