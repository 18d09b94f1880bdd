"""The outlet's item number: printed with a label, declared, or standing in the address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from ..records import Found, Span
from .canonical import tidy
from .evidence import Candidate, choose, claimed, visible
from .labels import labelled
from .landmarks import elements_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .clues import Clues

# Meta elements that hold an item number.
_META = (
    "articleid", "article:id", "article-id", "article_id", "cxenseparse:recs:articleid", "cxenseparse:articleid", "news_id", "newsid",
    "storyid", "story_id", "cms-article-id", "contentid", "content_id", "content-id", "brightspot.contentid", "dm_content_id",
    "parsely-post-id", "ssc:cmsid", "arc-id", "postid", "nid", "og:id", "id",
)  # fmt: skip
_ID = re.compile(r"[\w][\w.:-]{2,60}")
# A line with a labelled number has no more code points, and ends with it.
_LONGEST = 80
# A line of several labels and values has no more than this.
_LONGEST_LINE = 200
# What stands behind a label: digits (of any script), or a code with digits in it.
_PRINTED = re.compile(r"[#№]?\s*((?=[\w/-]*\d)[\w][\w/-]{2,40})")
# In an address: a run of four digits or more that stands alone between separators, maybe behind a letter or two ("a1234567", "art-12345").
_NUMBER = re.compile(r"(?:^|(?<=[/_.,~=+-]))(?P<id>[a-z]{0,3}\d{4,18})(?=$|[/_.,~?&+-])", re.IGNORECASE)
_HASH = re.compile(
    r"(?:^|(?<=[/_.,~-]))(?P<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,40}"
    r"|[A-Z0-9]{20,30})(?=$|[/_.,-])"
)
# Behind a comma, as some systems write it: ",UAW7bQx".
_MIXED = re.compile(r",(?P<id>(?=[^/]*[a-z])(?=[^/]*[A-Z])[A-Za-z0-9]{6,12})$")
# A day and a number of that day, as some systems count; and letters that only say that a number follows.
_DATED = re.compile(r"(?:19[5-9]|20[0-4])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[A-Za-z0-9]{4,12}(?=$|\.)")
_DIGIT = re.compile(r"\d")
_SAYS_ID = re.compile(r"^(?:id|nid|aid|art)(?=\d)", re.IGNORECASE)
# Codes of one address that are taken out before numbers are looked for: real ones have one or two.
_MOST_HASHES = 4
# Two words beside each other, and no number but a year, make a name for readers: "2016-harbour-profits".
_WORDS, _LONG_NUMBER = re.compile(r"[a-z]{3,}-[a-z]{3,}"), re.compile(r"\d{5}")
# Digits of a number that may be counted things: "…-2500-year-old-…".
_COUNTED = 5
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_DAY = re.compile(r"(?:19[5-9]|20[0-4])\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?")
_MONTH = re.compile(r"(?:19[5-9]|20[0-4])\d(?:0[1-9]|1[0-2])")
_SHORT_MONTH = re.compile(r"\d\d(?:0[1-9]|1[0-2])")
_SHORT_DAY = re.compile(r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_QUERY = frozenset(
    (
        "id",
        "p",
        "article",
        "articleid",
        "article_id",
        "aid",
        "newsid",
        "news_id",
        "storyid",
        "nid",
        "artid",
        "docid",
        "item",
        "itemid",
    )
)
# Lines at the page's ends in which a label is looked for.
_TOP_LINES, _BOTTOM_LINES = 40, 25
# A printed label is plain speech; a declared number that the address holds too is as good. Judged on fundus_dev's addresses.
_LABEL, _AGREED, _DECLARED, _ADDRESS, _HASHED = 0.96, 0.93, 0.8, 0.85, 0.75


def find_news_id(clues: Clues) -> Found[str | None]:
    """By label, by declaration, by address; declared and address agreeing make either surer."""
    candidates: list[Candidate[str]] = list(_printed(clues))
    address = _own_address(clues)
    in_address = dict(ids_in_url(address[1])) if address else {}
    for value, path in _declared(clues):
        confidence = _AGREED if value in in_address or (address and len(value) > 4 and value in address[1]) else _DECLARED
        candidates.append(claimed(value, value, path, method="declared", confidence=confidence, text=value))
    if address:
        for value, confidence in in_address.items():
            candidates.append(claimed(value, address[1], address[0], method="address", confidence=confidence, text=value))
    return choose("news_id", candidates)


def ids_in_url(address: str) -> list[tuple[str, float]]:
    """Parts of an address that stand as item numbers, the likeliest first, with how sure each is. A date is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return []
    found: list[tuple[str, float]] = []
    path = parts.path.rstrip("/")
    head, _, last = path.rpartition("/")
    hashes = [m["id"] for m in _HASH.finditer(path) if any(c.isdigit() for c in m["id"]) and not m["id"].isdigit()]
    for named in hashes[:_MOST_HASHES]:
        last = last.replace(named, "")
    if dated := _DATED.match(last):
        found.append((dated[0], _ADDRESS))
    numbers = [
        _SAYS_ID.sub("", m["id"])
        for m in _NUMBER.finditer(last)
        if not _is_date(m["id"]) and not _is_counted(last, m.start(), m.end())
    ]
    # The longest number of the last step; of equals the last, where most systems put it.
    found.extend((number, _ADDRESS) for _, _, number in sorted((-len(n), -place, n) for place, n in enumerate(numbers)))
    found.extend(
        (value, _ADDRESS) for key, value in parse_qsl(parts.query) if key.lower() in _QUERY and re.fullmatch(r"\d{2,18}", value)
    )
    found.extend((named, _HASHED) for named in hashes)
    if mixed := _MIXED.search(path):
        found.append((mixed["id"], _HASHED))
    steps = head.split("/")
    for place, step in reversed(list(enumerate(steps))):
        if (number := _NUMBER.fullmatch(step)) and not _is_date(number["id"]) and not _is_month(steps, place):
            found.append((number["id"], _HASHED))
    return list(dict.fromkeys(found))


def _is_date(number: str) -> bool:
    """Whether digits are a year, a day or a day with its clock."""
    return bool(_YEAR.fullmatch(number) or _DAY.fullmatch(number) or (len(number) == 6 and _SHORT_DAY.fullmatch(number)))


def _is_counted(step: str, start: int, end: int) -> bool:
    """Whether a short number stands between the words of a title; behind a first word it may be an item's: "pm-7663-…"."""
    return end - start <= _COUNTED and step[end : end + 1] == "-" and "-" in step[: max(0, start - 1)]


def _is_month(steps: list[str], place: int) -> bool:
    """Whether a step is a month: /202104/, before a day: /2104/12/, or with its day behind a year: /2021/0412/."""
    step, before, after = steps[place], steps[place - 1] if place else "", steps[place + 1] if place + 1 < len(steps) else ""
    return (
        _MONTH.fullmatch(step) is not None
        or (len(step) == 4 and _YEAR.fullmatch(before) is not None)
        or (_SHORT_MONTH.fullmatch(step) is not None and len(after) == 2 and after.isdecimal())
    )


def _own_address(clues: Clues) -> tuple[str, str] | None:
    """The address to look in, and where it comes from: the page's own, else the declared one."""
    for path, address in (
        ("url", clues.page.url),
        ("link[canonical]", clues.page.declared.link("canonical")),
        ("meta[og:url]", clues.claim("og:url")),
    ):
        if address and (clean := tidy(address)):
            return path, clean
    return None


def _printed(clues: Clues) -> Iterator[Candidate[str]]:
    """Labelled lines at the page's ends."""
    blocks = clues.page.blocks
    extra = clues.profile.labels if clues.profile is not None else None
    near = (
        range(len(blocks))
        if len(blocks) <= _TOP_LINES + _BOTTOM_LINES
        else (*range(_TOP_LINES), *range(len(blocks) - _BOTTOM_LINES, len(blocks)))
    )
    around = range(max(0, clues.first - _TOP_LINES // 2), clues.first) if clues.first > _TOP_LINES else ()
    text = clues.page.text
    for index in (*near, *around):
        block = blocks[index]
        if block.end - block.start > _LONGEST_LINE or _DIGIT.search(text, block.start, block.end) is None:
            continue
        # The line itself, and the elements of a line that holds several labels and values.
        spans = [(block.start, block.end)]
        spans += [(e.start, e.end) for i in elements_within(clues.page, block.start, block.end) if (e := clues.page.elements[i])]
        for start, end in dict.fromkeys(spans):
            if 3 < end - start <= _LONGEST and text[end - 1].isdecimal():
                line = text[start:end]
                if (label := labelled(line, extra)) and label.kind == "news_id":
                    yield from _behind_label(clues, line, label.start, start)


def _behind_label(clues: Clues, line: str, at: int, offset: int) -> Iterator[Candidate[str]]:
    """The number that stands behind a label, at `at` in a line that begins at `offset` of the page."""
    found = _PRINTED.match(line, at)
    if found is not None and not _is_date(found[1]):
        span = Span(offset + found.start(1), offset + found.end(1))
        value = plain_digits(found[1])
        yield visible(clues.page, value, span, method="label", confidence=_LABEL, text=value)


def plain_digits(text: str) -> str:
    """Decimal digits of any script as 0 to 9."""
    return "".join(str(int(c)) if c.isdecimal() and not c.isascii() else c for c in text)


def _declared(clues: Clues) -> Iterator[tuple[str, str]]:
    """Numbers in JSON-LD `identifier` and in meta elements."""
    if clues.data is not None:
        for key in ("identifier", "articleId", "@id"):
            value = _identifier(clues.data.data.get(key))
            if value:
                yield value, f"{clues.data.path}.{key}"
    for name in _META:
        if (content := clues.claim(name)) and (value := _identifier(content)):
            yield value, f"meta[{name}]"
    # A short address is little more than the number ("/?p=30912").
    if (short := clues.page.declared.link("shortlink")) and (numbers := ids_in_url(short)):
        yield numbers[0][0], "link[shortlink]"


def _identifier(value: Any) -> str | None:
    """A JSON-LD identifier as an item number: words with a digit, no address, no date."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("value") or value.get("@value")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not _ID.fullmatch(value := value.strip()):
        return None
    if _WORDS.search(value) and not _LONG_NUMBER.search(value) and not _HASH.fullmatch(value):
        return None
    return value if any(c.isdigit() for c in value) and not _is_date(value) else None
