"""Copies over a whole output: the groups that an archive would find among its articles, by stages that any engine runs.

1. Each data file: the sketch of each article's text (see `stories.copies`), and an entry for each of its bands, dealt out to buckets
   by the band; and one for its uri, dealt out likewise.
2. Each bucket of uris: which captures of an article are not its latest. As in an archive, an article is one text.
3. Each bucket of bands: the articles that share a band, their sketches compared, then their words. Gives pairs.
4. Here: the connected components of all pairs, one group for each. Memory is that of the articles that have copies.

Everything lies in `_dateline/copies`; `groups.parquet` there is the result.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

import msgspec

from dateline.archive.copying import copied_words
from dateline.archive.indexing import PART
from dateline.archive.tokens import cut
from dateline.bulk.store import BOOKS, Store, data_files, write_table
from dateline.stories import components, confirmed, likely, sketch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.bulk.running import Engine

_FOLDER = f"{BOOKS}/copies"
GROUPS = f"{_FOLDER}/groups.parquet"
# An article of a band is compared with so many that follow it there by uri: the archive looks at as many.
_OF_A_BAND = 100
# Texts are fetched by row groups, and few of a group are wanted.
_GROUP_ROWS = 64
_READ_ROWS = 256
# Data files for each bucket: what a worker holds of them is their bands' entries, some 2 kB an article in all.
_FILES_OF_BUCKET = 16


class Text(NamedTuple):
    """Where the text of one capture lies: the number of its data file, and its row among those with a sketch."""

    file: int
    row: int


class Entry(NamedTuple):
    """An article in a band."""

    uri: str
    outlet: str | None
    minima: bytes
    text: Text


class Stage(msgspec.Struct, frozen=True):
    """One task of a stage: a data file to be sketched, or a bucket."""

    name: str
    number: int


class Sketching(msgspec.Struct, frozen=True):
    """Stage 1."""

    out: str
    buckets: int

    def __call__(self, file: Stage) -> str:
        """Sketch the articles of a data file."""
        import pyarrow as pa
        from pyarrow import parquet

        store = Store(self.out)
        words: list[str] = []
        bands: dict[int, list[dict[str, Any]]] = defaultdict(list)
        uris: dict[int, list[dict[str, Any]]] = defaultdict(list)
        columns = ["outcome", "uri", "outlet", "captured_at", "origin", "body"]
        with parquet.ParquetFile(store.path(file.name), filesystem=store.system, pre_buffer=False) as data:
            for batch in data.iter_batches(batch_size=_READ_ROWS, columns=columns):
                for row in batch.to_pylist():
                    if row["outcome"] != "read":
                        continue
                    found = copied_words(PART.join([cut(paragraph["text"]) for paragraph in row["body"]]))
                    place = {"uri": row["uri"], "file": file.number, "row": len(words)}
                    at = {"at": row["captured_at"] or "", "origin": row["origin"]}
                    uris[_bucket(row["uri"], self.buckets)].append(place | at)
                    words.append(" ".join(found))
                    if (made := sketch(found)) is None:
                        continue
                    for band in set(made.bands):
                        entry = {"band": band, "outlet": row["outlet"], "minima": made.minima}
                        bands[band % self.buckets].append(place | entry)
        _write_words(store, file.number, pa.table({"words": pa.array(words, pa.string())}))
        for bucket, rows in bands.items():
            write_table(store, f"{_FOLDER}/bands/{bucket}/{file.number}.parquet", pa.Table.from_pylist(rows, _bands()))
        for bucket, rows in uris.items():
            write_table(store, f"{_FOLDER}/uris/{bucket}/{file.number}.parquet", pa.Table.from_pylist(rows))
        return file.name


class Superseding(msgspec.Struct, frozen=True):
    """Stage 2."""

    out: str

    def __call__(self, bucket: Stage) -> str:
        """Find the captures that later ones of the same article stand before."""
        import pyarrow as pa

        store = Store(self.out)
        latest: dict[str, tuple[str, str, int, int]] = {}
        older: list[tuple[int, int]] = []
        for row in _rows(store, f"{_FOLDER}/uris/{bucket.number}"):
            one = row["at"], row["origin"], row["file"], row["row"]
            before = latest.setdefault(row["uri"], one)
            if before != one:
                latest[row["uri"]] = max(before, one)
                older.append(min(before, one)[2:])
        if older:
            table = pa.Table.from_pylist([Text(*one)._asdict() for one in older])
            write_table(store, f"{_FOLDER}/older/{bucket.number}.parquet", table)
        return bucket.name


class Pairing(msgspec.Struct, frozen=True):
    """Stage 3."""

    out: str

    def __call__(self, bucket: Stage) -> str:
        """Find the pairs of copies that share a band of this bucket."""
        import pyarrow as pa

        store = Store(self.out)
        older = {Text(**row) for row in _rows(store, f"{_FOLDER}/older")}
        sharing: dict[int, list[Entry]] = defaultdict(list)
        for row in _rows(store, f"{_FOLDER}/bands/{bucket.number}"):
            text = Text(row["file"], row["row"])
            if text not in older:
                sharing[row["band"]].append(Entry(row["uri"], row["outlet"], row["minima"], text))
        pairs = {pair for entries in sharing.values() for pair in _likely(entries)}
        texts = _Texts(store, {entry.text for pair in pairs for entry in pair})
        found = [
            {"one": one.uri, "other": other.uri}
            for one, other in sorted(pairs)
            if confirmed(texts.words(one.text), texts.words(other.text), same_outlet=_same(one, other))
        ]
        if found:
            write_table(store, f"{_FOLDER}/pairs/{bucket.number}.parquet", pa.Table.from_pylist(found))
        return bucket.name


def find_copies(out: str, *, engine: Engine) -> int:
    """Find the groups of copies in an output, and write them to `GROUPS` beneath it: `uri` and `family`, the least uri of its group.

    Gives the number of groups. Raises `SourceError` when the store fails; what was found before stays until all is found anew.
    """
    import pyarrow as pa

    store = Store(out)
    for folder in ("words", "bands", "uris", "older", "pairs"):
        store.remove_folder(f"{_FOLDER}/{folder}")
    files = [Stage(name, number) for number, name in enumerate(data_files(store.names("", ".parquet")))]
    buckets = [Stage(f"bucket {number}", number) for number in range(-(-len(files) // _FILES_OF_BUCKET) or 1)]
    for work, tasks in ((Sketching(out, len(buckets)), files), (Superseding(out), buckets), (Pairing(out), buckets)):
        for _ in engine(work, tasks) if tasks else ():
            pass
    groups = sorted(sorted(group) for group in components((row["one"], row["other"]) for row in _rows(store, f"{_FOLDER}/pairs")))
    rows = [{"uri": uri, "family": group[0]} for group in groups for uri in group]
    write_table(store, GROUPS, pa.Table.from_pylist(rows, pa.schema([("uri", pa.string()), ("family", pa.string())])))
    for folder in ("words", "bands", "uris", "older", "pairs"):
        store.remove_folder(f"{_FOLDER}/{folder}")
    return len(groups)


class _Texts:
    """The words of some texts, fetched together."""

    def __init__(self, store: Store, wanted: Iterable[Text]) -> None:
        from pyarrow import parquet

        self._words: dict[Text, str] = {}
        by_file: dict[int, list[int]] = defaultdict(list)
        for text in wanted:
            by_file[text.file].append(text.row)
        for file, rows in sorted(by_file.items()):
            with parquet.ParquetFile(store.path(_words_name(file)), filesystem=store.system) as data:
                for group in sorted({row // _GROUP_ROWS for row in rows}):
                    words = data.read_row_group(group).column("words")
                    for row in rows:
                        if row // _GROUP_ROWS == group:
                            self._words[Text(file, row)] = words[row % _GROUP_ROWS].as_py()

    def words(self, text: Text) -> list[str]:
        return self._words[text].split()


def _likely(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    entries = sorted(entries)
    for at, one in enumerate(entries):
        for other in islice(entries, at + 1, at + 1 + _OF_A_BAND):
            if one.uri != other.uri and likely(one.minima, other.minima, same_outlet=_same(one, other)) is not None:
                yield one, other


def _same(one: Entry, other: Entry) -> bool:
    return one.outlet is not None and one.outlet == other.outlet


def _bucket(text: str, buckets: int) -> int:
    return crc32(text.encode("utf-8", "surrogatepass")) % buckets


def _bands() -> Any:
    import pyarrow as pa

    number = pa.int64()
    fields = {"uri": pa.string(), "file": number, "row": number, "band": number, "outlet": pa.string(), "minima": pa.binary()}
    return pa.schema(fields)


def _words_name(file: int) -> str:
    return f"{_FOLDER}/words/{file}.parquet"


def _write_words(store: Store, file: int, table: Any) -> None:
    write_table(store, _words_name(file), table, row_group_size=_GROUP_ROWS)


def _rows(store: Store, folder: str) -> Iterator[dict[str, Any]]:
    from pyarrow import parquet

    for name in store.names(folder, ".parquet"):
        yield from parquet.read_table(store.path(name), filesystem=store.system).to_pylist()
