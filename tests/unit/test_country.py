"""The country and a unit's parts side by side: the page of all provinces, the map of tiles, tables of all units, and sums that count nobody twice."""

import re
from decimal import Decimal

import pytest

from generator.assembly.site import load_and_check
from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.pages.kinds import country, side_by_side, unit
from generator.pages.markup.slots import SlotStore, fill_slots
from generator.pages.render import page_context
from generator.pages.statements.tile_places import ISLANDS, PROVINCES
from generator.problems import message
from generator.statements.spreads import COUNTRY, spreads_within
from generator.statements.sums import sums_within
from tests.trees import INDICATORS, edit, faults, write_tree

ADDS = edit(
    INDICATORS, "  measure: dossier\n  kind: flow\n", "  measure: dossier\n  kind: flow\n  adds_over_units: true\n"
)
PROSE = '  - section: II.2\n    indicator: {indicator}\n    value: "{value}"\n{part}'


def place(name, level, parent="", code="", names=("Xã", "Commune")):
    said = (
        f"id: {name}\nlevel: {level}\n"
        + (f"parent: {parent}\n" if parent else "")
        + (f'code: "{code}"\n' if code else "")
    )
    return {
        f"data/units/{name}.yml": f"{said}names: {{vi: {names[0]} {name.title()}, en: {name.title()} {names[1]}}}\n"
    }


def report(unit_id, period="2022-Q3", part="", **figures):
    told = "".join(
        PROSE.format(indicator=indicator.replace("_", "-"), value=value, part=part)
        for indicator, value in figures.items()
    )
    text = f"unit: {unit_id}\nperiod: {period}\npublished: 2022-10-20\ndocument:\n  title: {{vi: Báo cáo, en: Report}}\nprose:\n{told}"
    return {f"data/reports/{unit_id}/{period}.yml": text}


def communes(**resolved):
    """Communes of the province with a count each; None: no report."""
    made = {}
    for name, count in resolved.items():
        made |= place(name, "commune", "tinh")
        made |= report(name, resolved=count) if count is not None else {}
    return made


@pytest.fixture
def dataset(tmp_path):
    def dataset(*changes):
        files = {}
        for each in changes:
            files |= each
        catalogue, problems = load_and_check(write_tree(tmp_path, files))
        assert faults(problems) == ()
        return Dataset.of(catalogue)

    return dataset


@pytest.fixture
def pages(root):
    def pages(dataset, *kinds, lang="en"):
        slots = SlotStore()
        context = page_context(dataset, lang, root / "site_templates" / "pages", slots, None)
        planned = [each for kind in kinds for each in kind.plan(context)]
        return {each.path: fill_slots(each.make(context).body, slots.contents) for each in planned}

    return pages


def provinces(**rates):
    """Provinces of today by official code."""
    made = {}
    for name, (code, rate) in rates.items():
        made |= place(name, "province", code=code, names=("Tỉnh", "Province"))
        made |= report(name, on_time_rate=rate)
    return made


COUNTRY_TREE = provinces(da=("48", "97%"), khanh=("56", "90%"), ha=("01", "95%"), hue=("46", "88,5%"))


def test_each_province_has_one_tile_and_no_two_lie_on_each_other():
    places = [*PROVINCES.values(), *(place for _, _, place in ISLANDS)]

    assert len(PROVINCES) == 34
    assert len(set(places)) == 36


def test_the_archipelagos_lie_in_the_sea_east_of_the_provinces_that_they_belong_to():
    assert [(name, code) for name, code, _ in ISLANDS] == [("Hoàng Sa", "48"), ("Trường Sa", "56")]
    assert all(place.column > max(each.column for each in PROVINCES.values()) for _, _, place in ISLANDS)


def test_the_country_has_a_page_with_a_map_and_all_provinces_side_by_side(dataset, pages):
    found = pages(dataset(COUNTRY_TREE), country, side_by_side)

    page = found["country"]
    assert 'class="rr-chart rr-chart--tiles"' in page
    assert 'class="rr-chart rr-chart--strip"' in page
    assert "Best: 97% (Da Province)" in page
    assert ">Hoàng<" in page
    assert ">Trường<" in page
    rows = re.findall(
        r'<th scope="row"><a href="[^"]*">(\w+) Province</a>',
        found["country/province/on-time-rate"].partition("rr-sort")[2],
    )
    assert rows == ["Da", "Ha", "Khanh", "Hue"]


def test_an_archipelago_shows_the_figure_of_its_province(dataset, root):
    context = page_context(dataset(COUNTRY_TREE), "en", root / "site_templates" / "pages", SlotStore(), None)
    (planned,) = country.plan(context)
    planned.make(context)

    ((_, script),) = context.charts.files
    tiles = {
        period: shown
        for period, shown in re.findall(r'"period":"([^"]+)"[^{}]*?"shown":"([^"]+)"', script)
        if " Sa " in period
    }
    assert tiles == {"Hoàng Sa (of Da)": "97%", "Trường Sa (of Khanh)": "90%"}


def test_of_two_provinces_there_is_no_page_of_the_country(dataset, pages):
    two = provinces(da=("48", "97%"), khanh=("56", "90%"))

    assert pages(dataset(two), country) == {}


def test_a_spread_of_one_tier_is_taken_where_nobody_states_the_whole(dataset):
    part = "    breakdown: {tier: commune}\n"
    rates = edit(INDICATORS, "better: higher\n", "better: higher\n  breakdown: [tier]\n")
    trees = [
        place(name, "commune", "tinh") | report(name, part=part, on_time_rate=rate)
        for name, rate in (("b", "90%"), ("c", "95%"), ("d", "80%"))
    ]

    (spread,) = spreads_within(dataset(rates, *trees), "tinh")

    assert spread.breakdown == (("tier", "commune"),)
    assert [each.unit for each in spread.figures] == ["d", "b", "c"]
    assert spread.best is not None
    assert (spread.best.unit, spread.rank(spread.figures[0])) == ("c", 3)


def test_figures_that_are_equal_share_a_place_and_none_of_them_is_the_best(dataset):
    found = dataset(
        *(
            place(name, "commune", "tinh") | report(name, on_time_rate=rate)
            for name, rate in (("b", "95%"), ("c", "95%"), ("d", "80%"))
        )
    )

    (spread,) = spreads_within(found, "tinh")

    assert spread.best is None
    assert [spread.rank(each) for each in spread.figures] == [3, 1, 1]


def test_units_are_added_up_beside_the_unit_s_own_figure_and_the_gap_is_named(dataset, pages):
    tree = dataset(ADDS, communes(b="100", c="200", d="300", e=None), report("tinh", resolved="700"))

    (told,) = sums_within(tree, "tinh")

    assert told.total == Decimal(600)
    assert told.missing == ("e",)
    assert told.own is not None
    assert told.own.exact == Decimal(700)
    page = pages(tree, unit)["units/tinh"]
    assert "3 of 4 <small>without Xã E</small>" in page or "without E Commune" in page
    assert ">700 dossiers</a>" in page
    assert "1,300" not in page


def test_what_is_not_declared_to_add_up_is_not_added_up(dataset):
    assert sums_within(dataset(communes(b="100", c="200", d="300")), "tinh") == ()


def test_the_country_adds_up_provinces_and_counts_no_commune_again(dataset):
    tree = dataset(
        ADDS,
        *(
            place(name, "province", names=("Tỉnh", "Province")) | report(name, resolved="1.000")
            for name in ("x", "y", "z")
        ),
        communes(b="100", c="200", d="300"),
    )

    (told,) = sums_within(tree, COUNTRY)

    assert told.total == Decimal(3000)


@pytest.mark.parametrize(("own", "is_told"), [("600", False), ("599", True), ("700", False)])
def test_the_audit_tells_where_units_count_more_than_the_unit_they_belong_to(dataset, own, is_told):
    tree = dataset(ADDS, communes(b="100", c="200", d="300"), report("tinh", resolved=own))

    told = [message(each.problem, "en") for each in audit(tree) if each.code == "units-exceed"]

    assert told == (
        [f"Dossiers resolved, Q3 2022: printed {own}; 3 units within it report 600 together."] if is_told else []
    )


def test_a_long_table_stands_on_several_pages_and_none_is_left_out(dataset, pages, monkeypatch):
    monkeypatch.setattr(side_by_side, "ROWS", 2)
    rates = {"b": "95%", "c": "94%", "d": "80%", "e": "70%", "f": "60%"}
    found = pages(
        dataset(*(place(name, "commune", "tinh") | report(name, on_time_rate=rate) for name, rate in rates.items())),
        side_by_side,
    )

    tables = [
        re.findall(r"<th scope=\"row\"><a href=\"(?:\.\./)+(\w)/index", page.partition("rr-sort")[2])
        for page in found.values()
    ]
    assert tables == [["b", "c"], ["d", "e"], ["f"]]
