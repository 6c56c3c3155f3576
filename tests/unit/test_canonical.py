"""The canonical form of files: it says the same, keeps every comment, and is its own canonical form."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.canonical.files import formatted_files, holding
from generator.canonical.layout import WIDTH, canonical
from generator.canonical.scalars import scalar_text
from generator.cli import main
from generator.fields.field import Kind
from generator.fields.files import kind_of
from generator.load.yaml_tree import parse_yaml
from tests.trees import FILES, INDICATORS, REPORT, edit, write_tree

UNIT = "data/units/huyen.yml"
YAML = [name for name in FILES if name.endswith(".yml")]


def formatted(text: str, name: str = UNIT) -> str:
    return canonical(text, holding(kind_of(name)))


def as_text(text: str):
    """What a reader of YAML that knows no types makes of a text."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts


def comments(text: str) -> list[str]:
    return sorted(re.findall(r"# lời bàn \d+", text))


@pytest.mark.parametrize(
    ("name", "written", "canonical_form"),
    [
        (UNIT, "level: district\nid: huyen\n", "id: huyen\nlevel: district\n"),
        (UNIT, "names: {en: District, vi: Huyện}\n", 'names: {vi: "Huyện", en: "District"}\n'),
        (UNIT, "names:\n      en: District\n      vi: Huyện\n", 'names:\n  vi: "Huyện"\n  en: "District"\n'),
        (UNIT, "code: 575\nvalid_to: '2025-06-30'\n", 'code: "575"\nvalid_to: 2025-06-30\n'),
        (UNIT, "successors: [  a,b ]\naliases: []\n", "successors: [a, b]\naliases: []\n"),
        (UNIT, "successors:\n- a\n- b\n", "successors:\n  - a\n  - b\n"),
        (UNIT, "colour: Red\nid: huyen\n", "id: huyen\ncolour: Red\n"),
        (UNIT, "note: {vi: |\n  Một\n  Hai\n}\n", None),
        (UNIT, "note:\n  vi: |\n    Một\n\n    Hai\n", "note:\n  vi: |-\n    Một\n\n    Hai\n"),
        (UNIT, "# Đầu tệp\n\n# Của mã\nid: huyen # mã\n# Cuối\n", "# Đầu tệp\n\n# Của mã\nid: huyen # mã\n# Cuối\n"),
        (UNIT, "# Đầu tệp\nlevel: district\nid: huyen\n", "# Đầu tệp\nid: huyen\nlevel: district\n"),
        (UNIT, "level: district\n# Của mã\nid: huyen # mã\n", "# Của mã\nid: huyen # mã\nlevel: district\n"),
        (UNIT, "successors: [a, # một\n  b]\n", "successors:\n  - a # một\n  - b\n"),
        (UNIT, "successors: [a, b] # cả hai\n", "successors: [a, b] # cả hai\n"),
        (UNIT, "successors: # sau đó\n  - a\n", "successors: # sau đó\n  - a\n"),
        (UNIT, 'names: {vi: "A # B", en: \'C # D\'}\n', 'names: {vi: "A # B", en: "C # D"}\n'),
        (UNIT, "names: {vi: 'nói \"có\"'}\n", 'names: {vi: "nói \\"có\\""}\n'),
        (UNIT, "parent:\nnote: ~\n", "parent:\nnote:\n"),
        (INDICATORS, "- id: a\n\n\n- id: b\n  unbounded: 'true'\n", "- id: a\n\n- id: b\n  unbounded: true\n"),
        (INDICATORS, "- # một\n  id: a\n", "# một\n- id: a\n"),
        (INDICATORS, "- {measure: 'dossier', id: a}\n", "- {id: a, measure: dossier}\n"),
        (INDICATORS, "- formula: 'a / b'\n", "- formula: a / b\n"),
        (REPORT, "period: '2022'\nunit: huyen\n", "unit: huyen\nperiod: 2022\n"),
        (REPORT, "tables: {main: {rows: {1.1: 14.083, '2': 5, I: '06', II: x}}}\n", 'tables: {main: {rows: {"1.1": "14.083", "2": 5, I: "06", II: x}}}\n'),
        (REPORT, "prose:\n- value: 97,55 %\n  section: II.2\n", 'prose:\n  - section: "II.2"\n    value: "97,55 %"\n'),
        (UNIT, "successors: [ # một\n  a # hai\n  ] # ba\n", "# ba\nsuccessors: # một\n  - a # hai\n"),
        (REPORT, "prose:\n- values: {2018: no, '2019': 12:30}\n", 'prose:\n  - values: {2018: "no", 2019: "12:30"}\n'),
    ],
)  # fmt: skip
def test_a_file_has_one_form(name, written, canonical_form):
    if canonical_form is None:
        assert parse_yaml(written, name)[1]  # No YAML, so nobody asks for its form.
    else:
        assert formatted(written, name) == canonical_form


def test_what_is_too_wide_in_braces_is_written_over_several_lines():
    long = "x" * WIDTH

    assert formatted(f"names: {{vi: {long}, en: B}}\n") == f'names:\n  vi: "{long}"\n  en: "B"\n'


def test_decomposed_letters_and_foreign_line_ends_are_made_ours():
    assert (
        formatted("names: {vi: 'Huye\u0323\u0302n'}\r\nlevel: district\r\n")
        == 'level: district\nnames: {vi: "Huyện"}\n'
    )


@pytest.mark.parametrize("name", YAML)
def test_the_canonical_form_says_the_same_and_is_its_own(name):
    once = formatted(FILES[name], name)

    assert parse_yaml(once, name)[0] == parse_yaml(FILES[name], name)[0]
    assert formatted(once, name) == once


@given(st.data())
def test_no_comment_is_lost_wherever_it_stands(data):
    name = data.draw(st.sampled_from(YAML))
    text = FILES[name]
    if data.draw(st.booleans()):
        text = yaml.dump(as_text(text), allow_unicode=True, sort_keys=False, width=4000)
    lines = text.rstrip("\n").split("\n")
    for number in range(data.draw(st.integers(1, 5))):
        line = data.draw(st.integers(0, len(lines) - 1))
        comment = f"# lời bàn {number}"
        way = data.draw(st.sampled_from(["above", "beside", "apart"]))
        if way == "beside" and "#" not in lines[line] and lines[line].strip():
            lines[line] += f" {comment}"
        else:
            indent = " " * data.draw(st.integers(0, 6))
            lines[line:line] = [f"{indent}{comment}"] + [""] * (way == "apart")
    written = "\n".join(lines) + "\n"

    once = formatted(written, name)

    assert comments(once) == comments(written)
    assert parse_yaml(once, name)[0] == parse_yaml(written, name)[0]
    assert formatted(once, name) == once


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from([None, *Kind]))
def test_a_scalar_is_read_back_by_readers_of_yaml(value, kind):
    value = " ".join(value.split())
    written = scalar_text(value, kind) if value else '""'

    assert as_text(f"[{written}]") == [value]
    if not re.fullmatch(r"-?\d+(\.\d+)?|\d{4}-\d\d(-\d\d)?|true|false", written):
        # Nor is it of another type to those who ask for types.
        assert yaml.safe_load(f"[{written}]") == [value]


@given(st.recursive(st.text("ab#:-'\" \n", max_size=8), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc1. ", min_size=1, max_size=4), inner, max_size=3), max_leaves=12))  # fmt: skip
def test_any_tree_keeps_what_it_says(tree):
    text = yaml.dump({"note": tree}, allow_unicode=True, sort_keys=False)
    said, problems = parse_yaml(text, UNIT)
    if not problems:
        once = formatted(text)

        assert parse_yaml(once, UNIT)[0] == said
        assert formatted(once) == once


def test_the_repository_is_in_canonical_form(root):
    assert [each.name for each in formatted_files(root) if not each.is_canonical] == []


def run(*arguments):
    with pytest.raises(SystemExit) as ended:
        main(["fmt", *arguments, "--lang", "en"])
    return ended.value.code


def test_the_command_says_what_would_change_and_then_changes_it(tmp_path, capsys):
    write_tree(tmp_path, {UNIT: "level: district\nid: huyen\n"})

    assert run("--check", str(tmp_path / UNIT), "--root", str(tmp_path)) == 1
    shown = capsys.readouterr()
    assert f"{UNIT}:1\n  - level: district\n  + id: huyen\n" in shown.err
    assert shown.out == "1 file is not in canonical form\n"
    assert (tmp_path / UNIT).read_text(encoding="utf-8") == "level: district\nid: huyen\n"

    assert run("--root", str(tmp_path)) == 0
    assert (tmp_path / UNIT).read_text(encoding="utf-8") == "id: huyen\nlevel: district\n"
    assert run("--check", "--root", str(tmp_path)) == 0


def test_a_file_that_is_no_yaml_is_told_and_left_alone(tmp_path, capsys):
    write_tree(tmp_path, {UNIT: 'id: "never closed\n'})

    assert run("--root", str(tmp_path)) == 1
    assert f"{UNIT}:1:5: error" in capsys.readouterr().err
    assert (tmp_path / UNIT).read_text(encoding="utf-8") == 'id: "never closed\n'


def test_a_file_that_is_not_there_is_a_wrong_use(tmp_path):
    assert run("data/units/none.yml", "--root", str(tmp_path)) == 2


def test_narratives_only_get_composed_letters_and_one_line_end(tmp_path):
    name = "content/vi/about.md"
    write_tree(tmp_path, {name: "# Giới thiê\u0323u  \nHai.\r\n\r\n"})

    assert run("--root", str(tmp_path)) == 0
    assert (tmp_path / name).read_bytes().decode() == "# Giới thiệu  \nHai.\n"


def test_what_quotes_hold_is_not_taken_for_a_comment(tmp_path):
    changes = edit(REPORT, "title: {vi: Báo cáo mẫu", "title: {vi: 'Báo cáo #1'")

    assert 'vi: "Báo cáo #1"' in formatted(changes[REPORT], REPORT)
