"""The audit: contradictions that the source documents hold, found from declared facts and published beside the figures.

In: the dataset. Out: findings in the order of reports and places. Changes no figure and stops no build.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import lru_cache

from generator.audit import checks
from generator.audit.acknowledgements import UNMATCHED, acknowledge
from generator.audit.check import Check, is_complete
from generator.audit.facts import facts
from generator.audit.finding import Finding, arithmetic
from generator.check.looking import look
from generator.dataset.dataset import Dataset
from generator.model.form import BreakdownKey
from generator.model.observation import Observation, Source
from generator.model.place import Place
from generator.model.portions import Portion, Scope, portions_of, shared_by_reports
from generator.problems import KINDS, ProblemKind
from generator.recall.questions import question
from generator.shares import MANY, side_by_side

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
    """What all checks find: by file, then in the order of figures, whatever the order in which a file gives them. What is known of a portion is not looked for again."""
    catalogue, known = dataset.catalogue, dataset.known
    of_portions = [each for each in all_checks() if each.looks_at is Scope.PORTION]
    of_tree = [each for each in all_checks() if each.looks_at is Scope.TREE]
    many = len(catalogue.observations) >= MANY
    facts(dataset)  # Gathered once, before processes are split off.
    shares = side_by_side(lambda number: tuple(of_tree[number].find(dataset)), len(of_tree), worth_it=many)
    everywhere = [finding for found in shares for finding in found]

    def find(portion: Portion) -> tuple[Finding, ...]:
        alone = Dataset.of(portion.catalogue)
        return tuple(finding for each in of_portions for finding in each.find(alone))

    shared = known.one("shared by reports", shared_by_reports(catalogue))
    in_portions = look("audit", list(portions_of(catalogue, shared)), find, known, worth_it=many)
    reviewed = acknowledge([*everywhere, *in_portions], catalogue)
    order = {_name(figure): number for number, figure in enumerate(catalogue.observations)}
    return tuple(sorted(reviewed, key=lambda each: _rank(each, order)))


def _name(figure: Observation) -> tuple[Source, BreakdownKey]:
    """What a figure is known by; what another process found holds copies."""
    return figure.source, figure.breakdown


def _rank(
    finding: Finding, order: Mapping[tuple[Source, BreakdownKey], int]
) -> tuple[str, int, str, tuple[int, ...], Place]:
    """Where a finding stands among the others: what is of no figure, of the document itself, comes first."""
    place = finding.problem.place
    figures = tuple(order.get(_name(each), -1) for each in finding.figures)
    return place.file, min(figures, default=-1), finding.code, figures, place
