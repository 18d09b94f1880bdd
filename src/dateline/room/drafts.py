"""Pages that were read and shown but not kept yet: held in memory for a while, so that what is kept is what was seen."""

from __future__ import annotations

import secrets
import threading
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline import Capture, Reading

# Somebody who looks at a record decides within the hour; a room on a laptop can spare so much for all of them.
_SECONDS = 3600.0
_MOST = 64
_MOST_BYTES = 128 * 1024 * 1024


class Draft(NamedTuple):
    """A capture and what was read from it."""

    capture: Capture
    reading: Reading


class Drafts:
    """Drafts by a name that cannot be guessed. The oldest give way when there are too many or they are too large."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._held: dict[str, tuple[float, Draft]] = {}

    def put(self, draft: Draft) -> str:
        """Hold a draft; the name to ask for it by."""
        name = secrets.token_urlsafe(16)
        with self._lock:
            self._held[name] = (self._clock(), draft)
            self._clear()
        return name

    def get(self, name: str) -> Draft | None:
        """The draft of that name; None when it is not held, or no longer."""
        with self._lock:
            self._clear()
            held = self._held.get(name)
        return held[1] if held else None

    def drop(self, name: str) -> None:
        """Hold a draft no longer."""
        with self._lock:
            self._held.pop(name, None)

    def _clear(self) -> None:
        now = self._clock()
        for name, (since, _) in [*self._held.items()]:
            if now - since > _SECONDS or len(self._held) > _MOST or (self._size() > _MOST_BYTES and len(self._held) > 1):
                del self._held[name]

    def _size(self) -> int:
        return sum(len(draft.capture.content) for _, draft in self._held.values())
