"""Reads files in processes of their own, of bounded memory and time: whatever a file does to its reader ends there, and in a message."""

from __future__ import annotations

import resource
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from concurrent.futures import TimeoutError as TooLate
from pathlib import Path
from types import FrameType
from typing import NoReturn, Self

from generator.importing.document import Document
from generator.importing.reading.faults import NO_READER, NOT_THAT_FORMAT, TOO_LARGE, TOO_LONG, UnreadableError
from generator.importing.reading.limits import MEMORY, SECONDS
from generator.processes import Workers, worker_pool

_OLD = frozenset({".doc", ".rtf"})
_PATIENCE = 240
"""Seconds of the clock longer than a reader may work, before its process is ended from outside."""
Read = Document | UnreadableError


class Readers:
    """Processes that read files, as a context: they are ended with it."""

    def __init__(self, number: int = 1) -> None:
        self._number = number
        self._pool: Workers | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def read_all(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Read]]:
        """Every file in its order, with its document or why there is none."""
        waiting = list(paths)
        while waiting:
            begun = [(path, self._started(len(waiting)).submit(_read, path)) for path in waiting]
            for path, future in begun:
                made = self._result(path, future)
                if made is None:
                    # A process ended without a word: of those that were being read at once, the first is read alone.
                    made = self._alone(path)
                waiting.remove(path)
                yield path, made
                if not self._is_running:
                    break

    @property
    def _is_running(self) -> bool:
        return self._pool is not None

    def _started(self, number: int) -> Workers:
        """The processes, begun where they are not there."""
        self._pool = self._pool or worker_pool(min(self._number, number))
        return self._pool

    def _alone(self, path: Path) -> Read:
        self._end()
        self._pool = worker_pool(1)
        made = self._result(path, self._pool.submit(_read, path))
        self._end()
        return (
            made if made is not None else UnreadableError(TOO_LARGE, file=path.name, limit=f"{MEMORY // 1_000_000} MB")
        )

    def _result(self, path: Path, future: Future[Read]) -> Read | None:
        """What a process made of a file; None where the process is gone."""
        try:
            return future.result(timeout=SECONDS + _PATIENCE)
        except BrokenExecutor:
            return None
        except TooLate:
            self._end()
            return UnreadableError(TOO_LONG, file=path.name, limit=str(SECONDS))

    def _end(self) -> None:
        if self._pool is not None:
            self._pool.end()
            self._pool = None


class _TimeUpError(Exception):
    """A reader took too long."""


def _read(path: Path) -> Read:
    """In the other process: read a file; every fault is a result."""

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        raise _TimeUpError

    # Seconds of work, not of the clock: on a machine with much else to do a whole file would be refused.
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    suffix = path.suffix.lower()
    # LibreOffice is a process of its own again, which cannot live with so little.
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    try:
        if suffix not in _OLD:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
        return reader_of(suffix)(path)
    except UnreadableError as error:
        return error
    except ImportError:
        return UnreadableError(NO_READER, format=suffix)
    except (MemoryError, RecursionError):
        return UnreadableError(TOO_LARGE, file=path.name, limit=f"{MEMORY // 1_000_000} MB")
    except _TimeUpError:
        return UnreadableError(TOO_LONG, file=path.name, limit=str(SECONDS))
    except Exception:  # noqa: BLE001 - readers of others fail at spoilt files in every way there is
        return UnreadableError(NOT_THAT_FORMAT, file=path.name, format=suffix)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def reader_of(suffix: str) -> Callable[[Path], Document]:
    """The reader of a format. Raises ImportError where what it needs is not installed."""
    read: Callable[[Path], Document]
    if suffix in {".docx", ".docm"}:
        from generator.importing.reading.docx import read_docx

        read = read_docx
    elif suffix in {".xlsx", ".xlsm"}:
        from generator.importing.reading.xlsx import read_xlsx

        read = read_xlsx
    elif suffix == ".xls":
        from generator.importing.reading.xls import read_xls

        read = read_xls
    elif suffix in {".ods", ".odt"}:
        from generator.importing.reading.odf import read_odf

        read = read_odf
    elif suffix == ".pdf":
        from generator.importing.reading.pdf import read_pdf

        read = read_pdf
    elif suffix in _OLD:
        from generator.importing.reading.old import read_old

        read = read_old
    else:
        from generator.importing.reading.html import read_html_file

        read = read_html_file
    return read
