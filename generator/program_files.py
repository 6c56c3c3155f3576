"""Where the files of the project stand that are no code: beside the package in a clone, inside it once it is installed from a wheel.

`pyproject.toml` names what goes along. A tree of data and content may bring some of its own (`generator.assembly.looks`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_PACKED: Final = _PACKAGE / "project"

IS_INSTALLED: Final = _PACKED.is_dir()
"""Whether the program came in a wheel, apart from the repository that it was made from."""
PROJECT: Final = _PACKED if IS_INSTALLED else _PACKAGE.parent
"""The folder with `site_templates/`, `mkdocs.yml`, `requirements.lock`, `docs/` and the licences."""
PACKAGE: Final = _PACKAGE
"""The folder of the code."""


def program_file(name: str) -> Path:
    """A file or folder of the program by its name in the repository; `generator` is the code, without what was packed into it."""
    return _PACKAGE if name == _PACKAGE.name else PROJECT / name
