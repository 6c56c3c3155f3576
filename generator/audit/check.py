"""The base of every check of the audit: declares its kind of problem, so that messages, `explain` and the docs know it."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, TypeGuard

from generator.audit.finding import Finding
from generator.dataset.dataset import Dataset
from generator.model.portions import Scope
from generator.problems import ProblemKind, declare


class Check(ABC):
    """One kind of contradiction, or of what is worth a look, and how it is found. A subclass lives in a file of its own under `generator/audit/checks/`."""

    kind: ClassVar[ProblemKind]
    looks_at: ClassVar[Scope] = Scope.TREE
    """With Scope.PORTION it is given datasets of one report each, and so looks again only at reports that were edited."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "kind" in cls.__dict__:
            declare(cls.kind)

    @abstractmethod
    def find(self, dataset: Dataset) -> Iterator[Finding]:
        """What the check finds in all reports. Never raises for data that the other checks already tell of."""


def is_complete(kind: object) -> TypeGuard[type[Check]]:
    """Whether something is the class of a check that can run, not a base of several."""
    return isinstance(kind, type) and issubclass(kind, Check) and not inspect.isabstract(kind)
