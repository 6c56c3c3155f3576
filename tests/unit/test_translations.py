"""Translations are held against the originals from which they were made."""

import json

import pytest

from generator.assembly.site import load_and_check
from generator.assembly.translated import record_translations
from generator.cli import main
from generator.load.translations import RECORD
from tests.repositories import commit, git
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


def listed(capsys, *arguments):
    code = run("translated", *arguments)
    return code, capsys.readouterr().out


def test_the_command_lists_what_is_old_and_records_what_is_named(tree, capsys):
    (tree / ORIGINAL).write_text("Lời khác.\n", encoding="utf-8")

    assert "content/en/about.md: outdated (held against content/vi/about.md)" in listed(capsys, "--root", str(tree))[1]
    assert run("translated", str(tree / ABOUT), "--root", str(tree)) == 0
    capsys.readouterr()
    assert "about.md" not in listed(capsys, "--root", str(tree))[1]
    assert run("translated", str(tree / ORIGINAL), "--root", str(tree)) == 2
    assert "no translation" in capsys.readouterr().err


SENTENCES = "# Giới thiệu\n\nHuyện có 12 xã. Mọi xã đều báo cáo.\nBáo cáo ra mỗi quý.\n"
EDITED = "# Giới thiệu\n\nHuyện có 13 xã. Mọi xã\nđều báo cáo. Số liệu do huyện gửi.\n"


@pytest.fixture
def edited(tree):
    """A tree whose original has another sentence, a new one and one less since it was translated."""
    (tree / ORIGINAL).write_text(SENTENCES, encoding="utf-8")
    record_translations(tree, None)
    (tree / ORIGINAL).write_text(EDITED, encoding="utf-8")
    return tree


def test_the_sentences_of_the_original_that_changed_are_named_without_its_history(edited, capsys):
    _, out = listed(capsys, "--root", str(edited))

    below = out.split("content/en/about.md: outdated")[1].splitlines()[1:4]
    assert [line.strip() for line in below] == [
        "new: Huyện có 13 xã.",
        "new: Số liệu do huyện gửi.",
        "2 sentences of before are gone",
    ]


def test_where_git_remembers_the_original_the_words_that_went_are_named_too(tree, capsys):
    (tree / ORIGINAL).write_text(SENTENCES, encoding="utf-8")
    record_translations(tree, None)
    git(tree, "init", "--quiet")
    commit(tree)
    (tree / ORIGINAL).write_text(SENTENCES.replace("12", "14"), encoding="utf-8")
    commit(tree)
    (tree / ORIGINAL).write_text(EDITED, encoding="utf-8")
    # As versions wrote it that recorded no sentences.
    short = [line[: line.index(":") + 18] for line in (tree / RECORD).read_text(encoding="utf-8").splitlines()[2:]]
    (tree / RECORD).write_text("\n".join(short) + "\n", encoding="utf-8")

    code, out = listed(capsys, "--root", str(tree), "--format", "json")

    (told,) = [each for each in json.loads(out)["texts"] if each["file"] == ABOUT]
    assert code == 0
    assert told["state"] == "outdated"
    assert told["changed"] == {
        "come": ["Huyện có 13 xã.", "Số liệu do huyện gửi."],
        "gone": ["Huyện có 12 xã.", "Báo cáo ra mỗi quý."],
        "gone_number": 2,
    }


def test_a_record_of_an_earlier_version_stays_right_and_is_made_whole_when_another_is_recorded(tree):
    whole = (tree / RECORD).read_text(encoding="utf-8")
    _, _, record = next(line for line in whole.splitlines() if "method" in line).partition(": ")
    (tree / RECORD).write_text(whole.replace(record, record[:16]), encoding="utf-8")

    assert told(tree) == []
    record_translations(tree, [tree / ABOUT])
    assert (tree / RECORD).read_text(encoding="utf-8") == whole


def test_a_text_is_complete_outdated_missing_or_not_recorded_in_each_language(tree, capsys):
    (tree / ORIGINAL).write_text("Lời khác.\n", encoding="utf-8")
    (tree / "content/en/method.md").unlink()
    lines = (tree / RECORD).read_text(encoding="utf-8").splitlines(keepends=True)
    (tree / RECORD).write_text("".join(line for line in lines if "index" not in line), encoding="utf-8")

    _, out = listed(capsys, "--root", str(tree), "--format", "json")

    told = json.loads(out)
    states = {each["file"]: each["state"] for each in told["texts"] if each["file"].count("/") == 2}
    assert states == {
        "content/en/about.md": "outdated",
        "content/en/index.md": "unrecorded",
        "content/en/method.md": "missing",
    }
    (english,) = told["languages"]
    assert (english["texts"], english["missing"], english["outdated"], english["unrecorded"]) == (4, 1, 1, 1)
    assert (english["complete"], english["percent"]) == (1, 25)


def test_a_missing_original_is_told_in_the_language_of_originals(tree, capsys):
    (tree / ORIGINAL).unlink()

    _, out = listed(capsys, "--root", str(tree))

    assert "Vietnamese: 3 of 4 texts complete (75%): 1 missing" in out
    assert "content/vi/about.md: missing (held against content/en/about.md)" in out


@pytest.mark.parametrize(("asked", "code"), [("75", 0), ("76", 1)])
def test_a_threshold_fails_a_language_of_which_less_is_complete(tree, capsys, asked, code):
    (tree / "content/en/method.md").unlink()

    assert run("translated", "--root", str(tree), "--at-least", asked) == code
    assert ("English: 75% complete, but at least 76% are asked for." in capsys.readouterr().err) is bool(code)


def test_a_list_and_a_record_are_not_asked_for_at_once(tree, capsys):
    assert run("translated", "--all", "--at-least", "90", "--root", str(tree)) == 2
    assert "--at-least" in capsys.readouterr().err


def test_markdown_for_a_pipelines_summary_obeys_nothing_that_a_file_says(edited, capsys):
    (edited / ORIGINAL).write_text("# Giới thiệu\n\nMột **câu** [mới](https://other.example/).\n", encoding="utf-8")

    _, out = listed(capsys, "--root", str(edited), "--format", "markdown")

    assert out.startswith("## English: 3 of 4 texts complete")
    assert "  - new: Một \\*\\*câu\\*\\* \\[mới\\]\\(https" in out
