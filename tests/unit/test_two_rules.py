"""Two documents of one unit for one period, each under a rule of its own: addresses, names, and figures that both state."""

from datetime import date

import pytest

from generator.assembly.site import load_and_check
from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.dataset.due import Standing, expected_reports
from generator.i18n.names import report_label
from generator.problems import message
from tests.trees import REPORT, edit, faults, write_tree

CALENDAR = """\
- id: control
  names: {vi: Thông tư về kiểm soát thủ tục, en: Circular on the control of procedures}
  beside: {vi: kiểm soát thủ tục, en: control of procedures}
  source: {vi: Thông tư, en: Circular}
  collected: [huyen]
  since: 2022-01-01
  windows: [{period: Q3, from: 06-15, to: 09-14, due: 09-20}]
"""
BESIDE = "data/reports/huyen/2022-Q3-control.yml"
SECOND = """\
unit: huyen
period: 2022-Q3
rule: control
document: {{title: {{vi: Báo cáo kiểm soát, en: Report on control}}}}
prose:
  - {{section: I, indicator: resolved, value: {value}{more}}}
"""


def tree(tmp_path, value="1.200", more=""):
    second = SECOND.format(value=f'"{value}"', more=more)
    return load_and_check(write_tree(tmp_path, {"data/calendar.yml": CALENDAR, BESIDE: second}))


def disagreements(catalogue):
    found = [each for each in audit(Dataset.of(catalogue)) if each.code == "documents-disagree"]
    return [message(each.problem, "en") for each in found]


def test_each_document_has_its_address_and_its_name(tmp_path):
    catalogue, problems = tree(tmp_path)

    assert faults(problems) == ()
    assert list(catalogue.reports) == ["huyen/2022-Q3", "huyen/2022-Q3-control"]
    assert report_label(catalogue.reports["huyen/2022-Q3-control"], catalogue, "en") == (
        "Sample District, Q3 2022 (control of procedures)"
    )


def test_the_file_is_called_after_the_rule(tmp_path):
    problems = load_and_check(
        write_tree(
            tmp_path,
            {"data/calendar.yml": CALENDAR, "data/reports/huyen/2022-Q2.yml": SECOND.format(value=1, more="")},
        )
    )[1]
    assert [(each.code, each.words["expected"]) for each in faults(problems)] == [("misplaced-file", BESIDE)]


def test_figures_that_both_state_alike_are_not_told_of(tmp_path):
    assert disagreements(tree(tmp_path)[0]) == []


def test_figures_that_both_state_differently_are_told_of(tmp_path):
    (told,) = disagreements(tree(tmp_path, "1.201")[0])

    assert told == (
        "Dossiers resolved, Q3 2022: 1,200 here, but 1,201 in the report “Sample District, Q3 2022 (control of procedures)”."
    )


def test_figures_of_other_days_do_not_disagree(tmp_path):
    more = ", covers: {from: 2022-06-01, to: 2022-08-31}"
    catalogue = tree(tmp_path, "1.201", more)[0]
    assert len(disagreements(catalogue)) == 1

    own = edit(REPORT, "  as_of: 2022-09-15\n", "  as_of: 2022-09-15\n  covers: {from: 2022-06-15, to: 2022-09-14}\n")
    second = SECOND.format(value='"1.201"', more=more)
    catalogue = load_and_check(write_tree(tmp_path, {**own, "data/calendar.yml": CALENDAR, BESIDE: second}))[0]
    assert disagreements(catalogue) == []


@pytest.mark.parametrize(("there", "standing"), [(True, Standing.HERE), (False, Standing.OVERDUE)])
def test_a_report_on_reform_does_not_stand_for_the_one_beside_it(tmp_path, there, standing):
    changes = {"data/calendar.yml": CALENDAR, BESIDE: SECOND.format(value=1, more="") if there else None}
    catalogue = load_and_check(write_tree(tmp_path, changes))[0]
    (expected,) = expected_reports(catalogue, date(2022, 12, 1))

    assert (expected.report, expected.standing) == ("huyen/2022-Q3-control", standing)


def test_pages_show_the_figure_of_the_report_on_reform_where_both_state_it(tmp_path):
    dataset = Dataset.of(tree(tmp_path, "1.201")[0])
    (series,) = [each for each in dataset.select(indicator="resolved", unit="huyen") if not each.breakdown]

    assert [each.source.report for each in series.observations] == ["huyen/2022-Q3"]
