"""The record's name: its canonical URL, else the outlet's item number, else the hash of its words."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import quote

from ..records import Evidence, Found, Paragraph


def find_uri(canonical_url: str | None, outlet: str | None, news_id: str | None, words: str) -> Found[str]:
    """`words` are the body's text, or the page's where it has no body: what the hash is taken of."""
    if canonical_url:
        uri, method = canonical_url, "canonical URL"
    elif outlet and news_id:
        uri, method = f"urn:dateline:{quote(outlet, safe='.-')}:{quote(news_id, safe='.-_')}", "outlet and number"
    else:
        uri, method = f"urn:sha256:{sha256(words.encode('utf-8', 'replace')).hexdigest()}", "hash of the text"
    return Found(uri, (Evidence(field="uri", method=method, raw=uri, value=uri, confidence=1.0, chosen=True, path="record"),))


def body_words(paragraphs: tuple[Paragraph, ...], text: str) -> str:
    """What a record without any address is named after: its body, a paragraph a line, else all its text."""
    return "\n".join(paragraph.text for paragraph in paragraphs) or text
