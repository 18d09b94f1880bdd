"""The query language: text in, a small tree of frozen records out.

    words                 both must occur, in headline, byline or body
    "a phrase"            in sequence, within one paragraph
    begin*                any word that begins so
    a AND b, a OR b, NOT c, ( … )     NOT binds closest, then AND (also unwritten), then OR
    headline: byline: author: section: keyword:     followed by a word, begin* or a phrase, looked for there
    outlet: lang: genre: kind: id:                  followed by the whole value
    from: to:             publish time; not within OR, NOT or parentheses. For the rules see `bounds`

An empty query finds everything. Nothing of a query ever reaches a database as a command: what comes out holds only tokens.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NoReturn, get_args

import msgspec

from dateline.archive import bounds, tokens
from dateline.errors import QueryError
from dateline.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

TextField = Literal["headline", "byline", "author", "section", "keyword"]
ValueField = Literal["outlet", "lang", "genre", "kind", "id"]
_TEXT_FIELDS: frozenset[str] = frozenset(get_args(TextField))
_VALUE_FIELDS: frozenset[str] = frozenset(get_args(ValueField))
_FIELDS = (*get_args(TextField), *get_args(ValueField), "from", "to")

# A person's query is far below these; they keep a hostile one from costing more than its length.
MAX_LENGTH = 10_000
MAX_TERMS = 500
MAX_PHRASE = 100  # tokens
MAX_DEPTH = 12

_QUOTES = '"“”„'
_EXCERPT = 30  # characters shown on either side of the place of an error


class Term(msgspec.Struct, frozen=True, tag=True):
    """Tokens in sequence, in one field or (None) in headline, byline or body; `prefix`: the last is only a beginning."""

    tokens: tuple[str, ...]
    prefix: bool = False
    field: TextField | None = None


class Value(msgspec.Struct, frozen=True, tag=True):
    """A field that has exactly this value, after folding; with `prefix`, one that begins so."""

    field: ValueField
    value: str
    prefix: bool = False


class And(msgspec.Struct, frozen=True, tag=True):
    """All of these."""

    parts: tuple[Node, ...]


class Or(msgspec.Struct, frozen=True, tag=True):
    """Any of these."""

    parts: tuple[Node, ...]


class Not(msgspec.Struct, frozen=True, tag=True):
    """Not this."""

    part: Node


class Everything(msgspec.Struct, frozen=True, tag=True):
    """Every article."""


Node = Term | Value | And | Or | Not | Everything


class Query(msgspec.Struct, frozen=True):
    """What is looked for, and the bounds on publish time that the query itself names."""

    tree: Node
    from_: bounds.Stretch | None = None
    to: bounds.Stretch | None = None


class _Piece(msgspec.Struct, frozen=True):
    """A part of the query's text: a word, a phrase, a parenthesis; `field` where one stands before it."""

    kind: Literal["word", "phrase", "(", ")"]
    text: str
    span: Span
    field: str | None = None
    prefix: bool = False


def parse(text: str) -> Query:
    """Read a query; raises `QueryError`, which shows the place, when it does not parse."""
    if len(text) > MAX_LENGTH:
        raise QueryError(f"the query has {len(text)} characters, and at most {MAX_LENGTH} are read")
    return _Parser(text).query()


@lru_cache(maxsize=4096)  # few outlets and languages stand on many articles
def folded_value(value: str) -> str:
    """A value as `Value` compares it: its words folded and joined; punctuation makes no difference."""
    return "_".join(tokens.words(value))


def wanted(tree: Node) -> Iterator[Term]:
    """The terms that a hit may show: all but those under a NOT and those of fields that are not text."""
    match tree:
        case Term(field=None | "headline" | "byline"):
            yield tree
        case And(parts) | Or(parts):
            for part in parts:
                yield from wanted(part)
        case _:
            pass


class _Parser:
    """Recursive descent over the pieces; `depth` is bounded, so the stack is too."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = list(_pieces(text))
        self.at = 0
        self.terms = 0
        self.from_: bounds.Stretch | None = None
        self.to: bounds.Stretch | None = None

    def query(self) -> Query:
        tree = self.either(0) if self.pieces else Everything()
        if self.at < len(self.pieces):
            fail(self.text, self.pieces[self.at].span, "this parenthesis closes nothing")
        if self.from_ and self.to and bounds.out_of_order(self.from_, self.to):
            place = [piece for piece in self.pieces if piece.field in ("from", "to")][-1]
            fail(self.text, place.span, "to: is before from:, and nothing is published between them")
        return Query(tree, self.from_, self.to)

    def either(self, depth: int) -> Node:
        parts = [self.all(depth)]
        while self.operator("OR"):
            parts.append(self.all(depth))
        if len(parts) > 1 and depth == 0 and (self.from_ or self.to):
            place = next(piece for piece in self.pieces if piece.field in ("from", "to"))
            fail(self.text, place.span, f"{place.field}: holds for the whole query; put the OR in parentheses")
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def all(self, depth: int) -> Node:
        parts = [self.negated(depth)]
        while self.operator("AND") or (self.peek() not in (None, ")") and not self.is_operator("OR")):
            parts.append(self.negated(depth))
        parts = [part for part in parts if part != Everything()] or [Everything()]
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def negated(self, depth: int) -> Node:
        if self.operator("NOT"):
            if depth >= MAX_DEPTH:
                fail(self.text, self.pieces[self.at - 1].span, f"more than {MAX_DEPTH} levels of NOT and parentheses")
            return Not(self.negated(depth + 1))
        return self.primary(depth)

    def primary(self, depth: int) -> Node:
        if self.at >= len(self.pieces):
            fail(self.text, Span(len(self.text), len(self.text)), "the query ends where a word is missing")
        piece = self.pieces[self.at]
        if piece.kind == ")":
            fail(self.text, piece.span, "a word is missing before this parenthesis")
        if any(self.is_operator(word) for word in ("AND", "OR")):
            fail(self.text, piece.span, f"a word is missing before {piece.text}; write it in quotes to look for it")
        self.at += 1
        if piece.kind != "(":
            return self.term(piece, depth)
        if depth >= MAX_DEPTH:
            fail(self.text, piece.span, f"more than {MAX_DEPTH} levels of NOT and parentheses")
        inner = self.either(depth + 1)
        if self.peek() != ")":
            fail(self.text, piece.span, "this parenthesis is not closed")
        self.at += 1
        return inner

    def term(self, piece: _Piece, depth: int) -> Node:
        self.terms += 1
        if self.terms > MAX_TERMS:
            fail(self.text, piece.span, f"more than {MAX_TERMS} words and phrases")
        if piece.field in ("from", "to"):
            return self.bound(piece, depth)
        if piece.field in _VALUE_FIELDS:
            value = folded_value(piece.text)
            if not value:
                fail(self.text, piece.span, f"{piece.field}: has no value")
            return Value(piece.field, value, piece.prefix)  # type: ignore[arg-type]  # held by _VALUE_FIELDS
        found, cut_short = tokens.sought(piece.text)
        if not found:
            fail(self.text, piece.span, "there is no word in this to look for")
        if len(found) > MAX_PHRASE:
            fail(self.text, piece.span, f"a phrase of more than {MAX_PHRASE} words")
        return Term(found, piece.prefix or cut_short, piece.field)  # type: ignore[arg-type]  # held by _pieces

    def bound(self, piece: _Piece, depth: int) -> Node:
        if depth > 0:
            fail(self.text, piece.span, f"{piece.field}: holds for the whole query, and cannot stand within NOT or parentheses")
        try:
            found = bounds.bound(piece.text)
        except QueryError as error:
            fail(self.text, piece.span, error.message)
        if (self.from_ if piece.field == "from" else self.to) is not None:
            fail(self.text, piece.span, f"{piece.field}: stands twice")
        if piece.field == "from":
            self.from_ = found
        else:
            self.to = found
        return Everything()

    def peek(self) -> str | None:
        return self.pieces[self.at].kind if self.at < len(self.pieces) else None

    def is_operator(self, name: str) -> bool:
        piece = self.pieces[self.at] if self.at < len(self.pieces) else None
        return piece is not None and piece.kind == "word" and piece.field is None and not piece.prefix and piece.text == name

    def operator(self, name: str) -> bool:
        found = self.is_operator(name)
        self.at += found
        return found


def _pieces(text: str) -> Iterator[_Piece]:
    """Cut a query's text into words, phrases and parentheses, once over it."""
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace():
            at += 1
        elif char == "(":
            yield _Piece("(", char, Span(at, at + 1))
            at += 1
        elif char == ")":
            yield _Piece(")", char, Span(at, at + 1))
            at += 1
        else:
            piece = _word(text, at)
            yield piece
            at = piece.span.end


def _word(text: str, start: int) -> _Piece:
    """The word or phrase that begins at `start`, with the field before it and the star after it."""
    at, field = start, None
    if text[at] not in _QUOTES:
        end = _word_end(text, at)
        name, colon, _ = text[at:end].partition(":")
        if colon and name.lower() in _FIELDS:
            field, at = name.lower(), at + len(name) + 1
            if at >= len(text) or text[at].isspace() or text[at] in "()":
                fail(text, Span(start, at), f"{field}: needs its value right after the colon")
        elif colon and name.isalpha():
            fail(
                text,
                Span(start, at + len(name)),
                f"there is no field {name!r}, only {', '.join(_FIELDS)}; quotes look for the words",
            )
    if text[at] in _QUOTES:
        close = next((i for i in range(at + 1, len(text)) if text[i] in _QUOTES), None)
        if close is None:
            fail(text, Span(at, at + 1), "this quote is not closed")
        star = text.startswith("*", close + 1)
        return _Piece("phrase", text[at + 1 : close], Span(start, close + 1 + star), field, star)
    end = _word_end(text, at)
    word = text[at:end]
    return _Piece("word", word.removesuffix("*"), Span(start, end), field, len(word) > 1 and word.endswith("*"))


def _word_end(text: str, at: int) -> int:
    return next((i for i in range(at, len(text)) if text[i].isspace() or text[i] in "()" or text[i] in _QUOTES), len(text))


def fail(text: str, place: Span, message: str) -> NoReturn:
    """Raise a `QueryError` that shows the place in the query with a line of carets under it."""
    begin, end = max(0, place.start - _EXCERPT), min(len(text), place.end + _EXCERPT)
    shown = "".join(char if char.isprintable() else " " for char in text[begin:end])
    carets = " " * (place.start - begin) + "^" * max(1, min(place.end, end) - place.start)
    raise QueryError(f"{message} (at character {place.start + 1})\n  {shown}\n  {carets}")
