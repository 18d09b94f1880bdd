"""What a migration does beyond SQL, in its transaction, to an archive that holds something already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive import indexing
from dateline.archive.codec import Codec
from dateline.archive.copying import Copies, copied_words, sketch_of
from dateline.archive.outlets import fields_found
from dateline.archive.pending import Pending

if TYPE_CHECKING:
    from dateline.archive.engine.database import Run, RunMany
    from dateline.records import Article

_SHOWN = "SELECT r.record FROM article a JOIN capture c ON c.id = a.capture JOIN reading r ON r.id = c.reading WHERE a.id = ?"


def count_fields(run: Run, run_many: RunMany) -> None:
    """Note which fields the records have that were added before that was noted."""
    codec = Codec()
    after = 0
    while row := run("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT 1", (after,)).fetchone():
        after = int(row[0])
        article = codec.article(run(_SHOWN, (after,)).fetchone()[0])
        run_many("UPDATE article SET found = ? WHERE id = ?", [(fields_found(article), after)])


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
