"""How often Python looks for objects that only hold each other: seldom, because next to nothing that a build makes is of that kind.

By default it looks after every 700 new objects, which was a quarter of the time of reading data: a catalogue is millions of objects that stay.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc

_NEW_OBJECTS = 50_000
_YOUNG, _OLD = 20, 100
"""So many looks at the newest objects before one at older ones, and so many of these before one at all."""


def look_seldom() -> None:
    """Look for garbage seldom in this process. What nobody holds any more is freed at once in any case."""
    gc.set_threshold(_NEW_OBJECTS, _YOUNG, _OLD)


def leave_alone_what_is_there() -> None:
    """Look only at what is made from now on: all that is there now stays, and looking through it once more takes half a second."""
    gc.collect()
    gc.freeze()


def give_back() -> None:
    """Give memory that nothing stands in back to the machine, where the C library can: otherwise it stays with a process that goes on for hours."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
