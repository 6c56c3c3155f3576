"""Pictures of finished pages by Chromium, spoken to over two pipes by its own protocol, because only there can a screen be as narrow as a phone.

No server, no port and no network: pages are opened from the disk, and their scripts do not run.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from select import select
from types import TracebackType
from typing import Any, Self

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--no-first-run",
    "--remote-debugging-pipe",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_SECONDS = 60
"""A page takes a second; a browser that hangs must not hang a pipeline."""
_READS, _WRITES = 3, 4
"""The two pipes, as Chromium numbers them."""
_QUALITY = 70


@dataclass(frozen=True)
class Device:
    """A screen, in pixels of CSS."""

    name: str
    width: int
    height: int
    mobile: bool


DEVICES = (Device("desktop", 1280, 900, mobile=False), Device("phone", 360, 740, mobile=True))


class BrowserError(Exception):
    """The browser did not answer, or refused; its text says what it said."""


class Browser:
    """A browser that takes pictures, one at a time. Ends with the block that it was opened for."""

    def __init__(self, program: str, profile: Path) -> None:
        """Start it. `profile` is an empty folder that it may fill. Raises OSError or BrowserError."""
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()

        def connect() -> None:
            # Above both numbers first: one pipe may stand where the other is to be.
            high = [os.dup(each) for each in (theirs_in, theirs_out, theirs_in, theirs_out)][-2:]
            os.dup2(high[0], _READS)
            os.dup2(high[1], _WRITES)

        command = [program, *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=connect,  # noqa: PLW1509 - no other thread runs here
            close_fds=False,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._number, self._rest = 0, b""
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        attached = self._call("Target.attachToTarget", {"targetId": target, "flatten": True})
        self._session: str | None = attached["sessionId"]
        self._call("Page.enable")
        self._call("Emulation.setScriptExecutionDisabled", {"value": True})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def picture(self, page: Path, anchor: str, device: Device) -> bytes:
        """A page as a JPEG, as a device shows it, with the element of an id in sight (empty for its top). Raises BrowserError."""
        screen = {"width": device.width, "height": device.height, "deviceScaleFactor": 1, "mobile": device.mobile}
        self._call("Emulation.setDeviceMetricsOverride", screen)
        # Between two fragments of one page nothing would be loaded.
        self._call("Page.navigate", {"url": "about:blank"}, until="Page.loadEventFired")
        address = f"{page.resolve().as_uri()}#{anchor}" if anchor else page.resolve().as_uri()
        self._call("Page.navigate", {"url": address}, until="Page.loadEventFired")
        taken = self._call("Page.captureScreenshot", {"format": "jpeg", "quality": _QUALITY})
        return base64.b64decode(taken["data"])

    def _call(self, method: str, words: Mapping[str, object] | None = None, until: str = "") -> dict[str, Any]:
        """Ask for something, and wait for the answer, and for an event where one is named."""
        self._number += 1
        asked: dict[str, object] = {"id": self._number, "method": method, "params": words or {}}
        if getattr(self, "_session", None):
            asked["sessionId"] = self._session
        try:
            os.write(self._out, json.dumps(asked).encode() + b"\0")
        except OSError as error:
            raise BrowserError(str(error)) from None
        answer: dict[str, Any] | None = None
        happened = not until
        while answer is None or not happened:
            told = self._next()
            happened = happened or told.get("method") == until
            if told.get("id") == self._number:
                if "error" in told:
                    raise BrowserError(str(told["error"].get("message")))
                answer = told["result"]
        return answer

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select([self._in], [], [], _SECONDS)
            piece = os.read(self._in, 1 << 20) if ready else b""
            if not piece:
                raise BrowserError(f"no answer within {_SECONDS} s" if not ready else "it ended")
            self._rest += piece
        told, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(told)
        return found
