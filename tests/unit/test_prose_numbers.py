"""Numbers in prose: which are figures, which only name something, and what they may mean."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audit.prose.numbers import numbers_in
from generator.audit.prose.text import words_of
from generator.load.expressions import BOUND


def figures(text: str) -> list[str]:
    return [each.text for each in numbers_in(words_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Giải quyết 1.234 hồ sơ, đạt 97,55 %.", ["1.234", "97,55 %"]),
        ("It resolved 1,234 dossiers, or 97.55%.", ["1,234", "97.55%"]),
        ("chỉ tiêu 40 - 45 % ở cấp tỉnh", ["40", "45 %"]),
        ("40% to 45% for the departments", ["40%", "45%"]),
        ("35/46 nhiệm vụ", ["35", "46"]),
        ("thu 12,7 tỷ đồng và 5 triệu đồng", ["12,7 tỷ", "5 triệu"]),
        ("a 15-day limit", ["15"]),
        ("5ha đất", ["5"]),
        ("mười hai xã và hai mươi lăm thôn", ["mười hai", "hai mươi lăm"]),
        ("twenty-one communes, twelve offices", ["twenty-one", "twelve"]),
        ("Điều 15, khoản 2 và 12 đơn vị", ["12"]),
        ("cấp 125 giấy phép ở mức 5 %", ["125", "5 %"]),
        ("năm 2019 tăng 5 điểm", ["5"]),
        ("2020 % và 2.020 hồ sơ", ["2020 %", "2.020"]),
        ("From 15 June the unit had 55 dossiers", ["55"]),
    ],
)
def test_figures_are_found_in_either_notation(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "ngày 10/6/2020, từ ngày 15/6 đến ngày 09/9/2022, ngày 15/6 và 20/6",
        "ngày 03 tháng 6 năm 2020; tháng 7; tháng 3/2019; đến 31/3",
        "3 June 2020; June 3, 2020; 12 October 2019 to 10 June 2020; between 15 and 20 June",
        "lúc 7h30; 8:30",
        "năm 2015, giai đoạn 2016-2020, 2011 – 2020, 2020-21; since 2015; the 2021 plan",
        "quý III/2022, quý 3, Q3, 6 tháng đầu năm, 9 tháng; the first 9 months, H1",
        "Nghị định số 61/2018/NĐ-CP; số 2686/QĐ-UBND; 18-NQ/TW; 985/UBND-KSTT; 297/SNV-TCBC&CCHC; 12-CTr/TU",
        "Quyết định số 45; Kế hoạch cải cách số 16; Đề án 06; Decree 61; Project 06",
        "mức độ 3, 4; mức độ 3 lên mức độ 4; levels 3 and 4; level 2",
        "Phụ lục 4B; Annex 3B; bảng 2; table 5; dòng 1.2.1; row 1.2; mục II.6.5; section II.3.3; Điều 15, 16",
        "hội nghị lần thứ 6 khóa 12; the 12th congress; Nghị quyết Trung ương 6",
        "TCVN ISO 9001:2015; ISO 9001; Covid-19; công nghiệp 4.0; 4G; PM2.5",
        "một cửa; năm cơ quan; ba xã; one-stop shop; nine months; mười năm",
        "mục 1.2.3 và 1.2.4; phần 3",
        "quận 1, phường 12; Ward 5; District 1",
    ],
)
def test_names_of_days_documents_levels_and_articles_are_no_figures(text):
    assert figures(text) == []


def test_a_number_of_two_readings_keeps_both():
    (number,) = numbers_in("1.234 hồ sơ")

    assert set(number.readings) == {Decimal(1234), Decimal("1.234")}


def test_millions_and_billions_are_worked_out():
    (number,) = numbers_in("2,5 nghìn tỷ đồng")

    assert number.scaled == (Decimal("2.5E+12"),)


@pytest.mark.parametrize("hedge", ["khoảng", "hơn", "gần", "about", "more than", "nearly"])
def test_a_rough_number_is_known_by_the_word_before_it(hedge):
    (rough,) = numbers_in(f"{hedge} 14.000")
    (exact,) = numbers_in("có 14.000")

    assert rough.rough
    assert not exact.rough


@pytest.mark.parametrize(
    "markup",
    [
        '{{ value("staff", period="2019") }}',
        "[lời](../2019/12.md)",
        "[lời][1]\n\n[1]: https://example.vn/12",
        "`12`",
        "```\n12\n```",
        '<td colspan="12">',
        "<!-- 12 -->",
        "https://example.vn/12",
        "12. Mục",
        "&#12;",
    ],
)
def test_markup_holds_no_figures_and_what_follows_keeps_its_place(markup):
    text = f"{markup}\n\nSố 30 %"

    assert figures(text) == ["30 %"]
    assert len(words_of(text)) == len(text)
    assert numbers_in(words_of(text))[0].start == text.index("30")


words = st.text(st.sampled_from("aăâđêôơư ABC0123456789.,/-%–:;()[]{}<>`*_#&\n|“”") | st.characters(), max_size=200)


@given(words)
def test_any_text_is_read_without_failing_and_in_order(text):
    blanked = words_of(text)
    found = list(numbers_in(blanked))

    assert len(blanked) == len(text)
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert all(each.readings for each in found)
    assert all(blanked[each.start : each.start + 1].lower() == each.text[:1].lower() for each in found)


@given(
    number=st.integers(1, 999),
    year=st.integers(1950, 2050),
    kind=st.sampled_from(["NĐ-CP", "QĐ-UBND", "TT-VPCP", "NQ/TW"]),
    before=st.sampled_from(["Nghị định số ", "theo ", "(", ""]),
)
def test_no_number_is_found_inside_the_number_of_a_document(number, year, kind, before):
    assert figures(f"{before}{number}/{year}/{kind}") == []
    assert figures(f"{before}{number}/{kind}") == []


@given(st.from_regex(r"[a-zđê]{1,8}[0-9]{1,6}[a-zđê]{0,3}", fullmatch=True))
def test_no_number_is_found_inside_a_word(word):
    assert figures(f"có {word} đây") == []


@given(st.decimals(0, 10**9, places=2, allow_nan=False, allow_infinity=False))
def test_every_number_that_the_site_writes_is_read_back(value):
    from generator.i18n.formats import number

    for lang in ("vi", "en"):
        written = number(value, lang)
        found = numbers_in(f"đạt {written} % kế hoạch")
        assert any(value in each.readings for each in found), written


def test_expressions_are_kept_as_one_sign():
    assert re.sub(f"{BOUND}+", "§", words_of('Có {{ value("staff") }} người')) == "Có § người"
