"""What a page's machinery says of its time: JSON-LD, microdata, meta elements, headers, and the address."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from ...moments import find_dates, parse_machine, url_date
from ...records import LinkedData, Moment, Span
from ..canonical import tidy
from ..clues import ARTICLE_TYPES, Clues
from .words import DateRole

if TYPE_CHECKING:
    from collections.abc import Iterator


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """A moment at which the page may have been published or modified, what says so, and how sure that is (0 to 1).

    `other` is the moment with day and month the other way round, where nothing settles their order.
    """

    role: DateRole
    moment: Moment
    raw: str
    method: str
    weight: float
    path: str | None = None
    span: Span | None = None
    other: Moment | None = None

    @property
    def day(self) -> str:
        """The local day, "2021-11-23"; shorter where the moment knows no day."""
        return self.moment.local[:10]


# How often each source is expected to have the gold day: set by hand while reading errors on fundus_dev, trafilatura_eval, wcxb_dev and htmldate_dev.
_MAIN, _NODE, _MICRODATA, _CREATED = 0.96, 0.88, 0.86, 0.72
_ARTICLE_META, _KNOWN_META, _NAMED_META, _BARE_META = 0.95, 0.88, 0.72, 0.62
_MODIFIED_META, _HEADER = 0.9, 0.5
_URL_DAY = 0.9  # times the certainty of the address's shape

_TIME_LIKE = re.compile("dat|time|publi|creat|modif|issued|upload|posted")
_NO_TIME = re.compile(
    r"expir|valid|event|start|end(?:_|-|$|time)|birth|copyright|build|render|current|crawl|cover|zone|format|recipe|duration|server|cache"
    r"|generat|now$|verif|candidate|mandate"
)
_MODIFIED = re.compile(r"modif|updat|revis|chang|refresh|(?:^|[^a-z])last")
_PUBLISHED = re.compile(
    r"publi[sc]|pub_?-?date|issued|release|created|creation|posted|display|upload|(?:article|story|news|content|post|ob)[._:-]?date|publ[_-]?time"
)
_KNOWN = re.compile(
    r"date-?published|(?:article|og|shareaholic)[:_.]?(?:article)?[:_.]?pub(?:lish(?:ed)?)?[a-z_:.-]*|parsely-pub-date|sailthru\.date|pub_?-?date"
    r"|publish(?:ed)?[_-]?(?:date|time|at)|(?:dc|dcterms)[.:](?:date[.:])?(?:issued|created|available)|cxenseparse:(?:recs:)?publishtime"
    r"|prism\.publicationdate|publication_?date|citation_(?:publication|online)_date"
)
_BARE = re.compile(r"(?:(?:dc|dcterms|og|ob|parsely)[.:])?(?:date|time|pdate|created|article[._:]time)")
# Types of JSON-LD nodes that describe the page where an article stands; and the page's own work where it is no article.
_PAGES = frozenset(("WebPage", "ItemPage", "MedicalWebPage"))
_WORKS = (
    _PAGES | ARTICLE_TYPES | {"HowTo", "Recipe", "CreativeWork", "VideoObject", "PodcastEpisode", "QAPage", "FAQPage", "Dataset"}
)
_KEYS: tuple[tuple[str, DateRole, float], ...] = (
    ("datePublished", "published", 1.0),
    ("datepublished", "published", 1.0),
    ("dateCreated", "published", _CREATED),
    ("datecreated", "published", _CREATED),
    ("dateModified", "modified", 1.0),
    ("datemodified", "modified", 1.0),
)
_ORDERLESS = re.compile(r"\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")

# The same time is declared two or three times a page.
machine_moment = lru_cache(maxsize=256)(parse_machine)


@lru_cache(maxsize=4096)
def meta_role(name: str) -> tuple[DateRole, float] | None:
    """What a meta element of that name (lower case) tells the time of, and how surely; None when nothing or something else."""
    if name == "http:last-modified":
        return "modified", _HEADER
    if not _TIME_LIKE.search(name) or _NO_TIME.search(name):
        return None
    if name.startswith(("article:published", "og:article:published")):
        return "published", _ARTICLE_META
    if _MODIFIED.search(name):
        return "modified", _MODIFIED_META
    if _BARE.fullmatch(name):
        return "published", _BARE_META
    if _KNOWN.fullmatch(name):
        return "published", _KNOWN_META
    return ("published", _NAMED_META) if _PUBLISHED.search(name) else None


def declared_dates(clues: Clues) -> Iterator[Dated]:
    """Every declared time: of the address, of JSON-LD and microdata nodes, of meta elements."""
    if (address := _address_date(clues)) is not None:
        yield address
    main = clues.data
    for node in clues.page.declared.linked_data:
        if node is main:
            yield from _node_dates(node, _MAIN)
        elif node.path == "microdata":
            yield from _node_dates(node, _MICRODATA)
        elif not (_PAGES if main is not None else _WORKS).isdisjoint(node.types):
            yield from _node_dates(node, _NODE)
    for name, contents in clues.meta.items():
        content = contents[0]  # teasers with microdata repeat a name
        if (role := meta_role(name)) is not None and (moment := machine_moment(content)) is not None:
            yield Dated(
                role=role[0],
                moment=moment,
                raw=content,
                method="meta",
                weight=role[1],
                path=f"meta[{name}]",
                other=other_order(content),
            )


def _node_dates(node: LinkedData, weight: float) -> Iterator[Dated]:
    for key, role, share in _KEYS:
        value = node.data.get(key)
        if value is None:
            continue
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("@value") if isinstance(value, dict) else value
        if isinstance(value, str | int) and (moment := machine_moment(str(value))) is not None:
            yield Dated(
                role=role,
                moment=moment,
                raw=str(value),
                method="microdata" if node.path == "microdata" else "json-ld",
                weight=weight * share,
                path=f"{node.path}.{key}",
                other=other_order(str(value)),
            )


def other_order(text: str) -> Moment | None:
    """The moment that a declared date such as "03-09-2026" is with day and month the other way round, if it can be."""
    if not _ORDERLESS.match(text):
        return None
    mentions = find_dates(text, limit=1)
    return mentions[0].alternative if mentions else None


def _address_date(clues: Clues) -> Dated | None:
    """The day in the page's address, or in the one it declares."""
    declared = clues.page.declared
    for path, address in (
        ("url", clues.page.url),
        ("link[canonical]", declared.link("canonical")),
        ("meta[og:url]", clues.claim("og:url")),
    ):
        if address and (clean := tidy(address)):
            found = url_date(clean)
            if found is None or found.moment.precision != "day":
                return None
            weight = _URL_DAY * found.certainty
            return Dated(role="published", moment=found.moment, raw=clean, method="address", weight=weight, path=path)
    return None
