"""Ready-made comparisons on small trees: who stands in which table, with which rank, and who is left out and why."""

import json
import re

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.comparability import Reason
from generator.dataset.comparison import Caveat, standings, units_beside
from generator.dataset.dataset import Dataset
from generator.pages.comparing.compare_links import MOST_UNITS, compare_link
from generator.pages.comparing.comparison_files import comparison_scripts
from tests.trees import INDICATORS, edit, write_tree

SMALL = """\
unit: {unit}
period: {period}
form: bieu
entry: partial
document: {{title: {{vi: Báo cáo, en: Report}}}}
tables: {{main: {{rows: {{1.1: 10, 1.2: 9, 1.3: "{rate}"}}}}}}
"""
UNIT = 'id: {id}\nlevel: {level}\nnames: {{vi: "Đơn vị {id}", en: "Unit {id}"}}\n{more}'


def report(unit, period, rate):
    return {f"data/reports/{unit}/{period}.yml": SMALL.format(unit=unit, period=period, rate=rate)}


def new_unit(name, level="district", more=""):
    return {f"data/units/{name}.yml": UNIT.format(id=name, level=level, more=more)}


def dataset(folder, *changes) -> Dataset:
    tree = write_tree(folder, {name: text for change in changes for name, text in change.items()})
    catalogue, problems = load_and_check(tree)
    assert [each.code for each in problems if each.severity.value == "error"] == []
    return Dataset.of(catalogue)


def compared(made: Dataset, indicator="on-time-rate"):
    """The comparison of the whole, as units with ranks by group, and who is left out why."""
    found = standings(made, made.catalogue.indicators[indicator])
    if not found:
        return [], {}, []
    (whole, *_) = found
    groups = [{each.figure.unit.id: each.rank for each in group.placings} for group in whole.groups]
    left = {each.figure.unit.id: each.reasons for each in whole.left_out}
    return groups, left, [set(group.caveats) for group in whole.groups]


def test_one_unit_alone_is_no_comparison(tmp_path):
    assert compared(dataset(tmp_path)) == ([], {}, [])


def test_units_of_one_quarter_are_ranked_and_equals_share_a_rank(tmp_path):
    made = dataset(
        tmp_path,
        new_unit("ba"),
        new_unit("ca"),
        report("ba", "2022-Q3", "99,5%"),
        report("ca", "2022-Q3", "99,17%"),
    )

    assert compared(made) == ([{"ba": 1, "ca": 2, "huyen": 2}], {}, [set()])


def test_lower_is_better_where_the_indicator_says_so(tmp_path):
    lower = edit(INDICATORS, "better: higher", "better: lower")
    made = dataset(tmp_path, lower, new_unit("ba"), report("ba", "2022-Q3", "99,5%"))

    assert compared(made)[0] == [{"huyen": 1, "ba": 2}]


def test_without_a_direction_nobody_is_ranked(tmp_path):
    made = dataset(tmp_path, new_unit("ba"), report("ba", "2022-Q3", "99,5%"))

    assert compared(made, "resolved") == ([{"ba": None, "huyen": None}], {}, [{Caveat.NO_DIRECTION, Caveat.SIZE}])


def test_a_count_is_not_ranked_even_where_more_is_better(tmp_path):
    better = edit(INDICATORS, "kind: flow\n  better: neither", "kind: flow\n  better: higher")
    made = dataset(tmp_path, better, new_unit("ba"), report("ba", "2022-Q3", "99,5%"))

    assert compared(made, "resolved") == ([{"ba": None, "huyen": None}], {}, [{Caveat.SIZE}])


def test_figures_of_different_years_stand_side_by_side_without_a_rank(tmp_path):
    made = dataset(tmp_path, new_unit("ba"), report("ba", "2021-Q3", "99,5%"))

    assert compared(made) == ([{"ba": None, "huyen": None}], {}, [{Caveat.YEARS}])


def test_quarters_of_one_year_stand_side_by_side_without_a_rank(tmp_path):
    made = dataset(tmp_path, new_unit("ba"), report("ba", "2022-Q1", "99,5%"))

    assert compared(made) == ([{"ba": None, "huyen": None}], {}, [{Caveat.TIMES}])


def test_a_unit_with_periods_of_another_length_is_left_out_with_the_reason(tmp_path):
    made = dataset(tmp_path, new_unit("ba"), report("ba", "2022-H1", "99,5%"))

    groups, left, _ = compared(made)
    assert groups == []
    assert left == {"ba": (Reason.LENGTH,), "huyen": (Reason.LENGTH,)}


def test_nine_months_and_a_quarter_are_not_compared(tmp_path):
    made = dataset(tmp_path, new_unit("ba"), report("ba", "2022-9M", "99,5%"))

    assert compared(made)[1]["ba"] == (Reason.TOTAL_AND_QUARTER,)


def test_a_series_is_not_compared_across_a_reorganisation(tmp_path):
    """The stock of the new unit and that of its predecessor are states at dates, but of different territories."""
    stock = edit(INDICATORS, "kind: flow\n  better: higher", "kind: stock\n  better: higher")
    made = dataset(
        tmp_path,
        stock,
        new_unit("ba", more="valid_from: 2025-07-01\npredecessors: [huyen]\n"),
        {
            "data/units/huyen.yml": UNIT.format(
                id="huyen", level="district", more="valid_to: 2025-06-30\nsuccessors: [ba]\n"
            )
        },
        report("ba", "2026-Q3", "99,5%"),
    )

    groups, left, _ = compared(made)
    assert groups == []
    assert left["ba"] == (Reason.LINEAGE,)


def test_levels_are_ranked_apart_and_a_whole_is_told_from_its_part(tmp_path):
    made = dataset(
        tmp_path,
        new_unit("ba"),
        report("ba", "2022-Q3", "98%"),
        report("tinh", "2022-Q3", "97%"),
    )

    assert compared(made) == (
        [{"tinh": None, "huyen": 1, "ba": 2}],
        {},
        [{Caveat.LEVELS, Caveat.WHOLE_AND_PART}],
    )


def test_a_breakdown_has_a_comparison_of_its_own(tmp_path):
    made = dataset(
        tmp_path,
        new_unit("ba"),
        {"data/reports/ba/2022-Q3.yml": report("ba", "2022-Q3", "9%")["data/reports/ba/2022-Q3.yml"].replace(
            "tables: {main: {", "tables: {tiers: {rows: {1: {district: 3, commune: 4}}}, main: {"
        )},
    )  # fmt: skip

    found = standings(made, made.catalogue.indicators["resolved"])
    assert [each.breakdown for each in found] == [(), (("tier", "district"),), (("tier", "commune"),)]


def test_a_unit_without_a_number_is_told_of(tmp_path):
    made = dataset(
        tmp_path,
        new_unit("ba"),
        new_unit("ca"),
        report("ba", "2022-Q3", "99,5%"),
        report("ca", "2022-Q3", "not-reported"),
    )

    assert compared(made)[1] == {"ca": (Reason.NO_NUMBER,)}


def scripts(made: Dataset, lang="en"):
    return {
        name: json.loads(re.search(r"\]=(.*);\n$", text)[1]) for name, text in comparison_scripts(made, lang)
    }  # fmt: skip


_FOLDED = [
    "breakdown",
    "period",
    "from",
    "to",
    "covered",
    "noted",
    "moment",
    "span",
    "contest",
    "value",
    "shown",
    "report",
    "anchor",
    "where",
    "ends",
]
_TEXTS = ("breakdown", "period", "covered", "moment", "span", "contest")


def figures_of(made: Dataset, unit: str, indicator: str, lang="en") -> list[dict]:
    """The figures in the script of a unit, unfolded as the browser does it."""
    file = scripts(made, lang)[f"assets/compare/units/{unit}/procedures.js"]
    found = []
    for folded in file["figures"][indicator]:
        each = dict(zip(_FOLDED, (*folded, None), strict=False))  # an exact figure needs no ends
        each |= {name: file["texts"][each[name]] for name in _TEXTS}
        href, report = file["reports"][each["report"]]
        found.append({**each, "href": f"{href}#{each['anchor']}", "source": report + each["where"]})
    return found


def test_a_script_holds_figures_as_readers_see_them_with_source_and_contest(tmp_path):
    made = dataset(tmp_path, new_unit("ba"), report("ba", "2022-Q3", "99,5%"))

    found = scripts(made, "vi")["assets/compare/on-time-rate.js"]
    (one,) = figures_of(made, "ba", "on-time-rate", "vi")
    other = figures_of(made, "huyen", "on-time-rate", "vi")[-1]
    assert (one["shown"], one["value"], one["period"]) == ("99,5 %", 99.5, "quý III/2022")
    assert one["href"] == "../reports/ba/2022-Q3/index.html#t-main-1.3"
    assert one["source"] == "Đơn vị ba, quý III/2022, phụ lục, dòng 1.3"
    assert (found["units"], found["withNumbers"], found["years"]) == (["ba", "huyen"], 2, [2018, 2022])
    assert found["breakdowns"] == [["", "Chung", 2]]
    assert "figures" not in found
    assert (one["span"], one["contest"]) == (other["span"], other["contest"])
    assert set(found["spans"]) == {"months-3", "months-12"}


def test_a_script_holds_the_reason_for_every_pair_of_times_and_units_that_do_not_meet(tmp_path):
    made = dataset(
        tmp_path,
        new_unit("ba", more="predecessors: [huyen]\n"),
        new_unit("huyen", more="successors: [ba]\n"),
        report("ba", "2022-9M", "99,5%"),
    )

    found = scripts(made)["assets/compare/on-time-rate.js"]
    assert set(found["refusals"]) == {"months-3|months-9", "months-3|months-12", "months-9|months-12"}
    assert found["refusals"]["months-3|months-9"].startswith("A total since January")
    assert scripts(made)["assets/compare/units/ba/procedures.js"]["cameFrom"] == ["huyen"]
    assert scripts(made)["assets/compare/units/huyen/procedures.js"]["cameFrom"] == []


def test_the_script_of_a_unit_says_when_it_existed_and_what_it_belongs_to(tmp_path):
    made = dataset(
        tmp_path,
        new_unit("ba", more="valid_from: 2021-07-01\nvalid_to: 2024-06-30\n"),
        report("ba", "2022-Q3", "99,5%"),
    )

    file = scripts(made)["assets/compare/units/ba/procedures.js"]
    assert (file["since"], file["until"]) == ("2021-07-01", "2024-06-30")
    assert scripts(made)["assets/compare/units/huyen/procedures.js"]["above"] == ["tinh"]


def test_the_script_of_a_unit_depends_on_that_unit_alone(tmp_path):
    alone = dataset(tmp_path / "alone", new_unit("ba"), report("ba", "2022-Q3", "99,5%"))
    beside = dataset(
        tmp_path / "beside",
        new_unit("ba"),
        new_unit("ca"),
        report("ba", "2022-Q3", "99,5%"),
        report("ca", "2022-Q3", "9%"),
    )

    name = "assets/compare/units/ba/procedures.js"
    assert scripts(alone)[name] == scripts(beside)[name]


def test_a_script_says_which_days_a_figure_really_covers(tmp_path):
    shifted = report("ba", "2022-H1", "99,5%")
    shifted = {
        name: text.replace("document: {", "document: {covers: {from: 2021-10-12, to: 2022-06-10}, ")
        for name, text in shifted.items()
    }
    made = dataset(tmp_path, new_unit("ba"), shifted)

    (one,) = figures_of(made, "ba", "on-time-rate")
    assert one["covered"] == "covers 12 October 2021 to 10 June 2022"
    assert one["span"] == "months-8"
    (state,) = figures_of(made, "ba", "on-time")
    # Twenty days before its end make it no figure of another time: then the document says it, and nobody else.
    assert (state["covered"], state["noted"]) == ("", 0)


def test_only_indicators_with_numbers_have_a_script(tmp_path):
    assert set(scripts(dataset(tmp_path))) == {
        f"assets/compare/{name}.js"
        for name in ("on-time", "on-time-rate", "resolved", "units/huyen/procedures", "units/huyen/all")
    }


def test_a_link_names_the_unit_first_and_then_those_it_is_compared_with(tmp_path):
    made = dataset(
        tmp_path, new_unit("ba"), new_unit("ca"), report("ba", "2022-Q3", "9%"), report("ca", "2022-H1", "9%")
    )
    beside = units_beside(made, "huyen", "on-time-rate", MOST_UNITS)

    assert beside == ("huyen", "ba")
    assert units_beside(made, "ca", "on-time-rate", MOST_UNITS) == ("ca", "huyen", "ba")
    assert (
        compare_link("units/huyen", "on-time-rate", beside, (("tier", "district"),))
        == "../../compare/index.html?indicator=on-time-rate&units=huyen,ba&breakdown=tier%3Ddistrict"
    )


def test_a_link_holds_no_more_units_than_one_reads_at_once(tmp_path):
    others = [f"x{number}" for number in range(MOST_UNITS + 3)]
    made = dataset(tmp_path, *map(new_unit, others), *(report(each, "2022-Q3", "9%") for each in others))

    beside = units_beside(made, "huyen", "on-time-rate", MOST_UNITS)
    assert beside[0] == "huyen"
    assert len(set(beside)) == MOST_UNITS


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_same_figures_stand_in_every_language(tmp_path, lang):
    made = dataset(tmp_path, new_unit("ba"), report("ba", "2022-Q3", "99,5%"))

    found = [each for unit in ("ba", "huyen") for each in figures_of(made, unit, "on-time-rate", lang)]
    assert len(found) == len([each for each in made.catalogue.observations if each.indicator == "on-time-rate"])
