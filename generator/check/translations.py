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
                yield _missing(lang, page.place.file)
        for path, plain in {path: page for (_, path), page in catalogue.plain.items()}.items():
            if (lang, path) not in catalogue.plain:
                yield _missing(lang, plain.place.file)


def _missing(lang: str, file: str) -> Problem:
    path = file.split("/", 2)[2]
    return Problem("missing-translation", Place(file), {"lang": lang, "path": path})
