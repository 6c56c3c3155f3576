"""Reads the lock files: which packages are installed, in which versions. Nothing is asked of a network."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_ENTRY = re.compile(r"(?m)^([a-z0-9._-]+)==([^\s;\\]+)")
RUNTIME_LOCK = "requirements.lock"
DEVELOPMENT_LOCK = "requirements-dev.lock"


@dataclass(frozen=True, order=True)
class Locked:
    """A package and its version."""

    name: str
    version: str

    @property
    def address(self) -> str:
        """Its package URL, by which inventories know it."""
        return f"pkg:pypi/{self.name}@{self.version}"


def read_lock(path: Path) -> tuple[Locked, ...]:
    """The packages of a lock file, for every platform, by name; none where there is no such file."""
    if not path.exists():
        return ()
    return tuple(sorted(Locked(*entry) for entry in _ENTRY.findall(path.read_text(encoding="utf-8"))))


def installed_now(packages: Iterable[Locked]) -> tuple[Locked, ...]:
    """Those of the packages that are installed, in the versions that are: who installs from a wheel need not follow the lock."""
    return tuple(Locked(each.name, there) for each in packages if (there := _version(each.name)))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
