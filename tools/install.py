"""Installs what a lock file holds, by uv where it can be had, else by pip; run with the Python to install into.

Usage: python tools/install.py LOCK [--editable FOLDER]

uv takes a third of pip's time for the same files with the same hashes. It comes from the package index like everything else, by the
hash in the development lock. It does not read pip's configuration, so it is told what pip would do: an office behind a mirror has set
up pip. Whatever uv cannot do, pip does, and what pip says counts.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

_DEVELOPMENT_LOCK = Path("requirements-dev.lock")
_WHOLE = ["--require-hashes", "--only-binary", ":all:"]
_PIP = [sys.executable, "-m", "pip"]
_UV = Path(sys.executable).with_name("uv")
_CONFIGURED = re.compile(r"(?P<part>[^.]*)\.(?P<name>[a-z-]+)=(?P<value>.+)")
_PRECEDENCE = ("global", "install", ":env:")
_SAME = {
    "index-url": "UV_DEFAULT_INDEX",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "trusted-host": "UV_INSECURE_HOST",
    "proxy": "ALL_PROXY",
    "timeout": "UV_HTTP_TIMEOUT",
    "default-timeout": "UV_HTTP_TIMEOUT",
    "retries": "UV_HTTP_RETRIES",
    "keyring-provider": "UV_KEYRING_PROVIDER",
}
"""What pip calls a setting, and the variable by which uv knows it."""


def pip_settings() -> dict[str, str]:
    """What pip is configured to do, by files or variables, as it would do it."""
    done = subprocess.run([*_PIP, "config", "list"], capture_output=True, text=True, check=False)
    found = [match for line in done.stdout.splitlines() if (match := _CONFIGURED.fullmatch(line))]
    known = [match for match in found if match["part"] in _PRECEDENCE]
    ordered = sorted(known, key=lambda match: _PRECEDENCE.index(match["part"]))
    return {match["name"]: str(ast.literal_eval(match["value"])) for match in ordered}


def uv_environment(settings: dict[str, str]) -> dict[str, str]:
    """The same settings as uv's variables; what somebody set for uv itself stays."""
    told = {_SAME[name]: value for name, value in settings.items() if name in _SAME}
    if "extra-index-url" in settings:
        told["UV_INDEX"] = " ".join(settings["extra-index-url"].split())
    if "find-links" in settings:
        told["UV_FIND_LINKS"] = ",".join(link for link in settings["find-links"].split() if _is_there(link))
    if settings.get("no-index", "").lower() in ("1", "true", "yes", "on"):
        told["UV_NO_INDEX"] = "1"
    # Where a package is in several indexes, pip takes whichever has the file. The hash says which file it must be.
    told["UV_INDEX_STRATEGY"] = "unsafe-best-match"
    return told | {name: value for name, value in os.environ.items() if name.startswith(("UV_", "SSL_"))}


def _is_there(link: str) -> bool:
    return "://" in link or Path(link).exists()


def _run(command: list[str], environment: dict[str, str] | None = None, *, quiet: bool = False) -> bool:
    told = subprocess.DEVNULL if quiet else None
    done = subprocess.run(command, env=os.environ | (environment or {}), stderr=told, check=False)
    return done.returncode == 0


def got_uv() -> bool:
    """Whether uv is there, installed by its hash if it was not."""
    if _UV.exists():
        return True
    locked = re.search(r"(?m)^uv==[^\\\n]*(?:\\\n[^\\\n]*)*", _DEVELOPMENT_LOCK.read_text(encoding="utf-8"))
    if locked is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        alone = Path(folder) / "uv.lock"
        alone.write_text(locked[0] + "\n", encoding="utf-8")
        return (
            _run([*_PIP, "install", "--quiet", "--no-compile", *_WHOLE, "-r", str(alone)], quiet=True) and _UV.exists()
        )


def main() -> int:
    """Install, and say which way where it is not the usual one."""
    lock, editable = sys.argv[1], sys.argv[3:4]
    wanted = [[*_WHOLE, "-r", lock]]
    if editable:
        # The backend is in the lock: without isolation nothing else is fetched.
        wanted.append(["--no-deps", "--no-build-isolation", "--editable", editable[0]])
    if got_uv():
        uv = [str(_UV), "pip", "install", "--quiet", "--python", sys.executable]
        environment = uv_environment(pip_settings())
        if all(_run([*uv, *each], environment) for each in wanted):
            return 0
        print("reform-reports: uv could not install it (see above); trying pip ...", file=sys.stderr)
    return 0 if all(_run([*_PIP, "install", "--quiet", *each]) for each in wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
