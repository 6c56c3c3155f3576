"""Files of every format, spoilt by chance: each is read, or refused with a message; no fault, no process that stays, and the next file is read all the same.

`make fuzz` looks further. No file that was found is kept here: what makes other software fail is told by its seed.
"""

import tempfile
import time
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importing.document import Cell, Document, Paragraph, Table
from generator.importing.reading.apart import Readers
from generator.importing.reading.faults import UnreadableError
from generator.importing.reading.file import begin_reading
from generator.importing.recognising.grid import grids_of
from tools.imports.formats import docx_of, html_of, xlsx_of

LOOKING = settings().max_examples > 100
ROUNDS = 40 if LOOKING else 1
SPOILT = 12 if LOOKING else 3
_OPEN_DOCUMENT = (
    '<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>'
    '<table:table table:name="s"><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>TT</text:p>'
    '</table:table-cell><table:table-cell table:number-columns-repeated="3"><text:p>1</text:p></table:table-cell>'
    "</table:table-row></table:table></office:body></office:document-content>"
)
_TABLE = Table(
    (
        (Cell("TT"), Cell("Chỉ tiêu", columns=2), Cell("Số liệu", rows=2)),
        (Cell("1.1"), Cell("Hồ sơ", columns=2)),
        (Cell("1.2"), Cell("Đúng hạn"), Cell("97,55%"), Cell("28 (huyện 27, xã 01)")),
    )
)
DOCUMENT = Document("a", (Paragraph("BÁO CÁO"), Paragraph("quý III năm 2022"), _TABLE))
_SIMPLE_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 60>>stream\nBT /F 12 Tf 20 100 Td (Bao cao quy III nam 2022, 97,55%) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


def open_document() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("content.xml", _OPEN_DOCUMENT)
    return made.getvalue()


def whole() -> dict[str, bytes]:
    """A small file of each format that is read without LibreOffice."""
    return {
        ".docx": docx_of(DOCUMENT),
        ".xlsx": xlsx_of(DOCUMENT),
        ".ods": open_document(),
        ".odt": open_document(),
        ".html": html_of(DOCUMENT).encode(),
        ".pdf": _SIMPLE_PDF,
        # What begins as an old workbook does, and goes on as anything.
        ".xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    }


def spoilt(content: bytes, chance: Random) -> bytes:
    """The bytes with some of them changed, left out, or there twice."""
    if content.startswith(b"PK") and chance.random() < 0.8:
        return spoilt_part(content, chance)
    made = bytearray(content)
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(made)) if made else 0
        kind = chance.randrange(5)
        if kind == 0 and made:
            made[at] = chance.randrange(256)
        elif kind == 1:
            del made[at : at + chance.randrange(1, 40)]
        elif kind == 2:
            made[at:at] = made[at : at + chance.randrange(1, 200)]
        elif kind == 3:
            made[at:at] = chance.choice(
                (b"<!DOCTYPE a>", b"&x;", b"\x00" * 9, b"9" * 400, b"</", b"<" * 60, "ố".encode())
            )
        else:
            made = made[: max(1, at)]
    return bytes(made)


def spoilt_part(content: bytes, chance: Random) -> bytes:
    """A packed file, one part of which is spoilt."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    numbers = (b"-1", b"0", b"99999999999", b"1e9", b"nan", b"", b"A1:XFD1048576")
    part = parts[name]
    if chance.random() < 0.5 and b'="' in part:
        # A number where another is meant: a span, a reference, an index.
        places = [at for at in range(len(part)) if part.startswith(b'="', at)]
        at = chance.choice(places) + 2
        part = part[:at] + chance.choice(numbers) + part[part.find(b'"', at) :]
    else:
        part = spoilt(part, chance)
    parts[name] = part
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for each, held in parts.items():
            package.writestr(each, held)
    return made.getvalue()


@settings(max_examples=ROUNDS, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whatever_became_of_a_file_it_is_read_or_refused_with_a_message(seed):
    chance = Random(seed)  # noqa: S311 - the same damage for the same seed is what is wanted
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        paths = []
        for suffix, content in whole().items():
            for number in range(SPOILT):
                path = folder / f"{number}{suffix}"
                path.write_bytes(spoilt(content, chance) or b"x")
                paths.append(path)
        good = folder / "good.docx"
        good.write_bytes(docx_of(DOCUMENT))
        before = {path.name for path in folder.iterdir()}
        begun = time.process_time()
        with Readers(2) as readers:
            made = dict(readers.read_all([*paths, good]))
        assert time.process_time() - begun < 30
        assert {path.name for path in folder.iterdir()} == before
    for path, read in made.items():
        assert isinstance(read, Document | UnreadableError), (seed, path.name)
        if isinstance(read, Document):
            grids_of(read.blocks)
    assert isinstance(made[good], Document)
    assert made[good].blocks[:2] == (Paragraph("BÁO CÁO"), Paragraph("quý III năm 2022"))


@pytest.mark.parametrize("seed", range(20))
def test_text_that_was_spoilt_is_text_or_refused(seed, tmp_path):
    chance = Random(seed)  # noqa: S311 - the same damage for the same seed is what is wanted
    text = "BÁO CÁO\nTT\tChỉ tiêu\tSố liệu\n1\tHồ sơ\t14\n\t\n\n1.2\t\t97,55%\n" * 20
    path = tmp_path / "a.txt"
    path.write_bytes(spoilt(text.encode(), chance))
    try:
        made = begin_reading(path)
    except UnreadableError:
        return
    assert made is not None
    grids_of(made.blocks)
