"""Which figures may stand side by side: each rule by an example, and what holds for all of them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dataset.comparability import Reason, comparable_groups, contest, figure, lineage, refusal
from generator.dataset.comparison import Caveat, is_unsure, ranked
from generator.model.dates import PartialDate
from generator.model.days import NO_DAYS, Days, Stretch
from generator.model.indicator import Direction, Indicator, IndicatorKind
from generator.model.observation import Observation, Source, Status
from generator.model.period import Period
from generator.model.place import NOWHERE
from generator.model.rough import Qualifier, Rough
from generator.model.text import text
from generator.model.unit import Level, Unit
from generator.pages.comparing.comparison_words import CAVEATS, REASONS


def unit(name, level=Level.DISTRICT, since=None, until=None, **more):
    return Unit(
        id=name,
        level=level,
        names=text(name),
        valid_from=since and PartialDate.parse(since),
        valid_to=until and PartialDate.parse(until),
        **more,
    )


A, B = unit("a"), unit("b")
OLD = unit("old", until="2025-06-30", successors=("new",))
NEW = unit("new", since="2025-07-01")
UNITS = {each.id: each for each in (A, B, OLD, NEW, unit("other-old", until="2025-06-30"))}
LINEAGE = lineage(UNITS)


def made(of, period, kind=IndicatorKind.FLOW, value="1", breakdown=(), days=NO_DAYS, rough=None):
    observation = Observation(
        unit=of.id,
        period=Period.parse(period),
        indicator="on-time",
        breakdown=breakdown,
        measure="percent",
        status=Status.REPORTED if value else Status.NOT_REPORTED,
        value=Decimal(value) if value else None,
        words=None,
        printed=None,
        note=None,
        days=days,
        rough=rough,
        source=Source("a/2023"),
        place=NOWHERE,
    )
    return figure(observation, of, kind)


def covering(first, last):
    return Days(covers=Stretch(PartialDate.parse(first), PartialDate.parse(last)))


def indicator(better=Direction.HIGHER, kind=IndicatorKind.FLOW):
    return Indicator(id="on-time", names=text("x"), definition=text("x"), measure="percent", kind=kind, better=better)


@pytest.mark.parametrize(
    ("kind", "one", "other", "reason"),
    [
        (IndicatorKind.FLOW, "2023", "2023", None),
        (IndicatorKind.FLOW, "2019", "2023", None),
        (IndicatorKind.FLOW, "2023-Q1", "2023-Q3", None),
        (IndicatorKind.FLOW, "2023-H1", "2023-H2", None),
        (IndicatorKind.FLOW, "2022-Q3", "2022", Reason.LENGTH),
        (IndicatorKind.FLOW, "2020-Q1", "2020-H1", Reason.LENGTH),
        (IndicatorKind.FLOW, "2022-Q3", "2022-9M", Reason.TOTAL_AND_QUARTER),
        (IndicatorKind.FLOW, "2011-2020", "2020", Reason.RUN_OF_YEARS),
        (IndicatorKind.FLOW, "2011-2015", "2011-2020", Reason.RUN_OF_YEARS),
        (IndicatorKind.FLOW, "2011-2015", "2016-2020", None),
        (IndicatorKind.CUMULATIVE, "2022-Q3", "2023", Reason.RUNNING_TOTALS),
        (IndicatorKind.CUMULATIVE, "2022-Q2", "2022-H1", None),
        (IndicatorKind.CUMULATIVE, "2022-Q3", "2022-9M", None),
        (IndicatorKind.STOCK, "2022-Q3", "2023", None),
        (IndicatorKind.STOCK, "2011-2020", "2020", Reason.RUN_OF_YEARS),
    ],
)
def test_time_decides(kind, one, other, reason):
    assert refusal(made(A, one, kind), made(B, other, kind), LINEAGE) is reason


def test_figures_are_compared_within_one_breakdown():
    district, commune = ((("tier", each),) for each in ("district", "commune"))

    assert refusal(made(A, "2023", breakdown=district), made(B, "2023", breakdown=commune), {}) is Reason.BREAKDOWN
    assert refusal(made(A, "2023", breakdown=district), made(B, "2023", breakdown=district), {}) is None


def test_an_empty_cell_is_compared_with_nothing():
    assert refusal(made(A, "2023"), made(B, "2023", value=None), {}) is Reason.NO_NUMBER


def test_a_unit_is_not_compared_with_the_one_it_came_from():
    assert refusal(made(OLD, "2024"), made(NEW, "2026"), LINEAGE) is Reason.LINEAGE


def test_lineage_reaches_over_several_changes_and_is_read_from_either_side():
    units = {
        each.id: each
        for each in (unit("first", successors=("second",)), unit("second"), unit("third", predecessors=("second",)))
    }

    assert lineage(units)["third"] == {"first", "second"}


def test_units_that_never_existed_together_are_not_compared():
    ended = UNITS["other-old"]

    assert refusal(made(ended, "2024"), made(NEW, "2026"), LINEAGE) is Reason.NEVER_TOGETHER
    assert refusal(made(ended, "2024"), made(A, "2026"), LINEAGE) is None


def test_a_unit_formed_or_abolished_within_the_period_is_not_compared_by_what_happened_in_it():
    assert refusal(made(NEW, "2025"), made(A, "2025"), LINEAGE) is Reason.PART_OF_PERIOD
    assert refusal(made(OLD, "2025"), made(A, "2025"), LINEAGE) is Reason.PART_OF_PERIOD
    assert refusal(made(NEW, "2025-Q4"), made(A, "2025-Q4"), LINEAGE) is None
    stock = IndicatorKind.STOCK
    assert refusal(made(NEW, "2025", stock), made(A, "2025", stock), LINEAGE) is None


def test_running_totals_of_a_unit_formed_within_the_year_begin_too_late():
    total = IndicatorKind.CUMULATIVE

    assert refusal(made(NEW, "2025-Q4", total), made(A, "2025-Q4", total), LINEAGE) is Reason.PART_OF_PERIOD


def test_a_contest_is_held_within_a_level_and_a_time():
    province = unit("p", Level.PROVINCE)

    def key(of, period, kind=IndicatorKind.FLOW):
        return contest(made(of, period, kind), indicator(), sizeless=True)

    assert key(A, "2023") == key(B, "2023") != ""
    assert key(A, "2023") != key(A, "2022")
    assert key(A, "2023") != key(province, "2023")
    assert key(A, "2022-Q2", IndicatorKind.CUMULATIVE) == key(B, "2022-H1", IndicatorKind.CUMULATIVE)
    assert key(A, "2022-Q4", IndicatorKind.STOCK) == key(B, "2022", IndicatorKind.STOCK)


@pytest.mark.parametrize(
    ("better", "sizeless", "value"),
    [
        (Direction.NEITHER, True, "1"),
        (Direction.HIGHER, False, "1"),
        (Direction.HIGHER, True, None),
    ],
)
def test_nothing_is_ranked_without_direction_or_number_or_if_it_grows_with_the_unit(better, sizeless, value):
    assert contest(made(A, "2023", value=value), indicator(better), sizeless=sizeless) == ""


def test_a_figure_that_really_covers_other_days_is_of_these_days():
    plain = made(A, "2020-H1")
    shifted = made(A, "2020-H1", days=covering("2019-10-12", "2020-06-10"))
    closed_early = made(A, "2020-H1", days=covering("2020-01-01", "2020-06-10"))

    assert shifted.moment == (date(2019, 10, 12), date(2020, 6, 10))
    assert shifted.span.months == 8
    assert refusal(shifted, made(B, "2020-H1"), {}) is Reason.LENGTH
    assert (closed_early.moment, closed_early.span) == (plain.moment, plain.span)


def test_a_state_of_a_day_far_from_the_end_of_its_period_is_of_that_day():
    early = made(A, "2020-H1", IndicatorKind.STOCK, days=Days(as_of=PartialDate(2020, 2, 10)))
    closed_early = made(A, "2020-H1", IndicatorKind.STOCK, days=Days(as_of=PartialDate(2020, 6, 10)))

    assert early.moment == (date(2020, 2, 10), date(2020, 2, 10))
    assert closed_early.moment == (date(2020, 6, 30), date(2020, 6, 30))
    assert refusal(early, closed_early, {}) is None


def test_every_reason_and_caveat_has_its_sentence():
    assert set(REASONS) == set(Reason)
    assert set(CAVEATS) == set(Caveat)


periods = st.sampled_from(
    ["2019", "2020-Q1", "2020-H1", "2022-9M", "2022-Q3", "2025", "2025-Q3", "2011-2020", "2016-2020", "2026"]
)
some_figures = st.builds(
    made,
    st.sampled_from(list(UNITS.values())),
    periods,
    st.just(IndicatorKind.FLOW),
    st.sampled_from(["1", "2", None]),
    st.sampled_from([(), (("tier", "district"),)]),
)


@given(some_figures, some_figures)
def test_comparability_does_not_depend_on_the_order(one, other):
    assert refusal(one, other, LINEAGE) is refusal(other, one, LINEAGE)


@given(st.lists(some_figures, max_size=12))
def test_groups_hold_each_figure_once_and_only_what_is_comparable(found):
    groups = list(comparable_groups(found, LINEAGE))

    assert sorted(map(id, (each for group in groups for each in group))) == sorted(map(id, found))
    assert all(
        refusal(one, other, LINEAGE) is None for group in groups for one in group for other in group if one is not other
    )


_DAYS = st.sampled_from([None, "2019-07-01", "2020-01-01", "2020-07-01", "2021-01-01"])
_PERIODS = st.sampled_from(["2020-Q1", "2020-Q1", "2020-Q2", "2020"])


@st.composite
def some_figures(draw):
    """Figures of units, some of which came from others, were formed late or ended early."""
    names = [f"u{number}" for number in range(draw(st.integers(2, 8)))]
    units = []
    for number, name in enumerate(names):
        before = draw(st.lists(st.sampled_from(names[:number]), max_size=1)) if number else []
        units.append(unit(name, since=draw(_DAYS), until=draw(_DAYS), predecessors=tuple(before)))
    found = [made(each, draw(_PERIODS), value=draw(st.sampled_from(["1", "2", "3", None]))) for each in units]
    return found, lineage({each.id: each for each in units})


@given(some_figures())
def test_groups_are_those_that_holding_every_two_against_each_other_gives(given_figures):
    """What decides whether a figure joins a group is kept beside it, because of thousands nobody holds each against each."""
    found, known = given_figures
    expected = []
    for each in found:
        home = next((group for group in expected if all(refusal(each, other, known) is None for other in group)), None)
        if home is None:
            expected.append([each])
        else:
            home.append(each)

    assert list(comparable_groups(found, known)) == expected


_ROUGH = st.sampled_from(
    [None, None, None, *(Rough(each) for each in (Qualifier.OVER, Qualifier.NEARLY, Qualifier.ABOUT))]
)


@given(
    st.lists(st.tuples(st.sampled_from("12345"), _ROUGH), min_size=2, max_size=8), st.sampled_from(["higher", "lower"])
)
def test_ranks_are_those_that_holding_every_two_against_each_other_gives(values, better):
    found = [
        made(unit(f"u{number}"), "2020-Q1", value=value, rough=rough) for number, (value, rough) in enumerate(values)
    ]
    directed = indicator(better=Direction(better))

    def beats(one, other):
        first, second = one.observation.span, other.observation.span
        return second.is_below(first) if better == "higher" else first.is_below(second)

    expected = {
        each.unit.id: 1 + sum(beats(other, each) for other in found)
        for each in found
        if not any(is_unsure(each, other) for other in found)
    }
    assert ranked(found, directed, sizeless=True) == expected
