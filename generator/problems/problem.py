"""One finding of a check, and its text in a language."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.i18n import formats
from generator.i18n.messages import N_, template, translate
from generator.model.dates import PartialDate
from generator.model.hidden import visible
from generator.model.place import Place
from generator.model.text import Text
from generator.problems.kind import ProblemKind, Severity
from generator.problems.kinds import kind_of

_LISTED = 8
"""So many allowed values are listed; of more, only the nearest is named."""
_LONGEST_WORD = 200
_WHOLE = {"detail", "log", "path"}
"""Words that say too little when they are cut."""
_TRANSLATED = {"expected", "role", "function", "data"}
"""Words that are themselves messages."""


Word = str | Text | date | PartialDate
"""What a message is filled in with: days and texts of the data are said in the language of the message."""


@dataclass(frozen=True)
class Problem:
    """One finding: the code of a kind, where it is, and the words its message needs.

    `suggestion` is the nearest allowed value, `allowed` what may stand there; either may be empty.
    """

    code: str
    place: Place
    words: Mapping[str, Word] = field(default_factory=dict)
    suggestion: str = ""
    allowed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if kind_of(self.code) is None:
            raise KeyError(self.code)

    @property
    def kind(self) -> ProblemKind:
        """Its kind. Raises KeyError when the layer that declares it has not been imported."""
        found = kind_of(self.code)
        if found is None:
            raise KeyError(self.code)
        return found

    @property
    def severity(self) -> Severity:
        return self.kind.severity


def fails(problems: Iterable[Problem], *, strict: bool = False) -> bool:
    """Whether problems stand in the way: errors do, warnings where somebody is strict, what is in the sources never does."""
    stopping = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(problem.severity in stopping for problem in problems)


def message(problem: Problem, lang: str) -> str:
    """What is wrong, in `lang`."""
    return translate(lang, problem.kind.message, **_words(problem, lang))


def remedy(problem: Problem, lang: str) -> str:
    """What to do about it: the nearest match, the allowed values, and the kind's own advice."""
    sentences = []
    if problem.suggestion:
        sentences.append(translate(lang, N_("Did you mean “{suggestion}”?"), suggestion=visible(problem.suggestion)))
    if problem.allowed and len(problem.allowed) <= _LISTED:
        sentences.append(translate(lang, N_("Allowed: {allowed}."), allowed=visible(", ".join(problem.allowed))))
    advice = translate(lang, problem.kind.remedy, **_words(problem, lang))
    return " ".join([*sentences, advice] if advice else sentences)


def _words(problem: Problem, lang: str) -> dict[str, str]:
    """The words of a problem in a language: texts of the data in theirs, messages translated, the rest as it is."""
    shown = {}
    for key, word in problem.words.items():
        if isinstance(word, Text):
            shown[key] = visible(word.in_language(lang))
        elif isinstance(word, (date, PartialDate)):
            shown[key] = formats.day(word, lang)
        else:
            shown[key] = template(lang, word) if key in _TRANSLATED else visible(word)
        if key not in _WHOLE and len(shown[key]) > _LONGEST_WORD:
            shown[key] = f"{shown[key][:_LONGEST_WORD]}…"
    return shown


def explain(problem: Problem, lang: str) -> str:
    """Message and remedy on one line."""
    return " ".join(filter(None, [message(problem, lang), remedy(problem, lang)]))


def place_label(place: Place, lang: str) -> str:
    """The place in words, for readers who do not know `file:line:column`."""
    if not place.line:
        return visible(place.file)
    return translate(
        lang, N_("{file}, line {line}, column {column}"), file=visible(place.file), line=place.line, column=place.column
    )


def nearest(written: str, allowed: Iterable[str]) -> str:
    """The allowed value most like the written one, accents and case aside; empty if none is near."""
    folded = {_fold(value): value for value in allowed}
    found = difflib.get_close_matches(_fold(written), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""


def _fold(value: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFD", value) if not unicodedata.combining(c))
    return plain.replace("đ", "d").replace("Đ", "D").casefold()
