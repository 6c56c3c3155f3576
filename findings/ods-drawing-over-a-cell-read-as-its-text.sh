#!/bin/sh
# A drawing on an OpenDocument sheet (a stamp, a text box over the form) stands in the XML inside the cell that it is tied to. Both engines of
# pandas.read_excel (3.1.1) take its words for words of that cell, without a word: a text box "1" tied to a cell "46" gives "146" with
# engine="odf" (odfpy 1.4.1) and "1" and "46" on two lines with engine="calamine" (python-calamine 0.9.1). An .xlsx of the same sheet has none
# of this, since drawings are a part of their own there. Line ends differ as well: two paragraphs in a cell are two lines with both, but of
# 45<text:line-break/>46 calamine makes "4546", and of 45<text:tab/>46 both do.
#
# Needs python3 (3.11 to 3.14) and the package index. Exits 0 while it behaves as described, 1 once it no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1 2>/dev/null

cd "$folder"
"$folder/venv/bin/python" - <<'PY'
import sys

import pandas
from odf.draw import Frame, TextBox
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, Tab

made = OpenDocumentSpreadsheet()
sheet, row = Table(name="a"), TableRow()


def cell(*parts, **told):
    added = TableCell(valuetype="string") if parts else TableCell()
    for each in parts:
        added.addElement(each)
    row.addElement(added)
    return added


def paragraph(first, between=None, last=""):
    made = P(text=first)
    if between:
        made.addElement(between)
        made.addText(last)
    return made


def box(words):
    frame, inside = Frame(width="2cm", height="1cm"), TextBox()
    inside.addElement(P(text=words))
    frame.addElement(inside)
    return frame


cell(paragraph("45"), paragraph("46"))
cell(paragraph("45", LineBreak(), "46"))
cell(paragraph("45", Tab(), "46"))
cell(box("1"), paragraph("46"))
cell(paragraph("end"))
sheet.addElement(row)
made.spreadsheet.addElement(sheet)
made.save("made.ods")

seen = {
    engine: pandas.read_excel("made.ods", engine=engine, header=None, dtype=str).fillna("").values.tolist()[0]
    for engine in ("odf", "calamine")
}
for engine, values in seen.items():
    print(f"{engine:9}", values)
as_described = seen == {
    "odf": ["45\n46", "45\n46", "4546", "146", "end"],
    "calamine": ["45\n46", "4546", "4546", "1\n46", "end"],
}
print("as described" if as_described else "Behaves otherwise now.")
sys.exit(not as_described)
PY
