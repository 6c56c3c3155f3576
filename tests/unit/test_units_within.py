"""The page of a unit that has units within it: who has reported, what is due, and how a headline figure spreads over them."""

import re
from decimal import Decimal

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.dataset.due import Standing
from generator.pages.kinds import unit
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.render import page_context
from generator.pages.statements.moves import moved_most
from generator.pages.statements.within import calendars_within
from generator.statements.spreads import spreads_within
from generator.statements.within import reporting_grids
from tests.trees import FILES, INDICATORS, REPORT, faults, write_tree

NOTHING = {
    REPORT: None,
    "data/targets/huyen.yml": None,
    "data/units/huyen.yml": None,
    "content/vi/reports/huyen/2022-Q3/summary.md": None,
    "content/en/reports/huyen/2022-Q3/summary.md": None,
}
CALENDAR = {
    "data/calendar.yml": "- id: luat\n  names: {vi: Luật, en: Rule}\n  source: {vi: Luật, en: Rule}\n  collected: [b, c]\n  since: 2022-07-01\n"
    '  windows:\n    - {period: Q3, from: "07-01", to: "09-30", due: "10-10"}\n    - {period: Q4, from: "10-01", to: "12-31", due: "01-10"}\n'
}


def commune(name, rates, published="2022-10-20"):
    """A commune of the province with a report for each period, which states the rate."""
    files = {
        f"data/units/{name}.yml": f"id: {name}\nlevel: commune\nparent: tinh\nnames: {{vi: Xã {name}, en: Commune {name}}}\n"
    }
    for period, rate in rates.items():
        files[f"data/reports/{name}/{period}.yml"] = (
            f"unit: {name}\nperiod: {period}\npublished: {published}\ndocument:\n  title: {{vi: Báo cáo, en: Report}}\n"
            f'prose:\n  - section: II.2\n    indicator: on-time-rate\n    value: "{rate}%"\n'
        )
    return files


@pytest.fixture
def dataset(tmp_path):
    def dataset(*changes):
        files = dict(NOTHING)
        for each in changes:
            files |= each
        catalogue, problems = load_and_check(write_tree(tmp_path, files))
        assert faults(problems) == ()
        return Dataset.of(catalogue)

    return dataset


def test_the_calendar_tells_what_is_here_overdue_and_not_yet_due(dataset):
    """On 20 October 2022, the day of the last change, c has sent nothing for the third quarter, and the fourth is not over."""
    (grid,) = reporting_grids(dataset(commune("b", {"2022-Q3": 97}), commune("c", {}), CALENDAR), "tinh")

    assert [str(each) for each in grid.periods] == ["2022-Q4", "2022-Q3"]
    assert dict(grid.rows) == {"b": (Standing.NOT_YET, Standing.HERE), "c": (Standing.NOT_YET, Standing.OVERDUE)}
    assert grid.reported(1) == 1


def test_without_a_schedule_nothing_is_overdue_and_without_reports_there_is_no_calendar(dataset):
    both = dataset(commune("b", {"2022-Q3": 97}), commune("c", {}))

    (grid,) = reporting_grids(both, "tinh")
    assert dict(grid.rows) == {"b": (Standing.HERE,), "c": (None,)}
    assert reporting_grids(both, "b") == ()


def test_reports_under_another_rule_have_a_calendar_of_their_own_that_leads_to_them(dataset, root):
    """A report on procedures for the third quarter is no report on reform for it, and has another address."""
    beside = CALENDAR["data/calendar.yml"].replace(
        "- id: luat\n", "- id: luat\n  beside: {vi: thủ tục, en: procedures}\n"
    )
    report = commune("b", {"2022-Q3": 97})
    second = report.pop("data/reports/b/2022-Q3.yml").replace("period: 2022-Q3\n", "period: 2022-Q3\nrule: luat\n")
    made = dataset(
        report,
        commune("c", {"2021-Q3": 97}),
        {"data/reports/b/2022-Q3-luat.yml": second, "data/calendar.yml": beside},
    )

    on_reform, on_procedures = reporting_grids(made, "tinh")
    assert (on_reform.rule, dict(on_reform.rows)) == (None, {"b": (None,), "c": (Standing.HERE,)})
    assert (on_procedures.rule, dict(on_procedures.rows)["b"]) == ("luat", (Standing.NOT_YET, Standing.HERE))
    context = page_context(made, "en", root / "site_templates/pages", SlotStore(), None)
    (_, calendar) = calendars_within("tinh", "units/tinh", context)
    assert calendar.rule == "procedures"
    assert next(row.cells[1] for row in calendar.rows) == ("../../reports/b/2022-Q3-luat/index.html", "reported")


def test_the_spread_is_of_one_period_and_leaves_the_unit_itself_out(dataset):
    units = {"b": 97, "c": 90, "d": 95, "e": 99, "f": 80}
    found = dataset(
        *(commune(name, {"2021-Q3": 92, "2022-Q3": rate}) for name, rate in units.items()),
        commune("g", {"2022-Q4": 10}),
        commune("h", {}),
    )

    (spread,) = spreads_within(found, "tinh")

    assert (spread.lowest.unit, spread.highest.unit) == ("f", "e")
    assert (spread.middle, spread.half) == (Decimal(95), (Decimal(90), Decimal(97)))
    assert (spread.units, spread.all_units) == (5, 7)
    assert [(each.newer.unit, each.change) for each in spread.furthest(3)] == [("f", -12), ("e", 7), ("b", 5)]


def test_of_two_units_no_spread_is_told(dataset):
    assert spreads_within(dataset(commune("b", {"2022-Q3": 97}), commune("c", {"2022-Q3": 90})), "tinh") == ()


def test_the_page_of_the_province_shows_both_in_tables(dataset, root):
    found = dataset(*(commune(name, {"2022-Q3": rate}) for name, rate in (("b", 97), ("c", 90), ("d", 95))))
    slots = SlotStore()
    context = page_context(found, "en", root / "site_templates" / "pages", slots, None)

    pages = {page.path: fill_slots(page.make(context).body, slots.contents) for page in unit.plan(context)}

    page = pages["units/tinh"]
    assert re.search(r"2022 <small>3 of 3</small>", page)
    assert '<a href="../../reports/b/2022-Q3/index.html">reported</a>' in page
    assert "Spread over its units" in page
    assert "Spread over its units" not in pages["units/b"]


def test_the_page_lists_what_moved_most_from_which_figure_to_which(dataset, root):
    rates = {"b": (90, 97), "c": (92, 90), "d": (95, 95)}
    found = dataset(*(commune(name, {"2021-Q3": old, "2022-Q3": new}) for name, (old, new) in rates.items()))
    context = page_context(found, "en", root / "site_templates/pages", SlotStore(), None)

    (moved,) = moved_most("tinh", "units/tinh", context)

    assert [(each.href, each.change) for each in moved.rows] == [
        ("../b/index.html", "+7 points"),
        ("../c/index.html", "\N{MINUS SIGN}2 points"),
    ]
    assert re.sub(r"<[^>]+>", "", moved.rows[0].course) == "from 90% in Q3 2021 to 97%"
    assert re.findall(r'href="([^"#]+)#', moved.rows[0].course) == [
        "../../reports/b/2021-Q3/index.html",
        "../../reports/b/2022-Q3/index.html",
    ]


def test_nothing_is_said_to_have_moved_over_a_break(dataset, root):
    """What is counted otherwise since is another figure."""
    shown = "  related: [resolved]\n"
    anew = shown + "  breaks: [{period: 2022, reason: {vi: Cách tính mới., en: Counted anew.}}]\n"
    broken = {INDICATORS: FILES[INDICATORS].replace(shown, anew)}
    found = dataset(broken, *(commune(name, {"2021-Q3": 90, "2022-Q3": 97}) for name in "bcd"))
    context = page_context(found, "en", root / "site_templates/pages", SlotStore(), None)

    assert moved_most("tinh", "units/tinh", context) == []
