"""Reads a file that holds one entry and may be missing: `data/archive.yml`, `data/site.yml`."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from generator.load.entries import read_entry
from generator.load.files import is_plain, read_text
from generator.load.yaml_tree import parse_yaml
from generator.model.archive_description import ArchiveDescription
from generator.model.placed import Placed
from generator.model.site import SiteDescription
from generator.problems import Problem

T = TypeVar("T", bound=Placed)

ARCHIVE, SITE = "data/archive.yml", "data/site.yml"
SINGLE: dict[str, type[Placed]] = {ARCHIVE: ArchiveDescription, SITE: SiteDescription}
"""Files that hold one entry."""


def load_single(root: Path, name: str, kind: type[T]) -> tuple[T | None, list[Problem]]:
    """The entry of a file, None where there is none or it cannot be read, and what is wrong with the file."""
    path = root / name
    if not path.exists() or not is_plain(path, path.parent):
        return None, []
    text = read_text(path, name)
    if isinstance(text, Problem):
        return None, [text]
    tree, problems = parse_yaml(text, name)
    if tree is None:
        return None, problems
    entry, found = read_entry(kind, tree, name)
    return entry, [*problems, *found]
