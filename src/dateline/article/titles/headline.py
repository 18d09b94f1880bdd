"""The headline: the printed one, checked against what the page declares.

Outlets print one title and declare others, for search engines and networks. The printed one is the headline; the others are kept
as evidence, and say which of several headings is meant. Text without markup has no headings: see `flattened`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from ...page.declared import words
from ...records import Found, Note, Page, Span
from ..clues import main_article
from ..evidence import Candidate, choose, claimed, visible
from .flattened import find_in_text, is_furniture
from .text import fold, likeness, outlet_names, parts, squeeze, tidy, undecorated, unsigned, without_outlet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What a declared title is worth where no heading agrees with it.
_CLAIMS = {"json-ld": 0.85, "og:title": 0.84, "twitter:title": 0.8, "dc.title": 0.7, "title": 0.7, "<title>": 0.6}
_WEAK = 0.2  # a declared title that is the outlet's name
_AGREED = 0.02  # all of JSON-LD, og:title and twitter:title that there are say the same
_DIVIDED = -0.04  # they do not
_SOUGHT = -0.1  # it equals <title>, which is written for search engines, and another does not
# Points of a heading; the sum is its confidence. Set by hand and checked on fundus_dev, newsroom_dev, trafilatura_eval and wcxb_dev
# (1,900 pages): a lone h1 unlike everything declared is the headline oftener than not, for titles are written for search engines.
_TAG = {"h1": 0.72, "h2": 0.5, "h3": 0.42}
_LONE = 0.09
_LIKENESS = ((0.9, 0.26), (0.5, 0.2), (0.2, 0.06))
_SAME = 0.9
_PART = 0.92  # likeness of a heading that is one part of a declared "Headline - Section - Outlet"
_FLOOR = 0.45  # lesser headings less like any declared title are subheads
_LOW_FLOOR = 0.2  # the same where there is no h1
_FIRST = 0.12  # for the first lesser heading where there is no h1
_NAMED = 0.04  # a class or itemprop that says "headline"
_EDITED = 0.2  # it equals a title meant for readers, where another heading equals the one meant for search engines
_ADDRESSED = 0.1  # it is what the page's address says
_ALIKE, _TELLING = 0.8, 4  # how alike they are, and words of an address that say something
_IN_TRAIL = -0.35  # in a breadcrumb trail
_SITE = -0.4  # linked to the home page, or the shorter part of a title whose longer part is another heading
_UNDER_TEXT = -0.2  # below the first long paragraph
_LATER = -0.04  # for each other h1 before it
_HIDDEN = -0.15
_PRINTED = 0.005  # a heading is worth a little more than the declared title that it equals
_LONGEST = 400  # code points; longer headings are text set large
_SHORTEST = 10  # code points; shorter lesser headings are a section's
_LONG_TEXT = 250  # code points of a paragraph that may stand below the headline only
_MOST, _MOST_LESSER = 40, 16  # headings looked at; lesser ones, and parts of h1, where there is an h1
_KICKER_WORDS = 5  # in the line above a headline that stands in the same heading
_LINE_WORDS = 14  # the same where it is a line or an element of its own
_INNER = 64  # elements of a heading that are looked at
_ANCHOR = "¶ "  # behind a heading of documentation, a link to itself
_SHORT = 20  # code points; shorter titles stand at the end of longer ones by chance
_SOCIAL = ("json-ld", "og:title", "twitter:title")
_BOLD_LINE = 0.65  # a bold line above the text of a page without headings: surer than <title> alone
_SURE = 0.7  # a heading of so much is the headline; below it lines that are no headings are heard as well
_LINE = 0.82  # a line above the text that is most of a declared title
_BOLD = 0.8  # share of such a line that is bold
_CLOSE_ABOVE = 8  # blocks
_TRAIL = re.compile(r"crumb")
_NAME = re.compile(r"headline|title|heading|\bhed\b")
_OTHER_NAME = re.compile(r"alternat|alt-title|subhead|sub-?title|sitename|site-(?:title|name)|logo")


_REST = re.compile(r"\s*[-–—_|｜丨·»~]|(?<=[\u3400-\u9fff！？”》])\s+(?=[\u3400-\u9fff])")
_HAN = re.compile(r"[\u3400-\u9fff]")
# What stands below a headline in the same heading and is no second line of it has figures or brackets.
_NOT_WORDS = re.compile(r"[\d|•·(\[/]")
_NONE = Note("headline.none", "the page prints no headline and declares none; its first sentence is not taken for one")


class _Heading(NamedTuple):
    start: int
    end: int
    tag: str
    text: str
    key: str
    element: int
    hidden: bool


def find_headline(page: Page, *, outlets: frozenset[str] | None = None) -> Found[str | None]:
    """The headline, with the span where it is printed if it is. `outlets` are the outlet's names (`titles.outlet_names`) if known."""
    if page.form == "text":
        found = find_in_text(page)
    else:
        names = outlet_names(page) if outlets is None else outlets
        claims = claimed_titles(page, names)
        found = choose("headline", [*printed_titles(page, claims, names), *claims])
    return found if found.value is not None else Found(None, found.evidence, (_NONE,))


def claimed_titles(page: Page, names: frozenset[str]) -> list[Candidate[str]]:
    """The titles that the page declares, without the outlet's name."""
    declared = page.declared
    data = main_article(page)
    claims = [(words(data.data.get("headline")), f"{data.path}.headline", "json-ld")] if data is not None else []
    claims += [(declared.get(name), f"meta[{name}]", name) for name in ("og:title", "twitter:title", "dc.title", "title")]
    claims.append((declared.title, "title", "<title>"))
    said = [(kind, path, raw, without_outlet(tidy(unescape(raw)), names)) for raw, path, kind in claims if raw]
    keys = [fold(value) for _, _, _, value in said]
    sought = keys[-1] if declared.title else ""
    social = {key for key, (kind, *_) in zip(keys, said, strict=True) if kind in _SOCIAL}
    found = []
    for key, (kind, path, raw, value) in zip(keys, said, strict=True):
        if not key:
            continue
        confidence = _CLAIMS[kind]
        if squeeze(value) in names:
            confidence = _WEAK
        elif kind in _SOCIAL:
            confidence += _AGREED if len(social) == 1 else _SOUGHT if key == sought else _DIVIDED
        method = "meta" if path.startswith("meta") else kind
        found.append(claimed(value, raw, path, method=method, confidence=confidence, text=value))
    return found


def printed_titles(page: Page, claims: list[Candidate[str]], names: frozenset[str]) -> list[Candidate[str]]:
    """The headings that may be the headline, judged by the claims and by each other."""
    titles = {fold(claim.value): claim.confidence for claim in reversed(claims) if claim.confidence > _WEAK}
    headings: list[_Heading] = []
    for heading in islice(_headings(page), _MOST):
        if heading.tag != "h1" and len(titles) == 1 and {h.key for h in headings} == titles.keys():
            break  # one printed title, and everything declared says the same: lesser headings are subheads
        if heading.key and squeeze(heading.text) not in names:
            headings.append(_within(page, heading, claims))
    if not headings:
        return [*_bold_titles(page), *_declared_lines(page, claims)]
    sought = {fold(claim.value) for claim in claims if claim.method == "<title>"}
    split = [tuple(fold(part) for part, _, _ in parts(tidy(claim.raw))) for claim in claims]
    long = (b.start for b in page.blocks if b.end - b.start > _LONG_TEXT and 4 * b.link < b.end - b.start)
    text_start = next(long, len(page.text))
    above = {h.key for h in headings if h.tag == "h1" and h.start < text_start}
    lone = len(above) == 1
    # What stands high on the page and looks like text may be a player's or a menu's.
    only = not above and len({h.key for h in headings if h.tag == "h1"}) == 1
    keys = {h.key for h in headings}
    address = _in_address(page)
    found: list[Candidate[str]] = []
    firsts: set[str] = set()
    for heading in headings:
        like = max((likeness(heading.key, title) for title in titles), default=0.0)
        if like < _SAME and any(_is_part(heading.key, pieces) for pieces in split):
            like = _PART
        if heading.tag != "h1" and like < (_FLOOR if firsts else _LOW_FLOOR):
            continue
        label = page.elements[heading.element].label if heading.element >= 0 else ""
        said = (
            _TAG[heading.tag],
            (_LONE if lone or (only and like >= _LOW_FLOOR) else 0.0)
            if heading.tag == "h1"
            else 0.0
            if firsts or found
            else _FIRST,
            next((points for floor, points in _LIKENESS if like >= floor), 0.0),
            _ADDRESSED if address and likeness(heading.key, address) >= _ALIKE else 0.0,
            _EDITED if heading.key in titles and heading.key not in sought else 0.0,
            _naming(label),
            _IN_TRAIL if _in_trail(page, heading.element) else 0.0,
            _SITE if _leads_home(page, heading) or _is_lesser_part(heading.key, keys, split) else 0.0,
            _UNDER_TEXT if heading.start > text_start else 0.0,
            _LATER * len(firsts - {heading.key}) if heading.tag == "h1" else 0.0,
            _HIDDEN if heading.hidden else 0.0,
        )
        if heading.tag == "h1":
            firsts.add(heading.key)
        value, _ = undecorated(unsigned(heading.text, names))
        span = Span(heading.start, heading.end)
        confidence = max(_squash(sum(said)), titles.get(heading.key, 0.0) + _PRINTED)
        found.append(visible(page, value, span, method="heading", confidence=confidence, text=value))
    if not any(heading.confidence >= _SURE for heading in found):
        found += _declared_lines(page, claims)
    return found


def _headings(page: Page) -> Iterator[_Heading]:
    """The h1 elements, whole, then the blocks that are headings, h1 and lesser."""
    elements, text = page.elements, page.text
    whole: set[tuple[int, int]] = set()
    for index in [index for index, element in enumerate(elements) if element.tag == "h1"]:
        element = elements[index]
        if 0 < element.end - element.start < _LONGEST:
            whole.add((element.start, element.end))
            said = tidy(text[element.start : element.end]).rstrip(_ANCHOR)
            yield _Heading(element.start, element.end, "h1", said, fold(said), index, hidden=False)
    lesser = [block for block in page.blocks if block.tag in _TAG and (block.tag == "h1" or block.end - block.start >= _SHORTEST)]
    for block in lesser[: _MOST_LESSER if whole else _MOST]:
        if block.end - block.start < _LONGEST and (block.start, block.end) not in whole:
            said = tidy(text[block.start : block.end]).rstrip(_ANCHOR)
            yield _Heading(block.start, block.end, block.tag, said, fold(said), block.element, block.hidden)


def _above_text(page: Page) -> int:
    """How many blocks stand above the first long paragraph; none where there is no such. A Han character says as much as two letters."""
    for index, block in enumerate(page.blocks):
        size = block.end - block.start
        if 2 * size > _LONG_TEXT and 4 * block.link < size:
            size += len(_HAN.findall(page.text, block.start, block.end))
            if size > _LONG_TEXT:
                return index
    return 0


def _bold_titles(page: Page) -> list[Candidate[str]]:
    """Bold lines close above the text, for pages older than headings."""
    until = _above_text(page)
    for block in page.blocks[max(0, until - _CLOSE_ABOVE) : until]:
        line = page.text[block.start : block.end].partition("\n")[0]
        fits = _SHORT < len(line) <= _LONGEST // 2 and block.link == 0 and block.bold >= _BOLD * len(line)
        if fits and not is_furniture(line):
            span = Span(block.start, block.start + len(line))
            return [visible(page, tidy(line), span, method="bold", confidence=_BOLD_LINE, text=tidy(line))]
    return []


def _declared_lines(page: Page, claims: list[Candidate[str]]) -> list[Candidate[str]]:
    """Lines above the text that are no headings, but all that a declared title has beside the names of outlet and section."""
    titles = {tidy(unescape(claim.raw)) for claim in claims if claim.confidence > _WEAK}
    found: list[Candidate[str]] = []
    above = _above_text(page)
    for block in page.blocks[: above or _MOST]:
        if block.tag in _TAG or block.hidden or not _SHORTEST <= block.end - block.start <= _LONGEST // 2:
            continue
        line = tidy(page.text[block.start : block.end])
        # Chinese paragraphs are short; elsewhere a page without a long one is no article.
        if (above or _HAN.search(line)) and any(_is_most_of(line, title) for title in titles):
            found.append(visible(page, line, Span(block.start, block.end), method="line", confidence=_LINE, text=line))
    return found[-1:]


def _is_most_of(line: str, title: str) -> bool:
    """Whether a title begins with a line, and a bar, a dash or, in Chinese, a space is between it and the rest, which is no longer."""
    if not title.startswith(line) or 2 * len(line) < len(title):
        return False
    return len(line) == len(title) or _REST.match(title, len(line)) is not None


def _is_part(key: str, pieces: tuple[str, ...]) -> bool:
    """Whether a heading is a part of a declared title, and not a section's name behind its first."""
    return key in pieces and (key == pieces[0] or 2 * len(key) >= max(map(len, pieces)))


def _in_address(page: Page) -> str:
    """The words of the page's address, folded as titles are; empty where it has few."""
    # Not every declared address can be taken apart by the rules for addresses.
    path = (page.url or page.declared.link("canonical") or "").partition("#")[0].partition("?")[0]
    said = fold(unquote(path.rstrip("/").rpartition("/")[2].partition(".")[0]).replace("-", " ").replace("_", " "))
    return said if said.count(" ") >= _TELLING - 1 else ""


@lru_cache(maxsize=4096)
def _naming(label: str) -> float:
    if _OTHER_NAME.search(label):
        return -_NAMED
    return _NAMED if _NAME.search(label) else 0.0


def _in_trail(page: Page, index: int) -> bool:
    """Whether an element stands in a breadcrumb trail: called so, or an item of a navigation list."""
    for _ in range(5):
        if index < 0:
            return False
        element = page.elements[index]
        if element.tag == "nav" or _TRAIL.search(element.label):
            return True
        index = element.parent
    return False


def _leads_home(page: Page, heading: _Heading) -> bool:
    """Whether the heading is a link to the front page, as an outlet's name in its masthead is."""
    if heading.element < 0 or heading.tag != "h1":
        return False
    around = page.elements[heading.element].parent
    within = range(heading.element + 1, min(heading.element + 4, len(page.elements)))
    for index in (around, *within) if around >= 0 else within:
        element = page.elements[index]
        if element.tag == "a" and element.value and element.start <= heading.start and element.end >= heading.end:
            return _is_home(element.value)
    return False


def _is_home(href: str) -> bool:
    return href.rstrip("/").count("/") <= (2 if "//" in href else 0) and (href[:1] == "/" or "//" in href)


def _is_lesser_part(key: str, keys: set[str], split: Iterable[tuple[str, ...]]) -> bool:
    """Whether a declared title has this heading and a longer one as parts: the shorter is a section's or the outlet's name."""
    return any(key in pieces and any(len(p) > len(key) and p in keys for p in pieces) for pieces in split)


def _squash(points: float) -> float:
    """Points as a confidence: beyond .9 they only break ties."""
    return max(0.05, points if points < 0.9 else min(0.99, 0.9 + (points - 0.9) / 4))


def _within(page: Page, heading: _Heading, claims: Iterable[Candidate[str]]) -> _Heading:
    """The heading without what is set above or below the headline in it, a kicker, a second line or a date, where a declared title
    lacks it.
    """
    for claim in sorted(claims, key=lambda claim: -len(claim.value)):
        at = page.text.find(claim.value, heading.start, heading.end)
        end = at + len(claim.value)
        if at < 0 or len(claim.value) <= _SHORT or (at > heading.start) == (end < heading.end):
            continue
        if at > heading.start and len(page.text[heading.start : at].split()) > _most_words(page, heading, at):
            continue
        if end < heading.end and not (_NOT_WORDS.search(page.text, end, heading.end) and _is_seam(page, heading, end)):
            continue
        return heading._replace(start=at, end=end, text=claim.value, key=fold(claim.value))
    return heading


def _most_words(page: Page, heading: _Heading, at: int) -> int:
    return _LINE_WORDS if _is_seam(page, heading, at) else _KICKER_WORDS


def _is_seam(page: Page, heading: _Heading, at: int) -> bool:
    """Whether a line or an element of the heading begins or ends here."""
    around = page.text[max(heading.start, at - 1) : at + 1]
    if "\n" in around:
        return True
    for element in islice(page.elements, heading.element + 1, heading.element + 1 + _INNER) if heading.element >= 0 else ():
        if element.start > heading.end:
            return False
        if at <= element.start <= at + 1 or at - 1 <= element.end <= at:
            return True
    return False
