"""A bound on the time that one document takes, from within the process that reads it."""

from __future__ import annotations

import faulthandler
import signal
import sys
import threading
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

P = ParamSpec("P")
T = TypeVar("T")

# Python code is interrupted at the deadline. C code hears of nothing, and is given twice as long and so many seconds more.
_GRACE = 5.0


class OvertimeError(BaseException):
    """The deadline has passed. No `Exception`, so that nothing on the way takes it for a fault of the page."""


class Watch:
    """Calls functions that may not take more than `deadline` seconds.

    In a main thread what runs longer is interrupted. With `ends_process` what cannot be interrupted ends the process, which is for
    workers that somebody starts anew. In other threads there is no signal, and nothing is interrupted.
    """

    def __init__(self, deadline: float, *, ends_process: bool = False) -> None:
        self._deadline = deadline
        self._ends_process = ends_process
        self._signals = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
        self._armed = False

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function returns; raises `OvertimeError` when it took too long."""
        before = signal.signal(signal.SIGALRM, self._ring) if self._signals else None
        try:
            if self._signals:
                self._armed = True
                signal.setitimer(signal.ITIMER_REAL, self._deadline)
            if self._ends_process:
                faulthandler.dump_traceback_later(2 * self._deadline + _GRACE, exit=True, file=sys.__stderr__ or sys.stderr)
            try:
                return function(*args, **kwargs)
            finally:
                self._armed = False
        finally:  # the alarm rings once at the most, so nothing comes between here
            if self._ends_process:
                faulthandler.cancel_dump_traceback_later()
            if self._signals:
                signal.setitimer(signal.ITIMER_REAL, 0)
                signal.signal(signal.SIGALRM, before)

    def _ring(self, _signal: int, _frame: FrameType | None) -> None:
        if self._armed:
            self._armed = False
            raise OvertimeError
