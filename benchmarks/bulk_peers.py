"""Readers over one WARC file of real pages, one process each: Dateline's bulk path, trafilatura, Resiliparse, and Fundus's way through CC-NEWS."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastwarc.warc import ArchiveIterator, WarcRecordType
from tests.tools.warcs import http, packed, record

from dateline import Capture, read
from dateline.bulk import Kernel, record_schema
from dateline.bulk.captures import to_batches
from dateline.sources import read_warc

from . import speed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Figures = dict[str, Any]

# The pages of this set that each reader gets; the slowest takes a minute of a busy machine.
SET = "fundus_dev"
PAGES = 300
_FUNDUS = Path(sys.prefix) / "fundus" / "bin" / "python"


def measure(folder: Path) -> Figures:
    """Pages a second of each, in turn; every one goes through the file by itself."""
    path = folder / "peers.warc.gz"
    rows = speed.pages(SET)[:PAGES]
    path.write_bytes(packed(*(_record(row["html"], row["url"]) for row in rows)))
    readers: dict[str, Callable[[str], None]] = {
        "dateline": partial(_dateline, folder),
        "dateline read": _read,
        "trafilatura": _trafilatura,
        "resiliparse": _resiliparse,
    }
    figures: Figures = {"pages": len(rows)}
    read(b"<!doctype html><title>a</title><p>b</p>")  # the models are loaded
    for name, reader in readers.items():
        start = time.process_time()
        reader(str(path))
        figures[name] = len(rows) / (time.process_time() - start)
    figures["fundus"] = _fundus(path)
    figures["rate"] = figures["dateline"]
    return figures


def _record(html: bytes, url: str) -> bytes:
    """As crawlers write it, with a digest, since Fundus passes over what has none."""
    block = http(html, media_type="text/html")
    digest = base64.b32encode(hashlib.sha1(block, usedforsecurity=False).digest()).decode()
    return record(block, f"WARC-Block-Digest: sha1:{digest}", url=url)


def _dateline(folder: Path, path: str) -> None:
    """All of it: source, kernel, Parquet."""
    from pyarrow import parquet

    with parquet.ParquetWriter(folder / "peers.parquet", record_schema(), compression="zstd") as writer:
        for batch in Kernel().records(to_batches(read_warc(path))):
            writer.write_batch(batch)


def _read(path: str) -> None:
    for one in read_warc(path):
        if isinstance(one, Capture):
            read(one)


def _bodies(path: str) -> Iterator[tuple[str, bytes]]:
    with Path(path).open("rb") as file:
        for each in ArchiveIterator(file, record_types=WarcRecordType.response):
            yield each.headers["WARC-Target-URI"], each.reader.read()


def _trafilatura(path: str) -> None:
    import trafilatura

    for url, body in _bodies(path):
        trafilatura.bare_extraction(body, url=url, with_metadata=True)


def _resiliparse(path: str) -> None:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    for _, body in _bodies(path):
        extract_plain_text(HTMLTree.parse_from_bytes(body, "utf-8"), main_content=True)


def _fundus(path: Path) -> Figures | None:
    """It reads the pages of publishers that it knows, from a web server; it wants older libraries, so it has an environment of its own."""
    python = Path(os.environ.get("FUNDUS_PYTHON", _FUNDUS))
    if not python.exists():
        return None
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(path.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/{path.name}"
        script = Path(__file__).with_name("fundus_news.py")
        done = subprocess.run([str(python), str(script), address], stdout=subprocess.PIPE, text=True, check=True)
    finally:
        server.shutdown()
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found | {"rate": found["pages"] / found["seconds"]}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""
