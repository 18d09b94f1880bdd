"""schema.org JSON-LD (https://schema.org/NewsArticle), safe to put into a page's script element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.exchange.text import body_text, count_words, json_line, known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records import Article, Author, Comment, Genre, Image, Kind, Moment

# The schema.org type of an article by its genre; the others are NewsArticles, and `genre` says what they are.
_BY_GENRE: dict[Genre | None, str] = {
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "review": "ReviewNewsArticle",
    "live": "LiveBlogPosting",
    "press release": "Article",
    "satire": "SatiricalArticle",
}
_BY_KIND: dict[Kind, str] = {"listing": "CollectionPage", "collection": "CollectionPage", "forum": "DiscussionForumPosting"}
_NO_ARTICLES = ("CollectionPage", "WebPage")  # types without an `articleBody`


def write_jsonld(articles: Iterable[Article]) -> Iterator[bytes]:
    """schema.org NewsArticle and its kinds as JSON-LD, one object a line; dates are only as precise as known."""
    for article in articles:
        # So that no text of a page can end the script element that an object is put into.
        yield json_line(jsonld_object(article)).replace(b"<", b"\\u003c").replace(b">", b"\\u003e").replace(b"&", b"\\u0026")


def jsonld_object(article: Article) -> dict[str, object]:
    """An article as a schema.org object; what the record does not say is left out."""
    type_ = _BY_GENRE.get(article.genre, "NewsArticle") if article.kind == "article" else _BY_KIND.get(article.kind, "WebPage")
    text, words = body_text(article), count_words(article)
    content = {"text": text} if type_ in _NO_ARTICLES else {"articleBody": text, "wordCount": words if text else None}
    # A live blog's posts are its updates; a thread's are answers to its first one.
    posts = {"liveBlogUpdate": [_comment(post, "BlogPosting") for post in article.posts]} if type_ == "LiveBlogPosting" else {}
    comments = article.comments + (article.posts if type_ == "DiscussionForumPosting" else ())
    return known(
        **{"@context": "https://schema.org", "@type": type_, "@id": article.uri},
        url=article.canonical_url or article.url,
        identifier=_identifiers(news_id=article.news_id, sha256=article.capture),
        headline=article.headline,
        alternativeHeadline=article.subheadline,
        author=[_author(author) for author in article.authors],
        publisher=_organisation(article.outlet),
        sourceOrganization=_organisation(article.source),
        dateline=article.dateline if type_.endswith("NewsArticle") else None,
        datePublished=_date(article.published),
        dateModified=_date(article.modified),
        inLanguage=article.language,
        articleSection=None if type_ in _NO_ARTICLES else article.section,
        keywords=article.keywords,
        genre=article.genre,
        isAccessibleForFree=False if article.access == "paywalled" else None,
        **content,
        image=[_image(image) for image in article.images],
        correction=[{"@type": "CorrectionComment", "text": each.text} for each in article.corrections],
        comment=[_comment(comment) for comment in comments],
        **posts,
    )


def _date(moment: Moment | None) -> str | None:
    """As precise as known, in ISO 8601; schema.org has no time that ends at the hour, so that one is its day."""
    if moment is None:
        return None
    return moment.day.isoformat() if moment.precision == "hour" else str(moment)


def _identifiers(**values: str | None) -> list[dict[str, str]]:
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in values.items() if value]


def _organisation(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _author(author: Author) -> dict[str, str]:
    return {"@type": "Person" if author.kind == "person" else "Organization", "name": author.name}


def _image(image: Image) -> dict[str, object]:
    caption = image.caption or image.alt
    return known(**{"@type": "ImageObject"}, contentUrl=image.url, caption=caption, creditText=image.credit)


def _comment(comment: Comment, type_: str = "Comment") -> dict[str, object]:
    author = {"@type": "Person", "name": comment.author} if comment.author else None
    return known(**{"@type": type_}, text=comment.text, author=author, datePublished=_date(comment.published))
