"""What a migration does beyond SQL, in its transaction, to an archive that holds something already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive import indexing
from dateline.archive.codec import Codec, decoded_headers, page_read_from
from dateline.archive.copying import Copies, copied_words, sketch_of
from dateline.archive.correcting import CorrectedRecords
from dateline.archive.engine.fts5 import Fts5
from dateline.archive.outlets import fields_found
from dateline.archive.pending import Pending
from dateline.records import READ_FROM, Capture

if TYPE_CHECKING:
    from dateline.archive.engine.database import Run, RunMany
    from dateline.records import Article

_AT_ONCE = 500  # rows that are looked at together
_SHOWN = "SELECT r.record FROM article a JOIN capture c ON c.id = a.capture JOIN reading r ON r.id = c.reading WHERE a.id = ?"


def count_fields(run: Run, run_many: RunMany) -> None:
    """Note which fields the records have that were added before that was noted."""
    codec = Codec()
    after = 0
    while row := run("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT 1", (after,)).fetchone():
        after = int(row[0])
        article = codec.article(run(_SHOWN, (after,)).fetchone()[0])
        run_many("UPDATE article SET found = ? WHERE id = ?", [(fields_found(article), after)])


def note_pages(run: Run, run_many: RunMany) -> None:
    """Let records that came without their pages be found by the hashes of these."""
    after = 0
    while rows := run(
        "SELECT id, article, headers FROM capture WHERE id > ? AND headers LIKE ? ORDER BY id LIMIT ?",
        (after, f'[["{READ_FROM}",%', _AT_ONCE),
    ).fetchall():
        captures = [(Capture(content=b"", headers=decoded_headers(headers)), article) for _, article, headers in rows]
        keys = [(page, article) for capture, article in captures if (page := page_read_from(capture)) is not None]
        run_many("INSERT INTO key VALUES (?, ?) ON CONFLICT DO NOTHING", keys)
        after = int(rows[-1][0])


def find_copies(run: Run, run_many: RunMany) -> None:
    """Find the copies among articles that were added before copies were kept."""
    codec = Codec()

    def shown(article: int) -> Article:
        return codec.article(run(_SHOWN, (article,)).fetchone()[0])

    pending = Pending(run_many)
    copies = Copies(run, run_many, pending, lambda article: copied_words(indexing.body(shown(article))))
    after = 0
    while row := run("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT 1", (after,)).fetchone():
        after = int(row[0])
        article = shown(after)
        with pending.written():
            copies.add(after, article.outlet, sketch_of(article, indexing.body(article)))


def shelve(run: Run, run_many: RunMany) -> None:
    """Make SQLite's full-text index anew, shelf by shelf."""
    codec = Codec()
    corrector = CorrectedRecords(run, codec)
    words = Fts5(run, run_many)
    ids = [number for (number,) in run("SELECT id FROM article ORDER BY first, id", ())]
    for start in range(0, len(ids), _AT_ONCE):
        changes = []
        for article in ids[start : start + _AT_ONCE]:
            record = codec.article(run(_SHOWN, (article,)).fetchone()[0])
            changes.append(indexing.Change(article, None, indexing.row(corrector.corrected(article, record))))
        words.change(changes)
