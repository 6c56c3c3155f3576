"""True to the word: what the five sources print roughly is rough wherever it is read, and days stand where a source prints them.

Both lists were taken from the sources by hand; nothing here is computed from the data.
"""

import json
import re
from collections import Counter
from html import unescape

import pytest

from generator.load import load_catalogue
from generator.pages.figures.covered_words import covered_words
from generator.pages.figures.figure import shown

# Where it stands, what is printed there, and what readers see in both languages.
ROUGH = (
    ("khanh-hoa/2020-H1#p-satisfaction-by-group.2019.i-2", "đạt trên 80%", "trên 80\N{NO-BREAK SPACE}%", "over 80%"),
    (
        "khanh-hoa/2020-H1#p-satisfaction-survey-forms-to-date.2020-H1.i-2",
        "khoảng 150.000 phiếu",
        "khoảng 150.000 phiếu",
        "about 150,000 survey forms",
    ),
    ("khanh-hoa/2020-H1#p-par-leaflets.2020-H1.i-3", "trên 5.000 tờ rơi", "trên 5.000 tờ rơi", "over 5,000 leaflets"),
    (
        "khanh-hoa/2020-H1#p-sector-publicity-airings.2020-H1.khanh-hoa-tax.i-3",
        "trên 1.000 lượt",
        "trên 1.000 lượt phát",
        "over 1,000 broadcasts",
    ),
    (
        "khanh-hoa/2020-H1#p-par-portal-visits-to-date.2020-H1.i-3",
        "hơn 2,1 triệu lượt",
        "trên 2.100.000 lượt truy cập",
        "over 2,100,000 visits",
    ),
    (
        "khanh-hoa/2020-H1#p-satisfaction-survey-forms.2019.i-4",
        "hơn 24.000 phiếu",
        "trên 24.000 phiếu",
        "over 24,000 survey forms",
    ),
    (
        "khanh-hoa/2020-H1#p-business-dialogue-enterprises.2020-H1.ii-1",
        "hơn 180 doanh nghiệp",
        "trên 180 doanh nghiệp",
        "over 180 enterprises",
    ),
    (
        "khanh-hoa/2020-H1#p-sector-dialogue-meetings.2020-H1.ii-1",
        "trên 61 Hội nghị",
        "trên 61 cuộc",
        "over 61 sessions",
    ),
    (
        "khanh-hoa/2020-H1#p-sector-dialogue-participants.2020-H1.ii-1",
        "hơn 4.608 lượt tham gia",
        "trên 4.608 lượt người",
        "over 4,608 participations",
    ),
    (
        "khanh-hoa/2020-H1#p-inspection-overlaps-found.2020-H1.ii-1",
        "trên 3.000 trường hợp",
        "trên 3.000 trường hợp",
        "over 3,000 cases",
    ),
    (
        "khanh-hoa/2020-H1#p-commercial-banks-linked.2020-H1.ii-2",
        "trên 60 ngân hàng thương mại",
        "trên 60 ngân hàng",
        "over 60 banks",
    ),
    (
        "khanh-hoa/2020-H1#p-dossiers-resolved-online.2014-2020.ii-2",
        "trên 260.000 hồ sơ",
        "trên 260.000 hồ sơ",
        "over 260,000 dossiers",
    ),
    (
        "khanh-hoa/2020-H1#p-sms-sent.2020-H1.ii-2",
        "trên 38.000 tin nhắn",
        "trên 38.000 tin nhắn",
        "over 38,000 text messages",
    ),
    (
        "khanh-hoa/2020-H1#p-commune-staff-extra-income.2020-H1.ii-5",
        "bình quân 600.000 đồng/tháng trở lên",
        "tối thiểu 600.000 đồng/tháng",
        "at least VND 600,000 a month",
    ),
    (
        "khanh-hoa/2020-H1#p-distancing-online-fees.2020-H1.iii-1",
        "trên 19.317.000 đồng",
        "trên 19.317.000 đồng",
        "over VND 19,317,000",
    ),
    (
        "khanh-son/2011-2020#p-par-inspected-units-per-year.2011-2020.phan-i-i-2",
        "khoảng 11 hoặc 12",
        "khoảng 11 đến 12 đơn vị",
        "about 11 to 12 units",
    ),
    (
        "khanh-son/2011-2020#p-par-inspected-units-rate.2011-2020.phan-i-i-2",
        "trên 30%/mỗi năm",
        "trên 30\N{NO-BREAK SPACE}%",
        "over 30%",
    ),
    (
        "khanh-son/2011-2020#p-documents-exchanged-electronically-rate.2011-2020.phan-i-i-4-a",
        "trên 90%",
        "trên 90\N{NO-BREAK SPACE}%",
        "over 90%",
    ),
    (
        "khanh-son/2011-2020#p-dossiers-resolved.2014-2020.phan-i-ii-2-a",
        "gần 6.500 hồ sơ",
        "gần 6.500 hồ sơ",
        "nearly 6,500 dossiers",
    ),
    (
        "khanh-son/2011-2020#p-civil-servants-meeting-grade-rate.2011-2020.phan-i-ii-4-a",
        "gần 80%",
        "gần 80\N{NO-BREAK SPACE}%",
        "nearly 80%",
    ),
    (
        "khanh-son/2011-2020#p-education-employees-trained-rate.2020-Q1.phan-i-ii-4-a",
        "khoảng 96%",
        "khoảng 96\N{NO-BREAK SPACE}%",
        "about 96%",
    ),
    (
        "khanh-son/2011-2020#p-budget-savings-rate.2011-2020.phan-i-ii-5-a",
        "trên 10%",
        "trên 10\N{NO-BREAK SPACE}%",
        "over 10%",
    ),
    ("tran-de/2023#p-dossiers-on-time-rate.2023.iii-1", "trên 97%", "trên 97\N{NO-BREAK SPACE}%", "over 97%"),
)

# How many figures have days of their own, which these are, and what the source says before them.
DAYS = {
    # “Kết quả giải quyết hồ sơ từ 12/10/2019 đến 10/6/2020 như sau”, over one passage of II.2.
    ("khanh-hoa/2020-H1", "covers 12 October 2019 to 10 June 2020", "lấy từ 12/10/2019 đến 10/6/2020"): 30,
    # “Năm 2020 (Tính đến 31/3)”, over the last column of tables 1, 2, 4, 6 and 7.
    ("khanh-son/2011-2020", "as of 31 March 2020", "tính đến 31/3/2020"): 58,
    # “Giai đoạn 2001-2010 (Tính đến 12/2010)”, “Giai đoạn 2011-2020 (Tính đến 12/2019)”, the rows of 3a and 3b.
    ("khanh-son/2011-2020", "as of December 2010", "tính đến tháng 12/2010"): 15,
    ("khanh-son/2011-2020", "as of December 2019", "tính đến tháng 12/2019"): 15,
    # “Từ năm 2015 đến tháng 3/2020”, “Từ giai đoạn 2016 đến tháng 3/2020”, “Đến tháng 5/2020” in the prose.
    ("khanh-son/2011-2020", "as of March 2020", "tính đến tháng 3/2020"): 12,
    ("khanh-son/2011-2020", "as of May 2020", "tính đến tháng 5/2020"): 9,
    # “Kết quả giải quyết hồ sơ TTHC (tính từ 15/6/2022 -09/9/2022)”: six counts, and two states at its end.
    ("ngan-son/2022-Q3", "covers 15 June 2022 to 9 September 2022", "lấy từ 15/6/2022 đến 09/9/2022"): 6,
    ("ngan-son/2022-Q3", "as of 9 September 2022", "tính đến 09/9/2022"): 2,
    ("ngan-son/2022-Q3", "as of 10 September 2022", "tính đến 10/9/2022"): 8,
    ("ngan-son/2022-Q3", "as of 31 August 2022", "tính đến 31/8/2022"): 2,
    ("ngan-son/2022-Q3", "as of 8 September 2022", "tính đến 08/9/2022"): 2,
    # “Kết quả giải quyết hồ sơ … tính từ ngày 15/12/2022 đến ngày 13/12/2023”: ten counts, and four states at its end.
    ("tran-de/2023", "covers 15 December 2022 to 13 December 2023", "lấy từ 15/12/2022 đến 13/12/2023"): 10,
    ("tran-de/2023", "as of 13 December 2023", "tính đến 13/12/2023"): 4,
}


@pytest.fixture(scope="module")
def catalogue(root):
    return load_catalogue(root).catalogue


def test_these_figures_are_rough_and_no_others(catalogue):
    found = [
        (
            each.id,
            each.printed,
            shown(each, catalogue, "vi", with_unit=True),
            shown(each, catalogue, "en", with_unit=True),
        )
        for each in catalogue.observations
        if each.rough is not None
    ]

    assert found == list(ROUGH)


def test_days_stand_at_these_figures_and_at_no_others(catalogue):
    found = Counter(
        (each.source.report, words, covered_words(each, catalogue, "vi"))
        for each in catalogue.observations
        if (words := covered_words(each, catalogue, "en"))
    )

    assert found == DAYS
    assert all(each.document.covers is None and each.document.as_of is None for each in catalogue.reports.values())


def text_of(site, path):
    """What stands on a page, marks that only eyes see left out, spaces made one."""
    page = (site / path / "index.html").read_text(encoding="utf-8")
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.mark.parametrize(("figure", "printed", "vi", "en"), ROUGH, ids=[each[0].partition("#")[2] for each in ROUGH])
def test_every_page_of_a_rough_figure_has_its_words(built_site, catalogue, figure, printed, vi, en):
    observation = next(each for each in catalogue.observations if each.id == figure)
    brief = {lang: shown(observation, catalogue, lang) for lang in ("vi", "en")}

    for folder, lang in (("", "vi"), ("en/", "en")):
        report = text_of(built_site, f"{folder}reports/{observation.source.report}")
        indicator = text_of(built_site, f"{folder}indicators/{observation.indicator}")
        told = " ".join(brief[lang].split())
        assert told in report
        assert told in indicator
    files = json.loads((built_site / f"data/v1/indicators/{observation.indicator}.json").read_text(encoding="utf-8"))
    (told_as,) = (each for each in files["observations"] if each["id"] == figure)
    assert (told_as["value"], told_as["printed"]) == (None, printed)
    assert told_as["qualifier"] == observation.rough.qualifier.value


def test_old_addresses_of_the_two_indicators_lead_on(built_site):
    for old, new in (
        ("dossiers-on-time-rate-exceeded", "dossiers-on-time-rate"),
        ("satisfaction-by-group-exceeded", "satisfaction-by-group"),
    ):
        for folder in ("", "en/"):
            moved = (built_site / f"{folder}indicators/{old}/index.html").read_text(encoding="utf-8")
            assert f"indicators/{new}/" in moved or f"../{new}/" in moved
    page = (built_site / "reports/tran-de/2023/index.html").read_text(encoding="utf-8")
    assert 'id="p-dossiers-on-time-rate-exceeded.2023.iii-1"' in page
    assert 'id="p-dossiers-on-time-rate.2023.iii-1"' in page


def test_nothing_is_told_as_revised(built_site):
    for page in ("revisions", "en/revisions"):
        assert "exceeded" not in text_of(built_site, page)
    assert len((built_site / "data/v1/revisions.csv").read_text(encoding="utf-8").splitlines()) == 1
