"""Whatever stands in data and content is read as text, or refused at its place; what a page shows of it: tests/browser/test_attacks.py."""

import os
import unicodedata
from pathlib import Path

import pytest

from generator.assembly.site import load_and_check
from generator.console import Console, print_problems
from generator.load.limits import MOST_TOLD
from generator.model.hidden import hidden_character, visible
from generator.tell.text import source_lines
from tests.hostile import REFUSED
from tests.trees import FILES, FORM, INDICATORS, REPORT, SUMMARY, edit, write_tree

UNIT, MEASURES, ABOUT = "data/units/huyen.yml", "data/measures.yml", "content/vi/about.md"


def told(root: Path) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place)) for problem in load_and_check(root)[1]]


@pytest.mark.parametrize("written", REFUSED)
def test_a_character_that_nobody_sees_is_refused_however_it_is_written(tmp_path, written):
    character = written.encode().decode("unicode_escape")
    escaped = write_tree(tmp_path / "escaped", edit(UNIT, "Huyện Mẫu", f'"Huyện {written}Mẫu"'))
    assert ("hidden-character", f"{UNIT}:4:13") in told(escaped)

    if character != "\r":  # some editors' end of line
        raw = write_tree(
            tmp_path / "raw", {UNIT: FILES[UNIT].replace("Mẫu", f"{character}Mẫu"), SUMMARY: f"a{character}b"}
        )
        assert [(code, place) for code, place in told(raw) if code == "hidden-character"] == [
            ("hidden-character", f"{SUMMARY}:1:2"),
            ("hidden-character", f"{UNIT}:4:19"),
        ]


def test_letters_of_any_language_are_text():
    for text in (
        "Đắk Lắk",
        unicodedata.normalize("NFD", "Đắk Lắk"),
        "Ελλάδα 中文 עברית",
        "👩‍👩‍👧 ﷽ a\tb\nc",
        "soft\u00adhyphen",
    ):
        assert hidden_character(text) is None


def test_what_is_printed_cannot_speak_to_the_terminal(tmp_path, capsys):
    evil = "\x1b]0;pwned\x07\x1b[31m\u202e"
    root = write_tree(
        tmp_path, {f"data/units/{evil}.yml": f"id: {evil}\n", "content/vi/a\nb.md": "x", UNIT: f"id: {evil}\n"}
    )
    (root / os.fsdecode(b"data/units/\xff.yml")).write_text(
        "id: a\nlevel: district\nnames: {vi: A}\n", encoding="utf-8"
    )

    print_problems(load_and_check(root)[1], Console("vi", root))

    shown = "".join(capsys.readouterr())
    shown.encode()
    assert not set("\x1b\x07\u202e\udcff") & set(shown)
    assert "‹U+001B›" in shown
    assert "‹U+DCFF›" in shown
    assert "a‹U+000A›b.md" in shown


def test_visible_text_stays_as_it_is():
    assert visible("Huyện “Mẫu” {x} 1.2\t3") == "Huyện “Mẫu” {x} 1.2\t3"


@pytest.mark.parametrize(
    "name",
    [
        "../../outside",
        "/etc/passwd",
        "..",
        ".",
        "a/b",
        "a\\b",
        "huyen x",
        "huyen.",
        "Huyen",
        "huуen",
        "con:",
        "%2e%2e",
        "huyện",
    ],
)
def test_an_id_is_never_a_path(tmp_path, name):
    for changes in (
        edit(UNIT, "id: huyen", f"id: '{name}'"),
        edit(REPORT, "unit: huyen", f"unit: '{name}'"),
        edit(INDICATORS, "id: on-time\n", f"id: '{name}'\n"),
        edit(FORM, "id: bieu", f"id: '{name}'"),
        edit(REPORT, "form: bieu", f"form: '{name}'"),
        edit("data/areas.yml", "id: procedures", f"id: '{name}'"),
        edit(MEASURES, "id: dossier", f"id: '{name}'"),
    ):
        (tmp_path / "tree").mkdir()
        assert "bad-id" in {code for code, _ in told(write_tree(tmp_path / "tree", changes))}
        (tmp_path / "tree").rename(tmp_path / f"tree{len(list(tmp_path.iterdir()))}")


@pytest.mark.parametrize("period", ["2022-Q3/../../x", "../2022", "2022-Q3\\n2022", "2022 -Q3", "２０２２"])
def test_a_period_is_never_a_path(tmp_path, period):
    assert ("bad-period", f"{REPORT}:2:9") in told(write_tree(tmp_path, edit(REPORT, "2022-Q3", f'"{period}"')))


@pytest.mark.parametrize(
    "name",
    [
        "Huyen.yml",
        "huyen .yml",
        "huyen..yml",
        "huуen.yml",
        "huyện.yml",
        unicodedata.normalize("NFD", "huyện.yml"),
        "\u202ehuyen.yml",
        "sub/huyen.yml",
    ],
)
def test_a_file_is_called_after_what_stands_in_it(tmp_path, name):
    """So two names that differ only in case, dots or look-alike letters never stand side by side."""
    root = write_tree(tmp_path, {f"data/units/{name}": FILES[UNIT]})

    assert ("misplaced-file", f"data/units/{name}:1:1") in told(root)


@pytest.mark.parametrize(
    "name", ["About.md", "about .md", "../about.md", "reports/../../x.md", "reports/huyen/2022-q3/summary.md"]
)
def test_content_has_its_places(tmp_path, name):
    root = write_tree(tmp_path / "tree", {f"content/vi/{name}": "# Lời\n"})

    assert {code for code, _ in told(root)} & {"unknown-file", "unknown-report"}


@pytest.mark.parametrize(
    "expression",
    [
        "7*7", "''.__class__", "value.__globals__", "value('on-time-rate').__class__", "value(*['a'])", "value(**{'a': 1})",
        "value('on-time-rate', unit=cycler.__init__)", "self", "config", "range(10**9)", "'a' * 10**9", "lipsum()", "joiner()",
        "namespace()", "value('on-time-rate')|attr('x')", "value(value('a'))", "1 if 2 else 3", "[x for x in y]", "chart(1 + 1)",
    ],
)  # fmt: skip
def test_an_expression_is_a_call_with_plain_values_or_nothing(tmp_path, expression):
    found = told(write_tree(tmp_path, {SUMMARY: f"{{{{ {expression} }}}}\n"}))

    assert found
    assert {code for code, _ in found} <= {
        "unknown-expression",
        "broken-expression",
        "unknown-argument",
        "unknown-value",
    }


@pytest.mark.parametrize(
    "tag",
    [
        "{% raw %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{# x #}",
        "{% for x in range(10**9) %}{% endfor %}",
    ],
)
def test_statements_of_templates_are_refused(tmp_path, tag):
    assert ("broken-expression", f"{SUMMARY}:1:1") in told(write_tree(tmp_path, {SUMMARY: f"{tag}\n"}))


@pytest.mark.parametrize(
    "number",
    ["1e999999", "1" + "0" * 9_000, "-1e999999", "0." + "0" * 9_000 + "1", "inf", "nan", "1_0", "0x10", "٣", "9" * 21],
)
def test_a_number_has_a_size(tmp_path, number):
    found = {*told(write_tree(tmp_path, edit(REPORT, "1200", number)))}

    assert {("not-a-number", f"{REPORT}:10:12"), ("figure-too-long", f"{REPORT}:10:12")} & found


@pytest.mark.parametrize("number", ["1e999999", "-1e999999", "1e-999999", "1" * 9_000, "inf", "nan"])
def test_a_limit_of_a_unit_of_measure_has_a_size(tmp_path, number):
    changes = {MEASURES: FILES[MEASURES].replace("decimal\n", f"decimal\n  maximum: {number}\n", 1)}

    assert ("wrong-type", f"{MEASURES}:3:12") in told(write_tree(tmp_path, changes))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("data/units/.yml", "missing-key"),
        ("data/.yml", "unknown-file"),
        ("content/vi/.md", "unknown-file"),
        ("content/.md", "unknown-file"),
    ],
)
def test_a_name_may_be_nothing_but_its_ending(tmp_path, name, code):
    assert (code, name) in [(each, place.split(":")[0]) for each, place in told(write_tree(tmp_path, {name: "x: 1\n"}))]


@pytest.mark.parametrize("name", ["data/areas.yml", UNIT, "content/glossary.yml", ABOUT, "content/translations.yml"])
def test_what_is_no_file_is_told_of_and_never_opened(tmp_path, name):
    """Opening a pipe would wait for ever, and a folder would leave out what the file says."""
    for number, make in enumerate((os.mkfifo, os.mkdir)):
        root = write_tree(tmp_path / str(number))
        (root / name).unlink(missing_ok=True)
        make(root / name)

        assert ("unreadable-file", name) in told(root)


def test_a_folder_that_is_closed_is_told_of(tmp_path, monkeypatch):
    """Else every report in it would leave the site without a word."""
    root = write_tree(tmp_path)
    scan = os.scandir

    def closed(path):
        if str(path).endswith("reports/huyen"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)

    assert ("unreadable-file", "data/reports/huyen") in told(root)


def test_problems_are_shown_without_reading_what_the_loader_does_not_read(tmp_path):
    (tmp_path / "link.yml").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "large.yml").write_bytes(b"x\n" * 600_000)

    assert [source_lines(tmp_path / f"{name}.yml") for name in ("link", "pipe", "large")] == [[], [], []]
    assert source_lines(write_tree(tmp_path) / UNIT)[0] == "id: huyen"


def test_one_kind_of_mistake_is_told_so_often_of_a_file(tmp_path):
    numbers = " ".join(f"{number} bàn." for number in range(100_000, 100_000 + 2 * MOST_TOLD))

    assert [code for code, _ in told(write_tree(tmp_path, {SUMMARY: numbers}))] == ["bare-number"] * MOST_TOLD
