"""The canonical URL: the address that the publisher gives the article, without what tracks its readers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from ..page.declared import absolute
from ..records import Found, Note
from .evidence import Candidate, choose, claimed
from .outlet import host_of, registrable_domain

if TYPE_CHECKING:
    from .clues import Clues

# Parameters that say who follows a link, never what it leads to: analytics, advertising, mail and social networks' marks.
_TRACKING = re.compile(
    r"(?:utm|at|mc|ns|hsa|pk|piwik|mtm|wt|xtor|cmp|icid|ito|ocid|smid|ref|referrer|source|campaign|share|social)_[^=]*"
    r"|(?:fb|g|dc|y|tw|ms|tt|i|s|l|gb|wb|epi)clid|gclsrc|igshid|utm|xtor|cmpid|cmp|ocid|smid|smtyp|icid|ito|mkt_tok|_ga|_gl|_hsenc|_hsmi"
    r"|ref|ref_src|ref_url|referrer|partner|wtmc|wt\.[^=]*|mbid|ncid|sr_share|spm|trk|__twitter_impression|share_?id|via|feature|at_medium",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def tidy(address: str) -> str | None:
    """An http(s) address without fragment and tracking parameters; None when it is no such address."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    kept = [piece for piece in parts.query.split("&") if piece and not _TRACKING.fullmatch(piece.split("=", 1)[0])]
    fragment = parts.fragment if parts.fragment.startswith("!") else ""  # "#!/path" is an address of its own
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path or "/", "&".join(kept), fragment))


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are one publisher's, by the name in their registrable domains ("daily" in daily.example, daily.co.uk)."""
    first, second = host_of(one), host_of(other)
    if first is None or second is None or first == second:
        return first == second
    mine, theirs = registrable_domain(first), registrable_domain(second)
    return mine is not None and theirs is not None and mine.split(".", 1)[0] == theirs.split(".", 1)[0]


def is_home(address: str) -> bool:
    """Whether an address is a site's front page."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def find_canonical_url(clues: Clues) -> Found[str | None]:
    """What the page declares, unless it points to a front page or another site; else the address it was fetched from."""
    page, declared = clues.page, clues.page.declared
    claims = [("link[canonical]", declared.link("canonical"), 0.97), ("meta[og:url]", clues.claim("og:url"), 0.9)]
    if clues.data is not None:
        for key in ("url", "mainEntityOfPage"):
            value = clues.data.data.get(key)
            value = value.get("@id") if isinstance(value, dict) else value
            if isinstance(value, str):
                claims.append((f"{clues.data.path}.{key}", value, 0.8))
    candidates: list[Candidate[str]] = []
    notes: list[Note] = []
    own = tidy(page.url) if page.url else None
    article = clues.data is not None or clues.claim("og:type") == "article"
    for path, raw, confidence in claims:
        if raw is None or (url := tidy(absolute(raw, page.url))) is None:
            continue
        if own and not same_site(own, url):
            notes.append(Note("canonical.elsewhere", f"{path} points to another site: {url}"))
        elif is_home(url) and (not is_home(own) if own else article):
            notes.append(Note("canonical.home", f"{path} points to the front page: {url}"))
        else:
            candidates.append(claimed(url, raw, path, method="declared address", confidence=confidence, text=url))
    if own and page.url:
        candidates.append(claimed(own, page.url, "url", method="address", confidence=0.6, text=own))
    return choose("canonical_url", candidates, notes=notes)
