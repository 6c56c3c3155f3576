"""Checksums of many files at once. Files are read in pieces, so that no size matters, and hashed on all cores."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of

ALGORITHMS: Mapping[str, str] = {
    **{name: name for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")},
    **{f"sha3{bits}": f"sha3_{bits}" for bits in (224, 256, 384, 512)},
    "blake2b": "blake2b",
    "blake2s": "blake2s",
}
"""The names of algorithms as names of manifests write them (small letters and digits only), and as Python does."""
_PIECE = 1 << 20


@dataclass(frozen=True)
class Hashed:
    """What was read of one file: its bytes and, by algorithm, its checksums; or why it could not be read.

    `damaged` says that the bytes could be had, but not unpacked: the file is not what it was.
    """

    path: str
    size: int = 0
    checksums: Mapping[str, str] | None = None
    fault: str = ""
    damaged: bool = False


def hash_files(
    paths: Iterable[str],
    opened: Callable[[str], BinaryIO],
    algorithms: Sequence[str],
    seen: Callable[[int], None] = lambda _: None,
) -> Mapping[str, Hashed]:
    """The checksums of files, by path. `opened` opens one, `seen` is told of each number of bytes that was read."""

    def hashed(path: str) -> Hashed:
        return _hash(path, opened, algorithms, seen)

    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as pool:
        return {each.path: each for each in pool.map(hashed, paths)}


def sha512_of(path: Path) -> str:
    """The checksum of a file as `sha512sum` prints it. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha512").hexdigest()


def _hash(
    path: str, opened: Callable[[str], BinaryIO], algorithms: Sequence[str], seen: Callable[[int], None]
) -> Hashed:
    digests = {name: hashlib.new(ALGORITHMS[name], usedforsecurity=False) for name in algorithms}
    size = 0
    try:
        with opened(path) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                for digest in digests.values():
                    digest.update(piece)
                seen(len(piece))
    except Exception as error:  # noqa: BLE001 - a damaged zip fails in many ways, and each is a fault of this one file
        reason = reason_of(error) if isinstance(error, OSError) else N_("its bytes are damaged")
        return Hashed(path, fault=reason, damaged=not isinstance(error, OSError))
    return Hashed(path, size, {name: digest.hexdigest() for name, digest in digests.items()})
