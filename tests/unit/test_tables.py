"""Tables of figures: the newest first, a figure in every row, offices apart from authorities, dates in one piece."""

import re
from pathlib import Path

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.comparability import figures
from generator.dataset.dataset import Dataset
from generator.engine.material import without_switches
from generator.pages.comparing.unit_figures import unit_index
from generator.pages.comparing.unit_tables import apart, unit_tables
from generator.pages.markup.dates import whole_dates
from generator.pages.markup.note_signs import note_mark, sign_notes
from generator.pages.markup.slots import SlotStore
from generator.pages.render import page_context
from generator.pages.tables.series_table import series_table
from tests.trees import write_tree
from tests.unit.test_comparison import new_unit, report

ROOT = Path(__file__).resolve().parent.parent.parent


def context_of(folder, *changes):
    tree = write_tree(folder, {name: text for change in changes for name, text in change.items()})
    catalogue, problems = load_and_check(tree)
    assert [each.code for each in problems if each.severity.value == "error"] == []
    return page_context(Dataset.of(catalogue), "en", ROOT / "site_templates" / "pages", SlotStore(), None, site_url="")


def cells(html, part):
    """The text of the cells of a table's head, or of each row of its body."""
    inner = re.search(rf"<{part}>(.*?)</{part}>", html, re.DOTALL)[1]
    rows = [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
        for row in re.findall(r"<tr>(.*?)</tr>", inner, re.DOTALL)
    ]
    return [[re.sub(r"<[^>]+>", " ", cell).split() for cell in row] for row in rows]


QUARTERS = [report("ba", each, "98%") for each in ("2022-Q1", "2022-Q2", "2022-Q4", "2023-Q1")]


def test_the_newest_period_comes_first(tmp_path):
    context = context_of(tmp_path, new_unit("ba"), *QUARTERS)

    table = series_table(context.dataset.select(unit="ba", indicator="on-time-rate"), context.dataset, "en", "")

    head = [" ".join(each) for each in cells(table, "thead")[0]]
    assert head == ["Indicator", "Unit of measure", "Q1 2023", "Q4 2022", "Q2 2022", "Q1 2022"]


def test_a_row_that_says_nothing_in_the_newest_periods_has_its_newest_figure_before_them(tmp_path):
    context = context_of(tmp_path, new_unit("ba"), *QUARTERS)

    table = unit_tables(context.dataset.select(indicator="on-time-rate"), "", "On time", context)

    head, rows = cells(table, "thead")[0], {row[0][-1]: row for row in cells(table, "tbody")}
    assert [" ".join(each) for each in head][:3] == ["Unit", "Newest", "Q1 2023"]
    assert rows["ba"][1] == ["98%", "Q1", "2023"]
    (other,) = (row for name, row in rows.items() if name != "ba")
    assert other[1][-2:] == ["Q3", "2022"]


def test_offices_of_a_unit_stand_in_a_table_of_their_own(tmp_path):
    offices = [new_unit(each, "department", "parent: huyen\n") for each in ("phong-a", "phong-b")]
    context = context_of(tmp_path, new_unit("ba"), *offices)
    units = context.catalogue.units

    found = apart([(units[each], each) for each in ("phong-b", "ba", "phong-a", "huyen")], context)

    whose = context.unit_name("huyen")
    assert found == [("", ["ba", "huyen"]), (f"Offices and agencies of {whose}", ["phong-b", "phong-a"])]


def test_a_unit_lists_what_it_reports_with_the_number_of_periods(tmp_path):
    context = context_of(tmp_path, new_unit("ba"), *QUARTERS)
    catalogue = context.catalogue
    found = [each for each in figures(context.dataset, catalogue.indicators["on-time-rate"]) if each.unit.id == "ba"]

    listed = unit_index(catalogue.units["ba"], {"procedures": {"on-time-rate": found}}, context.dataset, "en")

    ((area, _, ((indicator, _, periods, breakdowns),)),) = listed["areas"]
    assert (area, indicator, periods, breakdowns) == ("procedures", "on-time-rate", 4, {"": ""})


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("Thực hiện từ 15/12/2022", "15/12/2022"),
        ("Quý III/2022", "Quý III/2022"),
        ("Reported for Q3 2022", "Q3 2022"),
        ("Kế hoạch năm 2023", "năm 2023"),
        ("As of 12/2023", "12/2023"),
    ],
)
def test_a_date_in_a_head_is_marked_as_one_piece(head, kept):
    assert f'<span class="rr-date">{kept}</span>' in whole_dates(head)


def test_heads_without_dates_stay_as_they_are_and_text_stays_text():
    assert whole_dates("Tổng số <b>") == "Tổng số &lt;b&gt;"


def test_the_switches_of_the_theme_are_taken_out():
    page = '<body>\n<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">\n<label class="md-overlay" for="__drawer"></label>\n<label class="md-nav__title" for="__toc">Nội dung</label>'

    assert without_switches(page) == '<body>\n<div class="md-nav__title">Nội dung</div>'


def shifted(unit, period, first, last):
    """A report whose table is of other days than its period."""
    covers = f"main: {{covers: {{from: {first}, to: {last}}}, "
    return {name: text.replace("main: {", covers) for name, text in report(unit, period, "98%").items()}


def test_a_sign_leads_to_one_note_on_a_page_and_a_note_has_one_sign(tmp_path):
    context = context_of(
        tmp_path,
        new_unit("ba"),
        new_unit("ca"),
        shifted("ba", "2022-H1", "2021-10-12", "2022-06-10"),
        shifted("ca", "2022-H1", "2021-10-12", "2022-06-10"),
        shifted("ca", "2022", "2021-12-15", "2022-12-13"),
    )

    tables = [
        series_table(context.dataset.select(unit=unit, indicator="on-time-rate"), context.dataset, "en", "")
        for unit in ("ca", "ba")
    ]
    page = sign_notes("".join(tables))

    marks = re.findall(r'<span class="rr-mark" aria-hidden="true">(.)</span><span class="rr-sr">, (.*?)</span>', page)
    key = re.findall(r'<span class="rr-mark" aria-hidden="true">(.)</span> ([^<·]*)', page)
    half, year = "covers 12 October 2021 to 10 June 2022", "covers 15 December 2021 to 13 December 2022"
    assert marks == [("†", year), ("‡", half), ("‡", half)]
    assert [(sign, words.strip()) for sign, words in key] == [("†", year), ("‡", half), ("‡", half)]


def test_a_page_with_many_notes_has_a_sign_for_each():
    signed = sign_notes("".join(note_mark(f"note {number % 7}") for number in range(14)))

    assert re.findall(r">([^<]+)<", signed)[:7] == ["†", "‡", "§", "††", "‡‡", "§§", "†††"]
    assert len(set(re.findall(r">([†‡§]+)<", signed))) == 7


def test_the_marks_of_findings_have_their_key_below_the_table(tmp_path):
    wrong = report("ba", "2022-Q3", "98%")
    wrong = {name: text.replace("98%", "12%") for name, text in wrong.items()}
    context = context_of(tmp_path, new_unit("ba"), wrong)

    table = series_table(context.dataset.select(unit="ba", indicator="on-time-rate"), context.dataset, "en", "")

    assert re.search(r'class="rr-flag"[^>]*><span aria-hidden="true">≠<', table)
    assert "≠ Contradiction in the source" in table.partition("</table>")[2]
