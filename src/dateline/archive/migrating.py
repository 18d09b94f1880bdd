"""What a migration does beyond SQL, in its transaction, to an archive that holds something already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive import indexing
from dateline.archive.codec import Codec
from dateline.archive.copying import sketch_of
from dateline.archive.lookup import Lookup
from dateline.archive.writing import Writer

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


def find_copies(connection: sqlite3.Connection) -> None:
    """Find the copies among articles that were added before copies were kept."""
    codec = Codec()
    writer = Writer(connection, codec, Lookup(connection, codec))
    after = 0
    while row := connection.execute("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT 1", (after,)).fetchone():
        after = int(row[0])
        article = writer.shown(after)
        writer.copies.add(after, article.outlet, sketch_of(article, indexing.body(article)))


# By the form that the migration leads to.
STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {2: find_copies}
