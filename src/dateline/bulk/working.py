"""What a worker does with a part, whatever engine it runs on: source, kernel, files, account.

A part that was begun and has no account is one whose worker died. It is read again with what it holds taken in one process and its pages
read in another, so that the page that did it, or the file that did it before giving a page, is told by its name, and all else is read.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import msgspec

from dateline.bulk.account import Account
from dateline.bulk.apart import taken_apart
from dateline.bulk.captures import to_batches
from dateline.bulk.kernel import Kernel
from dateline.bulk.repeats import Keys
from dateline.bulk.store import BOOKS, Store
from dateline.bulk.writing import By, Files, account_name, settle, undo_moves

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.bulk.parts import Part

_BEGUN = f"{BOOKS}/begun"


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What all parts of a run have in common: where the output goes, how it is partitioned, how captures are read."""

    out: str
    by: By = "month"
    kernel: Kernel = Kernel()

    def __call__(self, part: Part, *, clock: Callable[[], float] = time.monotonic) -> str:
        """Read a part into the output, unless that is done; gives its id. Errors of the store are raised, and nothing of it stays."""
        store = Store(self.out)
        if store.read(account_name(part.id)) is not None:
            return part.id
        begun = f"{_BEGUN}/{part.id}"
        died = store.read(begun) is not None
        undo_moves(store, part.id)
        store.write(begun, b"")
        try:
            account = self._read(store, part, died, clock)
        except BaseException as error:  # it did not die: the next try is as this one
            store.remove(begun)
            if isinstance(error, OSError):
                raise store.error(error, part.id) from error
            raise
        settle(store, part.id, msgspec.json.encode(account))
        store.remove(begun)
        return part.id

    def _read(self, store: Store, part: Part, apart: bool, clock: Callable[[], float]) -> Account:
        kernel = msgspec.structs.replace(self.kernel, isolated=apart, ends_process=not apart)
        account = Account(part=part.id, start=part.start, places=part.files, apart=apart)
        files = Files(store, part.id, self.by)
        keys = Keys()
        start = clock()
        writing = 0.0
        given = part.given(max_bytes=kernel.max_bytes)
        if apart:
            given = taken_apart(part, max_bytes=kernel.max_bytes, patience=kernel.patience)
        captures = to_batches(given)
        for batch in kernel.records(captures, clock=clock, timed=account.timed):
            before = clock()
            account.count(batch)
            files.add(batch)
            keys.add(batch)
            writing += clock() - before
        before = clock()
        keys.write(store, part.id)
        account.files = files.finish()
        end = clock()
        account.seconds["writing"] = writing + end - before
        account.seconds["taking"] = end - start - account.seconds["writing"] - account.seconds.get("reading", 0.0)
        return account
