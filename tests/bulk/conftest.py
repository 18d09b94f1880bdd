"""A small crawl, an output to compare with, and worker processes with a trap in them: pages and records that end or hang them."""

from __future__ import annotations

import os
import textwrap
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from tests.tools.crawl import page, records, write_crawl
from tests.tools.warcs import http, packed, record

from dateline.bulk import Kernel, Local, Work, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES, PAGES = 4, 60
DEADLY, ONCE, HANGING, STUCK = b"<!-- deadly -->", b"<!-- deadly once -->", b"<!-- hanging -->", b"<!-- stuck -->"
DEADLY_RECORD, STUCK_RECORD = b"<!-- deadly record -->", b"<!-- stuck record -->"

# Put before the path of a process, this makes its reader fall for the marks; nothing in the product knows of it.
_TRAP = '''
    """Workers import this when they start (see `site`)."""
    import hashlib, importlib.abc, os, signal, sys, time

    MARKS = (b"<!-- deadly -->", b"<!-- hanging -->", b"<!-- stuck -->", b"<!-- deadly once -->",
             b"<!-- deadly record -->", b"<!-- stuck record -->")

    def first_time(content):
        name = os.path.join(os.path.dirname(__file__), hashlib.sha256(content).hexdigest())
        try:
            os.close(os.open(name, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return False
        return True

    def trapped(read):
        def reading(source, **given):
            content = source.content
            if MARKS[0] in content or (MARKS[3] in content and first_time(content)):
                os.kill(os.getpid(), signal.SIGKILL)
            if MARKS[1] in content:
                while True:
                    time.sleep(0.05)
            if MARKS[2] in content:
                signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
                time.sleep(600)
            return read(source, **given)
        return reading

    def record_trapped(taken):
        def taking(record, block, *given):
            if MARKS[4] in block:
                os.kill(os.getpid(), signal.SIGKILL)
            if MARKS[5] in block:
                signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
                time.sleep(600)
            return taken(record, block, *given)
        return taking

    class Finder(importlib.abc.MetaPathFinder):
        def find_spec(self, name, path, target=None):
            if name in ("dateline.bulk.kernel", "dateline.sources.readers"):
                import dateline.reading
                if not hasattr(dateline.reading.read, "trapped"):
                    dateline.reading.read = trapped(dateline.reading.read)
                    dateline.reading.read.trapped = True
            if name == "dateline.sources.warc":
                import dateline.sources.warc_records as records
                records.taken = record_trapped(records.taken)
            return None

    sys.meta_path.insert(0, Finder())
'''


@pytest.fixture(scope="session")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Sound WARC files, a few hundred captures in all; the last has some that others have, too."""
    folder = tmp_path_factory.mktemp("crawl") / "in"
    paths = write_crawl(folder, FILES, PAGES)
    again = folder / "crawl-again.warc.gz"
    again.write_bytes(packed(*records(PAGES - 5, 10), *records(2 * PAGES, 3)))
    return [*paths, str(again)]


@pytest.fixture(scope="session")
def local_output(crawl: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the local engine makes of the crawl, with two processes."""
    out = tmp_path_factory.mktemp("local") / "out"
    run(Work(out=str(out)), crawl, engine=Local(2))
    return out


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """An S3 store on loopback, a server of its own that speaks the protocol; gives its address, processes started from now on know it."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("AWS_")]:
            patch.delenv(name)
        patch.setenv("AWS_ENDPOINT_URL", address)
        patch.setenv("AWS_ACCESS_KEY_ID", "of-a-test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "of-a-test")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        yield address
    server.stop()


@pytest.fixture
def bucket(s3: str) -> Iterator[str]:
    """The address of an empty bucket in it, gone afterwards."""
    from pyarrow.fs import S3FileSystem

    system = S3FileSystem(endpoint_override=s3, allow_bucket_creation=True, allow_bucket_deletion=True)
    name = f"crawl-{uuid4().hex}"
    system.create_dir(name)
    yield f"s3://{name}"
    system.delete_dir(name)


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Processes that are started from now on fall for the marks."""
    folder = tmp_path_factory.mktemp("trap")
    (folder / "sitecustomize.py").write_text(textwrap.dedent(_TRAP))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]))
        yield


def write_trapped(path: Path, mark: bytes, first: int = 900) -> tuple[str, str]:
    """A WARC file of twelve pages whose seventh has this mark; gives its path and that page's origin."""
    pages = [page(number) for number in range(first, first + 12)]
    records = [record(http(body + mark if at == 6 else body), url=url) for at, (url, body) in enumerate(pages)]
    path.write_bytes(packed(*records))
    return str(path), f"{path}#{len(packed(*records[:6]))}"


def rows(out: Path | str) -> list[dict[str, Any]]:
    """All rows of an output, in an order of their own, with their partition."""
    from pyarrow import parquet

    table = parquet.read_table(str(out))
    return sorted(table.to_pylist(), key=lambda row: (row["origin"], row["outcome"]))


def kernel(**given: Any) -> Kernel:
    """A kernel that is soon done with what does not end."""
    return Kernel(deadline=2.0, patience=3.0, **given)
