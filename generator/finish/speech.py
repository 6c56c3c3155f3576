"""What is heard of a Vietnamese page: the one place that says how signs and abbreviations are read aloud which voices read wrongly.

The free Vietnamese voice (eSpeak NG, which the screen reader NVDA brings along) takes UBND for an English word, reads the III of a quarter as English "roman
three" and the sign of a negative number as English "minus", and leaves ≥ and ≤ out. What is shown stays as officials write it, hidden from voices; beside it,
hidden from eyes, stand the words. Labels that only voices read (`aria-label`, `alt`) have the words alone.

In: finished HTML. Scripts, pictures, code and what is typed into stay as they are. Other languages are read right as they stand.
What scripts write into the page later (results of a search, figures side by side) is heard by the same rules: the page hands them to `say.js`.
"""

from __future__ import annotations

import json
import re
from html import escape

LANGUAGE = "vi"
SAID = "rr-say"
"""The class of what is only heard; scripts that take texts of a page leave it out."""

_COMMITTEE, _LETTERS = "Ủy ban nhân dân", "u bê nờ đê"
_NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_ROMAN = dict(zip(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), _NUMBERS, strict=True))
# Only after a word that counts with them: a lone I or V may be anything.
_COUNTED = r"(?<=[Qq]uý )|(?<=[Mm]ục )|(?<=[Kk]hóa )|(?<=[Pp]hần )|(?<=[Cc]hương )|(?<=[Pp]hụ lục )|(?<=[Dd]òng )|(?<=[Hh]ạng )"
_HEARD = re.compile(
    # The number of a document is spelled: 1588/BC-UBND.
    r"(?P<spelled>(?<=[-/])UBND\b)"
    r"|(?P<committee>\bUBND\b)"
    rf"|(?P<roman>(?:{_COUNTED})(?:VIII|VII|III|XII|IX|IV|VI|XI|II|X|V|I)\b)"
    r"|(?P<minus>(?<![\w\d])−(?=\d))"
    r"|(?P<least>≥)|(?P<most>≤)|(?P<contradicts>≠)"
)
_WORDS = {
    "spelled": _LETTERS,
    "committee": _COMMITTEE,
    "minus": "âm ",
    "least": "tối thiểu",
    "most": "tối đa",
    "contradicts": "khác",
}
_QUICK = re.compile("UBND|[IVX]|−|≥|≤|≠")
_PIECES = re.compile(r"(<!--.*?-->|<[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>)|([^<]+)", re.DOTALL)
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_SKIPPED = frozenset({"script", "style", "svg", "pre", "code", "textarea", "option", "title", "head", "template"})
_MAY_SKIP = tuple(f"<{name}" for name in sorted(_SKIPPED))
_LONGEST_NAME = max(map(len, _MAY_SKIP))
_LABEL = re.compile(r'(?<=\s)((?:aria-label|alt)=")([^"]*)(?=")')
_UNHEARD = 'aria-hidden="true"'
_SCRIPT = re.compile(r'<script src="([^"]*assets/js/)skip\.js"')
"""Before this script of every page with scripts stands the one that follows the rules."""
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "col", "meta", "link", "source"})


def spoken(text: str) -> str:
    """A text as it is to be read aloud."""
    return _HEARD.sub(_words, text) if _QUICK.search(text) else text


def with_speech(html: str) -> str:
    """The HTML of a Vietnamese page, with the words to be heard beside what is only to be seen. The same HTML gives the same."""
    out: list[str] = []
    skipping: list[str] = []
    for tag, text in _PIECES.findall(html):
        if text:
            out.append(text if skipping or not _QUICK.search(text) else _HEARD.sub(_shown_and_said, text))
            continue
        # Of ten thousands of tags few matter.
        if skipping or _UNHEARD in tag or tag[:_LONGEST_NAME].lower().startswith(_MAY_SKIP):
            named = _TAG.match(tag)
            if named and not tag.endswith("/>"):
                _follow(skipping, named[1].lower(), tag)
        out.append(_LABEL.sub(_label_said, tag) if _QUICK.search(tag) else tag)
    return _SCRIPT.sub(_with_script, "".join(out), count=1)


def _with_script(found: re.Match[str]) -> str:
    return f'<script src="{found[1]}say.js" data-heard="{escape(rules_for_scripts())}" defer></script>{found[0]}'


def rules_for_scripts() -> str:
    """The rules as JSON: the expression that finds what is to be said otherwise, and the words by the name of the group that found it.

    A name whose words depend on what was found (`roman`) has them by that.
    """
    words = {**_WORDS, "roman": _ROMAN}
    return json.dumps({"find": _HEARD.pattern.replace("(?P<", "(?<"), "words": words}, ensure_ascii=False)


def _follow(skipping: list[str], name: str, tag: str) -> None:
    """Keep in mind whether the text that comes is heard at all."""
    closing = tag.startswith("</")
    if skipping:
        if closing and name == skipping[-1]:
            skipping.pop()
        elif not closing and name == skipping[-1]:
            skipping.append(name)
    elif not closing and name not in _VOID and (name in _SKIPPED or _UNHEARD in tag):
        skipping.append(name)


def _label_said(found: re.Match[str]) -> str:
    return found[1] + spoken(found[2])


def _words(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    return _ROMAN[found[0]] if kind == "roman" else _WORDS[kind]


def _shown_and_said(found: re.Match[str]) -> str:
    return f'<span aria-hidden="true">{found[0]}</span><span class="{SAID}">{_words(found)}</span>'
