"""Answers that are dear to compute, kept for a while: counts over very many articles."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")

# What costs less processor time than this is computed anew each time, and so is never out of date.
_CHEAP = 0.02
# An answer is kept for so many times the time it cost, a minute at most: computing it again takes a hundredth of the room's time.
_TIMES, _LONGEST = 100.0, 60.0
_MOST = 256


class Memory:
    """Keeps dear answers by a key, for as long as they are worth; the least lately asked for go first when there are too many."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, cost: Callable[[], float] = time.thread_time) -> None:
        self._clock = clock
        self._cost = cost
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[float, object]] = OrderedDict()

    def of(self, key: Hashable, compute: Callable[[], T]) -> T:
        """The answer of that key, computed if it is not kept; all answers of a key are of one type."""
        with self._lock:
            until, answer = self._kept.get(key, (0.0, None))
            if until > self._clock():
                self._kept.move_to_end(key)
                return answer  # type: ignore[return-value] # what was computed for this key
        begun = self._cost()
        computed = compute()
        cost = self._cost() - begun
        with self._lock:
            self._kept.pop(key, None)
            if cost > _CHEAP:
                self._kept[key] = self._clock() + min(_LONGEST, cost * _TIMES), computed
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return computed
