"""CSV: one row an article, for spreadsheets and data frames. Spans, evidence, comments, images and links stay out."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from dateline.exchange.text import body_text, count_words, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records import Article

# A spreadsheet runs a cell that begins with one of these (the wide forms too, in East Asian locales) as a formula. Where it
# takes semicolons or tabs to part cells, or loses a quotation mark, a cell may begin after any of those or a line feed as well.
# Spaces and apostrophes before the sign are part of the rule so that undoing it is certain.
_FORMULA = re.compile(r"((?:\A|[;\t\n])[ \xa0']*)(?=[=+\-@＝＋－＠])")
_GUARD = "'"

_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_END_EMBEDDING, _END_ISOLATE = "\u202c", "\u2069"
_ISOLATES = "\u2066\u2067\u2068"
_CLOSE = dict.fromkeys("\u202a\u202b\u202d\u202e", _END_EMBEDDING) | dict.fromkeys(_ISOLATES, _END_ISOLATE)

COLUMNS = (
    *("uri", "outlet", "news_id", "headline", "subheadline", "byline", "authors", "source", "dateline", "published", "modified"),
    *("language", "section", "keywords", "genre", "kind", "access", "words", "comments", "url", "capture", "captured_at"),
    *("reader", "text"),
)


def write_csv(articles: Iterable[Article]) -> Iterator[bytes]:
    """A flat table, one row an article, for spreadsheets; cells that would run as formulas are guarded."""
    buffer = io.StringIO()
    # Every cell in quotation marks: then a line feed or a separator within one cannot be taken for its end (RFC 4180).
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for article in articles:
        yield _taken(buffer)
        writer.writerow(row(article).values())
    yield _taken(buffer)


def row(article: Article) -> dict[str, str]:
    """The cells of an article by column, guarded."""
    made = {
        "published": str(article.published or ""),
        "modified": str(article.modified or ""),
        "authors": "; ".join(author.name for author in article.authors),
        "keywords": "; ".join(article.keywords),
        "words": "" if (words := count_words(article)) is None else str(words),
        "comments": str(len(article.comments)),
        "captured_at": article.captured_at.isoformat() if article.captured_at else "",
        "text": body_text(article),
    }
    return {name: cell(made[name] if name in made else getattr(article, name)) for name in COLUMNS}


def cell(text: str | None) -> str:
    """`text` as a cell: no control characters, no open change of direction, and no beginning that a spreadsheet would run."""
    return "" if not text else _FORMULA.sub(rf"\g<1>{_GUARD}", closed(printable(text)))


def closed(text: str) -> str:
    """`text` with an end to every bidirectional embedding and isolate that its last line leaves open.

    Otherwise it would reorder the cells after it in a text editor. A line feed ends all that are before it (UAX #9).
    """
    open_: list[str] = []
    isolates = 0
    for found in _DIRECTION.finditer(text, text.rfind("\n") + 1):
        control = found[0]
        if control in _CLOSE:
            isolates += control in _ISOLATES
            open_.append(_CLOSE[control])
        elif control == _END_EMBEDDING and open_ and open_[-1] == control:
            open_.pop()
        elif control == _END_ISOLATE and isolates:
            isolates -= 1
            while open_.pop() != control:
                pass  # an isolate's end ends the embeddings within it
    return text + "".join(reversed(open_))


def _taken(buffer: io.StringIO) -> bytes:
    """What has been written, taken out of the buffer."""
    data = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return data
