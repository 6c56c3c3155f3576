"""Work done side by side by processes that are split off once everything is read, and so begin with all of it in their memory.

Nothing is sent to them but numbers, and nothing comes back but what they found.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from generator.processes import can_split, forked_pool

T = TypeVar("T")

MANY = 5_000
"""So many figures are worth processes: looking through them alone takes half a second."""

_work: list[Callable[[int], Any]] = []
"""What the processes of this one do, by which number."""


def side_by_side(do: Callable[[int], T], count: int, *, worth_it: bool) -> Iterator[T]:
    """What `do` returns for the numbers below `count`, in their order; by all processors where that is worth their start.

    Alone as well where this process has threads: a lock that one of them holds would be held for ever in what is split off. Raises what
    `do` raises, and BrokenExecutor.
    """
    processes = min(os.cpu_count() or 1, count)
    if not worth_it or processes == 1 or not can_split():
        yield from map(do, range(count))
        return
    _work.append(do)
    try:
        with forked_pool(processes) as pool:
            yield from pool.map(_do, range(count))
    finally:
        _work.pop()


def _do(number: int) -> Any:
    return _work[-1](number)
