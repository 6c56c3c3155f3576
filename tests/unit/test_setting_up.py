"""Setting up: which Python is taken or refused, how packages are installed, and what the oldest Python lacks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.install import uv_environment
from tools.oldest_python import late_arguments, late_calls

OTHER_PYTHON = """\
#!/bin/sh
exec {python} -c 'import sys; sys.version_info = ({version}, 0, "final", 0); exec(sys.argv[1])' "$2"
"""


def python_of(folder: Path, version: str) -> str:
    """A program that says of itself that it is another Python."""
    path = folder / f"python{version.replace(', ', '.')}"
    path.write_text(OTHER_PYTHON.format(python=sys.executable, version=version), encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize("version", ["3, 10", "3, 15"])
def test_a_python_that_cannot_run_it_is_refused_with_the_reason(root, tmp_path, version):
    python = python_of(tmp_path, version)
    environment = {**os.environ, "PYTHON": python}

    done = subprocess.run(
        [root / "tools" / "make-venv", tmp_path / "venv"], env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert f"needs Python 3.11 to 3.14, and PYTHON={python} is not" in done.stderr
    assert f"found: {python} ({version.replace(', ', '.')})" in done.stderr
    assert "have wheels" in done.stderr
    assert not (tmp_path / "venv").exists()


def test_uv_is_told_what_pip_is_configured_to_do(monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith(("UV_", "SSL_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("UV_HTTP_TIMEOUT", "5")

    told = uv_environment(
        {
            "index-url": "https://mirror.example/simple",
            "extra-index-url": "https://a.example/simple\nhttps://b.example/simple",
            "find-links": f"{tmp_path} {tmp_path}/gone",
            "cert": "/etc/ssl/office.pem",
            "timeout": "60",
            "require-virtualenv": "true",
        }
    )

    assert told == {
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
        "UV_INDEX": "https://a.example/simple https://b.example/simple",
        "UV_FIND_LINKS": str(tmp_path),
        "SSL_CERT_FILE": "/etc/ssl/office.pem",
        "UV_HTTP_TIMEOUT": "5",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
    }


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('archive.extractall(target, filter="data")', True),
        ("archive.extractall(target)", False),
        ("entry.is_file(follow_symlinks=False)", True),
        ("entry.is_file(follow_symlinks=False)  # novermin", False),
        ('filter(archive, "data")', False),
    ],
)
def test_arguments_that_the_oldest_python_lacks_are_found_on_objects_of_any_kind(line, found):
    assert bool(list(late_calls(f"\n{line}\n", late_arguments((3, 11))))) is found


def test_the_makefile_the_locks_and_the_classifiers_speak_of_the_same_pythons(root):
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    named = [f"Python :: 3.{minor}" in project for minor in range(10, 16)]

    assert 'requires-python = ">=3.11,<3.15"' in project
    assert named == [False, True, True, True, True, False]
    assert "--python-version 3.11" in (root / "Makefile").read_text(encoding="utf-8")
