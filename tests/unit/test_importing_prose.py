"""What the prose of a report says: its figures with section and qualifier, and the documents that it cites, with number and day."""

import pytest
import yaml

from generator.importing.document import Cell, Paragraph, Table
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of
from generator.importing.prose.citations import citations_of
from generator.importing.prose.figures import figures_in
from generator.importing.prose.sections import Said, said_in_cells, sections_of
from generator.importing.reading.text import read_text
from generator.importing.worksheet.words import prose_lines
from generator.importing.writing.facts import facts_of
from generator.importing.writing.report import report_text
from generator.load import load_catalogue
from generator.load.entries import read_entry
from generator.load.yaml_tree import parse_yaml
from generator.model.period import Period
from generator.model.report import Report
from tests.conftest import ROOT

TEXT = """\
BÁO CÁO
Kết quả thực hiện công tác cải cách hành chính năm 2023
I. CÔNG TÁC CHỈ ĐẠO
1. Kế hoạch
Ủy ban nhân dân huyện đã ban hành Kế hoạch cải cách hành chính năm 2023, đề ra 10 mục tiêu, với tỷ lệ hoàn thành gần 80%.
2. Tuyên truyền
Thu hút hơn 2,1 triệu lượt truy cập theo tiêu chuẩn TCVN ISO 9001:2015 vào ngày 04/6/2020[5].
II. KẾT QUẢ
1. Thủ tục
Dịch vụ công trực tuyến mức độ 3, 4 phát sinh 396/5106 hồ sơ.
"""


@pytest.fixture(scope="module")
def outcome():
    catalogue = load_catalogue(ROOT).catalogue
    words = Vocabulary(catalogue.indicators, catalogue.measures)
    return outcome_of(read_text("a.txt", TEXT), "tran-de", Period.parse("2023"), catalogue.forms, words)


def test_figures_are_found_with_section_and_qualifier_and_what_counts_nothing_is_none(outcome):
    found = [(each.section, each.printed, each.qualifier) for each in outcome.stated]

    assert found[:3] == [("I.1", "10", ""), ("I.1", "80%", "nearly"), ("I.2", "2,1 triệu", "over")]
    assert not {"9001", "2015", "5", "4", "04"} & {printed for _, printed, _ in found}


def test_each_is_a_passage_of_the_file_once_the_signs_of_comments_are_taken_away(outcome):
    text = report_text("tran-de", "2023", "", facts_of(outcome), outcome.tables)
    assert "prose:" not in [line.strip() for line in text.split("\n")]

    told = text.partition("# prose:")[2].split("\n")
    passages = "prose:\n" + "\n".join(line.removeprefix("# ") for line in told if line.startswith("#  "))
    tree, problems = parse_yaml(
        text.partition("# Số liệu")[0] + passages.replace("indicator: ,", "indicator: par-plan-items,") + "\n", "a.yml"
    )
    assert not problems
    report, problems = read_entry(Report, tree, "a.yml")
    assert not problems
    said = [(each.section, str(each.figure.value.value)) for each in report.stated_in_prose]
    assert said[:3] == [("I.1", "10"), ("I.1", "80%"), ("I.2", "2,1 triệu")]
    assert yaml.safe_load(passages)["prose"][0]["section"] == "I.1"


def test_the_worksheet_has_them_with_their_sentences(outcome):
    lines = list(prose_lines(outcome, "vi"))
    assert ("I.1", "80%", "gần") in [line[:3] for line in lines]
    assert any("gần 80%" in line[4] for line in lines)


CITED = {
    "Thực hiện Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ": ("30c/NQ-CP", "2011-11-08"),
    "Nghị quyết 76/NQ-CP về bổ sung một số điều": ("76/NQ-CP", ""),
    "Ngày 04/3/2022 UBND huyện đã ban hành văn bản số 454/UBND-VHTT về việc đẩy mạnh": ("454/UBND-VHTT", "2022-03-04"),
    "Chương trình hành động số 12-CTr/TU ngày 31/3/2017 của Tỉnh ủy": ("12-CTr/TU", "2017-03-31"),
    "(Báo cáo 6 tháng đầu năm số 448/BC-UBND ngày 17/6/2022)": ("448/BC-UBND", "2022-06-17"),
    "Quyết định số 5/QĐ-UBND ngày 31/02/2020": ("5/QĐ-UBND", ""),
    "trân trọng giới thiệu toàn văn Văn bản số581/BNV-CCHC và các biểu mẫu": ("581/BNV-CCHC", ""),
}


@pytest.mark.parametrize("sentence", CITED)
def test_documents_are_cited_with_number_and_day_however_offices_write_it(sentence):
    (cited,) = citations_of([Said("I.1", sentence, Paragraph("").spot)])
    assert (cited.number, cited.date) == CITED[sentence]


def test_a_kind_that_is_named_once_is_that_of_all_numbers_of_its_letters():
    said = "Nghị quyết số 18-NQ/TW, số 19-NQ/TW và 20-NQ/TW ngày 25/10/2017; Quyết định số 72/QĐ-UBND, 04/KH-UBND ngày 20/01/2022"
    cited = citations_of([Said("I.1", said, Paragraph("").spot)])
    assert [(each.name, each.date) for each in cited] == [
        ("Nghị quyết số 18-NQ/TW", ""),
        ("Nghị quyết số 19-NQ/TW", ""),
        ("Nghị quyết số 20-NQ/TW", "2017-10-25"),
        ("Quyết định số 72/QĐ-UBND", ""),
    ]


def test_a_day_of_another_year_than_the_number_s_is_kept_as_printed():
    (cited,) = citations_of([Said("I.1", "Thông tư số 02/2017/TT-VPCP ngày 24/02/2014", Paragraph("").spot)])
    assert (cited.date, cited.printed_date, cited.id) == ("", "24/02/2014", "circular-02-2017")


def test_documents_cited_in_cells_of_tables_are_found():
    cell = Cell("tạm dừng theo Công văn số 985/UBND-KSTT ngày 20 tháng 3 năm 2019")
    (cited,) = citations_of(said_in_cells([Paragraph("Kết quả"), Table(((cell, Cell("5")),))]))
    assert (cited.number, cited.date, cited.section) == ("985/UBND-KSTT", "2019-03-20", "")


FIGURES = {
    "Có đến 5/9 huyện đạt tỷ lệ này": ["5/9"],
    "từ ngày 21/7 đến 20/8/2021, trước 5/9": [],
    "theo Kế hoạch số 5/9/KH-UBND": [],
    "Có 61 hồ sơ nộp mức độ 3 và 1.537 hồ sơ nộp mức độ 4": ["61", "1.537"],
    "Dịch vụ công mức độ 3 và 4": [],
    "Cải cách thể chế (-1,60%), giai đoạn 2016 -2020": ["-1,60%"],
}


@pytest.mark.parametrize("sentence", FIGURES)
def test_parts_of_a_whole_falls_and_numbers_behind_levels_are_figures_and_days_are_not(sentence):
    found = figures_in([Said("", sentence, Paragraph("").spot)], {})
    assert [each.printed for each in found] == FIGURES[sentence]


def test_a_day_that_there_is_not_is_kept_as_printed():
    (cited,) = citations_of([Said("I.1", "Quyết định số 5/QĐ-UBND ngày 31/02/2020", Paragraph("").spot)])
    assert (cited.date, cited.printed_date) == ("", "31/02/2020")


def test_sections_follow_parts_and_letters():
    lines = ("Phần thứ nhất", "I. TÌNH HÌNH", "2. Cải cách thủ tục", "a) Kết quả đạt được", "Đã giải quyết 5 hồ sơ.")
    assert [each.section for each in sections_of([Paragraph(each) for each in lines])][-1] == "Phần I, I.2.a"
