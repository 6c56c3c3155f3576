"""What the Vietnamese voice of eSpeak NG says of a page: the words that officials mean, in Vietnamese, and nothing left out."""

import json
import re
import shutil
import subprocess
from html import unescape

import pytest

from generator.finish.speech import spoken, with_speech

WRITTEN = [
    "UBND huyện Trần Đề",
    "Báo cáo số 1588/BC-UBND",
    "quý I/2020",
    "Quý II",
    "quý III/2022",
    "Mục IV",
    "khóa XII",
    "≥ 80 %",
    "≤ 5 ngày",
    "−3",
]
needs_voice = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed (make ready)")


def heard(html: str) -> str:
    """What is left of some HTML for voices."""
    return re.sub("<[^>]*>", "", re.sub('<span aria-hidden="true">[^<]*</span>', "", html))


def seen(html: str) -> str:
    """What is left of it for eyes."""
    return re.sub("<[^>]*>", "", re.sub('<span class="rr-say">[^<]*</span>', "", html))


def phonemes(text: str) -> str:
    run = subprocess.run(["espeak-ng", "-v", "vi", "-q", "-x", "--", text], capture_output=True, text=True, check=True)
    return run.stdout.strip()


@needs_voice
@pytest.mark.parametrize("text", WRITTEN)
def test_the_voice_stays_in_vietnamese(text):
    """It marks where it falls into English: (en)."""
    assert "(en)" not in phonemes(heard(with_speech(f"<p>{text}</p>")))


@needs_voice
@pytest.mark.parametrize("text", ["UBND huyện", "quý II", "quý III/2022", "−3"])
def test_left_as_it_is_it_would_not(text):
    """Once a voice has learnt it, the words beside it can go."""
    assert "(en)" in phonemes(text)


@needs_voice
@pytest.mark.parametrize(("sign", "words"), [("≥", "tối thiểu"), ("≤", "tối đa")])
def test_signs_that_the_voice_leaves_out_are_said(sign, words):
    assert phonemes(f"{sign} 5") == phonemes("5")
    assert phonemes(heard(with_speech(f"{sign} 5"))) == phonemes(f"{words} 5")


@pytest.mark.parametrize("text", WRITTEN)
def test_what_is_shown_stays_as_officials_write_it(text):
    assert seen(with_speech(f"<p>{text}</p>")) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("UBND huyện", "Ủy ban nhân dân huyện"),
        ("12/QĐ-UBND", "12/QĐ-u bê nờ đê"),
        ("quý III/2022", "quý ba/2022"),
        ("tăng −3 điểm", "tăng âm 3 điểm"),
        ("2011−2020", "2011−2020"),
        ("UBNDX, VI, I", "UBNDX, VI, I"),
    ],
)
def test_words_are_said_for_what_they_stand_for(text, said):
    assert heard(with_speech(text)) == spoken(text) == said


@pytest.mark.parametrize(
    "html",
    [
        '<script>var a = "UBND ≥ 5";</script>',
        "<svg><text>quý III</text></svg>",
        "<title>UBND</title>",
        '<span aria-hidden="true">≠ <b>UBND</b></span>',
        '<a href="/UBND/" title="UBND">x</a>',
        "<pre>UBND</pre>",
    ],
)
def test_what_is_not_read_aloud_stays(html):
    assert with_speech(html) == html


def test_labels_that_only_voices_read_have_the_words_alone():
    html = '<div role="img" aria-label="Từ 75 % (quý III/2022), ≥ 80 %"><svg aria-hidden="true"></svg></div><p>UBND</p>'

    assert 'aria-label="Từ 75 % (quý ba/2022), tối thiểu 80 %"' in with_speech(html)
    assert heard(with_speech(html)) == "Ủy ban nhân dân"


def test_a_page_with_scripts_hands_them_the_same_rules():
    page = with_speech('<p>UBND</p><script src="../assets/js/skip.js" defer></script>')
    script = re.search(r'<script src="\.\./assets/js/say\.js" data-heard="([^"]*)" defer></script><script', page)

    assert script is not None
    assert json.loads(unescape(script[1]))["words"]["committee"] == "Ủy ban nhân dân"
    assert "say.js" not in with_speech("<p>UBND</p>")
