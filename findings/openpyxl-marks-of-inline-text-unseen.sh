#!/bin/sh
# openpyxl (3.1.5), read with rich_text=True, tells which letters of a cell are raised or struck out: the mark of a footnote in "46¹", the
# figure that was crossed out before the right one. With read_only=True, which large workbooks of offices need, it tells them of texts that
# stand among the shared ones (as Excel and XlsxWriter 3.2.9 write them) and loses them, without a word, of texts in the cell itself: those are
# the ones that openpyxl writes. Its own file says "461" and "9697" where it shows 46 with a mark, and 96 crossed out before 97.
#
# Needs python3 (3.11 to 3.14) and the package index. Exits 0 while it behaves as described, 1 once it no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 xlsxwriter==3.2.9 2>/dev/null

cd "$folder"
"$folder/venv/bin/python" - <<'PY'
import sys

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

book = openpyxl.Workbook()
book.active["A1"] = CellRichText("46", TextBlock(InlineFont(vertAlign="superscript"), "1"))
book.active["A2"] = CellRichText(TextBlock(InlineFont(strike=True), "96"), "97")
book.save("openpyxl.xlsx")
other = xlsxwriter.Workbook("xlsxwriter.xlsx")
sheet = other.add_worksheet()
sheet.write_rich_string(0, 0, "46", other.add_format({"font_script": 1}), "1")
sheet.write_rich_string(1, 0, other.add_format({"font_strikeout": True}), "96", "97")
other.close()

seen = {}
for name in ("openpyxl", "xlsxwriter"):
    for read_only in (False, True):
        read = openpyxl.load_workbook(f"{name}.xlsx", rich_text=True, read_only=read_only).worksheets[0]
        values = [row[0].value for row in read.iter_rows()]
        seen[name, read_only] = [type(each).__name__ for each in values]
        print(f"written by {name:10} read_only={read_only!s:5}", [(type(each).__name__, str(each)) for each in values])
told, lost = ["CellRichText"] * 2, ["str"] * 2
as_described = seen == {
    ("openpyxl", False): told,
    ("openpyxl", True): lost,
    ("xlsxwriter", False): told,
    ("xlsxwriter", True): told,
}
print("as described" if as_described else "Behaves otherwise now.")
sys.exit(not as_described)
PY
