"""The kernel: a row for every capture that comes in, whatever becomes of it."""

from __future__ import annotations

import io
import threading
import time
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import parquet
from tests.tools.crawl import listing, page
from tests.tools.warcs import PAGE, http, record

from dateline import Article, Capture, exchange, read
from dateline.bulk import Kernel, capture_schema, record_schema
from dateline.bulk.captures import to_batches
from dateline.sources import Unread, read_warc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.sources import Given


def captures(count: int) -> list[Capture]:
    """Captures of articles, each another."""
    made = (page(number) for number in range(count))
    return [Capture(content=body, url=url, media_type="text/html", origin=str(at)) for at, (url, body) in enumerate(made)]


def rows(given: Iterable[Given], kernel: Kernel | None = None, **more: Any) -> list[dict[str, Any]]:
    """The rows that the kernel makes of captures."""
    table = pa.Table.from_batches((kernel or Kernel()).records(to_batches(given), **more), record_schema())
    return list(table.to_pylist())


@pytest.mark.parametrize("isolated", [False, True], ids=["here", "apart"])
def test_every_capture_is_a_row(isolated: bool) -> None:
    """What is read, no article, a duplicate, passed over and failed: each is a row that says so, read here or apart."""
    url, front = listing(3)
    first = captures(1)[0]
    given: list[Given] = [
        first,
        Capture(content=front, url=url, origin="front", headers=(("x-robots-tag", "noai"), ("x-robots-tag", "noindex"), ("tdm-reservation", "1"))),
        Capture(content=first.content, url=first.url, origin="again"),
        Capture(content=first.content, url="https://elsewhere.example/", origin="elsewhere"),
        Unread(origin="gone", url="u", reason="the server answered 404", fault=False),
        Unread(origin="cut", reason="it is damaged"),
        Capture(content=b"x" * 2_000_000, origin="large"),
        Capture(content=b"", origin="empty"),
    ]  # fmt: skip
    found = {row["origin"]: row for row in rows(given, Kernel(isolated=isolated, max_bytes=1_000_000))}
    assert {origin: row["outcome"] for origin, row in found.items()} == {
        "0": "read",
        "front": "not an article",
        "again": "duplicate",
        "elsewhere": "read",
        "gone": "passed over",
        "cut": "failed",
        "large": "failed",
        "empty": "not an article",
    }
    assert (found["front"]["robots"], found["front"]["tdm_reservation"]) == (["noai", "noindex"], "1")
    assert found["again"]["duplicate_of"] == "0"
    assert found["cut"]["reason"] == "it is damaged"
    assert found["large"]["reason"] == "it has 2,000,000 bytes; more than 1,000,000 are not read"
    assert found["gone"]["url"] == "u"
    assert found["again"]["capture"] == first.sha256
    assert found["again"]["uri"] is None


def test_page_cut_by_a_limit_says_so() -> None:
    """A page of 50 MB is read up to the reader's limit, and its row has the reason."""
    (first,) = captures(1)
    large = Capture(content=first.content + b"<p>x</p>" * 6_500_000, url=first.url, origin="large")
    (row,) = rows([large])
    assert row["outcome"] == "read"
    assert row["reason"].startswith("only the first 16,000,000 of 52,")


def test_records_are_those_of_the_parquet_export() -> None:
    """The record's columns are those of the Parquet export: names, types, order and values."""
    exported = exchange.parquet_schema()
    record = [field for field in record_schema() if field.name in exported.names]
    assert [(field.name, field.type) for field in record] == [(field.name, field.type) for field in exported]
    given = captures(20)
    sink = io.BytesIO(b"".join(exchange.FORMATS["parquet"].write(read(capture) for capture in given)))
    names = Article.__struct_fields__
    assert [{name: row[name] for name in names} for row in rows(given)] == parquet.read_table(sink).to_pylist()


def test_columns_of_others_are_understood() -> None:
    """Batches with the columns of a crawler do as well, and rows without an origin are numbered."""
    batch = pa.RecordBatch.from_pydict({"warc_target_uri": ["https://a.example/1", None], "html": [PAGE.decode(), None]})
    made = pa.Table.from_batches(Kernel().records([batch, batch])).to_pylist()
    assert [(row["origin"], row["url"], row["outcome"]) for row in made][:2] == [
        ("row 1", "https://a.example/1", made[0]["outcome"]),
        ("row 2", None, "failed"),
    ]
    assert [row["outcome"] for row in made][2:] == ["duplicate", "failed"]


def test_captures_come_back_from_batches() -> None:
    """A capture is the same after its way through Arrow, headers, times and all; one of no bytes too."""
    from dateline.bulk.captures import from_batch

    given: list[Given] = [Capture(content=b"", url="https://post.example/empty", media_type="text/html", origin="empty")]
    given += list(read_warc(io.BytesIO(record(http(PAGE, "X-A: 1", "X-A: 2")) + record(http(status="404 No"))), name="f"))
    (batch,) = to_batches(given)
    assert batch.schema == capture_schema()
    assert list(from_batch(batch, 1)) == given


def test_deadline_by_the_clock() -> None:
    """A page that took longer by the clock that is passed in is failed, and the times are told."""
    ticks = iter([0.0, 1.0, 1.0, 100.0, 100.0, 101.0])
    times: dict[str, float] = {}
    found = rows(captures(3), clock=lambda: next(ticks), timed=times.__setitem__)
    assert [row["outcome"] for row in found] == ["read", "failed", "read"]
    assert found[1]["reason"] == "reading it took more than 60 seconds"
    assert times == {"0": 1.0, "1": 99.0, "2": 1.0}


def test_what_hangs_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is not done with at its deadline is interrupted, told, and the next one is read; nothing rings later."""

    def hanging(capture: Capture, **given: Any) -> Article:
        if capture.origin == "1":
            while True:
                time.sleep(0.01)
        return read(capture, **given)

    monkeypatch.setattr("dateline.bulk.kernel.read", hanging)
    found = rows(captures(3), Kernel(deadline=1.0))
    assert [row["outcome"] for row in found] == ["read", "failed", "read"]
    assert found[1]["reason"] == "reading it took more than 1 seconds"


def test_it_reads_in_any_thread() -> None:
    """In a thread, where there are no signals, pages are read as well."""
    found: list[dict[str, Any]] = []
    thread = threading.Thread(target=lambda: found.extend(rows(captures(2))))
    thread.start()
    thread.join()
    assert [row["outcome"] for row in found] == ["read", "read"]


def test_fault_of_the_reader_is_a_row(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A page that the reader trips over is failed with the fault, and the next one is read."""

    def tripping(capture: Capture, **given: Any) -> Article:
        if capture.origin == "0":
            raise ZeroDivisionError
        return read(capture, **given)

    monkeypatch.setattr("dateline.bulk.kernel.read", tripping)
    found = rows(captures(2))
    assert [row["outcome"] for row in found] == ["failed", "read"]
    assert "ZeroDivisionError" in found[0]["reason"]
    assert caplog.records


def test_work_is_bounded_in_batches() -> None:
    """The kernel takes a batch at a time from its source, and gives rows out before the source is at its end."""
    taken = 0

    def source() -> Iterable[pa.RecordBatch]:
        nonlocal taken
        for batch in to_batches(captures(64)):
            for _ in range(50):
                taken += 1
                yield batch

    first = next(iter(Kernel().records(source())))
    assert first.num_rows <= 256
    assert taken <= 5


def test_no_engine_is_imported() -> None:
    """The kernel and the local engine load neither Spark nor Ray."""
    import subprocess
    import sys

    script = "import sys, dateline.bulk\nassert not {'pyspark', 'ray', 'pandas'} & {name.split('.')[0] for name in sys.modules}"
    subprocess.run([sys.executable, "-c", script], check=True)
