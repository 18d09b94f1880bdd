"""Citations of an article: BibTeX, RIS and CSL-JSON.

They say what the record says: names are parted only where that is safe (see `names`), dates not filled up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.exchange.names import parts
from dateline.exchange.text import known, one_line, title, web_address

if TYPE_CHECKING:
    from dateline.exchange.names import Parts
    from dateline.records import Article, Author, Moment

# Changes of direction are no part of a title, and would reorder the braces after them.
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_KEY = re.compile("[^a-z0-9]+")
_HASH_SHOWN = 8  # hex digits of the capture's hash: tells apart what one outlet published in one year

# BibTeX counts braces whether or not a backslash stands before them, so they are words.
_TEX = str.maketrans(
    {
        **{character: "\\" + character for character in "#$%&_"},
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Record kinds that are cited as pieces of a newspaper; everything else is a page of the web.
_NEWS = ("article",)


def bibtex(article: Article, *, outlet: str | None = None) -> str:
    """A BibTeX entry (`@misc`, which BibTeX and biblatex both have); without a publish time its year is `n.d.`

    `outlet` is the publisher's name, if it is known better than by the record. Names that are not parted stand in braces.
    """
    year, month, day = _parts(article.published)
    fields = known(
        author=" and ".join(_tex_name(author, article) for author in article.authors),
        title=f"{{{_tex(title(article))}}}",
        howpublished=_tex(outlet or article.outlet or ""),
        year=f"{year:04d}" if year else "n.d.",
        month=_MONTHS[month - 1] if month else None,
        day=str(day or ""),
        number=_tex(article.news_id or ""),
        url=_link(article),
        urldate=_accessed(article),
    )
    # Every style defines the months' abbreviations, which stand without braces.
    lines = [f"  {name} = {value}," if name == "month" else f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{key(article)},", *lines, "}", ""])


def ris(article: Article, *, outlet: str | None = None) -> str:
    """A RIS entry, lines ending in CR LF; without a publish time it has no PY and DA, and reference managers print their n.d."""
    year, month, day = _parts(article.published)
    date = "/".join([f"{year:04d}", f"{month:02d}" if month else "", f"{day:02d}" if day else "", ""]) if year else ""
    tags = [("TY", "NEWS" if article.kind in _NEWS else "ELEC")]
    tags += [("AU", found.inverted if (found := _parted(author, article)) else author.name) for author in article.authors]
    tags += [("TI", title(article)), ("T2", outlet or article.outlet or ""), ("PY", f"{year:04d}" if year else "")]
    tags += [("DA", date), ("AN", article.news_id or ""), ("LA", article.language or ""), ("UR", _link(article))]
    tags += [("Y2", (_accessed(article) or "").replace("-", "/"))]
    lines = [f"{tag}  - {line}" for tag, value in tags if (line := _plain(value))]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(article: Article, *, outlet: str | None = None) -> dict[str, object]:
    """A CSL-JSON item; without a publish time it has no `issued`, and styles print their n.d.; names that are not parted are `literal`."""
    issued = [part for part in _parts(article.published) if part]
    accessed = _accessed(article)
    return known(
        id=key(article),
        type="article-newspaper" if article.kind in _NEWS else "webpage",
        title=_plain(title(article)),
        author=[_csl_name(author, article) for author in article.authors],
        **{"container-title": _plain(outlet or article.outlet or "")},
        issued={"date-parts": [issued]} if issued else None,
        accessed={"date-parts": [[int(part) for part in accessed.split("-")]]} if accessed else None,
        number=_plain(article.news_id or ""),
        section=_plain(article.section or ""),
        language=_plain(article.language or ""),
        URL=_link(article),
    )


def csl_json(article: Article, *, outlet: str | None = None) -> str:
    """`csl` as a CSL-JSON file: an array of one item."""
    import json

    return json.dumps([csl(article, outlet=outlet)], ensure_ascii=False, indent=2) + "\n"


def key(article: Article) -> str:
    """The citation key: outlet, year or `nd`, and the beginning of the capture's hash; ASCII letters, digits and hyphens."""
    year = _parts(article.published)[0]
    parts = (article.outlet or "page", f"{year:04d}" if year else "nd", article.capture[:_HASH_SHOWN])
    return "-".join(filter(None, (_KEY.sub("-", part.lower()).strip("-") for part in parts)))


def _parted(author: Author, article: Article) -> Parts | None:
    return parts(_plain(author.name), article.language) if author.kind == "person" else None


def _tex_name(author: Author, article: Article) -> str:
    found = _parted(author, article)
    return f"{{{_tex(author.name)}}}" if found is None else _tex(found.inverted)


def _csl_name(author: Author, article: Article) -> dict[str, str]:
    found = _parted(author, article)
    if found is None:
        return {"literal": _plain(author.name)}
    name = {"family": found.family, "given": found.given}
    return name | {"non-dropping-particle": found.particle} if found.particle else name


def _parts(moment: Moment | None) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as far as they are known."""
    if moment is None:
        return None, None, None
    day = moment.day
    if moment.precision == "year":
        return day.year, None, None
    return day.year, day.month, None if moment.precision == "month" else day.day


def _link(article: Article) -> str:
    return web_address(article.canonical_url) or web_address(article.url) or ""


def _accessed(article: Article) -> str | None:
    return article.captured_at.date().isoformat() if article.captured_at else None


def _plain(text: str) -> str:
    return one_line(_DIRECTION.sub("", text))


def _tex(text: str) -> str:
    return _plain(text).translate(_TEX)
