"""A comment on a change is written once and brought up to date, with a token that goes to the host alone, and nothing in it is trusted."""

import pytest

from generator.cli import main
from generator.review.comment import ADDRESS, MARK
from generator.review.trusted import trusted
from tests.forge import Forge, serving

AUTHORS = {
    "github": "github-actions[bot]",
    "gitlab": "project_7_bot",
    "forgejo": "forgejo-actions",
    "gitea": "gitea-actions",
}
NOTES = {"gitlab": "/projects/cchc%2Fbao-cao/merge_requests/12/notes"}


def said(author, body, number):
    return {"id": number, "body": body, "user": {"login": author}, "author": {"username": author}}


@pytest.fixture
def post(tmp_path, monkeypatch, capsys):
    """Runs `comment` against a host; gives the exit code and what was told."""
    monkeypatch.setenv("REVIEW_TOKEN", "bi-mat")
    file = tmp_path / "comment.md"

    def run(forge, kind, text, *options):
        file.write_text(text, encoding="utf-8")
        where = ["--host", kind, "--api", forge.url, "--repository", "cchc/bao-cao"]
        with pytest.raises(SystemExit) as ended:
            main(["comment", str(file), *where, *options, "--lang", "en"])
        shown = capsys.readouterr()
        assert "bi-mat" not in shown.out + shown.err
        return int(ended.value.code or 0), shown.out + shown.err

    return run


@pytest.mark.parametrize("kind", AUTHORS)
def test_a_comment_is_written_once_and_then_brought_up_to_date(post, kind):
    others = [said("ai-do", f"{MARK}Lừa", 1), said(AUTHORS[kind], "Việc khác", 2), said("ai-do", "Xin chào", 3)]
    with serving(Forge(AUTHORS[kind], list(others))) as forge:
        assert post(forge, kind, f"{MARK}\nMột", "--number", "12")[0] == 0
        assert post(forge, kind, f"{MARK}\nHai", "--number", "12")[0] == 0

    assert [each["body"] for each in forge.comments] == [f"{MARK}Lừa", "Việc khác", "Xin chào", f"{MARK}\nHai"]
    assert {path for method, path, _ in forge.asked if method == "POST"} == {
        NOTES.get(kind, "/repos/cchc/bao-cao/issues/12/comments")
    }
    assert {token for _, _, token in forge.asked} == {
        {"github": "Bearer bi-mat", "gitlab": "bi-mat"}.get(kind, "token bi-mat")
    }


def test_a_request_is_found_by_its_newest_commit_and_one_that_went_on_is_left_alone(post):
    with serving(Forge(AUTHORS["github"], pulls={"aaa": 7, "bbb": 8})) as forge:
        assert post(forge, "github", MARK, "--commit", "bbb") == (0, "Wrote the comment: #8\n")
        assert "nothing was written" in post(forge, "github", MARK, "--commit", "ccc")[1]
        assert "nothing was written" in post(forge, "github", MARK, "--commit", "aaa", "--number", "8")[1]

    assert len(forge.comments) == 1


@pytest.mark.parametrize("code", [302, 401, 403, 500])
def test_a_host_that_refuses_is_told_and_no_redirect_gets_the_token(post, code):
    with serving(Forge(AUTHORS["github"], refuses=code)) as forge:
        ended, told = post(forge, "github", MARK, "--number", "12")

    assert ended == 1
    assert "The host did not take the comment: GET /repos/cchc/bao-cao/issues/12/comments" in told
    assert all("/elsewhere" not in path for _, path, _ in forge.asked)


def test_without_a_token_or_a_request_the_command_says_what_is_missing(post, monkeypatch):
    with serving(Forge("x")) as forge:
        assert post(forge, "github", MARK)[0] == 2
        monkeypatch.setenv("REVIEW_TOKEN", "")
        assert "REVIEW_TOKEN" in post(forge, "github", MARK, "--number", "1")[1]
    assert forge.asked == []


@pytest.mark.parametrize(
    "bad",
    [
        "@moi-nguoi",
        "<img src=//x.example/1.png>",
        "<script>",
        "![x](https://x.example/1.png)",
        "[x](https://x.example)",
        "[x](<https://x.example>)",
        "[x](<javascript:alert(1)>)",
        f"[x](<{ADDRESS}/../../settings>)",
        f"[x](<{ADDRESS}/pictures/../../settings>)",
        "https://x.example",
        "www.x.example",
        "[x]: https://x.example",
        f"{MARK}",
        "x\u202ey\x00z",
    ],
)
def test_nothing_in_a_comment_calls_anybody_loads_anything_or_leads_elsewhere(bad):
    cmarkgfm = pytest.importorskip("cmarkgfm")
    text = trusted(
        f"{MARK}\nMột\n\n{bad}\n\n[x]\n", "https://git.example.gov.vn/job/1", ("https://cchc.example.gov.vn/",)
    )

    shown = cmarkgfm.github_flavored_markdown_to_html(text)
    assert "<a " not in shown
    assert "<img" not in shown
    assert "<script" not in shown
    assert "@" not in text
    assert text.count(MARK) == 1
    assert not {"\u202e", "\x00"} & set(text)


def test_what_is_ours_stays():
    text = f"{MARK}\n[Trước](<{ADDRESS}/pictures/1.jpg>) [¶](<https://cchc.example.gov.vn/x/>)\n<details><summary>English</summary>\n\nx\n\n</details>\n"

    picture = "<https://git.example.gov.vn/job/1/pictures/1.jpg>"
    kept = trusted(text, "https://git.example.gov.vn/job/1", ("https://cchc.example.gov.vn/",))
    assert kept == text.replace(f"[Trước](<{ADDRESS}/pictures/1.jpg>)", f"[![Trước]({picture})]({picture})")


def test_pictures_that_a_host_cannot_show_one_by_one_are_left_out():
    folded = f"<details><summary>Ảnh</summary>\n\n- `/x`: [Trước](<{ADDRESS}/pictures/1.jpg>)\n\n</details>\n"

    assert trusted(f"{MARK}\nMột\n\n{folded}Hai\n", "", ()) == f"{MARK}\nMột\n\nHai\n"
