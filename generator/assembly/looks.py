"""How a tree looks: the program's templates and configuration, and in their place single files that the tree has of its own.

A tree of another authority has `data/` and `content/` only; it may put one template, picture or style sheet into a `site_templates/` of
its own, by the name that the program's has, and its own `mkdocs.yml`. The program's folder itself is never written to.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.assembly.inputs import config_of, files_mark
from generator.program_files import PROJECT

TEMPLATES = "site_templates"
CONFIG = "mkdocs.yml"
_LAID = "looks"
_NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")


@dataclass(frozen=True)
class Looks:
    """The folder of templates of a tree and its configuration, which the engine wants side by side."""

    templates: Path
    config: Path


def looks_of(root: Path) -> Looks:
    """The looks of a tree, laid out below its `.cache/` where it has some files of its own. Raises OSError."""
    if not brings_own(root):
        return Looks(PROJECT / TEMPLATES, PROJECT / CONFIG)
    if _is_whole(root):
        return Looks(root / TEMPLATES, root / CONFIG)
    mark = _mark(root)
    folder = root / ".cache" / _LAID / mark
    if not folder.is_dir():
        _lay(root, folder)
    return Looks(folder / TEMPLATES, folder / CONFIG)


def brings_own(root: Path) -> bool:
    """Whether a tree has looks of its own, apart from the program's."""
    return root.resolve() != PROJECT and ((root / TEMPLATES).is_dir() or (root / CONFIG).is_file())


def own_files(root: Path) -> Iterator[tuple[str, Path]]:
    """The files that a tree has of its own, by their names below `site_templates/`. Links are not followed."""
    folder = root / TEMPLATES
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and folder.resolve() in path.resolve().parents:
            yield path.relative_to(folder).as_posix(), path


def _is_whole(root: Path) -> bool:
    """Whether a tree has everything, as a copy of the project has."""
    ours, theirs = PROJECT / TEMPLATES, root / TEMPLATES
    return (root / CONFIG).is_file() and all(
        (theirs / path.relative_to(ours)).exists() for path in ours.rglob("*") if path.name[0] not in "._"
    )


def _mark(root: Path) -> str:
    """The mark of everything that is laid out: a folder that is called after it never needs to change."""
    digest = hashlib.sha256(config_of(root).read_bytes())
    for folder in (PROJECT / TEMPLATES, root / TEMPLATES):
        digest.update(files_mark(folder).encode())
    return digest.hexdigest()[:16]


def _lay(root: Path, folder: Path) -> None:
    """Lay out the program's files with the tree's in their place, in one step, and take away what was laid out before."""
    home = folder.parent
    shutil.rmtree(home, ignore_errors=True)
    beside = home / "new"
    shutil.copytree(PROJECT / TEMPLATES, beside / TEMPLATES, ignore=_NOT_COPIED)
    for name, path in own_files(root):
        target = beside / TEMPLATES / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    shutil.copyfile(config_of(root), beside / CONFIG)
    beside.rename(folder)
