"""Reads `content/translations.yml`: from which state of its original each translation was made."""

from __future__ import annotations

from pathlib import Path

from generator.i18n.messages import N_
from generator.load.files import is_plain, read_text
from generator.load.yaml_tree import parse_yaml
from generator.model.place import Place
from generator.problems import Problem

RECORD = "content/translations.yml"
"""Written by `reform-reports translated`; a line a file: `en/about.md: 0f3a…`."""


def load_translations(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """The mark of the original by the translation's name below `content/`, and what is wrong with the file.

    Empty where there is no such file: then nothing is known of any translation.
    """
    path = root / RECORD
    if not path.is_file() or not is_plain(path, path.parent):
        return {}, []
    text = read_text(path, RECORD)
    if isinstance(text, Problem):
        return {}, [text]
    if not text.strip():
        return {}, []
    tree, problems = parse_yaml(text, RECORD)
    if tree is None:
        return {}, problems
    if not isinstance(tree, dict) or not all(isinstance(mark, str) for mark in tree.values()):
        words = {"written": "…", "expected": N_("a mapping (key: value)")}
        return {}, [*problems, Problem("wrong-type", Place(RECORD, 1, 1), words)]
    return {str(name): str(mark) for name, mark in tree.items()}, problems
