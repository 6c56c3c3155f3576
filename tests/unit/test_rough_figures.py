"""What a rough figure decides and what it leaves open: verdicts, ranks, medians, the audit, revisions, charts and downloads."""

import csv
import io
import json

import pyarrow.parquet as pq
import pytest
from jinja2 import Environment
from openpyxl import load_workbook

from generator.audit import audit
from generator.dataset.comparison import Caveat
from generator.dataset.dataset import Dataset
from generator.dataset.revised import revisions
from generator.load import load_catalogue
from generator.pages.cards.cards import figure_card, headline_card
from generator.pages.cards.previews import preview_of
from generator.pages.charts.data import ChartDataMaker
from generator.pages.charts.table import chart_table
from generator.pages.context import Context
from generator.pages.markup.slots import SlotStore
from generator.problems import message
from tests.trees import INDICATORS, REPORT, added, edit, write_tree
from tests.unit.test_comparison import compared, dataset, figures_of, new_unit, report
from tests.unit.test_exports_files import exported
from tests.unit.test_exports_files import loaded as json_of
from tests.unit.test_medians import median_of
from tests.unit.test_verdicts import judged
from tests.vintages import frozen

MORE = "  - {{section: II.3, indicator: {indicator}, value: {value}}}\n"


@pytest.mark.parametrize(
    ("value", "verdict", "unsure"),
    [
        ('"trên 80%"', "achieved", False),
        ('"trên 70%"', "no-data", True),
        ('"gần 80%"', "missed", False),
        ('"khoảng 85%"', "no-data", True),
        ('"từ 80 đến 85%"', "achieved", False),
    ],
)
def test_a_verdict_is_given_where_the_rough_figure_leaves_no_doubt(tmp_path, value, verdict, unsure):
    found = judged(tmp_path, {"on-time-rate": f"{{2019: {value}}}"}, period=2019, threshold=80)

    assert (found.verdict.value, found.is_unsure, found.gap) == (verdict, unsure, None)


def test_ranks_are_given_only_where_the_order_is_certain(tmp_path):
    made = dataset(
        tmp_path,
        *(new_unit(each) for each in ("ba", "ca", "da")),
        report("ba", "2022-Q3", "99,5%"),
        report("ca", "2022-Q3", "trên 99,3%"),
        report("da", "2022-Q3", "dưới 90%"),
    )

    groups, _, caveats = compared(made)
    # Over 99.3 may be above or below 99.5, but never below 99.17 or 90.
    assert groups == [{"huyen": 3, "da": 4, "ba": None, "ca": None}]
    assert caveats == [{Caveat.ROUGH}]


def test_over_a_number_is_above_that_number(tmp_path):
    made = dataset(tmp_path, new_unit("ba"), report("ba", "2022-Q3", "trên 99,17%"))

    groups, _, caveats = compared(made)
    assert groups == [{"ba": 1, "huyen": 2}]
    assert caveats == [set()]


def test_the_comparison_page_looks_up_which_order_is_certain(tmp_path):
    made = dataset(
        tmp_path,
        new_unit("ba"),
        new_unit("ca"),
        report("ba", "2022-Q3", "99,5%"),
        report("ca", "2022-Q3", "trên 99,3%"),
    )
    of = {
        unit: next(each for each in figures_of(made, unit, "on-time-rate") if each["period"] == "Q3 2022")
        for unit in ("ba", "ca")
    }

    # More than 99.3, without an end above: nobody knows whether that is more than 99.5.
    assert (of["ca"]["shown"], of["ca"]["ends"]) == ("over 99.3%", [1, 99.3, None, 1, 0])
    assert (of["ba"]["shown"], of["ba"]["ends"]) == ("99.5%", None)


def test_the_median_is_of_exact_figures(tmp_path):
    figures = {"a": "{2019: 90}", "b": "{2019: 80}", "c": "{2019: 70}", "d": '{2019: "trên 95%"}'}

    found = median_of(tmp_path / "one", figures)
    assert found is not None
    assert (found.value, found.units) == (80, 3)
    assert median_of(tmp_path / "two", {name: figures[name] for name in ("a", "b", "d")}) is None


def found_in(tmp_path, changes):
    dataset = Dataset.of(load_catalogue(write_tree(tmp_path, changes)).catalogue)
    return [(each.code, message(each.problem, "en")) for each in audit(dataset)]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ('"trên 80%"', []),
        ('"trên 99%"', []),
        ('"khoảng 10%"', []),
        ('"gần 100%"', []),
        (
            '"dưới 90%"',
            [
                (
                    "stated-differently",
                    "On-time rate, Q3 2022: 99.17% in appendix, row 1.3, but under 90% in section II.3.",
                )
            ],
        ),
        (
            '"từ 90 đến 95%"',
            [
                (
                    "stated-differently",
                    "On-time rate, Q3 2022: 99.17% in appendix, row 1.3, but from 90% to 95% in section II.3.",
                )
            ],
        ),
    ],
)
def test_a_rough_figure_contradicts_only_what_it_rules_out(tmp_path, value, found):
    told = found_in(tmp_path, added(REPORT, MORE.format(indicator="on-time-rate", value=value)))

    assert [each for each in told if each[0] == "stated-differently"] == found


@pytest.mark.parametrize(
    ("value", "contradicted"), [("trên 99%", False), ("trên 99,5%", True), ("gần 100%", False), ("khoảng 50%", False)]
)
def test_a_rough_rate_is_held_against_its_own_numbers(tmp_path, value, contradicted):
    told = found_in(tmp_path, edit(REPORT, "99,17%", value))

    expected = (
        "rough-contradicted",
        "On-time rate, Q3 2022: printed over 99.5%, but the report's own figures give 99.17%: 1,190 of 1,200.",
    )
    assert (expected in told) is contradicted
    assert ("rough-contradicted" in dict(told)) is contradicted


def test_nothing_is_reckoned_with_a_rough_figure(tmp_path):
    told = found_in(tmp_path, edit(REPORT, "1.1: 1200", '1.1: "trên 2.000"'))

    assert [code for code, _ in told if code in ("rate-differs", "part-exceeds-whole")] == []


def test_a_word_that_no_edition_froze_is_no_revision(tmp_path):
    old = frozen("2023", edit(REPORT, "1200", "1150"))
    table = str(old["data/vintages/2023.csv"], "utf-8").splitlines()
    # As the first editions froze it: without the last two columns.
    old["data/vintages/2023.csv"] = "".join(
        f"{line.rpartition(',')[0].rpartition(',')[0]}\n" for line in table
    ).encode()
    old["data/vintages/2023.yml"] = "\n".join(
        line for line in old["data/vintages/2023.yml"].splitlines() if not line.startswith("table:")
    )

    def changes(folder, cell):
        catalogue = load_catalogue(
            write_tree(tmp_path / folder, old | edit(REPORT, "1.1: 1200", f"1.1: {cell}"))
        ).catalogue
        return [(str(each.edition), each.figure.anchor) for each in revisions(Dataset.of(catalogue)).changes]

    assert changes("same", 1150) == changes("rough", '"gần 1.150"') == []
    assert changes("other", '"gần 1.160"') == [("2023", "t-main-1.1")]


def test_a_word_that_was_taken_away_since_an_edition_is_a_revision(tmp_path):
    rough = edit(REPORT, "1.1: 1200", '1.1: "gần 1.200"')
    catalogue = load_catalogue(write_tree(tmp_path, frozen("2023", rough))).catalogue

    (change,) = revisions(Dataset.of(catalogue)).changes
    assert (change.before.rough is None, change.after.rough) == (False, None)


def test_an_exact_statement_is_shown_before_a_rough_one(tmp_path):
    changes = edit(REPORT, "99,17%", "trên 99%")
    changes[REPORT] += MORE.format(indicator="on-time-rate", value='"99,17%"')
    made = Dataset.of(load_catalogue(write_tree(tmp_path, changes)).catalogue)

    assert made.series["on-time-rate", "huyen", ()].latest.source.section == "II.3"


ROUGH_CELLS = edit(REPORT, "1.1: 1200", '1.1: {value: "từ 1.150 đến 1.250"}')
COLUMNS = ("value", "qualifier", "rough_value", "rough_to")


def test_downloads_have_columns_of_their_own_for_what_is_rough(tmp_path):
    out, _ = exported(tmp_path, ROUGH_CELLS)
    folder, name = out / "data/v1", "huyen/2022-Q3#t-main-1.1"

    table = next(
        each
        for each in csv.DictReader(io.StringIO((folder / "observations.csv").read_text("utf-8-sig")))
        if each["id"] == name
    )
    assert [table[each] for each in COLUMNS] == ["", "range", "1150", "1250"]
    told = next(
        each for each in json_of(out, "data/v1/reports/huyen/2022-Q3.json")["observations"] if each["id"] == name
    )
    assert [told[each] for each in COLUMNS] == [None, "range", 1150, 1250]
    rows = pq.read_table(folder / "observations.parquet").to_pylist()
    assert [next(each for each in rows if each["id"] == name)[column] for column in COLUMNS] == [
        None,
        "range",
        1150,
        1250,
    ]
    sheet = load_workbook(folder / "observations.xlsx").worksheets[0]
    _words, head, *cells = sheet.iter_rows(values_only=True)
    row = next(each for each in cells if each[head.index("id")] == name)
    assert [row[head.index(column)] for column in COLUMNS] == [None, "range", 1150, 1250]
    described = json.loads((folder / "datapackage.json").read_text("utf-8"))
    fields = next(each for each in described["resources"] if each["name"] == "observations")["schema"]["fields"]
    assert {*COLUMNS} <= {each["name"] for each in fields}


def test_charts_hold_a_rough_figure_apart_and_their_table_has_its_words(tmp_path):
    cells = edit(REPORT, '2018: "81,8%", 2019: "83,3%"', '2018: "81,8%", 2019: "gần 84%"')
    made = Dataset.of(load_catalogue(write_tree(tmp_path, cells)).catalogue)
    series = [made.series["on-time-rate", "huyen", ()]]

    points = ChartDataMaker(made, "vi").over_time(series).series[0].points
    assert [(each.period, each.shown, each.rough) for each in points][:2] == [
        ("2018", "81,8 %", None),
        ("2019", "gần 84 %", "below"),
    ]
    assert [row[4] for row in chart_table(series, made.catalogue, "vi", "units/huyen").rows][:2] == [81.8, "gần 84 %"]


def test_an_indicator_that_was_made_for_rough_figures_leads_on_to_where_they_belong(tmp_path):
    changes = added(INDICATORS, "  former_ids: [on-time-rate-exceeded]\n")
    changes[REPORT] = added(REPORT, MORE.format(indicator="on-time-rate", value='"trên 97%"'))[REPORT]
    catalogue = load_catalogue(write_tree(tmp_path, changes)).catalogue
    figure = next(each for each in catalogue.observations if each.source.section == "II.3")

    assert "p-on-time-rate-exceeded.2022-Q3.ii-3" in figure.source.old_anchors


@pytest.mark.parametrize(("value", "above"), [("trên 1.150", False), ("trên 1.200", True), ("gần 1.300", False)])
def test_a_rough_part_exceeds_its_whole_only_where_that_is_certain(tmp_path, value, above):
    within = edit(INDICATORS, "  kind: stock\n", "  kind: stock\n  within: [{indicator: resolved, as: part}]\n")
    told = found_in(tmp_path, within | edit(REPORT, '1.2: "1.190"', f'1.2: "{value}"'))

    assert ("part-exceeds-whole" in dict(told)) is above


def context_of(tmp_path, changes):
    made = Dataset.of(load_catalogue(write_tree(tmp_path, changes)).catalogue)
    return Context(made, "en", Environment(autoescape=True), SlotStore(), None)


def test_a_card_says_the_words_and_no_change_that_nobody_can_reckon(tmp_path):
    cells = edit(REPORT, '2018: "81,8%", 2019: "83,3%"', '2018: "81,8%", 2019: "gần 84%"')
    cells[REPORT] = cells[REPORT].replace('["97,5%", not-reported]', "[not-reported, not-reported]")
    context = context_of(tmp_path, cells)

    card = figure_card(context.dataset.series["on-time-rate", "huyen", ()], context)
    assert card.value.striptags() == "nearly 84%"
    assert (card.trend, card.change) == ("", "")


def test_a_key_figure_is_rather_an_exact_one_of_a_part_than_a_rough_one_of_the_whole(tmp_path):
    headline = edit("data/areas.yml", "headline: [on-time-rate]", "headline: [resolved]")
    context = context_of(tmp_path, headline | edit(REPORT, "1.1: 1200", '1.1: "trên 1.000"'))

    (area,) = context.catalogue.areas.values()
    card = headline_card(area, context, unit="huyen")
    assert card is not None
    assert card.figure.source.anchor == "t-tiers-1"


def test_the_picture_of_a_page_shows_no_rough_figure(tmp_path):
    context = context_of(tmp_path, edit(REPORT, '1.3: "99,17%"', '1.3: "trên 99%"'))

    assert "99" not in preview_of("reports/huyen/2022-Q3", context).figure
