"""The files of the editor, by path below the top of the site.

In: the catalogue and the templates. Out: the page, our scripts, Decap CMS, and what they are told, as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.editor.choices import choices, form_as_shown
from generator.editor.settings import settings
from generator.editor.words import words
from generator.finish.headers import EDITOR
from generator.model.catalogue import Catalogue

FOLDER = EDITOR


def published_files(catalogue: Catalogue, templates: Path) -> dict[str, bytes]:
    """The files of an editor that a host of the repository serves; none where the site says of no such editor. Raises OSError."""
    if catalogue.site is None or catalogue.site.edited_at is None:
        return {}
    return {**dict(program_files(templates)), **told_files(catalogue, None)}


def program_files(templates: Path) -> Iterator[tuple[str, bytes]]:
    """What is the same for every site. Raises OSError."""
    folder = templates / FOLDER
    for source in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield f"{FOLDER}/{source.relative_to(folder).as_posix()}", source.read_bytes()


def told_files(catalogue: Catalogue, local: str | None) -> dict[str, bytes]:
    """What the editor is told of this site, in each language; `local` is the address at which this machine writes."""
    files = {}
    for lang in catalogue.languages:
        files[f"{FOLDER}/settings.{lang}.json"] = {
            "config": settings(catalogue, lang, local),
            "words": words(lang, catalogue.languages),
            "choices": choices(catalogue, lang),
        }
        for id_, form in catalogue.forms.items():
            files[f"{FOLDER}/forms/{id_}.{lang}.json"] = form_as_shown(form, catalogue, lang)
    return {path: _json(value) for path, value in files.items()}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
