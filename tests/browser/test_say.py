"""What scripts write into a Vietnamese page is heard like the rest of it: by the rules of generator/finish/speech.py, in Chromium."""

import re
import shutil
import subprocess

import pytest

from generator.finish.speech import spoken, with_speech

FRAME = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>a</title><body><div id="out"></div>'
    '<script src="assets/js/skip.js" data-next="%name" data-end="" defer></script></body></html>'
)
PIECES = ["UBND huyện", "Số 1588/BC-UBND", "quý III/2022", "Mục IV", "≥ 80 %, ≤ 5", "tăng −3 điểm", "VI, I, UBNDX"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, root):
    made = tmp_path_factory.mktemp("say")
    (made / "assets").symlink_to(root / "site_templates/assets")
    (made / "index.html").write_text(with_speech(FRAME), encoding="utf-8")
    return made


@pytest.fixture
def written(open_page, folder):
    """Puts HTML into the page as a script does, and tells what is then in it."""
    page = open_page((folder / "index.html").as_uri(), home=folder.as_uri()).page

    def write(html: str) -> str:
        page.evaluate("html => { document.getElementById('out').innerHTML = html; }", html)
        return page.evaluate("document.getElementById('out').innerHTML")

    return write


def heard(html):
    return re.sub("<[^>]*>", "", re.sub('<span aria-hidden="true">[^<]*</span>', "", html))


def seen(html):
    return re.sub("<[^>]*>", "", re.sub('<span class="rr-say">[^<]*</span>', "", html))


@pytest.mark.parametrize("text", PIECES)
def test_it_is_shown_as_it_was_written_and_heard_as_the_page_itself_would_be(written, text):
    html = written(f"<p>{text}</p>").replace("&nbsp;", "\u00a0")

    assert unescaped(seen(html)) == text
    assert unescaped(heard(html)) == unescaped(heard(with_speech(f"<p>{text}</p>"))) == spoken(text)


def unescaped(text):
    return text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed (make ready)")
@pytest.mark.parametrize("text", PIECES[:-1])
def test_the_voice_stays_in_vietnamese(written, text):
    run = subprocess.run(
        ["espeak-ng", "-v", "vi", "-q", "-x", "--", unescaped(heard(written(text)))],
        capture_output=True,
        text=True,
        check=True,
    )

    assert "(en)" not in run.stdout


def test_a_mark_of_the_search_does_not_part_what_belongs_together(written):
    assert heard(written("<a>Báo cáo <mark>quý</mark> <mark>III</mark>/2022</a>")) == "Báo cáo quý ba/2022"


def test_what_stands_in_another_box_does_not_count(written):
    assert heard(written("<td>quý </td><p>quý </p><p>III</p>")).endswith("III")


def test_labels_have_the_words_and_what_nobody_hears_stays(written):
    html = written(
        '<p aria-label="quý II, ≥ 5">x</p><p aria-hidden="true">UBND</p><textarea>UBND</textarea><svg><text>UBND</text></svg>'
    )

    assert 'aria-label="quý hai, tối thiểu 5"' in html
    assert html.count("UBND") == 3
    assert "rr-say" not in html


def test_a_text_that_is_written_anew_is_said_anew(written, open_page, folder):
    assert heard(written('<p role="status">quý I</p>')) == "quý một"
    assert heard(written('<p role="status">quý IV</p>')) == "quý bốn"
