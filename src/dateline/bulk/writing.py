"""The rows of one part into Parquet files, partitioned by publish month or outlet; all of them come into place, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

import msgspec

from dateline.bulk.account import Account
from dateline.bulk.outcomes import schema
from dateline.bulk.store import BOOKS, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

By = Literal["month", "outlet"]

# The columns that the names of folders stand for, as Hive writes them, and their value for rows that have none: Hive's own word for
# that breaks readers that guess the column's type, when no row has another.
COLUMN: dict[By, str] = {"month": "publish_month", "outlet": "publisher"}
_NONE = "unknown"
# Rows held until they are worth a row group, in bytes of Arrow; and files that are open at a time.
_HELD = 32 * 1024 * 1024
_OPEN = 64
_MOVING = f"{BOOKS}/moving"
ACCOUNTS = f"{BOOKS}/parts"


class Files:
    """The output of one part in the making."""

    def __init__(self, store: Store, part: str, by: By) -> None:
        self._store = store
        self._part = part
        self._by = by
        self._held: dict[str, list[pa.RecordBatch]] = {}
        self._size = 0
        self._open: dict[str, pa.parquet.ParquetWriter] = {}
        self._staged: dict[str, str] = {}  # where each file lies, by the name that it will have

    def add(self, batch: pa.RecordBatch) -> None:
        """Take rows on; they are written out when there are enough."""
        import pyarrow as pa

        folders = self._folders(batch)
        for folder in dict.fromkeys(folders):
            rows = pa.array([at for at, one in enumerate(folders) if one == folder], pa.int64())
            self._held.setdefault(folder, []).append(batch.take(rows))
        self._size += batch.nbytes
        if self._size >= _HELD:
            self._write()

    def finish(self) -> tuple[str, ...]:
        """Put all files into their places, and give their names. What is being moved is on record, so that it can be undone."""
        self._write()
        for folder in list(self._open):
            self._close(folder)
        names = tuple(self._staged)
        self._store.write(f"{_MOVING}/{self._part}", msgspec.json.encode(names))
        for name, staged in self._staged.items():
            self._store.put(staged, name)
        return names

    def _folders(self, batch: pa.RecordBatch) -> list[str]:
        from pyarrow import compute

        if self._by == "month":
            values = compute.utf8_slice_codeunits(compute.struct_field(batch.column("published"), "local"), 0, 7).to_pylist()
            values = [value if value and len(value) == 7 else None for value in values]
        else:
            values = batch.column("outlet").to_pylist()
        return [f"{COLUMN[self._by]}={quote(value, safe='') if value else _NONE}" for value in values]

    def _write(self) -> None:
        import pyarrow as pa

        for folder, batches in sorted(self._held.items()):
            table = pa.Table.from_batches(batches)
            self._writer(folder).write_table(table, row_group_size=table.num_rows)
        self._held.clear()
        self._size = 0

    def _writer(self, folder: str) -> pa.parquet.ParquetWriter:
        from pyarrow import parquet

        if folder not in self._open:
            if len(self._open) >= _OPEN:
                self._close(next(iter(self._open)))
            number = sum(name.startswith(f"{folder}/") for name in self._staged)
            staged = self._staged[f"{folder}/part-{self._part}-{number}.parquet"] = self._store.staged()
            self._open[folder] = parquet.ParquetWriter(staged, schema(), filesystem=self._store.system, compression="zstd")
        return self._open[folder]

    def _close(self, folder: str) -> None:
        self._open.pop(folder).close()


def settle(store: Store, part: str, account: bytes) -> None:
    """The part is done: its account is what says so, from then on its files stay."""
    store.write(account_name(part), account)
    store.remove(f"{_MOVING}/{part}")


def account_name(part: str) -> str:
    """Where the account of a part lies, which is there when the part is done."""
    return f"{ACCOUNTS}/{part}.json"


def accounts(store: Store) -> Iterator[Account]:
    """The accounts of all parts that are done."""
    for name in store.names(ACCOUNTS, ".json"):
        if (data := store.read(name)) is not None:
            yield msgspec.json.decode(data, type=Account)


def undo_moves(store: Store, part: str | None = None) -> None:
    """Take away files of a part, or of all, that were being moved into place when their worker died."""
    for name in [f"{_MOVING}/{part}"] if part else store.names(_MOVING, ""):
        listed = store.read(name)
        if listed is None:
            continue
        if store.read(account_name(name.rpartition("/")[2])) is None:
            for file in msgspec.json.decode(listed, type=tuple[str, ...]):
                store.remove(file)
        store.remove(name)
