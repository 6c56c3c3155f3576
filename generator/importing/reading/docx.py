"""Reads Word files: mammoth knows merged cells, tracked changes, content controls and symbols; text in old fonts becomes Unicode on the way."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from generator.importing.document import Document
from generator.importing.doubts import DECODED, Doubt
from generator.importing.reading.fonts import is_old, to_unicode
from generator.importing.reading.html import read_html
from generator.importing.reading.limits import check_package
from generator.importing.reading.marks import BUILT_SIGN, DRAWN_SIGN
from generator.importing.reading.markup import refuse_entities
from generator.importing.reading.word_numbers import with_numbers

_LATER_ROW = re.compile(
    r'(<w:tr\b[^>]*>(?:<w:tblPrEx\b.*?</w:tblPrEx>)?<w:trPr>(?:(?!</w:trPr>).)*?<w:gridBefore w:val="(\d{1,2})"\s*/>.*?</w:trPr>)',
    re.DOTALL,
)
_UNSEEN = re.compile(rb"<w:(?:dstrike|vanish)\b([^>]*)/>")
"""Struck out twice, and hidden: mammoth knows what is struck out once."""
_FORMULA = re.compile(rb"<m:oMath\b(?![A-Za-z]).*?</m:oMath>", re.DOTALL)
"""Numbers that were typed as a formula, which mammoth leaves out."""
_IN_FORMULA = re.compile(rb"<m:t(?:\s[^>]*)?>([^<]*)</m:t>")
_BUILT = re.compile(rb"<m:(?:sSup|sSub|f|rad|nary|m|eqArr)\b")
_EDGES = re.compile(rb"<(/?)w:(tc|txbxContent)(?:\s[^>]*)?>")
"""Where cells and text boxes begin and end."""
_IN_TEXT = re.compile(rb"<w:t(?:\s[^>]*)?>[^<]*[^<\s][^<]*</w:t>")
_DRAWN = f"<w:txbxContent><w:p><w:r><w:t>{DRAWN_SIGN}</w:t></w:r></w:p></w:txbxContent>".encode()
_EMPTY_CELL = "<w:tc><w:p/></w:tc>"
_SYMBOLS = str.maketrans("³£¹´±\uf0b3\uf0a3", "≥≤≠×±≥≤")
_MARK = re.compile(r'<sup><a [^>]*href="#(?:footnote|endnote)[^>]*>\[\d+\]</a></sup>')
_PARTS = re.compile(r"word/[^/]+\.xml|word/_rels/[^/]+|_rels/\.rels|\[Content_Types\]\.xml|docProps/[^/]+\.xml")


def read_docx(path: Path) -> Document:
    """The document in a Word file. Raises UnreadableError."""
    import mammoth
    from mammoth import transforms

    check_package(path, "Word")
    fonts: set[str] = set()

    def in_unicode(run: Any) -> Any:
        if run.font == "Symbol":
            return run.copy(
                children=[_translated(each, lambda text: text.translate(_SYMBOLS)) for each in run.children]
            )
        if not is_old(run.font):
            return run
        fonts.add(run.font)
        return run.copy(children=[_translated(each, lambda text: to_unicode(text, run.font)) for each in run.children])

    made = mammoth.convert_to_html(
        _mended(path),
        transform_document=transforms.run(in_unicode),
        convert_image=mammoth.images.img_element(lambda _image: {}),
        include_default_style_map=True,
        external_file_access=False,
    )
    document = read_html(path.name, _MARK.sub("", made.value))
    told = tuple(Doubt(DECODED, {"font": each}) for each in sorted(fonts))
    return Document(document.name, document.blocks, told)


def _translated(element: Any, letters: Any) -> Any:
    return type(element)(letters(element.value)) if hasattr(element, "value") else element


def _mended(path: Path) -> BytesIO:
    """The file without pictures, its rows that begin later filled with empty cells. Raises UnreadableError for entities."""
    made = BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            if not _PARTS.fullmatch(name):
                continue
            content = source.read(name)
            refuse_entities(content, path.name)
            if name == "word/document.xml" and b"gridBefore" in content:
                text = _LATER_ROW.sub(lambda row: row[1] + _EMPTY_CELL * int(row[2]), str(content, "utf-8", "replace"))
                content = text.encode()
            if name == "word/document.xml":
                content = _without_boxes_over_cells(content)
                content = _FORMULA.sub(_as_text, content)
                content = _UNSEEN.sub(rb"<w:strike\1/>", content)
                content = _numbered(content, source)
            target.writestr(name, content)
    made.seek(0)
    return made


def _without_boxes_over_cells(content: bytes) -> bytes:
    """The text with a sign for the words of each text box that stands in a cell: they are drawn over it, and none of its figure."""
    if b"<w:txbxContent" not in content:
        return content
    made: list[bytes] = []
    copied = cells = 0
    box: int | None = None
    for edge in _EDGES.finditer(content):
        ends, is_cell = bool(edge[1]), edge[2] == b"tc"
        if not is_cell and not ends and box is None:
            box = edge.start()
        elif not is_cell and ends and box is not None:
            if cells and _IN_TEXT.search(content, box, edge.start()):
                made += [content[copied:box], _DRAWN]
                copied = edge.end()
            box = None
        elif is_cell and box is None:
            cells += -1 if ends else 1
    return b"".join([*made, content[copied:]])


def _as_text(formula: re.Match[bytes]) -> bytes:
    """A formula as a run of letters; one that is more than a line of them says so."""
    letters = b"".join(_IN_FORMULA.findall(formula[0]))
    sign = BUILT_SIGN.encode() if _BUILT.search(formula[0]) else b""
    return b'<w:r><w:t xml:space="preserve">' + letters + sign + b"</w:t></w:r>"


def _numbered(content: bytes, source: zipfile.ZipFile) -> bytes:
    """The text with the numbers that Word writes by itself; as it is where the file numbers nothing or says it in no XML."""
    names = set(source.namelist())
    if "word/numbering.xml" not in names:
        return content
    numbering = source.read("word/numbering.xml")
    styles = source.read("word/styles.xml") if "word/styles.xml" in names else b""
    for part in (numbering, styles):
        refuse_entities(part, source.filename or "")
    try:
        return with_numbers(content, numbering, styles)
    except ET.ParseError:
        return content
