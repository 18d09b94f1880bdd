"""The front door of statements: order, links, spans of articles."""

from __future__ import annotations

import pytest

from dateline import Span, Statement, find_statements, read
from dateline.statements.find import in_order

PAGE = """<html><head><title>Brücke gesperrt - Lunder Blatt</title></head><body lang="de"><nav>Start | Nachrichten</nav><article><h1>Brücke gesperrt</h1>
<p>Die alte Brücke über den Fluss wird im kommenden Sommer für den gesamten Verkehr gesperrt, wie der Rat der Stadt am Montag nach langer Beratung beschlossen hat.</p>
<aside>Mehr zum Thema: Fähren</aside>
<p>„Wir haben lange genug gewartet, und die Brücke ist nicht mehr sicher“, sagte Bürgermeisterin Anna Holm nach der Sitzung des Rates vor vielen Besuchern.</p>
</article><footer>Impressum</footer></body></html>"""


def test_spans_of_an_article() -> None:
    """Spans of an article's statements point into the text of its page, past what is no prose."""
    article = read(PAGE.encode(), url="https://example.org/a")
    (said,) = find_statements(article)
    assert said.kind == "quote"
    assert [span.of(article.text) for span in said.content] == [
        "„Wir haben lange genug gewartet, und die Brücke ist nicht mehr sicher“"
    ]
    assert [span.of(article.text) for span in (*said.cue, *said.speaker)] == ["sagte", "Bürgermeisterin Anna Holm"]


def test_order_and_within() -> None:
    """Statements go by their content; one that stands in an attribution's content points to it, one beside it does not."""
    first = Statement(kind="quote", content=(Span(10, 20), Span(30, 40)))
    second = Statement(kind="paraphrase", content=(Span(50, 60),))
    inner = Statement(kind="plan", content=(Span(32, 40),))
    beside = Statement(kind="plan", content=(Span(22, 28),))
    found = in_order((second, first), (inner, beside))
    assert [one.content[0].start for one in found] == [10, 22, 32, 50]
    assert [one.within for one in found] == [None, None, 0, None]


@pytest.mark.parametrize("text", ["", " \n ", "Nothing.", "…"], ids=["empty", "blank", "plain", "mark"])
def test_nothing_is_said(text: str) -> None:
    """Where nothing is said, nothing is found."""
    assert find_statements(text) == ()


def test_a_language_without_words() -> None:
    """In a language without cue words nothing is made up."""
    assert find_statements("”Ei”, sanoi pääministeri.", language="fi") == ()
