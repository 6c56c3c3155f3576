"""Reads `data/archive.yml`: how archives describe the snapshots."""

from __future__ import annotations

from pathlib import Path

from generator.load.entries import read_entry
from generator.load.files import is_plain, read_text
from generator.load.yaml_tree import parse_yaml
from generator.model.archive_description import ArchiveDescription
from generator.problems import Problem

DESCRIPTION = "data/archive.yml"


def load_description(root: Path) -> tuple[ArchiveDescription | None, list[Problem]]:
    """The description, None where there is none or it cannot be read, and what is wrong with the file."""
    path = root / DESCRIPTION
    if not path.exists() or not is_plain(path, path.parent):
        return None, []
    text = read_text(path, DESCRIPTION)
    if isinstance(text, Problem):
        return None, [text]
    tree, problems = parse_yaml(text, DESCRIPTION)
    if tree is None:
        return None, problems
    entry, found = read_entry(ArchiveDescription, tree, DESCRIPTION)
    return entry, [*problems, *found]
