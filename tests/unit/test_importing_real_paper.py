"""Paper of other offices, imported as text and held against the data of tests/paper, which were entered by hand."""

import pytest

from generator.importing.mapping.placed import Certainty
from generator.importing.mapping.same import same_figure
from generator.importing.mapping.tables import Vocabulary
from generator.importing.outcome import outcome_of
from generator.importing.reading.text import read_text
from generator.load import load_catalogue
from generator.model.period import Period
from tests.real_paper import write_paper
from tools.imports.compare import Verdict, compare

WARD = """\
BÁO CÁO
Số dự thảo văn bản quy phạm pháp luật được thẩm định, ban hành năm 2025
{heads}
(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)
11\t4\t7\t10\t3\t7\t7\t2\t5
"""
"""The 01a workbook of Láng Ward: leaf heads, numbers of columns, one row of figures without a label."""
LAM_DONG = """\
Thống kê của UBND tỉnh cho biết, trong quý I năm 2020 (tính từ 1/12/2019 đến 29/2/2020) toàn tỉnh đã tiếp nhận 659.245 hồ sơ, đã giải quyết 643.272 hồ sơ; trong đó, số hồ sơ giải quyết đúng và trước hạn có 635.593 hồ sơ, chiếm tỷ lệ 98,81%; số hồ sơ quá hạn có 7.677 hồ sơ, chiếm tỷ lệ 1,19%.
Trong số hồ sơ còn lại đang giải quyết gồm 7.172 hồ sơ, có 5.950 hồ sơ chưa đến hạn và 1.222 hồ sơ đã quá hạn.
Với cấp huyện, 12 huyện, thành phố trong tỉnh trong quý I đã tiếp nhận 340.060 hồ sơ, đã giải quyết 329.596 hồ sơ; trong đó, đúng và trước hạn có 323.911 hồ sơ, đạt tỷ lệ 98,28%, còn 5.685 hồ sơ quá hạn, tỷ lệ 1,7%. Trong số 3.405 hồ sơ đang giải quyết, số hồ sơ chưa đến hạn là 2.436 hồ sơ và có 969 hồ sơ đã quá hạn.
"""
HOAI_HAI = """\
Thực hiện Công văn số 225-CV/ĐU ngày 04/9/2020 và Chương trình hành động số 04-CTr/ĐU ngày 02/12/2020;
Quyết định số 246/QĐ-UBND ngày 10/5/2022, Kế hoạch số 04/KH-UBND ngày 20/01/2022.
"""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    return load_catalogue(write_paper(tmp_path_factory.mktemp("paper"))).catalogue


def imported(text, unit, period, catalogue):
    words = Vocabulary(catalogue.indicators, catalogue.measures, catalogue.units, catalogue.breakdowns)
    return outcome_of(read_text("a.txt", text), unit, Period.parse(period), catalogue.forms, words)


def test_the_figures_of_a_ward_stand_where_the_hand_put_them(catalogue):
    columns = catalogue.forms["btp-01a"].tables[0].fixed_columns
    text = WARD.format(heads="\t".join(each.label.root["vi"] for each in columns))
    outcome = imported(text, "phuong-lang", "2025", catalogue)

    assert outcome.form is not None
    assert outcome.form.id == "btp-01a"
    cells = list(compare(outcome, catalogue.reports["phuong-lang/2025"], catalogue))
    assert [each.verdict for each in cells] == [Verdict.RIGHT] * 9
    assert outcome.count(Certainty.LEFT) == 0


def test_every_figure_of_a_newspaper_s_account_is_found_in_its_words(catalogue):
    outcome = imported(LAM_DONG, "lam-dong", "2020-Q1", catalogue)
    found = [each.printed for each in outcome.stated]
    report = catalogue.reports["lam-dong/2020-Q1"]
    wanted = [
        str(each.figure.value.value)
        for each in report.stated_in_prose
        if each.section in ("toàn tỉnh", "cấp huyện") and each.figure.value.value is not None
    ]
    assert len(wanted) == 19
    assert [each for each in wanted if not any(same_figure(each, other) for other in found)] == []


def test_documents_that_a_commune_cites_are_those_of_the_hand(catalogue):
    outcome = imported(HOAI_HAI, "hoai-hai", "2022-9M", catalogue)
    hand = {(each.number, str(each.date)) for each in catalogue.reports["hoai-hai/2022-9M"].references}
    mine = {(each.number, each.date) for each in outcome.citations}
    assert len(mine) == 4
    assert mine <= hand
