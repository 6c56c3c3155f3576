"""`reform-reports new report|unit|indicator|form`: what is written is valid at once, can be filled in by taking signs away, and overwrites nothing."""

import os
import pty
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from generator.assembly.site import load_and_check
from generator.canonical.files import canonical_text
from generator.cli import make_command
from generator.problems import Severity
from tests.conftest import ROOT
from tests.real_paper import write_paper
from tests.trees import faults, write_tree

REPORT = ("report", "--unit", "huyen", "--period", "2022-Q4", "--title", "Báo cáo quý IV", "--title-en", "Report, Q4")
UNIT = ("unit", "--name", "Sở Nội vụ", "--name-en", "Home Affairs", "--level", "department", "--parent", "tinh")
INDICATOR = (
    *("indicator", "--area", "procedures", "--name", "Hồ sơ qua bưu chính", "--name-en", "Dossiers by post"),
    *("--definition", "Số hồ sơ.", "--definition-en", "Dossiers.", "--measure", "dossier", "--kind", "flow"),
    *("--better", "neither"),
)
FORM = ("form", "--name", "Biểu mới", "--name-en", "New form")
KINDS = {
    "data/reports/huyen/2022-Q4.yml": REPORT,
    "data/units/so-noi-vu.yml": UNIT,
    "data/indicators/procedures.yml": INDICATOR,
    "data/forms/bieu-moi.yml": FORM,
}
STILL_TO_FILL = {"unused-entry", "untranslated-text"}


@pytest.fixture
def tree(tmp_path):
    return write_tree(tmp_path)


def new(tree, *arguments):
    return CliRunner().invoke(make_command("en"), ["new", *arguments, "--root", str(tree)])


@pytest.mark.parametrize("name", KINDS)
def test_what_is_written_is_in_canonical_form_and_passes_check(name, tree):
    done = new(tree, *KINDS[name])

    assert done.exit_code == 0, done.output
    assert name in done.output
    text = (tree / name).read_text(encoding="utf-8")
    if name != "data/indicators/procedures.yml":  # The example there is not in canonical form itself.
        assert text == canonical_text(name, text)
    _, problems = load_and_check(tree)
    assert faults(problems) == ()
    warnings = {each.code for each in problems if each.severity is Severity.WARNING}
    assert warnings <= STILL_TO_FILL


@pytest.mark.parametrize("name", KINDS)
def test_a_second_time_nothing_is_written(name, tree):
    new(tree, *KINDS[name])
    before = (tree / name).read_bytes()

    again = new(tree, *KINDS[name])

    assert again.exit_code == 2
    assert "there is one of this id already" in again.output.casefold() or "is there already" in again.output
    assert (tree / name).read_bytes() == before


@pytest.mark.parametrize("kind", ["report", "unit", "indicator", "form"])
def test_in_a_pipeline_everything_that_is_missing_is_said_at_once_and_nobody_is_asked(kind, tree):
    done = new(tree, kind)

    assert done.exit_code == 2
    assert "is missing; there is nobody to ask." in done.output
    assert done.output.count("is missing") == {"report": 3, "unit": 3, "indicator": 8, "form": 2}[kind]


def test_what_is_wrong_is_said_with_the_option(tree):
    done = new(tree, "report", "--unit", "nowhere", "--period", "quý 3", "--title", "Báo cáo")

    assert done.exit_code == 2
    assert "--unit: data/units does not have it." in done.output
    assert "--period: That is no period." in done.output


def filled(text):
    """The lines of tables without the signs of comments, 1 behind every colon that waits for a figure."""
    head, told, rest = text.partition("# tables:")
    lines = (told + rest).partition("# Figures that stand only")[0].rstrip().split("\n")
    bare = [line.removeprefix("# ") for line in lines]
    depth = [len(line) - len(line.lstrip()) for line in bare]
    made = []
    for number, line in enumerate(bare):
        is_leaf = number + 1 == len(bare) or depth[number + 1] <= depth[number]
        made.append(re.sub(r'^( +"[\w.#-]+"):  #', r"\1: 1  #", line) if is_leaf else line)
    return head + "\n".join(made) + "\n"


def test_a_new_report_becomes_a_whole_one_by_taking_signs_away(tree):
    new(tree, *REPORT)
    path = tree / "data/reports/huyen/2022-Q4.yml"
    text = filled(path.read_text(encoding="utf-8")).replace("entry: partial\n", "")
    text = text.replace('["2022-Q4"]', '["2022", "2022-Q4"]').replace('"1": 1  # Rate', '"1": [1, 1]  # Rate')
    path.write_text(text, encoding="utf-8")

    catalogue, problems = load_and_check(tree)

    assert [each.code for each in faults(problems)] == [], text
    report = catalogue.reports["huyen/2022-Q4"]
    assert {name: len(table.rows) for name, table in report.tables.items()} == {"main": 4, "years": 1, "tiers": 1}


def test_the_form_of_a_report_is_that_of_the_newest_one_unless_another_is_named(tree):
    new(tree, *REPORT)
    assert "form: bieu\n" in (tree / "data/reports/huyen/2022-Q4.yml").read_text(encoding="utf-8")

    done = new(tree, *REPORT[:4], "2023", *REPORT[5:], "--form", "other")

    assert (done.exit_code, "--form: data/forms does not have it." in done.output) == (2, True)


def test_the_rows_of_a_form_are_taken_from_an_office_s_file_with_what_is_to_be_decided(tree):
    rows = (
        "TT\tChỉ tiêu\tĐơn vị tính\tSố liệu",
        "1\tThủ tục\t\t",
        "1.1\tHồ sơ đã giải quyết\tHồ sơ\t14",
        "1.2\tHồ sơ đúng hạn\tVăn bản\t12",
        "1.3\tSố cuộc họp\tCuộc\t3",
    )
    path = tree / "bieu.txt"
    path.write_text("BIỂU THỐNG KÊ\n" + "\n".join(rows) + "\n", encoding="utf-8")

    done = new(tree, *FORM, "--rows", str(path))

    assert done.exit_code == 0, done.output
    text = (tree / "data/forms/bieu-moi.yml").read_text(encoding="utf-8")
    assert '- {code: "1", label: {vi: "Thủ tục"}, heading: true}' in text
    assert '- {code: "1.1", label: {vi: "Hồ sơ đã giải quyết"}, indicator: resolved}' in text
    assert "Called like on-time, but counted in “Văn bản”, not in dossiers." in text
    assert '- {code: "1.3", label: {vi: "Số cuộc họp"}, indicator: }' in text
    catalogue, problems = load_and_check(tree)
    assert faults(problems) == ()
    assert [row.code for row in catalogue.forms["bieu-moi"].tables[0].rows] == ["1", "1.1"]


def test_a_file_without_a_table_makes_no_form(tree):
    path = tree / "loi.txt"
    path.write_text("Chỉ có lời văn.\n", encoding="utf-8")

    done = new(tree, *FORM, "--rows", str(path))

    assert (done.exit_code, "has no table" in done.output) == (2, True)
    assert not (tree / "data/forms/bieu-moi.yml").exists()


def test_a_person_at_a_terminal_is_asked_until_the_answer_is_one(tree):
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name != "CI"}
    with subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "new", "unit", "--lang", "en"],
        cwd=tree,
        env={**plain, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        os.write(ours, "Sở Tư pháp\nJustice\nsome\ndepartment\ntinh\n\n".encode())
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # the terminal is gone with its last user
            pass
        os.close(ours)
        assert process.wait(60) == 0, shown.decode()
    assert "It is none of the levels." in shown.decode()
    text = (tree / "data/units/so-tu-phap.yml").read_text(encoding="utf-8")
    assert text.startswith("id: so-tu-phap\nlevel: department\nparent: tinh\n")


def test_lists_that_a_form_leaves_open_are_there_to_be_filled_in_as_well(tmp_path):
    tree = write_paper(tmp_path)
    done = new(
        tree, "report", "--unit", "nga-phu", "--period", "2025-Q2", "--title", "Biểu 06", "--form", "vpcp-kstt-06"
    )
    assert done.exit_code == 0, done.output
    path = tree / "data/reports/nga-phu/2025-Q2.yml"
    text = filled(path.read_text(encoding="utf-8")).replace("entry: partial\n", "").replace("{vi: }", "{vi: Đất đai}")
    text = text.replace("{procedure-field: }", "{procedure-field: land}")
    text = "\n".join(line for line in text.split("\n") if not line.strip().startswith("unit:  #"))
    path.write_text(text, encoding="utf-8")

    catalogue, problems = load_and_check(tree)

    assert [each.code for each in faults(problems)] == [], text
    lists = catalogue.reports["nga-phu/2025-Q2"].tables["06"].lists
    assert lists
    assert all(len(rows) == 1 for rows in lists.values())
