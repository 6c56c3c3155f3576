"""What a reviewer is shown of a change: a comment in both languages, the changed pages before and after, and the site as it would be."""

import re

import pytest

from generator.cli import main
from generator.finish.pdf import find_browser
from generator.review.comment import MARK
from tests.repositories import commit, git
from tests.trees import REPORT, SUMMARY, edit, write_tree

pytestmark = pytest.mark.integration


@pytest.fixture
def tree(tmp_path):
    made = write_tree(tmp_path / "tree")
    git(made, "init", "--quiet", "--initial-branch", "main")
    commit(made)
    git(made, "switch", "--quiet", "--create", "sua-so")
    return made


def review(tree, *options):
    with pytest.raises(SystemExit) as ended:
        main(
            [
                "review",
                "main...",
                "--root",
                str(tree),
                "--output",
                str(tree.parent / "review"),
                "--lang",
                "en",
                *options,
            ]
        )
    return int(ended.value.code or 0), tree.parent / "review"


def test_a_changed_figure_is_told_in_both_languages_pictured_and_previewed(tree):
    import os

    write_tree(tree, edit(REPORT, '1.2: "1.190"', '1.2: "1.140"'))
    commit(tree)

    code, made = review(tree)

    assert code == 0
    comment = (made / "comment.md").read_text(encoding="utf-8")
    assert comment.startswith(MARK)
    vietnamese, english = comment.split("<details><summary>English</summary>")
    assert r"Hồ sơ đúng hạn \(main 1.2\): 1.190 → 1.140" in vietnamese
    assert r"Dossiers on time \(main 1.2\): 1,190 → 1,140" in english
    assert "Xuất hiện: " in vietnamese
    assert "1.140" in (made / "preview/reports/huyen/2022-Q3/index.html").read_text(encoding="utf-8")
    if find_browser(os.environ) is None:
        pytest.skip("no Chromium: pictures are not looked at")
    pictures = {path.name for path in (made / "pictures").iterdir()}
    assert {
        f"1-{lang}-{device}-{side}.jpg"
        for lang in ("vi", "en")
        for device in ("desktop", "phone")
        for side in ("before", "after")
    } <= pictures
    assert (made / "pictures/1-vi-phone-after.jpg").read_bytes() != (
        made / "pictures/1-vi-phone-before.jpg"
    ).read_bytes()
    shown = (made / "review.html").read_text(encoding="utf-8")
    assert shown.count("<img alt=") == len(pictures)
    assert not re.search(r'(?:src|href)="(?!data:)', shown)


def test_an_error_is_told_with_its_line_and_nothing_is_built(tree):
    write_tree(tree, edit(REPORT, "1.1: 1200", "1.1: 12oo"))
    commit(tree)

    code, made = review(tree, "--no-pictures")

    assert code == 1
    told = (made / "comment.md").read_text(encoding="utf-8")
    assert f"`{REPORT}, dòng 10, cột 12`" in told
    assert f"`{REPORT}, line 10, column 12`" in told
    assert not (made / "preview").exists()


def test_what_is_not_committed_can_be_reviewed_as_well(tree):
    write_tree(tree, edit(SUMMARY, "Huyện", "Toàn huyện"))
    with pytest.raises(SystemExit) as ended:
        main(["review", "--root", str(tree), "--no-pictures", "--lang", "vi"])

    assert ended.value.code == 0
    assert r"\+ Toàn huyện giải quyết" in (tree / "review/comment.md").read_text(encoding="utf-8")
