"""Documents that a report cites: linked where prose names their numbers, gathered over all reports."""

from types import SimpleNamespace

import pytest

from generator.assembly.site import load_and_check
from generator.model.report import Report
from generator.pages.sources.references import cited_documents, link_references
from tests.trees import REPORT, SUMMARY, added, faults, write_tree

LIST = """
references:
- {id: nd-61, name: {vi: Nghị định số 61/2018/NĐ-CP}, number: 61/2018/NĐ-CP, issuer: {vi: Chính phủ}}
- {id: kh-16, name: {vi: Kế hoạch số 16/KH-UBND}, number: 16/KH-UBND}
- {id: cv-297, name: {vi: Công văn}, number: 297/SNV-TCBC&CCHC}
"""


@pytest.fixture
def report(tmp_path) -> Report:
    catalogue, problems = load_and_check(write_tree(tmp_path, added(REPORT, LIST)))
    assert faults(problems) == ()
    return catalogue.reports["huyen/2022-Q3"]


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>Theo Nghị định số 61/2018/NĐ-CP.</p>", 'số <a href="#ref-nd-61">61/2018/NĐ-CP</a>.'),
        ("<p>Công văn 297/SNV-TCBC&amp;CCHC</p>", '<a href="#ref-cv-297">297/SNV-TCBC&amp;CCHC</a>'),
    ],
)
def test_a_number_in_prose_leads_to_the_list(report, html, linked):
    page = "reports/huyen/2022-Q3"

    assert linked in link_references(html, report, page).replace('href="index.html#', 'href="#')


@pytest.mark.parametrize(
    "html",
    ["<p>116/KH-UBND</p>", "<p>16/KH-UBND-1</p>", '<a href="x">16/KH-UBND</a>', '<p title="16/KH-UBND">x</p>'],
)
def test_other_numbers_links_and_attributes_are_left_alone(report, html):
    assert link_references(html, report, "reports/huyen/2022-Q3") == html


def test_one_document_cited_by_two_reports_is_listed_once(tmp_path):
    other = "unit: huyen\nperiod: 2021\ndocument: {title: {vi: A}}\n" + LIST
    changes = added(REPORT, LIST) | {"data/reports/huyen/2021.yml": other}
    catalogue, _ = load_and_check(write_tree(tmp_path, changes))
    context = SimpleNamespace(catalogue=catalogue, lang="vi", report_name=lambda report: str(report.period))

    found = cited_documents(context, "documents")

    assert len(found) == 3
    assert {name for _, name in found[0].reports} == {"2021", "2022-Q3"}


def test_an_id_is_used_once_in_a_list(tmp_path):
    twice = LIST + "- {id: nd-61, name: {vi: Nghị định}}\n"

    codes = [each.code for each in faults(load_and_check(write_tree(tmp_path, added(REPORT, twice)))[1])]
    assert codes == ["duplicate-id"]


def test_links_may_lead_to_a_unit_by_its_former_id(tmp_path):
    former = added("data/units/huyen.yml", "former_ids: [huyen-cu]\n")
    links = added(SUMMARY, "[x](/units/huyen-cu/) [y](/reports/huyen-cu/2022-Q3/) [z](/units/huyen-moi/)\n")

    assert [each.words["target"] for each in load_and_check(write_tree(tmp_path, former | links))[1]] == [
        "/units/huyen-moi/"
    ]
