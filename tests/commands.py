"""The command as people run it, and what it leaves in a folder."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

from generator.assembly.site import build_site
from tests.conftest import ROOT

ESCAPE = "\x1b["
TOLD = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""By what a command is told to end."""


def hearing() -> None:
    """Of the process of a command: hear what is told, also where these tests run deaf to it, as `nohup` makes them."""
    for number in TOLD:
        signal.signal(number, signal.SIG_DFL)


def run(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as people do, in a folder of its own and a plain environment."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "VIRTUAL_ENV", "TMPDIR"}}
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(env or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def terminal(*arguments: str, cwd: Path, **env: str) -> str:
    """What the command prints on a terminal."""
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "CI"}}
    with subprocess.Popen(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=cwd,
        env={**plain, "PYTHONPATH": str(ROOT), "TERM": "xterm", **env},
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # the terminal is gone with its last user
            pass
        os.close(ours)
    return shown.decode()


def build(root: Path, output: Path | None = None):
    return build_site(root, output or root / "site", lambda _step, _detail: None)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def pages(folder: Path) -> set[str]:
    """The pages that readers browse, without those made for other sites."""
    return {name for name in files(folder) if name.endswith("index.html") and "embed" not in Path(name).parts}
