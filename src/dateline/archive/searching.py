"""Finding articles: a query's tree and bounds as bound SQL, pages of hits, and the list of all."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.archive import bounds, cursor
from dateline.archive.bounds import DAY_OF, day_at
from dateline.archive.codec import capture_from, moment_at, storable, text_column
from dateline.archive.correcting import CorrectedRecords
from dateline.archive.engine.database import UNSCORED, Found
from dateline.archive.query import And, Everything, Node, Value, folded_value, parse
from dateline.archive.results import Attention, Bucket, Facets, FacetValue, Hit, Hits, Summary
from dateline.archive.snippets import Lookout, opening
from dateline.archive.within import Within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.archive.codec import Codec
    from dateline.archive.engine.database import Columns, Database, Run, Words
    from dateline.records import Article, Capture

# No time of an article comes after this one.
_NEWER_THAN_ALL = (2**62, 0)
# The record that an article shows.
_CAPTURES = (
    "SELECT b.bytes, c.captured_at, c.url, c.origin, c.media_type, c.charset, c.headers "
    "FROM capture c JOIN content b ON b.id = c.content WHERE c.article = ? ORDER BY c.at, c.id"
)
_SHOWN = "SELECT r.record FROM article a JOIN capture c ON c.id = a.capture JOIN reading r ON r.id = c.reading WHERE a.id = ?"
# The group of copies that the article of a row is in, NULL for a text that stands alone.
_FAMILY = "(SELECT t.family FROM copy_text t WHERE t.article = a.id)"
# How many articles `list` and `articles` take at a time; between them no transaction is open.
_LISTED_AT_ONCE = 256
# How many ids of what is found are taken at a time: each time all is gone through, and so many are kept.
_NUMBERS_AT_ONCE = 20_000


Order = Literal["relevance", "time"]
Every = Literal["day", "week", "month"]


class Search(msgspec.Struct, frozen=True):
    """What is looked for, parsed: the tree, and the bounds on publish time, from the query and beside it."""

    tree: Node
    within: Within

    @classmethod
    def of(cls, query: str, from_: str | date | None, to: str | date | None, outlet: str | None) -> Search:
        """Parse; raises `QueryError`."""
        parsed = parse(query)
        starts = [parsed.from_, None if from_ is None else bounds.bound(from_)]
        ends = [parsed.to, None if to is None else bounds.bound(to)]
        tree = parsed.tree if outlet is None else And((parsed.tree, Value("outlet", folded_value(outlet))))
        return cls(tree, Within.of(starts, ends))

    def found(self, words: Words, columns: Columns, *, ranked: bool = False) -> Found:
        """Where the articles are that are found; where no word is looked for the index is not gone through."""
        if not isinstance(self.tree, Everything):
            return words.found(self.tree, self.within, columns, ranked=ranked)
        clauses, parameters = self.within.clauses("a")
        return Found(f"FROM article a WHERE {' AND '.join(clauses or ['1 = 1'])}", [*parameters], UNSCORED)


def numbers(run: Run, words: Words, search: Search, *, after: int = 0) -> list[int]:
    """The ids of the articles that a search finds above a number, ascending; as many as are taken at a time."""
    found = search.found(words, "times")
    statement = f"SELECT a.id {found.source} AND a.id > ? ORDER BY a.id LIMIT {_NUMBERS_AT_ONCE}"
    return [number for (number,) in run(statement, [*found.parameters, after])]


def all_numbers(run: Run, words: Words, search: Search) -> Iterator[list[int]]:
    """All of them, some at a time: no transaction stays open between them, and changes of the index do not matter."""
    after = 0
    while page := numbers(run, words, search, after=after):
        yield page
        after = page[-1]


def _folded(statement: str, order: str) -> str:
    """Of the rows of a statement the first of each group of copies, in this order; `family` is NULL for a text that stands alone."""
    return (
        f"SELECT id, score, time FROM (SELECT id, score, time, row_number() OVER (PARTITION BY coalesce(family, -id) ORDER BY {order}) "  # noqa: S608 - of constants
        f"AS place FROM ({statement}) AS found) AS ranked WHERE place = 1"
    )


class Searcher:
    """Reads from one connection; the caller holds a transaction, so that all of one answer is of one state."""

    def __init__(self, database: Database, codec: Codec) -> None:
        self._database = database
        self._run = database.run
        self._words = database.words
        self._codec = codec
        self._corrector = CorrectedRecords(database.run, codec)

    def search(self, search: Search, *, order: Order, limit: int, cursor_text: str | None, fold: bool = False) -> Hits:
        """A page of hits, the best or the newest first; with `fold` one of each group of copies."""
        digest = cursor.digest(search, order, *(["folded"] if fold else []))
        if cursor_text is None:
            (newest,) = self._run("SELECT coalesce(max(id), 0) FROM article").fetchone()
            asked = cursor.Cursor(digest, newest)
        else:
            asked = cursor.load(cursor_text, digest)
        given = cursor.ids(asked.given)
        begun = cursor_text is not None
        # What words find is gone through once, for the page and the total; where none is looked for, neither needs to go through all.
        counted = not begun and not isinstance(search.tree, Everything)
        rows = self._ordered(search, order, asked, len(given) + limit + 1, fold=fold, counted=counted) if limit else []
        total = rows[0][3] if rows and counted else self._total(search, asked, begun=begun, fold=fold)
        if fold and given:  # the best of a group may be another one than it was
            families = {self._family(number) for number in given} - {None}
            rows = [row for row in rows if self._family(row[0]) not in families]
        fresh = [row for row in rows if row[0] not in given]
        page = fresh[:limit]
        lookout = Lookout(search.tree)
        hits = tuple([self.hit(number, abs(score), lookout) for number, score, *_ in page])
        if len(fresh) <= limit or not page:
            return Hits(hits, total, None)
        if order == "relevance":
            onward = cursor.Cursor(digest, asked.newest, given=cursor.distances(given | {number for number, *_ in page}))
        else:
            onward = cursor.Cursor(digest, asked.newest, after=(page[-1][2], page[-1][0]))
        return Hits(hits, total, cursor.dump(onward))

    def _total(self, search: Search, asked: cursor.Cursor, *, begun: bool, fold: bool) -> int:
        """How many there are in all: of a search that was begun, as many as there were then."""
        found = search.found(self._words, "times" if begun or fold else "none")
        counted = f"DISTINCT coalesce({_FAMILY}, -a.id)" if fold else "*"
        pinned, newest = (" AND a.id <= ?", [asked.newest]) if begun else ("", [])
        (total,) = self._run(f"SELECT count({counted}) {found.source}{pinned}", [*found.parameters, *newest]).fetchone()
        return int(total)

    def _ordered(
        self, search: Search, order: Order, asked: cursor.Cursor, limit: int, *, fold: bool, counted: bool
    ) -> list[tuple[int, float, int, int]]:
        """Ids, scores and times of a page, in their order, and if `counted` how many there are from this page on."""
        found = search.found(self._words, "times", ranked=order == "relevance")
        by = "time DESC, id DESC" if found.score == UNSCORED else "score, time DESC, id DESC"
        family = f", {_FAMILY} AS family" if fold else ""
        statement = f"SELECT a.id AS id, {found.score} AS score, a.time AS time{family} {found.source} AND a.id <= ?"
        parameters = [*found.parameters, asked.newest]
        if fold:
            statement = _folded(statement, by)
        if order == "time":
            statement += f" AND {'(time, id)' if fold else '(a.time, a.id)'} < (?, ?)"
            parameters += asked.after or _NEWER_THAN_ALL
        count = "count(*) OVER ()" if counted else "0"
        statement = f"SELECT id, score, time, {count} FROM ({statement}) AS one ORDER BY {by} LIMIT ?"  # noqa: S608 - of constants
        return self._run(statement, [*parameters, limit]).fetchall()

    def _family(self, article: int) -> int | None:
        row = self._run("SELECT family FROM copy_text WHERE article = ?", (article,)).fetchone()
        return row[0] if row else None

    def summary(self, article: int) -> Summary:
        """An article in short."""
        return _summary(*self._shown(article))

    def articles(self, search: Search) -> Iterator[Article]:
        """The records found, by ascending id, so that no transaction stays open and changes of the index do not matter."""
        for number in self._numbers(search):
            for (record,) in self._run(_SHOWN, (number,)):  # none, if it was taken down meanwhile
                yield self._article(number, record)

    def _numbers(self, search: Search) -> Iterator[int]:
        for page in all_numbers(self._run, self._words, search):
            yield from page

    def captures(self, search: Search) -> Iterator[Capture]:
        """Every capture of the articles found, one article after another as in `articles`, each in order of time."""
        for number in self._numbers(search):
            for content, *columns in self._run(_CAPTURES, (number,)):
                yield capture_from(self._codec.unpack(content), columns)

    def facets(self, search: Search, *, limit: int) -> Facets:
        """What values the found articles have."""
        found = search.found(self._words, "all")
        combinations = self._database.tally("a.outlet, a.language, a.genre, a.kind, a.section", found.source, found.parameters)
        columns = [Counter[str]() for _ in Facets.__struct_fields__]
        for values, count in combinations.items():
            for column, value in zip(columns, values, strict=True):
                if value is not None:
                    column[value] += count
        return Facets(*(_most_frequent(column, limit) for column in columns))

    def attention(self, search: Search, *, every: Every) -> Attention:
        """When the found articles were published."""
        found = search.found(self._words, "times")
        counted = Counter[date | None]()
        for (first, last), count in self._database.tally(
            f"{DAY_OF.format('a.first')}, {DAY_OF.format('a.last')}", found.source, found.parameters
        ).items():
            counted[_bucket(first, last, every)] += count
        unplaced = counted.pop(None, 0)
        return Attention(tuple(Bucket(start, counted[start]) for start in sorted(filter(None, counted))), unplaced)

    def list(self, outlet: str | None, kind: str | None) -> Iterator[Summary]:
        """Every article, newest first, by pages of the index, so that no transaction stays open."""
        clauses, parameters = ["(a.time, a.id) < (?, ?)"], list[str]()
        for column, value in (("outlet", outlet), ("kind", kind)):
            if value is not None:
                clauses.append(f"a.{column} = ?")
                parameters.append(storable(text_column(value) or ""))
        statement = (
            "SELECT a.time, a.id, c.added_at, r.record FROM article a JOIN capture c ON c.id = a.capture "  # noqa: S608 - of constants
            f"JOIN reading r ON r.id = c.reading WHERE {' AND '.join(clauses)} "
            f"ORDER BY a.time DESC, a.id DESC LIMIT {_LISTED_AT_ONCE}"
        )
        after = _NEWER_THAN_ALL
        while rows := self._run(statement, (*after, *parameters)).fetchall():
            for _, number, added_at, record in rows:
                yield _summary(self._article(number, record), added_at)
            after = rows[-1][0], rows[-1][1]

    def _article(self, number: int, record: bytes) -> Article:
        return self._corrector.corrected(number, self._codec.article(record))

    def hit(self, number: int, score: float, lookout: Lookout) -> Hit:
        """An article as a hit of a search."""
        article, added_at = self._shown(number)
        (others,) = self._run(
            "SELECT count(*) FROM copy_text WHERE article <> ? AND family = (SELECT family FROM copy_text WHERE article = ?)",
            (number, number),
        ).fetchone()
        return Hit(
            **msgspec.structs.asdict(_summary(article, added_at)),
            score=score,
            snippet=lookout.snippet(article.body),
            headline_highlights=lookout.headline(article.headline),
            copies=others,
        )

    def _shown(self, number: int) -> tuple[Article, int]:
        added_at, record = self._run(
            "SELECT c.added_at, r.record FROM article a JOIN capture c ON c.id = a.capture "
            "JOIN reading r ON r.id = c.reading WHERE a.id = ?",
            (number,),
        ).fetchone()
        return self._article(number, record), added_at


def _most_frequent(counts: Counter[str], limit: int) -> tuple[FacetValue, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple([FacetValue(value, count) for value, count in ordered[:limit]])


def _bucket(first: int | None, last: int | None, every: Every) -> date | None:
    """The first day of the bucket that a publish time lies in, None where it may lie in several; days are numbered (`DAY_OF`)."""
    if first is None or last is None:
        return None
    begin = _begin(day_at(first), every)
    return begin if first == last or begin == _begin(day_at(last), every) else None


def _begin(day: date, every: Every) -> date:
    if every == "month":
        return day.replace(day=1)
    if every == "week":
        return day - timedelta(days=day.weekday())
    return day


def _summary(article: Article, added_at: int) -> Summary:
    return Summary(
        id=article.uri,
        capture=article.capture,
        kind=article.kind,
        outlet=article.outlet,
        news_id=article.news_id,
        headline=article.headline,
        byline=article.byline,
        opening=opening(article.body),
        published=article.published,
        language=article.language,
        genre=article.genre,
        url=article.url,
        captured_at=article.captured_at,
        added_at=moment_at(added_at),
    )
