"""Forms as they are printed: storeys of the header, lists that reports fill, identities, totals, and cells of several figures."""

import pytest

from generator.assembly.site import load_and_check
from generator.audit import audit
from generator.dataset.completeness import completeness
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.load.several import figures_of
from generator.model.form import Cells, Table
from generator.model.header import header
from generator.model.identity import relations
from generator.model.place import NOWHERE
from generator.model.placed import LocatedDict, Scalar
from generator.model.report import Cell
from generator.problems import Problem, message
from tests.other_offices import FILES_OF_06, FORM, REPORT, edit_06
from tests.trees import write_tree


def codes(tmp_path, changes):
    return [each.code for each in load_and_check(write_tree(tmp_path, changes))[1] if each.severity.name == "ERROR"]


def findings(tmp_path, changes):
    catalogue = load_catalogue(write_tree(tmp_path, changes)).catalogue
    return [(each.code, message(each.problem, "en")) for each in audit(Dataset.of(catalogue))]


def stated(tmp_path, changes=FILES_OF_06):
    catalogue = load_catalogue(write_tree(tmp_path, changes)).catalogue
    return {
        (each.source.row, each.source.column): (each.unit, each.indicator, each.breakdown, each.value)
        for each in catalogue.observations
        if each.source.report == "tinh/2024-Q1"
    }


# ------------------------------------------------------------------------------------------------- the header


def table_of(tmp_path) -> Table:
    return load_catalogue(write_tree(tmp_path, FILES_OF_06)).catalogue.forms["bieu-06"].tables[0]


def test_a_header_has_a_storey_for_each_group_above_another(tmp_path):
    storeys = header(table_of(tmp_path))

    drawn = [[(each.said.label.in_language("en"), each.columns, each.storeys) for each in storey] for storey in storeys]
    assert drawn == [
        [("Received", 3, 1), ("Resolved", 1, 3)],
        [("Total", 1, 2), ("In the period", 2, 1)],
        [("Online", 1, 1), ("Other", 1, 1)],
    ]


def test_a_header_over_some_of_the_columns_spans_no_more_than_these(tmp_path):
    assert [[each.columns for each in storey] for storey in header(table_of(tmp_path), [0, 1, 3])] == [
        [2, 1],
        [1, 1],
        [1],
    ]


def test_groups_are_known_side_by_side_and_in_no_ring(tmp_path):
    assert codes(tmp_path, FILES_OF_06) == []
    assert codes(tmp_path, edit_06(FORM, "Total}, group: received,", "Total}, group: recieved,")) == ["unknown-group"]
    ring = edit_06(FORM, "{vi: Tiếp nhận, en: Received}}", "{vi: Tiếp nhận, en: Received}, group: in-period}")
    assert set(codes(tmp_path, ring)) == {"groups-in-a-ring"}
    torn = edit_06(FORM, "en: Online}, group: in-period", "en: Online}")
    torn[FORM] = torn[FORM].replace("en: Resolved}, indicator", "en: Resolved}, group: received, indicator")
    assert codes(tmp_path, torn) == ["group-torn-apart"]


# --------------------------------------------------------------------------------------- rows that reports bring


def test_listed_rows_are_figures_of_their_unit_or_of_their_field(tmp_path):
    found = stated(tmp_path)

    assert found["units.1", 0] == ("huyen", "received", (), 30)
    assert found["fields.1", 0] == ("tinh", "received", (("procedure-field", "land"),), 20)
    assert found["total", 0] == ("tinh", "received", (), 30)


def test_a_listed_row_that_is_no_indicator_counts_nowhere(tmp_path):
    assert stated(tmp_path)["fields.3", 0] == ("tinh", None, (), 0)


def test_a_column_that_a_listed_row_leaves_out_is_empty(tmp_path):
    assert stated(tmp_path)["fields.2", 3][3] is None


def test_a_listed_row_says_of_what_it_is(tmp_path):
    silent = edit_06(REPORT, "breakdown: {procedure-field: land}, ", "")
    assert codes(tmp_path, silent) == ["listed-row-without-meaning"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("unit: huyen,", "unit: huyem,", "unknown-unit"),
        ("procedure-field: land", "procedure-field: lend", "unknown-category"),
        (", values: [30, 10, 20, 25]}", "}", "listed-row-without-figures"),
        ('{code: "2", ', '{code: "1", ', "duplicate-row"),
        ("      fields:\n", "      feilds:\n", "unknown-list"),
        ("values: [20, 5, 15, 20]", "values: [20, 5, 15]", "wrong-number-of-cells"),
    ],
)
def test_what_is_wrong_with_a_listed_row_is_told(tmp_path, old, new, code):
    assert code in codes(tmp_path, edit_06(REPORT, old, new))


def test_one_form_serves_reports_with_other_rows(tmp_path):
    later = FILES_OF_06[REPORT].replace("2024-Q1", "2025-Q4").replace("Đất,", "Đất đai,")
    found = load_and_check(write_tree(tmp_path, {**FILES_OF_06, "data/reports/tinh/2025-Q4.yml": later}))

    assert [each for each in found[1] if each.severity.name == "ERROR"] == []
    assert {"tinh/2024-Q1", "tinh/2025-Q4"} <= set(found[0].reports)


@pytest.mark.parametrize(("total", "stated", "missing"), [("      total: [30, 10, 20, 25]\n", 19, 0), ("", 15, 4)])
def test_how_complete_a_report_is_goes_by_the_rows_that_it_lists_as_well(tmp_path, total, stated, missing):
    changes = edit_06(REPORT, "      total: [30, 10, 20, 25]\n", total)
    changes[REPORT] = changes[REPORT].replace("    rows:\n    lists", "    rows: {}\n    lists")
    catalogue = load_catalogue(write_tree(tmp_path, changes)).catalogue
    counted = completeness(catalogue.reports["tinh/2024-Q1"], Dataset.of(catalogue))
    (table,) = counted.tables

    assert (table.rows, table.headings) == (7, 2)
    assert (counted.room, counted.stated, table.missing) == (20, stated, missing)


# ------------------------------------------------------------------------------------------- identities and totals


def test_rows_that_keep_to_the_form_are_not_told_of(tmp_path):
    assert findings(tmp_path, FILES_OF_06) == []


def test_a_row_that_breaks_an_identity_is_told_with_the_arithmetic(tmp_path):
    wrong = edit_06(REPORT, "land}, values: [20, 5, 15, 20]", "land}, values: [20, 5, 14, 20]")
    assert [code for code, _ in findings(tmp_path, wrong)] == ["column-identity"]
    assert "3=4+5" in findings(tmp_path, wrong)[0][1]
    assert "5 + 14" in findings(tmp_path, wrong)[0][1]


def test_an_identity_may_say_that_a_column_is_not_more_than_another(tmp_path):
    wrong = edit_06(REPORT, "land}, values: [20, 5, 15, 20]", "land}, values: [20, 5, 15, 21]")
    assert [code for code, _ in findings(tmp_path, wrong)] == ["column-identity"]


def test_a_total_row_is_the_sum_of_what_is_listed(tmp_path):
    wrong = edit_06(REPORT, "      total: [30, 10, 20, 25]", "      total: [31, 11, 20, 25]")
    told = findings(tmp_path, wrong)
    assert [code for code, _ in told] == ["row-total-differs", "row-total-differs"]
    assert "column 3" in told[0][1]


def test_an_identity_chains_equations():
    assert [(each.left.terms, each.right.terms) for each in relations("9=11+12+13=14+15-16")] == [
        (("9",), ("11", "12", "13")),
        (("11", "12", "13"), ("14", "15", "16")),
    ]
    assert relations("9 = 14 - 15")[0].right.signs == (1, -1)


@pytest.mark.parametrize("written", ["3=", "3", "3=4+", "3==4", "=3", "3=4 5", "3=4*5"])
def test_what_is_no_identity_is_not_read(written):
    with pytest.raises(ValueError, match=r".*"):
        relations(written)


@pytest.mark.parametrize(("old", "code"), [('"3=4+5"', "identity-without-column"), ('"3=4+"', "bad-identity")])
def test_an_identity_names_columns_of_the_table(tmp_path, old, code):
    written = '"3=4+9"' if code == "identity-without-column" else old
    assert codes(tmp_path, edit_06(FORM, '"3=4+5"', written)) == [code]


def test_a_total_is_of_rows_that_are_there(tmp_path):
    assert codes(tmp_path, edit_06(FORM, "total_of: [units]", "total_of: [unit]")) == ["unknown-part-of-total"]


# ------------------------------------------------------------------------------------- cells of several figures

SEVERAL = """{code: total, printed: "3", label: {vi: Tổng số, en: Total}, group: received,
         pattern: "{count}/{all} ({rate})", figures: [
           {code: count, indicator: online}, {code: all, indicator: received}, {code: rate, indicator: on-time-rate}]}"""


def several(tmp_path, cell):
    changes = edit_06(
        FORM,
        '{code: total, printed: "3", label: {vi: Tổng số, en: Total}, group: received, indicator: received}',
        SEVERAL,
    )
    changes[FORM] = changes[FORM].replace('    identities: ["3=4+5", "(6)<=(3)"]\n', "")
    changes[REPORT] = changes[REPORT].replace("total: [30, 10, 20, 25]", f"total: [{cell}, 10, 20, 25]")
    for row in ("huyen, values: [30", "land}, values: [20", "field}, values: [0"):
        changes[REPORT] = changes[REPORT].replace(row, f"{row.rpartition('[')[0]}[not-reported")
    changes[REPORT] = changes[REPORT].replace("{total: 10, online", "{online")
    return changes


@pytest.mark.parametrize(
    "cell",
    [
        '"4.561/5.650 (80,7%)"',
        '{figures: {count: "4.561", all: "5.650", rate: "80,7%"}, printed: "4.561/5.650 (80,7%)"}',
    ],
)
def test_each_figure_of_a_cell_has_its_indicator_and_all_have_its_place(tmp_path, cell):
    catalogue = load_catalogue(write_tree(tmp_path, several(tmp_path, cell))).catalogue
    found = [each for each in catalogue.observations if each.source.row == "total" and each.source.column == 0]

    assert [(each.indicator, str(each.value)) for each in found] == [
        ("online", "4561"),
        ("received", "5650"),
        ("on-time-rate", "80.7"),
    ]
    assert {each.source.anchor for each in found} == {"t-06-total"}
    assert {each.printed for each in found} == {"4.561/5.650 (80,7%)"}
    assert len({each.id for each in found}) == 3


def test_a_cell_that_does_not_look_so_is_told(tmp_path):
    assert "cell-unlike-pattern" in codes(tmp_path, several(tmp_path, '"4.561 trên 5.650"'))
    assert "unknown-figure" in codes(tmp_path, several(tmp_path, '{figures: {cuont: "4"}}'))


def test_a_pattern_names_each_figure_once(tmp_path):
    changes = several(tmp_path, "not-reported")
    changes[FORM] = changes[FORM].replace("({rate})", "({rates})")
    assert "pattern-without-figures" in codes(tmp_path, changes)


def read(pattern, written, *names):
    form = Cells.model_validate({"pattern": pattern, "figures": [{"code": each} for each in names]})
    data = LocatedDict(NOWHERE)
    data["value"] = Scalar.of(written)
    found = figures_of(Cell.model_validate(data), form)
    return found if isinstance(found, Problem) else {code: str(each.value) for code, each in found.items()}


def test_count_rate_and_points_are_read_as_the_tracking_table_prints_them():
    pattern = "Số lượng: {count} / Tỷ lệ: {rate} / Điểm số: {points}"
    written = "Số lượng: 12/ Tỷ lệ: 80,5% /  Điểm số: 1,5"
    assert read(pattern, written, "count", "rate", "points") == {"count": "12", "rate": "80,5%", "points": "1,5"}


def test_a_figure_in_brackets_may_have_a_stroke_before_it():
    assert read("{a}/{b} ({c})", "4.561 / 5.650(80,7%)", "a", "b", "c") == {"a": "4.561", "b": "5.650", "c": "80,7%"}
