"""The small index: what it knows of pages, in scripts of which a question needs a few."""

import base64
import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.finish.search_index import COMMON, search_files
from generator.finish.search_letters import folded
from generator.finish.search_pieces import MOST_TEXT, IndexedPage, parts_of, pieces_of
from generator.finish.search_words import LARGEST, Found, document_words, known_words, postings, words_of
from generator.pages.page import Facets

_SCRIPT = re.compile(r'rrSearch\.register\(("(?:[^"\\]|\\.)*"),(.*)\);\n', re.DOTALL)


def page(path="p", title="Trang", facets=None, article=""):
    return IndexedPage(path, title, "", facets or Facets(), tuple(parts_of(article)))


def registered(*pages: IndexedPage, synonyms=()) -> dict:
    """What the scripts hand to the search, by name."""
    found = {}
    for name, text in search_files(pages, synonyms):
        given_name, value = _SCRIPT.fullmatch(text).groups()
        assert json.loads(given_name) == name.removesuffix(".js")
        found[json.loads(given_name)] = json.loads(value)
    return found


def pages_with(word: str, made: dict, *, named: bool | None = None) -> list[str]:
    """The pieces that the index finds by a word, as the browser looks it up."""
    letters = word if word.startswith("~") else folded(word)
    found = set()
    for number, beginning in enumerate(made["index"]["beginnings"]):
        if beginning == letters + " " or letters.startswith(beginning):
            version, words = made[f"w/{number}"]
            assert version == made["index"]["version"]
            where = words.get(word, [])
            kinds = where if named is None else where[:1] if named else where[1:]
            found |= {number for text in kinds for number in numbers(text)}
    names = [name for key in sorted(made, key=_order) if key.startswith("o/") for name in made[key][1]]
    return [names[number] for number in sorted(found)]


def _order(key: str) -> int:
    return int(key[2:]) if key.startswith("o/") else -1


def numbers(text: str) -> list[int]:
    if text.startswith("="):
        bits = base64.b64decode(text[1:])
        return [number for number in range(len(bits) * 8) if bits[number // 8] >> number % 8 & 1]
    found, before = [], -1
    for distance in text.split():
        before += int(distance, 36)
        found.append(before)
    return found


def test_a_page_is_found_by_its_names_its_facts_its_headings_documents_and_terms():
    article = (
        '<h2 id="a">Thủ tục <a href="#a">¶</a></h2><ol><li id="ref-1"><strong>Nghị định 61/2018/NĐ-CP</strong></li></ol>'
        '<dl><div id="term"><dt>một cửa</dt><dd>…</dd></div></dl>'
    )
    facets = Facets(kind="Đơn vị", names=("UBND huyện X", "951"), units=("x",), years=(2020,), reporting=True)
    made = registered(page("units/x", "Huyện X", facets, article))

    assert made["p/units/x"] == [
        *("Huyện X", "", "Đơn vị", "", "", "", "UBND huyện X; 951", 1),
        [["a", "Thủ tục ¶"], ["ref-1", "Nghị định 61/2018/NĐ-CP"], ["term", "một cửa"]],
        *("", "", []),
    ]
    for name in ("huyện", "951", "ubnd", "~unit-x", "~year-2020"):
        assert pages_with(name, made, named=True) == ["units/x"]
    for told in ("đơn", "thủ", "61", "2018", "cửa", "~doc-nd-61", "~doc-nd-61-2018"):
        assert pages_with(told, made, named=False) == ["units/x"]
    assert pages_with("~unit-y", made) == []


def test_numbers_begin_with_short_titles_and_of_equals_with_what_is_of_today_and_has_reports():
    made = registered(
        page("a", "Phòng Tư pháp huyện Trần Đề", Facets(entity="unit", reporting=True)),
        page("b", "Huyện Trần Đề", Facets(entity="unit", former=True)),
        page("c", "Xã Trần Đề", Facets(entity="unit")),
        page("d", "Xã Đề Trần, thành phố Cần Thơ", Facets(entity="unit", reporting=True)),
        page("e", "Xã Trần Đề: quý 1/2024", Facets(entity="report")),
    )

    assert made["o/0"][1] == ["d", "c", "b", "e", "a"]


def test_a_heading_that_stands_everywhere_says_nothing_but_a_document_does():
    article = '<h2 id="r">Báo cáo</h2><ol><li id="ref-1">Nghị quyết 30c/NQ-CP</li></ol>'
    many = [page(f"p{number}", article=article) for number in range(COMMON + 1)]

    made = registered(*many)

    assert made["index"]["common"] == ["Báo cáo"]
    assert pages_with("cáo", made) == []
    assert len(pages_with("30c", made)) == COMMON + 1
    assert len(pages_with("cáo", registered(*many[:-1]))) == COMMON


def test_a_piece_depends_on_its_page_alone():
    one, other = (
        page("units/a", "A", article='<h2 id="r">Báo cáo</h2>'),
        page("units/b", "B", article='<h2 id="r">Báo cáo</h2>'),
    )

    assert registered(one)["p/units/a"] == registered(other, one)["p/units/a"]


def test_a_page_with_much_in_it_has_several_pieces_and_its_names_in_the_first_alone():
    terms = "".join(f'<div id="t{number}"><dt>thuật ngữ số {number}</dt></div>' for number in range(400))
    pieces = list(pieces_of(page("glossary", "Thuật ngữ", article=terms)))
    made = registered(page("glossary", "Thuật ngữ", article=terms))

    assert [piece.name for piece in pieces][:2] == ["glossary", "glossary~2"]
    assert all(len(piece.script.encode()) < 3 * MOST_TEXT for piece in pieces)
    assert [part.anchor for piece in pieces for part in piece.parts] == [f"t{number}" for number in range(400)]
    assert pages_with("thuật", made, named=True) == ["glossary"]
    assert pages_with("399", made) == [pieces[-1].name]


def test_words_of_one_beginning_stand_together_until_they_are_too_many():
    few = registered(page("a", "tra trần tran tri"))
    many = registered(*(page(f"p{number}", f"tr{number:05} tr") for number in range(2000)))

    assert few["index"]["beginnings"] == ["t"]
    assert sorted(few["w/0"][1]) == ["tra", "tran", "tri", "trần"]
    assert "t" not in many["index"]["beginnings"]
    assert "tr " in many["index"]["beginnings"]
    assert pages_with("tr01234", many) == ["p1234"]
    assert len(pages_with("tr", many)) == 2000
    assert all(len(json.dumps(value)) < 2 * LARGEST for name, value in many.items() if name.startswith("w/"))


@given(st.sets(st.integers(min_value=0, max_value=20000), max_size=300), st.booleans())
def test_postings_say_the_numbers_however_they_are_written(some, dense):
    listed = sorted(some | set(range(0, 20000, 2)) if dense else some)

    assert numbers(postings(listed)) == listed
    assert len(postings(listed)) <= 20000 / 6 + 10


def test_words_are_composed_and_apart_as_the_browser_takes_them():
    text = unicodedata.normalize("NFD", "Số 61/2018/NĐ-CP: “đúng hạn”, On-time")

    assert words_of(text) == ("số", "61", "2018", "nđ", "cp", "đúng", "hạn", "on", "time")
    assert [folded(word) for word in ("đúng", "hạn", "nđ", "NÐ")] == ["dung", "han", "nd", "nd"]


def test_spellings_that_offices_mix_are_one_word():
    for one, other in (
        ("quí", "quý"),
        ("kĩ", "kỹ"),
        ("tỉ", "tỷ"),
        ("lí", "lý"),
        ("hoà", "hòa"),
        ("dossiers", "dossier"),
        ("authorities", "authority"),
    ):
        assert folded(one) == folded(other)
    for one, other in (("tai", "tay"), ("hai", "hay"), ("status", "statu"), ("process", "proces")):
        assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nghị quyết số 18-NQ/TW", {"~doc-nq-18"}),
        ("Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", {"~doc-nd-61", "~doc-nd-61-2018"}),
        ("Nghị quyết 30c/NQ-CP, Chỉ thị 06/CT-UBND", {"~doc-nq-30c", "~doc-ct-6"}),
        ("ngày 01/7/2025, 12/13 xã", set()),
    ],
)
def test_a_document_is_known_by_kind_and_number(text, words):
    assert document_words(text) == words


def test_a_report_is_found_by_its_period_whatever_its_page_calls_it():
    report = page("reports/x/2022-Q3", facets=Facets(entity="report", period_id="2022-Q3", years=(2022,)))
    decade = page("reports/x/2011-2020", facets=Facets(entity="report", period_id="2011-2020", years=(2011, 2012)))
    made = registered(report, decade)

    for word in ("~period-2022-q3", "~part-q3", "~in-2022", "~is-report"):
        assert "reports/x/2022-Q3" in pages_with(word, made)
    assert pages_with("~period-2011-2020", made) == pages_with("~in-2012", made) == ["reports/x/2011-2020"]


def test_everyday_words_are_kept_without_accents_and_lead_to_official_ones():
    made = registered(page(), synonyms=[("Cắt giảm biên chế", "tinh giản biên chế")])

    assert made["index"]["synonyms"] == [["cat giam bien che", "tinh giản biên chế"]]


def test_words_to_guess_from_are_bare_and_the_frequent_ones_come_first():
    made = registered(page("a", "hồ sơ trễ"), page("b", "hồ sơ 2020"), page("c", "số hồ"))

    assert made["v"] == [made["index"]["version"], "ho so tre"]
    assert (
        len(
            known_words(
                {
                    f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}x": Found([n], [])
                    for n in range(17000)
                }
            )
        )
        <= 30_000
    )


def test_the_figures_of_a_unit_stand_in_a_script_for_each_area():
    figures = (("one", "a", "1 %", "2020", "r/x#1"), ("two", "b", "2", "2021", "r/x#2"))
    made = registered(
        page("units/x", facets=Facets(entity="unit", figures=figures)),
        page("indicators/a", facets=Facets(entity="indicator", figures=(("one", "Huyện X", "1 %", "2020", "r/x#1"),))),
    )

    assert made["f/units/x/one"] == {"a": ["1 %", "2020", "r/x#1"]}
    assert made["f/units/x/two"] == {"b": ["2", "2021", "r/x#2"]}
    assert made["p/units/x"][-1] == []
    assert made["p/indicators/a"][-1] == [["one", "Huyện X", "1 %", "2020", "r/x#1"]]


@pytest.mark.parametrize("title", ['"); alert(1)//', "</script>", "\u2028"])
def test_text_cannot_end_a_script(title):
    assert registered(page(title=title))["p/p"][0] == title


def test_another_site_has_another_version_and_the_same_one_the_same():
    one, other = page("a", "Một"), page("b", "Hai")

    assert registered(one)["index"]["version"] != registered(one, other)["index"]["version"]
    assert registered(one, other) == registered(other, one)
