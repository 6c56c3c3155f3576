"""Work done side by side by processes that are split off once everything is read, and so begin with all of it in their memory.

Nothing is sent to them but numbers, and nothing comes back but what they found or made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from generator.processes import can_split, forked_pool

T = TypeVar("T")

MANY = 5_000
"""So many figures are worth processes: looking through them alone takes half a second."""
MANY_FILES = 24
"""So many files to be made are."""

_work: list[Callable[[int], Any]] = []
"""What the processes of this one do, by which number."""


def side_by_side(
    do: Callable[[int], T], count: int, *, worth_it: bool, processes: int | None = None, together: int = 1
) -> Iterator[T]:
    """What `do` returns for the numbers below `count`, in their order; by all processors where that is worth their start.

    `together` are handed out at a time: enough that handing out costs nothing, few enough that nobody waits for the last share. Alone as
    well where this process has threads: a lock that one of them holds would be held for ever in what is split off. Raises what `do` raises, and
    BrokenExecutor.
    """
    processes = min(processes or os.cpu_count() or 1, count)
    if not worth_it or processes < 2 or not can_split():  # noqa: PLR2004 - alone
        yield from map(do, range(count))
        return
    _work.append(do)
    try:
        pool = forked_pool(processes)
        try:
            shares = [range(first, min(first + together, count)) for first in range(0, count, together)]
            for done in pool.map(_share, shares):
                yield from done
        finally:
            # Whatever they are doing: when this is left early, nobody waits for it.
            pool.end()
    finally:
        _work.pop()


def _share(numbers: Sequence[int]) -> list[Any]:
    do = _work[-1]
    return [do(number) for number in numbers]
