"""Facts that many pages ask for, each worked out once a dataset, and noted where somebody asks while something is made.

A question is a function of the dataset and of what it is about. What it reads to find the answer is nobody else's concern: whoever asked
has read the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

D = TypeVar("D", bound="Answering")
P = ParamSpec("P")
T = TypeVar("T")


class Answering(Protocol):
    """What questions are put to."""

    def ask(self, name: str, answer: Callable[..., T], about: tuple[Hashable, ...]) -> T:
        """The answer, worked out once."""
        ...


QUESTIONS: dict[str, Callable[..., Any]] = {}
"""Every question, by its name: `generator.dataset.verdicts.judgements_of`."""


def question(function: Callable[Concatenate[D, P], T]) -> Callable[Concatenate[D, P], T]:
    """Make a function of a dataset a question: answered once for the same arguments, which must be hashable."""
    name = f"{function.__module__}.{function.__qualname__}"
    QUESTIONS[name] = function

    @wraps(function)
    def asked(dataset: D, *about: P.args, **_named: P.kwargs) -> T:
        return dataset.ask(name, function, about)

    return cast("Callable[Concatenate[D, P], T]", asked)
