"""Loads the Markdown of `content/`: narratives by report and section, and plain pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from generator.load.files import files_under, look_alike_problems, read_text, relative_name
from generator.load.markdown_faults import markdown_faults
from generator.model.catalogue import Catalogue, NarrativeKey, PlainKey
from generator.model.narrative import AREA_SECTIONS, SECTION_NAMES, SECTIONS, Markdown
from generator.model.place import Place
from generator.problems import Problem, nearest
from generator.recall.known import Known

PLAIN_PAGES = ("index", "about", "method")
"""The plain pages that every site has."""


def load_content(
    root: Path, catalogue: Catalogue, known: Known
) -> tuple[dict[NarrativeKey, Markdown], dict[PlainKey, Markdown], list[Problem]]:
    """Narratives, plain pages and problems, for every language of the catalogue."""
    narratives: dict[NarrativeKey, Markdown] = {}
    plain: dict[PlainKey, Markdown] = {}
    problems: list[Problem] = []
    for lang in catalogue.languages:
        folder = root / "content" / lang
        for path in files_under(folder, ".md", root / "content"):
            name = relative_name(path, root)
            text = read_text(path, name)
            if isinstance(text, Problem):
                problems.append(text)
                continue
            page, odd, faults = known.recall(("text", name), (text,), partial(_page, lang, text, name))
            problems += odd
            if faults:
                problems += faults
                continue
            parts = path.relative_to(folder).with_suffix("").parts
            fault = _fault(parts, name, catalogue)
            if fault is not None:
                problems.append(fault)
            elif parts[0] == "reports":
                narratives[lang, f"{parts[1]}/{parts[2]}", parts[3]] = page
            else:
                plain[lang, parts[0]] = page
    return narratives, plain, problems


def _page(lang: str, text: str, name: str) -> tuple[Markdown, tuple[Problem, ...], tuple[Problem, ...]]:
    """A text, what is odd about its letters, and what makes it no text."""
    page = Markdown(lang, text, Place(name, 1, 1))
    return page, tuple(look_alike_problems(text, name)), tuple(markdown_faults(page))


def _fault(parts: tuple[str, ...], name: str, catalogue: Catalogue) -> Problem | None:
    """What is wrong with where a Markdown file lies; None where it is in its place."""
    if len(parts) == 1 and parts[0] in PLAIN_PAGES:
        return None
    match parts:
        case ("reports", unit, period, section):
            return _narrative_fault(f"{unit}/{period}", section, name, catalogue)
    return Problem("unknown-file", Place(name))


def _narrative_fault(report: str, written: str, name: str, catalogue: Catalogue) -> Problem | None:
    if report in catalogue.unread:
        return None
    if report not in catalogue.reports:
        known = tuple(catalogue.reports)
        return Problem("unknown-report", Place(name), {"id": report}, suggestion=nearest(report, known), allowed=known)
    if written not in SECTIONS:
        words = {"written": written, "sections": ", ".join(SECTIONS)}
        return Problem(
            "unknown-section", Place(name), words, suggestion=_section_meant(written, catalogue), allowed=SECTIONS
        )
    told = written in catalogue.unread or "unknown-area" in catalogue.unread
    if written in AREA_SECTIONS and written not in catalogue.areas and not told:
        return Problem("unknown-area", Place(name), {"id": written}, allowed=tuple(catalogue.areas))
    return None


def _section_meant(written: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The section that a file's name is most like, in English or in Vietnamese: `tomtat` is the summary."""
    names = {each: each for each in SECTIONS} | dict(SECTION_NAMES)
    names |= {area.names.in_language("vi"): area.id for area in catalogue.areas.values() if area.id in SECTIONS}
    return tuple(dict.fromkeys(names[each] for each in nearest(written, names)))
