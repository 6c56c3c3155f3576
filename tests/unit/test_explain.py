"""Every kind of problem is taught, in the terminal and on the pages of docs/, wherever it is declared."""

import re

import pytest

from generator.audit import all_kinds
from generator.cli import main
from generator.problems import THEMES
from generator.tell.checks_page import FILES, checks_page
from generator.tell.teach import kinds_by_theme, lesson, near_codes


def explain(capsys, *arguments):
    """What the command prints, and its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["explain", *arguments])
    shown = capsys.readouterr()
    return shown.out, shown.err, ended.value.code


def test_a_code_is_taught_with_an_example_and_what_to_do(capsys):
    out, _, code = explain(capsys, "count-with-decimals", "--lang", "en")

    assert code in (0, None)
    assert out.startswith(
        "Count with decimals  [count-with-decimals]\nAn error: nothing is built until it is mended.\n"
    )
    for said in (
        "counted in whole numbers",
        'Wrong:\n    1.1: "12,5"\n',
        'Right:\n    1.1: {value: "12,5", printed: "12,5"}\n',
        "→ A dot groups thousands only before three digits",
    ):
        assert said in out


def test_without_a_code_all_are_listed_by_theme(capsys):
    out, _, _ = explain(capsys, "--lang", "vi")

    assert [kind.code for kind in all_kinds() if not re.search(rf"(?m)^  {kind.code} ", out)] == []
    assert "\nSố liệu\n" in out


def test_an_unknown_code_is_a_wrong_use_and_near_ones_are_named(capsys):
    out, err, code = explain(capsys, "misred-count", "--lang", "en")

    assert (out, code) == ("", 2)
    assert "There is no code “misred-count”." in err
    assert "count-with-decimals" in err


def test_near_codes_are_like_it_or_share_a_word():
    assert near_codes("indicator") == ("indicator-and-none", "unknown-indicator")
    assert near_codes("UNKNOWN-UNIT")[0] == "unknown-unit"
    assert near_codes("") == ()


def test_a_code_may_be_copied_with_its_brackets(capsys):
    assert explain(capsys, "[count-with-decimals]", "--lang", "en") == explain(
        capsys, "count-with-decimals", "--lang", "en"
    )


def test_every_kind_has_a_theme_or_comes_from_the_audit():
    listed = [kind.code for kinds in kinds_by_theme().values() for kind in kinds]

    assert sorted(listed) == sorted(kind.code for kind in all_kinds())
    assert len(set(listed)) == len(listed)
    assert list(THEMES) == list(kinds_by_theme())[: len(THEMES)]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.code)
def test_every_kind_has_a_title_and_an_explanation_of_its_own(kind, lang):
    told = lesson(kind, lang)

    assert 3 < len(told.title) <= 60
    assert not told.title.endswith(".")
    assert told.explanation.endswith(".")
    assert told.explanation != told.message
    assert not re.search(r"(?<!\{)\{[a-z]+\}", told.message + told.remedy)
    if lang == "vi":
        english = lesson(kind, "en")
        assert told.title != english.title
        assert told.explanation != english.explanation
    assert told.example == ("", "") or told.example[0] != told.example[1]


@pytest.mark.parametrize("lang", FILES)
def test_the_page_of_checks_is_complete_and_current(root, lang):
    page = (root / FILES[lang]).read_text(encoding="utf-8")

    assert [kind.code for kind in all_kinds() if f"### `{kind.code}`\n" not in page] == []
    assert page == checks_page(lang), "run `make checks`"


def test_every_kind_says_what_to_do():
    assert [kind.code for kind in all_kinds() if not kind.remedy] == []
