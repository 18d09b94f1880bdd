"""Which article a record is of: known by its address, else by outlet and item number, else by its text.

Everything here is pure. An address is compared without what does not change the article behind it: scheme, `www.` and its
kin, fragments, tracking parameters, and the marks of AMP, mobile and print views.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from dateline.archive.tokens import words

if TYPE_CHECKING:
    from dateline.records import Article

# Parameters that say where a reader came from, or how the page is shown, not which article it is.
_TRACKING = re.compile(
    r"utm_.*|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|twclid|cmpid|ocid|_ga|xtor|at_\w+|ref|ref_src|referrer|"
    r"amp|amp_.*|outputtype|print|printable|share|shared|mobile|m"
)
_MIRRORS = ("www.", "m.", "mobile.", "amp.", "www2.")
_VIEWS = frozenset({"amp", "print", "mobile"})

# Runs of so many words are shared by two texts only if one was made from the other.
_SHINGLE = 4
# A corrected or extended article keeps most of its shingles, and unrelated ones of an outlet share hardly any (boilerplate
# phrases); the exact place between matters little.
_SAME_TEXT = 0.3


class Keys(msgspec.Struct, frozen=True, gc=False):
    """What an article is known by, each as a 16-byte hash: addresses (canonical first), item number, text; and its uri.

    The uri is None when it is one of the addresses.
    """

    addresses: tuple[bytes, ...]
    number: bytes | None
    text: bytes | None
    uri: bytes | None

    @property
    def all(self) -> tuple[bytes, ...]:
        """All that lead to the article."""
        return self.identifying if self.uri is None else (*self.identifying, self.uri)

    @property
    def barring(self) -> tuple[bytes, ...]:
        """What keeps an article out that was taken down: not the address of a page that leads on to other articles."""
        return tuple([key for key in (*self.identifying[:1], self.number, self.uri) if key is not None])

    @property
    def identifying(self) -> tuple[bytes, ...]:
        """All but the uri, strongest first."""
        return (*self.addresses, *[key for key in (self.number, self.text) if key is not None])


def keys(article: Article) -> Keys:
    """The keys of a record. Only one with neither address nor number is known by its text; without a body, by its bytes."""
    places = _addresses(article)
    addresses = tuple([_hash("address", place) for place in places])
    number = _hash("number", f"{article.outlet}\n{article.news_id}") if article.outlet and article.news_id else None
    text = None
    if not addresses and number is None:
        text = _hash("text", body) if (body := " ".join(words(_body(article)))) else _hash("capture", article.capture)
    uri = None if address(article.uri) in places else _hash("uri", article.uri)
    return Keys(addresses, number, text, uri)


def uri_keys(uri: str) -> tuple[bytes, ...]:
    """The hashes that an article is looked up by when its uri is given, or another address of it."""
    place = address(uri)
    return (_hash("uri", uri), _hash("address", place)) if place else (_hash("uri", uri),)


def same_article(new: Article, known: Article) -> bool:
    """Whether a record is of an article that shares a key with it.

    Sharing the address is enough, unless both pages name canonical ones that differ. Sharing only the item number is not: numbers
    are used again, so the texts have to be akin.
    """
    place, known_place = _addresses(new)[:1], _addresses(known)[:1]
    if place and place == known_place:
        return True
    if set(_addresses(new)) & set(_addresses(known)) and not (_canonical(new) and _canonical(known)):
        return True
    if not place and not known_place and not (new.news_id or known.news_id):
        return True  # known by the hash of their text
    return akin(_body(new), _body(known))


def akin(one: str, other: str) -> bool:
    """Whether one text was made from the other: they share shingles, or one is empty, so that nothing speaks against it."""
    first, second = _shingles(one), _shingles(other)
    if not first or not second:
        return True
    return len(first & second) >= _SAME_TEXT * min(len(first), len(second))


@lru_cache(maxsize=256)  # a record says its address several times
def address(url: str) -> str | None:
    """The normal form of a web address for comparison, or None when it is none."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    for mirror in _MIRRORS:
        if host.startswith(mirror) and host.count(".") > 1:
            host = host.removeprefix(mirror)
            break
    if port not in (None, 80, 443):
        host = f"{host}:{port}"
    steps = [step for step in parts.path.split("/") if step]
    if steps and steps[0] in _VIEWS:
        steps = steps[1:]
    if steps and steps[-1] in _VIEWS:
        steps = steps[:-1]
    if steps:
        steps[-1] = steps[-1].removesuffix(".amp").replace(".amp.html", ".html")
    return f"{host}/{'/'.join(steps)}{_asked(parts.query) if parts.query else ''}"


def _asked(query: str) -> str:
    """The parameters that say which article it is, in one order."""
    asked = [(name, value) for name, value in parse_qsl(query) if not _TRACKING.fullmatch(name.lower())]
    return f"?{urlencode(sorted(asked))}" if asked else ""


def _canonical(article: Article) -> str | None:
    """The canonical address; a front page that an article names as its own is a mistake of its publisher's."""
    place = address(article.canonical_url) if article.canonical_url else None
    own = address(article.url) if article.url else None
    if place and own and place.endswith("/") and article.kind == "article" and not own.endswith("/"):
        return None
    return place


def _addresses(article: Article) -> tuple[str, ...]:
    own = address(article.url) if article.url else None
    return tuple(dict.fromkeys(place for place in (_canonical(article), own) if place))


def _body(article: Article) -> str:
    return "\n".join([paragraph.text for paragraph in article.body])


def _shingles(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + _SHINGLE]) for at in range(max(1, len(found) - _SHINGLE + 1))} if found else set()


def _hash(kind: str, value: str) -> bytes:
    return blake2b(f"{kind}\n{value}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
