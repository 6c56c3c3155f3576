"""Translations are held against the originals from which they were made."""

import pytest

from generator.assembly.site import load_and_check
from generator.assembly.translated import record_translations, stale_translations
from generator.cli import main
from generator.load.translations import RECORD
from tests.trees import FILES, write_tree

ABOUT = "content/en/about.md"
ORIGINAL = "content/vi/about.md"
CODES = {"stale-translation", "unrecorded-translation"}


@pytest.fixture
def tree(tmp_path):
    """A tree whose translations are all recorded."""
    write_tree(tmp_path)
    record_translations(tmp_path, None)
    return tmp_path


def told(tree):
    return [(each.code, str(each.place)) for each in load_and_check(tree)[1] if each.code in CODES]


def run(*arguments):
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--lang", "en"])
    return ended.value.code


def test_nobody_is_told_of_translations_without_a_record(tmp_path):
    assert told(write_tree(tmp_path)) == []


def test_a_translation_of_an_original_that_has_not_changed_is_fine(tree):
    assert told(tree) == []


def test_a_changed_original_makes_its_translation_old(tree):
    (tree / ORIGINAL).write_text("# About\n\nLời khác.\n", encoding="utf-8")

    assert told(tree) == [("stale-translation", f"{ABOUT}:1:1")]


def test_a_paragraph_set_anew_makes_no_translation_old(tree):
    (tree / ORIGINAL).write_text(FILES[ORIGINAL].replace(" ", "\n"), encoding="utf-8")

    assert told(tree) == []


def test_a_changed_translation_is_nobodys_business(tree):
    (tree / ABOUT).write_text("# About\n\nBetter words.\n", encoding="utf-8")

    assert told(tree) == []


def test_once_a_record_is_kept_every_translation_should_be_in_it(tree):
    lines = (tree / RECORD).read_text(encoding="utf-8").splitlines(keepends=True)
    (tree / RECORD).write_text("".join(line for line in lines if "about" not in line), encoding="utf-8")

    assert told(tree) == [("unrecorded-translation", f"{ABOUT}:1:1")]


def test_a_translation_brought_up_to_date_is_recorded_alone(tree):
    (tree / ORIGINAL).write_text("Lời khác.\n", encoding="utf-8")
    (tree / "content/vi/method.md").write_text("Lời khác.\n", encoding="utf-8")

    assert record_translations(tree, [tree / ABOUT]).names == ("en/about.md",)
    assert told(tree) == [("stale-translation", "content/en/method.md:1:1")]


def test_a_file_that_is_no_translation_is_refused_and_nothing_is_written(tree):
    before = (tree / RECORD).read_bytes()

    recorded = record_translations(tree, [tree / ORIGINAL, tree / ABOUT])

    assert recorded.unknown == (tree / ORIGINAL,)
    assert (tree / RECORD).read_bytes() == before


def test_what_is_gone_is_forgotten_and_the_record_has_one_order(tree):
    (tree / ABOUT).unlink()

    record_translations(tree, [])

    names = [line.split(":")[0] for line in (tree / RECORD).read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert "en/about.md" not in names
    assert names == sorted(names)
    assert not list((tree / "content").glob(".*"))


@pytest.mark.parametrize("broken", ["en/about.md: [", "- en/about.md\n", "en/about.md: {a: b}\n"])
def test_a_record_that_cannot_be_read_is_told(tree, broken):
    (tree / RECORD).write_text(broken, encoding="utf-8")

    codes = {each.code for each in load_and_check(tree)[1] if each.place.file == RECORD}
    assert codes in ({"yaml-bracket"}, {"wrong-type"})


def test_an_empty_record_is_none(tree):
    (tree / RECORD).write_text("", encoding="utf-8")

    assert told(tree) == []


def test_the_command_lists_what_is_old_and_records_what_is_named(tree, capsys):
    (tree / ORIGINAL).write_text("Lời khác.\n", encoding="utf-8")

    assert run("translated", "--root", str(tree)) == 0
    assert "content/en/about.md:1:1" in capsys.readouterr().err
    assert run("translated", str(tree / ABOUT), "--root", str(tree)) == 0
    assert stale_translations(tree) == ()
    assert run("translated", str(tree / ORIGINAL), "--root", str(tree)) == 2
    assert "no translation" in capsys.readouterr().err
