"""Formulas, whatever the numbers: what follows is never called wrong, and what does not always is."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.model.formula import Formula, is_number
from tests.trees import INDICATORS, REPORT, edit, write_tree

COUNTS = st.integers(1, 10**9)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
TERMS = IDS | st.integers(0, 1000).map(str)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the audit finds when the four counts and the rate of the smallest tree are these; `difference` is `resolved` less `on-time`."""
    more = (
        "- id: late\n  names: {vi: Trễ, en: Late}\n  definition: {vi: Trễ., en: Late.}\n  measure: dossier\n  kind: flow\n"
        "  better: lower\n  formula: resolved - on-time\n"
    )
    sums = edit(INDICATORS, "  breakdown: [tier]\n", "  breakdown: [tier]\n  sums: [tier]\n")[INDICATORS]
    prose = edit(REPORT, '{2018: "81,8%", 2019: "83,3%"}', "{2011-2015: not-reported}")[REPORT].replace("97,5%", "97%")
    late = "  - {section: II.3, indicator: late, value: 10}\n"
    tree = write_tree(tmp_path_factory.mktemp("formulas"), {INDICATORS: sums + more, REPORT: prose + late})
    catalogue = load_catalogue(tree).catalogue

    def found(values):
        made = []
        for each in catalogue.observations:
            key = each.breakdown[0][1] if each.breakdown else each.indicator
            stands_here = key in values and str(each.period) == "2022-Q3"
            made.append(replace(each, value=Decimal(values[key]), printed=None) if stands_here else each)
        return {each.code for each in audit(Dataset.of(replace(catalogue, observations=tuple(made))))}

    return found


def right(district, commune, on_time, digits):
    """Figures that follow from each other."""
    whole = district + commune
    rate = (Decimal(100 * on_time) / Decimal(whole)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return {
        "resolved": whole,
        "district": district,
        "commune": commune,
        "on-time": on_time,
        "on-time-rate": rate,
        "late": whole - on_time,
    }


@given(district=COUNTS, commune=COUNTS, share=st.fractions(0, 1), digits=st.integers(0, 3))
def test_figures_that_follow_from_each_other_are_left_alone(told, district, commune, share, digits):
    assert told(right(district, commune, int((district + commune) * share), digits)) == set()


@given(
    district=COUNTS,
    commune=COUNTS,
    share=st.fractions(0, 1),
    digits=st.integers(0, 3),
    which=st.sampled_from(["resolved", "late", "on-time-rate"]),
    off=st.integers(2, 10**6) | st.integers(-(10**6), -2),
)
def test_one_wrong_figure_is_found_by_the_formula_it_breaks(told, district, commune, share, digits, which, off):
    values = right(district, commune, int((district + commune) * share), digits)
    wrong = values[which] + off * (Decimal(1).scaleb(-digits) if which == "on-time-rate" else 1)
    assume(wrong >= 0)
    values[which] = wrong

    assert ("rate-differs" if which == "on-time-rate" else "sum-differs") in told(values)


@given(first=TERMS, rest=st.lists(st.tuples(st.sampled_from("+-"), TERMS), min_size=1, max_size=6))
def test_a_sum_is_read_as_it_is_written(first, rest):
    written = " ".join([first, *(piece for pair in rest for piece in pair)])
    terms = (first, *(term for _, term in rest))
    if all(map(is_number, terms)):
        with pytest.raises(ValueError, match=r"\d"):
            Formula.parse(written)
        return

    formula = Formula.parse(written)

    assert (formula.terms, formula.operators) == (terms, tuple(operator for operator, _ in rest))
    assert not formula.is_quotient


@given(st.text(max_size=40) | st.from_regex(r"[a-z0-9 +/-]{1,30}", fullmatch=True))
def test_what_is_read_is_all_that_was_written(written):
    try:
        formula = Formula.parse(written)
    except ValueError:
        return
    pieces = [formula.terms[0]]
    for operator, term in zip(formula.operators, formula.terms[1:], strict=True):
        pieces += [operator, term]

    assert " ".join(pieces) == written
