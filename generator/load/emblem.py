"""Reads the emblem, a picture that anybody may propose: what a picture needs is written anew, and all else is refused or left out.

From SVG come shapes, paints and groups, by lists of what may pass: no script, no style sheet, no text, no address of another file. From
PNG come the pixels: chunks that say something else are left out. Both come out as one SVG.
"""

from __future__ import annotations

import base64
import re
import struct
import zlib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final
from xml.parsers import expat

from generator.i18n.messages import N_
from generator.load.files import is_plain
from generator.model.emblem import Emblem
from generator.model.place import Place
from generator.model.site import SiteDescription
from generator.problems import Problem

LARGEST: Final = 256 * 1024
_MOST_PIXELS, _MOST_ELEMENTS, _DEEPEST = 4096, 20_000, 60

_SVG = "http://www.w3.org/2000/svg"
_DRAWN: Final = frozenset(
    [
        "svg",
        "g",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
    ]
)
_LEFT_OUT: Final = frozenset({"title", "desc", "metadata"})
"""Elements that draw nothing, and are passed over with all that is in them."""
_ATTRIBUTES: Final = frozenset(
    [
        "viewBox",
        "width",
        "height",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "fx",
        "fy",
        "d",
        "points",
        "transform",
        "id",
        "fill",
        "fill-opacity",
        "fill-rule",
        "clip-rule",
        "clip-path",
        "mask",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-opacity",
        "opacity",
        "offset",
        "stop-color",
        "stop-opacity",
        "gradientUnits",
        "gradientTransform",
        "spreadMethod",
        "clipPathUnits",
        "maskUnits",
        "maskContentUnits",
        "preserveAspectRatio",
        "color",
        "display",
        "visibility",
    ]
)
_VALUE = re.compile(r"[\w\s#.,+%()-]*")
"""What a value may be made of: numbers, names, colours, paths. An address needs a colon or a slash, and has none here."""
_ADDRESS = re.compile(r"url\s*\(", re.IGNORECASE)
_OWN_ADDRESS = re.compile(r"url\(#[\w.-]+\)")
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:px|mm|cm|pt|in)?")
_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})

NO_PICTURE = N_("it is no whole SVG or PNG picture")
TOO_LARGE = N_("it is larger than 256 KB")
TOO_MUCH = N_("it has too many parts, or too many pixels")
NOT_DRAWN = N_("it holds what is not taken over: text, a style sheet, a script or another picture")
OTHER_FILE = N_("it leads to another file or address")
DOCTYPE = N_("it declares a document type")
NO_SIZE = N_("it says neither viewBox nor width and height")


class RefusedEmblemError(Exception):
    """A picture that is not taken over: a message, and the line and column where it shows, 0 where it has no lines."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
        self.line = self.column = 0


def load_emblem(root: Path, site: SiteDescription | None) -> tuple[Emblem | None, list[Problem]]:
    """The emblem that a site names, and what is wrong with its file."""
    if site is None or site.emblem is None:
        return None, []
    name = f"data/{site.emblem}"
    path = root / name
    if not path.is_file() or not is_plain(path, root / "data"):
        return None, [Problem("missing-emblem", site.place_of("emblem"), {"file": name})]
    try:
        return read_emblem(path.open("rb").read(LARGEST + 1)), []
    except RefusedEmblemError as error:
        return None, [Problem("bad-emblem", Place(name, error.line, error.column), {"reason": error.message})]
    except OSError:
        return None, [Problem("bad-emblem", Place(name), {"reason": NO_PICTURE})]


def read_emblem(content: bytes) -> Emblem:
    """The picture, written anew. Raises RefusedEmblemError."""
    if len(content) > LARGEST:
        raise RefusedEmblemError(TOO_LARGE)
    return _from_png(content) if content.startswith(_PNG) else _from_svg(content)


def _from_png(content: bytes) -> Emblem:
    kept = [_PNG]
    width = height = 0
    for kind, pixels in _chunks(content):
        if kind == b"IHDR" and not width:
            width, height = struct.unpack(">II", pixels[:8])
        if kind in _PIXELS:
            kept.append(struct.pack(">I", len(pixels)) + kind + pixels + struct.pack(">I", zlib.crc32(kind + pixels)))
    if not (0 < width <= _MOST_PIXELS and 0 < height <= _MOST_PIXELS):
        raise RefusedEmblemError(TOO_MUCH if width else NO_PICTURE)
    data = base64.b64encode(b"".join(kept)).decode()
    size = f'width="{width}" height="{height}"'
    svg = (
        f'<svg xmlns="{_SVG}" viewBox="0 0 {width} {height}"><image {size} href="data:image/png;base64,{data}"/></svg>'
    )
    return Emblem(svg, width, height)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG file to its end, each with a right checksum. Raises RefusedEmblemError."""
    at = len(_PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if content[at + 8 + length : at + 12 + length] != struct.pack(">I", zlib.crc32(kind + data)):
            break
        yield kind, data
        at += 12 + length
        if kind == b"IEND":
            return
    raise RefusedEmblemError(NO_PICTURE)


def _from_svg(content: bytes) -> Emblem:
    parser = expat.ParserCreate(namespace_separator=" ")
    writer = _Writer(parser)
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.StartDoctypeDeclHandler = writer.doctype
    try:
        parser.Parse(content.decode("utf-8-sig"), True)
    except (expat.ExpatError, UnicodeDecodeError, ValueError):
        raise RefusedEmblemError(NO_PICTURE) from None
    except RefusedEmblemError as error:
        error.line, error.column = writer.at
        raise
    if not writer.is_picture:
        raise RefusedEmblemError(NO_PICTURE)
    width, height = writer.size
    return Emblem("".join(writer.written), width, height)


class _Writer:
    """Writes what may pass while the parser reads."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self.at = (1, 1)
        self.written: list[str] = []
        self.size = (0.0, 0.0)
        self.is_picture = False
        self._depth = self._elements = 0
        self._skipped_from = 0

    def doctype(self, *_declared: object) -> None:
        raise RefusedEmblemError(DOCTYPE)

    def start(self, qualified: str, attributes: dict[str, str]) -> None:
        # Asked while the element is read: afterwards the parser stands behind it.
        self.at = (self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)
        self._depth += 1
        self._elements += 1
        if self._depth > _DEEPEST or self._elements > _MOST_ELEMENTS:
            raise RefusedEmblemError(TOO_MUCH)
        namespace, _, name = qualified.rpartition(" ")
        if self._skipped_from:
            return
        # What drawing programs note for themselves stands in namespaces of theirs.
        if name in _LEFT_OUT or (namespace and namespace != _SVG):
            self._skipped_from = self._depth
            return
        if name not in _DRAWN or (self._depth == 1) != (name == "svg"):
            raise RefusedEmblemError(NOT_DRAWN)
        kept = dict(_kept(attributes))
        if self._depth == 1:
            self.size = _size_of(kept)
            kept = {"xmlns": _SVG, "viewBox": kept.get("viewBox", f"0 0 {self.size[0]:g} {self.size[1]:g}")}
        self.is_picture |= self._depth > 1
        told = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
        self.written.append(f"<{name}{told}>")

    def end(self, qualified: str) -> None:
        if not self._skipped_from:
            self.written.append(f"</{qualified.rpartition(' ')[2]}>")
        elif self._skipped_from == self._depth:
            self._skipped_from = 0
        self._depth -= 1


def _kept(attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The attributes that may pass, those of `style` among them. Raises RefusedEmblemError."""
    styles = (pair.partition(":") for pair in attributes.get("style", "").split(";"))
    named = {**attributes, **{key.strip(): value.strip() for key, _, value in styles}}
    for key, value in named.items():
        if key.startswith("on"):
            raise RefusedEmblemError(NOT_DRAWN)
        if key.rpartition(" ")[2] == "href" or _ADDRESS.search(_OWN_ADDRESS.sub("", value)):
            raise RefusedEmblemError(OTHER_FILE)
        if key in _ATTRIBUTES and _VALUE.fullmatch(value):
            yield key, " ".join(value.split())


def _size_of(attributes: dict[str, str]) -> tuple[float, float]:
    """The proportions of the picture. Raises RefusedEmblemError."""
    box = attributes.get("viewBox", "").replace(",", " ").split()
    sizes = box[2:] if len(box) == 4 else [attributes.get("width", ""), attributes.get("height", "")]  # noqa: PLR2004
    found = [match for size in sizes if (match := _LENGTH.fullmatch(size))]
    if len(found) != len(sizes) or not all(float(match[1]) for match in found):
        raise RefusedEmblemError(NO_SIZE)
    return float(found[0][1]), float(found[1][1])
