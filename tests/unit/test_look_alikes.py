"""Letters that look like Vietnamese ones and are others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.assembly.site import load_and_check
from generator.finish.search_words import split_words
from generator.gazetteer.names import folded, mended
from generator.importing.recognising.labels import words_of
from generator.model.look_alikes import as_meant, look_alikes
from tests.trees import SUMMARY, added, write_tree


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Huyện Krông N\u01ceng", [(13, "\u01ce", "ă", "Năng".replace("ă", "\u01ce"))]),
        ("\u00d0ồng Nai", [(0, "\u00d0", "Đ", "\u00d0ồng")]),
        ("Quy\u1ebft \u0111\u1ecbnh", []),
        ("B\u0430n", [(1, "\u0430", "a", "B\u0430n")]),
        ("\u039fng", [(0, "\u039f", "O", "\u039fng")]),
        ("U\uff22ND", [(1, "\uff22", "B", "U\uff22ND")]),
        ("Krông Pắc, Ea H'leo, Čư M'gar, Ƀuôn, Đưng K’Nớ", []),
        ("Москва, Ελλάδα", []),
        ("5 \u00b5g/m³", []),
    ],
)
def test_such_a_letter_is_found_and_letters_of_other_languages_are_not(text, found):
    assert [(each.offset, each.letter, each.meant, each.word) for each in look_alikes(text)] == found


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵ AĂÂĐÊÔƠƯ"))
def test_no_vietnamese_text_has_one(text):
    assert list(look_alikes(text)) == []


def test_check_warns_of_them_in_narratives_at_their_place(tmp_path):
    _, problems = load_and_check(write_tree(tmp_path, added(SUMMARY, "\nSở Nội vụ \u00d0ồng Nai\n")))

    (told,) = [each for each in problems if each.code == "look-alike-letter"]
    assert told.words == {"word": "\u00d0ồng", "character": "U+00D0", "meant": "Đ"}
    assert (told.place.file, told.place.column) == (SUMMARY, 11)


APOSTROPHES = ["'", "\u2019", "\u2018", "\u02bc", "\u02bb", "\u00b4", "\u2032"]


@pytest.mark.parametrize("sign", APOSTROPHES)
@pytest.mark.parametrize("take", [split_words, words_of, folded, mended], ids=lambda each: each.__qualname__)
def test_search_import_and_lists_of_units_know_a_name_by_any_apostrophe(take, sign):
    assert take(f"Đưng K{sign}Nớ") == take("Đưng K’Nớ")
    assert take(f"Đắk G{sign}long") == take("Đắk G’long")


@pytest.mark.parametrize("take", [split_words, words_of, folded, mended], ids=lambda each: each.__qualname__)
def test_they_know_it_with_letters_that_look_like_its_own(take):
    assert take("Huyện Krông N\u01ceng, \u00d0\u01cek Ha") == take("Huyện Krông Năng, Đăk Ha")
    assert take("B\u0430n \u039fng") == take("Ban Ong")


@given(st.text())
def test_as_meant_is_meant_as_it_is(text):
    assert as_meant(as_meant(text)) == as_meant(text)
    assert len(as_meant(text)) >= len(text)
