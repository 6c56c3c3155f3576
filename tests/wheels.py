"""The package as others get it: a wheel, and an environment that has it and what it needs, and nothing of this repository."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, made_once
from tools.install import pip_settings, uv_environment

COMMAND = "bin/reform-reports"


def build_wheel(folder: Path, *, umask: int = 0o022) -> Path:
    """Build the wheel as `make wheel` does."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    # Where in the environment a day for reproducible builds is given, it would be that of this machine.
    env = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, umask=umask, env=env)
    (wheel,) = folder.glob("*.whl")
    return wheel


def environment_with_the_wheel(factory) -> Path:
    """An environment of its own with the wheel and what the lock names, made once for all who ask."""
    with made_once(factory, "wheel") as folder:
        if not (folder / "ready").exists():
            wheel = build_wheel(folder / "dist")
            uv = [sys.executable, "-m", "uv"]
            _run([*uv, "venv", "--quiet", "--python", sys.executable, str(folder / "env")])
            into = [*uv, "pip", "install", "--quiet", "--python", str(folder / "env/bin/python")]
            locked = [*into, "--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / "requirements.lock")]
            # What `make` installed here is in the cache, under the addresses that it took it from; elsewhere it is fetched.
            env = os.environ | uv_environment(pip_settings())
            if subprocess.run([*locked, "--offline"], capture_output=True, check=False, env=env).returncode:
                _run(locked, env)
            _run([*into, "--no-deps", "--offline", str(wheel)], env)
            (folder / "ready").touch()
    return folder / "env"


def run_installed(environment: Path, *arguments: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command, which knows no path to this repository."""
    env = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    return subprocess.run(
        [environment / COMMAND, *arguments], cwd=cwd, env=env | more, capture_output=True, text=True, check=False
    )


def _run(command: list[str], env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr
