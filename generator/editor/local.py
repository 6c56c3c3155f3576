"""What the editor may do on this machine: read and write files of `data/` and `content/`, and nothing else.

Speaks the actions of Decap CMS's proxy. Ours and not `decap-server`: that one commits whatever else was edited, moves a whole folder when one
entry is renamed, reads and writes wherever it is told below the tree, and needs Node.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from generator.charts.cache import write_in_one_step
from generator.i18n.messages import N_
from generator.load.yaml_tree import parse_yaml
from generator.problems import Problem

EDITED = ("data", "content")
_TYPES = {".yml", ".md"}
_NAME = re.compile(r"[^\W_][\w.-]*")
LONGEST = 4_000_000
"""The most bytes of a question: far more than any file that the site reads."""
_NO_SUCH = N_("There is no such file in data/ or content/.")
_NOT_HERE = N_("Only files of data/ and content/ may be written: {path}")
_CHANGED = N_("{path} was changed elsewhere since it was opened here. Load the page anew, then edit again.")
_TOO_LONG = N_("The text is too long.")


class RefusedError(Exception):
    """What is asked for is not done. `said` is a message, `values` fill it in, `problems` are those of a text that cannot be read."""

    def __init__(self, said: str, problems: tuple[Problem, ...] = (), status: int = 422, **values: str) -> None:
        super().__init__(said)
        self.said = said
        self.values = values
        self.problems = problems
        self.status = status


@dataclass
class LocalFiles:
    """The files of a tree as the editor sees them. It remembers what was read, so that nothing written elsewhere is lost."""

    root: Path
    _seen: dict[str, str] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def answer(self, action: str, params: Mapping[str, Any]) -> Any:
        """What an action comes to, as JSON takes it. Raises RefusedError, OSError."""
        done: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
            "info": lambda _: {"repo": self.root.name, "publish_modes": ["simple"], "type": "local_fs"},
            "entriesByFolder": self._folder,
            "entriesByFiles": lambda given: [self._entry(_text(each, "path")) for each in given["files"]],
            "getEntry": lambda given: self._entry(_text(given, "path")),
            "persistEntry": self._write,
            "deleteFiles": self._delete,
            # Reports hold no pictures, and nothing is written outside the two folders.
            "getMedia": lambda _: [],
            "getDeployPreview": lambda _: None,
            "unpublishedEntries": lambda _: [],
            "getNotes": lambda _: {"notes": []},
        }
        if action not in done:
            raise RefusedError(_NO_SUCH, status=404)
        with self._lock:
            try:
                return done[action](params)
            except (KeyError, TypeError, ValueError) as error:
                raise RefusedError(_NO_SUCH, status=404) from error

    def _folder(self, given: Mapping[str, Any]) -> list[dict[str, Any]]:
        ending, depth = f".{_text(given, 'extension')}", int(given["depth"])
        folder = _text(given, "folder")
        found = self._inside(f"{folder}/x{ending}").parent
        names = sorted(_plain_files(found, depth)) if found.is_dir() else []
        return [self._entry(f"{folder}/{name}") for name in names if name.endswith(ending)]

    def _entry(self, path: str) -> dict[str, Any]:
        place = self._inside(path)
        try:
            text = place.read_bytes().decode()
        except (FileNotFoundError, UnicodeDecodeError):
            return {"data": None, "file": {"path": path, "id": None}}
        self._seen[path] = _mark(text.encode())
        return {"data": text, "file": {"path": path, "label": path, "id": self._seen[path]}}

    def _write(self, given: Mapping[str, Any]) -> dict[str, str]:
        files = [(_text(each, "path"), _text(each, "raw"), each.get("newPath")) for each in given["dataFiles"]]
        for path, text, moved in files:
            self._inside(moved or path)
            if len(text.encode()) > LONGEST:
                raise RefusedError(_TOO_LONG)
            self._must_be_as_seen(path)
            _must_be_readable(path, text)
        for path, text, moved in files:
            self._put(path, text)
            if moved and moved != path:
                # One file moves, not the folder that it is in.
                os.replace(self._inside(path), self._made_ready(moved))  # noqa: PTH105 - follows no link at the end
                self._seen[moved] = self._seen.pop(path)
        return {"message": "persisted"}

    def _put(self, path: str, text: str) -> None:
        content = text.encode()
        place = self._made_ready(path)
        if not (place.is_file() and place.read_bytes() == content):
            write_in_one_step(place, content)
        self._seen[path] = _mark(content)

    def _made_ready(self, path: str) -> Path:
        place = self._inside(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        return self._inside(path)

    def _delete(self, given: Mapping[str, Any]) -> dict[str, str]:
        paths = [str(each) for each in given["paths"]]
        for path in paths:
            self._inside(path)
            self._must_be_as_seen(path)
        for path in paths:
            self._inside(path).unlink(missing_ok=True)
            self._seen.pop(path, None)
        return {"message": "deleted"}

    def _must_be_as_seen(self, path: str) -> None:
        place = self._inside(path)
        now = _mark(place.read_bytes()) if place.is_file() else None
        if now is not None and now != self._seen.get(path):
            raise RefusedError(_CHANGED, path=path, status=409)

    def _inside(self, path: str) -> Path:
        """Where a path leads, if that is a file of ours: no part of it is hidden, a way up, or a link to elsewhere."""
        parts = path.split("/")
        plain = len(parts) > 1 and parts[0] in EDITED and all(_NAME.fullmatch(each) for each in parts)
        if not plain or Path(path).suffix not in _TYPES:
            raise RefusedError(_NOT_HERE, path=path, status=403)
        place = self.root
        for part in parts:
            place = place / part
            if place.is_symlink():
                raise RefusedError(_NOT_HERE, path=path, status=403)
        return place


def _plain_files(folder: Path, depth: int) -> Iterator[str]:
    """The files below a folder, by their paths there, as deep as that; links are not followed."""
    for path in folder.iterdir():
        if path.is_symlink() or not _NAME.fullmatch(path.name):
            continue
        if path.is_file():
            yield path.name
        elif path.is_dir() and depth > 1:
            yield from (f"{path.name}/{name}" for name in _plain_files(path, depth - 1))


def _must_be_readable(path: str, text: str) -> None:
    if not path.endswith(".yml"):
        return
    tree, problems = parse_yaml(text, path)
    if tree is None or problems:
        raise RefusedError(_UNREADABLE, tuple(problems), path=path)


_UNREADABLE = N_("{path} was not saved, because it could not be read again:")


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()
