"""What every part of the archive works with: the database, the clock, and those who read and write its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive.annotating import Annotator
from dateline.archive.codec import Codec
from dateline.archive.correcting import Corrector
from dateline.archive.ledger import Ledger
from dateline.archive.lookup import Lookup
from dateline.archive.saved import SavedSearches
from dateline.archive.searching import Searcher
from dateline.archive.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from dateline.archive.engine.database import Database


class Parts:
    """The database, the clocks and its readers and writers. They hold no transaction of their own, except for saved searches."""

    def __init__(self, database: Database, clock: Callable[[], datetime], seconds: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        self._seconds = seconds
        self._codec = Codec()
        self._lookup = Lookup(database, self._codec)
        self._searcher = Searcher(database, self._codec)
        self._saved = SavedSearches(database, self._searcher)
        self._writer = Writer(database, self._codec, self._lookup)
        self._corrector = Corrector(database, self._codec)
        self._annotator = Annotator(database)
        self._ledger = Ledger(database, self._lookup)
