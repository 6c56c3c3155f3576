"""The worksheet as a workbook: a sheet an import, with filters, what is to be looked at first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from generator.i18n.messages import N_, translate
from generator.importing.outcome import Outcome
from generator.importing.worksheet.words import HEADS, PROSE_HEADS, prose_lines, sheet_lines, summary, whose
from generator.model.unit import Unit

_WIDTHS = (16, 10, 10, 18, 50, 20, 30, 60, 30)
_NAME = 31
"""So long may the name of a sheet be."""


def worksheet_workbook(
    outcomes: Sequence[Outcome], lang: str, told: Sequence[str] = (), units: Mapping[str, Unit] | None = None
) -> bytes:
    """The bytes of the workbook; its words as in `worksheet_page`."""
    from xlsxwriter import Workbook

    made = BytesIO()
    # Every text is a text: a cell of an office's file that begins with “=” is no formula here.
    book = Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    bold, wrapped = (
        book.add_format({"bold": True, "text_wrap": True}),
        book.add_format({"text_wrap": True, "valign": "top"}),
    )
    first = book.add_worksheet(translate(lang, N_("Summary")))
    said = [
        *told,
        *(
            line
            for each in outcomes
            for line in (f"{whose(each, units or {}, lang)} ({each.unit}/{each.period})", *summary(each, lang))
        ),
    ]
    for number, line in enumerate(said):
        first.write_string(number, 0, line)
    first.set_column(0, 0, 120)
    for number, outcome in enumerate(outcomes, 1):
        name = f"{number} {outcome.unit} {outcome.period}"[:_NAME]
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, (head, width) in enumerate(zip(HEADS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, translate(lang, head), bold)
        told_lines = list(sheet_lines(outcome, lang))
        for row, each in enumerate(told_lines, 1):
            for column, cell in enumerate(each.cells):
                sheet.write_string(row, column, cell[:32_000], wrapped)
        sheet.autofilter(0, 0, max(1, len(told_lines)), len(HEADS) - 1)
        prose = list(prose_lines(outcome, lang))
        if prose:
            called = translate(lang, N_("Prose {number}"), number=number)
            second = book.add_worksheet(called[:_NAME])
            second.freeze_panes(1, 0)
            for row, each_line in enumerate([[translate(lang, head) for head in PROSE_HEADS], *prose]):
                for column, text in enumerate(each_line):
                    second.write_string(row, column, text[:32_000], wrapped if row else bold)
            second.set_column(0, 3, 20)
            second.set_column(4, 4, 90)
            second.autofilter(0, 0, len(prose), len(PROSE_HEADS) - 1)
    book.close()
    return made.getvalue()
