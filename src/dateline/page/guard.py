"""Markup built to break a parser is made harmless before the parser sees it.

The tree-building algorithm of HTML does more than linear work for three things: nesting depth, attributes of one tag, and
formatting elements left open, which are built again in every later paragraph (200 kB of them fill 30 GB). Honest pages are
far from all three. A whole-array look at the tags finds the suspects in a fraction of the parsing time; only suspects are
rewritten.
"""

from __future__ import annotations

import re

import numpy as np
import numpy.typing as npt

# Lexbor needs 30 ms for 5,000 nested elements and 90 s for 200,000.
MAX_DEPTH = 2_000
# Formatting elements that may stand open at once, where there are enough tags for it to matter.
MAX_OPEN_FORMATTING = 12
# Formatting elements times all elements, beyond which open ones are looked at: 365,000 at the most in fundus_dev.
MAX_FORMATTING_WORK = 3_000_000
# Attributes of one tag, and the length of a tag from which they are counted. Long tags of honest pages carry few, but long ones.
MAX_ATTRIBUTES = 2_000
MAX_TAG = 20_000

Ints = npt.NDArray[np.integer]

_FORMATTING = frozenset((b"b", b"big", b"code", b"em", b"font", b"i", b"nobr", b"s", b"small", b"strike", b"strong", b"tt", b"u"))
# Void elements, and those that the next of their kind closes: they do not nest by themselves.
_FLAT = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option".split()
)
_TAG = re.compile(rb"<(/?)([a-zA-Z][^\s/><]*)([^>]*)>?")
# The next attribute of a tag, or the tag's end.
_ATTRIBUTE = re.compile(rb"[\s/]*(?:(>)|=?[^\s=>/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?|=)")
_LETTER = np.zeros(256, dtype=bool)
_LETTER[[*b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"]] = True
# The first two bytes of a formatting element's tag, as one number.
_STARTS = np.zeros(65_536, dtype=bool)
for _name in _FORMATTING:
    for _pair in {(_name + end)[:2] for end in (b">", b" ", b"/", b"\t", b"\n", b"\r", b"\f")}:
        for _cased in {_pair, _pair.upper(), _pair.title(), _pair.swapcase()}:
            _STARTS[_cased[0] * 256 + _cased[1]] = True


def harmless(source: bytes, *, max_tags: int) -> tuple[bytes, bool]:
    """UTF-8 markup as it is, or rewritten so that a parser's work stays linear; True when it was rewritten or cut."""
    octets = np.frombuffer(source + b"   ", dtype=np.uint8)
    at = np.flatnonzero(octets == ord("<"))
    if not at.size:
        return source, False
    cut = at.size > max_tags
    if cut:
        source, at = source[: at[max_tags]], at[:max_tags]
    first = octets[at + 1]
    opening = _LETTER[first]
    if _too_deep(opening, first) or _too_formatted(opening, first, octets[at + 2]) or _too_long(source, at[opening]):
        rewritten = _rewrite(source)
        return rewritten, cut or rewritten != source
    return source, cut


def _too_deep(opening: Ints, first: Ints) -> bool:
    """Elements that need no end tag count as open here, so this errs on the side of a closer look."""
    if np.count_nonzero(opening) <= MAX_DEPTH:
        return False
    return int(np.cumsum(opening.astype(np.int32) - (first == ord("/"))).max()) > MAX_DEPTH


def _too_formatted(opening: Ints, first: Ints, second: Ints) -> bool:
    starts = first[opening].astype(np.uint16) * 256 + second[opening]
    return int(np.count_nonzero(_STARTS[starts])) * len(starts) > MAX_FORMATTING_WORK


def _too_long(source: bytes, at: Ints) -> bool:
    """Whether a tag has too many attributes; only those that could be long, by the distance to the next tag, are counted."""
    if len(source) <= MAX_TAG:
        return False
    long = at[np.diff(at, append=len(source)) > MAX_TAG]
    return any(_many(source, int(start) + 2) for start in long)


def _many(source: bytes, start: int) -> bool:
    """Whether the tag whose attributes begin at `start` has more than `MAX_ATTRIBUTES`."""
    for _ in range(MAX_ATTRIBUTES):
        found = _ATTRIBUTE.match(source, start)
        if found is None or found[1]:
            return False
        start = found.end()
    return True


def _rewrite(source: bytes) -> bytes:
    """Drop tags nested too deep and formatting left open too often; take the attributes off tags with too many."""
    depth = formatting = 0

    def tame(match: re.Match[bytes]) -> bytes:
        nonlocal depth, formatting
        closing, name, attributes = match.groups()
        tag = name.lower()
        if tag in _FORMATTING:
            if closing:
                formatting = max(0, formatting - 1)
            elif formatting >= MAX_OPEN_FORMATTING:
                return b""
            else:
                formatting += 1
        elif tag not in _FLAT:
            if closing:
                depth = max(0, depth - 1)
                if depth >= MAX_DEPTH:
                    return b" "
            else:
                depth += 1
                if depth > MAX_DEPTH:
                    return b" "
        if len(attributes) > MAX_TAG and _many(attributes, 0):
            return b"<" + closing + name + b">"
        return match[0]

    return _TAG.sub(tame, source)
