"""What an edit does to the figures, told from a real little git repository."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from generator.changes.repository import NoRepositoryError, below, read_span, write_revision
from generator.cli import main
from tests.trees import FILES, INDICATORS, REPORT, edit, write_tree

pytestmark = pytest.mark.integration


def git(folder: Path, *arguments: str, given: str | None = None) -> str:
    identity = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, input=given, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(tree: Path) -> str:
    git(tree, "add", "--all")
    git(tree, "commit", "--quiet", "--message", "x")
    return git(tree, "rev-parse", "HEAD")


@pytest.fixture
def tree(tmp_path) -> Path:
    """The smallest tree, committed."""
    folder = write_tree(tmp_path / "tree")
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def diff(capsys, tree, *arguments):
    """What the command prints, and its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["diff", *arguments, "--root", str(tree), "--lang", "en"])
    shown = capsys.readouterr()
    return shown.out, shown.err, ended.value.code


def test_a_changed_figure_is_told_with_what_follows_from_it_and_its_address(tree, capsys, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://cchc.test/site/")
    write_tree(tree, edit(REPORT, '1.2: "1.190"', '1.2: "1.140"'))

    out, err, code = diff(capsys, tree)

    assert (err, code) == ("", 0)
    assert out.startswith("Sample District, Q3 2022\n  Dossiers on time (main 1.2): 1,190 → 1,140\n")
    assert "↳ On-time rate, by its formula: 99.17% → 95%\n" in out
    assert "↳ Appears: " in out
    assert "https://cchc.test/site/en/reports/huyen/2022-Q3/#t-main-1.2\n" in out


def test_what_is_worth_a_look_is_not_told_as_a_contradiction(tree, capsys):
    write_tree(tree, edit(REPORT, '1.3: "99,17%"', '1.3: "99,1%"'))

    assert "↳ Appears: worth a look: On-time rate, Q3 2022: printed 99.1%, cut off" in diff(capsys, tree)[0]
    told = json.loads(diff(capsys, tree, "--format", "json")[0])
    assert [(each["code"], each["severity"]) for each in told["findings"]] == [("rate-truncated", "note")]


def test_a_contradiction_that_reads_otherwise_is_told_below_its_figure(tree, capsys):
    wrong = FILES[REPORT].replace('1.3: "99,17%"', '1.3: "80%"')
    write_tree(tree, {REPORT: wrong})
    commit(tree)
    write_tree(tree, {REPORT: wrong.replace('1.2: "1.190"', '1.2: "1.140"')})

    out, _, _ = diff(capsys, tree)

    assert "↳ Reads now: On-time rate, Q3 2022: printed 80%; the report's own figures give 95% (1,140 of 1,200)." in out
    # Without an address, there is nothing that a mark could lead to.
    assert "¶" not in diff(capsys, tree, "--format", "markdown")[0]


def test_a_verdict_that_changes_is_told_below_its_figure(tree, capsys):
    target = edit("data/targets/huyen.yml", "period: 2022\n", "period: 2021\n")
    write_tree(tree, target)
    commit(tree)
    report = FILES[REPORT].replace('["97,5%", not-reported]', '["97,5%", "90%"]')
    write_tree(tree, {REPORT: report, **target})

    out, _, _ = diff(capsys, tree)

    assert "On-time rate, 2021 (years 1): not reported → 90%" in out
    assert "↳ Target “On-time rate, 2021” (Sample District): no data → missed (−5 points)" in out


def test_lines_that_moved_change_nothing(tree, capsys):
    write_tree(tree, {name: f"# Ghi chú\n\n{FILES[name]}" for name in (REPORT, INDICATORS, "data/targets/huyen.yml")})

    assert diff(capsys, tree) == ("No figure changes.\n", "", 0)


def test_status_note_and_print_are_told(tree, capsys):
    change = '1.2: {value: 1190, printed: "1190 hồ sơ", note: {vi: Chữ mờ, en: Faint}}'
    write_tree(tree, {REPORT: FILES[REPORT].replace('1.2: "1.190"', change).replace("1.1: 1200", "1.1: not-reported")})

    out, _, _ = diff(capsys, tree)

    assert "Dossiers resolved (main 1.1): 1,200 → not reported" in out
    assert "Dossiers on time (main 1.2): as printed: “1.190” → “1190 hồ sơ”; note: – → “Faint”" in out


def test_figures_reports_and_indicators_that_come_and_go_are_told(tree, capsys):
    write_tree(tree, {
        REPORT: FILES[REPORT].replace(', 2019: "83,3%"', ""),
        "data/reports/huyen/2022-Q4.yml": "unit: huyen\nperiod: 2022-Q4\ndocument: {title: {vi: Báo cáo}}\nprose: [{section: I, indicator: resolved, value: 7}]\n",
        INDICATORS: FILES[INDICATORS] + FILES[INDICATORS].replace("- id: ", "- id: new-").split("- id: new-on-time\n")[0],
    })  # fmt: skip

    out, _, _ = diff(capsys, tree)

    assert "On-time rate, 2019 (II.2): removed, was 83.3%" in out
    assert "Sample District, Q4 2022\n  New report; figures in it: 1.\n" in out
    assert "Dossiers resolved (I): new, 7" in out
    assert "Indicators\n  New: Dossiers resolved\n" in out


def test_two_revisions_can_be_compared_whatever_lies_in_the_folder(tree, capsys):
    write_tree(tree, edit(REPORT, "1.1: 1200", "1.1: 1300"))
    commit(tree)
    write_tree(tree, edit(REPORT, "1.1: 1200", "1.1: 1400"))

    assert "1,200 → 1,300" in diff(capsys, tree, "HEAD~1..HEAD")[0]
    assert "1,200 → 1,300" in diff(capsys, tree, "HEAD~1...")[0]
    assert "1,300 → 1,400" in diff(capsys, tree)[0]
    assert "1,200 → 1,400" in diff(capsys, tree, "HEAD~1")[0]


def test_markdown_cannot_be_broken_out_of(tree, capsys):
    hostile = "<img src=x onerror=alert(1)> @all [x](https://evil.test) `code` | *b*"
    write_tree(tree, edit(REPORT, "1.1: 1200", f'1.1: {{value: 1200, printed: "{hostile}"}}'))

    out, _, _ = diff(capsys, tree, "--format", "markdown")

    assert out.startswith(
        "## What this change does to the figures\n\n### Sample District, Q3 2022\n\n- Dossiers resolved"
    )
    assert "\\<img src=x onerror=alert\\(1\\)\\> &#64;all \\[x\\]\\(https://evil.test\\) \\`code\\` \\| \\*b\\*" in out


def test_json_has_values_before_and_after(tree, capsys):
    write_tree(tree, edit(REPORT, '1.2: "1.190"', '1.2: "1.140"'))

    told = json.loads(diff(capsys, tree, "--format", "json")[0])

    (figure,) = told["figures"]
    assert (told["version"], told["from"], told["to"]) == (1, "HEAD", None)
    assert (figure["before"]["value"], figure["after"]["value"], figure["keys"]) == (1190, 1140, ["value", "printed"])
    assert figure["derived"] == [{"indicator": "on-time-rate", "before": pytest.approx(99.1667, abs=1e-4), "after": 95}]
    assert {each["change"] for each in told["findings"]} <= {"appears", "gone", "changed"}


def test_a_state_with_errors_says_so(tree, capsys):
    write_tree(tree, edit(REPORT, "1.1: 1200", "1.1: 1.200"))
    broken = commit(tree)
    write_tree(tree)

    _, err, code = diff(capsys, tree, broken)
    assert code == 0
    assert f"1 error in {broken}: its figures may be incomplete" in err

    _, err, code = diff(capsys, tree, f"HEAD~1..{broken}")
    assert code == 1
    assert "1 error in" in err


def test_without_git_or_with_an_unknown_revision_the_command_says_so(tree, tmp_path, capsys):
    assert diff(capsys, write_tree(tmp_path / "plain"))[2] == 2
    assert "Git knows no revision “nope”." in diff(capsys, tree, "nope")[1]
    assert diff(capsys, tree, "nope..HEAD")[2] == 2
    assert diff(capsys, tree, "--", "--output=x")[2] == 2


def test_a_tree_below_the_top_of_the_repository_is_found(tmp_path, capsys):
    tree = write_tree(tmp_path / "project/reports")
    git(tmp_path / "project", "init", "--quiet")
    commit(tmp_path / "project")
    write_tree(tree, edit(REPORT, "1.1: 1200", "1.1: 1300"))

    assert "1,200 → 1,300" in diff(capsys, tree)[0]


def test_nothing_of_a_revision_is_written_outside_of_its_folder(tree, tmp_path):
    (tree / "data/out.yml").symlink_to("/etc/passwd")
    git(tree, "add", "--all")
    plain = git(tree, "write-tree")
    head = git(tree, "commit-tree", plain, "-m", "x")
    target = tmp_path / "out"

    write_revision(tree, head, target)

    written = [path for path in target.rglob("*") if path.is_symlink() or not path.resolve().is_relative_to(target)]
    assert written == []
    assert not (target / "data/out.yml").exists()
    assert (target / REPORT).read_bytes() == FILES[REPORT].encode()
    assert not (target / ".git").exists()


@pytest.mark.parametrize("name", ["../x", "data/../../x", "/etc/x", "data\\\\..\\\\x", ""])
def test_a_name_that_leads_out_is_left_out(tmp_path, name):
    assert below(tmp_path, name) is None


def test_a_folder_without_repository_has_no_revisions(tmp_path):
    with pytest.raises(NoRepositoryError):
        read_span(tmp_path, "HEAD")
