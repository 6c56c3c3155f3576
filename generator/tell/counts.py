"""Problems as numbers: how many of each severity, how many of one kind, and how to see them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.i18n.messages import N_, translate, translate_plural
from generator.problems import Problem, Severity
from generator.tell.groups import Group


def counted(problems: Sequence[Problem], lang: str) -> list[str]:
    """How many problems there are of each severity, without those of which there are none: “1 error”, “2 warnings”."""
    count = Counter(each.severity for each in problems)
    said = [
        translate_plural(lang, "{number} error", "{number} errors", count[Severity.ERROR]),
        translate_plural(lang, "{number} warning", "{number} warnings", count[Severity.WARNING]),
        translate_plural(
            lang,
            "{number} contradiction in the sources",
            "{number} contradictions in the sources",
            count[Severity.CONTRADICTION],
        ),
        translate_plural(lang, "{number} worth a look", "{number} worth a look", count[Severity.NOTE]),
    ]
    return [each for each, severity in zip(said, Severity, strict=True) if count[severity]]


def group_said(group: Group, lang: str) -> str:
    """One line for many problems of a kind, and how to see each."""
    title = translate(lang, group.first.kind.title)
    where = translate_plural(lang, "{number} file", "{number} files", group.files)
    text = N_("{title}: {count} times, in {files}. Each of them: reform-reports check --all")
    return translate(lang, text, title=title, count=group.count, files=where)


def known_said(problems: Sequence[Problem], lang: str) -> str:
    """How much was known before, and how to see it."""
    text = N_("Known before: {found}. Each of them: reform-reports check --all")
    return translate(lang, text, found=", ".join(counted(problems, lang)))
