"""Records that translations say what their originals say now: writes `content/translations.yml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.check.stale_translations import check as stale_translation_problems
from generator.check.stale_translations import name_of, translations
from generator.load import load_catalogue
from generator.load.translations import RECORD
from generator.model.translation import mark_of
from generator.problems import Problem

_HEAD = """\
# From which state of its Vietnamese original each translation was made: a mark of the original's words.
# Written by: reform-reports translated FILE …
"""


@dataclass(frozen=True)
class Recorded:
    """What was recorded, by name below `content/`, and the files given that are no translations."""

    names: tuple[str, ...]
    unknown: tuple[Path, ...] = ()


def record_translations(root: Path, files: Sequence[Path] | None) -> Recorded:
    """Record the given translations, or all of them (None). Those that are gone are forgotten. Raises OSError.

    Nothing is written where a given file is no translation.
    """
    catalogue = load_catalogue(root).catalogue
    marks = {name_of(page): mark_of(original.source) for page, original in translations(catalogue)}
    known = {(root / "content" / name).resolve(): name for name in marks}
    unknown = tuple(file for file in files or () if file.resolve() not in known)
    if unknown:
        return Recorded((), unknown)
    given = tuple(marks) if files is None else tuple(known[file.resolve()] for file in files)
    kept = {name: mark for name, mark in catalogue.translated.items() if name in marks}
    _write(root / RECORD, kept | {name: marks[name] for name in given})
    return Recorded(tuple(sorted(given)))


def stale_translations(root: Path) -> tuple[Problem, ...]:
    """The translations whose originals changed since they were recorded, or that are not recorded."""
    return tuple(stale_translation_problems(load_catalogue(root).catalogue))


def _write(path: Path, marks: Mapping[str, str]) -> None:
    """Write the record in one step, a line a translation, so that two branches seldom touch the same line."""
    text = _HEAD + "".join(f"{name}: {marks[name]}\n" for name in sorted(marks))
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
