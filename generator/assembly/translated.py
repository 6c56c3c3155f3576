"""Records that translations say what their originals say now: writes `content/translations.yml`. Looks up what earlier originals said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import git
from generator.load import load_catalogue
from generator.load.translations import RECORD
from generator.model.sentences import differing
from generator.model.translation import ChangedSentences, is_record_of, record_of
from generator.model.translation_state import State, TextState, name_in_record, text_states

_HEAD = """\
# From which state of its Vietnamese original each translation was made: marks of the original's words, of the whole and of each sentence.
# Written by: reform-reports translated FILE …
"""
_COMMITS = 100
"""So many changes of an original are looked through for what a translation was made from."""


@dataclass(frozen=True)
class Recorded:
    """What was recorded, by name below `content/`, and the files given that are no translations."""

    names: tuple[str, ...]
    unknown: tuple[Path, ...] = ()


def record_translations(root: Path, files: Sequence[Path] | None) -> Recorded:
    """Record the given translations, or all of them (None). Those that are gone are forgotten. Raises OSError.

    Nothing is written where a given file is no translation. Records of earlier versions of the program that are right are made whole.
    """
    there = [each for each in text_states(load_catalogue(root).catalogue) if each.state is not State.MISSING]
    records = {name_in_record(each.file): record_of(each.source.source) for each in there}
    known = {(root / "content" / name).resolve(): name for name in records}
    unknown = tuple(file for file in files or () if file.resolve() not in known)
    if unknown:
        return Recorded((), unknown)
    given = tuple(records) if files is None else tuple(known[file.resolve()] for file in files)
    right = [name_in_record(each.file) for each in there if each.state is State.COMPLETE]
    behind = {name_in_record(each.file): each.record for each in there if each.state is State.OUTDATED}
    _write(root / RECORD, behind | {name: records[name] for name in (*right, *given)})
    return Recorded(tuple(sorted(given)))


def changed_sentences(root: Path, state: TextState) -> ChangedSentences | None:
    """What changed in the original of an outdated text: its words before from git, where the history goes back so far, else by what is recorded."""
    if state.state is not State.OUTDATED:
        return None
    for before in _earlier(root, state.source.place.file):
        if is_record_of(state.record, before):
            gone, come = differing(before, state.source.source)
            return ChangedSentences(come, len(gone), gone)
    return state.changed


def _earlier(root: Path, file: str) -> Iterator[str]:
    """A file as the commits that changed it left it, the newest first; none outside a repository."""
    listed = git.ask(root, "log", f"--max-count={_COMMITS}", "--format=%H", "--", file)
    for commit in (listed or b"").split():
        found = git.ask(root, "show", f"{str(commit, 'ascii')}:./{file}")
        if found is not None:
            yield str(found, "utf-8", "replace")


def _write(path: Path, records: Mapping[str, str]) -> None:
    """Write the record in one step, a line a translation, so that two branches seldom touch the same line."""
    text = _HEAD + "".join(f"{name}: {records[name]}\n" for name in sorted(records))
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
