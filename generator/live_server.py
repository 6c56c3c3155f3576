"""A small web server for editing: serves a folder as a host would, and tells open pages when to load anew and what is wrong."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from secrets import token_hex
from socket import AF_INET6
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from generator.editor.desk import WRITES, Desk
from generator.editor.files import FOLDER
from generator.finish.headers import CONTENT_TYPES, editor_policy, policy_of

_OWN = "/.serve/"
_STATE = f"{_OWN}state"
_SCRIPT = f"{_OWN}live.js"
_STYLE = f"{_OWN}live.css"
_POLL = 0.05


@dataclass(frozen=True)
class Message:
    """What open pages show about an edit that has errors: a title, what the terminal says, and the language of both."""

    title: str = ""
    message: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Served:
    """What is served: the folder, the script and style sheet that pages get, and how its page for unknown addresses is read."""

    folder: Path
    script: bytes
    style: bytes
    not_found: Callable[[], str | None]
    desk: Desk | None = None
    """The editor, where there is one."""


class LiveServer:
    """Serves a folder; pages get a script that asks how the site is."""

    def __init__(self, served: Served, host: str, port: int, fault: Callable[[BaseException], None]) -> None:
        """Start to listen. `fault` is told of what goes wrong inside. Raises OSError when the port cannot be used."""
        self.served = served
        # A tab that was left open by another server at this address must know this one for another.
        self._start = token_hex(4)
        self._number = 1
        self._early: frozenset[str] = frozenset()
        self._message = Message()
        self._server = _server_at(host, port, partial(_Handler, directory=str(served.folder), live=self), fault)
        shown = f"[{host}]" if ":" in host else host
        self.port: int = self._server.server_address[1]
        self.address = f"http://{shown}:{self.port}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(_POLL,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def version(self, file: str) -> str:
        """The state of the site in which a file of it stands as it is now."""
        return f"{self._start}.{self._number + (file in self._early)}"

    def renew(self) -> None:
        """Let pages load anew, but those that have been told already."""
        self._message = Message()
        self._number += 1
        self._early = frozenset()

    def renew_files(self, files: Collection[str]) -> None:
        """Let the pages of some files load anew, while the others are still being made."""
        self._message = Message()
        self._early = frozenset(files)

    def show(self, message: Message) -> None:
        """Let pages show a message until the next one, or until they are to load anew. What was told early was taken back."""
        self._message = message
        self._early = frozenset()

    def state(self, file: str) -> Mapping[str, str]:
        """What the page of a file is told."""
        return {"version": self.version(file), **asdict(self._message)}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    fault: Callable[[BaseException], None]

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the base class's
        """Say what went wrong, without a traceback; that a browser has hung up is nothing to tell."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError | TimeoutError):
            self.fault(error)


class _Server6(_Server):
    address_family = AF_INET6


def _server_at(host: str, port: int, handler: Callable[..., Any], fault: Callable[[BaseException], None]) -> _Server:
    server = (_Server6 if ":" in host else _Server)((host, port), handler)
    server.fault = fault
    return server


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, and what pages are told."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **CONTENT_TYPES}

    def __init__(self, *args: Any, live: LiveServer, **options: Any) -> None:
        self._live = live
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        """Only the editor sends anything, and only to its own address."""
        desk, path = self._live.served.desk, self._bare_path
        length = self.headers.get("Content-Length", "")
        if desk is None or not path.startswith(WRITES) or not length.isdecimal() or int(length) > desk.longest:
            self.close_connection = True
            self._send(b"", "text/plain", HTTPStatus.NOT_FOUND)
            return
        answer = desk.answer(path, _headers(self), self.rfile.read(int(length)), self._live.port)
        self._send(answer.content, answer.kind, answer.status)

    @property
    def _bare_path(self) -> str:
        return self.path.partition("?")[0].partition("#")[0]

    def _answer_editor(self, desk: Desk, path: str) -> None:
        if path == f"/{FOLDER}":
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{FOLDER}/")
            self.end_headers()
            return
        content = desk.shown(path, _headers(self), self._live.port)
        kind = CONTENT_TYPES.get(Path(path).suffix or ".html", "application/octet-stream")
        self._send(content or b"", kind, HTTPStatus.OK if content is not None else HTTPStatus.NOT_FOUND)

    def _answer(self) -> None:
        path = self._bare_path
        desk = self._live.served.desk
        if desk is not None and (path == f"/{FOLDER}" or path.startswith(f"/{FOLDER}/")):
            self._answer_editor(desk, path)
            return
        if path.startswith(_OWN):
            self._answer_own(path)
            return
        file = self._file(path)
        # Before the page is read: what is laid out meanwhile is a later state.
        version = self._live.version(self._in_site(file))
        if file is None:
            self._send(self._not_found(version).encode(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
        elif file.suffix == ".html" and (html := _text(file)) is not None:
            self._send(_live_page(html, version).encode(), "text/html; charset=utf-8")
        elif self.command == "HEAD":
            super().do_HEAD()
        else:
            super().do_GET()

    def _answer_own(self, path: str) -> None:
        own = {
            _STATE: (json.dumps(self._live.state(self._asked_for())).encode(), "application/json"),
            _SCRIPT: (self._live.served.script, "text/javascript; charset=utf-8"),
            _STYLE: (self._live.served.style, "text/css; charset=utf-8"),
        }
        if path in own:
            self._send(*own[path])
        else:
            self._send(b"", "text/plain", HTTPStatus.NOT_FOUND)

    def _file(self, path: str) -> Path | None:
        """What is behind an address: a file, or a folder without a slash, which gets a redirect; None where nothing can be."""
        try:
            file = Path(self.translate_path(path))
            if file.is_dir():
                page = file / "index.html"
                found = page if path.endswith("/") else file
                return found if page.is_file() else None
            return file if file.is_file() and not path.endswith("/") else None
        except (OSError, ValueError):
            # What no file can be called: with a null byte, too long, not text.
            return None

    def _asked_for(self) -> str:
        """The file of the page that asks how the site is."""
        page = parse_qs(urlsplit(self.path).query).get("page", [""])[0]
        return self._in_site(self._file(page))

    def _in_site(self, file: Path | None) -> str:
        """A file by its path below the top of the site; empty for none."""
        return file.relative_to(self._live.served.folder).as_posix() if file is not None else ""

    def _not_found(self, version: str) -> str:
        html = self._live.served.not_found()
        return _live_page(html, version) if html is not None else "<!doctype html><title>404</title><p>404</p>"

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        # An editor must never see yesterday's page, and sees what the headers of a host keep from working.
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        path = getattr(self, "path", "/")
        is_editor = self._live.served.desk is not None and path.startswith(f"/{FOLDER}")
        self.send_header("Content-Security-Policy", editor_policy() if is_editor else policy_of(path))
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        pass


def _headers(handler: SimpleHTTPRequestHandler) -> dict[str, str]:
    """What was asked with, by the names that are looked at."""
    names = ("Host", "Origin", "Content-Type", "Sec-Fetch-Site")
    return {name: value for name in names if (value := handler.headers.get(name)) is not None}


def _live_page(html: str, version: str) -> str:
    """A page with what asks how the site is; `version` is the state in which it was read."""
    tags = f'<link rel="stylesheet" href="{_STYLE}"><script src="{_SCRIPT}" data-version="{version}"></script>'
    return html.replace("</body>", f"{tags}</body>")


def _text(file: Path) -> str | None:
    """The text of a page; None where it is being written anew."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
