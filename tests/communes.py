"""Communes without number that fill in workbooks: a tree that has them, and what they send, some of it with faults."""

import shutil
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random

import openpyxl

from generator.importing.mapping.tables import Vocabulary
from generator.importing.workbook.plan import book_of
from generator.importing.workbook.write import book_bytes
from generator.load import load_catalogue
from tests.conftest import ROOT

FORM = "cchc-quarterly-2022"
PERIOD = "2025-Q3"
FAULTS = ("cut off", "no workbook", "other layout", "no unit", "other period")
"""What may be wrong with a file that is sent."""


def write_communes(folder: Path, number: int) -> Path:
    """A tree with the definitions of this repository and so many communes of one province."""
    for name in ("data", "content"):
        shutil.copytree(ROOT / name, folder / name)
    for each in range(number):
        text = f'id: xa-{each}\nlevel: commune\nparent: thai-nguyen-2025\nnames: {{vi: "Xã {each}", en: "Commune {each}"}}\n'
        (folder / f"data/units/xa-{each}.yml").write_text(text, encoding="utf-8")
    return folder


def write_workbooks(tree: Path, folder: Path, number: int) -> list[Path]:
    """A filled workbook of each commune."""
    catalogue = load_catalogue(tree).catalogue
    words = Vocabulary(catalogue.indicators, catalogue.measures)
    empty = book_of(catalogue.forms[FORM], words, "vi", "xa-0", PERIOD)
    content = book_bytes(empty)
    chance = Random(1)  # noqa: S311 - the same figures on every run
    paths = []
    for each in range(number):
        book = openpyxl.load_workbook(BytesIO(content))
        for row in book.worksheets[0].iter_rows(min_row=5):
            if row[4].number_format == "#,##0" and not row[4].protection.locked:
                row[4].value = chance.randrange(1, 500)
            elif row[4].number_format == "0.00%" and not row[4].protection.locked:
                row[4].value = float(Decimal(chance.randrange(1, 10_000)) / 10_000)
        for row in book.worksheets[-1].iter_rows(max_row=10):
            if row[0].value == "unit":
                row[1].value = f"xa-{each}"
        path = folder / f"xa-{each:03}.xlsx"
        book.save(path)
        paths.append(path)
    return paths


def spoil(path: Path, fault: str) -> None:
    """Put a fault into a workbook."""
    if fault == "cut off":
        path.write_bytes(path.read_bytes()[:3000])
        return
    if fault == "no workbook":
        path.write_bytes(b"<html>Login</html>")
        return
    book = openpyxl.load_workbook(path)
    key, value = {
        "other layout": ("format", "99"),
        "no unit": ("unit", "xa-khong-co"),
        "other period": ("period", "quý 3"),
    }[fault]
    for row in book.worksheets[-1].iter_rows(max_row=10):
        if row[0].value == key:
            row[1].value = value
    book.save(path)
