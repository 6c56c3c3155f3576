"""Signatures of minisign: one key pair, two small text files."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path

from generator.archive.signing import Finding, Tool, ToolError, failed, run

BEGINNING = b"untrusted comment:"
"""What keys and signatures of minisign begin with."""
_PACKAGE = "minisign"
_ALGORITHM, _KEY_NUMBER = 2, 8
_PUBLIC_KEY_LENGTH = 42
_SIGNATURE_LENGTH = 74
_LARGEST = 10_000


def _sign(file: Path, key: str | None) -> Path:
    made = file.with_name(f"{file.name}.minisig")
    by = ["-s", key] if key else []
    # Without a comment of ours, minisign would sign the time and the name of a temporary file.
    arguments = ["-S", *by, "-m", str(file), "-x", str(made), "-t", file.name]
    done = run("minisign", arguments, package=_PACKAGE, asks=True)
    if done.returncode or not made.exists():
        raise failed(done)
    return made


def _check(file: Path, signature: Path, key: Path | None) -> tuple[Finding, str]:
    signer = _key_number(signature, _SIGNATURE_LENGTH)
    if key is None:
        return Finding.UNKNOWN_KEY, signer
    owner = _key_number(key, _PUBLIC_KEY_LENGTH)
    if not owner:
        raise ToolError("key-unusable", {"path": str(key), "tool": "minisign"})
    if signer and signer != owner:
        return Finding.UNKNOWN_KEY, signer
    done = run("minisign", ["-V", "-p", str(key), "-m", str(file), "-x", str(signature)], package=_PACKAGE)
    return (Finding.WRONG if done.returncode else Finding.GOOD), owner


def _key_number(file: Path, length: int) -> str:
    """The number of the key of a key file or a signature, as minisign prints it; empty where it is neither."""
    try:
        with file.open("rb") as opened:
            lines = opened.read(_LARGEST).splitlines()
        content = base64.b64decode(lines[1], validate=True)
    except (OSError, IndexError, binascii.Error):
        return ""
    if not lines[0].startswith(BEGINNING) or len(content) != length:
        return ""
    # Without the noughts that it may begin with, as one in sixteen does: minisign leaves them out.
    return f"{int.from_bytes(content[_ALGORITHM : _ALGORITHM + _KEY_NUMBER], 'little'):X}"


TOOL = Tool(".minisig", _sign, _check)
