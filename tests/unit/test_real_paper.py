"""Paper of other offices, entered with nothing left out: it is read without an error, and what it contradicts is found."""

import pytest

from generator.assembly.site import load_and_check
from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.dataset.verdicts import judge_all
from generator.problems import message
from tests.real_paper import write_paper
from tests.trees import faults


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    return load_and_check(write_paper(tmp_path_factory.mktemp("paper")))


def test_all_of_it_is_read_without_an_error(loaded):
    catalogue, problems = loaded

    assert faults(problems) == ()
    assert {str(each.period) for each in catalogue.reports.values()} >= {
        "2019-10",
        "2021-08",
        "2021-2025-03",
        "2025-Q1",
    }
    assert catalogue.reports["nga-phu/2025-Q1-vpcp-01-2020"].rule == "vpcp-01-2020"


@pytest.mark.parametrize(
    ("report", "indicator", "breakdown", "value"),
    [
        ("lam-dong/2020-Q1", "dossiers-received", {"tier": "district"}, "340060"),
        ("lam-dong/2019-10", "dossiers-early", {"handled-at": "provincial-centre"}, "13529"),
        ("vinh-phuc/2021-08", "dossiers-on-time-of-due-rate", {"handled-at": "districts-and-communes"}, "96.55"),
        ("vinh-phuc/2021-09", "dossiers-carried-over", {"handled-at": "provincial-centre"}, "2171"),
        ("dong-nai/2024", "par-index-rank", {}, "32"),
        ("phuong-lang/2025", "drafts-appraised", {"legal-document-form": "decision"}, "7"),
    ],
)
def test_figures_stand_where_the_paper_has_them(loaded, report, indicator, breakdown, value):
    found = [
        str(each.value)
        for each in loaded[0].observations
        if (each.source.report, each.indicator, dict(each.breakdown)) == (report, indicator, breakdown)
    ]
    assert found[0] == value


def test_what_the_paper_contradicts_is_found_and_nothing_else(loaded):
    found = [each for each in audit(Dataset.of(loaded[0])) if each.is_contradiction]

    assert [message(each.problem, "en") for each in found] == [
        (
            "Dossiers resolved, One-stop shops of districts and communes together, October 2019: printed 17,651; "
            "its parts in the report add up to 17,655: 13,767 + 3,254 + 634."
        ),
        "Dossiers resolved, Q1 2020: printed 643,272; its parts in the report add up to 643,270: 635,593 + 7,677.",
        (
            "Dossiers resolved on time, Q1 2020: printed 635,593; its parts in the report add up to 635,595: "
            "51,072 + 323,911 + 260,612."
        ),
    ]


def test_changes_of_rates_are_told_to_be_points(loaded):
    told = [each.figures[0].printed for each in audit(Dataset.of(loaded[0])) if each.code == "points-as-percent"]

    assert {"giảm 3,86%", "tăng 1,69%"} <= set(told)


def test_targets_of_the_decision_are_judged_by_field_and_for_each_year(loaded):
    targets = loaded[0].targets
    by_field = [each for each in targets.values() if each.id.startswith("d282-satisfaction-")]

    assert [(dict(each.breakdown)["procedure-field"], str(each.threshold)) for each in by_field] == [
        ("land", "90%"),
        ("construction", "90%"),
        ("investment", "90%"),
    ]
    judged = [each for each in judge_all(Dataset.of(loaded[0])) if each.target.id == "d282-satisfaction"]
    assert {tuple(str(year.target.period) for year in each.years) for each in judged} == {("2028", "2029", "2030")}
