"""Paper of other offices, imported as text and held against the data of tests/paper, which were entered by hand."""

import re
from pathlib import Path

import openpyxl
import pytest

from generator.importing.mapping.placed import Certainty
from generator.importing.mapping.same import same_figure
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of
from generator.importing.reading.html import read_html
from generator.importing.reading.text import read_text
from generator.importing.reading.xlsx import read_xlsx
from generator.load import load_catalogue
from generator.model.header import header
from generator.model.period import Period
from tests.real_paper import write_paper
from tools.imports.compare import Verdict, compare, report_of

WARD = """\
BÁO CÁO
Số dự thảo văn bản quy phạm pháp luật được thẩm định, ban hành năm 2025
{heads}
(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)
11\t4\t7\t10\t3\t7\t7\t2\t5
"""
"""The 01a workbook of Láng Ward: leaf heads, numbers of columns, one row of figures without a label."""
TEXTS = Path(__file__).parents[1] / "paper/texts"
STATED = {
    "lam-dong/2020-Q1": ("lam-dong-2020-q1",),
    "lam-dong/2019-10": ("lam-dong-2019-10",),
    "vinh-phuc/2021-08": ("vinh-phuc-2021-08",),
    "vinh-phuc/2021-09": ("vinh-phuc-2021-09",),
    "thanh-hoa/2021-2025-03": ("thanh-hoa-2021-2025-03",),
    "hai-phong/2024": ("sipas-2024",),
    "dong-nai/2024": ("par-index-2024",),
    "bo-noi-vu/2024": ("sipas-2024", "par-index-2024"),
    "bo-noi-vu/2023": ("par-index-2023",),
}
"""The reports that state figures in prose, with the texts that they were entered from."""
IN_WORDS = {
    ("vinh-phuc/2021-08", "thứ nhất"),
    ("bo-noi-vu/2024", "năm thứ 8"),
    # “ranked 32nd out of 63”: English has the rank and the number of ranked apart, and the hand joined them.
    ("dong-nai/2024", "32/63"),
    ("dong-nai/2024", "8/63"),
}
"""What a text says in words, and the hand entered as a number."""
CITED = {"hoai-hai/2022-9M": "hoai-hai-2022-9m", "nga-phu/2025-Q1-vpcp-01-2020": "nga-phu-2025-q1"}
WITHOUT_DAY = {("hoai-hai/2022-9M", "72/QĐ-UBND")}
"""“Quyết định số 72/QĐ-UBND và Kế hoạch số 04/KH-UBND ngày 20/01/2022”: the day of the second is not taken for that of the first."""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return load_catalogue(write_paper(tmp_path_factory.mktemp("paper"))).catalogue


def imported(text, unit, period, catalogue):
    words = Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)
    return outcome_of(read_text("a.txt", text), unit, Period.parse(period), catalogue.forms, words)


def test_the_figures_of_a_ward_stand_where_the_hand_put_them(catalogue):
    columns = catalogue.forms["btp-01a"].tables[0].fixed_columns
    text = WARD.format(heads="\t".join(each.label.root["vi"] for each in columns))
    outcome = imported(text, "phuong-lang", "2025", catalogue)

    assert outcome.form is not None
    assert outcome.form.id == "btp-01a"
    cells = list(compare(outcome, catalogue.reports["phuong-lang/2025"], catalogue))
    assert [each.verdict for each in cells] == [Verdict.RIGHT] * 9
    assert outcome.count(Certainty.LEFT) == 0


def test_the_workbook_of_a_ward_is_read_with_its_merged_heads_its_note_and_what_stands_astray(catalogue, tmp_path):
    (table,) = catalogue.forms["btp-01a"].tables
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "Biểu số: 01a/TP/TĐ-BH: Số dự thảo văn bản quy phạm pháp luật được thẩm định, ban hành"
    for group, (first, last) in zip(table.groups, (("A", "C"), ("D", "F"), ("G", "I")), strict=True):
        sheet[f"{first}3"] = group.label.root["vi"]
        sheet.merge_cells(f"{first}3:{last}3")
    for number, (letter, column) in enumerate(zip("ABCDEFGHI", table.fixed_columns, strict=True), 1):
        sheet[f"{letter}4"] = column.label.root["vi"]
        sheet.merge_cells(f"{letter}4:{letter}6")
        sheet[f"{letter}7"] = f"({number})"
        sheet[f"{letter}8"] = (11, 4, 7, 10, 3, 7, 7, 2, 5)[number - 1]
    sheet["K8"] = "s"
    sheet["A11"] = "Ghi chú: cột (1) = (2) + (3)"
    sheet["B12"], sheet["G12"] = "Người lập biểu", "Người ký"
    book.save(tmp_path / "01a.xlsx")
    words = Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)
    outcome = outcome_of(read_xlsx(tmp_path / "01a.xlsx"), "phuong-lang", Period.parse("2025"), catalogue.forms, words)

    assert outcome.form is not None
    assert outcome.form.id == "btp-01a"
    cells = list(compare(outcome, catalogue.reports["phuong-lang/2025"], catalogue))
    assert [each.verdict for each in cells] == [Verdict.RIGHT] * 9


def text_of(*names):
    return "\n".join((TEXTS / f"{name}.txt").read_text(encoding="utf-8") for name in names)


def as_printed(cell):
    """The number of a cell without words before and behind it."""
    told = cell.printed or str(cell.value)
    match = re.search(r"-?\d[\d.,]*(?:/\d+)?\s?%?", told)
    return match[0].strip() if match else str(cell.value)


@pytest.mark.parametrize("name", STATED)
def test_every_figure_that_the_prose_states_is_found_with_how_it_is_rough(name, catalogue):
    report = catalogue.reports[name]
    outcome = imported(text_of(*STATED[name]), report.unit, str(report.period), catalogue)
    found = [(each.printed, each.qualifier) for each in outcome.stated]
    figures = [each.figure for each in report.stated_in_prose]
    cells = [cell for each in figures for cell in ([each.value] if each.value else each.values.values())]
    given = [cell for cell in cells if cell.value is not None]
    assert len(given) >= 3
    in_words = {each for each in IN_WORDS if each[0] == name}
    assert in_words <= {(name, cell.printed or str(cell.value)) for cell in given}
    missing = [
        as_printed(cell)
        for cell in given
        if (name, cell.printed or str(cell.value)) not in in_words
        and not any(same_figure(as_printed(cell), printed) for printed, _ in found)
    ]
    assert missing == []
    rough = {rough_of(str(cell.value)) for cell in given} - {None}
    assert rough <= set(found)


def rough_of(value):
    """A number that the hand entered with its word, as an import has it; None where it has none."""
    words = {"hơn": "over", "trên": "over", "gần": "nearly"}
    word, _, number = value.partition(" ")
    return (number, words[word]) if word in words else None


@pytest.mark.parametrize("name", CITED)
def test_documents_that_a_commune_cites_are_those_of_the_hand(name, catalogue):
    report = catalogue.reports[name]
    outcome = imported(text_of(CITED[name]), report.unit, str(report.period), catalogue)
    hand = {(each.number, str(each.date)) for each in report.references}
    mine = {(each.number, each.date) for each in outcome.citations}
    assert {number for number, _ in mine} == {number for number, _ in hand}
    assert {(name, number) for number, _ in hand - mine} == {each for each in WITHOUT_DAY if each[0] == name}


def table_of(form, rows):
    """A table of a form as its system prints it in HTML: heads with their spans, headings across, and rows of cells."""
    (table,) = form.tables
    storeys = header(table)
    heads = [
        "".join(
            f'<th colspan="{each.columns}" rowspan="{each.storeys}">{each.said.label.root["vi"]}</th>'
            for each in storey
        )
        for storey in storeys
    ]
    depth = len(storeys)
    heads[0] = f'<th rowspan="{depth}">STT</th><th rowspan="{depth}">Đơn vị</th>' + heads[0]
    width = len(table.fixed_columns) + 2
    lines = [
        f'<td colspan="{width}">{row}</td>' if isinstance(row, str) else "".join(f"<td>{cell}</td>" for cell in row)
        for row in rows
    ]
    body = "".join(f"<tr>{each}</tr>" for each in (*heads, *lines))
    return f"<p>{table.title.root['vi'].upper()}</p><table>{body}</table>"


def read_html_of(form, rows, catalogue):
    words = Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)
    document = read_html("a.html", table_of(form, rows))
    return outcome_of(document, "vinh-phuc", Period.parse("2021-Q3"), catalogue.forms, words)


def template(count, rate, points):
    """A cell as the system of Decision 766 prints it."""
    return f"Số lượng: {count} <br> Tỷ lệ: {rate}% <br> Điểm số: {points}"


def test_the_payments_of_decision_766_are_read_cell_by_cell(catalogue):
    rows = [
        (
            "1",
            "Huyện Lập Thạch",
            152,
            97,
            template(40, "41,2", "2"),
            template(38, "39,2", "2"),
            "1.204",
            template(1102, "725", "4"),
        ),
        ("2", "Huyện Sông Lô", 148, 0, template(0, "0", "0"), template(0, "0", "0"), 0, template(0, "0", "0")),
    ]
    outcome = read_html_of(catalogue.forms["qd766-payment"], rows, catalogue)

    assert (outcome.form.id, outcome.left) == ("qd766-payment", ())
    assert [each.unit for each in outcome.tables[0].listed] == ["lap-thach", "song-lo"]
    report = report_of(outcome)
    told = [
        {
            code: str(cell.value) if cell.value is not None else {key: str(one) for key, one in cell.figures.items()}
            for code, cell in each.values.by_column.items()
        }
        for each in report.tables["payment"].lists["units"]
    ]
    none = {"count": "0", "rate": "0%", "points": "0"}
    assert told == [
        {
            "procedures": "152",
            "with-dossiers": "97",
            "with-payments": {"count": "40", "rate": "41,2%", "points": "2"},
            "paid-online": {"count": "38", "rate": "39,2%", "points": "2"},
            "dossiers": "1.204",
            "dossiers-paid-online": {"count": "1102", "rate": "725%", "points": "4"},
        },
        {
            "procedures": "148",
            "with-dossiers": "0",
            "with-payments": none,
            "paid-online": none,
            "dossiers": "0",
            "dossiers-paid-online": none,
        },
    ]
    # The template has no signs between the figures, which the form has: all are for a person to look at.
    several = [each for each in outcome.placed if "Điểm số" in each.printed]
    assert {each.certainty for each in several} == {Certainty.GUESSED}


def test_the_digitisation_of_decision_766_is_read_part_by_part(catalogue):
    form = catalogue.forms["qd766-digitisation"]
    rows = [
        "I Sở, ban, ngành",
        ("1", "Sở không có trong danh mục", *range(10, 18)),
        "II Văn phòng đăng ký đất đai",
        ("1", "Văn phòng không có trong danh mục", *range(20, 28)),
        "III Cấp huyện",
        ("1", "Huyện Lập Thạch", *range(30, 38)),
        ("2", "Huyện Tam Dương", *range(40, 48)),
    ]
    outcome = read_html_of(form, rows, catalogue)

    assert (outcome.form.id, outcome.left) == ("qd766-digitisation", ())
    codes = [each.code for each in form.tables[0].fixed_columns]
    lists = report_of(outcome).tables["digitisation"].lists
    figures = {
        f"{below}.{each.code}": [str(each.values.by_column[code].value) for code in codes]
        for below, entries in lists.items()
        for each in entries
    }
    assert figures == {
        name: [str(each) for each in range(first, first + 8)]
        for name, first in (("I.1", 10), ("II.1", 20), ("III.1", 30), ("III.2", 40))
    }
    assert [each.unit for each in lists["III"]] == ["lap-thach", "tam-duong"]
    sure = {each.row for each in outcome.placed if each.certainty is Certainty.SURE}
    assert sure == {"III.1", "III.2"}
