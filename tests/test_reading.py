"""What holds for every reading of any page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline

PAGES = sorted((Path(__file__).resolve().parents[1] / "examples" / "pages").iterdir())
NOW = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)

# Pieces that real and hostile markup is made of.
PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div class='comment'>",
            "</div>",
            "<h1>",
            "</h1>",
            "<article>",
            "<li>",
            "<td>",
            "<tr>",
            "<table>",
            "<br>",
        ),
        *("<a href='/news/12345'>", "</a>", "<time datetime='2024-02-30'>", "<time datetime='2024-03-14T08:15:00Z'>", "</time>"),
        *(
            "<span class='byline'>By A. Orr</span>",
            "<meta property='og:title' content='T | Outlet'>",
            "<title>T</title>",
            "<!--",
            "-->",
        ),
        *(
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"T","author":[{"name":"A"}]}</script>',
            "<html lang=fa>",
        ),
        *(
            "By: A. Orr\n",
            "News ID: 96957\n",
            "Publish Date : 23 November 2021 - 21:37\n",
            "* Comment:\n",
            "۱۴۰۲/۰۸/۱۲",
            "2 hours ago",
        ),
        *(
            "The harbour council voted on Tuesday to keep the night ferry running through the winter. ",
            "\x00",
            "\u202e",
            "\ud800",
            "𝔄",
        ),
        *(
            "&amp;",
            "&#0;",
            "<![CDATA[",
            "<svg>",
            "<noscript>",
            "<pre>",
            "\r\n",
            "(Reuters) - ",
            "<figcaption>Photo: A</figcaption>",
        ),
    ]
)
MARKUP = st.lists(PIECES | st.text(max_size=20), max_size=60).map("".join)


# What is told of the reading, not read from the page; and `kind`, which is "other" without a reason where there is no text.
RECORDED = {"uri", "url", "text", "evidence", "notes", "capture", "captured_at", "reader", "kind"}


def check(reading: dateline.Reading) -> None:
    """The promises of every record: evidence for values, spans in range and equal to their words, JSON and back."""
    page, article = reading.page, reading.article
    text = page.text
    assert article.text == text
    for e in article.evidence:
        assert 0 <= e.confidence <= 1
        assert (e.span is None) != (e.path is None), e
        if e.span is not None:
            assert 0 <= e.span.start <= e.span.end <= len(text)
            assert e.span.of(text) == e.raw, e.field
    for paragraph in (*article.body, *article.corrections):
        assert paragraph.span.of(text) == paragraph.text
    for item in (*article.comments, *article.posts):
        assert item.span.of(text) == item.text
    for link in article.links:
        assert link.span.of(text) == link.text
    assert [line.span for line in reading.lines] == [dateline.Span(b.start, b.end) for b in page.blocks]
    supported = {e.field for e in article.evidence if e.chosen}
    for field in msgspec.structs.fields(article):
        if field.name not in RECORDED:
            assert not getattr(article, field.name) or field.name in supported, field.name
    assert article.uri
    assert dateline.article_from_json(dateline.to_json(article)) == article


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_examples(path: Path) -> None:
    """Every example page keeps the promises, as bytes, with and without its outlet's address."""
    content = path.read_bytes()
    check(dateline.read_page(content))
    check(dateline.read_page(content, url="https://harbour.example/news/2024/03/14/58213", captured_at=NOW))


@settings(max_examples=150, deadline=None)
@given(MARKUP, st.sampled_from([None, "text/html", "text/plain"]))
def test_any_markup(markup: str, media_type: str | None) -> None:
    """Arbitrary markup and text are read, and keep the promises."""
    check(dateline.read_page(markup, media_type=media_type, captured_at=NOW))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=3_000), st.sampled_from([None, "text/html", "text/plain"]))
def test_any_bytes(content: bytes, media_type: str | None) -> None:
    """Arbitrary bytes are read, and keep the promises."""
    check(dateline.read_page(content, media_type=media_type))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(PAGES), st.data())
def test_truncated_and_damaged_pages(path: Path, data: st.DataObject) -> None:
    """A page cut anywhere, with some of its bytes changed, is read."""
    content = bytearray(path.read_bytes())
    del content[data.draw(st.integers(0, len(content))) :]
    for _ in range(data.draw(st.integers(0, 10))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    check(dateline.read_page(bytes(content)))


def test_reading_twice_gives_the_same() -> None:
    """The reader has no clock and no memory: the same page gives the same record."""
    for path in PAGES:
        assert dateline.read(path.read_bytes()) == dateline.read(path.read_bytes())


BAD = {
    "empty": (b"", "input.empty"),
    "white space": (b" \n\t ", "input.empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "input.binary"),
    "a document": (b"%PDF-1.7 " + bytes(range(256)) * 10, "input.binary"),
    "noise": (bytes((i * 197 + i // 7) % 256 for i in range(30_000)), "input.binary"),
    "nothing but NULs": (b"\0" * 5_000, "input.binary"),
}


@pytest.mark.parametrize(("content", "code"), BAD.values(), ids=BAD)
def test_what_is_no_page_says_so(content: bytes, code: str) -> None:
    """Input that is no page gives a record of kind other with the reason, and no value."""
    article = dateline.read(content)
    assert article.kind == "other"
    assert code in {note.code for note in article.notes}
    assert (article.headline, article.body, article.published, article.authors) == (None, (), None, ())


STORY = "The harbour council voted on Tuesday to keep the night ferry running through the winter, after a long debate."
HARD = {
    "five thousand nested tags": "<div>" * 5_000 + f"<p>{STORY}</p>" * 3,
    "everything unclosed": f"<html><body><div><table><tr><td><b><i><p>{STORY}<p>{STORY}<p>{STORY}",
    "NULs in the text": f"<p>{STORY}\0</p>" * 3,
    "truncated utf-8": (f"<p>{STORY}</p>" * 3 + "é").encode()[:-1],
    "a wrong charset": b'<meta charset="utf-16">' + f"<p>{STORY}</p>".encode() * 3,
}


@pytest.mark.parametrize("content", HARD.values(), ids=HARD)
def test_hard_pages_keep_their_words(content: str | bytes) -> None:
    """Broken markup loses no words."""
    reading = dateline.read_page(content, media_type="text/html")
    check(reading)
    assert "night" in reading.page.text
    assert len(reading.page.blocks) >= 1


def test_fifty_megabytes() -> None:
    """A page of 50 MB is read up to the limit, and says where it was cut."""
    article = dateline.read(b"<p>" + STORY.encode() + b"</p>" * 1 + b"<p>x y z</p>" * 4_200_000)
    assert "limit.bytes" in {note.code for note in article.notes}


def test_limits_are_options() -> None:
    """A caller's limits hold, and the notes name them."""
    options = dateline.ReadOptions(limits=dateline.Limits(max_bytes=2_000, max_blocks=5))
    article = dateline.read(f"<p>{STORY}</p>" * 100, media_type="text/html", options=options)
    assert {"limit.bytes", "limit.blocks"} <= {note.code for note in article.notes}


def test_arguments() -> None:
    """A capture is read as it is, what is given beside it wins, and a naive capture time is refused."""
    capture = dateline.Capture(content=STORY.encode(), url="https://harbour.example/a", media_type="text/plain")
    assert dateline.read(capture).url == "https://harbour.example/a"
    assert dateline.read(capture, url="https://harbour.example/b").url == "https://harbour.example/b"
    with pytest.raises(ValueError, match="aware"):
        dateline.read(STORY, captured_at=NOW.replace(tzinfo=None))
    with pytest.raises(dateline.ProfileError, match="no-such-outlet"):
        dateline.read(STORY, options=dateline.ReadOptions(outlet="no-such-outlet"))


def test_an_address_that_is_no_text() -> None:
    """What does not decode in an address is replaced and noted, since no record that holds it could be written."""
    article = dateline.read(STORY, url="https://harbour.example/\udce9\ud800")
    assert article.url == "https://harbour.example/\ufffd\ufffd"
    assert "url.undecodable" in {note.code for note in article.notes}
    assert dateline.article_from_json(dateline.to_json(article)) == article


def test_schema_describes_the_records() -> None:
    """The JSON Schema names every field of an article."""
    schema = dateline.article_schema()
    assert set(schema["$defs"]["Article"]["properties"]) == {field.name for field in msgspec.structs.fields(dateline.Article)}


def test_public_names() -> None:
    """Every name of `__all__` is there, and none is missing from it."""
    for name in dateline.__all__:
        assert getattr(dateline, name) is not None
    assert set(dateline.__all__) == set(dir(dateline))
