"""Signatures of GnuPG, told from one another by the lines that it writes for programs."""

from __future__ import annotations

import tempfile
from pathlib import Path
from urllib.parse import unquote

from generator.archive.signing import Finding, Tool, ToolError, failed, run

_PACKAGE = "gnupg"
_SAYS = "[GNUPG:] "
_FINDINGS = (
    ("BADSIG", Finding.WRONG),
    ("REVKEYSIG", Finding.REVOKED),
    ("GOODSIG", Finding.GOOD),
    ("EXPKEYSIG", Finding.EXPIRED),
    ("EXPSIG", Finding.EXPIRED),
    ("NO_PUBKEY", Finding.UNKNOWN_KEY),
)
"""What gpg says, and what it means; what speaks against a signature comes first."""


def _sign(file: Path, key: str | None) -> Path:
    made = file.with_name(f"{file.name}.asc")
    by = ["--local-user", key] if key else []
    done = run("gpg", ["--armor", "--output", str(made), *by, "--detach-sign", str(file)], package=_PACKAGE, asks=True)
    if done.returncode or not made.exists():
        raise failed(done)
    return made


def _check(file: Path, signature: Path, key: Path | None) -> tuple[Finding, str]:
    if key is None:
        return _verify([], file, signature)
    # A keyring of its own holds this one key, so that a signature by any other is told apart.
    with tempfile.TemporaryDirectory(prefix="reform-reports-") as home:
        alone = ["--homedir", home, "--no-options", "--no-autostart"]
        imported = run("gpg", [*alone, "--batch", "--status-fd", "1", "--import", str(key.resolve())], package=_PACKAGE)
        if f"{_SAYS}IMPORT_OK" not in imported.stdout:
            raise ToolError("key-unusable", {"path": str(key), "tool": "gpg"})
        return _verify(alone, file, signature)


def _verify(options: list[str], file: Path, signature: Path) -> tuple[Finding, str]:
    """What gpg says of a signature, and whose it is: name and fingerprint, or only the number of an unknown key."""
    arguments = [*options, "--batch", "--no-tty", "--status-fd", "1", "--verify", str(signature), str(file)]
    done = run("gpg", arguments, package=_PACKAGE)
    lines = [line.removeprefix(_SAYS).split(" ") for line in done.stdout.splitlines() if line.startswith(_SAYS)]
    said = {words[0]: words[1:] for words in lines}
    for word, finding in _FINDINGS:
        if word in said:
            number, *name = said[word]
            # Of a key that is both expired and revoked, gpg names the expiry first.
            revoked = "KEYREVOKED" in said and finding is not Finding.WRONG
            fingerprint = said["VALIDSIG"][0] if said.get("VALIDSIG") else number
            return Finding.REVOKED if revoked else finding, " ".join(
                filter(None, [unquote(" ".join(name)), fingerprint])
            )
    return Finding.WRONG, ""


TOOL = Tool(".asc", _sign, _check)
