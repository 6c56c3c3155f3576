#!/bin/sh
# The first column of an official form ("I", "I.1", "I.1.1", "I.2", "II") is often a list that goes on from row to row. LibreOffice 7.4 saves each row as a
# list of its own with text:continue-numbering="true", a deeper row as an item that holds nothing but a deeper list, and prints the numbers above when
# it opens the file. pandoc 3.9 (pypandoc_binary 1.17), the usual way from OpenDocument to plain text, counts such an empty item anew in every row:
# the second row reads "II. 1.", the fourth "IV. 1.", and the row that is printed as II reads "V.". Nothing is left out and nothing warned of, so
# that a row looked up by its number is another row of the form.
#
# Needs python3 (3.11 to 3.14) and the package index. Exits 0 while it behaves as described, 1 once it no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17 2>/dev/null

cd "$folder"
"$folder/venv/bin/python" - <<'PY'
import json
import sys
import zipfile

import pypandoc

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)
DEPTHS = (1, 2, 3, 2, 1, 2)
PRINTED = ["I", "I.1", "I.1.1", "I.2", "II", "II.1"]
KIND = "application/vnd.oasis.opendocument.text"


def number(depth: int, is_first: bool) -> str:
    goes_on = "" if is_first else ' text:continue-numbering="true"'
    inner = "<text:list><text:list-item>" * (depth - 1) + "<text:p/>" + "</text:list-item></text:list>" * (depth - 1)
    return f'<text:list text:style-name="Form"{goes_on}><text:list-item>{inner}</text:list-item></text:list>'


levels = "".join(
    f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" text:display-levels="{at}"/>'
    for at, form in ((1, "I"), (2, "1"), (3, "1"))
)
rows = "".join(
    f"<table:table-row><table:table-cell>{number(depth, at == 0)}</table:table-cell>"
    f"<table:table-cell><text:p>{printed}</text:p></table:table-cell></table:table-row>"
    for at, (depth, printed) in enumerate(zip(DEPTHS, PRINTED))
)
content = (
    f'<office:document-content {SPACES} office:version="1.3"><office:automatic-styles><text:list-style style:name="Form">{levels}'
    "</text:list-style></office:automatic-styles><office:body><office:text>"
    f'<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>{rows}</table:table>'
    "</office:text></office:body></office:document-content>"
)
styles = f'<office:document-styles {SPACES} office:version="1.3"/>'
manifest = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
with zipfile.ZipFile("form.odt", "w") as package:
    package.writestr("mimetype", KIND)
    package.writestr("META-INF/manifest.xml", manifest)
    package.writestr("content.xml", content)
    package.writestr("styles.xml", styles)

(table,) = [each for each in json.loads(pypandoc.convert_file("form.odt", "json"))["blocks"] if each["t"] == "Table"]


def starts(blocks: list) -> list[int]:
    """The numbers of the lists in a cell, from the outermost inwards."""
    found = []
    while blocks and blocks[0]["t"] == "OrderedList":
        (start, _, _), items = blocks[0]["c"]
        found.append(start)
        blocks = items[0]
    return found


seen = [starts(row[1][0][4]) for body in table["c"][4] for row in body[3]]
print(f"pandoc {pypandoc.get_pandoc_version()}")
for printed, read in zip(PRINTED, seen):
    print(f"  printed by LibreOffice: {printed:6}  read by pandoc, level by level: {read}")
sys.exit(seen != [[1], [2, 1], [3, 1, 1], [4, 1], [5], [6, 1]])
PY
