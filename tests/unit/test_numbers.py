"""Numbers as people write them, in the unit of measure in which they are read."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from generator.i18n.formats import measured
from generator.load.numbers import read_number
from generator.model.indicator import Measure, MeasureType, Pattern
from generator.model.place import Place
from generator.model.placed import Scalar
from generator.model.text import text
from generator.problems import Problem, message, remedy

PLACE = Place("data/reports/huyen/2022.yml", 7, 12)
PERCENT = Measure(
    id="percent", type=MeasureType.DECIMAL, names=text("phần trăm"), pattern=Pattern({"vi": "{} %", "en": "{}%"})
)
DOSSIER = Measure(id="dossier", type=MeasureType.COUNT, names=text("hồ sơ"), pattern=Pattern({"vi": "{} hồ sơ"}))
MILLION = Measure(
    id="million", type=MeasureType.DECIMAL, names=text("triệu đồng"), pattern=Pattern({"vi": "{} triệu đồng"})
)
BARE = Measure(id="bare", type=MeasureType.DECIMAL, names=text("điểm"))
YES_NO = Measure(
    id="yes-no",
    type=MeasureType.YES_NO,
    names=text("có/không"),
    words={"yes": ("x", "Có", "1"), "no": ("0", "00", "không")},
)
NUMERIC = (PERCENT, DOSSIER, MILLION, BARE)


def read(written: str, measure: Measure) -> Decimal | Problem:
    return read_number(Scalar.of(written, PLACE), measure)


def problem(written: str, measure: Measure) -> Problem:
    found = read(written, measure)
    assert isinstance(found, Problem)
    assert found.place == PLACE
    return found


@pytest.mark.parametrize(
    ("written", "measure", "number"),
    [
        ("14083", DOSSIER, "14083"),
        ("0", DOSSIER, "0"),
        ("97,55", PERCENT, "97.55"),
        ("97,55%", PERCENT, "97.55"),
        ("97,55 %", PERCENT, "97.55"),
        ("97,55\N{NO-BREAK SPACE}%", PERCENT, "97.55"),
        ("  97,55   % ", PERCENT, "97.55"),
        ("97.55", PERCENT, "97.55"),
        ("75.01%", PERCENT, "75.01"),
        ("0,5", PERCENT, "0.5"),
        ("0.5", PERCENT, "0.5"),
        ("0.350", PERCENT, "0.350"),
        ("69.843,532", MILLION, "69843.532"),
        ("1.234.567", DOSSIER, "1234567"),
        ("1.234.567,5", MILLION, "1234567.5"),
        ("98,0", DOSSIER, "98"),
        ("12.3456", PERCENT, "12.3456"),
        ("-3", DOSSIER, "-3"),
        ("\N{MINUS SIGN}3,5", PERCENT, "-3.5"),
        ("- 3,5 %", PERCENT, "-3.5"),
        ("870 hồ sơ", DOSSIER, "870"),
        ("870 Hồ sơ", DOSSIER, "870"),
        ("1.020 hồ sơ", DOSSIER, "1020"),
        ("69.843,5 triệu đồng", MILLION, "69843.5"),
        ("14.083", DOSSIER, "14083"),
        ("-12.350", DOSSIER, "-12350"),
        ("12.350", MILLION, "12350"),
        ("12.350", BARE, "12350"),
        ("02", DOSSIER, "2"),
        ("00", DOSSIER, "0"),
        ("010", DOSSIER, "10"),
        ("-07", DOSSIER, "-7"),
        ("87,050", PERCENT, "87.050"),
        ("1.234.567", PERCENT, "1234567"),
        ("0.350", MILLION, "0.350"),
    ],
)
def test_a_number_is_read_as_it_is_printed(written, measure, number):
    assert read(written, measure) == Decimal(number)


@pytest.mark.parametrize(
    ("written", "what_to_write"),
    [
        ("99.100", '"99,100%"'),
        ("97.550", '"97,550%"'),
        ("12.350%", '"12,350%"'),
        ("-1.250", '"-1,250%"'),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_has_two_readings_says_what_to_write(written, what_to_write, lang):
    found = problem(written, PERCENT)

    assert found.code == "ambiguous-rate"
    assert written in message(found, lang)
    assert what_to_write in remedy(found, lang)


@pytest.mark.parametrize("written", ["97,55", "12.35", "1.020,5", "0.5"])
def test_what_is_counted_has_no_decimals(written):
    found = problem(written, DOSSIER)

    assert found.code == "count-with-decimals"
    assert message(found, "en") == f"“{written}” is not a whole number, but hồ sơ are counted."


@pytest.mark.parametrize(
    ("written", "number"), [("12,5", "12.5"), ("1.020,50", "1020.50"), ("12,0", "12"), ("12", "12")]
)
def test_what_is_counted_keeps_the_decimals_that_a_report_prints(written, number):
    read = read_number(Scalar.of(written), DOSSIER, as_printed=True)

    assert str(read) == number


@pytest.mark.parametrize(
    "written",
    [
        "", " ", "-", "--3", "+5", "không", "28 (huyện 27, xã 01)", "1.02,5", "1,020.5", "1,020,300", "12.3.4", "0x10", "1e3",
        ".5", "5.", ",5", "1:30", "1_000", "nan", "inf", "٣", "½", "%", "5 %%", "5 người", "69.843,53 2", "0.350.000",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(written):
    assert problem(written, PERCENT).code == "not-a-number"


@pytest.mark.parametrize("written", ["9" * 30, "0," + "1" * 30])
def test_what_is_longer_than_any_figure_is_refused_as_that(written):
    assert problem(written, PERCENT).code == "figure-too-long"


def test_a_zero_before_a_group_of_three_could_be_either_and_is_refused():
    assert problem("01.020", MILLION).code == "not-a-number"


@pytest.mark.parametrize(("written", "number"), [("x", 1), ("X", 1), ("có", 1), ("1", 1), ("00", 0), (" Không ", 0)])
def test_yes_and_no_are_the_words_of_the_measure(written, number):
    assert read(written, YES_NO) == number


@pytest.mark.parametrize("written", ["", "2", "yes", "true"])
def test_another_word_than_yes_or_no_lists_the_words(written):
    found = problem(written, YES_NO)

    assert found.code == "not-a-word"
    assert found.allowed == ("x", "Có", "1", "0", "00", "không")


def test_zero_has_no_sign():
    assert str(read("-0", DOSSIER)) == "0"


@given(st.integers(-(10**14), 10**14), st.sampled_from(["", " hồ sơ", "\N{NO-BREAK SPACE}hồ sơ"]))
def test_any_whole_number_in_vietnamese_print_is_read_back(number, unit):
    assert read(format_decimal(number, locale="vi") + unit, DOSSIER) == number
    assert read(format_decimal(number, locale="vi"), MILLION) == number


@given(st.integers(-(10**14), 10**14))
def test_any_whole_number_in_plain_digits_is_read_back(number):
    assert read(str(number), DOSSIER) == number


@given(st.decimals(-(10**12), 10**12, places=2), st.sampled_from(["", "%", " %"]))
def test_any_rate_with_two_decimals_is_read_back(number, sign):
    printed = format_decimal(number, format="#,##0.00", locale="vi", decimal_quantization=False) + sign

    assert read(printed, PERCENT) == number


@given(st.text() | st.from_regex(r"[-−]?[0-9]{0,5}([.,][0-9]{0,4}){0,3} ?%?", fullmatch=True))
def test_nothing_that_is_written_makes_the_reader_fail(written):
    for measure in (*NUMERIC, YES_NO):
        found = read(written, measure)
        assert isinstance(found, (Decimal, Problem))
        if isinstance(found, Problem):
            assert message(found, "vi")
            assert message(found, "en")
        else:
            # What was read can be shown.
            assert measured(found, measure, "vi")
            assert measured(found, measure, "en")
