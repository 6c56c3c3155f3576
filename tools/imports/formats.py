"""Makes files of other formats from the tables of a report: Word and HTML written by hand, Excel by XlsxWriter, the others by LibreOffice and Chromium."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.importing.document import Block, Cell, Document, Paragraph, Table

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_STYLE = "<style>table{border-collapse:collapse}td{border:1px solid black;padding:2px;min-width:1.5em}body{font:11px serif}</style>"


def html_of(document: Document) -> str:
    """A page with the same blocks."""
    return f'<!doctype html><html lang="vi"><head><meta charset="utf-8">{_STYLE}</head><body>{"".join(_html(each) for each in document.blocks)}</body></html>'


def _html(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>\n"
    rows = "".join("<tr>" + "".join(_html_cell(each) for each in row) + "</tr>\n" for row in block.rows)
    return f"<table>{rows}</table>\n"


def _html_cell(cell: Cell) -> str:
    spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
        f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    )
    return f"<td{spans}>{escape(cell.text)}</td>"


def docx_of(document: Document, font: str = "") -> bytes:
    """A Word file with the same blocks; `font` is the name of the font of every letter."""
    body = "".join(_word(each, font) for each in document.blocks)
    return docx_with(f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')


def docx_with(xml: str) -> bytes:
    """A Word file whose document is given as XML."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELS)
        package.writestr("word/document.xml", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}')
    return made.getvalue()


def _word(block: Block, font: str) -> str:
    if isinstance(block, Paragraph):
        return _word_paragraph(block.text, font)
    width = max(sum(cell.columns for cell in row) for row in block.rows)
    columns = "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{each}"/>' for each in _widths(width)) + "</w:tblGrid>"
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rows = "".join(
        "<w:tr>" + _word_rest(row, width) + "".join(_word_cell(each, font) for each in row) + "</w:tr>"
        for row in _with_continued(block)
    )
    return f"<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>{columns}{rows}</w:tbl>{_word_paragraph('', font)}"


def _widths(columns: int) -> list[int]:
    """The widths of columns in twentieths of a point: a narrow one for numbers, a wide one for labels."""
    rest = max(500, 5200 // max(1, columns - 2))
    return [700, 3800, *[rest] * (columns - 2)][:columns]


def _with_continued(table: Table) -> list[list[tuple[Cell, str]]]:
    """The rows with the cells that go on from above, as Word has them."""
    made: list[list[tuple[Cell, str]]] = []
    below: dict[int, tuple[int, int]] = {}
    for row in table.rows:
        line: list[tuple[Cell, str]] = []
        column = 0
        waiting = list(row)
        while waiting or column in below:
            if column in below:
                left, width = below.pop(column)
                line.append((Cell("", columns=width), "continue"))
                if left > 1:
                    below[column] = (left - 1, width)
                column += width
                continue
            cell = waiting.pop(0)
            line.append((cell, "restart" if cell.rows > 1 else ""))
            if cell.rows > 1:
                below[column] = (cell.rows - 1, cell.columns)
            column += cell.columns
        made.append(line)
    return made


def _word_rest(row: Sequence[tuple[Cell, str]], width: int) -> str:
    """How many columns a row that ends early leaves out, as Word says it: without that, LibreOffice draws its cells over the whole width."""
    left = width - sum(cell.columns for cell, _ in row)
    return f'<w:trPr><w:gridAfter w:val="{left}"/></w:trPr>' if left > 0 else ""


def _word_cell(each: tuple[Cell, str], font: str) -> str:
    cell, merge = each
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{span}{down}</w:tcPr>{_word_paragraph(cell.text, font)}</w:tc>"


def _word_paragraph(text: str, font: str) -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{escape(font)}" w:hAnsi="{escape(font)}"/></w:rPr>' if font else ""
    return (
        f'<w:p><w:r>{fonts}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r></w:p>'
        if text
        else "<w:p/>"
    )


def xlsx_of(document: Document) -> bytes:
    """A workbook with the same blocks below each other in one sheet, every cell a text."""
    import xlsxwriter

    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet("Biểu")
    at = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            sheet.write_string(at, 0, block.text)
            at += 2
            continue
        for row in _with_continued(block):
            column = 0
            for cell, merge in row:
                if merge != "continue" and (cell.columns > 1 or cell.rows > 1):
                    sheet.merge_range(at, column, at + cell.rows - 1, column + cell.columns - 1, cell.text)
                elif cell.text:
                    sheet.write_string(at, column, cell.text)
                column += cell.columns
            at += 1
        at += 1
    book.close()
    return made.getvalue()


def converted(content: bytes, suffix: str, wanted: str) -> bytes:
    """A file as LibreOffice turns it into another format. Raises CalledProcessError or FileNotFoundError."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / f"source{suffix}"
        source.write_bytes(content)
        profile = (Path(folder) / "profile").as_uri()
        command = [
            "soffice",
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            wanted,
            "--outdir",
            # Into the folder of the source it writes nothing where that has the same name, and does not say so.
            f"{folder}/made",
            str(source),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=200)
        return (Path(folder) / "made" / f"source.{wanted.partition(':')[0]}").read_bytes()


def pdf_of(page: str) -> bytes:
    """A page as Chromium prints it. Raises CalledProcessError or FileNotFoundError."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    with TemporaryDirectory() as folder:
        source, made = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(page, encoding="utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            f"--user-data-dir={folder}/profile",
        ]
        subprocess.run(
            [chromium, *options, "--no-pdf-header-footer", f"--print-to-pdf={made}", source.as_uri()],
            check=True,
            capture_output=True,
            timeout=200,
        )
        return made.read_bytes()


def with_spans(document: Document) -> Document:
    """A document whose heads are merged as offices merge them: an empty cell of a head belongs to the one at its left or above it."""
    from generator.importing.recognising.grid import grids_of

    heads = {grid.spot.table: len(grid.head) for grid in grids_of(document.blocks)}
    return Document(
        document.name, tuple(_merged(each, heads) if isinstance(each, Table) else each for each in document.blocks)
    )


def _merged(table: Table, heads: dict[int, int]) -> Table:
    depth = heads.get(table.spot.table, 0)
    if depth < 2:  # noqa: PLR2004 - a head of one row has nothing to merge
        return Table(table.rows, table.spot)
    texts = [[cell.text for cell in row] for row in table.rows[:depth]]
    width = max(len(row) for row in table.rows)
    texts = [[*row, *[""] * (width - len(row))] for row in texts]
    taken: set[tuple[int, int]] = set()
    head: list[tuple[Cell, ...]] = []
    for at in range(depth):
        row: list[Cell] = []
        for column in range(width):
            if (at, column) in taken:
                continue
            right, down = _reach(texts, at, column, depth, width)
            taken |= {(r, c) for r in range(at, at + down) for c in range(column, column + right)}
            row.append(Cell(texts[at][column], right, down))
        head.append(tuple(row))
    return Table((*head, *table.rows[depth:]), table.spot)


def _reach(texts: Sequence[Sequence[str]], at: int, column: int, depth: int, width: int) -> tuple[int, int]:
    """How far a cell of a head goes to the right and down."""
    down = 1
    while at + down < depth and not texts[at + down][column]:
        down += 1
    right = 1
    while (
        down == 1
        and column + right < width
        and not texts[at][column + right]
        and any(texts[below][column + right] for below in range(at + 1, depth))
    ):
        right += 1
    return right, down
