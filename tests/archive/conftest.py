"""Makes captures and the records read from them, by hand, since the reader is tested elsewhere; and archives on every database."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from tests.archive.places import ENGINES, places

from dateline.archive import open_archive
from dateline.records import Article, Capture, Evidence, Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dateline.archive import Archive


class MakePage(Protocol):
    """Makes a page of these paragraphs; `at` is the time of capture in ISO 8601, `furniture` a last line that is not body."""

    def __call__(
        self, *paragraphs: str, headline: str | None = None, at: str | None = None, furniture: str = "", **fields: Any
    ) -> tuple[Capture, Article]:
        """Capture and record."""
        ...


def make_page(
    *paragraphs: str, headline: str | None = None, at: str | None = None, furniture: str = "", **fields: Any
) -> tuple[Capture, Article]:
    """See `MakePage`."""
    lines = [line for line in (headline, *paragraphs, furniture) if line]
    text = "\n".join(lines)
    evidence = () if headline is None else (_visible("headline", headline),)
    start = len(headline) + 1 if headline else 0
    body = []
    for paragraph in paragraphs:
        body.append(Paragraph("paragraph", paragraph, Span(start, start + len(paragraph)), 0.9))
        start += len(paragraph) + 1
    url = fields.get("url")
    capture = Capture(
        content=text.encode("utf-8", "surrogatepass"),
        url=url,
        captured_at=datetime.fromisoformat(at) if at else None,
        origin=fields.pop("origin", None),
    )
    known: dict[str, Any] = {
        "uri": fields.get("canonical_url") or url or f"urn:sha256:{sha256(chr(10).join(paragraphs).encode()).hexdigest()}"
    }
    defaults: dict[str, Any] = {"kind": "article", "reader": "test/1", "access": "full"}
    record = Article(
        **(known | defaults | fields),
        headline=headline,
        body=tuple(body),
        text=text,
        evidence=evidence,
        capture=capture.sha256,
        captured_at=capture.captured_at,
    )
    return capture, record


def _visible(field: str, value: str) -> Evidence:
    return Evidence(
        field=field, method="first line", raw=value, value=value, confidence=0.9, chosen=True, span=Span(0, len(value))
    )


@pytest.fixture(scope="session")
def page() -> MakePage:
    """The maker."""
    return make_page


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The database that an archive is in: each test runs on both."""
    return str(request.param)


@pytest.fixture
def place(engine: str, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Gives the address of a place for an archive, a new one for each name."""
    with places(engine, tmp_path) as new:
        yield new


@pytest.fixture
def archive(place: Callable[[str], str]) -> Iterator[Archive]:
    """A new archive."""
    with open_archive(place("archive"), create=True) as opened:
        yield opened
