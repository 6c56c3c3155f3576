"""Writes a new tree into a folder that is not there or empty; after a failure the folder is as it was."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.assembly.translated import record_translations

_MAY_BE_THERE = {".git"}


class NotEmptyError(Exception):
    """There are files in the folder."""


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files below a new folder, and record the translations among them. Raises NotEmptyError or OSError."""
    there = folder.exists()
    if there and any(each.name not in _MAY_BE_THERE for each in folder.iterdir()):
        raise NotEmptyError
    written: list[str] = []
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            written.append(name.split("/")[0])
            path.write_bytes(content)
            if content.startswith(b"#!"):
                path.chmod(0o755)
        record_translations(folder, None)
    except OSError:
        for name in {*written, "content"}:
            path = folder / name
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        if not there and folder.is_dir():
            folder.rmdir()
        raise
