"""A page of which the models chose certain lines."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from dateline.article.body.mending import mended
from dateline.page import Limits, build_page
from dateline.records import Capture, Span

P = [
    "The council voted on Tuesday to keep the night ferry running through the winter, after a debate of four hours.",
    "Two members had asked for a pause until the new pier is ready, which the engineers expect in the late spring.",
    "The fare will rise by a tenth in January, and passes for pupils will stay as they are, the chairman said.",
    "A petition with four thousand names had asked for the service to stay, and was handed over before the vote.",
]


def kept(markup: str, chosen: Collection[str], *, headline: str | None = None, text: bool = False) -> list[str]:
    """The lines of a page that are kept where the models chose these."""
    media_type = "text/plain" if text else "text/html"
    page = build_page(Capture(content=markup.encode(), charset="utf-8", media_type=media_type), limits=Limits())
    at = page.text.index(headline) if headline else -1
    span = Span(at, at + len(headline)) if headline else None
    lines = [page.text[block.start : block.end] for block in page.blocks]
    keep = mended(page, np.array([line in chosen for line in lines]), span)
    return [line for line, stays in zip(lines, keep, strict=True) if stays]


def paragraphs(*lines: str) -> str:
    """Lines as paragraphs of HTML."""
    return "".join(f"<p>{line}</p>" for line in lines)
