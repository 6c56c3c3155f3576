"""Revised figures in words: what an edition said, what a figure is called, and where its archived page stands."""

from __future__ import annotations

import posixpath

from generator.dataset.frozen_words import said
from generator.dataset.report_history import Past, Step
from generator.i18n.messages import N_, translate
from generator.model.catalogue import Catalogue
from generator.model.edition import Edition
from generator.model.paths import report_path
from generator.model.shelf import edition_folder
from generator.model.text import DEFAULT_LANGUAGE
from generator.model.vintage import Vintage, VintageFigure

REVISIONS = "revisions"
"""The page of all revisions."""


def step_words(step: Step, catalogue: Catalogue, lang: str) -> str:
    """`2020, 2022: 97.5%`."""
    editions = ", ".join(str(each) for each in step.editions)
    return translate(lang, N_("{editions}: {value}"), editions=editions, value=said(step.figure, catalogue, lang))


def newest_words(past: Past, catalogue: Catalogue, lang: str) -> str:
    """`the 2023 edition said 97.5%`: what tells one mark from another where it is heard and not seen."""
    newest = past.newest
    value = said(newest.figure, catalogue, lang)
    return translate(lang, N_("the {edition} edition said {value}"), edition=newest.editions[-1], value=value)


def past_words(past: Past, catalogue: Catalogue, lang: str) -> list[str]:
    """The sentences beside a revised figure: what the newest other edition said, and where they differ, what each of them said."""
    newest = past.newest
    value = said(newest.figure, catalogue, lang)
    told = [
        translate(lang, N_("Revised: the {edition} edition said {value}"), edition=newest.editions[-1], value=value)
    ]
    if len(past.steps) > 1:
        history = "; ".join(step_words(step, catalogue, lang) for step in past.steps)
        told.append(translate(lang, N_("What the editions said: {history}"), history=history))
    return told


def archived_href(vintage: Vintage, figure: VintageFigure | None, report: str, lang: str, page_path: str) -> str:
    """The relative address of a report's page in the archive, and of a figure on it, as seen from a page of this language.

    Empty where that page is no part of the site.
    """
    folder = "" if lang == DEFAULT_LANGUAGE else lang
    page = posixpath.join(folder, report_path(report))
    if page not in vintage.published:
        return ""
    target = posixpath.join(edition_folder(vintage.edition), page, "index.html")
    address = posixpath.relpath(target, posixpath.join(folder, page_path) or ".")
    return f"{address}#{figure.anchor}" if figure is not None else address


def group_anchor(edition: Edition, report: str = "") -> str:
    """Where the page of all revisions tells what an edition said differently, in all or in a report."""
    return "-".join(["edition", str(edition), *filter(None, [report.replace("/", "-")])])
