"""What a sentence says about the way from one figure to the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audit.prose.directions import Way, claimed


def way(sentence: str) -> Way | None:
    before, between, _ = sentence.split("§")
    return claimed(before, between)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỷ lệ đúng hạn tăng từ § năm 2015 lên §.",
        "Tỷ lệ là § năm 2015, đã tăng lên §.",
        "viên chức từ § lên §",
        "sau khi giảm còn § năm 2015 rồi tăng lên §",
        "Steering documents rose from § in 2015 to §.",
        "The rate went up, from § in 2016 to §.",
        "fell to § in 2014, then climbed to §.",
    ],
)
def test_a_rise_is_heard(sentence):
    assert way(sentence) is Way.UP


@pytest.mark.parametrize(
    "sentence",
    [
        "Số hồ sơ giảm từ § năm 2014 xuống § năm 2015.",
        "Tỷ lệ là § năm 2015 nhưng giảm còn §.",
        "The number fell from § in 2014 to §.",
        "stood at § in 2014 and dropped to §.",
        "having fallen from § in 2014 to §",
    ],
)
def test_a_fall_is_heard(sentence):
    assert way(sentence) is Way.DOWN


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2015 là §, năm 2016 là §.",
        "lên xuống: § năm 2017, § năm 2018",
        "Năm 2015 đạt §, cao hơn § của năm 2016.",
        "It was § in 2015, higher than § in 2016.",
        "§ in 2019, up from §",
        "Tỷ lệ không tăng từ § lên §.",
        "The rate did not rise from § to §.",
        "phấn đấu sẽ tăng từ § lên §",
        "Số đơn vị giảm; hồ sơ là § năm 2015, § năm 2016.",
        "mỗi năm huyện kiểm tra từ § đến § nơi",
        "Kinh phí tăng; có § năm 2015 và § năm 2016",
        "tăng § so với §",
    ],
)
def test_what_is_not_said_clearly_is_left_alone(sentence):
    assert way(sentence) is None


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_words_are_read_without_failing(before, between):
    assert claimed(before, between) in {None, Way.UP, Way.DOWN}
