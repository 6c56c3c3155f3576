"""Addresses at the host of a repository: a file for editing, a line of a file, a folder, a new issue filled in. Knows nothing of pages.

Each kind of host has its own layout; a pattern of the site's description comes before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from generator.model.site import HostKind, Repository

_GITEA = {
    "edit": "{url}/_edit/{branch}/{path}",
    "view": "{url}/src/branch/{branch}/{path}#L{line}",
    "folder": "{url}/src/branch/{branch}/{path}",
    "new": "{url}/_new/{branch}/{path}",
    "issue": "{url}/issues/new?title={title}&body={body}",
}
PATTERNS: Mapping[HostKind, Mapping[str, str]] = {
    "github": {
        "edit": "{url}/edit/{branch}/{path}",
        "view": "{url}/blob/{branch}/{path}#L{line}",
        "folder": "{url}/tree/{branch}/{path}",
        "new": "{url}/new/{branch}?filename={path}",
        "issue": "{url}/issues/new?title={title}&body={body}",
    },
    "gitlab": {
        "edit": "{url}/-/edit/{branch}/{path}",
        "view": "{url}/-/blob/{branch}/{path}#L{line}",
        "folder": "{url}/-/tree/{branch}/{path}",
        "new": "{url}/-/new/{branch}?file_name={path}",
        "issue": "{url}/-/issues/new?issue[title]={title}&issue[description]={body}",
    },
    "forgejo": _GITEA,
    "gitea": _GITEA,
}


def edit_address(repository: Repository, path: str) -> str:
    """A file, open for editing. `path` is its place in the repository."""
    return _filled(repository, "edit", path=path)


def line_address(repository: Repository, path: str, line: int) -> str:
    """A line of a file."""
    return _filled(repository, "view", path=path, line=str(line))


def folder_address(repository: Repository, path: str) -> str:
    """A folder, as a list of its files."""
    return _filled(repository, "folder", path=path)


def new_address(repository: Repository, path: str) -> str:
    """A file that is not there yet, to be written; empty where the site says itself how its host is laid out."""
    if repository.links.edit is not None:
        return ""
    # Gitea takes the folder in the address, and asks for the name.
    at = path.rpartition("/")[0] if repository.kind in ("forgejo", "gitea") else path
    return _filled(repository, "new", path=at)


def issue_address(repository: Repository, title: str, body: str) -> str:
    """A new issue with a title and a text, which whoever opens it can still change."""
    return _filled(repository, "issue", title=title, body=body)


def mail_address(contact: str, subject: str, body: str) -> str:
    """A mail to be written, by RFC 6068."""
    lines = "\r\n".join(body.split("\n"))
    return f"mailto:{quote(contact, safe='@')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def _filled(repository: Repository, name: str, **words: str) -> str:
    pattern = getattr(repository.links, name, None) or PATTERNS[repository.kind][name]
    safe = {"path": "/", "branch": "/"}
    given = {"branch": repository.branch, **words}
    return pattern.format_map(
        _Known({"url": repository.url, **{key: quote(word, safe=safe.get(key, "")) for key, word in given.items()}})
    )


class _Known(dict[str, str]):
    """What is known; the rest is empty, because a pattern may ask for the line of a folder."""

    def __missing__(self, _key: str) -> str:
        return ""
