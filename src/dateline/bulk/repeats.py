"""Captures that several parts of an output hold: all but the first are told as duplicates, once all parts are read.

Within a part the kernel passes them over while it reads. Across parts no worker knows of the others, so each leaves the keys of what it
read (address and bytes, hashed) beside its account. When a run is done, the keys are compared, by numbers alone and in buckets where they
are many, and the files that hold a duplicate are written anew, each whole, with its record taken out. The result depends on what
the output holds, not on the engine, the order of work, or how many runs it took: the first is that of the part whose place comes first.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from dateline.bulk.account import Account
from dateline.bulk.outcomes import batch, repeated, schema
from dateline.bulk.store import BOOKS, Store, write_table
from dateline.bulk.writing import account_name, accounts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from dateline.bulk.running import Engine, T

_KEYS = f"{BOOKS}/keys"
_FOUND = f"{BOOKS}/repeats"
# What was compared last: the ids of the parts, hashed.
_COMPARED = f"{BOOKS}/compared"
# Keys that one process compares at a time, some 100 bytes of memory each; up to so many are compared where the run is led from.
_OF_A_BUCKET = 4_000_000
# Rows of a key file that are read, or left, together.
_GROUP_ROWS = 65_536
_PLACES = ("part", "number", "first_part", "first_number")


class Keys:
    """The keys of one part in the making. Failed captures have none: what could not be read here may be read elsewhere."""

    def __init__(self) -> None:
        self._origins: list[str] = []
        self._keys: list[bytes] = []

    def add(self, rows: pa.RecordBatch) -> None:
        """Take on the rows that have a record."""
        from hashlib import blake2b

        columns = (rows.column(name).to_pylist() for name in ("outcome", "origin", "url", "capture"))
        for outcome, origin, url, capture in zip(*columns, strict=True):
            if outcome in ("read", "not an article"):
                self._origins.append(origin)
                self._keys.append(blake2b(f"{url or ''}\0{capture}".encode(), digest_size=16).digest())

    def write(self, store: Store, part: str) -> None:
        """Leave them in the store, sorted, so that a bucket is some row groups of the file."""
        import numpy as np
        import pyarrow as pa

        halves = np.frombuffer(b"".join(self._keys), "<u8").reshape(-1, 2)
        columns = [halves[:, 0], halves[:, 1], np.arange(len(halves)), pa.array(self._origins, pa.string())]
        table = pa.table(columns, names=["high", "low", "number", "origin"])
        write_table(store, f"{_KEYS}/{part}.parquet", table.sort_by("high"), row_group_size=_GROUP_ROWS)


class Bucket(msgspec.Struct, frozen=True):
    """Keys whose first half lies between two numbers, both included."""

    number: int
    least: int
    most: int

    @property
    def name(self) -> str:
        """What people call it."""
        return f"bucket {self.number}"


class Comparing(msgspec.Struct, frozen=True):
    """Finds the captures of a bucket that are there again; `parts` are the ids of all, in the order in which the first counts."""

    out: str
    parts: tuple[str, ...]

    def __call__(self, bucket: Bucket) -> str:
        """Write them to `_FOUND`: the number of the part and in it, of each and of the first like it."""
        import numpy as np
        import pyarrow as pa
        from pyarrow import compute, parquet

        store = Store(self.out)
        least, most = (pa.scalar(one, pa.uint64()) for one in (bucket.least, bucket.most))
        wanted = (compute.field("high") >= least) & (compute.field("high") <= most)
        pieces: list[NDArray[np.uint64]] = [np.empty((0, 4), np.uint64)]
        for number, part in enumerate(self.parts):
            path = store.path(f"{_KEYS}/{part}.parquet")
            table = parquet.read_table(path, filesystem=store.system, columns=["high", "low", "number"], filters=wanted)
            high, low, place = (table.column(name).to_numpy().astype(np.uint64) for name in table.column_names)
            pieces.append(np.column_stack([high, low, np.full(len(high), number, np.uint64), place]))
        rows = np.concatenate(pieces)
        rows = rows[np.lexsort(rows.T[::-1])]
        again = np.concatenate([[False], (rows[1:, :2] == rows[:-1, :2]).all(axis=1)]) if len(rows) else np.empty(0, bool)
        first = np.maximum.accumulate(np.where(again, 0, np.arange(len(rows))))
        found = np.column_stack([rows[again, 2:], rows[first[again], 2:]]).astype(np.int64)
        if len(found):
            write_table(store, f"{_FOUND}/{bucket.number}.parquet", pa.table(dict(zip(_PLACES, found.T, strict=True))))
        return bucket.name


class Repeats(msgspec.Struct, frozen=True):
    """A part that has captures of other parts."""

    number: int
    name: str


class Telling(msgspec.Struct, frozen=True):
    """Writes the files of a part anew that hold duplicates, and then its account; done twice, it changes nothing more."""

    out: str
    parts: tuple[str, ...]

    def __call__(self, repeats: Repeats) -> str:
        """See the class."""
        store = Store(self.out)
        account = msgspec.json.decode(store.read(account_name(repeats.name)) or b"", type=Account)
        first_of = self._first_of(store, repeats.number)
        counted = msgspec.structs.replace(account, captures=0, outcomes={}, outlets={}, languages={})
        for name in account.files:
            rows = _columns(store, name, ["outcome", "origin", "duplicate_of", "outlet", "language"])
            if any(first and (outcome, first) != ("duplicate", told) for outcome, told, first in _firsts(rows, first_of)):
                _rewrite(store, name, first_of)
                rows = _columns(store, name, ["outcome", "outlet", "language"])
            for each in rows.to_batches():
                counted.count(each)
        store.write(account_name(repeats.name), msgspec.json.encode(counted))
        return repeats.name

    def _first_of(self, store: Store, number: int) -> dict[str, str]:
        """The origin of the first capture, by the origin of each like it in this part."""
        from pyarrow import compute

        found = _found(store)
        rows = found.filter(compute.equal(found.column("part"), number)).to_pylist()
        origins: dict[int, dict[int, str]] = {}
        for part in {number, *(row["first_part"] for row in rows)}:
            columns = _columns(store, f"{_KEYS}/{self.parts[part]}.parquet", ["number", "origin"]).columns
            origins[part] = dict(zip(*(column.to_pylist() for column in columns), strict=True))
        return {origins[number][row["number"]]: origins[row["first_part"]][row["first_number"]] for row in rows}


def tell_repeats(out: str, *, engine: Engine) -> None:
    """Tell the duplicates across the parts of an output, unless that was done for these parts. Raises `SourceError` when the store fails."""
    from hashlib import sha256

    store = Store(out)
    keyed = {name.rpartition("/")[2].removesuffix(".parquet") for name in store.names(_KEYS, ".parquet")}
    done = [one for one in accounts(store) if one.part in keyed]
    parts = tuple(one.part for one in sorted(done, key=lambda one: (one.start, one.part)))
    state = sha256("\n".join(parts).encode()).hexdigest().encode()
    if store.read(_COMPARED) == state:
        return
    store.remove_folder(_FOUND)
    _each(engine, Comparing(out, parts), buckets(sum(one.captures for one in done)))
    concerned = sorted(set(_found(store).column("part").to_pylist()))
    _each(engine, Telling(out, parts), [Repeats(number, parts[number]) for number in concerned])
    store.remove_folder(_FOUND)
    store.write(_COMPARED, state)


def buckets(captures: int, of_each: int = _OF_A_BUCKET) -> list[Bucket]:
    """The keys of so many captures, cut into pieces of much the same size."""
    count = -(-captures // of_each) or 1
    edges = [number * 2**64 // count for number in range(count + 1)]
    return [Bucket(number, least, end - 1) for number, (least, end) in enumerate(pairwise(edges))]


def _each(engine: Engine, work: Callable[[T], str], tasks: list[T]) -> None:
    """One task is done here: to start workers would take longer."""
    for _ in engine(work, tasks) if len(tasks) > 1 else map(work, tasks):
        pass


def _columns(store: Store, name: str, columns: list[str]) -> pa.Table:
    from pyarrow import parquet

    with parquet.ParquetFile(store.path(name), filesystem=store.system) as file:
        return file.read(columns)


def _found(store: Store) -> pa.Table:
    import pyarrow as pa

    names = store.names(_FOUND, ".parquet")
    if not names:
        return pa.table({name: pa.array([], pa.int64()) for name in _PLACES})
    return pa.concat_tables(_columns(store, name, [*_PLACES]) for name in names)


def _firsts(rows: pa.Table | pa.RecordBatch, first_of: dict[str, str]) -> Iterator[tuple[str, str | None, str | None]]:
    """Of each row the outcome, what it is told to be a duplicate of, and what it is one of by now."""
    columns = (rows.column(name).to_pylist() for name in ("outcome", "origin", "duplicate_of"))
    for outcome, origin, told in zip(*columns, strict=True):
        yield outcome, told, first_of.get(origin) or first_of.get(told)


def _rewrite(store: Store, name: str, first_of: dict[str, str]) -> None:
    """Put a file in place of itself that tells the duplicates; a row group at a time is in memory."""
    import pyarrow as pa
    from pyarrow import parquet

    staged = store.staged()
    with (
        parquet.ParquetFile(store.path(name), filesystem=store.system) as file,
        parquet.ParquetWriter(staged, schema(), filesystem=store.system, compression="zstd") as writer,
    ):
        for number in range(file.num_row_groups):
            group = file.read_row_group(number)
            firsts = [first for _, _, first in _firsts(group, first_of)]
            kept = group.filter(pa.array([first is None for first in firsts]))
            names = ["origin", "url", "capture", "captured_at", "robots", "tdm_reservation", "tdm_policy"]
            again = group.select(names).filter(pa.array([first is not None for first in firsts])).to_pylist()
            rows = batch([repeated(row, first) for row, first in zip(again, filter(None, firsts), strict=True)])
            writer.write_table(pa.concat_tables([kept.cast(schema()), pa.Table.from_batches([rows])]), row_group_size=len(group))
    store.put(staged, name)
