"""The folder that a run writes to: the same on a disk and in a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

import pyarrow as pa
import pytest
from pyarrow import parquet

from dateline.bulk import Local
from dateline.bulk.store import Store, data_files, write_table
from dateline.bulk.working import Work
from dateline.bulk.writing import account_name, settle, undo_moves
from dateline.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["path", "file", "memory", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """A folder: by its path, by pyarrow's address, by an address of fsspec's, in an S3 store."""
    if request.param == "s3":
        return Store(f"{request.getfixturevalue('bucket')}/out")
    if request.param == "memory":
        pytest.importorskip("fsspec")
        return Store(f"memory://dateline-{uuid4().hex}/out")
    return Store(str(tmp_path / "out") if request.param == "path" else f"file://{tmp_path}/out")


def test_files_come_whole(store: Store) -> None:
    """What is written can be read, written over and listed; what is staged is not seen, and what is missing is None."""
    assert store.read("a/b") is None
    assert store.names("", "") == []
    store.write("a/b.json", b"1")
    store.write("a/b.json", b"2")
    store.staged()
    assert store.read("a/b.json") == b"2"
    assert store.names("a", ".json") == ["a/b.json"]
    write_table(store, "_dateline/t.parquet", pa.table({"x": [1]}))
    assert parquet.read_table(store.path("_dateline/t.parquet"), filesystem=store.system).to_pylist() == [{"x": 1}]
    assert data_files(store.names("", "")) == ["a/b.json"]
    store.remove("a/b.json")
    store.remove("a/b.json")
    store.remove_staged()
    assert store.names("a", "") == []


def test_only_moves_that_broke_off_are_undone(store: Store) -> None:
    """Files of a part that has its account stay, whatever else its worker left undone."""
    for part in ("broken", "done"):
        store.write(f"{part}.parquet", b"x")
        store.write(f"_dateline/moving/{part}", f'["{part}.parquet"]'.encode())
    store.write(account_name("done"), b"{}")
    undo_moves(store)
    assert data_files(store.names("", "")) == ["done.parquet"]
    assert store.names("_dateline/moving", "") == []
    settle(store, "later", b"{}")
    assert store.read(account_name("later")) == b"{}"


def test_address_that_nothing_opens_is_told() -> None:
    """An address of an unknown kind is an error that names it."""
    pytest.importorskip("fsspec")
    with pytest.raises(SourceError, match="nosuch://a/b: this address cannot be opened"):
        Store("nosuch://a/b")


class Named(NamedTuple):
    """A task."""

    name: str


def tripping(task: Named) -> str:
    """Work that fails on one task."""
    if task.name == "3":
        raise SourceError("the disk is full", subject=task.name)
    return task.name


def test_fault_of_a_task_ends_the_run() -> None:
    """What the work raises is raised where the results are taken, and nothing hangs, however much was still to do."""
    with pytest.raises(SourceError, match="3: the disk is full"):
        list(Local(2)(tripping, [Named(str(number)) for number in range(200)]))


def test_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """An output within a file is an error that says where."""
    from dateline.bulk import run

    (tmp_path / "file").write_text("x")
    with pytest.raises(SourceError, match="file/out"):
        run(Work(out=str(tmp_path / "file" / "out")), [], engine=Local(1))
