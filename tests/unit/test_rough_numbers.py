"""Rough numbers: how they are read from what is typed and printed, what they leave possible, and how they are said."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.dataset.verdicts import is_met
from generator.i18n import formats
from generator.i18n.rough_words import stated
from generator.load import load_catalogue
from generator.load.rough import WORDS, rough_prints
from generator.model.rough import Qualifier, Rough, Span
from generator.model.target import Comparison
from generator.pages.figures.figure import shown
from generator.problems import message, remedy
from tests.trees import REPORT, edit, faults, write_tree


def read(tmp_path, cell, line="1.1: 1200"):
    """What becomes of a cell of the smallest tree, and the faults."""
    loaded = load_catalogue(write_tree(tmp_path, edit(REPORT, line, f"{line.partition(':')[0]}: {cell}")))
    anchor = f"t-main-{line.partition(':')[0]}"
    (observation,) = (each for each in loaded.catalogue.observations if each.source.anchor == anchor)
    return observation, loaded.catalogue, faults(loaded.problems)


@pytest.mark.parametrize(
    ("printed", "vi", "en"),
    [
        ("gần 6.500", "gần 6.500 hồ sơ", "nearly 6,500 dossiers"),
        ("trên 5.000", "trên 5.000 hồ sơ", "over 5,000 dossiers"),
        ("hơn 180", "trên 180 hồ sơ", "over 180 dossiers"),
        ("khoảng 150.000", "khoảng 150.000 hồ sơ", "about 150,000 dossiers"),
        ("tối thiểu 80", "tối thiểu 80 hồ sơ", "at least 80 dossiers"),
        ("ít nhất 80", "tối thiểu 80 hồ sơ", "at least 80 dossiers"),
        ("dưới 80", "dưới 80 hồ sơ", "under 80 dossiers"),
        ("không quá 80", "tối đa 80 hồ sơ", "at most 80 dossiers"),
        ("từ 11 đến 12", "từ 11 đến 12 hồ sơ", "from 11 to 12 dossiers"),
        ("khoảng 11 hoặc 12", "khoảng 11 đến 12 hồ sơ", "about 11 to 12 dossiers"),
        ("hơn 2,1 triệu", "trên 2.100.000 hồ sơ", "over 2,100,000 dossiers"),
        ("khoảng 12 hồ sơ", "khoảng 12 hồ sơ", "about 12 dossiers"),
    ],
)
def test_a_rough_number_may_be_typed_as_it_is_printed_and_is_said_in_both_languages(tmp_path, printed, vi, en):
    figure, catalogue, problems = read(tmp_path, f'"{printed}"')

    assert problems == ()
    assert figure.printed == printed
    assert (shown(figure, catalogue, "vi", with_unit=True), shown(figure, catalogue, "en", with_unit=True)) == (vi, en)


@pytest.mark.parametrize(
    ("cell", "rough"),
    [
        ('{value: 7, printed: "gần 7 hồ sơ"}', Rough(Qualifier.NEARLY)),
        ('{value: 600, printed: "bình quân 600 hồ sơ/tháng trở lên"}', Rough(Qualifier.AT_LEAST)),
        ('{value: "2.100.000", printed: "hơn 2,1 triệu lượt"}', Rough(Qualifier.OVER)),
        ('{value: 7, printed: "07 hồ sơ trên 10 xã"}', None),
        ('{value: 10, printed: "trên 10 xã", qualifier: exact}', None),
        ('{value: 10, printed: "mười", qualifier: about}', Rough(Qualifier.ABOUT)),
        ("{value: 11, to: 12}", Rough(Qualifier.RANGE, Decimal(12))),
        ("{value: 11, to: 12, qualifier: about}", Rough(Qualifier.ABOUT, Decimal(12))),
        ('{value: 606, printed: "606/678"}', None),
    ],
)
def test_the_words_beside_a_number_make_it_rough_and_others_do_not(tmp_path, cell, rough):
    figure, _, problems = read(tmp_path, cell)

    assert problems == ()
    assert figure.rough == rough


@pytest.mark.parametrize(
    "cell",
    [
        "{value: 11, qualifier: range}",
        "{value: 11, to: 12, qualifier: over}",
        "{status: none-occurred, qualifier: over}",
        "{status: none-occurred, to: 12}",
    ],
)
def test_ends_that_do_not_fit_are_told_of(tmp_path, cell):
    loaded = load_catalogue(write_tree(tmp_path, edit(REPORT, "1.1: 1200", f"1.1: {cell}")))

    assert [each.code for each in faults(loaded.problems)] == ["range-ends"]


def test_what_stands_behind_a_rough_number_is_not_guessed_and_the_message_offers_the_qualifier(tmp_path):
    _, _, (problem,) = read(tmp_path, '"khoảng 1.200 bộ gì đó"')

    assert problem.code == "rough-number-unread"
    assert remedy(problem, "vi") == ('Ghi {value: "1.200", qualifier: about, printed: "khoảng 1.200 bộ gì đó"}.')
    assert "“khoảng 1.200 bộ gì đó”" in message(problem, "en")


@pytest.mark.parametrize(("word", "qualifier"), [("gần", "nearly"), ("hơn", "over"), ("không quá", "at-most")])
def test_the_word_of_the_paper_is_answered_with_its_qualifier(tmp_path, word, qualifier):
    loaded = load_catalogue(write_tree(tmp_path, edit(REPORT, "1.1: 1200", f"1.1: {{value: 1200, qualifier: {word}}}")))

    (problem,) = faults(loaded.problems)
    assert (problem.code, problem.suggestion) == ("not-allowed", (qualifier,))


def test_every_word_is_found_before_a_number_also_in_letters_taken_apart():
    for word, qualifier in WORDS.items():
        assert [each.qualifier for each in rough_prints(f"đạt {word} 80,5%")] == [qualifier], word
    assert [
        each.qualifier
        for each in rough_prints("gần 80%".replace("ầ", "a\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING GRAVE ACCENT}"))
    ] == [Qualifier.NEARLY]


def test_numbers_that_only_lead_from_one_to_another_are_no_range():
    assert list(rough_prints("tăng từ 15/6/2022 đến 09/9/2022")) == []
    assert list(rough_prints("97,55% (13.676 hồ sơ)")) == []
    assert list(rough_prints("40% - 45%")) == []


def test_money_is_named_with_both_ends_where_its_unit_stands_before_the_number(tmp_path):
    _, catalogue, _ = read(tmp_path, "1200")
    percent = catalogue.measures["percent"]
    dong = percent.model_copy(
        update={"pattern": percent.pattern.model_copy(update={"root": {"vi": "{} đ", "en": "VND {}"}})}
    )

    rough = Rough(Qualifier.RANGE, Decimal(12))
    assert stated(Decimal(11), rough, dong, "en", formats.measured) == "from VND 11 to VND 12"
    assert stated(Decimal(11), rough, dong, "vi", formats.measured) == "từ 11 đến 12 đ"


numbers = some.integers(-50, 50).map(Decimal)
roughs = some.none() | some.builds(
    Rough, some.sampled_from([each for each in Qualifier if each is not Qualifier.RANGE])
)
roughs |= some.builds(Rough, some.just(Qualifier.RANGE), numbers)


ALLOWED = {
    Qualifier.OVER: lambda number, value, _: number > value,
    Qualifier.AT_LEAST: lambda number, value, _: number >= value,
    Qualifier.UNDER: lambda number, value, _: number < value,
    Qualifier.NEARLY: lambda number, value, _: number < value,
    Qualifier.AT_MOST: lambda number, value, _: number <= value,
    Qualifier.RANGE: lambda number, value, to: min(value, to) <= number <= max(value, to),
    Qualifier.ABOUT: lambda *_: True,
}


def allows(value, rough, number):
    """Whether a statement leaves a number possible, said without intervals."""
    return number == value if rough is None else ALLOWED[rough.qualifier](number, value, rough.to)


@given(numbers, roughs, numbers, roughs, numbers, numbers)
def test_what_is_certain_of_two_statements_holds_for_every_number_that_they_allow(one, how, other, likewise, low, high):
    first, second = Span.of(one, how), Span.of(other, likewise)

    if allows(one, how, low) and allows(other, likewise, high):
        assert not (first.is_below(second) and low >= high)
        assert not (first.is_never_above(second) and low > high)
        assert not (first.is_apart_from(second) and low == high)
        for comparison in Comparison:
            met = is_met(first, second, comparison)
            assert met in (None, is_met(Span.of(low, None), Span.of(high, None), comparison))


@pytest.mark.parametrize(
    ("value", "rough", "comparison", "met"),
    [
        (80, Qualifier.OVER, Comparison.AT_LEAST, True),
        (80, Qualifier.OVER, Comparison.MORE_THAN, True),
        (70, Qualifier.OVER, Comparison.AT_LEAST, None),
        (80, Qualifier.NEARLY, Comparison.AT_LEAST, False),
        (90, Qualifier.NEARLY, Comparison.AT_LEAST, None),
        (80, Qualifier.ABOUT, Comparison.AT_LEAST, None),
        (90, Qualifier.AT_LEAST, Comparison.AT_LEAST, True),
        (80, Qualifier.AT_MOST, Comparison.MORE_THAN, False),
        (70, Qualifier.UNDER, Comparison.LESS_THAN, True),
        (90, Qualifier.OVER, Comparison.EXACTLY, False),
        (80, Qualifier.AT_LEAST, Comparison.EXACTLY, None),
    ],
)
def test_a_rough_figure_meets_a_threshold_as_far_as_logic_allows(value, rough, comparison, met):
    assert is_met(Span.of(Decimal(value), Rough(rough)), Span.of(Decimal(80), None), comparison) is met
