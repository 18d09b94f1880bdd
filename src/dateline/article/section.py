"""The section of the outlet that the article stands in, as the outlet names it."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import msgspec

from ..page.declared import words
from ..records import Found, Page, Span
from .evidence import Candidate, choose, claimed, visible
from .labels import labelled
from .landmarks import BREADCRUMB, elements_within, marks
from .outlet import host_of, registrable_domain
from .titles.text import fold, squeeze

if TYPE_CHECKING:
    from .clues import Clues

# Meta elements that name a section, and how sure each is of meaning the article's own.
_META = (
    ("article:section", 0.92),
    ("og:article:section", 0.92),
    ("og:section", 0.92),
    ("parsely-section", 0.92),
    ("articlesection", 0.9),
    ("prism.section", 0.9),
    ("cxenseparse:section", 0.85),
    ("section", 0.85),
    ("dc.subject", 0.5),
    ("category", 0.7),
)
# A section's name has no more characters; what is longer is a list, a slogan or a sentence.
_LONGEST = 50
# Names that outlets give to a front page, which is the first step of every trail, to all that they have, and to themselves: no section.
_HOMES = frozenset(
    [
        "home",
        "homepage",
        "home",
        "page",
        "start",
        "startseite",
        "accueil",
        "inicio",
        "portada",
        "início",
        "página",
        "inicial",
        "forside",
        "hjem",
        "hem",
        "etusivu",
        "strona",
        "główna",
        "главная",
        "головна",
        "головная",
        "início",
        "ana",
        "sayfa",
        "anasayfa",
        "beranda",
        "trang",
        "chủ",
        "首页",
        "首頁",
        "ホーム",
        "トップ",
        "홈",
        "الرئيسية",
        "خانه",
        "صفحه",
        "نخست",
        "news",
        "nachrichten",
    ]
) | {
    "strona główna",
    "ana sayfa",
    "trang chủ",
    "صفحه نخست",
    "home page",
    "página inicial",
    "front page",
    "uncategorized",
    "allgemein",
    "articles",
    "all articles",
    "alle artikel",
    "tous les articles",
    "todos los artículos",
    "featured",
    "archive",
    "archives",
    "about",
    "about us",
    "about me",
    "über uns",
    "contact",
    "contact us",
    "kontakt",
    "forum index",
    "foren-übersicht",
    "board index",
}
# Names of all that an outlet has beside its pages: a section where nothing narrower is named.
_WIDE = frozenset(("blog", "forum", "forums"))
_SURE_OF_WIDE = 0.3
# An address, or a template's place that was never filled.
_UNFILLED = re.compile(r"://|[{}]")
# Code points of a trail; what is longer is the page, of which the markup says that it has one.
_TRAIL = 300
# Lines at the top of a page in which a label is looked for.
_TOP_LINES = 12


def find_section(clues: Clues) -> Found[str | None]:
    """By declaration, then by a labelled line, then by the trail of links above the headline."""
    candidates: list[Candidate[str]] = []
    if clues.data is not None and (said := _first(clues.data.data.get("articleSection"))) and not _is_outlet(said, clues):
        candidates.append(claimed(said, said, f"{clues.data.path}.articleSection", method="json-ld", confidence=0.93))
    for name, confidence in _META:
        if (raw := clues.claim(name)) and (said := section_name(raw)) and not _is_outlet(said, clues):
            candidates.append(claimed(said, raw, f"meta[{name}]", method="meta", confidence=confidence, text=said))
    candidates.extend(_labelled(clues))
    candidates.extend(_declared_trail(clues))
    if all(candidate.value.lower() in _WIDE for candidate in candidates):
        candidates.extend(_printed_trail(clues))
    return choose("section", [_narrowed(candidate) for candidate in candidates])


def _narrowed(candidate: Candidate[str]) -> Candidate[str]:
    """A candidate, less sure where its name is a wide one."""
    if candidate.value.lower() not in _WIDE:
        return candidate
    return msgspec.structs.replace(candidate, confidence=min(candidate.confidence, _SURE_OF_WIDE))


def section_name(text: str) -> str | None:
    """A declared section as a name; None for what is none: too long, a number, a front page."""
    name = " ".join(unescape(text).replace("\u200b", "").split()).strip(" /|>»›,;")
    if "," in name and ", " not in name:
        name = name.split(",", 1)[0]  # a list, from broad to narrow
    if not 1 < len(name) <= _LONGEST or not any(map(str.isalpha, name)) or name.lower() in _HOMES or _UNFILLED.search(name):
        return None
    return name


def _first(value: Any) -> str | None:
    """The first section of a JSON-LD value: a name, or a list of names from broad to narrow."""
    for item in value if isinstance(value, list) else [value]:
        if (text := words(item)) and (name := section_name(text)):
            return name
    return None


def _labelled(clues: Clues) -> list[Candidate[str]]:
    """Lines such as "Category: Politics" near the top."""
    found = []
    stop = clues.first if clues.first >= 0 else _TOP_LINES
    for index, block in enumerate(clues.page.blocks[: min(stop, _TOP_LINES)] if clues.page.form == "text" else ()):
        line = clues.line(index)
        if (
            (label := labelled(line, _own_labels(clues)))
            and label.kind == "section"
            and (name := section_name(line[label.start : label.end]))
        ):
            span = Span(block.start + label.start, block.start + label.end)
            found.append(visible(clues.page, name, span, method="label", confidence=0.9, text=name))
    return found


def _own_labels(clues: Clues) -> Any:
    return clues.profile.labels if clues.profile is not None else None


def _declared_trail(clues: Clues) -> list[Candidate[str]]:
    """The first step below the front page in a declared trail (schema.org BreadcrumbList), and below a blog."""
    titles = {fold(clues.headline or "")}
    for node in clues.page.declared.linked_data:
        if "BreadcrumbList" in node.types and isinstance(items := node.data.get("itemListElement"), list):
            steps = [
                (words(item.get("name")) or words(item.get("item")), _target(item)) for item in items if isinstance(item, dict)
            ]
            found = []
            for step, target in steps[: len(steps) - 1] if len(steps) > 1 else steps:
                if step and (name := section_name(step)) and fold(name) not in titles and not _is_site(name, target, clues):
                    path = f"{node.path}.itemListElement"
                    found.append(claimed(name, step, path, method="breadcrumbs", confidence=0.75, text=name))
                    if name.lower() not in _WIDE:
                        break
            return found[-1:]
    return []


def _printed_trail(clues: Clues) -> list[Candidate[str]]:
    """The first link below the front page, and below a blog, in a trail that the markup calls so above the headline."""
    page = clues.page
    end = 0
    found: list[Candidate[str]] = []
    for index in elements_within(page, 0, clues.headline_span.start if clues.headline_span else len(page.text)):
        element = page.elements[index]
        if element.end - element.start <= _TRAIL and marks(element.label) & BREADCRUMB:
            end = max(end, element.end)
        elif element.tag == "a" and element.start < element.end <= end:
            text = page.text[element.start : element.end]
            if (name := section_name(text)) and not _is_site(name, element.value, clues):
                span = Span(element.start, element.end)
                found.append(visible(page, name, span, method="breadcrumbs", confidence=0.65, text=name))
                if name.lower() not in _WIDE:
                    break
    return found[-1:]


def _target(step: dict[str, Any]) -> str | None:
    """The address that a step of a declared trail leads to."""
    item = step.get("item")
    target = item.get("@id") or item.get("url") if isinstance(item, dict) else item
    return target if isinstance(target, str) else None


def _is_site(name: str, target: str | None, clues: Clues) -> bool:
    """Whether a step of a trail is the site itself, the page itself, or a place on the page ("Skip to content")."""
    return (
        _is_host(name, clues.page)
        or squeeze(name) in clues.outlets
        or (target is not None and _leads_nowhere(target, clues.page))
    )


def _leads_nowhere(target: str, page: Page) -> bool:
    if target.startswith("#"):
        return True
    try:
        there, here = urlsplit(urljoin(page.url or "", target)), urlsplit(page.url or "")
    except ValueError:
        return False
    if there.path in ("", "/"):  # of this site, not of a section with an address of its own
        host = (there.hostname or "").removeprefix("www.")
        return not host or not here.hostname or host in (here.hostname.removeprefix("www."), registrable_domain(here.hostname))
    return there.path == here.path


def _is_outlet(name: str, clues: Clues) -> bool:
    """Whether a declared section is what the outlet calls itself. A part of its address may be a section's name as well: sport.example.com."""
    said = squeeze(name)
    return said in clues.outlets and said not in {squeeze(label) for label in (host_of(clues.page.url) or "").split(".")[:-2]}


def _is_host(name: str, page: Page) -> bool:
    """Whether a step is the site itself: "Example News" on example-news.org."""
    flat = "".join(c for c in name.lower() if c.isalnum())
    host = (page.url or "").split("/")[2:3]
    return bool(host) and len(flat) > 3 and flat in host[0].replace("-", "").replace(".", "")
