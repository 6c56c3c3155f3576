"""What people are told: grouped by file, the line shown, the place underlined, on a narrow screen and with hostile files."""

import re

import click
import pytest

from generator.model.place import Place
from generator.problems import Problem
from generator.tell.text import printable, problem_lines, source_lines, underlined, window


def told(root, *problems, lang="en", width=None):
    return [click.unstyle(line) for line in problem_lines(problems, lang, root, width)]


def unit(line, column, file="a.yml"):
    return Problem("unknown-unit", Place(file, line, column), {"id": "tin"}, suggestion=("tinh",))


def test_problems_are_grouped_by_file_with_the_line_and_the_place_underlined(tmp_path):
    (tmp_path / "a.yml").write_text('id: x\nparent: "tin"\n', encoding="utf-8")

    assert told(tmp_path, unit(2, 9), unit(1, 1), unit(1, 1, "gone.yml")) == [
        "a.yml",
        "  a.yml:2:9: error: There is no unit “tin”. [unknown-unit]",
        '     2 │ parent: "tin"',
        "       │         ^^^^^",
        "         → Did you mean “tinh”? Units are files in data/units.",
        "  a.yml:1:1: error: There is no unit “tin”. [unknown-unit]",
        "     1 │ id: x",
        "       │ ^^",
        "         → Did you mean “tinh”? Units are files in data/units.",
        "",
        "gone.yml",
        "  gone.yml:1:1: error: There is no unit “tin”. [unknown-unit]",
        "         → Did you mean “tinh”? Units are files in data/units.",
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_is_wider_than_the_screen(tmp_path, lang):
    (tmp_path / "a.yml").write_text("lời " * 100 + "\n", encoding="utf-8")

    lines = told(tmp_path, *(unit(1, column) for column in (1, 77, 201, 397)), lang=lang, width=80)

    assert max(map(len, lines)) <= 80
    shown = [number for number, line in enumerate(lines) if "│ " in line and "lời" in line]
    assert [lines[number + 1].index("^") - lines[number].index("│") for number in shown]
    for number in shown:
        start = lines[number + 1].index("^")
        assert lines[number][start : start + 3] == "lời"


def test_signs_that_a_terminal_would_obey_are_shown_not_obeyed(tmp_path):
    (tmp_path / "a.yml").write_text("id: \x1b]0;owned\x07\u202e\x9b31m\tx\n", encoding="utf-8")
    hostile = Problem("unknown-unit", Place("a.yml", 1, 5), {"id": "\x1b[2J\u2028"}, suggestion=("\x1b[1m",))

    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u202e]", "".join(told(tmp_path, hostile)))


def test_printable_text_keeps_vietnamese_letters():
    assert printable("Huyện Ngân Sơn – “đất đai”\t9 %") == "Huyện Ngân Sơn – “đất đai” 9 %"


@pytest.mark.parametrize(
    ("line", "column", "piece"),
    [
        ('Đạt {{ value("a b") }} hồ sơ', 5, '{{ value("a b") }}'),
        ("  1.1: 12.350", 8, "12.350"),
        ('[81, "83,3%"]', 6, '"83,3%"'),
        ("key: value", 1, "key"),
        ("ab", 3, " "),
        ("ab", 0, " "),
        ("", 1, " "),
    ],
)
def test_what_stands_at_the_place_is_underlined(line, column, piece):
    assert underlined(line, column) == len(piece)


def test_a_long_line_is_cut_around_the_place():
    shown, column = window("a" * 100 + "X" + "b" * 100, 101, 40)

    assert len(shown) == 40
    assert shown[column - 1] == "X"
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_columns_count_composed_letters_as_the_loader_does(tmp_path):
    (tmp_path / "a.yml").write_bytes("\ufeffHuye\u0323\u0302n\r\nid: x\n".encode())

    assert source_lines(tmp_path / "a.yml")[:2] == ["Huyện", "id: x"]


def test_a_folder_in_the_place_of_the_file_shows_no_line(tmp_path):
    assert source_lines(tmp_path) == []
