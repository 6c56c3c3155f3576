"""The comment on a change: in Vietnamese, and folded below it in English, with a mark by which it is found again and brought up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.changes.compare import Changes
from generator.changes.outline import outline
from generator.changes.render import as_markdown, plain
from generator.i18n.formats import language_name
from generator.i18n.messages import N_, translate, translate_plural
from generator.model.text import DEFAULT_LANGUAGE
from generator.problems import Problem, Severity, message, place_label
from generator.review.pages import ChangedPages
from generator.review.pictures import Picture, caption

MARK = "<!-- reform-reports: review -->"
"""Stands at the head of the comment; no reader sees it."""
MOST_TOLD = 20
"""So many errors are told one by one; the pipeline marks all of them at their lines."""
ADDRESS = "%REVIEW%"
"""Stands for where the files of the review are kept, until whoever posts the comment knows."""
_LONGEST = 28_000
"""Signs a language: a comment of GitHub holds 65,536."""


@dataclass(frozen=True)
class Review:
    """All that is told of a change. `pages` is None where no site could be built, and then `pictures` are none."""

    changes: Changes
    problems: tuple[Problem, ...]
    pages: ChangedPages | None = None
    pictures: tuple[Picture, ...] = ()


def comment(review: Review, languages: Sequence[str], site_url: str) -> str:
    """The comment in Markdown; what is folded is in the other languages."""
    first, *others = sorted(languages, key=lambda lang: lang != DEFAULT_LANGUAGE)
    told = [MARK, _in_language(review, first, site_url)]
    for lang in others:
        told += [
            f"<details><summary>{language_name(lang)}</summary>",
            "",
            _in_language(review, lang, site_url),
            "",
            "</details>",
        ]
    return "\n".join([*told, ""])


def _in_language(review: Review, lang: str, site_url: str) -> str:
    def say(message: str, **values: object) -> str:
        return translate(lang, message, **values)

    checked, pages = say(N_("Check")), say(N_("Changed pages"))
    sections = outline(review.changes, lang, site_url)
    title = say(N_("What this change does to figures and texts"))
    parts = [as_markdown(sections, title, say(N_("More changed than fits here: run `reform-reports diff`.")), _LONGEST)]
    if not sections:
        parts.append(plain(say(N_("No figure and no text changes."))))
    parts += ["\n".join([f"### {checked}", "", *_checked(review, lang)])]
    if review.pages is not None:
        parts += ["\n".join([f"### {pages}", "", *_pages(review, lang)])]
    return "\n\n".join(parts)


def _checked(review: Review, lang: str) -> list[str]:
    errors = [each for each in review.problems if each.severity is Severity.ERROR]
    warnings = [each for each in review.problems if each.severity is Severity.WARNING]
    if not errors and not warnings:
        return [translate(lang, N_("No errors and no warnings."))]
    counts = (
        translate_plural(lang, "{number} error", "{number} errors", len(errors)),
        translate_plural(lang, "{number} warning", "{number} warnings", len(warnings)),
    )
    told = [
        f"- `{_code(place_label(each.place, lang))}`: {plain(message(each, lang))}"
        for each in (*errors, *warnings)[:MOST_TOLD]
    ]
    if errors:
        stopped = translate(lang, N_("While there are errors, nothing is built and nothing is published."))
        told.append(f"- {stopped}")
    return [", ".join(counts) + ".", "", *told]


def _pages(review: Review, lang: str) -> list[str]:
    pages = review.pages
    assert pages is not None  # noqa: S101 - asked for only where there are
    text = N_("Changed: {changed}, new: {added}, gone: {removed}.")
    told = [translate(lang, text, changed=len(pages.changed), added=len(pages.added), removed=len(pages.removed))]
    lines = []
    for sight in dict.fromkeys(each.sight for each in review.pictures):
        own = [each for each in review.pictures if each.sight == sight and each.lang == lang]
        links = (f"[{plain(caption(each, lang))}](<{ADDRESS}/pictures/{each.file}>)" for each in own)
        lines += [f"- `/{_code(sight.path)}`: {' · '.join(links)}"] if own else []
    if lines:
        title = translate(lang, N_("Pictures before and after"))
        told += ["", f"<details><summary>{title}</summary>", "", *lines, "", "</details>"]
    return told


def _code(text: str) -> str:
    return " ".join(text.replace("`", "ʼ").split())
