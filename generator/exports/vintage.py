"""What a snapshot leaves in `data/vintages/`: the table of all figures as they are, and the record of the snapshot."""

from __future__ import annotations

import csv
import io
import unicodedata

import yaml

from generator.exports.csv_file import csv_cell
from generator.model.catalogue import Catalogue
from generator.model.placed import Placed
from generator.model.text import Text
from generator.model.vintage import COLUMNS, VintageFigure, VintageRecord, frozen

_WIDTH = 120


def vintage_csv(catalogue: Catalogue) -> bytes:
    """The frozen table of a catalogue: UTF-8 without a mark, LF, sorted by figure; read back by `load_vintages`.

    Words that a spreadsheet would take for a formula have an apostrophe before them, as in all our CSV.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    figures = sorted((frozen(each) for each in catalogue.observations), key=lambda each: each.id)
    writer.writerows(_row(each) for each in figures)
    return text.getvalue().encode()


def _row(each: VintageFigure) -> list[str]:
    cells = (each.unit, each.period, each.indicator, each.breakdown, each.measure, each.status.value, each.value)
    rough = (each.rough.qualifier.value, each.rough.to) if each.rough is not None else (None, None)
    return [each.id, *(csv_cell(cell) for cell in cells), csv_cell(each.words), *(csv_cell(cell) for cell in rough)]


def record_text(record: VintageRecord) -> str:
    """The record as YAML: `load_vintages` reads an equal one from it. Letters are composed (NFC), as they will be read."""
    text = yaml.safe_dump(_plain(record), allow_unicode=True, sort_keys=False, width=_WIDTH)
    return unicodedata.normalize("NFC", text)


def _plain(value: object) -> object:
    """Part of a record as YAML has it, without what is not said. Editions and dates write themselves."""
    if isinstance(value, Text):
        return dict(value.root)
    if isinstance(value, Placed):
        said = ((key, getattr(value, key)) for key in type(value).model_fields)
        return {key: _plain(each) for key, each in said if each is not None}
    return value if isinstance(value, int) else str(value)
