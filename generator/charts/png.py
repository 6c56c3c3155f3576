"""Turns an SVG picture into a PNG with the fonts of the site and no other: the same picture on every machine."""

from __future__ import annotations

import base64
import hashlib
import struct
import zlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from generator.charts.cache import Cache, content_key

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _RGBA = 2, 6


def opaque_png(svg: str, fonts: Path, cache: Cache | None = None) -> bytes:
    """The picture as PNG, which has to have a ground of its own. `fonts` is the folder of the TrueType files that the SVG names.

    Raises ValueError for what is no SVG, OSError where the fonts or the cache cannot be used.
    """
    key = content_key("png", *_drawn_by(), _fingerprint(fonts), svg)
    known = cache.load(key) if cache else None
    if known is not None:
        return base64.b64decode(known)
    made = _draw(svg, fonts)
    if cache:
        cache.write(key, base64.b64encode(made).decode())
    return made


def _draw(svg: str, fonts: Path) -> bytes:
    import vl_convert

    _register(fonts)
    return _packed(bytes(vl_convert.svg_to_png(svg)))


def _packed(picture: bytes) -> bytes:
    """The same picture in a third of the bytes: vl-convert packs for speed and keeps a transparency that nothing uses."""
    chunks = dict.fromkeys((b"IHDR", b"IDAT"), b"")
    place = len(_SIGNATURE)
    while place < len(picture):
        length, kind = struct.unpack_from(">L4s", picture, place)
        if kind in chunks:
            chunks[kind] += picture[place + 8 : place + 8 + length]
        place += 12 + length
    width, height, depth, colours = struct.unpack_from(">LLBB", chunks[b"IHDR"])
    if (depth, colours) != (8, _RGBA):
        raise ValueError("not the kind of PNG that vl-convert makes")
    rows = _without_alpha(zlib.decompress(chunks[b"IDAT"]), width, height)
    head = struct.pack(">LLBBBBB", width, height, 8, _RGB, 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def _without_alpha(pixels: bytes, width: int, height: int) -> bytes:
    """The rows of an opaque picture without their fourth channel; PNG filters each channel for itself, so the others stay."""
    made = bytearray()
    for start in range(0, height * (4 * width + 1), 4 * width + 1):
        row = bytearray(pixels[start + 1 : start + 4 * width + 1])
        del row[3::4]
        made.append(pixels[start])
        made += row
    return bytes(made)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))


@lru_cache
def _register(fonts: Path) -> None:
    import vl_convert

    vl_convert.register_font_directory(str(fonts))


@lru_cache
def _drawn_by() -> tuple[str, str]:
    """What decides on a picture beside its text and fonts; looking up a version reads files."""
    return version("vl-convert-python"), Path(__file__).read_text(encoding="utf-8")


@lru_cache
def _fingerprint(fonts: Path) -> str:
    digest = hashlib.sha256()
    for font in sorted(fonts.glob("*.ttf")):
        digest.update(font.read_bytes())
    return digest.hexdigest()
