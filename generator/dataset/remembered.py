"""What was found by looking at a dataset, kept for the next state of the same tree while everything that was read reads the same.

For what looks at a text or an entry and asks the dataset a few things about it; what goes through all figures has read everything.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.dataset.dataset import Dataset
from generator.dataset.recorded import RecordedDataset, answer
from generator.recall.known import MadeFrom
from generator.recall.reads import Asked

T = TypeVar("T")


@dataclass(frozen=True)
class _Found(Generic[T]):
    """What was found, and the answers to what was asked on the way."""

    found: T
    answers: dict[Asked, object]


def remembered(dataset: Dataset, name: Hashable, made_from: MadeFrom, find: Callable[[Dataset], T]) -> T:
    """What `find` finds, or found when it was last asked for by this name, `made_from` the same, and was answered the same."""
    known = dataset.known
    last: _Found[T] | None = known.result(name) if known.has(name, made_from) else None
    if last is not None:
        now = {asked: answer(dataset, asked) for asked in last.answers}
        if now == last.answers:
            # Today's answers take the place of those they equal, so that nothing of an older tree is held.
            known.remember(name, made_from, _Found(last.found, now))
            return last.found
    view = RecordedDataset.over(dataset)
    found = find(view)
    known.remember(name, made_from, _Found(found, {asked: answer(dataset, asked) for asked in view.reads.asked}))
    return found
