"""The mark of everything that a site is made from, as files: the same mark, the same site. Imports next to nothing, and reads no YAML."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.program_files import PACKAGE, PROJECT, program_file

_LIBRARIES = (
    "altair", "babel", "jinja2", "markdown", "markupsafe", "mkdocs", "mkdocs-material", "nh3", "pagefind", "pandas", "pyarrow",
    "pydantic", "pyyaml", "vl-convert-python", "xlsxwriter",
)  # fmt: skip
"""The libraries that decide what pages and data files look like."""
_EDITED = ("data", "content")
_VARIABLE = re.compile(r"!ENV\s*\[?\s*([^\],\n]*)")


def inputs_mark(root: Path, archive: Path, environ: Mapping[str, str] = os.environ) -> str:
    """The mark of a tree, of the program and its settings, and of the store of snapshots (by name, size and time). Raises OSError."""
    digest = hashlib.sha256(program_mark().encode())
    for name in _EDITED:
        digest.update(files_mark(root / name).encode())
    for folder in dict.fromkeys((PROJECT / "site_templates", root / "site_templates")):
        digest.update(files_mark(folder).encode())
    digest.update(files_mark(program_file("docs")).encode())
    config = config_of(root).read_bytes()
    digest.update(config)
    for name in _VARIABLE.findall(config.decode("utf-8", "replace")):
        digest.update(f"{name}={environ.get(name.strip())};".encode())
    for path in sorted(archive.iterdir()) if archive.is_dir() else ():
        about = path.stat()
        digest.update(f"{path.name};{about.st_size};{about.st_mtime_ns};".encode())
    return digest.hexdigest()


def config_of(root: Path) -> Path:
    """The configuration of a tree: its own, or that of the program."""
    return root / "mkdocs.yml" if (root / "mkdocs.yml").exists() else PROJECT / "mkdocs.yml"


@lru_cache
def program_mark() -> str:
    """The mark of the program itself, of its lock and of the libraries it uses."""
    digest = hashlib.sha256()
    for path in _sources():
        digest.update(path.name.encode() + path.read_bytes())
    for name in _LIBRARIES:
        try:
            digest.update(f"{name}={version(name)};".encode())
        except PackageNotFoundError:
            digest.update(f"{name}?;".encode())
    return digest.hexdigest()


def files_mark(folder: Path) -> str:
    """The mark of all files below a folder: their names and what they hold. Raises OSError."""
    digest = hashlib.sha256()
    for path in sorted(_files(str(folder))):
        digest.update(path[len(str(folder)) :].encode("utf-8", "surrogatepass") + b"\0")
        if os.path.isfile(path):  # a pipe would never end  # noqa: PTH113
            with open(path, "rb") as file:  # noqa: PTH123
                digest.update(hashlib.sha256(file.read()).digest())
    return digest.hexdigest()


def _files(folder: str) -> Iterator[str]:
    """Everything below a folder that is no folder."""
    try:
        found = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):  # of os.DirEntry  # novermin
            yield from _files(entry.path)
        else:
            yield entry.path


def _sources() -> Iterator[Path]:
    yield from sorted(path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".po"})
    yield from (path for path in (program_file("requirements.lock"),) if path.is_file())
