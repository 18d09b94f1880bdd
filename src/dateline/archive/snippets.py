"""Where a record shows what was looked for: highlights and snippets, made from the stored text with the index's own tokens."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dateline.archive.query import wanted
from dateline.archive.results import Snippet
from dateline.archive.tokens import tokens, words
from dateline.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.archive.query import Node, Term
    from dateline.archive.tokens import Token
    from dateline.records import Paragraph

# About three lines of a terminal.
SNIPPET_LENGTH = 240
OPENING_LENGTH = 120
# A hit further into a page than a novel is long is shown without its place.
_SEARCHED_LENGTH = 1_000_000


class Lookout:
    """What a query looks for in text, made ready once and used on every hit."""

    def __init__(self, tree: Node) -> None:
        terms = set(wanted(tree))
        self._body = _Sequences(term for term in terms if term.field is None)
        self._headline = _Sequences(term for term in terms if term.field in (None, "headline"))

    def headline(self, text: str | None) -> tuple[Span, ...]:
        """The places in a headline."""
        return tuple(_spans(text, self._headline.found(text))) if text else ()

    def snippet(self, body: Sequence[Paragraph]) -> Snippet | None:
        """The stretch of the body that shows most: from the first paragraph with the most different terms; else the opening."""
        best: tuple[int, Paragraph, list[_Place]] | None = None
        read = 0
        for paragraph in body:
            read += len(paragraph.text)
            if read > _SEARCHED_LENGTH:
                break
            places = self._body.found(paragraph.text)
            different = len({place.term for place in places})
            if different > (best[0] if best else 0):
                best = (different, paragraph, places)
        if best:
            return _around(best[1], _spans(best[1].text, best[2]))
        return _around(body[0], []) if body else None


class _Place(NamedTuple):
    """Where a term stands in a text: from this token on."""

    first: int
    term: Term


class _Sequences:
    """Sequences of tokens, by how they begin."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._whole: dict[str, list[Term]] = {}
        self._beginnings: list[Term] = []  # whose only token is a beginning
        for term in terms:
            if term.prefix and len(term.tokens) == 1:
                self._beginnings.append(term)
            else:
                self._whole.setdefault(term.tokens[0], []).append(term)

    def found(self, text: str) -> list[_Place]:
        """Where the sequences stand in a text, in order. Most texts hold none, which the words alone tell."""
        there = words(text)
        places = [_Place(at, term) for at, word in enumerate(there) if word in self._whole for term in self._whole[word]]
        places = [place for place in places if _stands(place, there)]
        for term in self._beginnings:
            places += [_Place(at, term) for at, word in enumerate(there) if word.startswith(term.tokens[0])]
        return sorted(places, key=lambda place: place.first)


def _stands(place: _Place, there: list[str]) -> bool:
    wanted_here = place.term.tokens
    here = there[place.first : place.first + len(wanted_here)]
    if not place.term.prefix:
        return here == list(wanted_here)
    return here[:-1] == list(wanted_here[:-1]) and len(here) == len(wanted_here) and here[-1].startswith(wanted_here[-1])


def _spans(text: str, places: list[_Place]) -> list[Span]:
    """The places in code points, those that overlap as one."""
    needed = max((place.first + len(place.term.tokens) for place in places), default=0)
    there = list(islice(tokens(text), needed))
    spans: list[Span] = []
    for first, term in places:
        start, end = there[first].start, _end(term, there[first + len(term.tokens) - 1])
        if not spans or start >= spans[-1].end:
            spans.append(Span(start, end))
        elif end > spans[-1].end:
            spans[-1] = Span(spans[-1].start, end)
    return spans


def _end(term: Term, last: Token) -> int:
    """A single letter of a script without spaces is shown alone, though its token is a pair."""
    return last.start + 1 if term.prefix and last.dense and len(term.tokens[-1]) == 1 else last.end


def opening(body: Sequence[Paragraph]) -> str:
    """The first words of a body, in one line."""
    return " ".join(body[0].text[: _fit(body[0].text, 0, OPENING_LENGTH)].split()) if body else ""


def _around(paragraph: Paragraph, places: list[Span]) -> Snippet:
    """A stretch of a paragraph with its places in it, as many as fit after the first."""
    text = paragraph.text
    start = 0
    if places and places[0].end > SNIPPET_LENGTH:
        start = max(0, places[0].start - SNIPPET_LENGTH // 4)
        space = text.find(" ", start, places[0].start)
        start = space + 1 if space >= 0 else start
    end = max(_fit(text, start, SNIPPET_LENGTH), places[0].end if places else 0)
    shown = tuple(Span(place.start - start, place.end - start) for place in places if place.end <= end)
    return Snippet(text[start:end], shown, Span(paragraph.span.start + start, paragraph.span.start + end))


def _fit(text: str, start: int, length: int) -> int:
    """Where to end after at most `length` code points: at the text's end, or between words where there are such."""
    if len(text) - start <= length:
        return len(text)
    space = text.rfind(" ", start + length // 2, start + length)
    return space if space >= 0 else start + length
