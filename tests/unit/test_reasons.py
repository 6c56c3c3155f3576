"""Reasons are in the language asked for, to the last word: those of the system and of the libraries behind us as well."""

import errno
import os
import re

import pytest

from generator.assembly.site import load_and_check
from generator.i18n.messages import template
from generator.i18n.reasons import reason_in, reason_of
from generator.model.place import Place
from generator.problems import Problem, explain
from tests.trees import FILES, REPORT, SUMMARY, added, edit, write_tree

UNIT = "data/units/huyen.yml"
ENGLISH = re.compile(
    r"\b(the|is|not|found|expected|while|cannot|of|and|permission|directory|file|line|error|character|unexpected|template)\b",
    re.IGNORECASE,
)
"""Words that no Vietnamese sentence has; names of files, keys and the example in an advice aside."""

UNREADABLE = [
    edit(UNIT, "tinh", "@tinh"),
    edit(UNIT, "tinh", "`tinh"),
    edit(UNIT, "tinh", '"\\q"'),
    edit(UNIT, "tinh", '"\\xZZ"'),
    edit(UNIT, "parent: tinh", "parent: - tinh"),
    edit(UNIT, "tinh", "|x\n  tinh"),
    edit(UNIT, "tinh", "!<tinh"),
    edit(UNIT, "tinh", "!a!tinh"),
    {UNIT: "%YAML 1.1\n%YAML 1.1\n---\n" + FILES[UNIT]},
    {UNIT: " id: huyen\nlevel: district\n"},
    {UNIT: "[a, b]]\n"},
    {SUMMARY: '{{ value("on-time-rate }}\n'},
    {SUMMARY: '{{ value("on-time-rate" }}\n'},
    {SUMMARY: "{{ value(1 2) }}\n"},
    {SUMMARY: "{{ value(x) }}\n"},
    {SUMMARY: "{{ value(1 + 1) }}\n"},
    {SUMMARY: "{{ value() }}\n"},
    {SUMMARY: "{{ table() }}\n"},
    {SUMMARY: "{% include x %}\n"},
]


@pytest.mark.parametrize("changes", UNREADABLE, ids=lambda changes: repr(*changes.values())[-40:])
def test_no_word_of_a_library_reaches_a_vietnamese_reader(tmp_path, changes):
    _, problems = load_and_check(write_tree(tmp_path, changes))

    assert problems
    for problem in problems:
        told = explain(problem, "vi")
        said = re.sub(r"“[^”]*”|\{\{.*?\}\}|\b[\w./-]+\.(md|yml)\b", "", told)
        assert not ENGLISH.search(said), told


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_reason_of_the_system_is_told_in_its_own_words(number):
    error = OSError(number, os.strerror(number))

    for reason in (reason_of(error), reason_in(os.strerror(number))):
        assert reason != os.strerror(number)
        assert template("vi", reason) != reason


def test_a_reason_shows_what_would_otherwise_act_on_the_terminal():
    told = explain(Problem("signature-failed", Place(""), {"reason": "\u202egpg"}), "vi")

    assert "\u202e" not in told


def test_a_file_that_may_not_be_read_is_told_in_vietnamese(tmp_path, monkeypatch):
    tree = write_tree(tmp_path, added(REPORT, ""))
    opened = type(tree).open

    def refuse(path, *arguments, **named):
        if path.name == "huyen.yml":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, *arguments, **named)

    monkeypatch.setattr(type(tree), "open", refuse)
    _, problems = load_and_check(tree)

    told = {explain(each, "vi") for each in problems if each.code == "unreadable-file"}
    assert told == {
        "Không đọc được tệp: không có quyền thực hiện. Hãy cho tài khoản chạy lệnh quyền đọc tệp này, hoặc đặt một tệp vào đúng chỗ."
    }
