"""How verdicts are told: the steps in words, the counts with their links, and what a key figure is compared with."""

from dataclasses import replace

import pytest
from jinja2 import Environment

from generator.assembly.site import load_and_check
from generator.dataset.dataset import Dataset
from generator.pages.cards.cards import figure_card
from generator.pages.context import Context
from generator.pages.markup.slots import SlotStore
from generator.pages.progress.missed import missed_targets
from generator.pages.progress.target_scope import own_assessments, scope_words
from generator.pages.progress.targets import target_views
from generator.pages.progress.verdicts import reasons, threshold_words, verdict_counts
from tests.trees import INDICATORS, added, faults, write_tree

TARGET = "data/targets/huyen.yml"
PLAN = """\
- {id: done, names: {vi: Đã làm, en: Done}, definition: {vi: A}, measure: dossier, kind: cumulative, better: higher}
- {id: planned, names: {vi: Kế hoạch, en: Planned}, definition: {vi: A}, measure: dossier, kind: stock, better: neither}
- {id: done-rate, names: {vi: Tỷ lệ, en: Share done}, definition: {vi: A}, measure: percent, kind: stock, better: higher, formula: done / planned}
"""


def target(**told) -> str:
    values = {"indicator": "on-time-rate", "unit": "tinh", "period": 2019, "comparison": "at-least", **told}
    lines = "".join(f"  {key}: {value}\n" for key, value in values.items() if value is not None)
    return f"- id: t\n{lines}  source: {{vi: Kế hoạch, en: Plan}}\n"


def context_of(folder, targets: str | None, lang="en", *, document="title: {vi: A}", **values: str) -> Context:
    """The pages' context of a tree in which the province's report states `values` (indicator: figures by period)."""
    prose = "".join(
        f"- {{section: I, indicator: {name.replace('_', '-')}, values: {told}}}\n" for name, told in values.items()
    )
    report = "unit: tinh\nperiod: 2011-2020\ndocument: {" + document + "}\n" + (f"prose:\n{prose}" if prose else "")
    changes = {**added(INDICATORS, PLAN), TARGET: targets, "data/reports/tinh/2011-2020.yml": report}
    catalogue, problems = load_and_check(write_tree(folder, changes))
    assert faults(problems) == ()
    return Context(Dataset.of(catalogue), lang, Environment(autoescape=True), SlotStore(), None)  # type: ignore[arg-type]


def told(context: Context) -> list[str]:
    """The steps to the only verdict, without their links."""
    (judged,) = context.judgements
    return [step.striptags() for step in reasons(judged, "progress", context)]


def test_a_verdict_is_explained_with_its_arithmetic(tmp_path):
    context = context_of(tmp_path, target(threshold="'80%'"), on_time_rate='{2019: "82,5%"}')

    assert told(context) == [
        "To be reached: at least 80%, by 31 December 2019.",
        "Reported: 82.5% (2019).",
        "82.5% − 80% = +2.5 points, so “at least 80%” is met.",
        "The figure covers the whole time, so this is the verdict.",
    ]


def test_the_explanation_follows_the_language_of_the_page(tmp_path):
    context = context_of(tmp_path, target(threshold="'80%'"), "vi", on_time_rate='{2019: "78,5%"}')

    assert told(context)[2] == "78,5 % − 80 % = −1,5 điểm phần trăm; như vậy, mức “tối thiểu 80 %” chưa đạt."


def test_what_is_stated_only_roughly_is_said_to_leave_the_target_open(tmp_path):
    context = context_of(tmp_path, target(threshold="'80%'"), on_time_rate='{2019: "trên 70%"}')

    assert told(context) == [
        "To be reached: at least 80%, by 31 December 2019.",
        "Reported: over 70% (2019).",
        "The report states this only roughly, which leaves open whether “at least 80%” is met.",
    ]


def test_a_rough_figure_that_leaves_no_doubt_is_compared_without_a_difference(tmp_path):
    context = context_of(tmp_path, target(threshold="'80%'"), "vi", on_time_rate='{2019: "trên 80%"}')

    assert told(context)[1:3] == ["Kết quả báo cáo: trên 80 % (năm 2019).", "Như vậy, mức “tối thiểu 80 %” đã đạt."]


@pytest.mark.parametrize(
    ("document", "last"),
    [
        (
            "title: {vi: A}, as_of: 2020-06-03",
            "The report on this very time closed its books on 3 June 2020 and is the last to speak of it, so this is the verdict.",
        ),
        (
            "title: {vi: A}, date: 2020-06-03",
            "The report on this very time is dated 3 June 2020 and is the last to speak of it, so this is the verdict.",
        ),
    ],
)
def test_a_report_is_said_to_have_closed_its_books_only_where_it_says_so(tmp_path, document, last):
    targets = target(indicator="planned", period="2011-2020", threshold=30)
    context = context_of(tmp_path, targets, document=document, planned="{2011-2020: 35}")

    assert told(context)[-1] == last


def test_a_plan_is_shown_with_its_source(tmp_path):
    targets = target(indicator="done", threshold_from="planned")
    context = context_of(tmp_path, targets, done="{2019-Q3: 35}", planned="{2019-Q3: 46}")

    assert told(context) == [
        "To be reached: at least 46 dossiers, by 31 December 2019.",
        "That is the plan as reported: 46 dossiers (Q3 2019).",
        "Reported: 35 dossiers (Q3 2019).",
        "No final figure: the time is over, the last figure before its end, of Q3 2019, was 35 dossiers.",
    ]
    (judged,) = context.judgements
    assert 'href="../reports/tinh/2011-2020/index.html#p-planned.2019-Q3.i"' in reasons(judged, "progress", context)[1]


@pytest.mark.parametrize(
    ("targets", "values", "last"),
    [
        (
            target(threshold="'80%'"),
            {},
            "Reported: no figure of this unit for that time. Without a figure there is no verdict.",
        ),
        (
            target(indicator="done", threshold_from="planned"),
            {"done": "{2019: 3}"},
            "The plan is not reported as a number. Without it there is no verdict.",
        ),
        (
            target(indicator="done", threshold=30),
            {"done": "{2019-Q3: 35}"},
            "The figure goes only to 30 September 2019, but a running total does not fall again, so the verdict is already clear.",
        ),
        (
            target(threshold="'80%'", period=None),
            {"on_time_rate": "{2018: 90}"},
            "The limit has no date, so the newest figure decides.",
        ),
    ],
)
def test_the_last_step_says_why_it_ends_there(tmp_path, targets, values, last):
    assert told(context_of(tmp_path, targets, **values))[-1] == last


def test_counts_lead_to_the_list_of_exactly_these(tmp_path):
    context = context_of(tmp_path, target(threshold="'80%'"), on_time_rate="{2019: 90}")

    (only,) = verdict_counts(context.judgements, context, "units/tinh", "unit-tinh", unit="tinh")
    assert (only.verdict, only.word, only.number) == ("achieved", "achieved", 1)
    assert only.href == "../../progress/index.html?unit=tinh&verdict=achieved#unit-tinh"


def test_an_indicator_lists_its_target_for_a_level_nobody_of_which_reports(tmp_path):
    context = context_of(tmp_path, target(unit=None, level="commune", parent="tinh", threshold="'80%'"))

    (row,) = target_views("on-time-rate", "indicators/on-time-rate", context)
    assert (row.who, row.threshold, row.verdict) == ("Communes, Sample Province", "at least 80%", "")


def test_a_key_figure_names_the_target_it_answers(tmp_path):
    later = target(threshold="'95%'", period=2030).replace("id: t", "id: later")
    context = context_of(tmp_path, target(threshold="'80%'") + later, on_time_rate="{2018: 70, 2019: 90}")

    card = figure_card(context.dataset.series["on-time-rate", "tinh", ()], context)
    assert (card.target, card.word, card.target_anchor) == ("Target for 2019: at least 80%", "achieved", "target-t")


def test_a_key_figure_without_an_answer_names_the_next_target(tmp_path):
    later = target(threshold="'95%'", period=2030).replace("id: t", "id: later")
    context = context_of(tmp_path, target(threshold="'80%'", period=2011) + later, on_time_rate="{2019: 90}")

    card = figure_card(context.dataset.series["on-time-rate", "tinh", ()], context)
    assert (card.target, card.word) == ("Target for 2030: at least 95%", "no data")


def test_the_share_of_a_plan_is_compared_with_the_plan(tmp_path):
    targets = target(indicator="done", threshold_from="planned")
    context = context_of(tmp_path, targets, done="{2019: 46}", planned="{2019: 46}", done_rate="{2019: 100}")

    card = figure_card(context.dataset.series["done-rate", "tinh", ()], context)
    assert (card.target, card.word) == ("Plan for 2019: 46 of 46 dossiers", "achieved")


def test_a_plan_whose_time_is_over_says_so_on_the_card(tmp_path):
    targets = target(indicator="done", threshold_from="planned")
    context = context_of(tmp_path, targets, done="{2019-Q3: 35}", planned="{2019-Q3: 46}", done_rate="{2019-Q3: 76}")

    card = figure_card(context.dataset.series["done-rate", "tinh", ()], context)
    assert card.target == "Plan for 2019: 35 of 46 dossiers"
    assert (card.verdict, card.word, card.remark) == ("no-data", "no figure for the end of 2019 yet", "")


@pytest.mark.parametrize(
    ("comparison", "threshold", "words"),
    [("at-least", 100, "100%"), ("more-than", 95, "more than 95%"), ("at-least", 95, "at least 95%")],
)
def test_a_threshold_that_nothing_can_pass_is_put_plainly(tmp_path, comparison, threshold, words):
    context = context_of(tmp_path, target(threshold=threshold, comparison=comparison), on_time_rate="{2019: 90}")

    (judged,) = context.judgements
    assert threshold_words(judged, context) == words


def test_targets_that_are_parts_of_one_indicator_are_not_told_as_many(tmp_path):
    context = context_of(tmp_path, target(threshold=80), on_time_rate="{2019: 90}")
    (judged,) = context.judgements
    part = replace(judged, target=judged.target.model_copy(update={"breakdown": {"tier": "district"}}))

    assert scope_words([judged], context) == "1 target for 1 indicator."
    assert scope_words([part] * 3, context) == (
        "3 targets for 1 indicator. 3 of the achieved targets are parts of a single indicator, “On-time rate” (Sample Province)."
    )


def test_a_unit_that_judges_its_own_goals_is_linked_to(tmp_path):
    goal = "- {id: goal, names: {vi: Mục tiêu}, definition: {vi: A}, measure: yes-no, kind: stock, better: higher, breakdown: [tier], self_assessed: true}\n"
    prose = "".join(
        f"- {{section: I, indicator: goal, breakdown: {{tier: {tier}}}, value: {answer}}}\n"
        for tier, answer in (("district", "x"), ("commune", "không"))
    )
    tree = write_tree(
        tmp_path,
        {
            **added(INDICATORS, goal),
            "data/reports/tinh/2020.yml": f"unit: tinh\nperiod: 2020\ndocument: {{title: {{vi: A}}}}\nprose:\n{prose}",
        },
    )
    catalogue, problems = load_and_check(tree)
    assert faults(problems) == ()
    context = Context(Dataset.of(catalogue), "en", Environment(autoescape=True), SlotStore(), None)  # type: ignore[arg-type]

    (said,) = own_assessments("tinh", "progress", context)
    assert said.striptags() == "The unit's own assessment of its goals: 1 of 2 goals met (2020)."
    assert 'href="../reports/tinh/2020/index.html#p-goal' in said


def test_a_key_figure_says_over_what_the_median_is(tmp_path):
    for name, rate in (("a", 70), ("b", 80), ("c", 90)):
        write_tree(tmp_path)
        (tmp_path / f"data/units/{name}.yml").write_text(f"id: {name}\nlevel: commune\nnames: {{vi: {name}}}\n")
        (tmp_path / f"data/reports/{name}").mkdir()
        (tmp_path / f"data/reports/{name}/2019.yml").write_text(
            f"unit: {name}\nperiod: 2019\ndocument: {{title: {{vi: A}}}}\n"
            f"prose:\n- {{section: I, indicator: on-time-rate, value: {rate}}}\n"
        )
    context = context_of(tmp_path, None)

    card = figure_card(context.dataset.series["on-time-rate", "c", ()], context)
    assert card.median == "Median of its level (Communes): 80%, over 3 units in 2019"
    assert figure_card(context.dataset.series["on-time-rate", "huyen", ()], context).median == ""


def test_missed_targets_are_named_where_they_are_counted(tmp_path):
    context = context_of(tmp_path, target(threshold="'95%'"), on_time_rate="{2019: 90}")
    missed = missed_targets(context.judgements, "units/tinh", context)

    assert missed.more == 0
    ((name, href),) = missed.named
    assert name.endswith(", 2019")
    assert href.endswith("progress/index.html#target-t")


def test_a_target_of_several_years_is_judged_in_each_and_at_the_end(tmp_path):
    several = target(period="2016-2018", each_year="true", threshold="'80%'")
    context = context_of(tmp_path, several, on_time_rate='{2016: "82%", 2017: "78%", 2018: "81%"}')

    assert told(context)[:5] == [
        "To be reached: at least 80%, by 31 December 2018.",
        "The target is to be kept in each year from 2016 to 2018: each year is judged by its own figure, and the figure for the end gives the verdict.",
        "2016: 82%, achieved.",
        "2017: 78%, missed.",
        "2018: 81%, achieved.",
    ]
    assert [each.verdict.value for each in context.judgements] == ["achieved"]


def test_a_year_of_several_without_a_figure_says_so(tmp_path):
    several = target(period="2026-2027", each_year="true", threshold="'80%'")
    context = context_of(tmp_path, several, on_time_rate='{2026: "85%"}')

    assert "2027: no figure yet." in told(context)
    assert [each.verdict.value for each in context.judgements] == ["on-the-way"]
