"""Checks: each module here looks for one kind of mistake in the catalogue and yields problems.

A check is a function `check(catalogue)` in a module of its own; adding the file is all it takes. With `LOOKS_AT = Scope.PORTION` it is given one report after
another with nothing of the others, and all that belongs to no report: then it looks again only at what was edited.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

from generator.check.looking import look
from generator.model.catalogue import Catalogue
from generator.model.portions import Portion, Scope, portions_of, shared_by_reports
from generator.problems import Problem
from generator.recall.known import Known
from generator.shares import MANY, side_by_side


def run_checks(catalogue: Catalogue, known: Known | None = None) -> tuple[Problem, ...]:
    """The problems that all checks find, in the order of the files and lines they concern. What is `known` of a portion is not looked for again."""
    known = known or Known()
    checks = _all_checks()
    of_portions = [each for each in checks if getattr(each, "LOOKS_AT", Scope.TREE) is Scope.PORTION]
    of_tree = [each for each in checks if each not in of_portions]
    many = len(catalogue.observations) >= MANY
    shares = side_by_side(lambda number: tuple(of_tree[number].check(catalogue)), len(of_tree), worth_it=many)
    everywhere = [problem for problems in shares for problem in problems]

    def find(portion: Portion) -> tuple[Problem, ...]:
        return tuple(problem for each in of_portions for problem in each.check(portion.catalogue))

    shared = known.one("shared by reports", shared_by_reports(catalogue))
    in_portions = look("checks", list(portions_of(catalogue, shared)), find, known, worth_it=many)
    found = [each for each in (*everywhere, *in_portions) if not _follows(each, catalogue)]
    return tuple(sorted(found, key=lambda problem: problem.place))


def _all_checks() -> tuple[ModuleType, ...]:
    """The modules that have a check, in the order of their names."""
    names = sorted(info.name for info in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(module for module in modules if hasattr(module, "check"))


def _follows(problem: Problem, catalogue: Catalogue) -> bool:
    """Whether a problem only follows from an entry or file that could not be read, which has been told already."""
    unknown = problem.code.startswith("unknown-")
    return unknown and (problem.code in catalogue.unread or problem.words.get("id") in catalogue.unread)
