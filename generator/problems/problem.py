"""One finding of a check, and its text in a language."""

from __future__ import annotations

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
_TRANSLATED = {"expected", "role", "function", "data", "reason"}
"""Words that are themselves messages."""


Word = str | Text | date | PartialDate
"""What a message is filled in with: days and texts of the data are said in the language of the message."""


@dataclass(frozen=True)
class Problem:
    """One finding: the code of a kind, where it is, and the words its message needs.

    `suggestion` holds the allowed values that may have been meant, the likest first, `names` what they are called, where that is known;
    `allowed` is what may stand there. Each may be empty.
    """

    code: str
    place: Place
    words: Mapping[str, Word] = field(default_factory=dict)
    suggestion: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    names: Mapping[str, Text] = field(default_factory=dict)

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
    """What to do about it: what may have been meant, the allowed values, and the kind's own advice."""
    sentences = []
    if suggested := [_suggested(each, problem, lang) for each in problem.suggestion]:
        one, several = N_("Did you mean {suggestion}?"), N_("Did you mean one of these: {suggestion}?")
        sentences.append(translate(lang, several if len(suggested) > 1 else one, suggestion=", ".join(suggested)))
    if problem.allowed and len(problem.allowed) <= _LISTED:
        sentences.append(translate(lang, N_("Allowed: {allowed}."), allowed=visible(", ".join(problem.allowed))))
    advice = translate(lang, problem.kind.remedy, **_words(problem, lang))
    return " ".join([*sentences, advice] if advice else sentences)


def _suggested(value: str, problem: Problem, lang: str) -> str:
    """A value that may have been meant, and what it is called."""
    name = problem.names.get(value)
    return f"“{visible(value)}” ({visible(name.in_language(lang))})" if name else f"“{visible(value)}”"


def _words(problem: Problem, lang: str) -> dict[str, str]:
    """The words of a problem in a language: texts of the data in theirs, messages translated, the rest as it is."""
    shown = {}
    for key, word in problem.words.items():
        if isinstance(word, Text):
            shown[key] = visible(word.in_language(lang))
        elif isinstance(word, (date, PartialDate)):
            shown[key] = formats.day(word, lang)
        else:
            shown[key] = visible(template(lang, word) if word and key in _TRANSLATED else word)
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
