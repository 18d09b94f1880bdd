"""Item numbers: printed, declared, or in the address; a date is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.ids import find_news_id, ids_in_url, plain_digits
from dateline.article.outlet import Profile

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

SITE = "https://harbourpost.example"


@pytest.mark.parametrize(
    ("path", "number"),
    [
        pytest.param("/news/pier-to-be-rebuilt-1234567", "1234567", id="behind-the-words"),
        pytest.param("/news/1234567/pier-to-be-rebuilt", "1234567", id="step-of-its-own"),
        pytest.param("/2021/04/92713", "92713", id="not-a-date"),
        pytest.param("/2021/11/23/pier-to-be-rebuilt", None, id="date-steps"),
        pytest.param("/20211123/pier", None, id="date-run"),
        pytest.param("/pier-rebuilt-20211123213700.html", None, id="date-and-clock"),
        pytest.param("/best-piers-of-2021", None, id="year"),
        pytest.param("/a/pier/a-68117411", "68117411", id="letter-before"),
        pytest.param("/story.php?id=9817&utm_source=x", "9817", id="query"),
        pytest.param("/pier/37938e79-bd0d-4796-aa7c-5d9dbef41b38", "37938e79-bd0d-4796-aa7c-5d9dbef41b38", id="uuid"),
        pytest.param("/article/QBJP5I25BBIG5IZ76XZNDHDB5Q/", "QBJP5I25BBIG5IZ76XZNDHDB5Q", id="code"),
        pytest.param("/pier,UAW7bQx", "UAW7bQx", id="behind-a-comma"),
        pytest.param("/pier", None, id="words"),
        pytest.param("/news/202104/pier/index.html", None, id="month"),
        pytest.param("/articles/2104/12/pier.html", None, id="short-month-before-a-day"),
        pytest.param("/articles/2104/pier.html", "2104", id="short-number"),
        pytest.param("/harbour/848034/index-above-9000-again", "848034", id="counted"),
        pytest.param("/a-lost-2500-year-old-pier", None, id="counted-years"),
        pytest.param("/pm-7663-pier-to-be-rebuilt", "7663", id="behind-a-first-word"),
    ],
)
def test_numbers_in_addresses(path: str, number: str | None) -> None:
    """A number or code that stands by itself is the item's; days, years and clocks are not."""
    found = ids_in_url(SITE + path)
    assert (found[0][0] if found else None) == number


@pytest.mark.parametrize(
    ("source", "url", "number"),
    [
        pytest.param("News ID: 96957\n", None, "96957", id="english"),
        pytest.param("کد خبر: ۹۶۹۵۷\n", None, "96957", id="persian-digits"),
        pytest.param("新闻编号：96957\n", None, "96957", id="chinese"),
        pytest.param("<meta name='articleid' content='96957'><p>x</p>", None, "96957", id="meta"),
        pytest.param("<meta name='articleid' content='2016-pier-profits'><p>x</p>", None, None, id="words-in-a-meta"),
        pytest.param(
            "<meta name='articleid' content='urn-newsml-96957'><p>x</p>", None, "urn-newsml-96957", id="words-and-a-number"
        ),
        pytest.param("<meta name='articleid' content='20160504-OYT1T50'><p>x</p>", None, "20160504-OYT1T50", id="code-in-a-meta"),
        pytest.param("<p>News ID: 96957</p>", f"{SITE}/pier-1234567", "96957", id="label-before-address"),
        pytest.param("<p>x</p>", f"{SITE}/pier-1234567", "1234567", id="address"),
        pytest.param(
            "<link rel=canonical href='https://harbourpost.example/pier-1234567'><p>x</p>", None, "1234567", id="canonical"
        ),
        pytest.param("<p>Some 96957 people came</p>", None, None, id="prose"),
    ],
)
def test_news_id(clues_of: CluesOf, source: str, url: str | None, number: str | None) -> None:
    """The label goes before declarations, these before the address."""
    assert find_news_id(clues_of(source, url=url)).value == number


def test_agreement_makes_a_declared_number_surer(clues_of: CluesOf) -> None:
    """A declared number that the address holds too is surer than one alone."""
    source = "<meta name='articleid' content='1234567'><p>x</p>"
    alone, both = (find_news_id(clues_of(source, url=url)).evidence[0].confidence for url in (None, f"{SITE}/pier-1234567"))
    assert both > alone


def test_outlets_own_label(clues_of: CluesOf) -> None:
    """A profile's label words are read like the common ones."""
    profile = Profile(id="harbour-post", name="Harbour Post", labels={"news_id": ("Harbour ref",)})
    assert find_news_id(clues_of("Harbour ref: 96957\n", profile=profile)).value == "96957"


def test_plain_digits() -> None:
    """Digits of any script become 0 to 9."""
    assert plain_digits("A-۹۶٩５7") == "A-96957"
