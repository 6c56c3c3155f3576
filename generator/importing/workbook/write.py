"""Writes the workbook of a form: what is not to be typed is locked, what is typed is checked at once, rates are compared with their terms."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from generator.i18n.messages import N_, translate
from generator.importing.reading.sheets import MARK
from generator.importing.workbook.compared import Terms
from generator.importing.workbook.plan import STATUSES, Book, Field, Kind, Line, Sheet

FORMAT = "1"
"""The layout of the hidden sheet."""
_FIRST = 4
"""The first row below the heads, from 0."""
_KEY, NUMBER_AT, LABEL_AT, _MEASURE, _FIELDS = range(5)
"""The columns of a sheet, from 0: a key, number, label and unit of measure of a row, then two for each column of the form."""
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no time zones; any fixed moment serves
_FORMATS = {Kind.COUNT: "#,##0", Kind.NUMBER: "#,##0.######", Kind.RATE: "0.00%", Kind.CHOICE: "@", Kind.WORDS: "@"}
_SAME = "0.000001"
_LONGEST_TEXT = 250
"""Excel takes no longer text within a formula."""
_NEAR = "0.00051"
"""A rate that was rounded to one decimal of a percent may differ by so much from its terms."""


def book_bytes(book: Book) -> bytes:
    """The bytes of a workbook; the same book gives the same bytes."""
    from xlsxwriter import Workbook

    made = BytesIO()
    target = Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    target.set_properties({"title": book.title, "created": _CREATED})
    writer = _Writer(target, book)
    for sheet in book.sheets:
        writer.write(sheet)
    writer.mark()
    target.close()
    return made.getvalue()


def _cell_of(row: int, column: int) -> str:
    """What a workbook calls the cell of a column of the form, counted from 0."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, _FIELDS + 2 * column))


def _sum(row: int, terms: Terms) -> str:
    return "".join(f"{'+' if sign > 0 else '-'}{_cell_of(row, place)}" for sign, place in terms).removeprefix("+")


class _Writer:
    """Writes the sheets of one book."""

    def __init__(self, target: Any, book: Book) -> None:
        self._target = target
        self._book = book
        self._columns: dict[str, str] = {}
        self._held: dict[str, str] = {}
        self._entries: dict[str, str] = {}
        add = target.add_format
        self._plain = add({"text_wrap": True, "valign": "top", "border": 1})
        self._bold = add({"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#EEF2F6"})
        self._title = add({"bold": True, "font_size": 13})
        self._open = {
            kind: add({"locked": False, "border": 1, "valign": "top", "bg_color": "#FFFBE6", "num_format": form})
            for kind, form in _FORMATS.items()
        }
        self._wrapped = add(
            {"locked": False, "border": 1, "valign": "top", "bg_color": "#FFFBE6", "num_format": "@", "text_wrap": True}
        )

    def say(self, message: str, **words: object) -> str:
        return translate(self._book.lang, message, **words)

    def write(self, sheet: Sheet) -> None:
        page = self._target.add_worksheet(sheet.name)
        page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        page.write_string(0, NUMBER_AT, sheet.title, self._title)
        page.write_string(1, NUMBER_AT, self._told())
        if any(line.entry is not None and line.entry.is_typed for line in sheet.lines):
            page.write_string(
                2,
                NUMBER_AT,
                self.say(N_("A row that a list lacks: type its number and label into a yellow row below it.")),
            )
        self._heads(page, sheet)
        rows = {line.code: _FIRST + number for number, line in enumerate(sheet.lines)}
        for line in sheet.lines:
            self._line(page, sheet, line, rows)
        page.set_column(_KEY, _KEY, 4, None, {"hidden": True})
        page.set_column(NUMBER_AT, NUMBER_AT, 8)
        page.set_column(LABEL_AT, LABEL_AT, 60)
        page.set_column(_MEASURE, _MEASURE, 14)
        page.set_column(_FIELDS, _FIELDS + 2 * len(sheet.columns), 16)
        page.freeze_panes(_FIRST, _FIELDS)

    def _told(self) -> str:
        if self._book.unit:
            return self.say(
                N_("{unit}, {period}. Fill in the yellow cells; where there is no number, choose why beside it."),
                unit=self._book.unit,
                period=self._book.period,
            )
        return self.say(N_("Fill in the yellow cells; where there is no number, choose why beside it."))

    def _heads(self, page: Any, sheet: Sheet) -> None:
        heads = {NUMBER_AT: N_("No."), LABEL_AT: N_("Label"), _MEASURE: N_("Unit of measure")}
        for place, message in heads.items():
            page.write_string(_FIRST - 1, place, self.say(message), self._bold)
        for number, (code, head) in enumerate(sheet.columns):
            value, why = _FIELDS + 2 * number, _FIELDS + 2 * number + 1
            page.write_string(_FIRST - 1, value, head, self._bold)
            page.write_string(_FIRST - 1, why, self.say(N_("Why no number")), self._bold)
            self._columns[f"column:{sheet.name}:{value + 1}"] = json.dumps([sheet.table, "value", code])
            self._columns[f"column:{sheet.name}:{why + 1}"] = json.dumps([sheet.table, "status", code])
        page.write_string(_FIRST - 1, _FIELDS + 2 * len(sheet.columns), self.say(N_("Comparison")), self._bold)

    def _line(self, page: Any, sheet: Sheet, line: Line, rows: dict[str, int]) -> None:
        at = rows[line.code]
        style = self._bold if line.heading else self._plain
        page.write_string(at, _KEY, self._key(sheet, line))
        if line.entry is not None and line.entry.is_typed:
            page.write_blank(at, NUMBER_AT, None, self._open[Kind.WORDS])
            page.write_blank(at, LABEL_AT, None, self._wrapped)
        else:
            page.write_string(at, NUMBER_AT, line.number, style)
            page.write_string(at, LABEL_AT, line.label, style)
        page.write_string(at, _MEASURE, line.measure, style)
        for number, field in enumerate(line.fields):
            self._field(page, at, _FIELDS + 2 * number, field)
            if field.held:
                self._held[f"held:{sheet.table}|{line.code}|{field.column}"] = field.held
            if field.figures:
                told = {"figures": dict(field.figures), "printed": field.value}
                self._held[f"figures:{sheet.table}|{line.code}|{field.column}"] = json.dumps(told, ensure_ascii=False)
        if line.compared is not None and len(line.fields) == 1:
            page.write_formula(
                at, _FIELDS + 2, self._comparison(at, *(rows[each] for each in line.compared)), self._plain, ""
            )
        elif sheet.equations and len(line.fields) > 1:
            page.write_formula(at, _FIELDS + 2 * len(line.fields), self._broken(sheet, at), self._plain, "")

    def _key(self, sheet: Sheet, line: Line) -> str:
        """What an import knows a row by; whose a row of a list is stands in the hidden sheet."""
        entry = line.entry
        if entry is None:
            return f"{sheet.table}|{line.code}"
        key = f"{sheet.table}|{entry.below}|{entry.code}"
        if not entry.is_typed:
            self._entries[f"entry:{key}"] = json.dumps(
                [entry.number, entry.label, entry.said, entry.unit, *entry.part], ensure_ascii=False
            )
        return key

    def _field(self, page: Any, row: int, column: int, field: Field) -> None:
        style = self._open[field.kind]
        if isinstance(field.value, Decimal):
            page.write_number(row, column, float(field.value / 100 if field.kind is Kind.RATE else field.value), style)
        elif field.value is not None:
            page.write_string(row, column, field.value, style)
        else:
            page.write_blank(row, column, None, style)
        if (rule := self._rule(field)) is not None:
            page.data_validation(row, column, row, column, rule)
        words = [self.say(each) for each in STATUSES.values()]
        status = self.say(STATUSES[field.status]) if field.status in STATUSES else None
        page.write(row, column + 1, status, self._open[Kind.WORDS])
        page.data_validation(row, column + 1, row, column + 1, {"validate": "list", "source": words})

    def _rule(self, field: Field) -> dict[str, Any] | None:
        """What may be typed into a cell, and what is said of it and of anything else."""
        if field.told:
            return {"validate": "any", "input_message": field.told[:255]}
        said = {
            Kind.COUNT: (N_("A whole number, not below 0."), {"validate": "integer", "criteria": ">=", "value": 0}),
            Kind.NUMBER: (N_("A number."), {"validate": "decimal", "criteria": ">=", "value": -1e15}),
            Kind.RATE: (
                N_("A percentage, such as 97.55%."),
                {"validate": "decimal", "criteria": "between", "minimum": -10, "maximum": 100},
            ),
        }
        if field.kind is Kind.CHOICE and field.choices:
            return {"validate": "list", "source": list(field.choices)}
        if field.kind not in said:
            return None
        message, rule = said[field.kind]
        return {**rule, "error_title": self.say(N_("Not this"))[:32], "error_message": self.say(message)[:255]}

    def _comparison(self, row: int, part: int, whole: int) -> str:
        """A formula that says what the terms of a rate give, where that is not what stands there."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        rate, above, below = (xl_rowcol_to_cell(each, _FIELDS) for each in (row, part, whole))
        right, wrong = self.say(N_("agrees")), self.say(N_("the terms give"))
        return (
            f'=IF(AND(ISNUMBER({rate}),ISNUMBER({above}),ISNUMBER({below})),IF({below}=0,"",IF(ABS({rate}-{above}/{below})<={_NEAR},'
            f'"{right}","{wrong} "&TEXT({above}/{below},"0.00%"))),"")'
        )

    def _broken(self, sheet: Sheet, row: int) -> str:
        """A formula that names the identities of the form which the figures of a row do not keep to."""
        parts = []
        for each in sheet.equations:
            cells = [_cell_of(row, place) for _, place in (*each.left, *each.right)]
            typed = ",".join(f"ISNUMBER({cell})" for cell in cells)
            difference = f"({_sum(row, each.left)})-({_sum(row, each.right)})"
            holds = {"=": f"ABS({difference})<{_SAME}", "≤": f"{difference}<{_SAME}", "≥": f"{difference}>-{_SAME}"}
            told = self.say(N_("does not hold: {identity}"), identity=each.said).replace('"', "'")[:_LONGEST_TEXT]
            parts.append(f'IF(AND({typed}),IF({holds[each.sign]},"","{told}"&CHAR(10)),"")')
        return f"={'&'.join(parts)}"

    def mark(self) -> None:
        """The hidden sheet by which an import knows the workbook."""
        page = self._target.add_worksheet(MARK)
        page.very_hidden()
        facts = {
            "format": FORMAT,
            "form": self._book.form,
            "unit": self._book.unit,
            "period": self._book.period,
            "language": self._book.lang,
        }
        for number, (key, value) in enumerate({**facts, **self._columns, **self._entries, **self._held}.items()):
            page.write_string(number, 0, key)
            page.write_string(number, 1, value)
