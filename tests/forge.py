"""A host of repositories with just enough of its programming interface to take a comment, and a note of all that was asked."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Forge:
    """What the host knows: comments by number of the request, and open requests by their newest commit."""

    author: str
    comments: list[dict] = field(default_factory=list)
    pulls: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    url: str = ""
    refuses: int = 0

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: dict) -> object:
        """What the host says. GitLab calls comments notes, and their author `author`."""
        if path.endswith("/user"):
            return {"username": self.author}
        if path.endswith("/pulls"):
            return (
                [{"number": number, "head": {"sha": sha}} for sha, number in self.pulls.items()]
                if query["page"] == ["1"]
                else []
            )
        if method == "GET":
            page = int(query["page"][0]) - 1
            return self.comments[page * 2 : page * 2 + 2]
        if method == "POST":
            said = {
                "id": 100 + len(self.comments),
                "body": body["body"],
                "user": {"login": self.author},
                "author": {"username": self.author},
            }
            self.comments.append(said)
            return said
        (found,) = [each for each in self.comments if path.endswith(f"/{each['id']}")]
        found["body"] = body["body"]
        return found


@contextmanager
def serving(forge: Forge) -> Iterator[Forge]:
    """The host, on a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            address = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else {}
            token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
            forge.asked.append((self.command, address.path, token))
            told = json.dumps(forge.answer(self.command, address.path, parse_qs(address.query), body)).encode()
            self.send_response(forge.refuses or 200)
            self.send_header("Location", f"{forge.url}/elsewhere")
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        do_GET = do_POST = do_PUT = do_PATCH = handle_any  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    forge.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
