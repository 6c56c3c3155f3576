"""Detached signatures of a bag, made and checked by tools that archivists have: gpg and minisign.

Signed is tagmanifest-sha512.txt, which stands for every file of the bag, so one signature serves the folder and the zip. It lies
beside them, because nothing may be added to a bag.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.archive import gpg, minisign
from generator.archive.bag import TAG_MANIFEST
from generator.archive.signing import Finding, Tool, ToolError
from generator.i18n.messages import N_
from generator.i18n.reasons import reason_of
from generator.model.place import Place
from generator.problems import Problem

TOOLS: Mapping[str, Tool] = {"gpg": gpg.TOOL, "minisign": minisign.TOOL}
"""What signs, by the name that the command knows it by."""


class SignatureState(StrEnum):
    """What is known of a signature. UNCHECKED: there was no key or no tool to check it with."""

    GOOD = "good"
    EXPIRED = "expired"
    UNCHECKED = "unchecked"
    BAD = "bad"


@dataclass(frozen=True)
class SignatureCheck:
    """A signature that lies beside a bag. `signer` names the key, as its tool does."""

    file: Path
    tool: str
    state: SignatureState
    signer: str = ""


def signature_files(path: Path) -> Mapping[str, Path]:
    """Where the signatures of a bag lie, by tool, whether or not they are there. `path` is its folder or its zip."""
    resolved = path.resolve()
    name = resolved.name if resolved.is_dir() else resolved.name.removesuffix(".zip")
    return {tool: resolved.with_name(f"{name}.{TAG_MANIFEST}{each.suffix}") for tool, each in TOOLS.items()}


def sign(path: Path, tag_manifest: bytes, tool: str, key: str | None = None) -> Path:
    """Sign a bag and return the signature's file. Raises ToolError, FileExistsError where it is signed already, and OSError.

    `key` is what the tool takes for a key: a user or fingerprint (gpg), a file (minisign); None for the tool's own choice.
    """
    target = signature_files(path)[tool]
    if target.exists():
        raise FileExistsError(target)
    with tempfile.TemporaryDirectory(prefix="reform-reports-") as folder:
        signed = Path(folder) / TAG_MANIFEST
        signed.write_bytes(tag_manifest)
        made = TOOLS[tool].sign(signed, key)
        beside = target.with_name(f".{target.name}.new")
        beside.write_bytes(made.read_bytes())
        beside.replace(target)
    return target


def check_signatures(
    path: Path, tag_manifest: bytes, key: Path | None = None, signature: Path | None = None
) -> tuple[tuple[SignatureCheck, ...], tuple[Problem, ...]]:
    """Check the signatures that lie beside a bag, or the one named, and tell what speaks against them.

    With a public `key`, a signature of its tool must be there, and by that key. Without, gpg asks the keyring of whoever runs it.
    """
    wanted = tool_of_key(key) if key else None
    files = (
        _named(signature)
        if signature
        else {tool: file for tool, file in signature_files(path).items() if file.exists()}
    )
    checks: list[SignatureCheck] = []
    problems: list[Problem] = []
    for tool, file in files.items():
        check, problem = _check(tool, file, tag_manifest, key if tool == wanted else None)
        checks.append(check)
        problems += [problem] if problem else []
    if wanted and wanted not in files:
        lacking = signature or signature_files(path)[wanted]
        problems.append(Problem("signature-missing", Place(""), {"path": str(lacking)}))
    return tuple(checks), tuple(problems)


def tool_of_key(key: Path) -> str:
    """The tool that a key belongs to, by what the file begins with."""
    try:
        with key.open("rb") as file:
            return "minisign" if file.read(len(minisign.BEGINNING)) == minisign.BEGINNING else "gpg"
    except OSError:
        return "gpg"


def _named(signature: Path) -> Mapping[str, Path]:
    """A signature elsewhere than beside the bag, with its tool."""
    return {next((name for name, tool in TOOLS.items() if signature.suffix == tool.suffix), "gpg"): signature}


def _check(tool: str, file: Path, tag_manifest: bytes, key: Path | None) -> tuple[SignatureCheck, Problem | None]:
    place = Place(file.name)
    try:
        with tempfile.TemporaryDirectory(prefix="reform-reports-") as folder:
            signed = Path(folder) / TAG_MANIFEST
            signed.write_bytes(tag_manifest)
            finding, signer = TOOLS[tool].check(signed, file.resolve(), key)
    except ToolError as error:
        unchecked = SignatureCheck(file, tool, SignatureState.UNCHECKED)
        if error.code == "signing-tool-missing" and key is None:
            return unchecked, Problem(
                "signature-unchecked", place, {"expected": N_("the program for it is not installed")}
            )
        return unchecked, Problem(error.code, place, error.words)
    except (OSError, subprocess.SubprocessError) as error:
        words = {
            "file": file.name,
            "reason": reason_of(error)
            if isinstance(error, OSError)
            else N_("the program for signatures does not answer"),
        }
        return SignatureCheck(file, tool, SignatureState.UNCHECKED), Problem("bag-unreadable-file", place, words)
    state, code = _STATES[finding]
    if finding is Finding.UNKNOWN_KEY:
        if key is None:
            why = {"expected": N_("the public key is not at hand")}
            return SignatureCheck(file, tool, state, signer), Problem("signature-unchecked", place, why)
        return SignatureCheck(file, tool, SignatureState.BAD, signer), Problem(
            "signature-other-key", place, {"key": signer}
        )
    return SignatureCheck(file, tool, state, signer), Problem(code, place, {"key": signer}) if code else None


_STATES = {
    Finding.GOOD: (SignatureState.GOOD, ""),
    Finding.WRONG: (SignatureState.BAD, "signature-wrong"),
    Finding.EXPIRED: (SignatureState.EXPIRED, "signature-expired"),
    Finding.REVOKED: (SignatureState.BAD, "signature-revoked"),
    Finding.UNKNOWN_KEY: (SignatureState.UNCHECKED, ""),
}
