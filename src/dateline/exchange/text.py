"""What several formats need: characters that are safe outside, a title, words, addresses, lines of JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

if TYPE_CHECKING:
    from dateline.records import Article

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85]")
# What XML cannot hold, what a terminal obeys instead of showing, and what no encoding of Unicode has: C0 but for tab and line
# feed, DEL, C1, lone surrogates, and the two noncharacters that XML leaves out.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# DEL, C1, line separators and the controls that reorder what follows them, in UTF-8: JSON leaves them raw.
_OBEYED_IN_JSON = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae]|\xe2\x81[\xa6-\xa9]")

# Enough of the text to know an article by where it has no headline.
_OPENING_WORDS = 10
_OPENING_CHARACTERS = 80

_UNSPACED = ("zh", "ja", "th", "lo", "km", "my")  # languages written without spaces between words
_WORD = re.compile(r"\w+(?:[’'\u200c-]\w+)*")

# What RFC 3986 lets stand in an address; `[` and `]` only ever belong in hosts that are numbers.
_ADDRESS = "%/:=&?~+!$,;'@()*"
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")
_SCHEME_LIKE = re.compile("[^/?#]*:")


def printable(text: str) -> str:
    r"""`text` with line ends as `\n`, and U+FFFD for each control character, lone surrogate and noncharacter of its plane."""
    return _UNPRINTABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """`text` as `printable` gives it, with single spaces for all white space."""
    return " ".join(printable(text).split())


def without_surrogates(value: object) -> object:
    """A JSON-like value with U+FFFD for every lone surrogate, which UTF-8 cannot hold; lengths stay."""
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if isinstance(value, list | tuple):
        return [without_surrogates(each) for each in value]
    if isinstance(value, dict):
        return {without_surrogates(key): without_surrogates(each) for key, each in value.items()}
    return value


def json_line(record: msgspec.Struct | dict[str, object]) -> bytes:
    """A record as one line of JSON with its line feed; what would reorder or break a line is escaped, and reads back the same."""
    try:
        encoded = msgspec.json.encode(record)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(without_surrogates(msgspec.to_builtins(record)))
    return _OBEYED_IN_JSON.sub(lambda found: b"\\u%04x" % ord(found[0].decode("utf-8")), encoded) + b"\n"


def known(**fields: object) -> dict[str, object]:
    """The fields that have a value: where the page does not say, neither does the export."""
    return {name: value for name, value in fields.items() if value not in (None, "", (), [], {})}


def body_text(article: Article) -> str:
    """The main content, a paragraph a line."""
    return "\n".join(paragraph.text for paragraph in article.body)


def title(article: Article) -> str:
    """The headline in one line; without one, the first words of the body in brackets, or `[untitled]`."""
    headline = one_line(article.headline or "")
    if headline:
        return headline
    words = next(filter(None, (paragraph.text.split() for paragraph in article.body)), [])
    whole = one_line(" ".join(words))
    opening = one_line(" ".join(words[:_OPENING_WORDS]))[:_OPENING_CHARACTERS].rstrip()
    return f"[{opening}{'…' if len(opening) < len(whole) else ''}]" if opening else "[untitled]"


def count_words(article: Article) -> int | None:
    """How many words the main content has, or None in a language that is written without spaces."""
    if (article.language or "").split("-")[0].lower() in _UNSPACED:
        return None
    return sum(1 for _ in _WORD.finditer(body_text(article)))


def reference(url: str) -> str:
    """An address, which may be relative, as a URI reference of RFC 3986: what may not stand there is percent-encoded as UTF-8."""
    url = _BARE_PERCENT.sub("%25", _SURROGATES.sub("\ufffd", url))
    before, mark, fragment = url.partition("#")
    quoted = quote(before, safe=_ADDRESS) + mark + quote(fragment, safe=_ADDRESS)
    return f"./{quoted}" if _SCHEME_LIKE.match(quoted) and not _SCHEME.match(quoted) else quoted


def identifier(url: str) -> str:
    """An address or name as a URI of RFC 3986; what has no scheme gets that of Dateline's own names."""
    found = reference(url)
    return found if _SCHEME.match(found) else f"urn:dateline:{found}"


def web_address(url: str | None) -> str | None:
    """An address of the web as a URI of RFC 3986; None for any other, which nobody should be led to."""
    return reference(url) if url and url.startswith(("http://", "https://")) else None
