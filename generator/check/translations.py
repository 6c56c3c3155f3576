"""Every narrative and plain page is there in every language."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.place import Place
from generator.problems import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Pages that stand in some languages only."""
    for lang in catalogue.languages:
        pages = {(report, section): page for (_, report, section), page in catalogue.narratives.items()}
        for (report, section), page in pages.items():
            if (lang, report, section) not in catalogue.narratives:
                yield from _missing(lang, page.place.file, catalogue)
        for path, plain in {path: page for (_, path), page in catalogue.plain.items()}.items():
            if (lang, path) not in catalogue.plain:
                yield from _missing(lang, plain.place.file, catalogue)


def _missing(lang: str, file: str, catalogue: Catalogue) -> Iterator[Problem]:
    path = file.split("/", 2)[2]
    if f"content/{lang}/{path}" in catalogue.unread:
        return  # It is there, and what keeps it from being read has been told.
    yield Problem("missing-translation", Place(file), {"lang": lang, "path": path})
