"""Work done side by side: by processes that are split off once everything is read, and so begin with all of it in their memory.

Nothing is sent to them but numbers, and nothing comes back but what they made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from generator.processes import can_split, end_pool, forked_pool

T = TypeVar("T")

_AT_ONCE = 12
"""So many pages are a share: enough that handing out costs nothing, few enough that nobody waits for the last one."""
_FEWEST = 24
"""For fewer things no process is worth starting."""

_work: list[Callable[[int], Any]] = []
"""What the processes of this one do, by which number."""


def in_shares(make: Callable[[int], T], count: int, processes: int, *, together: int = _AT_ONCE) -> Iterator[T]:
    """What `make` returns for the numbers below `count`, in their order. Raises what it raises, and BrokenExecutor."""
    if count < _FEWEST or processes < 2 or not can_split():  # noqa: PLR2004 - alone
        for number in range(count):
            yield make(number)
        return
    _work.append(make)
    try:
        pool = forked_pool(processes)
        try:
            shares = [range(first, min(first + together, count)) for first in range(0, count, together)]
            for done in pool.map(_share, shares):
                yield from done
        finally:
            # Whatever they are making: when this is left early, nobody waits for it.
            end_pool(pool)
    finally:
        _work.pop()


def _share(numbers: Sequence[int]) -> list[Any]:
    make = _work[-1]
    return [make(number) for number in numbers]
