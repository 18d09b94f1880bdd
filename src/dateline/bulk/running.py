"""A run: what is left to do, handed to an engine; then the report over all that is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from dateline._version import __version__
from dateline.bulk.account import Report, report
from dateline.bulk.outcomes import SCHEMA_VERSION
from dateline.bulk.parts import parts_of
from dateline.bulk.repeats import tell_repeats
from dateline.bulk.store import BOOKS, Store
from dateline.bulk.writing import By, accounts, undo_moves
from dateline.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dateline.bulk.working import Work
    from dateline.sources import WarcRange

_MANIFEST = f"{BOOKS}/manifest.json"
_REPORT = f"{BOOKS}/report.json"


class Task(Protocol):
    """What a worker does at a time; it pickles."""

    @property
    def name(self) -> str:
        """What people call it."""
        ...


T = TypeVar("T", bound=Task)


class Engine(Protocol):
    """Runs work on tasks, on as many workers as it has; one whose worker dies is tried again. Gives what the work gives, as it does."""

    def __call__(self, work: Callable[[T], str], tasks: list[T]) -> Iterator[str]:
        """Raises what the work raises, or `SourceError` for it, and that for a task whose worker died every time."""
        ...


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for all of an output. `parts` are the accounts of what is done, by file name beside it."""

    form: int
    by: By
    reader: str


def run(
    work: Work,
    files: Iterable[str],
    ranges: Iterable[WarcRange] = (),
    *,
    engine: Engine,
    advance: Callable[[int, int], None] = lambda _done, _of: None,
) -> Report:
    """Read everything into the output, but for what is there already, and write the report.

    `advance` is told how many parts of how many are done. Raises `SourceError` when the output is of another kind, or its store
    fails; what was done by then stays, and the same call goes on from there.
    """
    store = Store(work.out)
    _agree(store, Manifest(form=SCHEMA_VERSION, by=work.by, reader=__version__))
    undo_moves(store)
    store.remove_staged()
    done = {name for account in accounts(store) for name in (account.part, *account.places)}
    parts = list(parts_of(files, ranges, done=done))
    try:
        for number, _ in enumerate(engine(work, parts) if parts else (), 1):
            advance(number, len(parts))
        tell_repeats(work.out, engine=engine)
    finally:
        whole = report(accounts(store))
        store.write(_REPORT, msgspec.json.format(msgspec.json.encode(whole), indent=1))
    store.remove_staged()
    return whole


def _agree(store: Store, manifest: Manifest) -> None:
    """One output is of one form, read by one reader."""
    data = store.read(_MANIFEST)
    if data is None:
        store.write(_MANIFEST, msgspec.json.encode(manifest))
        return
    try:
        found = msgspec.json.decode(data, type=Manifest)
    except msgspec.MsgspecError as error:
        raise SourceError(f"its manifest is damaged ({error}); give another folder", subject=store.place) from error
    if found != manifest:
        raise SourceError(
            f"it was written by Dateline {found.reader}, by {found.by}, form {found.form}, and this is {manifest.reader}, "
            f"by {manifest.by}, form {manifest.form}; give another folder",
            subject=store.place,
        )
