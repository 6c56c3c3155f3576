"""The audit: contradictions that the source documents hold, found from declared facts and published beside the figures.

In: the dataset. Out: findings in the order of reports and places. Changes no figure and stops no build.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache

from generator.audit import checks
from generator.audit.acknowledgements import UNMATCHED, acknowledge
from generator.audit.check import Check, is_complete
from generator.audit.finding import Finding, arithmetic
from generator.dataset.dataset import Dataset
from generator.problems import KINDS, ProblemKind
from generator.recall.questions import question

__all__ = ["Check", "Finding", "all_checks", "all_kinds", "arithmetic", "audit"]


@lru_cache
def all_checks() -> tuple[Check, ...]:
    """Every check, in the order of their codes."""
    found: dict[str, Check] = {}
    for module_info in pkgutil.iter_modules(checks.__path__):
        module = importlib.import_module(f"{checks.__name__}.{module_info.name}")
        for each in vars(module).values():
            if is_complete(each) and each.__module__ == module.__name__:
                found[each.kind.code] = each()
    return tuple(found[code] for code in sorted(found))


def all_kinds() -> tuple[ProblemKind, ...]:
    """Every kind of problem that anybody may be told of: those of the checks before a build, then those of the audit."""
    return (*KINDS.values(), UNMATCHED, *(each.kind for each in all_checks()))


@question
def audit(dataset: Dataset) -> tuple[Finding, ...]:
    """What all checks find, in the order of files and lines."""
    found = [finding for check in all_checks() for finding in check.find(dataset)]
    known = acknowledge(found, dataset.catalogue)
    return tuple(sorted(known, key=lambda each: (each.problem.place, each.code)))
