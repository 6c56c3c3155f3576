"""Edits a tree while `serve` shows it, as a person at an editor does, and waits until every page that should shows the edit.

A figure stands on pages of its report and unit, in both languages, and in the downloads; a sentence on one page. Cost is processor time of all
processes from the save until they rest.
"""

from __future__ import annotations

import re
import socket
import statistics
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tools.bench.measure import FailedRunError, start
from tools.bench.processes import cpu_of, memory_of, session_of
from tools.bench.subject import Job

_PATIENCE = 900.0
"""Seconds until the first build or an edit is given up."""
_ASKED_EVERY = 0.05
_RESTED = 0.5
"""So long without work, and an edit is done with."""
_ROW = "1.1"
"""The row that is edited: documents issued, which nothing else follows from."""
_MARK = "Câu này được thêm khi đo"


@dataclass(frozen=True)
class Edits:
    """What edits cost: seconds from the save until all showed it, processor seconds until rest, and memory before and after all.

    `files_changed` and `bytes_changed` are what one figure changes in the site.
    """

    figure_wall: float
    figure_cpu: float
    sentence_wall: float
    sentence_cpu: float
    edits: int
    memory_first: int
    memory_last: int
    files_changed: int = 0
    bytes_changed: int = 0


def edits_under_serve(job: Job, *, most: int, seconds: float) -> Edits:
    """Edit figures and sentences in turn, at most so many times and for about so long. Raises FailedRunError."""
    report = _some_report(job.tree)
    figure = _Figure(job.tree / f"data/reports/{report}.yml", report)
    sentence = _Sentence(job.tree / f"content/vi/reports/{report}/summary.md", report)
    with _served(job) as server:
        spent: dict[type, list[tuple[float, float]]] = {_Figure: [], _Sentence: []}
        memory: list[int] = []
        before = _state(job.tree)
        until = time.monotonic() + seconds
        for number in range(1, most + 1):
            edit = figure if number % 2 else sentence
            spent[type(edit)].append(server.cost_of(edit))
            memory.append(server.memory())
            if number == 1:
                changed = _changed(before, _state(job.tree))
            if time.monotonic() > until and number > 1:
                break
        figures, sentences = spent[_Figure], spent[_Sentence]
        return Edits(
            statistics.median(wall for wall, _ in figures),
            statistics.median(cpu for _, cpu in figures),
            statistics.median(wall for wall, _ in sentences),
            statistics.median(cpu for _, cpu in sentences),
            len(memory),
            memory[0],
            memory[-1],
            len(changed),
            sum(changed),
        )


def _state(tree: Path) -> dict[Path, tuple[int, int]]:
    """The files of the site that `serve` shows, with their sizes and times."""
    files = (path for path in tree.glob(".build/*/site/**/*") if path.is_file())
    return {path: (about.st_size, about.st_mtime_ns) for path in files for about in [path.stat()]}


def _changed(before: dict[Path, tuple[int, int]], after: dict[Path, tuple[int, int]]) -> list[int]:
    """The sizes of the files that are new or not what they were."""
    return [about[0] for path, about in after.items() if before.get(path) != about]


def _some_report(tree: Path) -> str:
    """The unit and period of a report that has the row and a narrative."""
    for path in sorted((tree / "data/reports").rglob("*.yml")):
        report = f"{path.parent.name}/{path.stem}"
        narrative = tree / f"content/vi/reports/{report}/summary.md"
        if narrative.exists() and _Figure.line.search(path.read_text(encoding="utf-8")):
            return report
    raise FailedRunError(f"{tree}: no report to edit")


@dataclass(frozen=True)
class _Figure:
    """Another number in one row."""

    path: Path
    report: str
    line = re.compile(rf'^(\s+"{re.escape(_ROW)}": )"?\d+"?$', re.MULTILINE)

    def make(self, number: int) -> None:
        text = self.path.read_text(encoding="utf-8")
        self.path.write_text(self.line.sub(rf"\g<1>{self._value(number)}", text, count=1), encoding="utf-8")

    def shown(self, number: int) -> dict[str, str]:
        """What each address is to hold: the page of the report and of its unit in each language, and its downloads."""
        value = self._value(number)
        unit = self.report.partition("/")[0]
        # A mark of the audit may follow: the figure is out of all proportion.
        cell = f">{value}"
        pages = {
            f"{lang}{place}/": cell for lang in ("", "en/") for place in (f"reports/{self.report}", f"units/{unit}")
        }
        return pages | {f"data/v1/reports/{self.report}.csv": f",{value},", "data/v1/observations.csv": f",{value},"}

    @staticmethod
    def _value(number: int) -> int:
        return 731 + number


@dataclass(frozen=True)
class _Sentence:
    """Another sentence at the end of a narrative."""

    path: Path
    report: str

    def make(self, number: int) -> None:
        words = self.path.read_text(encoding="utf-8").partition(f"\n\n{_MARK}")[0].rstrip("\n")
        self.path.write_text(f"{words}\n\n{self._words(number)}\n", encoding="utf-8")

    def shown(self, number: int) -> dict[str, str]:
        return {f"reports/{self.report}/": self._words(number)}

    @staticmethod
    def _words(number: int) -> str:
        """Without a digit, which `check` would ask the source of."""
        return f"{_MARK}{' nữa' * number}."


class _Server:
    def __init__(self, session: int, address: str) -> None:
        self._session = session
        self._address = address
        self._number = 0

    def cost_of(self, edit: _Figure | _Sentence) -> tuple[float, float]:
        """Seconds by the clock until the edit is seen everywhere, and processor seconds until rest."""
        self._number = next(each for each in count(self._number + 1) if not self._any_shown(edit.shown(each)))
        awaited = edit.shown(self._number)
        before, saved = self._cpu(), time.monotonic()
        edit.make(self._number)
        for place, words in awaited.items():
            while words not in self._get(place):
                if time.monotonic() - saved > _PATIENCE:
                    raise FailedRunError(f"serve does not show the edit: {place}")
                time.sleep(_ASKED_EVERY)
        seen = time.monotonic() - saved
        self.rest()
        return seen, self._cpu() - before

    def _any_shown(self, awaited: dict[str, str]) -> bool:
        return any(words in self._get(place) for place, words in awaited.items())

    def rest(self) -> None:
        """Wait until nothing works any more."""
        used, since = self._cpu(), time.monotonic()
        while time.monotonic() - since < _RESTED:
            time.sleep(_ASKED_EVERY)
            if (now := self._cpu()) > used + 0.02:
                used, since = now, time.monotonic()

    def memory(self) -> int:
        return memory_of(session_of(self._session))

    def _cpu(self) -> float:
        return cpu_of(session_of(self._session))

    def _get(self, place: str) -> str:
        try:
            with urllib.request.urlopen(self._address + place, timeout=60) as answer:  # noqa: S310 - an address of our own server
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""


@contextmanager
def _served(job: Job) -> Iterator[_Server]:
    """The tree under `serve` once the first build is done. Raises FailedRunError."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryFile("w+") as said:
        command = job.subject.command("serve", "--lang", "en", "--root", job.tree, "--port", str(port))
        process = start(command, job.subject.source, None, said)
        try:
            server = _Server(process.pid, f"http://127.0.0.1:{port}/")
            started = time.monotonic()
            while not _listens(port):
                if process.poll() is not None or time.monotonic() - started > _PATIENCE:
                    said.seek(0)
                    raise FailedRunError(f"serve: {said.read()[-2000:]}")
                time.sleep(_ASKED_EVERY)
            server.rest()
            yield server
        finally:
            process.terminate()
            process.wait(60)


def _listens(port: int) -> bool:
    with socket.socket() as there:
        return there.connect_ex(("127.0.0.1", port)) == 0
