"""Checks: each module here looks for one kind of mistake in the catalogue and yields problems.

A check is a function `check(catalogue)` in a module of its own; adding the file is all it takes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable

from generator.model.catalogue import Catalogue
from generator.problems import Problem


def run_checks(catalogue: Catalogue) -> tuple[Problem, ...]:
    """The problems that all checks find, in the order of the files and lines they concern."""
    found: list[Problem] = []
    for module_info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{__name__}.{module_info.name}")
        if hasattr(module, "check"):
            problems: Iterable[Problem] = module.check(catalogue)
            found += (problem for problem in problems if not _follows(problem, catalogue))
    return tuple(sorted(found, key=lambda problem: problem.place))


def _follows(problem: Problem, catalogue: Catalogue) -> bool:
    """Whether a problem only follows from an entry or file that could not be read, which has been told already."""
    unknown = problem.code.startswith("unknown-")
    return unknown and (problem.code in catalogue.unread or problem.words.get("id") in catalogue.unread)
