"""The full-text index in PostgreSQL: vectors of pre-cut tokens, in which no dictionary of PostgreSQL's has a part.

Headline, byline, tags and body are one sequence of positions with gaps where no phrase reaches over, and the weights A, B, D and C
tell them apart. PostgreSQL keeps positions to 16,383, 256 of a word, and a megabyte of a text, and drops what is beyond without a
word. A text that is too long for that goes into several vectors, which overlap by as much as a phrase may be long. So every
phrase lies within one of them; what is asked of the text as a whole is put together from what is found in its parts.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from dateline.archive.engine.database import UNSCORED, Found
from dateline.archive.indexing import ALL
from dateline.archive.query import MAX_PHRASE, And, Everything, Node, Not, Or, Term, Value
from dateline.archive.results import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.archive.engine.database import Columns, Run
    from dateline.archive.indexing import Change, Row
    from dateline.archive.within import Within

# PostgreSQL's own limits are 16,383, 256 and 1,048,575 bytes with its bookkeeping; these leave it room.
_POSITIONS = 16_000
_OF_A_WORD = 250
_BYTES = 800_000
_BYTES_OF_A_LETTER = 4
_BYTES_OF_A_POSITION = 8
# What stands between what no phrase reaches over takes a position and is no word.
_GAP = ":"
# A word may have 2,046 bytes. A longer one is kept as its beginning and a hash; a beginning that is asked for is compared as far.
_WORD = 1_900
# Weights of tags, body, byline and headline for the order by relevance, as those of FTS5; longer texts count a little less (1).
_RANK = "ts_rank('{0, 0.2, 0.4, 1}', w.vector, CAST(? AS tsquery), 1)"

_PUT = "INSERT INTO words (rowid, whole, vector) VALUES (?, CAST(? AS boolean), CAST(? AS tsvector))"
_PUT_PART = "INSERT INTO words_part (article, part, vector) VALUES (?, ?, CAST(? AS tsvector))"
_THERE = "SELECT 1 FROM words WHERE rowid = ?"
_SAME = "SELECT 1 FROM words WHERE rowid = ? AND whole = ? AND vector = CAST(? AS tsvector)"
_PARTS = "SELECT part FROM words_part WHERE article = ? AND vector = CAST(? AS tsvector)"


class TsVector:
    """`Words` in PostgreSQL."""

    ids = "SELECT rowid AS id FROM words"

    def __init__(self, run: Run) -> None:
        self._run = run

    def found(self, tree: Node, within: Within, columns: Columns, *, ranked: bool = False) -> Found:  # noqa: ARG002
        """See `Words.found`: texts that are one vector by one question, the others by sets of what is found in their parts."""
        asked = question(tree)
        sets, leaves = _sets(tree)
        source = (
            f"(SELECT w.rowid, {_RANK} AS score FROM words w WHERE w.whole AND w.vector @@ CAST(? AS tsquery) "  # noqa: S608
            f"UNION ALL SELECT w.rowid, {_RANK} AS score FROM words w WHERE w.rowid IN ({sets})) AS words "
            "JOIN article a ON a.id = words.rowid"
        )
        clauses, numbers = within.clauses("a")
        where = " AND ".join(clauses or ["TRUE"])
        return Found(
            f"FROM {source} WHERE {where}", [asked, asked, asked, *leaves, *numbers], "-words.score" if ranked else UNSCORED
        )

    def change(self, changes: Sequence[Change]) -> None:
        """See `Words.change`."""
        for article, before, after in changes:
            if before is not None:
                self._run("DELETE FROM words WHERE rowid = ?", (article,))
                self._run("DELETE FROM words_part WHERE article = ?", (article,))
            if after is not None:
                self._put(article, after)

    def _put(self, article: int, row: Row) -> None:
        parts = vectors(row)
        self._run(_PUT, (article, len(parts) == 1, parts[0]))
        for number, part in enumerate(parts if len(parts) > 1 else ()):
            self._run(_PUT_PART, (article, number, part))

    def problems(self, entries: Iterator[tuple[int, Row]]) -> Iterator[Problem]:
        """See `Words.problems`: every entry is compared with what it should be."""
        for article, row in entries:
            parts = vectors(row)
            same = self._run(_SAME, (article, len(parts) == 1, parts[0])).fetchone()
            if not (same and self._parts_are(article, parts)) and self._run(_THERE, (article,)).fetchone():
                yield Problem("index", f"row {article}", "the full-text index is damaged: its words are not those of the article")

    def _parts_are(self, article: int, parts: list[str]) -> bool:
        (count,) = self._run("SELECT count(*) FROM words_part WHERE article = ?", (article,)).fetchone()
        if len(parts) == 1:
            return bool(count == 0)
        return bool(count == len(parts)) and all(
            (number,) in self._run(_PARTS, (article, part)).fetchall() for number, part in enumerate(parts)
        )


def vectors(row: Row) -> list[str]:
    """A row of the index as one vector, or as several if it is too long for one."""
    words: list[str] = []
    weights: list[str] = []
    for column, weight in ((row.headline, "A"), (row.byline, "B"), (row.tags, "D"), (row.body, "C")):
        found = [*column.split(), _GAP]
        words += found
        weights += weight * len(found)
    parts: list[str] = []
    start = 0
    while True:
        part, end = _vector(words, weights, start)
        parts.append(part)
        if end == len(words):
            return parts
        start = end - (MAX_PHRASE - 1)


def _vector(words: list[str], weights: list[str], start: int) -> tuple[str, int]:
    """As much of a sequence as one vector takes, and where it ends."""
    places: dict[str, list[str]] = {}
    size = 0
    end = min(len(words), start + _POSITIONS)
    for position, (word, weight) in enumerate(zip(words[start:end], weights[start:end], strict=True), 1):
        if word == _GAP:
            continue
        found = places.get(word)
        if found is None:
            found = places[word] = []
            size += len(word) * _BYTES_OF_A_LETTER
        size += _BYTES_OF_A_POSITION
        if len(found) == _OF_A_WORD or size > _BYTES:
            end = start + position - 1
            break
        found.append(f"{position}{weight}")
    return " ".join([f"{_quoted(word)}:{','.join(found)}" for word, found in places.items() if found]), end


def question(tree: Node) -> str:
    """A query tree as a `tsquery` in which every token is in quotes."""
    match tree:
        case Everything():
            return _quoted(ALL)
        case Value(field, value, prefix):
            return _sequence([f":{field}:{value}"], prefix)
        case Term(found, prefix, None):
            return _sequence(found, prefix)
        case Term(found, prefix, ("headline" | "byline") as field):
            return _sequence(found, prefix, "A" if field == "headline" else "B")
        case Term(found, prefix, field):
            return _sequence([f":{field}:{token}" for token in found], prefix)
        case Or(parts):
            return f"({' | '.join([question(part) for part in parts])})"
        case And(parts):
            return f"({' & '.join([_negated(part) for part in _kept_first(parts)])})"
        case Not(_):
            return question(And((tree,)))


def _sets(tree: Node) -> tuple[str, list[str | int]]:
    """The long texts that a query finds, as sets of what is found in their parts; and the questions to those."""
    if _is_of_one_part(tree):
        return "SELECT p.article FROM words_part p WHERE p.vector @@ CAST(? AS tsquery)", [question(tree)]
    match tree:
        case Or(parts):
            found = [_sets(part) for part in parts]
            operators = [" UNION "] * len(parts)
        case And(parts):
            ordered = _kept_first(parts)
            found = [_sets(part.part if isinstance(part, Not) else part) for part in ordered]
            operators = [" EXCEPT " if isinstance(part, Not) else " INTERSECT " for part in ordered]
        case _:
            return _sets(And((tree,)))
    statement = f"({found[0][0]})"
    for operator, (following, _) in zip(operators[1:], found[1:], strict=True):
        statement = f"({statement}{operator}({following}))"
    return statement, [parameter for _, parameters in found for parameter in parameters]


def _is_of_one_part(tree: Node) -> bool:
    """Whether a text is found if and only if one of its parts is."""
    return all(map(_is_of_one_part, tree.parts)) if isinstance(tree, Or) else not isinstance(tree, And | Not)


def _kept_first(parts: Sequence[Node]) -> list[Node]:
    """What is to be found, or everything, and then what is not to be."""
    kept = [part for part in parts if not isinstance(part, Not)]
    return [*(kept or [Everything()]), *(part for part in parts if isinstance(part, Not))]


def _negated(part: Node) -> str:
    return f"!{question(part.part)}" if isinstance(part, Not) else question(part)


def _sequence(found: Sequence[str], prefix: bool, weight: str = "") -> str:
    """Tokens in sequence. What is kept of a long word is all that can be asked for."""
    *words, last = found
    label = f":{weight}" if weight else ""
    tokens = [f"{_quoted(word)}{label}" for word in words]
    beginning = _beginning(last)
    tokens.append(f"{_escaped(beginning)}:*{weight}" if prefix else f"{_quoted(last)}{label}")
    return f"({' <-> '.join(tokens)})" if words else tokens[0]


def _quoted(token: str) -> str:
    if len(token) * _BYTES_OF_A_LETTER <= _WORD and token.isalnum():  # most are
        return f"'{token}'"
    beginning = _beginning(token)
    if beginning is not token:
        beginning += "…" + blake2b(token.encode(), digest_size=16).hexdigest()
    return _escaped(beginning)


def _beginning(token: str) -> str:
    """A token, or as much of it as PostgreSQL takes of a word."""
    if len(token) * _BYTES_OF_A_LETTER <= _WORD or len(data := token.encode()) <= _WORD:
        return token
    return data[:_WORD].decode(errors="ignore")


def _escaped(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"
