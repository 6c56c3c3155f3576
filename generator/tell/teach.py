"""Kinds of problem taught: what a code means, why it matters, and what is wrong and right, in a language."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.audit import all_kinds
from generator.i18n.messages import N_, template, translate
from generator.problems import THEMES, ProblemKind, Severity, nearest

_AUDIT = N_("Contradictions in the source documents")

SEVERITIES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.CONTRADICTION: N_("contradiction"),
    Severity.NOTE: N_("note"),
}
CONSEQUENCES = {
    Severity.ERROR: N_("An error: nothing is built until it is mended."),
    Severity.WARNING: N_("A warning: the site is built all the same."),
    Severity.CONTRADICTION: N_("A contradiction in the source document: it is published and shown to readers."),
    Severity.NOTE: N_(
        "Worth a look: it may be right as it is. It is published and marked as such, not as a contradiction."
    ),
}


@dataclass(frozen=True)
class Lesson:
    """A kind of problem in a language. `example` holds what is wrong and what is right, both empty where an example would not help."""

    code: str
    severity: str
    title: str
    consequence: str
    message: str
    explanation: str
    remedy: str
    example: tuple[str, str]


def kinds_by_theme() -> dict[str, tuple[ProblemKind, ...]]:
    """Every kind, wherever it is declared, by theme (English); those that no theme names come from the audit."""
    themed = {kind.code for kinds in THEMES.values() for kind in kinds}
    audited = tuple(sorted((kind for kind in all_kinds() if kind.code not in themed), key=lambda kind: kind.code))
    return {**THEMES, _AUDIT: audited} if audited else dict(THEMES)


def find_kind(code: str) -> ProblemKind | None:
    """The kind with a code, which may be copied with its brackets; None where there is none."""
    wanted = code.strip("[] ").casefold()
    return next((kind for kind in all_kinds() if kind.code == wanted), None)


def near_codes(code: str) -> tuple[str, ...]:
    """Codes that somebody who wrote `code` may have meant: those most like it, and those that hold it or one of its words."""
    codes = [kind.code for kind in all_kinds()]
    words = [word for word in code.casefold().split("-") if word]
    holding = [each for each in codes if any(word in each.split("-") for word in words)]
    return tuple(dict.fromkeys([*nearest(code, codes), *holding]))


def lesson(kind: ProblemKind, lang: str) -> Lesson:
    """A kind as it is taught; what a message fills in is shown as an ellipsis."""
    return Lesson(
        code=kind.code,
        severity=translate(lang, SEVERITIES[kind.severity]),
        title=_plain(kind.title, lang),
        consequence=translate(lang, kind.consequence or CONSEQUENCES[kind.severity]),
        message=_with_gaps(kind.message, lang),
        explanation=_plain(kind.explanation, lang),
        remedy=advice(kind, lang),
        example=(kind.wrong, kind.right),
    )


def advice(kind: ProblemKind, lang: str) -> str:
    """What to do about any problem of the kind; empty where the message says it all."""
    return _with_gaps(kind.remedy, lang)


def _plain(message: str, lang: str) -> str:
    """A message that fills nothing in; the empty one stays empty."""
    return template(lang, message) if message else ""


def _with_gaps(message: str, lang: str) -> str:
    gaps: defaultdict[str, str] = defaultdict(lambda: "…")
    return _plain(message, lang).format_map(gaps)
