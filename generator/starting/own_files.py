"""Files of a site that the program wrote and that nobody needs to edit: signed, so that an upgrade replaces only those nobody did.

The first line holds the checksum of all that follows. Whoever edits such a file keeps what they wrote.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Final

from generator.program_files import program_file

PIPELINES: Final = {
    "github": (".github/workflows", ".github/ISSUE_TEMPLATE", ".github/pull_request_template.md"),
    "gitlab": (".gitlab-ci.yml", ".gitlab"),
    "forgejo": (".forgejo/workflows", ".forgejo/issue_template", ".forgejo/pull_request_template.md"),
}
"""What tells each kind of host what to do; Gitea reads what Forgejo reads."""
_SIGNED = re.compile(r"Makefile|\.gitlab-ci\.yml|\.(?:github|forgejo)/workflows/[^/]+\.yml")
"""The files, all of which take a line that begins with # as a comment."""
_SIGNATURE = re.compile(rb"# reform-reports init ([0-9a-f]{16})\n")


def is_ours(path: str) -> bool:
    """Whether a file is one that the program writes and renews."""
    return _SIGNED.fullmatch(path) is not None


def pipelines(hosts: Iterable[str]) -> dict[str, bytes]:
    """The files for pipelines of kinds of hosts, as the program has them, by path. Raises OSError."""
    found: dict[str, bytes] = {}
    for name in (name for host in hosts for name in PIPELINES[host]):
        source = program_file(name)
        for path in [source] if source.is_file() else sorted(source.rglob("*")):
            if path.is_file():
                found[f"{name}/{path.relative_to(source).as_posix()}".removesuffix("/.")] = path.read_bytes()
    return found


def signed(content: bytes) -> bytes:
    """The content under its signature."""
    return b"# reform-reports init " + _checksum(content) + b"\n" + content


def is_as_written(content: bytes) -> bool:
    """Whether a file is just what some version of the program wrote."""
    found = _SIGNATURE.match(content)
    return found is not None and found[1] == _checksum(content[found.end() :])


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest()[:16].encode()
