"""Comments at GitHub, GitLab, Forgejo and Gitea, by their programming interfaces: one of ours is brought up to date, else a new one is written.

A token comes from the environment and is sent to the host alone that was named; no redirect is followed with it.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import quote

from generator.model.site import HostKind

_SECONDS = 60
_PAGE = 100
_MOST_PAGES = 50
_AUTHORS: dict[HostKind, str] = {
    "github": "github-actions[bot]",
    "forgejo": "forgejo-actions",
    "gitea": "gitea-actions",
}
"""Who writes with the token that a pipeline is given; GitLab has no such token, so it is asked."""


class HostError(Exception):
    """The host did not do what it was asked; its text is what it said."""


@dataclass(frozen=True)
class Discussion:
    """Where a change is discussed: the host's kind and interface, the repository (`owner/name`, or GitLab's number of a project), and its number there."""

    kind: HostKind
    api: str
    repository: str
    number: int

    @property
    def comments(self) -> str:
        if self.kind == "gitlab":
            return f"/projects/{quote(self.repository, safe='')}/merge_requests/{self.number}/notes"
        return f"/repos/{quote(self.repository)}/issues/{self.number}/comments"

    def comment(self, known: int) -> str:
        """The address of a comment of ours."""
        return (
            f"{self.comments}/{known}"
            if self.kind == "gitlab"
            else f"/repos/{quote(self.repository)}/issues/comments/{known}"
        )


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Host:
    """A host that is asked with a token."""

    def __init__(self, kind: HostKind, api: str, token: str) -> None:
        self._kind, self._api, self._token = kind, api.rstrip("/"), token
        self._opener = urllib.request.build_opener(_NoRedirect)

    def post(self, discussion: Discussion, mark: str, text: str, author: str = "") -> str:
        """Put a text where a change is discussed: in place of the comment of `author` that begins with the mark, else as a new one.

        Returns `updated` or `created`. Raises HostError.
        """
        writer = author or self._writer()
        for each in self._all(discussion.comments):
            if str(each.get("body", "")).startswith(mark) and _author(each) == writer:
                self._ask(
                    "PUT" if self._kind == "gitlab" else "PATCH", discussion.comment(int(each["id"])), {"body": text}
                )
                return "updated"
        self._ask("POST", discussion.comments, {"body": text})
        return "created"

    def number_of(self, repository: str, commit: str) -> int | None:
        """The open pull request of GitHub, Forgejo or Gitea whose newest commit is the given one; None where there is none. Raises HostError."""
        for each in self._all(f"/repos/{quote(repository)}/pulls", "&state=open"):
            if each.get("head", {}).get("sha") == commit:
                return int(each["number"])
        return None

    def _writer(self) -> str:
        return _AUTHORS.get(self._kind) or str(self._ask("GET", "/user").get("username", ""))

    def _all(self, path: str, more: str = "") -> Iterator[dict[str, Any]]:
        for page in range(1, _MOST_PAGES + 1):
            size = "limit" if self._kind in ("forgejo", "gitea") else "per_page"
            found = self._ask("GET", f"{path}?{size}={_PAGE}&page={page}{more}")
            yield from found
            if not found:
                return

    def _ask(self, method: str, path: str, body: dict[str, str] | None = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 - the scheme was checked where the address was read
            f"{self._api}{path}",
            method=method,
            data=json.dumps(body).encode() if body else None,
            headers={
                "Content-Type": "application/json",
                "Accept": "application/json",
                "User-Agent": "reform-reports",
                **self._signed(),
            },
        )
        try:
            with self._opener.open(request, timeout=_SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            _refused(method, path, f"{error.code} {error.reason}")
        except (OSError, ValueError) as error:
            _refused(method, path, str(error))

    def _signed(self) -> dict[str, str]:
        if self._kind == "gitlab":
            return {"PRIVATE-TOKEN": self._token}
        return {"Authorization": f"{'Bearer' if self._kind == 'github' else 'token'} {self._token}"}


def _author(comment: dict[str, Any]) -> str:
    by = comment.get("user") or comment.get("author") or {}
    return str(by.get("login") or by.get("username") or "")


def _refused(method: str, path: str, said: str) -> NoReturn:
    raise HostError(f"{method} {path}: {said}")
