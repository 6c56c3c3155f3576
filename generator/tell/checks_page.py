"""The pages that list every kind of problem, as Markdown: docs/checks.md in English, docs/kiem-tra.md in Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.messages import N_, translate
from generator.problems import ProblemKind
from generator.tell.teach import kinds_by_theme, lesson

FILES = {"en": "docs/checks.md", "vi": "docs/kiem-tra.md"}
"""Where the page of each language stands in the project."""

_TITLE = N_("Checks")
_INTRODUCTION = N_(
    "Everything that `reform-reports check` and every build look for, by the code that a message ends with. "
    "`reform-reports explain CODE` says the same in the terminal."
)
_MADE = N_("Made by `make checks`; do not edit.")
_SAYS, _WRONG, _RIGHT, _TODO = N_("It says:"), N_("Wrong:"), N_("Right:"), N_("What to do:")


def checks_page(lang: str) -> str:
    """The page in a language."""
    lines = [
        f"<!-- {translate(lang, _MADE)} -->",
        "",
        f"# {translate(lang, _TITLE)}",
        "",
        translate(lang, _INTRODUCTION),
    ]
    for theme, kinds in kinds_by_theme().items():
        lines += ["", f"## {translate(lang, theme)}"]
        for kind in kinds:
            lines += _kind(kind, lang)
    return "\n".join(lines) + "\n"


def _kind(kind: ProblemKind, lang: str) -> Iterator[str]:
    told, other = lesson(kind, lang), lesson(kind, "vi" if lang == "en" else "en")
    yield from ("", f"### `{told.code}`", "", f"**{told.title}** ({other.title}). {told.consequence}")
    if told.explanation:
        yield from ("", _text(told.explanation))
    yield from ("", f"{translate(lang, _SAYS)} {_text(told.message)}")
    wrong, right = told.example
    for label, example in ((_WRONG, wrong), (_RIGHT, right)):
        if example:
            yield from ("", translate(lang, label), "", *(f"    {line}" for line in example.split("\n")))
    if told.remedy:
        yield from ("", f"{translate(lang, _TODO)} {_text(told.remedy)}")


def _text(sentences: str) -> str:
    """Sentences in Markdown, in which a name in angle brackets is no HTML."""
    return sentences.replace("<", "\\<")
