"""What the archive asks of a database. Its SQL is written once, in words that SQLite and PostgreSQL both know.

Each parameter is a `?`. Portable are: `RETURNING` by `insert` only, `ON CONFLICT … DO`, `coalesce`, `CASE`, row values, window
functions, `CAST(… AS TEXT)`; not portable: `ifnull`, `iif`, `hex`, `INSERT OR …`, `IS` between values, `?1`, bare columns beside
`GROUP BY`, `sum` without a `CAST(… AS BIGINT)`, and a `?` whose type nothing tells (`? IS NULL`). Columns are whole numbers of 64
bits, text without NUL, and bytes. Rows come as tuples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from dateline.archive.indexing import Change, Row
    from dateline.archive.query import Node
    from dateline.archive.results import Problem
    from dateline.archive.schema import Table
    from dateline.archive.within import Within

    Run = Callable[[str, Sequence[object]], "Rows"]
    RunMany = Callable[[str, Iterable[Sequence[object]]], object]


Columns = Literal["none", "times", "all"]
"""What is asked of the article's row `a` beside words: nothing; `id`, `time`, `first`, `last` and `"offset"`; or any column."""


UNSCORED = "0.0"
"""The score where nothing tells how well a row fits."""


class Found(NamedTuple):
    """`FROM … WHERE …` with its parameters, and an expression for how well a row fits: the lower, the better."""

    source: str
    parameters: list[str | int]
    score: str


class Rows(Protocol):
    """What a statement gives. `rowcount` is of rows changed, after a statement that changes some (not within `unwaited`)."""

    @property
    def rowcount(self) -> int: ...  # noqa: D102

    def fetchone(self) -> Any: ...  # noqa: D102

    def fetchall(self) -> list[Any]: ...  # noqa: D102

    def __iter__(self) -> Iterator[Any]: ...


class Words(Protocol):
    """The full-text index: an entry an article."""

    @property
    def ids(self) -> str:
        """A query for the ids of all entries, in a column `id`."""
        ...

    def found(self, tree: Node, within: Within, columns: Columns, *, ranked: bool = False) -> Found:
        """Where the articles are that a query finds within these bounds; the score is told only of what is `ranked`."""
        ...

    def change(self, changes: Sequence[Change]) -> None:
        """Make, replace and remove entries, in the order of the changes; the more at once, the less each takes."""
        ...

    def problems(self, entries: Iterator[tuple[int, Row]]) -> Iterator[Problem]:
        """What is wrong with the index; `entries` gives what it should hold, to those who want to compare."""
        ...


class Database(Protocol):
    """One connection to a database with an archive's tables; it belongs to one thread."""

    @property
    def name(self) -> str:
        """What messages call the archive: its folder, or its address without the password."""
        ...

    @property
    def words(self) -> Words:
        """The full-text index."""
        ...

    def run(self, statement: str, parameters: Sequence[object] = (), /) -> Rows:
        """Run one statement."""
        ...

    def run_many(self, statement: str, rows: Iterable[Sequence[object]], /) -> None:
        """Run one statement for each row of parameters."""
        ...

    def insert(self, statement: str, parameters: Sequence[object], /) -> int:
        """Run an INSERT of one row into a table with a column `id`, and give the row's id."""
        ...

    def numbers(self, table: str, count: int, /) -> Sequence[int]:
        """So many ids for new rows of a table, ascending and higher than any there is; within a transaction that writes."""
        ...

    def unwaited(self) -> AbstractContextManager[None]:
        """Within it, a statement whose rows nobody asks for need not be waited for; its error may come with a later one."""
        ...

    def tally(self, columns: str, where: str, parameters: Sequence[object], /) -> Counter[tuple[Any, ...]]:
        """How many of the rows of `FROM … WHERE …` have which values in these columns."""
        ...

    def stream(self, statement: str, /) -> Iterator[tuple[Any, ...]]:
        """The rows of a statement, a few in memory at a time; within a transaction."""
        ...

    def load(self, table: Table, rows: Iterable[Sequence[object]], /) -> None:
        """Put many rows into a table, their ids with them; columns in the order of the table's."""
        ...

    def told(self) -> AbstractContextManager[None]:
        """Turn what can be mended of the database's errors into an `ArchiveError`; what cannot is a bug and goes on."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """A transaction, all or nothing, that no other writer is in; its errors are `told`."""
        ...

    def reading(self) -> AbstractContextManager[None]:
        """A transaction in which all that is read is of one state; its errors are `told`."""
        ...

    def problems(self) -> Iterator[Problem]:
        """What the database itself finds wrong with its files."""
        ...

    def sweep(self) -> None:
        """Overwrite or free what is left of removed rows, outside of a transaction."""
        ...

    def backup(self, folder: Path) -> None:
        """See `Archive.backup`."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...
