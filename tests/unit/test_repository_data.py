"""The repository's own data: the two reports that are entered in full hold every row and the figures as printed.

The lists of rows were taken from the two documents by hand; nothing here is computed from the data.
"""

import pytest

from generator.assembly.site import load_and_check
from generator.model.unlike import unlike
from generator.problems import Severity

NGAN_SON, KHANH_SON = "ngan-son/2022-Q3", "khanh-son/2011-2020"

# Numbered rows as printed, the second 4.6 as 4.6#2; an unnumbered row is <code>-n.
APPENDIX_ROWS = """
    1 1.1 1.2 1.2.1 1.2.2 1.3 1.3.1 1.3.2 1.3.3 1.3.4 1.4 1.4.1 1.4.2 1.4.3 1.4.4 1.5 1.5.1 1.5.2 1.6
    2 2.1 2.2 2.2.1 2.2.1-1 2.2.1-2 2.3 2.3.1 2.3.2 2.3.2-1 2.3.2-2
    3 3.1 3.1.1 3.1.2 3.1.3 3.1.4 3.1.4-1 3.1.4-2 3.2 3.2.1 3.2.2 3.2.3 3.3 3.3.1 3.3.1-1 3.3.1-2 3.3.2 3.3.2-1 3.3.2-2
    3.4 3.4.1 3.4.2
    4 4.1 4.2 4.3 4.4 4.5 4.5.1 4.5.2 4.5.3 4.5.4 4.5.5 4.6 4.6#2 4.6.1 4.6.2 4.6.3
    5 5.1 5.1.1 5.1.2 5.2 5.2.1 5.2.2 5.3 5.3.1 5.3.2 5.3.3 5.3.4 5.3.5 5.3.6 5.4 5.4.1 5.4.2 5.4.3
    6 6.1 6.1.1 6.1.2 6.2 6.2.1 6.2.2 6.2.3 6.2.3-1 6.2.3-2 6.2.3-3 6.2.4 6.2.5
    7 7.1 7.1-1 7.1-2 7.2 7.2.1 7.2.1-1 7.2.1-2 7.2.1-3 7.2.2 7.2.2-1 7.2.2-2 7.2.2-3 7.2.3 7.2.3-1 7.2.3-2
    7.2.4 7.2.4-1 7.2.4-2 7.2.5 7.2.5-1 7.2.5-2
"""
APPENDIX_HEADINGS = "1 1.3 1.4 1.5 2 2.3 3 3.1 3.2 3.3 4 4.5 4.6 5 5.1 5.2 5.3 5.4 6 6.2 7 7.1 7.2"
APPENDIX, HEADINGS = APPENDIX_ROWS.split(), set(APPENDIX_HEADINGS.split())

# Rows, headings, and the number of columns of every table; the paper has no table 5.
TABLES = {
    "1": ("1 1-1 1-2 2 3 3-1 3-2 3-3 3-4 3-5 4 5 5-1 5-2 6 6-1 6-2 6-3 7 7-1 7-2", "3 5 6 7", 6),
    "2": ("1 1-1 1-2 2 3 3-1 3-1-1 3-2 3-2-1 4 4-1 4-2 5 5-1 5-2 5-3", "1 3 5", 6),
    "3a": ("1 2", "", 3),
    "3b": ("1 2", "", 12),
    "4": ("1 1-1 1-2 2 2-1 2-2 3 4 5 6 7", "1 2", 6),
    "6": ("1 2 2-1 2-2 2-3 2-4", "2", 6),
    "7": ("1 2 3 4 5 6 7 8 9 10 11 12 13 14", "", 6),
    "8": ("1 1-1 2 3 4 5 6 7 8 9 10 11", "", 1),
}

# Where it stands, its value (or status), unit of measure, and the piece of the data file that says so.
FIGURES = [
    (NGAN_SON, "t-appendix-1.1", "14", "document", '"1.1": 14'),
    (NGAN_SON, "t-appendix-1.2", "76", "percent", '"1.2": "76%"'),
    (NGAN_SON, "t-appendix-1.5.1", "none-occurred", "survey-form", "status: none-occurred"),
    (NGAN_SON, "t-appendix-2.1", "2", "document", '"2.1": "02"'),
    (NGAN_SON, "t-appendix-2.3.2", "100", "percent", '"100 %"'),
    (NGAN_SON, "t-appendix-3.2.1", "28", "procedure", "28 (huyện 27, xã 01)"),
    (NGAN_SON, "t-appendix-3.3.2-1", "1851", "dossier", '"1.851"'),
    (NGAN_SON, "t-appendix-4.5.5", "not-reported", "percent", 'printed: "-"'),
    (NGAN_SON, "t-appendix-4.6--2", "694", "person", '"4.6#2": 694'),
    (NGAN_SON, "t-appendix-6.1", "18.21", "percent", "18,21"),
    (NGAN_SON, "t-appendix-6.1.1", "69843.532", "million-vnd", "69.843,532"),
    (NGAN_SON, "t-appendix-6.1.2", "12715.025", "million-vnd", "12.715,025"),
    (NGAN_SON, "t-appendix-7.1-1", "98.49", "percent", "98.49%"),
    (NGAN_SON, "t-appendix-7.2.1", "none-occurred", "percent", "status: none-occurred"),
    (NGAN_SON, "t-appendix-7.2.4-1", "5106", "dossier", "5106"),
    (KHANH_SON, "t-1-1", "18", "document", "18, 27, 43, 70, 82, 11"),
    (KHANH_SON, "t-1-6-3", "75.01", "percent", '"75.01%"'),
    (KHANH_SON, "t-1-7-2_3", "430000", "thousand-vnd", '"430.000"'),
    (KHANH_SON, "t-2-2_4", "480", "procedure", "375, 400, 380, 480, 431, 439"),
    (KHANH_SON, "t-2-3-1-1", "not-reported", "procedure", "not-reported, not-reported, 95, 56, 84, 50"),
    (KHANH_SON, "t-2-4-1", "81.8", "percent", '"81,8%"'),
    (KHANH_SON, "t-2-4-2_5", "99.93", "percent", '"99,93%"'),
    (KHANH_SON, "t-3a-2_3", "29", "unit", "service-units: 29"),
    (KHANH_SON, "t-4-2-1_2", "726", "person", "667, 726, 716, 716, 688, 688"),
    (KHANH_SON, "t-4-3_6", "none-occurred", "person", 'printed: "Không có"'),
    (KHANH_SON, "t-6-2-4_5", "6", "unit", '"08", "07", "07", "07", "06", "07"'),
    (KHANH_SON, "t-7-2_6", "20", "unit", '"00", "00", "00", "00", "01", 20'),
    (KHANH_SON, "t-7-11_3", "31", "percent", '0, 0, "31%", "29%", "47%", "16%"'),
    (KHANH_SON, "t-8-9", "0", "achieved", "Chưa đạt"),
]  # fmt: skip


@pytest.fixture(scope="module")
def checked(root):
    return load_and_check(root)


@pytest.fixture(scope="module")
def catalogue(checked):
    return checked[0]


def test_the_repository_has_no_problems(checked):
    ours = (Severity.ERROR, Severity.WARNING)

    assert [f"{problem.place} {problem.code}" for problem in checked[1] if problem.severity in ours] == []


def test_every_row_of_the_appendix_of_ngan_son_is_in_the_form(catalogue):
    (table,) = catalogue.forms["cchc-quarterly-2022"].tables

    assert len(APPENDIX) == 121
    assert [row.code for row in table.rows] == APPENDIX
    assert {row.code for row in table.rows if row.heading} == HEADINGS


def test_every_row_of_the_appendix_of_ngan_son_is_in_the_report(catalogue):
    report = catalogue.reports[NGAN_SON]
    entered = [row for row in APPENDIX if row not in HEADINGS]

    assert report.entry == "complete"
    assert list(report.tables["appendix"].rows) == entered
    stated = {each.source.row for each in catalogue.observations if each.source.report == NGAN_SON} - {None}
    assert stated == set(entered)


def test_the_appendix_of_khanh_son_has_its_tables_in_the_form_and_in_the_report(catalogue):
    assert [table.id for table in catalogue.forms["cchc-final-2011-2020"].tables] == list(TABLES)
    assert list(catalogue.reports[KHANH_SON].tables) == list(TABLES)
    assert catalogue.reports[KHANH_SON].entry == "complete"


@pytest.mark.parametrize("table_id", TABLES)
def test_every_row_and_column_of_khanh_son_is_entered(catalogue, table_id):
    rows, headings, columns = TABLES[table_id]
    table = catalogue.forms["cchc-final-2011-2020"].table(table_id)
    entered = [row for row in rows.split() if row not in headings.split()]

    assert [row.code for row in table.rows] == rows.split()
    assert [row.code for row in table.rows if row.heading] == headings.split()
    assert list(catalogue.reports[KHANH_SON].tables[table_id].rows) == entered
    cells = [
        (each.source.row, each.source.column)
        for each in catalogue.observations
        if each.source.report == KHANH_SON and each.source.table == table_id and not each.part
    ]
    assert cells == [(row, column) for row in entered for column in range(columns)]


def test_the_six_columns_of_khanh_son_are_the_printed_years(catalogue):
    for table_id, (_, _, columns) in TABLES.items():
        if columns == 6:
            listed = catalogue.reports[KHANH_SON].tables[table_id].columns
            assert [str(each.period) for each in listed] == ["2015", "2016", "2017", "2018", "2019", "2020-Q1"]
            assert [str(each.as_of) for each in listed if each.as_of] == ["2020-03-31"]


@pytest.mark.parametrize(
    ("report", "anchor", "value", "measure", "written"), FIGURES, ids=[each[1] for each in FIGURES]
)
def test_a_figure_is_exactly_the_printed_one(root, catalogue, report, anchor, value, measure, written):
    (found,) = [
        each
        for each in catalogue.observations
        if (each.source.report, each.source.anchor, each.part) == (report, anchor, False)
    ]

    assert (found.status.value if found.value is None else str(found.value)) == value
    assert found.measure == measure
    assert found.place.file == f"data/reports/{report}.yml"
    lines = (root / found.place.file).read_text(encoding="utf-8").splitlines()
    assert written in lines[found.place.line - 1]


def test_the_yearly_on_time_rates_of_khanh_son_stand_in_the_prose(catalogue):
    rates = {
        str(each.period): str(each.value)
        for each in catalogue.observations
        if each.source.report == KHANH_SON and each.source.section and each.indicator == "dossiers-on-time-rate"
    }

    assert rates == {
        "2014": "99.5",
        "2015": "81.8",
        "2016": "83.3",
        "2017": "96.6",
        "2018": "99.4",
        "2019": "99.9",
        "2020-Q1": "100",
    }


def test_no_two_figures_of_a_report_have_the_same_address(catalogue):
    addresses = [(each.source.report, each.source.anchor) for each in catalogue.observations if not each.part]

    assert len(addresses) == len(set(addresses))


def test_every_narrative_is_there_in_both_languages(catalogue):
    by_language = {lang: {key[1:] for key in catalogue.narratives if key[0] == lang} for lang in catalogue.languages}

    assert catalogue.languages == ("vi", "en")
    assert by_language["vi"] == by_language["en"]


def test_every_report_says_when_it_was_published_here(catalogue):
    assert [report.id for report in catalogue.reports.values() if report.published is None] == []


def test_the_areas_are_the_six_of_the_circular_and_direction(catalogue):
    first, *six = catalogue.areas

    assert (first, len(six)) == ("direction", 6)
    note = catalogue.areas["direction"].note
    assert note is not None
    for lang, words in (("vi", ("06/2026/TT-BNV", "sáu lĩnh vực", "cấp xã")), ("en", ("six areas", "communes"))):
        assert [each for each in words if each not in note.in_language(lang)] == []


def test_letter_581_binds_ministries_and_has_four_windows_with_their_last_days(catalogue):
    rule = catalogue.calendar["moha-581-2022"]

    assert [each.value for each in rule.levels] == ["ministry", "agency", "province"]
    assert [(each.period, str(each.first), str(each.last), str(each.due)) for each in rule.windows] == [
        ("Q1", "12-15", "03-14", "03-20"),
        ("H1", "12-15", "06-14", "06-20"),
        ("Q3", "06-15", "09-14", "09-20"),
        ("year", "12-15", "12-14", "12-20"),
    ]


def test_the_three_forms_of_the_government_office_say_where_they_are_from(catalogue):
    forms = {name: form for name, form in catalogue.forms.items() if name.startswith("vpcp-kstt-")}

    assert set(forms) == {"vpcp-kstt-06", "vpcp-kstt-ii-06a", "vpcp-kstt-ii-07b"}
    assert all("01/2020/TT-VPCP" in form.source.in_language("vi") for form in forms.values() if form.source)
    assert all(form.source for form in forms.values())


def test_each_on_time_rate_has_its_own_whole_and_none_may_be_taken_for_another(catalogue):
    rates = {
        "dossiers-on-time-rate": "dossiers-resolved",
        "dossiers-on-time-of-due-rate": "dossiers-due",
        "dossiers-on-time-of-received-rate": "dossiers-received",
    }

    for rate, whole in rates.items():
        assert any(each.endswith(f"/ {whole}") for each in catalogue.indicators[rate].formula)
        assert set(unlike(rate, catalogue)) >= set(rates) - {rate}


def test_what_offices_count_of_dossiers_has_an_indicator(catalogue):
    assert {
        "dossiers-carried-over", "dossiers-early", "dossiers-on-the-day", "dossiers-withdrawn", "dossiers-awaiting-supplement",
        "dossiers-due", "dossiers-received-online", "dossiers-received-in-person", "dossiers-received-by-post",
    } <= set(catalogue.indicators)  # fmt: skip
    assert catalogue.indicators["online-procedures-whole"].replaces == ("online-procedures",)
    assert catalogue.indicators["online-procedures-partly"].replaces == ("online-procedures",)
