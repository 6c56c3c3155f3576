"""From the words of the five reports to the words on the pages, in both languages: what is compared is alike, and nothing is claimed that is not printed."""

import html
import re

import pytest

from generator.audit import audit
from generator.dataset.dataset import Dataset
from generator.load import load_catalogue
from generator.problems import Severity

LANGUAGES = ("", "en/")


@pytest.fixture
def page(built_site):
    """The HTML of a page."""

    def read(path, lang=""):
        return (built_site / f"{lang}{path}" / "index.html").read_text(encoding="utf-8")

    return read


def words(page_html):
    """The text of a page's article, a space between any two pieces."""
    (article,) = re.findall(r"<article\b[^>]*>(.*)</article>", page_html, re.DOTALL)
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", "", article, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_budget_of_2015_is_no_contradiction(page, lang):
    """“Kinh phí CCHC sử dụng 12.350 245.883 193.395 330.000 346.000 15.000”: 15.000 were used in another column."""
    audit = words(page("reports/khanh-son/2011-2020/audit", lang))
    contradictions, notes = audit.split("Worth a look ¶" if lang else "Nên xem lại ¶")

    assert "12,350" not in contradictions
    assert "12.350" not in contradictions
    assert ("Reform budget allocated, 2015" if lang else "Kinh phí cải cách hành chính được phân bổ, năm 2015") in notes
    assert ("Reform budget used, 2015" if lang else "Kinh phí cải cách hành chính đã sử dụng, năm 2015") not in audit
    report = page("reports/khanh-son/2011-2020", lang)
    assert 'popovertarget="look-t-1-7-2"' in report
    assert 'popovertarget="flag-t-1-7-2"' not in report


@pytest.mark.parametrize(("lang", "said"), [("", "bản in ghi 0, "), ("en/", "printed 0, ")])
def test_nought_is_quoted_as_the_paper_prints_it(page, lang, said):
    """“Mức độ hài lòng chung 75.01% … 89.23% 0”."""
    audit = words(page("reports/khanh-son/2011-2020/audit", lang))

    assert said in audit
    assert "bản in ghi 0 %" not in audit
    assert "printed 0%" not in audit


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_worth_a_look_is_counted_apart(root, page, lang):
    found = [each for each in audit(Dataset.of(load_catalogue(root).catalogue)) if each.acknowledged is None]
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page("audit", lang), re.DOTALL)
    numbers = [[int(each) for each in re.findall(r'<td class="rr-num"[^>]*>(\d+)</td>', row)[:2]] for row in rows]

    assert [sum(column) for column in zip(*numbers, strict=True)] == [
        sum(each.problem.severity is severity for each in found) for severity in (Severity.CONTRADICTION, Severity.NOTE)
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "",
            "bảng 3b, dòng 1.1 ghi 115, nhưng các dòng đếm cùng những đối tượng ấy ở chỗ khác cho kết quả 191: 191 + 0",
        ),
        ("en/", "115 in table 3b, row 1.1, but the rows that count the same things elsewhere give 191: 191 + 0"),
    ],
)
def test_standardised_procedures_of_cu_chi(page, lang, said):
    """Annex 3B: “Cấp huyện 115, cấp xã 118”; annex 7B: “đã công bố chuẩn hóa 191, 113”, “chưa thực hiện theo ISO … 0, 5”."""
    assert said in words(page("reports/cu-chi/2020-Q1/audit", lang))
    assert 'popovertarget="flag-t-3b-1.1"' in page("reports/cu-chi/2020-Q1", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_numbers_for_a_quarter_and_for_nine_months(page, lang):
    """“Trong 9 tháng đầu năm … 396/5106 hồ sơ”, and both in the appendix of the third quarter."""
    audit = words(page("reports/ngan-son/2022-Q3/audit", lang))

    for number in ("5,106" if lang else "5.106", "396"):
        assert (f"as many as the {number} printed for" if lang else f"bằng đúng con số {number} in cho") in audit


@pytest.mark.parametrize("lang", LANGUAGES)
def test_practices_that_a_drive_recorded_are_no_initiatives_of_a_quarter(page, lang):
    """“Tổng kết đánh giá kết quả phát động phong trào thi đua … năm 2019. Qua đó, ghi nhận 72 giải pháp, cách làm hay”."""
    initiatives, practices = (
        words(page(f"indicators/{each}", lang)) for each in ("par-initiatives-applied", "par-good-practices-recorded")
    )

    assert "Củ Chi" not in initiatives
    assert re.search(r"2019 .*Củ Chi.* 72 ", practices)
    assert "Q1 2020" not in practices
    assert ("counted 72" if lang else "ghi nhận 72") in words(page("reports/cu-chi/2020-Q1", lang)).replace("  ", " ")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "indicator", ["par-plan-items", "par-plan-tasks", "budget-revenue-plan", "public-investment-plan"]
)
def test_plans_of_the_year_stand_under_the_year(page, lang, indicator):
    """“kế hoạch Cải cách hành chính năm 2022 … 46 nhiệm vụ”, in a report on the third quarter."""
    read = words(page(f"indicators/{indicator}", lang))
    table = read.split("All units over time" if lang else "Số liệu của mọi đơn vị qua các kỳ")[1].split("†")[0]

    assert "2022" in table
    assert ("Q3 2022 |" if lang else "Quý III/2022 |") not in table
    assert not re.search(r"Q3 2022 Ngân|quý III/2022 Huyện", table, re.IGNORECASE)
    assert ("Plan of the year" if lang else "Kế hoạch năm") in read


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bands_of_decree_60_stand_over_no_older_figure(page, lang):
    """“tự bảo đảm một phần chi thường xuyên” (2020), “tự chủ một phần kinh phí” (2020), and three bands (2022)."""
    older, by_band, funds = (
        words(page(f"indicators/service-units-{each}", lang))
        for each in ("partly-self-financing", "partly-self-financing-by-band", "partly-autonomous-in-funds")
    )

    assert "10%" not in older + funds
    assert "10%" in by_band
    assert [("Khánh Sơn" in each, "Ngân Sơn" in each, "Củ Chi" in each) for each in (older, by_band, funds)] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_documents_in_an_appendix_on_reform_are_documents_on_reform(page, lang):
    read = words(page("indicators/par-directive-documents", lang))

    assert "Khánh Sơn" in read
    assert "Ngân Sơn" in read
    assert "on any subject" not in read
    assert "mọi lĩnh vực" not in read
    assert "par-directive-documents/index.html" in page("indicators/management-documents", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_base_year_that_is_not_printed_is_not_shown(page, lang):
    """“đã tinh giảm 8% biên chế công chức và 5% biên chế viên chức”."""
    for indicator, value in (("civil-servant-posts-cut-rate", "8"), ("public-employee-posts-cut-rate", "5")):
        assert f"{value}%" in words(page(f"indicators/{indicator}", lang)).replace(" %", "%")
    for indicator in ("civil-servants-downsized-rate", "public-employees-downsized-rate"):
        assert "Khánh Sơn" not in words(page(f"indicators/{indicator}", lang))
    report = page("reports/khanh-son/2011-2020", lang)
    assert 'id="p-civil-servants-downsized-rate.2011-2020.phan-i-ii-3-a"' in report, "the old address of the figure"


def test_procedures_within_the_authority_are_not_called_handled(page):
    assert "Procedures under its authority" in words(page("indicators/procedures-under-authority", "en/"))
    assert "Procedures handled" not in words(page("indicators/procedures-under-authority", "en/"))


@pytest.mark.parametrize(("lang", "said"), [("", "năm 2020 của mình trên 80 %"), ("en/", "of 2020 is above 80%")])
def test_the_target_of_2020_is_not_the_figure_of_2019(page, lang, said):
    """“đảm bảo chỉ số hài lòng năm 2020 của đơn vị mình trên 80%”."""
    report = page("reports/khanh-hoa/2020-H1", lang)
    (around,) = re.findall(r".{60}" + said.split(" ", 2)[2], words(report)) or [""]

    assert said in words(report)
    assert around
    target = re.search(said[-12:].replace("%", "%"), report)
    assert target is not None
    assert "rr-value" not in report[target.start() - 40 : target.end()]


@pytest.mark.parametrize(("lang", "threshold"), [("", "100 %"), ("en/", "100%")])
def test_the_target_for_information_technology_is_told(page, lang, threshold):
    """“phấn đấu hoàn thành 100% các mục tiêu ứng dụng công nghệ thông tin của giai đoạn 2016 - 2020”."""
    read = words(page("indicators/it-objectives-met-rate", lang))

    assert "2016–2020" in read
    assert threshold in read
    assert "Khánh Sơn" in read


def test_no_english_page_names_a_section_in_vietnamese(page):
    read = words(page("reports/khanh-son/2011-2020/audit", "en/"))

    assert "Part I, section II.4.a" in read
    assert "Phần I" not in read


@pytest.mark.parametrize(
    ("lang", "unknown", "none"),
    [
        ("", "không có thông tin về ngày kết thúc của chính đơn vị này", "không có đơn vị kế thừa riêng"),
        ("en/", "Until when the unit itself existed is not known here", "has no successor of its own"),
    ],
)
def test_units_say_what_is_known_of_their_end_and_no_more(page, lang, unknown, none):
    assert unknown in words(page("units/tran-de-labour", lang))
    assert unknown not in words(page("units/tran-de-council-committee-office", lang))
    # Its note tells of a merger.
    assert none not in words(page("units/khanh-hoa-tax", lang))
    assert words(page("units/tran-de", lang)).count("end not known" if lang else "không rõ ngày kết thúc") == 10
