"""The inventory of a build: which packages and works it uses, as the bill of materials of the site and as a page of docs/."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.charts.bundle import bundled_versions
from generator.inventory.lock import DEVELOPMENT_LOCK, RUNTIME_LOCK, installed_now, read_lock
from generator.inventory.page import licences_page
from generator.inventory.sbom import SBOM_FILE, sbom
from generator.inventory.works import bundled_works, editor_works
from generator.program_files import IS_INSTALLED, program_file


@cache
def sbom_file(*, with_editor: bool = False) -> Mapping[str, bytes]:
    """The bill of materials, by its path; nothing where the program was installed without its lock. Raises OSError.

    Worked out once: what is installed does not change while the program runs.
    """
    locked = read_lock(program_file(RUNTIME_LOCK))
    if IS_INSTALLED:
        locked = installed_now(locked)
    if locked:
        works = bundled_works(program_file("site_templates"), locked, bundled_versions())
        return {SBOM_FILE: sbom(locked, (*works, *editor_works()) if with_editor else works).encode()}
    return {}


def licences_text(root: Path) -> str:
    """The page of licences of the project at `root`. Raises OSError."""
    runtime = read_lock(root / RUNTIME_LOCK)
    development = [each for each in read_lock(root / DEVELOPMENT_LOCK) if each not in runtime]
    works = bundled_works(root / "site_templates", runtime, bundled_versions())
    return licences_page(runtime, development, (*works, *editor_works()))
