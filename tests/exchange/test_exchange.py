"""What the exchange stage offers: its names, and formats that stream."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline import exchange
from dateline.exchange import FORMATS, STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.records import Article


def test_public_names() -> None:
    """Every public name is there, documented, and listed in order."""
    assert exchange.__all__ == sorted(exchange.__all__, key=lambda name: (not name.isupper(), name))
    for name in exchange.__all__:
        assert getattr(exchange, name).__doc__


@pytest.mark.parametrize("format_", FORMATS)
def test_formats_are_told_and_stream(format_: str, article: Article) -> None:
    """A format says what it is, and gives out pieces before all articles are there."""
    chosen = FORMATS[format_]
    assert chosen.write.__doc__
    assert chosen.suffix.startswith(".")
    taken = 0

    def articles() -> Iterator[Article]:
        nonlocal taken
        for taken in range(1, 2101):  # noqa: B007 - seen from outside
            yield article

    first = [taken for piece in chosen.write(articles()) if piece]
    assert first[0] <= 1000
    assert taken == 2100


@pytest.mark.parametrize("style", STYLES)
def test_styles_are_told(style: str, article: Article) -> None:
    """A style says what it is, and ends its citation's last line."""
    assert STYLES[style].__doc__
    assert STYLES[style](article).endswith("\n")
