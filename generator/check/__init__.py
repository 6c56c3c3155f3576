"""Checks: each module here looks for one kind of mistake in the catalogue and yields problems.

A check is a function `check(catalogue)` in a module of its own; adding the file is all it takes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable

from generator.model.catalogue import Catalogue
from generator.problems import Problem
from generator.shares import MANY, side_by_side


def run_checks(catalogue: Catalogue) -> tuple[Problem, ...]:
    """The problems that all checks find, in the order of the files and lines they concern."""
    checks = _all_checks()
    many = len(catalogue.observations) >= MANY
    shares = side_by_side(lambda number: tuple(checks[number](catalogue)), len(checks), worth_it=many)
    found = [problem for problems in shares for problem in problems if not _follows(problem, catalogue)]
    return tuple(sorted(found, key=lambda problem: problem.place))


def _all_checks() -> tuple[Callable[[Catalogue], Iterable[Problem]], ...]:
    """The check of each module that has one, in the order of their names."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(module.check for module in modules if hasattr(module, "check"))


def _follows(problem: Problem, catalogue: Catalogue) -> bool:
    """Whether a problem only follows from an entry or file that could not be read, which has been told already."""
    unknown = problem.code.startswith("unknown-")
    return unknown and (problem.code in catalogue.unread or problem.words.get("id") in catalogue.unread)
