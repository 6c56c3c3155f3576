"""Many warnings of one kind are one line: whoever has 300 of them does not read them one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.problems import Problem, Severity

MANY = 10
"""So many of a kind are told one by one."""
_GROUPED = (Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True)
class Group:
    """More problems of one kind than anybody reads; `files` is in how many files they stand."""

    first: Problem
    count: int
    files: int


def grouped(problems: Sequence[Problem]) -> tuple[tuple[Problem, ...], tuple[Group, ...]]:
    """The problems to be told one by one, in their order, and the groups of the others. Errors and contradictions all count."""
    by_code: dict[str, list[Problem]] = defaultdict(list)
    for each in problems:
        if each.severity in _GROUPED:
            by_code[each.code].append(each)
    many = {code: found for code, found in by_code.items() if len(found) > MANY}
    groups = (Group(found[0], len(found), len({each.place.file for each in found})) for found in many.values())
    return tuple(each for each in problems if each.code not in many), tuple(groups)
