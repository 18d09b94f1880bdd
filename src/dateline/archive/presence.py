"""Where words stood and where they no longer do: statements about absence rest on two captures. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive.results import Presence
from dateline.archive.tokens import sought, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.archive.results import Sighting
    from dateline.records import Article


def presence(passage: str, seen: Iterable[tuple[Sighting, Article]]) -> Iterator[Presence]:
    """Whether each capture has a passage, in sequence within its headlines or a paragraph; None for a poor capture.

    Words are compared as the search does, without case, diacritics or punctuation. A poor capture does not say what the publisher
    took out: it is not whole.
    """
    wanted, cut_short = sought(passage)
    for sighting, article in seen:
        yield Presence(sighting, None if sighting.version is None else _has(article, list(wanted), cut_short=cut_short))


def _has(article: Article, wanted: list[str], *, cut_short: bool) -> bool:
    texts = [article.headline, article.subheadline, *(paragraph.text for paragraph in article.body)]
    return bool(wanted) and any(_stands(wanted, words(text), cut_short=cut_short) for text in texts if text)


def _stands(wanted: list[str], there: list[str], *, cut_short: bool) -> bool:
    """Whether the words stand there in sequence; `cut_short`: the last of them may be a beginning."""
    size = len(wanted)
    for at in range(len(there) - size + 1):
        here = there[at : at + size]
        if here == wanted or (cut_short and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])):
            return True
    return False
