"""Images of the article, with caption and credit as printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..page.declared import absolute
from ..page.tags import HEADINGS
from ..records import Element, Evidence, Found, Image, Span
from .body.mending.captions import are_names
from .body.mending.house_lines import is_of_the_house
from .credits.name_words import BY
from .credits.names import looks_like_person
from .landmarks import CAPTION, CREDIT, around, block_at, elements_within, marks

if TYPE_CHECKING:
    from ..records import Page, Role
    from .clues import Clues

# Names of files and elements that furnish a page: no picture of an article.
_FURNITURE = (
    "logo", "icon", "avatar", "sprite", "placeholder", "pixel", "spacer", "blank", "badge", "emoji", "1x1", "button", "loading", "banner", "profile",
)  # fmt: skip
_CREDIT = re.compile(
    r"(?:\b(?:photo(?:graph|s)?(?: credit)?|image(?: credit| source)?|picture|credit|illustration|fotos?|bild|quelle"
    r"|crédits?(?: photo)?"
    r"|fotografía|créditos?|imagen|imagem|immagine|фото|عکس|صورة|图|摄影|写真)\s*(?:by\b|von\b|[:：/–©-])\s*|©\s*"
    r"|\((?=[^()]{0,40}(?:photo|images?|picture|via|/AP|AFP|Reuters)\b))"
    r"(?P<who>[^\n()|]{2,90}?)\s*(?:[)|]|\.?$)",
    re.IGNORECASE,
)
# How much of a caption's end is looked at for a credit.
_CREDIT_WINDOW = 200
# Pictures kept of one article: photo stories have dozens, no article has more.
_MOST = 200
# A caption is no longer: what is longer is the article in a figure. Nor is a credit.
_LONGEST_CAPTION, _LONGEST_CREDIT = 1_000, 120
# A caption of more code points is more than a credit, though the markup calls it one.
_LONG = 80
# How far above the headline a lead picture may stand, in code points of text: kickers and bylines lie between.
_LEAD = 400
# A caption that the markup does not call so: the code points of a line of it, and its lines, the last of them a credit.
_LONGEST_CREDITED, _CREDITED = 400, 2
# How systems name a picture in another size: "pier-610x343.jpg".
_SIZE = re.compile(r"(?:-\d{2,4}x\d{2,4}|-scaled)(?=\.\w+$)")
_PICTURES = frozenset(("img", "amp-img"))


def find_images(clues: Clues) -> Found[tuple[Image, ...]]:
    """Pictures between headline and the body's end, in document order; the declared one first when it is not among them."""
    page = clues.page
    found: dict[str, Image] = {}
    evidence: list[Evidence] = []
    pictures, captions, credited = _parts(page.elements, _within(clues))
    body = page.blocks[clues.first].start if pictures else 0
    roles = [line.role for line in clues.lines]
    for index in pictures:
        element = page.elements[index]
        figure = around(page.elements, index, "figure")
        span = _caption_of(page.elements, element, figure, captions)
        if figure < 0 and span is None:
            span = _credited_lines(page, element, roles)
        if figure < 0 and ((span is None and element.start < body) or _is_furniture(f"{element.value} {element.label}")):
            continue
        address = _address(element, page.url)
        if address is None or _file(address) in found:
            continue
        caption = span.of(page.text) if span else None
        if caption and (_is_byline(caption) or is_of_the_house(caption)):
            continue  # the author's portrait, a teaser's picture
        credit = _printed_credit(page.text, span, credited) or (credit_in(caption) if caption else None)
        found[_file(address)] = Image(url=address, alt=element.name or None, caption=caption, caption_span=span, credit=credit)
        if span and caption:
            if (alone := _CREDIT.fullmatch(caption.strip())) is not None and are_names(alone["who"]):
                found[_file(address)] = Image(url=address, alt=element.name or None, credit=credit)
            evidence.append(
                Evidence(field="images", method="caption", raw=caption, value=address, confidence=0.9, chosen=True, span=span)
            )
        else:
            source = element.value or ""
            evidence.append(
                Evidence(field="images", method="place", raw=source, value=address, confidence=0.7, chosen=True, path="img[src]")
            )
    images = list(found.values())
    raw = clues.claim("og:image")
    if raw and (lead := _whole(raw, page.url)) and _file(lead) not in found and not _is_furniture(lead):
        images.insert(0, Image(url=lead, alt=clues.claim("og:image:alt")))
        evidence.append(
            Evidence(field="images", method="meta", raw=raw, value=lead, confidence=0.8, chosen=True, path="meta[og:image]")
        )
    return Found(tuple(images), tuple(evidence))


def credit_in(caption: str) -> str | None:
    """Who made the picture, where the caption says so: "Photo: Ana Lima / Coast Wire", "(Coast Wire Photo/Ana Lima)"."""
    found = [match["who"] for match in _CREDIT.finditer(caption[-_CREDIT_WINDOW:])]
    if found and (labelled := _CREDIT.fullmatch(found[-1])) is not None:  # "© Photo: Ana Lima"
        found.append(labelled["who"])
    return found[-1].strip(" :,-–/©") or None if found else None


def _within(clues: Clues) -> range:
    """The elements of the stretch in which the article's pictures stand."""
    if clues.first < 0:
        return range(0)
    begin = clues.page.blocks[clues.first].start
    if clues.headline_span is not None:
        begin = min(begin, clues.headline_span.start)
    return elements_within(clues.page, max(0, begin - _LEAD), clues.page.blocks[clues.last].end)


def _parts(elements: tuple[Element, ...], within: range) -> tuple[list[int], list[Element], list[Element]]:
    """Indexes of the pictures; the elements that hold captions (`figcaption`, or called so by the markup); those that hold credits."""
    pictures: list[int] = []
    captions: list[Element] = []
    credited: list[Element] = []
    for index in within:
        element = elements[index]
        if element.tag in _PICTURES:
            pictures.append(index)
        elif element.start < element.end:
            called = marks(element.label) if element.label else 0
            if (element.tag == "figcaption" or called & CAPTION) and element.end - element.start <= _LONGEST_CAPTION:
                captions.append(element)
            if called & CREDIT and element.end - element.start <= _LONGEST_CREDIT:
                credited.append(element)
    return pictures[:_MOST], captions[:_MOST], credited[:_MOST]


def _caption_of(elements: tuple[Element, ...], image: Element, figure: int, captions: list[Element]) -> Span | None:
    """The caption in the image's figure, else all words of it; without a figure, the caption that begins where the image stands."""
    if figure < 0:
        return next((Span(c.start, c.end) for c in captions if 0 <= c.start - image.start <= 1), None)
    frame = elements[figure]
    inside = next((c for c in captions if frame.start <= c.start and c.end <= frame.end), None)
    if inside is not None:
        return Span(inside.start, inside.end)
    return Span(frame.start, frame.end) if 1 < frame.end - frame.start <= _LONGEST_CAPTION else None


def _credited_lines(page: Page, image: Element, roles: list[Role]) -> Span | None:
    """The line that stands right behind an image and has a credit, or the line above such a credit, where neither is of the body."""
    first = block_at(page.blocks, image.start)
    if first >= len(page.blocks) or not 0 <= page.blocks[first].start - image.start <= 1:
        return None
    for last in range(first, min(first + _CREDITED, len(page.blocks))):
        block = page.blocks[last]
        if (
            roles[last] in ("body", "comment")
            or block.end - block.start > _LONGEST_CREDITED
            or block.link
            or block.tag in HEADINGS
        ):
            return None
        line = page.text[block.start : block.end]
        credit = credit_in(line) if last == first else (alone["who"] if (alone := _CREDIT.fullmatch(line)) else None)
        if credit is not None and are_names(credit):
            return Span(page.blocks[first].start, block.end)
        if looks_like_person(line.partition(",")[0]):
            return None  # an author's portrait
    return None


def _printed_credit(text: str, caption: Span | None, credited: list[Element]) -> str | None:
    """The words of a credit element within or right behind the caption."""
    if caption is None:
        return None
    element = next((c for c in credited if caption.start <= c.start <= caption.end + 1), None)
    if element is None:
        return None
    said = text[element.start : element.end]
    caption_itself = (element.start, element.end) == (caption.start, caption.end) and len(said) > _LONG
    return credit_in(said) or (None if caption_itself else said.strip("() ©|") or None)


def _is_byline(caption: str) -> bool:
    """Whether a caption says who wrote the article: "By Jane Doe"; not "Von links: …"."""
    by = BY.match(caption)
    return by is not None and caption[by.end() :].lstrip(" \n:")[:1].isupper()


def _is_furniture(names: str) -> bool:
    lowered = names.lower()
    return any(word in lowered for word in _FURNITURE)


def _address(element: Element, base: str | None) -> str | None:
    """Where the picture lies; the first of a `srcset`."""
    return _whole(element.value.strip().split(" ", 1)[0].rstrip(","), base) if element.value else None


def _whole(address: str, base: str | None) -> str | None:
    """An absolute http(s) address, or None."""
    if address.startswith("//"):
        return "https:" + address
    whole = absolute(address, base)
    return whole if whole.startswith(("http://", "https://")) else None


def _file(address: str) -> str:
    """What tells one picture from another: the file, not the size that is asked for."""
    return _SIZE.sub("", address.split("?", 1)[0].rsplit("/", 1)[-1]) or address
