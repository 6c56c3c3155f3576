"""The editor on this machine: which requests of a browser are answered, and how.

Whatever page is open in the same browser can send requests to this machine. So an answer is given only to a page that this server itself
sent: the name by which it was asked must be this machine's (no other name may be made to lead here), the origin must be its own, and what
writes carries a token that only that page was told.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from generator.dataset.dataset import Dataset
from generator.editor.files import FOLDER, program_files, told_files
from generator.editor.local import LONGEST, LocalFiles, RefusedError
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of
from generator.model.catalogue import Catalogue
from generator.problems import Problem

WRITES = "/.serve/edit/"
"""Below which address the editor asks for files and writes them."""
_OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
_NOT_ASKED_HERE = N_("Only the editor that this server shows may ask for this.")
_NO_QUESTION = N_("This is no question of the editor.")


@dataclass(frozen=True)
class Answer:
    """What is sent back."""

    content: bytes
    kind: str = "application/json"
    status: HTTPStatus = HTTPStatus.OK


class Desk:
    """Answers the editor. `catalogue` is what was last read of the tree; `say` puts a message into words, `tell` a text's problems."""

    def __init__(
        self,
        root: Path,
        templates: Path,
        catalogue: Catalogue,
        say: Callable[..., str],
        tell: Callable[[tuple[Problem, ...]], str],
    ) -> None:
        self._dataset = Dataset.of(catalogue)
        self._files = LocalFiles(root)
        self._templates = templates
        self._token = token_urlsafe(24)
        self._say = say
        self._tell = tell

    def renew(self, catalogue: Catalogue) -> None:
        """Tell the editor from now on of another state of the tree."""
        self._dataset = Dataset.of(catalogue)

    def shown(self, path: str, headers: Mapping[str, str], port: int) -> bytes | None:
        """A file of the editor; None where there is none, or somebody else asks for it."""
        if not _is_asked_here(headers, port):
            return None
        told = told_files(self._dataset, f"{WRITES}{self._token}")
        name = path.strip("/")
        name = f"{FOLDER}/index.html" if name == FOLDER else name
        if name in told:
            return told[name]()
        return next((content for each, content in program_files(self._templates) if each == name), None)

    def answer(self, path: str, headers: Mapping[str, str], body: bytes, port: int) -> Answer:
        """What comes of a question that reads or writes files."""
        given = path.removeprefix(WRITES).encode()
        is_json = headers.get("Content-Type", "").partition(";")[0].strip() == "application/json"
        is_asked = _is_asked_here(headers, port) and headers.get("Origin") == f"http://{headers.get('Host')}"
        if not (is_asked and is_json and hmac.compare_digest(given, self._token.encode())):
            return self._refused(self._say(_NOT_ASKED_HERE), HTTPStatus.FORBIDDEN)
        try:
            asked: Any = json.loads(body)
            action, params = str(asked["action"]), asked.get("params") or {}
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return self._refused(self._say(_NO_QUESTION), HTTPStatus.BAD_REQUEST)
        try:
            return Answer(json.dumps(self._files.answer(action, params), ensure_ascii=False).encode())
        except RefusedError as error:
            said = self._say(error.said, **error.values)
            told = f"{said}\n{self._tell(error.problems)}" if error.problems else said
            return self._refused(told, HTTPStatus(error.status))
        except OSError as error:
            return self._refused(self._say(reason_of(error)), HTTPStatus.INTERNAL_SERVER_ERROR)

    @property
    def longest(self) -> int:
        """The most bytes that a question may have."""
        return LONGEST

    def _refused(self, said: str, status: HTTPStatus) -> Answer:
        return Answer(json.dumps({"error": said}, ensure_ascii=False).encode(), status=status)


def _is_asked_here(headers: Mapping[str, str], port: int) -> bool:
    """Whether the browser asks for this server by a name of this machine, from a page of it or from its address bar."""
    own = {f"{name}:{port}" for name in _OWN_NAMES} | (set(_OWN_NAMES) if port == 80 else set())  # noqa: PLR2004 - HTTP's own
    host, origin = headers.get("Host"), headers.get("Origin")
    site = headers.get("Sec-Fetch-Site", "same-origin")
    return host in own and origin in (None, f"http://{host}") and site in ("same-origin", "none")
