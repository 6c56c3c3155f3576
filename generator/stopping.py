"""What ends a command from outside: Ctrl-C, the system, a terminal that is closed."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

_Handler = Callable[[int, FrameType | None], object] | int | None


class StopError(BaseException):
    """Somebody told the command to end; `number` is that of the signal, SIGINT for Ctrl-C.

    It is no KeyboardInterrupt: what Click makes of one is "Aborted!", and where one passes through `exec` of a text, as
    dataclasses use it, Python remembers it, caught or not, and ends itself by the signal instead of with its exit code.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    @property
    def code(self) -> int:
        """The exit code of a command that was ended so, as shells write it."""
        return 128 + self.number


def stop_at(number: int) -> None:
    """Let a signal end the command, though it was started deaf to it. Raises StopError in the main thread, later."""
    signal.signal(number, _stop)


@contextmanager
def stopping() -> Iterator[None]:
    """Let Ctrl-C, and the signals by which systems and closed terminals end a command, end it with everything put away.

    Raises StopError inside.
    """
    before: dict[signal.Signals, _Handler] = {}
    if threading.current_thread() is threading.main_thread():
        # Who started the command deaf to a signal (nohup) meant it.
        usual = {
            signal.SIGINT: signal.default_int_handler,
            signal.SIGTERM: signal.SIG_DFL,
            signal.SIGHUP: signal.SIG_DFL,
        }
        before = {each: handler for each, handler in usual.items() if signal.getsignal(each) is handler}
    for each in before:
        stop_at(each)
    try:
        yield
    finally:
        for each, handler in before.items():
            if signal.getsignal(each) is _stop:
                signal.signal(each, handler)


def end_at_once() -> None:
    """Let a further signal end the process without a word: it is at its end, and whoever sends one does not want to wait."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise StopError(number)
