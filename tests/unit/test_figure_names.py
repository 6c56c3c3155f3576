"""Addresses of figures of the prose follow from what they say, so that they outlive every edit around them."""

import re

import pytest

from generator.assembly.site import load_and_check
from generator.load.figure_names import section_word
from generator.problems import Severity
from tests.trees import REPORT, added, edit, write_tree

MORE = """\
  - section: Phần I, II.6.a
    indicator: resolved
    breakdown: {tier: commune}
    value: 7
  - section: II.2
    indicator: on-time-rate
    period: 2018
    value: "81,8%"
"""


def anchors(root, changes):
    catalogue, problems = load_and_check(write_tree(root, changes))
    assert not any(each.severity is Severity.ERROR for each in problems)
    return [each.source.anchor for each in catalogue.observations if each.source.table is None]


def test_a_name_says_indicator_period_breakdown_and_section(tmp_path):
    assert anchors(tmp_path, added(REPORT, MORE)) == [
        "p-on-time-rate.2018.ii-2",
        "p-on-time-rate.2019.ii-2",
        "p-resolved.2022-Q3.tier-commune.phan-i-ii-6-a",
        "p-on-time-rate.2018.ii-2_2",
    ]


def test_a_figure_entered_before_others_changes_no_address(tmp_path):
    before = anchors(tmp_path, {})
    first = "prose:\n  - section: I.1\n    indicator: resolved\n    value: 5\n"

    after = anchors(tmp_path, edit(REPORT, "prose:\n", first))

    assert set(before) <= set(after)


def test_the_unit_is_named_where_it_is_another(tmp_path):
    told = anchors(tmp_path, edit(REPORT, "indicator: on-time-rate\n", "indicator: on-time-rate\n    unit: tinh\n"))

    assert told == ["p-on-time-rate.2018.tinh.ii-2", "p-on-time-rate.2019.tinh.ii-2"]


def test_old_addresses_are_never_new_ones_and_every_figure_keeps_its_own(tmp_path):
    catalogue, _ = load_and_check(write_tree(tmp_path, added(REPORT, MORE)))
    prose = [each.source for each in catalogue.observations if each.source.table is None]
    old = [source.old_anchor for source in prose]

    assert old == ["p-1", "p-1_2", "p-2", "p-3"]
    assert not set(old) & {source.anchor for source in prose}
    assert all("." in source.anchor for source in prose)


@pytest.mark.parametrize(
    ("section", "word"),
    [("II.2.a", "ii-2-a"), ("Phần I, III.2", "phan-i-iii-2"), ("Phụ lục 1, 2.1", "phu-luc-1-2-1"), ("Đ.1", "d-1")],
)
def test_a_section_is_a_word_that_any_keyboard_types(section, word):
    assert section_word(section) == word
    assert re.fullmatch(r"[a-z0-9-]+", section_word(section))
