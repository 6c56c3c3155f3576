"""Whether vl-convert has threads in this process: from its first picture on it has, and then the process must not be split.

What is split off such a process waits for ever for threads that did not come along.
"""

from __future__ import annotations

from functools import cache


@cache
def begin_threads() -> None:
    """Remember that vl-convert is put to work here."""


def has_threads() -> bool:
    """Whether it was."""
    return begin_threads.cache_info().currsize > 0
