"""Which article a record is of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from dateline.archive.identity import address, akin, keys, same_article

if TYPE_CHECKING:
    from tests.archive.conftest import MakePage

SAME_ADDRESS = {
    "scheme": "http://news.example/a/1",
    "www": "https://www.news.example/a/1",
    "mobile host": "https://m.news.example/a/1",
    "AMP host": "https://amp.news.example/a/1",
    "AMP path": "https://news.example/a/1/amp/",
    "AMP path first": "https://news.example/amp/a/1",
    "AMP suffix": "https://news.example/a/1.amp",
    "AMP parameter": "https://news.example/a/1?amp=1",
    "print view": "https://news.example/a/1/print",
    "print parameter": "https://news.example/a/1?print=true",
    "tracking": "https://news.example/a/1?utm_source=x&utm_medium=y&fbclid=z",
    "fragment": "https://news.example/a/1#comments",
    "trailing slash": "https://news.example/a/1/",
    "host in capitals": "HTTPS://News.Example/a/1",
    "default port": "https://news.example:443/a/1",
    "white space around": " https://news.example/a/1\n",
}


@pytest.mark.parametrize("url", SAME_ADDRESS.values(), ids=SAME_ADDRESS)
def test_addresses_of_one_article(url: str) -> None:
    """Views of one article and ways to it have one normal form."""
    assert address(url) == "news.example/a/1"


DIFFERENT = {
    "another path": "https://news.example/a/2",
    "an item parameter": "https://news.example/a/1?id=2",
    "another port": "https://news.example:8080/a/1",
    "another host": "https://sport.news.example/a/1",
    "a path in capitals": "https://news.example/A/1",
}


@pytest.mark.parametrize("url", DIFFERENT.values(), ids=DIFFERENT)
def test_addresses_of_others(url: str) -> None:
    """What may tell articles apart stays."""
    assert address(url) not in (None, "news.example/a/1")


@pytest.mark.parametrize(
    "url", ["", "news.example/a", "mailto:a@b.example", "https://", "http://[::1", "http://a:port/", "file:///a"]
)
def test_no_address(url: str) -> None:
    """What is no web address identifies nothing, and is no error."""
    assert address(url) is None


def test_parameters_in_any_order() -> None:
    """The order of parameters says nothing."""
    assert address("https://a.example/?b=2&a=1") == address("https://a.example/?a=1&b=2")


TEXT = "The council agreed on Monday to repair the old bridge over the river before the winter sets in."
OTHER = "Farmers in the north expect a poor harvest after weeks without rain, their union said in a statement."
HOME = "https://a.example"
OUTLET = {"outlet": "a.example", "news_id": "7"}

PAIRS: dict[str, tuple[str, dict[str, Any], str, dict[str, Any], bool]] = {
    "same address, same text": (TEXT, {"url": f"{HOME}/1"}, TEXT, {"url": f"{HOME}/1"}, True),
    "same address, another text": (TEXT, {"url": f"{HOME}/1"}, OTHER, {"url": f"{HOME}/1"}, True),
    "AMP view with the canonical address": (
        TEXT,
        {"url": f"{HOME}/x", "canonical_url": f"{HOME}/1"},
        TEXT,
        {"url": f"{HOME}/1"},
        True,
    ),
    "one address that leads on to others": (
        TEXT,
        {"url": f"{HOME}/latest", "canonical_url": f"{HOME}/1"},
        OTHER,
        {"url": f"{HOME}/latest", "canonical_url": f"{HOME}/2"},
        False,
    ),
    "a front page named as canonical": (
        TEXT,
        {"url": f"{HOME}/1", "canonical_url": f"{HOME}/"},
        TEXT,
        {"url": f"{HOME}/2", "canonical_url": f"{HOME}/"},
        True,  # they share the text, if a key leads from one to the other
    ),
    "retitled, same number": (
        TEXT,
        {"url": f"{HOME}/7-old", **OUTLET},
        TEXT + " More.",
        {"url": f"{HOME}/7-new", **OUTLET},
        True,
    ),
    "number used again": (TEXT, {"url": f"{HOME}/7-old", **OUTLET}, OTHER, {"url": f"{HOME}/7-new", **OUTLET}, False),
    "number without addresses": (TEXT, OUTLET, TEXT, OUTLET, True),
    "number used again without addresses": (TEXT, OUTLET, OTHER, OUTLET, False),
    "text only": (TEXT, {}, TEXT, {}, True),
}


@pytest.mark.parametrize(("one", "fields", "other", "other_fields", "expected"), PAIRS.values(), ids=PAIRS)
def test_same_article(
    one: str, fields: dict[str, Any], other: str, other_fields: dict[str, Any], expected: bool, page: MakePage
) -> None:
    """Two records that share a key are of one article, or not, and it does not matter which came first."""
    first, second = page(one, **fields)[1], page(other, **other_fields)[1]
    assert same_article(first, second) is expected
    assert same_article(second, first) is expected


def test_keys(page: MakePage) -> None:
    """A record with an address or number is not known by its text, and one without a body is known by its bytes."""
    assert len(keys(page(TEXT, url=f"{HOME}/1", canonical_url=f"{HOME}/2", **OUTLET)[1]).identifying) == 3
    assert keys(page(TEXT, headline="A")[1]).text == keys(page(TEXT.upper(), headline="B")[1]).text
    assert keys(page(furniture="junk")[1]).text != keys(page(furniture="other junk")[1]).text


def test_a_wrong_canonical_front_page_is_no_key(page: MakePage) -> None:
    """All articles of an outlet that names its front page as canonical would be one."""
    one = page(TEXT, url=f"{HOME}/1", canonical_url=f"{HOME}/")[1]
    other = page(OTHER, url=f"{HOME}/2", canonical_url=f"{HOME}/")[1]
    assert not set(keys(one).identifying) & set(keys(other).identifying)


def test_akin() -> None:
    """A corrected text is of the same origin, another of the outlet's is not, and an empty one speaks against nothing."""
    assert akin(TEXT, TEXT.replace("Monday", "Tuesday") + " It will cost two million.")
    assert not akin(TEXT, OTHER)
    assert akin(TEXT, "")
    assert akin("Two words", "two WORDS")
