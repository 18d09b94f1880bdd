"""Articles built by hand about an invented outlet, and texts that would like to be more than text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Protocol

import pytest

from dateline.records import (
    Article,
    Author,
    Comment,
    Evidence,
    Image,
    Link,
    Moment,
    Note,
    Paragraph,
    ParagraphKind,
    Span,
)  # fmt: skip

HOSTILE = {
    "controls": "a\x00b\x07c\x1b[31md\x7fe\x9bf",
    "cdata": "one ]]> two <![CDATA[ three",
    "script": "</script><script>alert(1)</script><img src=x onerror=alert(1)>&amp;",
    "formula": "=HYPERLINK(A1)",
    "formula-later": "quiet;=1+2\n+3\t@sum",
    "bidi": "left \u202eright \u2067inner",
    "surrogate": "half \ud83d pair",
    "noncharacters": "\ufffe and \uffff and \ufeff",
    "line-ends": "one\r\ntwo\rthree\u2028four\x85five\x0csix",
    "fence": "---\nkey: value\n---\n",
    "markdown": "# no *head* [link](javascript:x) `code` ~~~\n1. item\n- item\n> quote\n\n    code\n===\n| a | b |\n|---|---|",
    "backticks": "`````\n```` x",
    "tex": r"\input{x} 100% {unbalanced #1 $a_b^c~d & }}{",
    "ris": "title\nER  - \nTY  - BOOK",
    "yaml": "'quoted' \"double\" \\ : # - {a: [b]} !!python &x *x",
    "template": "{{ site.secret }} {% include x %}",
    "addresses": "www.harbourpost.example http://harbourpost.example/?a=1 mara@harbourpost.example",
}


class MakeArticle(Protocol):
    """Makes an article of `(kind, text)` paragraphs; the page's text is theirs."""

    def __call__(self, *paragraphs: tuple[ParagraphKind, str], **fields: Any) -> Article:
        """The record."""
        ...


def make_article(*paragraphs: tuple[ParagraphKind, str], **fields: Any) -> Article:
    """See `MakeArticle`."""
    body, start = [], 0
    for kind, text in paragraphs:
        body.append(Paragraph(kind, text, Span(start, start + len(text)), 0.75))
        start += len(text) + 1
    known: dict[str, Any] = {
        "uri": "https://harbourpost.example/12",
        "capture": "ab12cd34" * 8,
        "reader": "test/1",
        "kind": "article",
    }
    return Article(**(known | fields), body=tuple(body), text="\n".join(text for _, text in paragraphs))


@pytest.fixture(scope="session")
def make() -> MakeArticle:
    """The maker."""
    return make_article


def hostile_article(text: str) -> Article:
    """An article that has `text` wherever a record has text."""
    moment = Moment(local="2023-05-12T21:37", precision="minute")
    return make_article(
        *[(kind, text) for kind in ("paragraph", "heading", "list item", "quotation", "table row", "preformatted", "term")],
        url=f"https://harbourpost.example/{text}",
        outlet=text,
        news_id=text,
        headline=text,
        subheadline=text,
        byline=text,
        authors=(Author(text), Author(text, "desk")),
        source=text,
        dateline=text,
        published=moment,
        language="en",
        section=text,
        keywords=(text, text),
        comments=(Comment(text=text, span=Span(0, 1), author=text, published=moment),),
        posts=(Comment(text=text, span=Span(0, 1), author=text, published=moment),),
        images=(Image(url=text, alt=text, caption=text, credit=text),),
        links=(Link(text, text, Span(0, 1)),),
        corrections=(Paragraph("paragraph", text, Span(0, 1), 0.5),),
        evidence=(Evidence(field="headline", method="h1", raw=text, value=text, confidence=0.5, chosen=True, path=text),),
        notes=(Note("a-code", text),),
    )


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> Article:
    """An article with one of the hostile texts in every field."""
    return hostile_article(HOSTILE[request.param])


@pytest.fixture
def article() -> Article:
    """An article with a value in every field."""
    return make_article(
        ("paragraph", "The harbour council said on Friday that the lighthouse would be moved before the end of the year."),
        ("heading", "What it costs"),
        ("list item", "two million for the tower"),
        ("list item", "one million for the quay"),
        ("quotation", "We have waited long enough.\nNow we build."),
        ("table row", "2022\t3 storms"),
        ("preformatted", "N  54.1\nE  12.3"),
        url="https://harbourpost.example/12?from=front",
        canonical_url="https://harbourpost.example/12",
        outlet="harbour-post",
        news_id="12",
        headline="Council moves lighthouse",
        subheadline="Three storms were enough",
        byline="By Mara Quill and the Night Desk",
        authors=(Author("Mara Quill"), Author("Night Desk", "desk")),
        source="Quay Wire",
        dateline="PORT ELLERY",
        published=Moment(local="2023-05-12T21:37", precision="minute", offset="+02:00", zone_source="explicit"),
        modified=Moment(local="2023-05-13", precision="day"),
        language="en-GB",
        section="Harbour",
        keywords=("lighthouse", "council"),
        genre="opinion",
        access="full",
        comments=(
            Comment(text="At last.", span=Span(0, 8), author="quayside", published=Moment(local="2023-05-14", precision="day")),
        ),
        images=(Image(url="https://harbourpost.example/12.jpg", alt="A tower", caption="The tower in May", credit="Ole Brandt"),),
        links=(Link("https://harbourpost.example/9", "three storms", Span(3, 9)),),
        corrections=(Paragraph("paragraph", "An earlier text named another quay.", Span(4, 9), 0.5),),
        evidence=(
            Evidence(field="headline", method="h1", raw="Council", value="Council", confidence=0.9, chosen=True, span=Span(0, 7)),
        ),
        notes=(Note("zone-unknown", "The page names no zone."),),
        captured_at=datetime(2024, 2, 3, 4, 5, 6, 789, tzinfo=UTC),
    )
