"""Articles far longer than any that the models were trained on."""

from __future__ import annotations

from random import Random

import pytest

from dateline import read

WHO = ("the pilot", "the harbour master", "a clerk of the council", "the engineer", "the keeper of the light", "a ferryman")
DID = ("heard", "doubted", "wrote down", "remembered", "asked about", "paid for", "measured", "sold", "painted")
WHAT = (
    "the old quay",
    "a broken lamp",
    "the third tender",
    "the depth of the bar",
    "the rope that had parted",
    "the winter tide",
)
WHEN = ("on Monday", "before the vote", "that same night", "in the rain", "without being asked", "for the second time")
ABOVE = "<header><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></header>"


def paragraphs(count: int) -> list[str]:
    """Paragraphs of made-up prose, four to fourteen sentences each."""
    chosen = Random(count)

    def sentence() -> str:
        return " ".join(map(chosen.choice, (WHO, DID, WHAT, WHEN))).capitalize() + "."

    return [" ".join(sentence() for _ in range(chosen.randint(4, 14))) for _ in range(count)]


@pytest.mark.parametrize("count", [50, 400, 2_000])
@pytest.mark.parametrize("form", ["html", "text"])
def test_a_long_article_is_kept_whole(form: str, count: int) -> None:
    """The length of a page is no sign against its lines: 98 in 100 paragraphs of a book are kept."""
    told = paragraphs(count)
    if form == "html":
        body = "".join(f"<p>{each}</p>" for each in told)
        page = f"<!doctype html><title>The harbour</title>{ABOVE}<article><h1>The long story of the harbour</h1>{body}</article>"
    else:
        page = "The long story of the harbour\n\nBy Ada Fell\n\n" + "\n\n".join(told)
    article = read(page, media_type="text/html" if form == "html" else "text/plain")
    assert article.kind == "article"
    kept = {paragraph.text for paragraph in article.body}
    assert sum(each in kept for each in told) >= 0.98 * count
