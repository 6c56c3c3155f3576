"""`serve`: a saved figure is on the page without a restart, and a mistake leaves the last good page."""

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
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.editions import shelve, site_of
from tests.trees import REPORT, edit, write_tree

pytestmark = pytest.mark.integration

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
        self.address = wait_for(lambda: re.search(r"http://\S+/", self.told()), self.told)[0]

    def told(self) -> str:
        return "".join(self._lines)

    def page(self, path: str = PAGE) -> str:
        with urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return answer.read().decode()


def wait_for(condition, told):
    """What a condition gives once it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.1)
    return pytest.fail(f"waited in vain\n{told()}", pytrace=False)


@pytest.fixture
def served(tmp_path: Path, root: Path, finished: Path) -> Iterator[Served]:
    write_tree(tmp_path)
    shelve(tmp_path, "2020", site_of("2020"))
    shutil.copytree(finished / ".cache", tmp_path / ".cache")
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "generator.cli", "serve", "--port", "0", "--lang", "en"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
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


def test_an_edited_figure_is_shown_and_a_mistake_leaves_the_old_page(tmp_path, served):
    assert ">1,200" not in served.page()
    assert ">1.200" in served.page()

    write_tree(tmp_path, edit(REPORT, "1200", "3456"))
    wait_for(lambda: ">3.456" in served.page(), served.told)
    assert "2020 en/index.html" in served.page("archive/2020/en/")

    write_tree(tmp_path, edit(REPORT, "1200", "7.891"))
    wait_for(lambda: "misread-count" in served.told(), served.told)
    assert ">3.456" in served.page()
    assert f"{REPORT}:10:12" in served.told()

    write_tree(tmp_path, edit(REPORT, "1200", "7891"))
    wait_for(lambda: ">7.891" in served.page(), served.told)
    assert "Traceback" not in served.told()


@pytest.mark.parametrize("told_to", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_when_it_is_told_to_end_nothing_of_it_goes_on(tmp_path, served, told_to):
    os.kill(served.process.pid, told_to)

    assert served.process.wait(PATIENCE) == 0
    # The engine's processes hold the other end of what is read here.
    served.reader.join(PATIENCE)
    assert not served.reader.is_alive()
    assert "Traceback" not in served.told()
    assert list((tmp_path / ".build").glob("*")) == []


def test_a_tree_with_mistakes_is_not_served(tmp_path, root):
    write_tree(tmp_path, edit(REPORT, "1200", "1.200"))

    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "serve", "--port", "0", "--lang", "en"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert done.returncode == 1
    assert "misread-count" in done.stderr
    assert "Fix these first" in done.stderr
