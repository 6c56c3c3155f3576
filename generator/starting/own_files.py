"""Files of a site that the program wrote and that nobody needs to edit: signed, so that an upgrade replaces only those nobody did.

The first line holds the checksum of all that follows. Whoever edits such a file keeps what they wrote.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from generator.program_files import program_file

PIPELINES: Final = {
    "github": (".github/workflows", ".github/ISSUE_TEMPLATE", ".github/pull_request_template.md"),
    "gitlab": (".gitlab-ci.yml", ".gitlab"),
    "forgejo": (".forgejo/workflows", ".forgejo/issue_template", ".forgejo/pull_request_template.md"),
}
"""What tells each kind of host what to do."""
_SCRIPTS: Final = ("tools/publish", "tools/apt-install")
"""What pipelines run besides `make`."""
_ONLY_HERE: Final = re.compile(r"\.(?:github|forgejo)/workflows/fresh\.yml|\.gitlab/fresh\.gitlab-ci\.yml")
"""What tries the program itself on new machines, which no office's site does."""
_AT_GITEA: Final = (".forgejo/", ".gitea/")
"""Gitea takes Forgejo's files, under a name of its own."""
_SIGNED = re.compile(
    r"Makefile|\.gitlab-ci\.yml|\.(?:github|forgejo|gitea)/workflows/[^/]+\.yml|tools/[a-z-]+|\.ci/run"
)
"""The files, all of which take a line that begins with # as a comment."""
_SIGNATURE = re.compile(rb"(?:#![^\n]*\n)?# reform-reports init ([0-9a-f]{16})\n")


def is_ours(path: str) -> bool:
    """Whether a file is one that the program writes and renews."""
    return _SIGNED.fullmatch(path) is not None


def pipelines(hosts: Iterable[str]) -> dict[str, bytes]:
    """The files for pipelines of kinds of hosts, and the scripts that these run, as the program has them, by path. Raises OSError."""
    found: dict[str, bytes] = {name: program_file(name).read_bytes() for name in _SCRIPTS}
    for host in hosts:
        is_gitea = host == "gitea"
        for name in PIPELINES["forgejo" if is_gitea else host]:
            own = name.replace(*_AT_GITEA) if is_gitea else name
            found |= {
                f"{own}{below}": content
                for below, content in _below(program_file(name))
                if not _ONLY_HERE.fullmatch(f"{name}{below}")
            }
    return found


def _below(source: Path) -> Iterator[tuple[str, bytes]]:
    """A file, or all files of a folder, by what follows its name."""
    for path in [source] if source.is_file() else sorted(source.rglob("*")):
        if path.is_file():
            yield "" if path == source else f"/{path.relative_to(source).as_posix()}", path.read_bytes()


def signed(content: bytes) -> bytes:
    """The content under its signature."""
    head, rest = content.split(b"\n", 1) if content.startswith(b"#!") else (b"", content)
    return (head and head + b"\n") + b"# reform-reports init " + _checksum(rest) + b"\n" + rest


def is_as_written(content: bytes) -> bool:
    """Whether a file is just what some version of the program wrote."""
    found = _SIGNATURE.match(content)
    return found is not None and found[1] == _checksum(content[found.end() :])


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest()[:16].encode()
