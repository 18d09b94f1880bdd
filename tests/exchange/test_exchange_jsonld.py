"""JSON-LD: schema.org types and properties, fit for a script element."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dateline.exchange import jsonld_object, write_jsonld
from dateline.records import Article, Comment, Genre, Kind, Moment, Span

if TYPE_CHECKING:
    from tests.exchange.conftest import MakeArticle


@pytest.mark.parametrize(
    ("kind", "genre", "expected"),
    [
        ("article", None, "NewsArticle"),
        ("article", "news", "NewsArticle"),
        ("article", "opinion", "OpinionNewsArticle"),
        ("article", "analysis", "AnalysisNewsArticle"),
        ("article", "review", "ReviewNewsArticle"),
        ("article", "live", "LiveBlogPosting"),
        ("article", "satire", "SatiricalArticle"),
        ("article", "press release", "Article"),
        ("article", "obituary", "NewsArticle"),
        ("forum", None, "DiscussionForumPosting"),
        ("listing", "opinion", "CollectionPage"),
        ("other", None, "WebPage"),
    ],
)
def test_type(make: MakeArticle, kind: Kind, genre: Genre | None, expected: str) -> None:
    """The type follows kind and genre, and the text is in the property that the type has."""
    made = jsonld_object(make(("paragraph", "Words."), kind=kind, genre=genre))
    assert made["@type"] == expected
    assert ("articleBody" in made) is (expected not in ("CollectionPage", "WebPage"))


def test_object(article: Article) -> None:
    """Names, dates, text and comments are in schema.org's properties."""
    made = json.loads(next(iter(write_jsonld([article]))))
    assert (made["@context"], made["@id"]) == ("https://schema.org", article.uri)
    assert made["author"] == [{"@type": "Person", "name": "Mara Quill"}, {"@type": "Organization", "name": "Night Desk"}]
    assert (made["datePublished"], made["dateModified"]) == ("2023-05-12T21:37+02:00", "2023-05-13")
    assert made["comment"] == [
        {
            "@type": "Comment",
            "text": "At last.",
            "author": {"@type": "Person", "name": "quayside"},
            "datePublished": "2023-05-14",
        }
    ]
    assert made["image"][0]["caption"] == "The tower in May"
    assert made["correction"][0]["text"] == "An earlier text named another quay."
    assert made["wordCount"] == 48
    assert "isAccessibleForFree" not in made


@pytest.mark.parametrize(
    ("kind", "genre", "where", "type_"),
    [("article", "live", "liveBlogUpdate", "BlogPosting"), ("forum", None, "comment", "Comment")],
    ids=["live", "forum"],
)
def test_posts(make: MakeArticle, kind: Kind, genre: Genre | None, where: str, type_: str) -> None:
    """The posts of a live blog are its updates, those of a thread its comments."""
    post = Comment(text="The crane is up.", span=Span(0, 16), published=Moment(local="2023-05-12T09:00", precision="minute"))
    assert jsonld_object(make(kind=kind, genre=genre, posts=(post,)))[where] == [
        {"@type": type_, "text": "The crane is up.", "datePublished": "2023-05-12T09:00"}
    ]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(Moment(local="2023", precision="year"), "2023", id="year"),
        pytest.param(Moment(local="2023-05-12T21", precision="hour", offset="+02:00"), "2023-05-12", id="hour"),
        pytest.param(Moment(local="2023-05-12T21:37", precision="minute"), "2023-05-12T21:37", id="no-offset"),
    ],
)
def test_dates_are_as_precise_as_known(make: MakeArticle, moment: Moment, expected: str) -> None:
    """Nothing is filled up."""
    assert jsonld_object(make(published=moment))["datePublished"] == expected


def test_absent_is_absent(make: MakeArticle) -> None:
    """What the record does not say has no property."""
    assert set(jsonld_object(make())) == {"@context", "@type", "@id", "identifier"}


def test_hostile_text_stays_in_its_script_element(hostile: Article) -> None:
    """A line can stand in a script element: no angle bracket is in it, and it reads back the same."""
    (line,) = write_jsonld([hostile])
    assert not set(line) & set(b"<>&")
    assert json.loads(line)["headline"] == (hostile.headline or "").replace("\ud83d", "\ufffd")
