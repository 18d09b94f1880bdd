"""Markdown (CommonMark and GitHub's tables, footnotes and links) with YAML front matter; page text stays text.

A line of exactly `---` only ever opens or closes a front matter, so that an export of many articles can be cut apart again.
"""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import TYPE_CHECKING

from dateline.exchange.text import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records import Article, Paragraph, ParagraphKind

_FENCE = "---"

# What may be markup anywhere in a line: emphasis, code, links, raw HTML, entities, tables, strikethrough, footnotes, mathematics,
# templates of site builders, headings' closing marks, and the addresses that GitHub makes links of.
_INLINE = re.compile(r"[\\`*_\[\]{}<>&|~$^#@]|(?<=:)//|(?<=[Ww]{3})\.")
# What may be markup at the beginning of a line only: list marks, rules, underlined headings, table rows, definitions.
_AT_START = re.compile(r"[+\-=:]|(?P<number>[0-9]{1,9})[.)]")
_BACKTICKS = re.compile("`+")
# What YAML takes for a line break or may not hold unescaped, and what reorders the line it stands in.
_ESCAPED = re.compile("[\u2028-\u202e\u2066-\u2069\ufeff]")

_FIELDS = (
    *("uri", "url", "outlet", "news_id", "headline", "subheadline", "byline", "authors", "source", "dateline", "published"),
    *("modified", "language", "section", "keywords", "genre", "kind", "access", "capture", "captured_at", "reader"),
)


def write_markdown(articles: Iterable[Article]) -> Iterator[bytes]:
    """Markdown with YAML front matter, article after article: headlines, byline and the main content, to be read."""
    for article in articles:
        yield markdown_text(article).encode()


def markdown_text(article: Article) -> str:
    """An article as Markdown, its front matter first, an empty line last."""
    lead = (f"# {escaped(one_line(article.headline or ''))}", escaped(one_line(article.subheadline or "")))
    blocks = [block for block in (*lead, escaped(one_line(article.byline or ""))) if block.strip("# ")]
    for kind, run in groupby(article.body, key=lambda paragraph: paragraph.kind):
        written = [block for paragraph in run if (block := _block(kind, paragraph))]
        blocks += ["\n".join(written)] if kind == "list item" and written else written
    return front_matter(article) + "".join(f"\n{block}\n" for block in blocks) + "\n"


def front_matter(article: Article) -> str:
    """The facts of the record, a line each, between fences; every value is a double-quoted YAML scalar, or a list of such."""
    made: dict[str, str | list[str]] = {
        "authors": [author.name for author in article.authors],
        "keywords": list(article.keywords),
        "published": str(article.published or ""),
        "modified": str(article.modified or ""),
        "captured_at": article.captured_at.isoformat() if article.captured_at else "",
    }
    values = ((name, made[name] if name in made else getattr(article, name)) for name in _FIELDS)
    return "\n".join([_FENCE, *(f"{name}: {_scalar(value)}" for name, value in values if value), _FENCE, ""])


def escaped(text: str) -> str:
    r"""`text` so that Markdown shows it as it is: what may be markup after a backslash, line feeds as hard breaks."""
    lines = (line.strip() for line in printable(text).split("\n"))
    return "\\\n".join(_line(line) for line in lines if line)


def _line(line: str) -> str:
    start = _AT_START.match(line)
    if start is None:
        return _INLINE.sub(_behind_backslash, line)
    number = start["number"] or ""
    return f"{number}\\{line[len(number)]}{_INLINE.sub(_behind_backslash, line[start.end() :])}"


def _behind_backslash(found: re.Match[str]) -> str:
    return "".join("\\" + character for character in found[0])


def _block(kind: ParagraphKind, paragraph: Paragraph) -> str:
    """A paragraph as a block, "" where it has no text."""
    if kind == "preformatted":
        return _fenced(printable(paragraph.text))
    text = escaped(paragraph.text)
    if not text:
        return ""
    match kind:
        case "heading":
            return "## " + escaped(one_line(paragraph.text))
        case "list item":
            return "- " + text.replace("\n", "\n  ")
        case "quotation":
            return "> " + text.replace("\n", "\n> ")
    return text


def _fenced(text: str) -> str:
    """Code between fences longer than any run of backticks in it; indented, so that no line of it is one of `---`."""
    if not text.strip():
        return ""
    fence = "`" * max([3, *(len(run) + 1 for run in _BACKTICKS.findall(text))])
    return "\n".join([fence, *(line if line.strip() != _FENCE else f" {line}" for line in text.split("\n")), fence])


def _scalar(value: str | list[str]) -> str:
    """JSON, which YAML 1.2 takes as it is, in one line."""
    clean = printable(value) if isinstance(value, str) else [printable(each) for each in value]
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(clean, ensure_ascii=False))
