"""What was found in a dataset is taken again in the next state of the tree while everything that was read reads the same, and only then."""

from pathlib import Path

import pytest

from generator.assembly.site import load_and_check, read_tree
from generator.changes.state import State
from generator.dataset.comparison import standings_of
from generator.dataset.dataset import Dataset
from generator.dataset.remembered import remembered
from generator.recall.known import Known
from tests.trees import REPORT, edit, write_tree

SUMMARY = "content/vi/reports/huyen/2022-Q3/summary.md"


class _Looking:
    """Looks at the figures of an indicator, and counts how often it had to."""

    def __init__(self, indicator: str) -> None:
        self._indicator = indicator
        self.times = 0

    def find(self, dataset: Dataset) -> tuple[str, ...]:
        self.times += 1
        return tuple(str(each.value) for each in dataset.by_indicator(self._indicator))

    def found(self, dataset: Dataset, *made_from: object) -> tuple[str, ...]:
        return remembered(dataset, self._indicator, made_from, self.find)


def read(tree: Path, known: Known, changes=None) -> Dataset:
    return read_tree(write_tree(tree, changes), known)[0]


def test_it_is_looked_again_only_where_what_was_read_differs(tmp_path):
    known, resolved, on_time = Known(), _Looking("resolved"), _Looking("on-time")
    for changes in (None, {SUMMARY: "Câu khác.\n"}, edit(REPORT, "1200", "1300")):
        made = read(tmp_path, known, changes)
        assert resolved.found(made) == resolved.find(made)
        assert on_time.found(made) == on_time.find(made)

    # Once by itself and once beside for each state; of what is remembered twice and once.
    assert (resolved.times - 3, on_time.times - 3) == (2, 1)


@pytest.mark.parametrize(
    "changes",
    [
        edit(REPORT, "1200", "1300"),
        {SUMMARY: "Báo cáo nêu 77 hồ sơ.\n"},
        edit("data/units/huyen.yml", "Huyện Mẫu", "Huyện Khác"),
        {REPORT: "unit: [\n"},
    ],
)
def test_two_states_read_one_after_the_other_are_told_of_as_each_by_itself(tmp_path, changes):
    """As `check` and `diff` read the files as they are and as they were: what is the same in both is looked at once."""
    before, now = write_tree(tmp_path / "before"), write_tree(tmp_path / "now", changes)
    known = Known()

    states = [State.of(tree, known) for tree in (now, before)]

    for tree, state in zip((now, before), states, strict=True):
        assert load_and_check(tree, known)[1] == load_and_check(tree)[1]
        assert (state.catalogue, state.errors) == (State.of(tree).catalogue, State.of(tree).errors)
        assert state.findings == State.of(tree).findings
        assert state.judgements == State.of(tree).judgements


def test_it_is_looked_again_where_it_is_made_from_something_else(tmp_path):
    looking, made = _Looking("resolved"), read(tmp_path, Known())
    for text in ("a", "a", "b"):
        looking.found(made, text)

    assert looking.times == 2


def test_figures_that_stay_the_same_are_the_same_objects_in_the_next_state(tmp_path):
    known = Known()
    before = read(tmp_path, known)
    after = read(tmp_path, known, edit(REPORT, "1200", "1300"))

    assert after.by_report("huyen/2022-Q3") is not before.by_report("huyen/2022-Q3")
    again = read(tmp_path, known, {**edit(REPORT, "1200", "1300"), SUMMARY: "Câu khác.\n"})
    assert again.by_report("huyen/2022-Q3") is after.by_report("huyen/2022-Q3")
    assert again.select(indicator="resolved") is after.select(indicator="resolved")
    assert standings_of(again, "resolved") is standings_of(after, "resolved")
