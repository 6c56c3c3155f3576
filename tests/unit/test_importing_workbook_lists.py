"""Workbooks of forms whose rows each report brings itself, and of forms whose cells print several figures: they go out, are filled in and come back."""

import re
import shutil
import zipfile
from html import escape

import openpyxl
import pytest

from generator.importing.mapping.placed import Certainty
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of_workbook
from generator.importing.reading.apart import reader_of
from generator.importing.reading.odf import read_odf
from generator.importing.reading.sheets import MARK
from generator.importing.reading.xlsx import read_xlsx
from generator.importing.workbook.compared import equations_of
from generator.importing.workbook.plan import book_of
from generator.importing.workbook.read import read_filled
from generator.importing.workbook.write import book_bytes
from generator.importing.writing.plan import carry_out, plan_of
from generator.load import load_catalogue
from generator.model.period import Period
from tests.real_paper import write_paper
from tools.imports.formats import converted

NGAN_SON = "thai-nguyen-2025/2025-Q3"
REPORTS = {
    NGAN_SON: """\
unit: thai-nguyen-2025
period: 2025-Q3
form: vpcp-kstt-06
document: {title: {vi: "Báo cáo", en: "Report"}}
tables:
  "06":
    lists:
      departments:
        - {code: "1", label: {vi: "Đất đai"}, breakdown: {procedure-field: land}, values: {total: 12, online: "8", offline: 4}}
      districts: []
      communes:
        - code: "1"
          unit: ngan-son-commune
          values:
            total: "1.204"
            online: 1.000
            resolved: {value: 900, note: {vi: "Theo hệ thống", en: "By the system"}}
        # Số thứ tự trên giấy là 1a.
        - code: "2"
          printed: 1a
          label: {vi: "Xã Nà Phặc"}
          unit: na-phac-commune
          values: {total: 7, online: not-reported, resolved: {status: none-occurred, printed: "Không có"}}
    rows:
      total: {total: "1.223"}
""",
    "vinh-phuc/2021-Q3": """\
unit: vinh-phuc
period: 2021-Q3
form: qd766-payment
document: {title: {vi: "Báo cáo", en: "Report"}}
tables:
  payment:
    lists:
      units:
        - code: "1"
          unit: lap-thach
          values:
            procedures: 5
            with-payments: "Số lượng: 4 / Tỷ lệ: 80% / Điểm số: 2,5"
            paid-online: {figures: {count: 1.204, rate: "80,5%", points: "2,5"}, printed: "Số lượng: 1.204 Tỷ lệ: 80,5% Điểm số: 2,5"}
            dossiers-paid-online: {figures: {count: 12, rate: not-reported}}
""",
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    folder = write_paper(tmp_path_factory.mktemp("paper"))
    for unit, parent, level, name in (
        ("thai-nguyen-2025", "", "province", "Tỉnh Thái Nguyên"),
        ("ngan-son-commune", "thai-nguyen-2025", "commune", "Xã Ngân Sơn"),
        ("na-phac-commune", "thai-nguyen-2025", "commune", "Xã Nà Phặc"),
        ("hiep-luc-commune", "thai-nguyen-2025", "commune", "Xã Hiệp Lực"),
        ("cu-commune", "thai-nguyen-2025", "commune", "Xã Cũ"),
    ):
        above = f"parent: {parent}\n" if parent else ""
        until = "valid_to: 2025-06-30\n" if unit == "cu-commune" else ""
        text = f'id: {unit}\nlevel: {level}\n{above}{until}names: {{vi: "{name}", en: "{name}"}}\n'
        (folder / f"data/units/{unit}.yml").write_text(text, encoding="utf-8")
    for name, text in REPORTS.items():
        path = folder / f"data/reports/{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def catalogue(tree):
    return load_catalogue(tree).catalogue


@pytest.fixture(scope="module")
def words(catalogue):
    return Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)


def exported(path, catalogue, words, name, form="", lang="vi"):
    report = catalogue.reports.get(name)
    unit, _, period = name.partition("/")
    book = book_of(catalogue.forms[form or report.form], words, lang, unit, period, report)
    path.write_bytes(book_bytes(book))
    return path


def rows_of(path):
    """The rows of the first sheet by the keys hidden beside them."""
    book = openpyxl.load_workbook(path)
    return book, {row[0].value: row for row in book.worksheets[0].iter_rows(min_row=5)}


def type_into(path, cells):
    """Type into cells by key and number of the column, from 0."""
    book, rows = rows_of(path)
    for (key, column), value in cells.items():
        rows[key][column].value = value
    book.save(path)
    return path


def imported(path, catalogue, words):
    document = read_xlsx(path)
    filled = read_filled(document, catalogue.forms, words)
    assert filled.fault is None
    return outcome_of_workbook(document, filled, catalogue.forms[filled.form], filled.unit, Period.parse(filled.period))


def planned(path, tree, catalogue, words):
    return plan_of(tree, imported(path, catalogue, words), "", catalogue)


def lines(plan, tree, name):
    """The lines of a report's file before and after."""
    path = tree / "data/reports" / f"{name}.yml"
    return path.read_text(encoding="utf-8").split("\n"), plan.files[path].decode().split("\n")


@pytest.fixture(scope="module")
def canonical_tree(tree, catalogue, words, tmp_path_factory):
    """The tree with its reports in the canonical form, in which a change of one figure changes one line."""
    from generator.importing.writing.report import in_shape

    for name in REPORTS:
        path = tree / f"data/reports/{name}.yml"
        path.write_text(in_shape(path.read_text(encoding="utf-8"), *name.split("/")), encoding="utf-8")
    return tree


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", REPORTS)
def test_lists_and_cells_of_several_figures_come_back_as_they_went(
    name, lang, canonical_tree, catalogue, words, tmp_path
):
    path = exported(tmp_path / "a.xlsx", catalogue, words, name, lang=lang)
    assert "None" not in {cell.value for row in rows_of(path)[1].values() for cell in row}
    plan = planned(path, canonical_tree, catalogue, words)
    assert (plan.new, plan.changed, plan.files) == (0, 0, {})


@pytest.mark.parametrize("key", ["06|departments|1", "06|communes|1", "06|communes|2"])
def test_one_changed_cell_of_a_list_changes_one_line(key, canonical_tree, catalogue, words, tmp_path):
    path = type_into(exported(tmp_path / "a.xlsx", catalogue, words, NGAN_SON), {(key, 4): 77})
    plan = planned(path, canonical_tree, catalogue, words)
    before, after = lines(plan, canonical_tree, NGAN_SON)
    differing = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert (plan.new, plan.changed, len(differing)) == (0, 1, 1)
    assert re.search(r"\b77\b", differing[0][1])


def test_a_row_that_is_typed_is_added_and_nothing_else_changes(canonical_tree, catalogue, words, tmp_path):
    typed = "06|communes|+1"
    cells = {(typed, 1): "3", (typed, 2): "Xã Hiệp Lực", (typed, 4): 9, (typed, 6): 5, (typed, 9): "không phát sinh"}
    path = type_into(exported(tmp_path / "a.xlsx", catalogue, words, NGAN_SON), cells)
    plan = planned(path, canonical_tree, catalogue, words)
    before, after = lines(plan, canonical_tree, NGAN_SON)
    at = before.index(
        '          values: {total: 7, online: not-reported, resolved: {status: none-occurred, printed: "Không có"}}'
    )
    added = after[at + 1 : at + 1 + len(after) - len(before)]
    assert after[: at + 1] + after[at + 1 + len(added) :] == before
    assert "\n".join(added) == (
        '        - code: "3"\n'
        '          label: {vi: "Xã Hiệp Lực"}\n'
        "          unit: hiep-luc-commune\n"
        "          values: {total: 9, online: 5, offline: {status: none-occurred}}"
    )


def test_a_row_typed_into_a_list_that_the_file_has_not_makes_it(canonical_tree, catalogue, words, tmp_path):
    typed = "06|districts|+2"
    cells = {(typed, 1): 1, (typed, 2): "Huyện không có trong danh mục", (typed, 4): 9}
    path = type_into(exported(tmp_path / "a.xlsx", catalogue, words, NGAN_SON), cells)
    plan = planned(path, canonical_tree, catalogue, words)
    _, after = lines(plan, canonical_tree, NGAN_SON)
    assert "không có trong danh mục" in "\n".join(after)
    (placed,) = [each for each in plan.outcome.placed if each.row == "districts.1" and each.column == "total"]
    assert (placed.certainty, placed.figure) == (Certainty.GUESSED, "9")


def test_a_row_that_was_taken_out_of_the_file_meanwhile_is_not_put_back(canonical_tree, catalogue, words, tmp_path):
    path = type_into(exported(tmp_path / "a.xlsx", catalogue, words, NGAN_SON), {("06|communes|2", 4): 77})
    text = (canonical_tree / f"data/reports/{NGAN_SON}.yml").read_text(encoding="utf-8")
    target = tmp_path / f"data/reports/{NGAN_SON}.yml"
    target.parent.mkdir(parents=True)
    target.write_text(re.sub(r'        - code: "2"\n(?:          .*\n)+', "", text), encoding="utf-8")
    plan = planned(path, tmp_path, catalogue, words)
    assert plan.files == {}
    (left,) = [each for each in plan.outcome.placed if each.certainty is Certainty.LEFT]
    assert "took this row out" in left.doubts[-1].in_language("en")


def test_an_empty_form_offers_the_units_that_are_there_and_takes_those_that_are_filled_in(
    tree, catalogue, words, tmp_path
):
    path = exported(tmp_path / "a.xlsx", catalogue, words, "thai-nguyen-2025/2025-Q4", "vpcp-kstt-06")
    _, rows = rows_of(path)
    labels = [rows[f"06|communes|{number}"][2].value for number in (1, 2, 3)]
    assert sorted(labels) == ["Xã Hiệp Lực", "Xã Ngân Sơn", "Xã Nà Phặc"]
    assert "06|communes|4" not in rows
    assert not [key for key in rows if key.startswith("06|departments|") and "+" not in key]
    number = labels.index("Xã Nà Phặc") + 1
    assert rows[f"06|communes|{number}"][2].protection.locked
    assert not rows["06|communes|+1"][2].protection.locked

    path = type_into(path, {(f"06|communes|{number}", 4): 5})
    plan = plan_of(tmp_path, imported(path, catalogue, words), "", catalogue)

    text = plan.files[plan.report].decode()
    assert "unit: na-phac-commune" in text
    assert "ngan-son-commune" not in text
    assert "label" not in text.partition("lists:")[2]


def test_where_no_unit_is_known_below_the_parts_of_the_breakdown_are_offered(catalogue, words, tmp_path):
    path = exported(tmp_path / "a.xlsx", catalogue, words, "ngan-son-commune/2025-Q4", "vpcp-kstt-06", lang="en")
    _, rows = rows_of(path)
    names = [each.names.in_language("en") for each in catalogue.breakdowns["procedure-field"].categories]
    assert [rows[f"06|communes|{number}"][2].value for number in range(1, len(names) + 1)] == names


def test_figures_of_a_row_without_a_label_are_left_for_a_person(catalogue, words, tmp_path):
    path = exported(tmp_path / "a.xlsx", catalogue, words, "thai-nguyen-2025/2025-Q4", "vpcp-kstt-06")
    outcome = imported(
        type_into(path, {("06|communes|+1", 4): 5, ("06|communes|+2", 2): "Xã Hiệp Lực"}), catalogue, words
    )
    (left,) = [each for each in outcome.placed if each.certainty is Certainty.LEFT]
    assert left.doubts[0].in_language("en") == "The row of the list has figures and no label: “5”."
    assert not [each for table in outcome.tables for each in table.listed]


def test_a_cell_of_several_figures_says_how_it_is_filled_in(catalogue, words, tmp_path):
    path = exported(tmp_path / "a.xlsx", catalogue, words, "vinh-phuc/2021-Q3")
    book, rows = rows_of(path)
    assert rows["payment|units|1"][8].value == "Số lượng: 4 / Tỷ lệ: 80% / Điểm số: 2,5"
    assert rows["payment|units|1"][10].value == "Số lượng: 1.204 Tỷ lệ: 80,5% Điểm số: 2,5"
    assert rows["payment|units|1"][14].value == "Số lượng: 12 / Tỷ lệ: – / Điểm số: –"
    told = {str(each.sqref): each.prompt for each in book.worksheets[0].data_validations.dataValidation}
    at = rows["payment|units|1"][8].coordinate
    assert told[at] == "Một ô ghi nhiều số, theo mẫu: Số lượng: [Số lượng] / Tỷ lệ: [Tỷ lệ] / Điểm số: [Điểm số]"


def test_heads_say_what_stands_above_them_and_rows_what_identity_they_break(catalogue, words, tmp_path):
    path = exported(tmp_path / "a.xlsx", catalogue, words, "thai-nguyen-2025/2025-Q4", "vpcp-kstt-06")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    heads = [cell.value for cell in sheet[4]]
    assert heads[4] == "Số hồ sơ nhận giải quyết › Tổng số"
    assert heads[6] == "Số hồ sơ nhận giải quyết › Trong đó › Trực tuyến"
    assert len(set(heads[4:26:2])) == 11
    _, rows = rows_of(path)
    formula = rows["06|communes|1"][26].value
    at = rows["06|communes|1"][0].row
    assert f"ABS((E{at})-(G{at}+I{at}+K{at}))" in formula
    assert (
        "không khớp: Số hồ sơ nhận giải quyết › Tổng số = Trực tuyến + Trực tiếp, dịch vụ bưu chính + Từ kỳ trước"
        in formula
    )


def test_columns_are_named_by_their_numbers_where_the_form_has_them(catalogue):
    (table,) = catalogue.forms["btp-01a"].tables
    assert [each.said for each in equations_of(table, "en")] == [
        "(1) = (2) + (3)",
        "(4) = (5) + (6)",
        "(7) = (8) + (9)",
        "(8) ≤ (2)",
        "(9) ≤ (3)",
    ]


@pytest.mark.parametrize(
    ("total", "said"), [(12, ""), (13, "không khớp: Số hồ sơ nhận giải quyết › Tổng số = Trực tuyến")]
)
def test_the_comparison_says_it_while_somebody_types(total, said, catalogue, words, tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    path = exported(tmp_path / "a.xlsx", catalogue, words, "thai-nguyen-2025/2025-Q4", "vpcp-kstt-06")
    key = "06|communes|1"
    type_into(path, {(key, 4): total, (key, 6): 5, (key, 8): 4, (key, 10): 3})
    path.write_bytes(converted(path.read_bytes(), ".xlsx", "xlsx:Calc MS Excel 2007 XML"))
    book = openpyxl.load_workbook(path, data_only=True)
    (row,) = [each for each in book.worksheets[0].iter_rows(min_row=5) if each[0].value == key]
    assert (row[26].value or "").startswith(said)
    assert bool(row[26].value) == bool(said)


@pytest.mark.parametrize("column", [8, 10, 14])
def test_a_changed_cell_of_several_figures_changes_one_line(column, canonical_tree, catalogue, words, tmp_path):
    name = "vinh-phuc/2021-Q3"
    cell = ("payment|units|1", column)
    path = type_into(
        exported(tmp_path / "a.xlsx", catalogue, words, name), {cell: "Số lượng: 5 / Tỷ lệ: 100% / Điểm số: 3"}
    )
    plan = planned(path, canonical_tree, catalogue, words)
    before, after = lines(plan, canonical_tree, name)
    assert (plan.new, plan.changed) == (0, 1)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_what_was_imported_into_a_list_comes_back_the_same_by_a_second_workbook(
    canonical_tree, catalogue, words, tmp_path
):
    path = exported(tmp_path / "a.xlsx", catalogue, words, "thai-nguyen-2025/2025-Q4", "vpcp-kstt-06")
    outcome = imported(type_into(path, {("06|communes|2", 4): 5}), catalogue, words)
    carry_out(plan_of(tmp_path, outcome, "", catalogue).files)
    assert plan_of(tmp_path, outcome, "", catalogue).files == {}


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("entry:", "{"),
        ("entry:", "[1, 2, 3, 4, 5, 6]"),
        ("entry:", '["a"]'),
        ("figures:", '{"figures": 1}'),
        ("column:", "1"),
    ],
)
def test_a_workbook_whose_hidden_sheet_was_changed_is_refused(fact, value, catalogue, words, tmp_path):
    path = exported(tmp_path / "a.xlsx", catalogue, words, "vinh-phuc/2021-Q3")
    book = openpyxl.load_workbook(path)
    rows = [row for row in book[MARK].iter_rows() if str(row[0].value).startswith(fact)]
    assert rows
    for row in rows:
        row[1].value = value
    book.save(path)
    fault = read_filled(read_xlsx(path), catalogue.forms, words).fault
    assert "hidden sheet" in fault.in_language("en")


ODS = """<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"><office:automatic-styles><number:percentage-style>
 <number:text>%</number:text></number:percentage-style></office:automatic-styles><office:body><office:spreadsheet>
 <table:content-validations><table:content-validation><table:error-message><text:p>A number.</text:p></table:error-message>
 </table:content-validation></table:content-validations>{sheets}</office:spreadsheet></office:body></office:document-content>"""


def as_ods(path, target):
    """A workbook as LibreOffice keeps it in its own format, with what it says of cells to fill in."""
    book = openpyxl.load_workbook(path)
    sheets = ""
    for sheet in book.worksheets:
        rows = ""
        for row in sheet.iter_rows():
            cells = "".join(f"<table:table-cell>{_shown_in_ods(cell)}</table:table-cell>" for cell in row)
            rows += f"<table:table-row>{cells}</table:table-row>"
        sheets += f'<table:table table:name="{sheet.title}">{rows}</table:table>'
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", ODS.replace("{sheets}", sheets))
    return target


def _shown_in_ods(cell):
    return "" if cell.value is None or cell.data_type == "f" else f"<text:p>{escape(str(cell.value))}</text:p>"


def test_a_workbook_that_libreoffice_saved_in_its_own_format_is_still_ours(canonical_tree, catalogue, words, tmp_path):
    path = type_into(exported(tmp_path / "a.xlsx", catalogue, words, NGAN_SON), {("06|communes|1", 4): 77})
    document = read_odf(as_ods(path, tmp_path / "a.ods"))
    assert not [each for each in document.blocks if getattr(each, "text", "") in {"%", "A number.", "% A number."}]
    filled = read_filled(document, catalogue.forms, words)
    outcome = outcome_of_workbook(
        document, filled, catalogue.forms[filled.form], filled.unit, Period.parse(filled.period)
    )
    plan = plan_of(canonical_tree, outcome, "", catalogue)
    assert (plan.new, plan.changed) == (0, 1)


@pytest.mark.parametrize("suffix", ["xls", "ods", "xlsx"])
def test_what_libreoffice_made_of_a_workbook_comes_back_as_it_went(suffix, canonical_tree, catalogue, words, tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    path = exported(tmp_path / "a.xlsx", catalogue, words, NGAN_SON)
    saved = tmp_path / f"b.{suffix}"
    saved.write_bytes(
        converted(path.read_bytes(), ".xlsx", f"{suffix}:Calc MS Excel 2007 XML" if suffix == "xlsx" else suffix)
    )
    document = reader_of(f".{suffix}")(saved)
    filled = read_filled(document, catalogue.forms, words)
    assert filled.fault is None
    outcome = outcome_of_workbook(
        document, filled, catalogue.forms[filled.form], filled.unit, Period.parse(filled.period)
    )
    plan = plan_of(canonical_tree, outcome, "", catalogue)
    assert (plan.new, plan.changed, plan.files) == (0, 0, {})
