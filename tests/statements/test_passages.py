"""The prose of an article and the way back to its page."""

from __future__ import annotations

from datetime import date

from dateline import read
from dateline.records import Span
from dateline.statements.passages import passages

PAGE = """<html><head><title>Bridge to close - The Lund Gazette</title></head><body><nav>Home | News</nav><article><h1>Bridge to close</h1>
<p>Mayor Jane Holm said on Monday that the old bridge over the river would be closed to all traffic for the whole of the coming summer.</p>
<aside>Read more: ferries</aside>
<p>“We have waited for long enough, and the engineers have told us that it is not safe any more,” she said at a meeting of the council.</p>
<p>Paul Rive, who owns the ferry, said that he would carry people and bicycles over the river for as long as the work goes on.</p>
</article><footer>Contact</footer></body></html>"""


def test_a_text_is_itself() -> None:
    """A text is taken as it is, and its spans are its own."""
    prose = passages("One.\nTwo.", date(2021, 3, 1), "en")
    assert prose.text == "One.\nTwo."
    assert prose.original(Span(2, 7)) == (Span(2, 7),)


def test_spans_of_a_body() -> None:
    """Every word of the prose is found again in the article's text; what runs over a line's end comes in pieces."""
    article = read(PAGE.encode(), url="https://example.org/a")
    prose = passages(article, None, None)
    assert prose.published == article.published
    for word in ("Holm", "bridge", "Rive"):
        start = prose.text.index(word)
        (span,) = prose.original(Span(start, start + len(word)))
        assert span.of(article.text) == word
    end = prose.text.index("\n")
    pieces = prose.original(Span(end - 5, end + 6))
    assert [piece.of(article.text) for piece in pieces] == [prose.text[end - 5 : end], prose.text[end + 1 : end + 6]]


def test_an_empty_body() -> None:
    """An article without a body has no prose."""
    assert passages(read(b"<p></p>"), None, None).text == ""
