"""What every finder may look at: the page, the outlet's profile, and where headline and body lie."""

from __future__ import annotations

from functools import cached_property, lru_cache
from urllib.parse import urlsplit

import msgspec

from ..records import Line, LinkedData, Page, Span
from .credits.witness import Zones, byline_zones
from .han_labels import is_east_asian
from .landmarks import Landmarks
from .outlet import Profile
from .titles.text import squeeze

# Of a page's text, where its headline is looked for, in code points.
_HEAD = 6_000
# Lines between a standfirst and the text below it, more than paragraphs are apart.
_BETWEEN = 3
# schema.org's types for the page's own article, and what is near enough.
ARTICLE_TYPES = frozenset(
    [
        "AdvertiserContentArticle",
        "AnalysisNewsArticle",
        "Article",
        "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "NewsArticle",
        "OpinionNewsArticle",
        "Report",
        "ReportageNewsArticle",
        "ReviewNewsArticle",
        "SatiricalArticle",
        "ScholarlyArticle",
        "SocialMediaPosting",
        "TechArticle",
    ]
)


class Clues(msgspec.Struct, kw_only=True, dict=True):
    """The finders' common ground. `first` and `last` are the block indexes of the body's ends, -1 when there is none; `outlets`
    what the outlet calls itself, squeezed (`titles.outlet_names`).
    """

    page: Page
    profile: Profile | None = None
    outlets: frozenset[str] = frozenset()
    headline: str | None = None
    headline_span: Span | None = None
    language: str | None = None
    lines: tuple[Line, ...] = ()
    first: int = -1
    last: int = -1

    @cached_property
    def data(self) -> LinkedData | None:
        """The JSON-LD node that describes the page's article: the one with a headline, the outermost first."""
        return main_article(self.page)

    @cached_property
    def east_asian(self) -> bool:
        """Whether the page has letters of Chinese, Japanese or Korean."""
        return is_east_asian(self.page.text)

    @property
    def japanese(self) -> bool:
        """Whether the page is in Japanese, whose names Chinese rules would take apart."""
        return (self.language or "").partition("-")[0] == "ja"

    @cached_property
    def meta(self) -> dict[str, list[str]]:
        """The contents of the page's meta elements by name, each name's in document order."""
        found: dict[str, list[str]] = {}
        for name, content in self.page.declared.meta:
            found.setdefault(name, []).append(content)
        return found

    def claim(self, name: str) -> str | None:
        """The first content of a meta element of that name."""
        contents = self.meta.get(name)
        return contents[0] if contents else None

    @cached_property
    def zones(self) -> Zones:
        """Where bylines and credits may stand."""
        return byline_zones(self)

    @cached_property
    def landmarks(self) -> Landmarks:
        """The page's elements by tag and label."""
        return Landmarks(self.page)

    @cached_property
    def opening(self) -> int:
        """The block that the text begins with below a standfirst, which has the byline, the date and buttons under it; -1 without a body."""
        if self.first < 0 or self.page.form == "text":  # text does not tell a standfirst from a paragraph before a picture
            return self.first
        below = range(self.first + 1, len(self.lines))
        second = next((index for index in below if self.lines[index].role == "body"), self.first)
        return second if second - self.first > _BETWEEN else self.first

    def line(self, index: int) -> str:
        """The text of a block."""
        block = self.page.blocks[index]
        return self.page.text[block.start : block.end]


def main_article(page: Page) -> LinkedData | None:
    """The JSON-LD node of the page's own article, or None."""
    best: LinkedData | None = None
    for node in page.declared.linked_data:
        if ARTICLE_TYPES.isdisjoint(node.types) or is_of_another(node, page):
            continue
        if node.data.get("headline") or node.data.get("articleBody"):
            return node
        best = best or node
    return best


def is_of_another(node: LinkedData, page: Page) -> bool:
    """Whether a JSON-LD node describes another story than the page's: it has another address, and a headline that is not the page's."""
    headline, address = node.data.get("headline"), node.data.get("url")
    here = page.declared.link("canonical") or page.url
    if not isinstance(headline, str) or not isinstance(address, str) or not here or _path(address) in ("", _path(here)):
        return False
    said = squeeze(headline)
    return bool(said) and said not in _squeezed(page.declared.title, page.declared.get("og:title"), page.text[:_HEAD])


@lru_cache(maxsize=4)  # a listing describes many
def _squeezed(*words: str | None) -> str:
    return squeeze(" ".join(filter(None, words)))


def _path(address: str) -> str:
    try:
        return urlsplit(address).path.strip("/")
    except ValueError:
        return ""
