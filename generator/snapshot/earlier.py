"""Runs the program of an earlier commit so that it writes what it wrote then, on whichever Python is at hand.

A script, run by its path in the folder of that program: nothing of today's program may be imported here. What it mends is the standard
library alone, where its behaviour changed between minor or point versions; each case says what changed, and when.
"""

from __future__ import annotations

import gzip
import runpy
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

_SYSTEM = 9
"""Where gzip's header names the system on which something was packed."""
_UNIX = 3


def mend() -> None:
    """Let the standard library do what programs of earlier commits counted on."""
    gzip.compress = _naming_unix(gzip.compress)
    if not hasattr(tarfile, "data_filter"):
        tarfile.TarFile.extractall = _without_filter(tarfile.TarFile.extractall)  # type: ignore[method-assign]


def _naming_unix(compress: Callable[..., bytes]) -> Callable[..., bytes]:
    """Packing without a time, as zlib did it alone up to Python 3.12; from 3.13 on the system is 255, unknown."""

    def packed(data: bytes, compresslevel: int = 9, *, mtime: float | None = None) -> bytes:
        made = compress(data, compresslevel, mtime=mtime)
        return made if mtime != 0 else made[:_SYSTEM] + bytes([_UNIX]) + made[_SYSTEM + 1 :]

    return packed


def _without_filter(extractall: Callable[..., None]) -> Callable[..., None]:
    """Unpacking what git packed, before Python 3.11.4 brought filters; there were only plain files to unpack."""

    def unpacked(self: tarfile.TarFile, *args: Any, filter: str = "", **options: Any) -> None:  # noqa: A002, ARG001 - its name
        extractall(self, *args, **options)

    return unpacked


def main() -> None:
    """Run `generator.cli` of the current folder as `python -m` does, with the arguments given."""
    sys.path[0] = str(Path.cwd())
    mend()
    runpy.run_module("generator.cli", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
