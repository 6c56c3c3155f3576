"""The files of a tree in their canonical form: which are not, and what they would be. Only `rewrite` writes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from generator.canonical.layout import canonical
from generator.fields.field import Field, Kind
from generator.fields.files import FileKind, kind_of
from generator.load.files import files_under, is_plain, read_exactly, relative_name
from generator.load.yaml_tree import parse_yaml
from generator.problems import Problem


@dataclass(frozen=True)
class Formatted:
    """A file by its name below the root, the text that it has and its canonical form; the same where nothing is to do."""

    name: str
    path: Path
    before: bytes
    after: bytes

    @property
    def is_canonical(self) -> bool:
        return self.before == self.after

    @property
    def first_difference(self) -> tuple[int, str, str]:
        """The number of the first line that differs, from 1, and both lines; empty where one text has none there."""
        pairs = zip_longest(*(each.decode().split("\n") for each in (self.before, self.after)), fillvalue="")
        for number, (old, new) in enumerate(pairs, 1):
            if old != new:
                return number, old, new
        return 1, "", ""


def formatted_files(root: Path, names: Sequence[Path] = ()) -> Iterator[Formatted | Problem]:
    """Every file below `root` that people write, or those given, each with its canonical form; a fault where it cannot be read.

    Files that programs write are left out, and so are files of no kind, which `check` tells of.
    """
    for path in sorted({each.absolute() for each in names}) if names else _all(root):
        if not path.is_relative_to(root):
            continue
        name = relative_name(path, root)
        if is_plain(path, root / name.partition("/")[0]):
            made = _formatted(path, name)
            if made is not None:
                yield made


def _all(root: Path) -> list[Path]:
    folders = [(root / "data", ".yml"), (root / "content", ".yml"), (root / "content", ".md")]
    return [path for folder, suffix in folders for path in files_under(folder, suffix)]


def rewrite(file: Formatted) -> None:
    """Write the canonical form in the place of a file, in one step. Raises OSError."""
    draft = file.path.with_name(f".{file.path.name}.new")
    try:
        draft.write_bytes(file.after)
        draft.chmod(file.path.stat().st_mode & 0o777)
        draft.replace(file.path)
    finally:
        draft.unlink(missing_ok=True)


def _formatted(path: Path, name: str) -> Formatted | Problem | None:
    kind = kind_of(name)
    if (kind is None or kind.by_program) and not _is_prose(name):
        return None
    text = read_exactly(path, name)
    if isinstance(text, Problem):
        return text
    # Scalars are read composed; faults of YAML that only an editor of code could mend are told as `check` tells them.
    _, problems = parse_yaml(unicodedata.normalize("NFC", text), name) if kind else (None, [])
    if problems:
        return problems[0]
    return Formatted(name, path, path.read_bytes(), canonical_text(name, text).encode())


def canonical_text(name: str, text: str) -> str:
    """The canonical form of a file's text, by the file's name below the root; the text itself where no person writes such a file."""
    kind = kind_of(name)
    if kind is not None and not kind.by_program:
        return canonical(text, holding(kind))
    return _prose(text) if kind is None and _is_prose(name) else text


def holding(kind: FileKind) -> Field:
    """What a whole file of a kind holds: an entry, or a list of entries."""
    return Field("", Kind.LIST, items=kind.entry) if kind.is_list else kind.entry


def _is_prose(name: str) -> bool:
    return name.startswith("content/") and name.endswith(".md")


def _prose(text: str) -> str:
    """A narrative with composed characters and one line end at its end. Its lines are its author's."""
    return unicodedata.normalize("NFC", text).strip("\n") + "\n"
