"""What is installed otherwise than when a snapshot was taken: its lock file and the interpreter of the time, held against today's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.archive.file_list import interpreter
from generator.inventory.lock import RUNTIME_LOCK

# A requirement with a marker is for other systems or interpreters only.
_LOCKED = re.compile(r"(?m)^(?P<name>[a-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<marker> *;)?")


@dataclass(frozen=True)
class VersionChange:
    """Something of which there was one version then and is another now; `now` is empty where it is not there."""

    name: str
    then: str
    now: str


def changed_versions(tree: Path, made_by: Mapping[str, str]) -> tuple[VersionChange, ...]:
    """What the interpreter and the lock file of a tree of then say otherwise than what is here now. Raises OSError."""
    return (*_interpreter_changes(made_by), *_library_changes(tree / RUNTIME_LOCK))


def _interpreter_changes(made_by: Mapping[str, str]) -> Iterator[VersionChange]:
    now = interpreter()
    for name, then in made_by.items():
        if now.get(name) != then:
            yield VersionChange(name, then, now.get(name, ""))


def _library_changes(lock: Path) -> Iterator[VersionChange]:
    for found in _LOCKED.finditer(lock.read_text(encoding="utf-8") if lock.is_file() else ""):
        now = _installed(found["name"])
        if now != found["version"] and (now or not found["marker"]):
            yield VersionChange(found["name"], found["version"], now)


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
