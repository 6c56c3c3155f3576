"""Vietnamese words that a text in another language quotes, marked as Vietnamese so that screen readers say them right."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup

from generator.model.text import DEFAULT_LANGUAGE

_QUOTE = re.compile("“([^“”<>]+)”")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
"""The signs over and under Vietnamese letters, decomposed: tones, â, ă, ơ."""


def mark_quotes(text: Markup, lang: str) -> Markup:
    """The HTML with each quotation of Vietnamese in it marked. A name inside an English quotation makes it no Vietnamese one."""
    if lang == DEFAULT_LANGUAGE:
        return text
    return Markup(_QUOTE.sub(_marked, text))  # noqa: S704 - only our own element is added


def _marked(quote: re.Match[str]) -> str:
    return f'“<span lang="vi">{quote[1]}</span>”' if _is_vietnamese(quote[1]) else quote[0]


def _is_vietnamese(words: str) -> bool:
    """Whether a word that is no name has a Vietnamese letter, or every word has one."""
    marked = [(word[0].islower(), _has_marks(word)) for word in _WORD.findall(words)]
    return any(small and has for small, has in marked) or (bool(marked) and all(has for _, has in marked))


def _has_marks(word: str) -> bool:
    return "đ" in word.lower() or not _MARKS.isdisjoint(unicodedata.normalize("NFD", word))
