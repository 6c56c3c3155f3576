"""The inputs of a snapshot: everything its site is made of, as it was committed, so that it can be built again."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.program_files import program_file
from generator.snapshot.repository import Commit, write_commit

EDITED = ("data", "content")
"""What people edit: the tree's own, always."""
PROGRAM = (
    "site_templates",
    "generator",
    "mkdocs.yml",
    "pyproject.toml",
    "requirements.lock",
    "README.md",
    "LICENSE",
    "LICENSE-CONTENT.md",
    "CHANGELOG.md",
    "docs",
)
"""What makes the site: the tree's own or, where a tree is data alone, that of the program."""
NAMES = (*EDITED, *PROGRAM)
# Tests of templates and the like are no part of it; nor is what only this machine has.
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*", "project")


def write_inputs(root: Path, commit: Commit | None, target: Path) -> None:
    """Write the inputs below `target`: of the commit, or without one the files as they are. Raises OSError."""
    target.mkdir(parents=True, exist_ok=True)
    if commit is not None:
        write_commit(root, commit.id, NAMES, target)
    has_program = (target / "generator").exists()
    for name in NAMES:
        if (target / name).exists():
            continue
        source = root / name if commit is None and (root / name).exists() else program_file(name)
        if name in EDITED or not source.exists():
            continue
        _copy(source, target / name)
    if commit is None:
        for name in EDITED:
            _copy(root / name, target / name)
    if not has_program:
        _fill_in(program_file("site_templates"), target / "site_templates")


def _fill_in(source: Path, target: Path) -> None:
    """Put beside the templates that a tree has of its own those that it took from the program."""
    for path in sorted(source.rglob("*")):
        beside = target / path.relative_to(source)
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".") and not beside.exists():
            beside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, beside)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=_LEFT_OUT, dirs_exist_ok=True)
    else:
        shutil.copyfile(source, target)
