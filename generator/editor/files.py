"""The files of the editor, by path below the top of the site.

In: the dataset and the templates. Out: the page, our scripts, Decap CMS, and what they are told, as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from generator.dataset.dataset import Dataset
from generator.editor.choices import choices, form_as_shown, texts
from generator.editor.figures import figures_of
from generator.editor.settings import settings
from generator.editor.words import words
from generator.finish.headers import EDITOR

FOLDER = EDITOR


def published_files(dataset: Dataset, templates: Path) -> dict[str, bytes]:
    """The files of an editor that a host of the repository serves; none where the site says of no such editor. Raises OSError."""
    site = dataset.catalogue.site
    if site is None or site.edited_at is None:
        return {}
    return {**dict(program_files(templates)), **{path: told() for path, told in told_files(dataset, None).items()}}


def program_files(templates: Path) -> Iterator[tuple[str, bytes]]:
    """What is the same for every site. Raises OSError."""
    folder = templates / FOLDER
    for source in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield f"{FOLDER}/{source.relative_to(folder).as_posix()}", source.read_bytes()


def told_files(dataset: Dataset, local: str | None) -> dict[str, Callable[[], bytes]]:
    """What the editor is told of this site, in each language, each made when it is asked for.

    `local` is the address at which this machine writes.
    """
    catalogue = dataset.catalogue
    files: dict[str, Callable[[], Any]] = {}
    for lang in catalogue.languages:
        files[f"{FOLDER}/settings.{lang}.json"] = partial(_settings, dataset, lang, local)
        for id_, form in catalogue.forms.items():
            files[f"{FOLDER}/forms/{id_}.{lang}.json"] = partial(form_as_shown, form, catalogue, lang)
        for unit in sorted(dataset.units_with_data):
            files[f"{FOLDER}/figures/{unit}.{lang}.json"] = partial(figures_of, dataset, unit, lang)
    return {path: partial(_json, made) for path, made in files.items()}


def _settings(dataset: Dataset, lang: str, local: str | None) -> dict[str, Any]:
    catalogue = dataset.catalogue
    return {
        "config": settings(catalogue, lang, local),
        "words": words(lang, catalogue.languages),
        "choices": choices(catalogue, lang),
        "texts": texts(catalogue, lang),
        "units_with_figures": sorted(dataset.units_with_data),
    }


def _json(made: Callable[[], Any]) -> bytes:
    return json.dumps(made(), ensure_ascii=False, separators=(",", ":")).encode()
