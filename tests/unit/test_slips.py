"""A slip of typing is told as what it is: its cause, its place and what to write instead, in both languages."""

from datetime import date

import pytest

from generator.assembly.site import load_and_check
from generator.i18n import formats
from generator.load.slips import odd_space
from generator.model.dates import PartialDate
from generator.problems import explain
from tests.trees import REPORT, SUMMARY, added, edit, write_tree

UNIT = "data/units/huyen.yml"


@pytest.fixture
def told(tmp_path):
    """What is told of the errors of a tree with changes, in a language."""

    def tell(changes: dict[str, str], lang: str = "en") -> list[str]:
        problems = load_and_check(write_tree(tmp_path, changes))[1]
        return [f"{each.place} {explain(each, lang)}" for each in problems if each.severity.value == "error"]

    return tell


def test_a_special_space_is_named_with_every_line_that_has_one(told):
    changes = edit(UNIT, "level: district\nparent: tinh", "\u00a0level: district\nparent:\u00a0tinh")

    (english,) = told(changes)

    assert english.startswith(f"{UNIT}:2:1 There is a space that YAML takes for a letter (U+00A0). Lines: 2, 3.")
    assert "phím cách" in told(changes, "vi")[0]


@pytest.mark.parametrize(
    "text",
    [
        'a: "x\u00a0y"\n',
        "a: x\u00a0y: z\n".replace(": z", ""),
        "a: |\n  \u00a0b: c\n  d\n",
        "a: 97\u00a0%\n",
        "a:\n  - x\u00a0- y\n",
    ],
)
def test_a_special_space_within_a_text_is_none_of_our_business(text):
    assert odd_space(text, "f.yml") is None


def test_special_spaces_around_a_value_without_quotes_are_no_part_of_it(told):
    assert told(edit(UNIT, "level: district", "level: district\u00a0\u00a0")) == []


@pytest.mark.parametrize(
    ("old", "new", "right"),
    [
        ("1.1: 1200", "1.1: “1200”", '"1200"'),
        ('"99,17%"', "„99,17%“", '"99,17%"'),
        ("2022-09-15", "’2022-09-15’", '"2022-09-15"'),
        ("period: 2022-Q3", "period: “2022-Q3”", '"2022-Q3"'),
    ],
)
def test_curly_quotes_are_the_cause_and_straight_ones_the_remedy(told, old, new, right):
    (english,) = told(edit(REPORT, old, new))

    assert "curly quotes" in english
    assert f"Type straight quotes, {right}" in english
    assert "ngoặc kép thẳng" in told(edit(REPORT, old, new), "vi")[0]


def test_an_id_that_is_too_long_is_shown_and_measured(told):
    (english,) = [
        each for each in told(edit(UNIT, "id: huyen", f"id: huyen-{'x' * 80}")) if each.startswith(f"{UNIT}:1:5")
    ]

    assert "“huyen-xxx" in english
    assert "has 86 letters; an id or code has at most 80" in english


@pytest.mark.parametrize("figure", ["140831408314083140831", '"1.234.567.890.123.456.789"'])
def test_a_figure_that_is_too_long_is_no_word(told, figure):
    (english,) = told(edit(REPORT, "1.1: 1200", f"1.1: {figure}"))

    assert "longer than any figure of a report: more than 20 signs" in english
    assert "run together" in english


@pytest.mark.parametrize("sign", ["---", "..."])
def test_a_second_document_is_told_where_it_begins(told, sign):
    (english,) = told(added(UNIT, f"{sign}\nid: xa\n"))

    assert english.startswith(f"{UNIT}:5:1 A second document begins here")
    assert "expected" not in english


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("15/9/2022", "2022-09-15"),
        ("15-09-2022", "2022-09-15"),
        ("15.9.2022", "2022-09-15"),
        ("2022-9-5", "2022-09-05"),
        ("2022/09/15", "2022-09-15"),
        ("ngày 15 tháng 9 năm 2022", "2022-09-15"),
        ("9/2022", "2022-09"),
        ("tháng 9 năm 2022", "2022-09"),
    ],
)
def test_a_date_in_another_order_exists_and_is_turned_round(told, written, right):
    (vietnamese,) = told(edit(REPORT, "2022-09-15", written), "vi")

    assert f"Hãy ghi {right}." in vietnamese
    assert "không phải là ngày có thật" not in vietnamese


@pytest.mark.parametrize("written", ["2022-02-29", "31/9/2022", "2022-13-01", "00/01/2022"])
def test_a_day_that_does_not_exist_is_told_as_that(told, written):
    (vietnamese,) = told(edit(REPORT, "2022-09-15", written), "vi")

    assert f"“{written}” không phải là ngày có thật" in vietnamese


@pytest.mark.parametrize("written", ["01/01/1", "cuối tháng 9", "2022"])
def test_what_is_no_date_is_told_how_to_be_one(told, written):
    (vietnamese,) = told(edit(REPORT, "2022-09-15", written), "vi")

    assert f"Không đọc được “{written}” là ngày nào" in vietnamese
    assert "2020-06-03" in vietnamese


def test_days_in_a_message_are_written_as_its_language_writes_them(told):
    changes = edit(REPORT, "document:\n", "published: 2020-02-28\ndocument:\n  date: 2020-02-29\n")

    assert "29/02/2020" in told(changes, "vi")[0]
    assert "29 February 2020" in told(changes, "en")[0]


def test_a_year_has_four_digits_whatever_the_year():
    assert formats.day(date(1, 1, 1), "vi") == "01/01/0001"
    assert formats.day(date(1, 1, 1), "en") == "1 January 0001"
    assert formats.day(PartialDate(12, 3), "vi") == "tháng 3/0012"


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("tomtat", "summary"),
        ("tom-tat", "summary"),
        ("kien-nghi", "proposals"),
        ("thutuc", "procedures"),
        ("summry", "summary"),
    ],
)
def test_a_section_is_known_by_its_vietnamese_name_and_all_are_listed(told, name, section):
    (english,) = told({SUMMARY.replace("summary", name): "Lời.\n"})

    assert f"Did you mean “{section}”?" in english
    assert (
        "sections: summary, direction, institutions, procedures, apparatus, civil-service, public-finance, digital-government, assessment, next, proposals."
        in english
    )
