"""Text of any shape stays text: no query, name or bound reaches the database but as a bound value or as tokens of the index."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.archive import open_archive
from dateline.archive.sql import SqlArchive
from dateline.archive.tokens import sought
from dateline.errors import ArchiveError, DatelineError, QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.archive.conftest import MakePage

    from dateline.archive.engine.database import Rows

from tests.archive.places import places

# A word that nothing of ours holds: where it turns up in a statement, text broke out.
MARK = "qzxmark"
# What means something to SQLite, to FTS5, to PostgreSQL, or to the query language, around the word.
PIECES = [
    *(
        "'",
        '"',
        "''",
        '"" ',
        ";",
        "--",
        "/*",
        "*/",
        "\\",
        "\\'",
        "$1",
        "?",
        "?1",
        ":a",
        "%",
        "%s",
        "%(a)s",
        "{0}",
        "\0",
        "\n",
        "\u2019",
    ),
    *("(", ")", "*", "^", "+", "-", ":", "NEAR", "NEAR(", "AND", "OR", "NOT", "{", "}", "&", "|", "!", "<->", ":*", "::text"),
    *(
        "headline:",
        "outlet:",
        "id:",
        "words:",
        "rowid:",
        "tags:",
        ":all",
        ":outlet:x",
        "from:2021",
        "to:",
        "1=1",
        "UNION SELECT",
        "DROP TABLE",
    ),
    *(MARK, f"{MARK}*", f'"{MARK} {MARK}"', "東京", "橋", "كيهان", "\ud800", "é", " "),
]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TEXT = st.one_of(HOSTILE, st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), st.text(max_size=40))


class Watched:
    """An archive, and the statements that it runs."""

    def __init__(self, archive: SqlArchive) -> None:
        self.archive = archive
        self.statements: list[str] = []
        database = archive._database
        run = database.run

        def noted(statement: str, parameters: Sequence[object] = (), /) -> Rows:
            self.statements.append(statement)
            return run(statement, parameters)

        for part in (archive._searcher, archive._lookup, archive._saved, archive._writer.copies):
            part._run = noted


@pytest.fixture(scope="module")
def watched(engine: str, tmp_path_factory: pytest.TempPathFactory, page: MakePage) -> Iterator[Watched]:
    """An archive of a few articles, on each database."""
    folder: Path = tmp_path_factory.mktemp("fuzz")
    with places(engine, folder) as place, open_archive(place("archive"), create=True) as archive:
        list(archive.add_many(page(f"needle {n}", url=f"https://news.example/{n}") for n in range(5)))
        assert isinstance(archive, SqlArchive)
        yield Watched(archive)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT, TEXT)
def test_no_text_breaks_out(watched: Watched, text: str, other: str) -> None:
    """Whatever is asked, there is an answer or an error that a person can mend, and nothing of it stands in a statement."""
    archive = watched.archive
    watched.statements.clear()
    for call in (
        lambda: archive.search(text, outlet=other or None),
        lambda: archive.search(text, sort="time", fold_copies=True, from_=other),
        lambda: archive.facets(text, to=other),
        lambda: archive.attention(text),
        lambda: list(archive.articles(text)),
        lambda: archive.get(text),
        lambda: list(archive.list(outlet=text, kind=other)),
        lambda: archive.save_search(text, other, outlet=text, replace=True),
        lambda: list(archive.run_search(text)),
        archive.searches,
        lambda: archive.remove_search(text),
        lambda: archive.search("needle", cursor=text),
        lambda: archive.presence("https://news.example/1", text),
    ):
        with suppress(QueryError, ArchiveError):
            call()
    assert not [statement for statement in watched.statements if MARK in statement]
    assert archive.search("needle").total == archive.counts().articles == 5


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(TEXT, st.lists(st.sampled_from(["needle", "1", "4", "NEEDLE", "-", ";"]), max_size=4).map(" ".join)))
def test_what_is_found_is_what_is_there(watched: Watched, text: str) -> None:
    """Text in quotation marks finds the articles in which its words stand in sequence, and no other."""
    inner = "".join(" " if char in '"“”„' else char for char in text)
    wanted, cut_short = sought(inner)
    try:
        found = watched.archive.search(f'"{inner}"').total
    except DatelineError:
        assert not wanted
        return
    bodies = [f" needle {n} " for n in range(5)]
    assert found == sum(f" {' '.join(wanted)}{'' if cut_short else ' '}" in body for body in bodies)
