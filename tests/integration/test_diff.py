"""What an edit does to the figures, told from a real little git repository."""

import json
from pathlib import Path

import pytest

from generator.changes.entry_words import LABELS, OF_UNITS
from generator.changes.repository import below, read_span, write_revision
from generator.cli import main
from generator.git import GitRefusalError, Refusal
from generator.model.form import Form
from generator.model.indicator import Indicator
from generator.model.report import Document, Report
from generator.model.sentences import sentences
from generator.model.target import Target
from generator.model.unit import Unit
from tests.repositories import commit, git
from tests.trees import FILES, INDICATORS, REPORT, SUMMARY, edit, write_tree

pytestmark = pytest.mark.integration

PROGRESS = "Reading HEAD …\nReading the files as they are now …\nComparing what follows from both …\n"


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

    assert (err, code) == (PROGRESS, 0)
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

    assert diff(capsys, tree) == ("No figure and no text changes.\n", PROGRESS, 0)


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
        "## What this change does to figures and texts\n\n### Sample District, Q3 2022\n\n- Dossiers resolved"
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
    write_tree(tree, edit(REPORT, "1.1: 1200", "1.1: 12oo"))
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
    with pytest.raises(GitRefusalError) as refused:
        read_span(tmp_path, "HEAD")
    assert refused.value.refusal is Refusal.NO_REPOSITORY


ENGLISH = "content/en/reports/huyen/2022-Q3/summary.md"
PROSE = "Huyện làm tốt. Số hồ sơ tăng.\nNăm sau sẽ hơn.\n\n- Họp hằng tuần.\n- Nhắc việc.\n"


def test_sentences_that_changed_are_told_by_section_in_both_languages(tree, capsys):
    write_tree(tree, {SUMMARY: PROSE, ENGLISH: "All is well. More to come.\n"})
    commit(tree)
    # A line broken elsewhere is no change.
    changed = PROSE.replace("tăng.\nNăm", "giảm. Năm").replace("- Nhắc việc.", "- Nhắc việc.\n- Kiểm tra.")
    write_tree(tree, {SUMMARY: changed, ENGLISH: "All is well. Much more to come.\n"})

    out, _, code = diff(capsys, tree)

    assert code == 0
    assert "Sample District, Q3 2022\n" in out
    assert (
        "  Changed text: Summary (Vietnamese)\n"
        "    ↳ − Số hồ sơ tăng.\n    ↳ + Số hồ sơ giảm.\n    ↳ + - Kiểm tra.\n"
        "    reports/huyen/2022-Q3/#summary\n"
    ) in out
    assert (
        "  Changed text: Summary (English)\n    ↳ − More to come.\n    ↳ + Much more to come.\n"
        "    en/reports/huyen/2022-Q3/#summary\n"
    ) in out
    assert "Họp hằng tuần" not in out


def test_texts_that_come_and_go_are_told_and_pages_by_their_title(tree, capsys):
    write_tree(tree, {
        "content/vi/reports/huyen/2022-Q3/next.md": "Việc sắp tới.\n",
        "content/vi/about.md": "# Giới thiệu\n\nLời mới.\n",
    })  # fmt: skip
    (tree / ENGLISH).unlink()

    out, _, _ = diff(capsys, tree)

    assert "New text: Next steps (Vietnamese)\n" in out
    assert "Removed text: Summary (English)\n" in out
    assert "Pages\n  Changed text: About (Vietnamese)\n" in out


def test_a_translation_that_an_edit_leaves_behind_is_told_until_it_is_recorded(tree, capsys):
    record(tree)
    commit(tree)
    write_tree(tree, edit(SUMMARY, "Huyện", "Toàn huyện"))

    assert "Translation out of date: Summary (English)\n" in diff(capsys, tree)[0]
    told = json.loads(diff(capsys, tree, "--format", "json")[0])
    assert told["translations"] == [
        {"report": "huyen/2022-Q3", "section": "summary", "language": "en", "change": "stale"}
    ]
    assert [(each["language"], each["change"]) for each in told["texts"]] == [("vi", "changed")]

    commit(tree)
    # It is old already; an edit of something else says nothing of it.
    assert "Translation" not in diff(capsys, tree)[0]
    record(tree)
    assert "Translation up to date again: Summary (English)\n" in diff(capsys, tree)[0]


def record(tree: Path) -> None:
    with pytest.raises(SystemExit):
        main(["translated", "--all", "--root", str(tree), "--lang", "en"])


def test_targets_are_told_in_words(tree, capsys):
    target = FILES["data/targets/huyen.yml"]
    more = target.replace("huyen-2022", "xa-2022").replace("unit: huyen", "level: commune\n  parent: tinh")
    write_tree(tree, {
        "data/targets/huyen.yml": target.replace('"95%"', '"98%"').replace("at-least", "more-than")
        .replace("period: 2022", "period: 2022\n  deadline: 2022-12-31"),
        "data/targets/xa.yml": more.replace("period: 2022", "period: 2023"),
    })  # fmt: skip

    out, _, _ = diff(capsys, tree)

    assert ("Targets\n  Changed: On-time rate, 2022 – Sample District: more than 98%, by 31 December 2022\n") in out
    assert "    ↳ to be reached: at least 95% → more than 98%; deadline: – → 31 December 2022\n" in out
    assert "  New: On-time rate, 2023 – Communes, Sample Province: at least 95%\n" in out


def test_what_entries_say_is_told_in_words_and_in_the_language_asked_for(tree, capsys):
    write_tree(tree, {
        **edit(REPORT, "as_of: 2022-09-15", "as_of: 2022-09-20\n  number: 12/BC-UBND"),
        **edit(INDICATORS, "  kind: flow\n  better: higher", "  kind: stock\n  better: neither"),
    })  # fmt: skip

    english, _, _ = diff(capsys, tree)
    with pytest.raises(SystemExit):
        main(["diff", "--root", str(tree), "--lang", "vi"])
    vietnamese = capsys.readouterr().out

    assert (
        "Changed: date of the figures: 15 September 2022 → 20 September 2022; number of the document: – → “12/BC-UBND”"
        in english
    )
    assert "which way is better: Higher is better → Neither higher nor lower is better" in english
    assert "số văn bản: – → “12/BC-UBND”" in vietnamese
    assert "document." not in english + vietnamese
    assert "better" not in vietnamese


def test_everything_that_an_entry_can_say_has_a_name():
    inner = {f"document.{name}" for name in Document.model_fields}
    keys = {*Target.model_fields, *Indicator.model_fields, *Report.model_fields, *Form.model_fields, *inner} - {
        "document"
    }

    assert keys <= LABELS.keys()
    assert Unit.model_fields.keys() <= LABELS.keys() | OF_UNITS.keys()


def test_a_text_without_end_is_counted_not_listed(tree, capsys):
    write_tree(tree, {SUMMARY: " ".join(f"Câu số {number}." for number in "abcdefghijklmnopqrstuvwxyz") + "\n"})

    out, _, _ = diff(capsys, tree)

    assert "and 7 more sentences" in out


@pytest.mark.parametrize(("text", "parts"), [
    ("Một. Hai? Ba!", ["Một.", "Hai?", "Ba!"]),
    ("Tỷ lệ 97.55 %. Đạt.", ["Tỷ lệ 97.55 %.", "Đạt."]),
    ("Kèm số 1.200 hồ sơ, đạt 9.5 điểm", ["Kèm số 1.200 hồ sơ, đạt 9.5 điểm"]),
    ("Một câu\nhai dòng.\n\nĐoạn sau.", ["Một câu hai dòng.", "Đoạn sau."]),
    ("Các việc:\n- Một;\n- Hai.", ["Các việc:", "- Một;", "- Hai."]),
    ("“Một.” Hai.", ["“Một.”", "Hai."]),
    ('Đạt. {{ value("x") }} là nhiều.', ["Đạt.", '{{ value("x") }} là nhiều.']),
])  # fmt: skip
def test_a_text_is_parted_into_sentences(text, parts):
    assert sentences(text) == parts
