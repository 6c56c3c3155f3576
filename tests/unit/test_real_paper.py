"""Paper of other offices, entered with nothing left out: it is read without an error, and what it contradicts is found."""

import pytest

from generator.assembly.site import load_and_check
from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.dataset.verdicts import judge_all
from generator.model.form_in_report import form_of
from generator.pages.appendix.appendix import appendix_tables, printed_otherwise
from generator.pages.markup.slots import SlotStore
from generator.pages.render import page_context
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


def test_a_figure_out_of_others_is_not_quoted_beside_itself(loaded, root):
    context = page_context(Dataset.of(loaded[0]), "en", root / "site_templates/pages", SlotStore(), None)
    quoted = {
        each.printed: printed_otherwise(each, context) for each in loaded[0].observations if each.out_of is not None
    }

    assert quoted["5/9"] == quoted["6/8"] == ""
    assert quoted["thứ nhất"] == "thứ nhất"


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


def test_the_ministry_is_judged_by_what_is_said_of_ministries(loaded):
    by_level = {each.id: each.level for each in loaded[0].targets.values() if each.id.startswith("d282-data-maturity")}

    assert {name: level and level.value for name, level in by_level.items()} == {
        "d282-data-maturity": "province",
        "d282-data-maturity-ministries": "ministry",
    }


TRACKED = """\
unit: thanh-hoa
period: 2024-01
form: qd766-payment
document: {title: {vi: Bảng mẫu, en: A made-up table}}
tables:
  payment:
    lists:
      units:
        - code: "1"
          unit: nga-phu
          values: [10, 8, "Số lượng: 6 / Tỷ lệ: 75% / Điểm số: 1,5", "Số lượng: 4 / Tỷ lệ: 50% / Điểm số: 1", 200, "Số lượng: 12 / Tỷ lệ: 120% / Điểm số: 2"]
"""


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_a_cell_prints_is_not_quoted_where_its_figures_say_it_all(tmp_path, root, lang):
    root_of_paper = write_paper(tmp_path)
    (root_of_paper / "data/reports/thanh-hoa/2024-01.yml").write_text(
        TRACKED.replace("Điểm số: 1,5", "Điểm số: 1,50 điểm"), encoding="utf-8"
    )
    catalogue = load_and_check(root_of_paper)[0]
    context = page_context(Dataset.of(catalogue), lang, root / "site_templates/pages", SlotStore(), None)
    report = catalogue.reports["thanh-hoa/2024-01"]
    (table,) = appendix_tables(report, form_of(report, catalogue), context)

    assert [cell.printed for cell in table.rows[1].cells] == [
        "", "", "Số lượng: 6 / Tỷ lệ: 75% / Điểm số: 1,50 điểm", "", "", "",
    ]  # fmt: skip


def test_a_tracking_table_that_divides_dossiers_by_procedures_is_found_out(tmp_path):
    """The forms are those that the paper prints, the figures made up: the excerpt has none."""
    root = write_paper(tmp_path)
    (root / "data/reports/thanh-hoa/2024-01.yml").write_text(TRACKED, encoding="utf-8")
    catalogue, problems = load_and_check(root)
    cell = [each for each in catalogue.observations if each.source.report == "thanh-hoa/2024-01"][2:5]
    found = [each for each in audit(Dataset.of(catalogue)) if each.figures[0].source.report == "thanh-hoa/2024-01"]

    assert faults(problems) == ()
    assert [(each.indicator, str(each.value)) for each in cell] == [
        ("procedures-with-payments", "6"),
        ("procedures-with-payments-rate", "75"),
        ("payment-points", "1.5"),
    ]
    assert len({each.source.anchor for each in cell}) == 1
    assert [(each.code, each.figures[0].indicator) for each in found] == [
        ("rate-differs", "fee-dossiers-paid-online-rate"),
    ]
