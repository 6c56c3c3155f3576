"""What a site says of itself in data/site.yml is what readers see, and an emblem can do nothing but be looked at."""

import struct
import zlib

import pytest

from generator.assembly.own_looks import pictures_of, style_of
from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.exports.words import CREDIT
from generator.i18n.messages import translate
from generator.i18n.site_words import compiler_of, site_name
from generator.load.emblem import (
    DOCTYPE,
    LARGEST,
    NO_PICTURE,
    NO_SIZE,
    NOT_DRAWN,
    OTHER_FILE,
    TOO_LARGE,
    TOO_MUCH,
    RefusedEmblemError,
    read_emblem,
)  # fmt: skip
from generator.model.colours import GROUNDS, LEAST, WHITE, contrast, painted
from generator.model.site import Colours
from generator.pages.markup.slots import SlotStore
from generator.pages.render import page_context
from tests.trees import write_tree

SITE = "data/site.yml"
NAMED = """\
format: 2
name: {vi: Cải cách hành chính tỉnh Mẫu, en: Reform in Sample Province}
authority: {vi: Sở Nội vụ tỉnh Mẫu, en: Home Affairs of Sample Province}
level: province
colours:
  light: {masthead: "#8a1c1c", link: "#8a1c1c"}
  dark: {masthead: "#4a0f0f", link: "#f2a7a7"}
emblem: emblem.svg
"""
STAR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 12"><path d="M1 1L9 9z" fill="#da251d"/></svg>'


def svg(inside: str, head: str = 'viewBox="0 0 10 10"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inside}</svg>'.encode()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*more: bytes, width: int = 2) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 3, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n" + header + b"".join(more) + chunk(b"IDAT", zlib.compress(bytes(9))) + chunk(b"IEND", b"")
    )


def test_names_colours_and_emblem_are_read(tmp_path):
    catalogue, problems = load_and_check(write_tree(tmp_path, {SITE: NAMED, "data/emblem.svg": STAR}))

    assert problems == ()
    assert site_name(catalogue.site, "en") == "Reform in Sample Province"
    assert compiler_of(catalogue.site, "vi") == "Sở Nội vụ tỉnh Mẫu"
    assert 'fill="#da251d"' in catalogue.emblem.svg
    assert (catalogue.emblem.width, catalogue.emblem.height) == (10, 12)


def test_a_site_that_says_nothing_of_itself_has_the_names_of_the_program():
    assert site_name(None, "en") == "Public administration reform reports"
    assert compiler_of(None, "en") == "reform-reports contributors"


def test_citations_and_the_feed_of_a_site_name_it(root, tmp_path):
    catalogue, _ = load_and_check(write_tree(tmp_path, {SITE: NAMED, "data/emblem.svg": STAR}))
    context = page_context(Dataset.of(catalogue), "en", root / "site_templates/pages", SlotStore(), None)

    assert context.citation("about", "About").text().startswith("Reform in Sample Province. ")
    credit = translate("en", CREDIT, compiler=compiler_of(catalogue.site, "en"))
    assert credit == "Home Affairs of Sample Province, CC BY 4.0"


@pytest.mark.parametrize("colour", ["#0c4a4e", "#ffffff", "#000000", "#ffcc00", "#da251d", "#7f7f7f"])
def test_of_any_colour_come_colours_that_can_be_read_in_both_schemes(colour):
    made = painted(colour)

    for scheme, grounds in GROUNDS.items():
        assert contrast(made[scheme].masthead, WHITE) >= LEAST
        assert all(contrast(made[scheme].link, ground) >= LEAST for ground in grounds)


def test_a_colour_that_can_be_read_is_kept():
    assert painted("#0c4a4e")["light"].masthead == "#0c4a4e"
    assert painted("#0c4a4e")["light"].link == "#0c4a4e"


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_colours_that_cannot_be_read_stop_the_build_and_the_nearest_that_can_is_named(tmp_path):
    pale = NAMED.replace("emblem: emblem.svg\n", "").replace('link: "#8a1c1c"', 'link: "#ff9999"')

    (problem,) = load_and_check(write_tree(tmp_path, {SITE: pale}))[1]

    assert (problem.code, str(problem.place)) == ("low-contrast", f"{SITE}:6:32")
    assert contrast(problem.words["readable"], problem.words["ground"]) >= LEAST


def test_colours_are_painted_after_all_other_rules():
    colours = Colours.model_validate(
        {"light": {"masthead": "#8a1c1c", "link": "#8a1c1c"}, "dark": {"masthead": "#4a0f0f", "link": "#f2a7a7"}}
    )

    assert "--rr-brand: #8a1c1c; --rr-link: #8a1c1c;" in style_of(colours)
    assert style_of(None) == ""


def test_shapes_paints_and_gradients_are_taken_over_and_what_draws_nothing_is_left_out():
    made = read_emblem(
        svg(
            '<title>Quốc huy</title><metadata><x xmlns="urn:x"/></metadata>'
            '<sodipodi:view xmlns:sodipodi="http://sodipodi.example" zoom="1"/>'
            '<defs><linearGradient id="a"><stop offset="0" style="stop-color:#fff;font-family:Arial"/></linearGradient></defs>'
            '<g transform="scale(2)"><circle cx="1" cy="1" r="1" fill="url(#a)" data-note="x"/></g>'
        )
    )

    assert made.svg == svg(
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>'
        '<g transform="scale(2)"><circle cx="1" cy="1" r="1" fill="url(#a)"></circle></g>'
    ).decode()  # fmt: skip
    assert pictures_of(made).keys() == {"assets/images/emblem.svg", "assets/images/favicon.svg"}


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (svg("<script>alert(1)</script>"), NOT_DRAWN),
        (svg('<path onclick="alert(1)" d="M0 0"/>'), NOT_DRAWN),
        (svg("<style>path{fill:red}</style><path d='M0 0'/>"), NOT_DRAWN),
        (svg("<foreignObject><p>x</p></foreignObject>"), NOT_DRAWN),
        (svg('<image width="1" height="1" href="https://x.example/a.png"/>'), NOT_DRAWN),
        (svg("<text>Chữ</text>"), NOT_DRAWN),
        (svg('<path d="M0 0" fill="url(https://x.example/#a)"/>'), OTHER_FILE),
        (svg('<path d="M0 0" style="fill:URL( //x.example )"/>'), OTHER_FILE),
        (svg('<g xmlns:l="http://www.w3.org/1999/xlink" l:href="#a"/>'), OTHER_FILE),
        (b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("<g/>"), DOCTYPE),
        (svg("<g>" * 70 + "</g>" * 70), TOO_MUCH),
        (svg("<g/>" * 20_001), TOO_MUCH),
        (svg("<g/>", 'viewBox="0 0 0 10"'), NO_SIZE),
        (svg("<g/>", ""), NO_SIZE),
        (svg(""), NO_PICTURE),
        (svg("<g>"), NO_PICTURE),
        (b"GIF89a", NO_PICTURE),
        (b"<html xmlns='http://www.w3.org/2000/svg'/>", NOT_DRAWN),
        (svg("<g/>" + " " * LARGEST), TOO_LARGE),
        (png(width=5000), TOO_MUCH),
        (png()[:-4], NO_PICTURE),
        (png().replace(b"IDAT", b"IDAX"), NO_PICTURE),
    ],
)  # fmt: skip
def test_a_picture_that_could_do_more_or_is_none_is_refused(picture, reason):
    with pytest.raises(RefusedEmblemError) as refused:
        read_emblem(picture)

    assert refused.value.message == reason


def test_of_a_png_the_pixels_alone_are_taken_over():
    made = read_emblem(png(chunk(b"tEXt", b"Author\0somebody"), chunk(b"eXIf", b"place")))

    assert made == read_emblem(png())
    assert made.svg.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 3"><image width="2" height="3"')


def test_a_link_is_no_emblem(tmp_path):
    tree = write_tree(tmp_path / "tree", {SITE: "emblem: emblem.svg\n"})
    (tmp_path / "star.svg").write_text(STAR)
    (tree / "data/emblem.svg").symlink_to(tmp_path / "star.svg")

    assert {"missing-emblem", "symbolic-link"} == {each.code for each in load_and_check(tree)[1]}
