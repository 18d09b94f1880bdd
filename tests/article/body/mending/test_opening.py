"""What stands above the first paragraph and is none of the text."""

from __future__ import annotations

import pytest
from tests.article.body.mending.choosing import P, kept, paragraphs

WHO_OR_WHEN = [
    "By Mira Ostrow",
    "Von Mira Ostrow und Tom Vesely",
    "Par Mira Ostrow",
    "Eine Kolumne von Mira Ostrow",
    "Por Agencia Bahía",
    "23.10.2018",
    "April 21, 2022",
    "Datum: 18.10.2021",
    "Aktualisiert am 19.02.2020",
]
OF_IT = [
    "By noon the harbour was closed.",
    "By the pier",
    "Von 4.000 Euro blieb nichts",
    "Termin: 21.02.2020, 19 Uhr",
    "In 2018 the ferry ran aground",
    "On April 21, 2022 the ferry left the old pier for the last time",
]


@pytest.mark.parametrize("line", WHO_OR_WHEN)
def test_a_byline_or_a_date_goes(line: str) -> None:
    assert kept(paragraphs(line, *P), {line, *P}) == P


@pytest.mark.parametrize("line", OF_IT)
def test_first_words_stay(line: str) -> None:
    assert kept(paragraphs(line, *P), {line, *P}) == [line, *P]


@pytest.mark.parametrize("tag", ["h2", "blockquote", "li", "td"])
def test_other_markup_stays(tag: str) -> None:
    """A date as a subheading or an item is of the text, and so is one further down."""
    assert "23.10.2018" in kept(f"<{tag}>23.10.2018</{tag}>" + paragraphs(*P), {"23.10.2018", *P})
    assert "23.10.2018" in kept(paragraphs(*P[:3], "23.10.2018", P[3]), {"23.10.2018", *P})


def test_far_above_the_headline() -> None:
    """A box above the headline, with a menu between them, is none of the article; one close to it may be, and so may half of it."""
    box, menu = "The Gazette needs readers who pay for it.", "".join(f"<li><a href=/{n}>Pier {n}</a></li>" for n in range(12))
    below = f"<h1>Ferry stays</h1>{paragraphs(*P)}"
    chosen = {box, *P}
    assert kept(f"<p>{box}</p><ul>{menu}</ul>{below}", chosen, headline="Ferry stays") == P
    assert kept(f"<p>{box}</p>{below}", chosen, headline="Ferry stays") == [box, *P]
    assert kept(f"<p>{box}</p><ul>{menu}</ul>{below}", chosen) == [box, *P]
    half = paragraphs(*P[:2])
    page = f"{half}<ul>{menu}</ul><h1>Ferry stays</h1>{paragraphs(*P[2:])}"
    assert kept(page, set(P), headline="Ferry stays") == P
