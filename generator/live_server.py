"""A small web server for editing: serves a folder and tells open pages when to reload."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from watchfiles import watch

RELOAD_PATH = "/.reload"
SCRIPT_PATH = "/.reload.js"
_WAIT = 25.0
_SCRIPT = """(function () {
  var version = document.currentScript.dataset.version;
  function ask() {
    fetch("RELOAD_PATH?" + version, { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (now) { if (now !== version) { location.reload(); } else { ask(); } })
      .catch(function () { setTimeout(ask, 1000); });
  }
  addEventListener("load", ask);
})();
""".replace("RELOAD_PATH", RELOAD_PATH)


class LiveServer:
    """Serves `folder`; pages get a script that waits for the next version of the site."""

    def __init__(self, folder: Path, host: str, port: int) -> None:
        """Start to listen. Raises OSError when the port cannot be used."""
        self._version = 1
        self._changed = threading.Condition()
        handler = partial(_Handler, directory=str(folder), live=self)
        self._server = ThreadingHTTPServer((host, port), handler)
        self._server.daemon_threads = True
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self._server.server_address[1]}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def watch(self, paths: Sequence[Path], rebuild: Callable[[], bool]) -> None:
        """Rebuild after every change below the paths, until interrupted; pages reload when a rebuild succeeds."""
        there = [path for path in paths if path.exists()]
        for _ in watch(*there, debounce=200, step=50, raise_interrupt=True):
            if rebuild():
                with self._changed:
                    self._version += 1
                    self._changed.notify_all()

    @property
    def version(self) -> str:
        return str(self._version)

    def wait_for_change(self, known: str) -> str:
        """The version once it differs from the known one, or after a while in any case."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != known, timeout=_WAIT)
            return self.version


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, the reload script, and the answer that pages wait for."""

    def __init__(self, *args: Any, live: LiveServer, **options: Any) -> None:
        self._live = live
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == RELOAD_PATH:
            self._send(self._live.wait_for_change(query).encode(), "text/plain")
        elif path == SCRIPT_PATH:
            self._send(_SCRIPT.encode(), "text/javascript")
        elif (page := self._page(path)) is not None:
            tag = f'<script src="{SCRIPT_PATH}" data-version="{self._live.version}"></script></body>'
            html = page.read_text(encoding="utf-8").replace("</body>", tag)
            self._send(html.encode(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self, path: str) -> Path | None:
        """The HTML file behind an address; None for a folder without a slash, which gets a redirect, and for other files."""
        file = Path(self.translate_path(path))
        if file.is_dir() and path.endswith("/"):
            file /= "index.html"
        return file if file.suffix == ".html" and file.is_file() else None

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        # An editor must never see yesterday's page.
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        pass
