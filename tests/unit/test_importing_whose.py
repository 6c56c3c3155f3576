"""Whose report a document is and of which period: known from its head, with how sure that is, and never decided on a guess."""

from pathlib import Path

import pytest

from generator.importing.document import Cell, Paragraph, Table
from generator.importing.prose.whose import find_period, find_unit
from generator.importing.reading.file import read_document
from generator.load import load_catalogue
from generator.model.period import Period
from tests.conftest import ROOT

TEXTS = ROOT / "tests/importing"
REPORTS = {
    "ngan-son-2022-q3": ("ngan-son", True, "2022-Q3"),
    "tran-de-2023": ("tran-de", False, "2023"),
    "khanh-son-2011-2020": ("khanh-son", True, "2011-2020"),
    "khanh-hoa-2020-h1": ("khanh-hoa", True, "2020-H1"),
    "cu-chi-2020-q1": (None, False, "2020-Q1"),
}


@pytest.fixture(scope="module")
def units():
    return load_catalogue(ROOT).catalogue.units


@pytest.mark.parametrize("name", REPORTS)
def test_the_reports_say_whose_they_are(name, units):
    unit, is_sure, period = REPORTS[name]
    blocks = read_document(Path(TEXTS / f"{name}.txt")).blocks

    found = find_period(blocks)
    assert found is not None
    assert (found.value, found.sure) == (period, True)
    whose = find_unit(blocks, units, Period.parse(period))
    assert (whose.value if whose else None, whose.sure if whose else False) == (unit, is_sure)


TITLES = {
    "Kết quả công tác cải cách hành chính quý II năm 2024": ("2024-Q2", True),
    "Công tác CCHC quý IV và năm 2024": ("2024-Q4", False),
    "Công tác cải cách hành chính 9 tháng đầu năm, nhiệm vụ trọng tâm quý IV năm 2023": ("2023-9M", True),
    "Công tác cải cách hành chính sáu tháng cuối năm 2021": ("2021-H2", True),
    "Công tác cải cách hành chính tháng 8 năm 2021": ("2021-08", True),
    "Công tác cải cách hành chính quý I": ("2025-Q1", False),
    "Tổng kết Chương trình giai đoạn 2021-2025": ("2021-2025", True),
    "Công tác cải cách hành chính năm 2022 và phương hướng nhiệm vụ năm 2023": ("2022", True),
}


@pytest.mark.parametrize("title", TITLES)
def test_the_period_is_the_one_that_the_title_names_first_and_not_the_one_it_plans_for(title):
    head = ("UBND HUYỆN NGÂN SƠN", "Ngân Sơn, ngày 10 tháng 3 năm 2025", "BÁO CÁO", title, "I. CÔNG TÁC CHỈ ĐẠO")
    found = find_period([Paragraph(each) for each in head])
    assert found is not None
    assert (found.value, found.sure) == TITLES[title]
    assert found.evidence == title


def test_the_authority_at_the_head_is_meant_and_not_the_one_above_it(units):
    head = Table(((Cell("UBND TỈNH BẮC KẠN"), Cell("CỘNG HÒA XÃ HỘI")), (Cell("UBND HUYỆN NGÂN SƠN"), Cell("Độc lập"))))
    found = find_unit([head, Paragraph("BÁO CÁO")], units, Period.parse("2022-Q3"))
    assert found is not None
    assert (found.value, found.sure) == ("ngan-son", True)


def test_of_two_units_of_one_name_the_one_that_was_there_is_meant(units):
    head = [Paragraph("ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"), Paragraph("BÁO CÁO")]
    for period, unit in (("2020-H1", "khanh-hoa"), ("2025-Q4", "khanh-hoa-2025")):
        found = find_unit(head, units, Period.parse(period))
        assert found is not None
        assert (found.value, found.sure) == (unit, True)


def test_to_whom_a_report_is_sent_is_not_whose_it_is(units):
    blocks = [Paragraph("BÁO CÁO"), Paragraph("Công tác năm 2022"), Paragraph("Kính gửi: UBND tỉnh Bắc Kạn")]
    assert find_unit(blocks, units, Period.parse("2022")) is None or not find_unit(blocks, units, None).sure
