#!/bin/sh
# Numbers that Word writes by itself into the first column of a table ("II", "1.2", "1.2.1", as forms of Vietnamese offices have them) come
# out of each reader otherwise, and out of none as printed. python-docx 1.2.0, mammoth 1.13.0 and markitdown 0.1.9 leave the cell empty.
# docx2python 3.7.1 writes numbers, but not those of the list: whatever `lvlText` says, a level is counted alone with a bracket behind it, so that
# 1.1 and 1.1.1 are both "1)", and 1.2 is "2)". A row that is looked up by its number is then another row of the form.
#
# Needs python3 (3.11 to 3.14) and the package index. Exits 0 while all behave as described, 1 once one no longer does.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 docx2python==3.7.1 'markitdown[docx]==0.1.9' 2>/dev/null

cd "$folder"
"$folder/venv/bin/python" - <<'PY'
import re
import sys

import docx
import mammoth
from docx.oxml import parse_xml
from docx2python import docx2python
from markitdown import MarkItDown

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = (("upperRoman", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))
ROWS = ((0, "Cải cách thể chế"), (1, "Văn bản ban hành"), (2, "Nghị quyết"), (1, "Văn bản rà soát"))
PRINTED = ["I", "1.1", "1.1.1", "1.2"]

document = docx.Document()
lists = document.part.numbering_part.element
levels = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{"<w:isLgl/>" if at else ""}<w:lvlText w:val="{text}"/></w:lvl>'
    for at, (form, text) in enumerate(LEVELS)
)
lists.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>'))
lists.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
table = document.add_table(rows=0, cols=2)
for at, label in ROWS:
    number, text = table.add_row().cells
    numbered = parse_xml(f'<w:numPr {W}><w:ilvl w:val="{at}"/><w:numId w:val="77"/></w:numPr>')
    number.paragraphs[0]._p.get_or_add_pPr().append(numbered)
    text.text = label
document.save("form.docx")

by_docx = [row.cells[0].text for row in docx.Document("form.docx").tables[0].rows]
with open("form.docx", "rb") as file:
    by_mammoth = re.findall(r"<tr><td>(.*?)</td>", mammoth.convert_to_html(file).value)
by_markitdown = [line.split("|")[1].strip() for line in MarkItDown().convert("form.docx").text_content.splitlines() if "---" not in line][-4:]
by_docx2python = ["".join(row[0]).strip() for row in docx2python("form.docx").body[0]]
print("printed     ", PRINTED)
print("python-docx ", by_docx)
print("mammoth     ", by_mammoth)
print("markitdown  ", by_markitdown)
print("docx2python ", by_docx2python)
as_described = (
    by_docx == by_mammoth == [""] * 4 and set(by_markitdown) == {""} and by_docx2python == ["I)", "1)", "1)", "2)"]
)
print("as described" if as_described else "One of them behaves otherwise now.")
sys.exit(not as_described)
PY
