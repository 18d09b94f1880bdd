"""JSONL and Parquet: what goes out comes back, and what is no record is told."""

from __future__ import annotations

from datetime import timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import SourceError
from dateline.exchange import FORMATS, read_jsonl, read_parquet
from dateline.exchange import parquet as parquet_format
from dateline.records import (
    Access,
    Article,
    Author,
    AuthorKind,
    Comment,
    Evidence,
    Genre,
    Image,
    Kind,
    Link,
    Moment,
    Note,
    Paragraph,
    ParagraphKind,
    Precision,
    Span,
    to_json,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Iterable

READERS = {"jsonl": read_jsonl, "parquet": read_parquet}

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAYBE = st.none() | TEXT
SPANS = st.builds(Span, st.integers(0, 2**40), st.integers(0, 2**40))
CONFIDENCE = st.floats(0, 1)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timedelta(minutes=minutes))
MOMENTS = st.none() | st.builds(
    Moment.at, st.datetimes(), precision=st.sampled_from(get_args(Precision)), offset=st.none() | OFFSETS
)
PARAGRAPHS = st.builds(Paragraph, st.sampled_from(get_args(ParagraphKind)), TEXT, SPANS, CONFIDENCE)
COMMENTS = st.builds(Comment, text=TEXT, span=SPANS, author=MAYBE, published=MOMENTS)


def several(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """None to two of them, as a tuple."""
    return st.lists(items, max_size=2).map(tuple)


ARTICLES = st.builds(
    Article,
    uri=TEXT,
    **dict.fromkeys(("url", "canonical_url", "outlet", "news_id", "headline", "subheadline", "byline", "source"), MAYBE),
    **dict.fromkeys(("dateline", "language", "section"), MAYBE),
    authors=several(st.builds(Author, TEXT, st.sampled_from(get_args(AuthorKind)))),
    published=MOMENTS,
    modified=MOMENTS,
    keywords=several(TEXT),
    genre=st.none() | st.sampled_from(get_args(Genre)),
    access=st.none() | st.sampled_from(get_args(Access)),
    kind=st.sampled_from(get_args(Kind)),
    body=several(PARAGRAPHS),
    comments=several(COMMENTS),
    posts=several(COMMENTS),
    images=several(st.builds(Image, url=TEXT, alt=MAYBE, caption=MAYBE, caption_span=st.none() | SPANS, credit=MAYBE)),
    links=several(st.builds(Link, TEXT, TEXT, SPANS)),
    corrections=several(PARAGRAPHS),
    text=TEXT,
    evidence=several(
        st.builds(
            Evidence,
            **dict.fromkeys(("field", "method", "raw", "value"), TEXT),
            confidence=CONFIDENCE,
            chosen=st.booleans(),
            span=st.none() | SPANS,
            path=MAYBE,
        )
    ),
    notes=several(st.builds(Note, TEXT, TEXT)),
    capture=TEXT,
    captured_at=st.none() | st.datetimes(timezones=OFFSETS.map(timezone)),
    reader=TEXT,
)


def written(format_: str, articles: Iterable[Article], path: Path) -> Path:
    """A file of that format."""
    path.write_bytes(b"".join(FORMATS[format_].write(articles)))
    return path


@pytest.mark.parametrize("format_", READERS)
@settings(max_examples=40, deadline=None)
@given(articles=st.lists(ARTICLES, max_size=2))
def test_comes_back_without_loss(format_: str, articles: list[Article]) -> None:
    """Any records come back as they were, to the last byte of their JSON."""
    with TemporaryDirectory() as folder:
        back = list(READERS[format_](written(format_, articles, Path(folder, "file"))))
    assert back == articles
    assert [to_json(each) for each in back] == [to_json(each) for each in articles]


@pytest.mark.parametrize("format_", READERS)
def test_hostile_text_comes_back(format_: str, hostile: Article, tmp_path: Path) -> None:
    """Hostile text comes back as it was; only lone surrogates, which UTF-8 cannot hold, are U+FFFD."""
    (back,) = READERS[format_](written(format_, [hostile], tmp_path / "file"))
    expected = (hostile.headline or "").replace("\ud83d", "\ufffd")
    assert (back.headline, back.body[0].text, back.notes[0].detail, back.evidence[0].raw) == (expected,) * 4
    assert len(back.text) == len(hostile.text)


def test_jsonl_line_has_no_other_line_break(hostile: Article) -> None:
    """A line holds no control character and none of Unicode's line breaks or changes of direction."""
    (line,) = FORMATS["jsonl"].write([hostile])
    text = line.decode()
    assert text.endswith("\n")
    assert len(text.splitlines()) == 1
    assert not set(text[:-1]) & set("\x7f\x9b\u202e\u2067")


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b"{", id="cut"),
        pytest.param(b"[]", id="list"),
        pytest.param(b'{"uri": 1}', id="wrong-type"),
        pytest.param(b"{}", id="missing"),
        pytest.param(b'{"uri": "\xff"}', id="not-utf-8"),
        pytest.param(b'{"x": ' + b"[" * 100_000, id="deep"),
        pytest.param(b'{"uri":"u","capture":"c","reader":"r","published":{"local":"never","precision":"day"}}', id="moment"),
    ],
)
def test_bad_line_is_named(article: Article, tmp_path: Path, bad: bytes) -> None:
    """A line that is no record is an error that names file and line, or is told and passed over."""
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + to_json(article) + b"\n\n" + bad + b"\r\n" + to_json(article))
    records = read_jsonl(path)
    assert next(records) == article
    with pytest.raises(SourceError, match="line 3 is no record") as caught:
        next(records)
    assert caught.value.subject == str(path)
    failures: list[SourceError] = []
    assert list(read_jsonl(path, failed=failures.append)) == [article, article]
    assert [failure.message[:6] for failure in failures] == ["line 3"]


def test_endless_line_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line longer than any record's ends the reading: it is not collected first."""
    monkeypatch.setattr("dateline.exchange.jsonl.MAX_LINE", 100)
    (tmp_path / "file").write_bytes(b" " * 101)
    with pytest.raises(SourceError, match="line 1 is longer than 100 bytes"):
        list(read_jsonl(tmp_path / "file"))


@pytest.mark.parametrize("format_", READERS)
def test_unreadable_file_is_told(format_: str, tmp_path: Path) -> None:
    """A missing file, and a folder, are errors that name them."""
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(SourceError) as caught:
            list(READERS[format_](path))
        assert caught.value.subject == str(path)


@pytest.mark.parametrize("content", [b"", b"no such thing", b"PAR1" + b"\xff" * 40 + b"PAR1"], ids=["empty", "other", "damaged"])
def test_what_is_no_parquet_is_told(tmp_path: Path, content: bytes) -> None:
    """A file that is no Parquet is an error that says so."""
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(SourceError, match="no Parquet"):
        list(read_parquet(tmp_path / "file"))


def test_parquet_of_a_newer_form_is_refused(article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that a newer Dateline wrote is refused, not misread."""
    path = written("parquet", [article], tmp_path / "file")
    monkeypatch.setattr(parquet_format, "SCHEMA_VERSION", 0)
    with pytest.raises(SourceError, match="newer Dateline"):
        list(read_parquet(path))


def test_parquet_of_others(article: Article, tmp_path: Path) -> None:
    """A file without our metadata is read by its columns; rows that are no record are named, other columns passed over."""
    import pyarrow as pa
    from pyarrow import parquet

    path = tmp_path / "file"
    good: dict[str, object] = {"uri": article.uri, "capture": "c", "reader": "r", "captured_at": article.captured_at, "extra": 1}
    parquet.write_table(pa.Table.from_pylist([good, good | {"uri": None}]), path)
    failures: list[SourceError] = []
    assert list(read_parquet(path, failed=failures.append)) == [
        Article(uri=article.uri, capture="c", reader="r", captured_at=article.captured_at)
    ]
    assert [failure.message[:15] for failure in failures] == ["row 2 is no rec"]


def test_parquet_row_groups_are_bounded(article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row group ends at its number of rows or characters, and what is written leaves before the next one is gathered."""
    from pyarrow import parquet

    monkeypatch.setattr(parquet_format, "_GROUP_ROWS", 3)
    monkeypatch.setattr(parquet_format, "_GROUP_CHARACTERS", 50)
    small, large = (msgspec.structs.replace(article, text="x" * length) for length in (1, 60))
    taken = 0

    def articles() -> Iterable[Article]:
        nonlocal taken
        for taken, each in enumerate([small] * 4 + [large] * 2, 1):  # noqa: B007 - seen from outside
            yield each

    at = [taken for _ in FORMATS["parquet"].write(articles())]
    assert at == [3, 5, 6, 6]
    file = parquet.ParquetFile(written("parquet", articles(), tmp_path / "file"))
    assert [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)] == [3, 2, 1]
    assert file.schema_arrow.metadata[b"dateline.schema"] == b"1"
