"""What pages declare: meta elements, link relations, JSON-LD in the ways publishers write it, microdata."""

from __future__ import annotations

import pytest

from dateline.page import Limits, build_page
from dateline.page.declared import words
from dateline.records import Capture, Declared, Page


def page(markup: str, url: str | None = "https://harbour.example/news/1") -> Page:
    return build_page(Capture(content=markup.encode(), media_type="text/html", url=url), limits=Limits())


def declared(markup: str) -> Declared:
    return page(markup).declared


def test_meta_elements_in_order() -> None:
    """Names are in lower case, contents as written, repeated names all kept."""
    got = declared(
        '<meta property="article:tag" content="ferries"><meta name="Author" content=" A. Orr "><meta property="article:tag" content="levy">'
    )
    assert got.get("author") == "A. Orr"
    assert got.all("article:tag") == ("ferries", "levy")


def test_links_are_absolute() -> None:
    """Link relations are joined to the page's address."""
    assert declared('<link rel="canonical" href="/news/1">').link("canonical") == "https://harbour.example/news/1"


def test_title_language_direction() -> None:
    """The root element's language and direction, and the title with its entities decoded."""
    got = declared('<html lang="fa" dir="rtl"><title> Tide &amp;\n Times </title>')
    assert (got.language, got.direction, got.title) == ("fa", "rtl", "Tide & Times")


JSON_LD = {
    "one node": ('{"@type": "NewsArticle", "headline": "A"}', [("jsonld[0]", ("NewsArticle",))]),
    "a list": (
        '[{"@type": "WebPage"}, {"@type": "NewsArticle"}]',
        [("jsonld[0][0]", ("WebPage",)), ("jsonld[0][1]", ("NewsArticle",))],
    ),
    "a graph": ('{"@graph": [{"@type": ["Article", "BlogPosting"]}]}', [("jsonld[0].@graph[0]", ("Article", "BlogPosting"))]),
    "a full type address": ('{"@type": "https://schema.org/NewsArticle"}', [("jsonld[0]", ("NewsArticle",))]),
    "a nested main entity": (
        '{"@type": "WebPage", "mainEntity": {"@type": "Article"}}',
        [("jsonld[0]", ("WebPage",)), ("jsonld[0].mainEntity", ("Article",))],
    ),
    "line feeds in strings": ('{"@type": "Article", "description": "one\ntwo"}', [("jsonld[0]", ("Article",))]),
    "a trailing comma": ('{"@type": "Article", "headline": "A",}', [("jsonld[0]", ("Article",))]),
    "wrapped in a comment": ('<!-- {"@type": "Article"} -->', [("jsonld[0]", ("Article",))]),
}


@pytest.mark.parametrize(("source", "expected"), JSON_LD.values(), ids=JSON_LD)
def test_json_ld(source: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """Typed nodes are found wherever publishers put them, with the path to each."""
    got = declared(f'<script type="application/ld+json">{source}</script>')
    assert [(node.path, node.types) for node in got.linked_data] == expected


def test_malformed_json_ld_is_a_note() -> None:
    """A script that is no JSON is told and passed over."""
    made = page('<script type="application/ld+json">{"@type": </script><p>x</p>')
    assert any(note.code == "jsonld.malformed" for note in made.notes)
    assert made.declared.linked_data == ()


def test_deeply_nested_json_ld_does_no_harm() -> None:
    """JSON nested deeper than any stack is a note."""
    made = page('<script type="application/ld+json">' + '{"@graph":[' * 50_000 + "</script><p>x</p>")
    assert made.text == "x"


def test_microdata() -> None:
    """Properties of microdata are gathered, machine values before words."""
    got = declared(
        '<div itemscope><h1 itemprop="headline">Tide turns</h1><meta itemprop="datePublished" content="2024-05-03"></div>'
    )
    (node,) = got.linked_data
    assert (node.path, node.data) == ("microdata", {"headline": "Tide turns", "datepublished": "2024-05-03"})


WORDS = {
    "a string": (" Tide  turns ", "Tide turns"),
    "entities once": ("Salt &amp;amp; Sons", "Salt &amp; Sons"),
    "a named thing": ({"@type": "Person", "name": "A. Orr"}, "A. Orr"),
    "a list": (["first", "second"], "first"),
    "a language value": ({"@value": "x", "@language": "en"}, "x"),
    "empty": ("  ", None),
    "a number": (7, None),
    "an empty list": ([], None),
}


@pytest.mark.parametrize(("value", "expected"), WORDS.values(), ids=WORDS)
def test_words(value: object, expected: str | None) -> None:
    """A JSON-LD value as words, or None when it has none."""
    assert words(value) == expected
