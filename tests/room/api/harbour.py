"""Pages of an invented outlet, for the room that the API is tested on."""

from __future__ import annotations

from dateline import Capture

URL = "https://harbourpost.example/{number}"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>{headline} - Harbour Post</title>
<link rel="canonical" href="{url}"><meta property="article:published_time" content="2023-05-{number:02d}T08:00:00+01:00"></head><body>
<article><h1>{headline}</h1><p>By Mara Quill</p><p>The harbour council said on Friday that the {word} would be moved to the northern
quay before the end of the year, after a winter in which three storms had taken its roof.</p><p>The cost, which was put at two
million, is to be paid from the fund for the old breakwater, and nobody on the council spoke against it.</p></article></body></html>"""
WORDS = ("lighthouse", "crane", "fish market")


def capture_of(number: int, word: str) -> Capture:
    """The capture of a page of an invented outlet."""
    url = URL.format(number=number)
    page = PAGE.format(headline=f"Council moves {word}", word=word, number=number, url=url)
    return Capture(content=page.encode(), url=url, media_type="text/html", origin=f"{number}.html")
