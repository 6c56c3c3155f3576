"""What may be said of figures, on the smallest tree: each rule with figures that tempt to break it."""

import re

import pytest

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.pages.markup.slots import SlotStore
from generator.pages.render import page_context
from generator.pages.statements.sentences import indicator_sentences, unit_sentences
from tests.trees import FILES, INDICATORS, REPORT, faults, write_tree

BREAK = '  breaks:\n    - {period: 2022-Q1, reason: {vi: "Đếm khác.", en: "Counted otherwise."}}\n  related: [resolved]'


def report(unit, period, rate, more=""):
    """A report that states the rate in its prose alone."""
    head = f"unit: {unit}\nperiod: {period}\ndocument:\n  title: {{vi: Báo cáo, en: Report}}\n"
    return {
        f"data/reports/{unit}/{period}.yml": f"{head}prose:\n  - section: II.2\n    indicator: on-time-rate\n    value: {rate}\n{more}"
    }


def district(unit):
    return {
        f"data/units/{unit}.yml": f"id: {unit}\nlevel: district\nparent: tinh\nnames: {{vi: Huyện {unit}, en: District {unit}}}\n"
    }


@pytest.fixture
def say(tmp_path, root):
    """What is said of the district of the smallest tree, or of the rate, as plain text in English."""

    def say(changes, about="huyen"):
        catalogue, problems = load_and_check(
            write_tree(
                tmp_path / str(len(list(tmp_path.iterdir()))),
                {
                    REPORT: None,
                    "content/vi/reports/huyen/2022-Q3/summary.md": None,
                    "content/en/reports/huyen/2022-Q3/summary.md": None,
                }
                | changes,
            )
        )
        assert faults(problems) == ()
        context = page_context(Dataset.of(catalogue), "en", root / "site_templates" / "pages", SlotStore(), None)
        write = indicator_sentences if about == "on-time-rate" else unit_sentences
        return re.sub(r"<[^>]+>", "", str(write(about, f"units/{about}", context)))

    return say


def test_a_figure_alone_is_told_alone(say):
    one = report("huyen", "2022-Q3", '"97%"')

    assert "On-time rate: 97% (the third quarter of 2022)." in say(one)
    assert say(one, "on-time-rate") == "The only figure here is 97% (Sample District, the third quarter of 2022)."


def test_a_direction_needs_the_same_part_of_an_earlier_year(say):
    now = report("huyen", "2022-Q3", '"97%"')

    assert "97% (the third quarter of 2022), up from 95% in the third quarter of 2021." in say(
        now | report("huyen", "2021-Q3", '"95%"')
    )
    assert "up from" not in say(now | report("huyen", "2021-Q2", '"95%"'))
    assert "the same as in the third quarter of 2021: 97%" in say(now | report("huyen", "2021-Q3", '"97%"'))


def test_no_direction_is_told_across_a_break_or_from_a_rough_figure(say):
    now, before = report("huyen", "2022-Q3", '"97%"'), report("huyen", "2021-Q3", '"95%"')
    broken = {INDICATORS: FILES[INDICATORS].replace("  related: [resolved]", BREAK)}
    both = {name: text.replace("value: ", 'values: {2021-Q3: "95%", 2022-Q3: ') + "}\n" for name, text in now.items()}
    formed = both | {"data/units/huyen.yml": FILES["data/units/huyen.yml"] + "valid_from: 2022-01-01\n"}
    rough = report("huyen", "2021-Q3", '{value: "95%", qualifier: over}')

    assert "up from" in say(now | before)
    for changes in (now | broken | before, formed, now | rough):
        said = say(changes)
        assert "97%" in said
        assert "up from" not in said


def test_what_its_source_contradicts_is_not_told_as_a_fact(say):
    """The appendix prints a rate that its own numbers refute."""
    said = say({REPORT: FILES[REPORT].replace('"99,17%"', '"89,17%"').replace("2018:", "2017:")})

    assert "89.17%" not in said
    assert "its reports contradict themselves in 1 place" in said


def test_a_place_is_told_among_three_that_may_be_ranked_and_not_among_two(say):
    one, two = report("huyen", "2022-Q3", '"97%"'), district("b") | report("b", "2022-Q3", '"98%"')
    three = district("c") | report("c", "2022-Q3", '"90%"')

    assert "place" not in say(one | two)
    assert "97% (the third quarter of 2022), place 2 of 3 district-level units." in say(one | two | three)
    tie = district("c") | report("c", "2022-Q3", '"97%"')
    assert "joint place 2 of 3 district-level units." in say(one | two | tie)


def test_a_spread_names_both_ends_and_the_median(say):
    changes = {}
    for unit, rate in (("huyen", '"97%"'), ("b", '"98,5%"'), ("c", '"90%"')):
        changes |= ({} if unit == "huyen" else district(unit)) | report(unit, "2022-Q3", rate)

    said = say(changes, "on-time-rate")

    assert "3 units report it" in said
    assert "from 90% (District c) to 98.5% (Sample District" not in said
    assert (
        "from 90% (District c) to 98.5% (District b) in the third quarter of 2022; the median of 3 district-level units is 97%."
        in said
    )


@pytest.mark.parametrize(("silent", "told"), [(1, "of 2022; the median of 9"), (3, "of 2021; the median of 10")])
def test_a_spread_is_that_of_the_newest_period_in_which_nearly_all_report(say, silent, told):
    changes = {}
    for number, unit in enumerate(("huyen", *"bcdefghij")):
        changes |= {} if unit == "huyen" else district(unit)
        changes |= report(unit, "2021-Q3", f'"{80 + number}%"')
        changes |= report(unit, "2022-Q3", f'"{85 + number}%"') if number >= silent else {}

    assert f"in the third quarter {told} district-level units" in say(changes, "on-time-rate")


def test_movements_are_counted_over_units_with_a_comparable_figure_before(say):
    changes = {}
    for unit, before, now in (("huyen", 95, 97), ("b", 99, 98), ("c", 80, 90)):
        changes |= {} if unit == "huyen" else district(unit)
        changes |= report(unit, "2021-Q3", f'"{before}%"') | report(unit, "2022-Q3", f'"{now}%"')

    assert say(changes, "on-time-rate").endswith(
        "Against the comparable period before, it rose in 2 units and it fell in 1 unit."
    )


def test_a_missed_target_is_named_and_the_only_one_is_told_alone(say):
    def on(period):
        return (
            {
                "data/targets/huyen.yml": FILES["data/targets/huyen.yml"].replace("2022", "2021")
                + FILES["data/targets/huyen.yml"].replace("id: huyen-2022", "id: other")
            }
            if period
            else {}
        )

    missed = say(report("huyen", "2022", '"90%"'))
    assert missed.startswith("The only target here is missed: On-time rate.")
    assert "90% (2022), the target (at least 95%) is missed." in missed
    both = say(report("huyen", "2022", '"90%"') | report("huyen", "2021", '"96%"') | on(True))
    assert both.startswith("1 of 2 targets is met and 1 is missed (On-time rate, 2022).")
    assert say({}) == "The only target here has no figure that decides: On-time rate."
