"""A bound on the time that one document takes, from within the process that reads it."""

from __future__ import annotations

import faulthandler
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

P = ParamSpec("P")
T = TypeVar("T")

# Python code is interrupted at the deadline. C code hears of nothing, and is given up to twice as long and so many seconds more.
_GRACE = 5.0


class OvertimeError(BaseException):
    """The deadline has passed. No `Exception`, so that nothing on the way takes it for a fault of the page."""


class Watch:
    """Calls functions that may not take more than `deadline` seconds.

    In a main thread what runs longer is interrupted. With `ends_process` what cannot be interrupted ends the process, which is for
    workers that somebody starts anew; `rest` has to be called before anything else than such calls that may take long. In other
    threads there is no signal, and nothing is interrupted.
    """

    def __init__(self, deadline: float, *, ends_process: bool = False) -> None:
        self._deadline = deadline
        self._ends_process = ends_process
        self._signals = threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer")
        self._armed = False
        self._guarded_at: float | None = None

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the function returns; raises `OvertimeError` when it took too long."""
        self._guard()
        if not self._signals:
            return function(*args, **kwargs)
        before = signal.signal(signal.SIGALRM, self._ring)
        try:
            self._armed = True
            signal.setitimer(signal.ITIMER_REAL, self._deadline)
            try:
                return function(*args, **kwargs)
            finally:
                self._armed = False
        finally:  # the alarm rings once at the most, so nothing comes between here
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    def rest(self) -> None:
        """No call is coming soon."""
        if self._ends_process:
            faulthandler.cancel_dump_traceback_later()
            self._guarded_at = None

    def wait(self, patience: float) -> None:
        """What comes until `rest`, or the next call, may take this long, in seconds; nothing but the end of the process interrupts it."""
        self.rest()
        if self._ends_process:
            self._end_after(patience + _GRACE)

    def _guard(self) -> None:
        """A guard is a thread of C's; starting one for each call would cost more than most calls do."""
        now = time.monotonic()
        if self._ends_process and (self._guarded_at is None or now - self._guarded_at > self._deadline):
            self._end_after(2 * self._deadline + _GRACE)
            self._guarded_at = now

    @staticmethod
    def _end_after(seconds: float) -> None:
        faulthandler.dump_traceback_later(seconds, exit=True, file=sys.__stderr__ or sys.stderr)

    def _ring(self, _signal: int, _frame: FrameType | None) -> None:
        if self._armed:
            self._armed = False
            raise OvertimeError
