"""The command `serve` at work on a small tree, for tests that edit beside it."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT
from tests.editions import shelve, site_of
from tests.trees import write_tree

PATIENCE = 60.0
PAGE = "reports/huyen/2022-Q3/index.html"


class Served:
    """The running command: its address, and what it has printed so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._lines: list[str] = []
        self.process = process
        self.reader = threading.Thread(
            target=lambda: self._lines.extend(iter(process.stdout.readline, "")), daemon=True
        )
        self.reader.start()

    @property
    def address(self) -> str:
        return wait_for(lambda: re.search(r"http://\S+/", self.told()), self.told)[0]

    def told(self) -> str:
        return "".join(self._lines)

    def builds(self) -> int:
        """How often the site was brought up to date."""
        return self.told().count("The site is up to date")

    def page(self, path: str = PAGE) -> str:
        with urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return answer.read().decode()

    def answer(self, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
        """What is sent for an address as it is written, sound or not."""
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=PATIENCE)
        connection.putrequest(method, path)
        connection.endheaders()
        response = connection.getresponse()
        return response.status, dict(response.headers), response.read().decode()


def wait_for(condition, told):
    """What a condition gives once it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.1)
    return pytest.fail(f"waited in vain\n{told()}", pytrace=False)


def tree_to_serve(folder: Path, finished: Path) -> Path:
    """The smallest tree with an archived year, and with what was drawn for it before."""
    write_tree(folder)
    shelve(folder, "2020", site_of("2020"))
    shutil.copytree(finished / ".cache", folder / ".cache")
    return folder


@contextmanager
def serving(tree: Path, *options: str, port: int = 0, **environment: str) -> Iterator[Served]:
    """The command while it serves a tree."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "generator.cli", "serve", "--port", str(port), "--lang", "en", *options],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield Served(process)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
