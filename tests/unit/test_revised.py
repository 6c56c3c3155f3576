"""What differs from a snapshot, what only looks as if it did, and why it was changed."""

from dataclasses import replace

import pytest

from generator.dataset.dataset import Dataset
from generator.dataset.matching import match
from generator.dataset.report_history import ChangeKind
from generator.dataset.revised import revisions
from generator.load import load_catalogue
from generator.model.catalogue import Catalogue
from generator.model.edition import Edition
from generator.model.observation import Status
from generator.recall.known import Known
from tests.trees import FILES, FORM, INDICATORS, REPORT, added, edit, write_tree
from tests.vintages import frozen

REVISED = """\
published: 2024-01-01
revisions:
  - {date: 2024-02-01, change: {vi: Gõ nhầm}, table: main, row: "1.1"}
  - {date: 2024-03-01, change: {vi: Đọc lại bản in}, indicator: on-time-rate}
  - {date: 2024-04-01, change: {vi: Sửa lời văn}}
"""


@pytest.fixture
def loaded(tmp_path):
    def catalogue(*changes) -> Catalogue:
        merged = {name: content for each in changes for name, content in each.items()}
        return load_catalogue(write_tree(tmp_path, merged)).catalogue

    return catalogue


def told(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """The changes as edition, kind and the end of the figure's id."""
    return [
        (str(each.edition), each.kind.value, each.figure.anchor) for each in revisions(Dataset.of(catalogue)).changes
    ]


def past(catalogue: Catalogue, anchor: str):
    """What editions said of a figure: the editions and the value of each step; and the reason."""
    figure = next(each for each in catalogue.observations if each.source.anchor == anchor and not each.part)
    found = revisions(Dataset.of(catalogue)).past(figure)
    if found is None:
        return None
    steps = [(*map(str, step.editions), str(step.figure.value)) for step in found.steps]
    return steps, found.reason.text.in_language("vi") if found.reason else None


def test_nothing_differs_from_what_was_frozen_from_the_same_files(loaded):
    catalogue = loaded(frozen("2023"))

    assert told(catalogue) == []
    assert all(revisions(Dataset.of(catalogue)).past(each) is None for each in catalogue.observations)


def test_a_figure_that_was_changed_afterwards_is_found_and_no_other(loaded):
    catalogue = loaded(frozen("2023", edit(REPORT, "1200", "1150")))

    assert told(catalogue) == [("2023", "changed", "t-main-1.1")]
    assert past(catalogue, "t-main-1.1") == ([("2023", "1150")], None)
    assert past(catalogue, "t-main-1.2") is None


@pytest.mark.parametrize("written", ['"99,170%"', '"99,1700"', "99.17"])
def test_another_spelling_of_the_same_number_is_no_revision(loaded, written):
    catalogue = loaded(frozen("2023", edit(REPORT, '"99,17%"', written)))

    assert told(catalogue) == []


def test_a_figure_that_a_blank_cell_took_the_place_of_is_revised(loaded):
    catalogue = loaded(edit(REPORT, "1200", "not-reported"), frozen("2023"))

    (change,) = revisions(Dataset.of(catalogue)).changes
    assert (change.before.status, change.after.status) == (Status.REPORTED, Status.NOT_REPORTED)


def test_the_history_is_told_in_order_and_editions_that_agree_together(loaded):
    catalogue = loaded(
        frozen("2019", edit(REPORT, "1200", "1150"), "2020-01-15"),
        frozen("2020", edit(REPORT, "1200", "1150"), "2021-01-15"),
        frozen("2021", edit(REPORT, "1200", "1180"), "2022-01-15"),
        frozen("2022", None, "2023-01-15"),
    )

    assert past(catalogue, "t-main-1.1")[0] == [("2019", "2020", "1150"), ("2021", "1180")]
    assert told(catalogue) == [("2021", "changed", "t-main-1.1"), ("2020", "changed", "t-main-1.1")]
    newest, older = revisions(Dataset.of(catalogue)).changes
    assert (newest.until, older.until) == (Edition(2022), Edition(2021))


def test_a_correction_of_an_old_edition_counts_as_taken_when_it_was_taken(loaded):
    """The correction of 2020 was taken after the snapshot of 2023 and already knew the right value."""
    wrong = edit(REPORT, "1200", "1150")
    catalogue = loaded(
        frozen("2020", wrong, "2021-01-15"),
        frozen("2020.2", None, "2024-06-01"),
        frozen("2023", wrong, "2024-01-15"),
    )

    assert told(catalogue) == [("2023", "changed", "t-main-1.1")]
    assert past(catalogue, "t-main-1.1")[0] == [("2020", "2023", "1150")]


def test_gone_and_added_figures_are_told_apart_from_changed_ones(loaded):
    catalogue = loaded(
        edit(REPORT, "1.4: x", "1.4: not-reported"),
        frozen("2023", edit(REPORT, '2018: "81,8%", 2019: "83,3%"', '2017: "80%", 2018: "82,8%"')),
    )

    assert told(catalogue) == [
        ("2023", "changed", "t-main-1.4"),
        ("2023", "changed", "p-on-time-rate.2018.ii-2"),
        ("2023", "added", "p-on-time-rate.2019.ii-2"),
        ("2023", "gone", "p-on-time-rate.2017.ii-2"),
    ]


def test_a_report_that_came_after_the_snapshot_is_no_revision(loaded):
    later = {"data/reports/huyen/2022-Q4.yml": FILES[REPORT].replace("2022-Q3", "2022-Q4").replace("1200", "1300")}
    catalogue = loaded(later, frozen("2023"))

    assert told(catalogue) == []
    found = revisions(Dataset.of(catalogue)).compared_with(catalogue.vintages[0])
    assert (found.new_reports, found.gone_reports) == (("huyen/2022-Q4",), ())


def test_a_report_that_is_gone_is_told_once_with_the_newest_edition_that_has_it(loaded):
    both = {"data/reports/huyen/2022-Q4.yml": FILES[REPORT].replace("2022-Q3", "2022-Q4")}
    catalogue = loaded(frozen("2022", both, "2023-01-15"), frozen("2023", both))

    assert revisions(Dataset.of(catalogue)).gone_reports == ((Edition(2023), "huyen/2022-Q4"),)
    assert told(catalogue) == []


def test_a_column_put_before_others_moves_figures_and_revises_none(loaded):
    columns = edit(REPORT, "columns: [2020, 2021]", "columns: [2019, 2020, 2021]")
    columns[REPORT] = columns[REPORT].replace('["97,5%", not-reported]', '["90%", "97,5%", not-reported]')
    catalogue = loaded(columns, frozen("2023"))

    found = revisions(Dataset.of(catalogue)).compared_with(catalogue.vintages[0])

    assert told(catalogue) == [("2023", "added", "t-years-1")]
    assert [(each.before.anchor, each.after.anchor) for each in found.of(ChangeKind.MOVED)] == [
        ("t-years-1", "t-years-1_2"),
        ("t-years-1_2", "t-years-1_3"),
    ]


def test_a_figure_that_only_means_something_else_is_no_revision(loaded):
    other = edit(FORM, "label: {vi: Đúng hạn, en: On time}, indicator: on-time}", "label: {vi: Đúng hạn, en: On time}, indicator: resolved, breakdown: {tier: district}}")  # fmt: skip
    catalogue = loaded(frozen("2023", other))

    (moved,) = revisions(Dataset.of(catalogue)).compared_with(catalogue.vintages[0]).changes

    assert told(catalogue) == []
    assert (moved.kind, moved.before.indicator, moved.after.indicator) == (ChangeKind.MOVED, "resolved", "on-time")


def test_the_reason_is_the_newest_declared_revision_that_names_the_figure_after_the_snapshot(loaded):
    wrong = edit(REPORT, '1.3: "99,17%"', '1.3: "98%"')
    wrong[REPORT] = wrong[REPORT].replace("1200", "1150").replace('"1.190"', '"1.180"')
    catalogue = loaded(added(REPORT, REVISED), frozen("2023", wrong))

    assert past(catalogue, "t-main-1.1")[1] == "Gõ nhầm"
    assert past(catalogue, "t-main-1.3")[1] == "Đọc lại bản in"
    assert past(catalogue, "t-main-1.2") == ([("2023", "1180")], None)
    (first, *_) = revisions(Dataset.of(catalogue)).changes
    assert str(first.reason.day) == "2024-02-01"


def test_what_was_declared_before_the_snapshot_or_after_the_next_one_is_no_reason(loaded):
    first, second = edit(REPORT, "1200", "1150"), edit(REPORT, "1200", "1160")
    catalogue = loaded(
        added(REPORT, REVISED),
        frozen("2021", first, "2022-01-15"),
        frozen("2022", second, "2023-01-15"),
        frozen("2023", edit(REPORT, '"1.190"', '"1.180"'), "2024-02-15"),
    )

    reasons = {
        (str(each.edition), each.figure.anchor): each.reason for each in revisions(Dataset.of(catalogue)).changes
    }

    assert reasons["2021", "t-main-1.1"] is None
    assert reasons["2022", "t-main-1.1"].text.in_language("vi") == "Gõ nhầm"
    assert reasons["2023", "t-main-1.2"] is None


def test_a_declared_correction_is_a_reason_where_no_revision_names_the_figure(loaded):
    correction = 'corrections:\n  - {table: main, row: "1.1", expects: "1200", value: 1210, kind: printing, reason: {vi: In sai}}\n'
    catalogue = loaded(added(REPORT, correction), frozen("2023"))

    assert past(catalogue, "t-main-1.1") == ([("2023", "1200")], "In sai")


def test_without_snapshots_nothing_is_compared(loaded):
    catalogue = loaded({})

    assert replace(catalogue).vintages == ()
    assert told(catalogue) == []


def test_a_renamed_unit_or_indicator_revises_nothing(loaded):
    renamed = {
        name: content.replace("on-time-rate", "punctuality")
        for name, content in FILES.items()
        if isinstance(content, str)
    }
    renamed["data/indicators/procedures.yml"] += "  former_ids: [on-time-rate]\n"
    renamed = {
        name.replace("/huyen", "/quan"): content.replace("unit: huyen", "unit: quan")
        for name, content in renamed.items()
    }
    renamed["data/units/quan.yml"] = (
        renamed["data/units/quan.yml"].replace("id: huyen", "id: quan") + "former_ids: [huyen]\n"
    )
    moved = {name: None for name in FILES if "/huyen" in name}
    catalogue = loaded(moved, renamed, frozen("2023", edit(REPORT, "1200", "1150")))

    found = revisions(Dataset.of(catalogue)).compared_with(catalogue.vintages[0])

    assert told(catalogue) == [("2023", "changed", "t-main-1.1")]
    assert past(catalogue, "t-main-1.1") == ([("2023", "1150")], None)
    assert (found.new_reports, found.gone_reports) == ((), ())
    assert {each.after.anchor for each in found.of(ChangeKind.MOVED)} == {
        "p-punctuality.2018.ii-2",
        "p-punctuality.2019.ii-2",
    }


def test_a_figure_of_the_prose_that_got_another_indicator_is_no_revision_and_keeps_its_old_address(loaded):
    """Its address is named after what it is a value of; its number and its section are what they were."""
    before = edit(REPORT, "indicator: on-time-rate\n    values: {2018", "indicator: late-rate\n    values: {2018")
    late = "- id: late-rate\n  names: {vi: Tỷ lệ trễ, en: Late rate}\n  definition: {vi: Trễ., en: Late.}\n  measure: percent\n  kind: flow\n  better: lower\n"
    catalogue = loaded(added(INDICATORS, late), frozen("2023", added(INDICATORS, late) | before))
    found = revisions(Dataset.of(catalogue))

    assert told(catalogue) == []
    former = {each.source.anchor: found.former_anchors(each) for each in catalogue.observations}
    assert former["p-on-time-rate.2018.ii-2"] == ("p-late-rate.2018.ii-2",)
    assert former["t-main-1.1"] == ()


def test_another_number_in_the_same_section_is_another_figure(loaded):
    before = edit(
        REPORT,
        'indicator: on-time-rate\n    values: {2018: "81,8%"',
        'indicator: late-rate\n    values: {2018: "18,2%"',
    )
    late = "- id: late-rate\n  names: {vi: Tỷ lệ trễ, en: Late rate}\n  definition: {vi: Trễ., en: Late.}\n  measure: percent\n  kind: flow\n  better: lower\n"
    catalogue = loaded(added(INDICATORS, late), frozen("2023", added(INDICATORS, late) | before))

    assert ("2023", "added", "p-on-time-rate.2018.ii-2") in told(catalogue)
    assert ("2023", "gone", "p-late-rate.2018.ii-2") in told(catalogue)


def test_what_became_of_a_report_is_worked_out_again_only_where_the_report_was_edited(tmp_path, monkeypatch):
    other = "data/reports/huyen/2023-Q3.yml"
    same = FILES[REPORT].replace("2022-Q3", "2023-Q3")
    files = {**frozen("2023", {**edit(REPORT, "1200", "1150"), other: same}), other: same}
    known, matched = Known(), []

    def noted(old, new):
        matched.append(next(iter(new.values())).report)
        return match(old, new)

    def changes(*edits):
        merged = {**files, **{name: content for each in edits for name, content in each.items()}}
        catalogue = load_catalogue(write_tree(tmp_path, merged), known).catalogue
        with monkeypatch.context() as patched:
            patched.setattr("generator.dataset.report_history.match", noted)
            found = revisions(Dataset.of(catalogue, known)).changes
        assert found == revisions(Dataset.of(catalogue)).changes, "what is kept says what a first reading says"
        return [str(each.figure.value) for each in found]

    assert changes() == ["1200"]
    assert sorted(matched) == ["huyen/2022-Q3", "huyen/2023-Q3"]
    matched.clear()
    assert changes(edit(REPORT, "1200", "1300")) == ["1300"]
    assert matched == ["huyen/2022-Q3"]
