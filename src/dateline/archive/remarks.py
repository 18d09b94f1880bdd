"""What people put into an archive by hand, checked: plain text that every database and page takes."""

from __future__ import annotations

import re

# Control characters but for tabs and line breaks, and halves of characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# A name, a pen name, an e-mail address.
_MAX_NAME = 200


def checked(text: str, *, longest: int) -> str:
    """The text without space around it, as it may be kept; raises `ValueError` for one that is too long or no plain text."""
    text = text.replace("\r\n", "\n").strip()
    if len(text) > longest:
        raise ValueError(f"it is longer than {longest:,} characters")
    if found := _FORBIDDEN.search(text):
        raise ValueError(f"the character U+{ord(found[0]):04X} is no text")
    return text


def name(text: str) -> str:
    """Who did it, in one line; raises `ValueError` when nobody is named."""
    text = checked(" ".join(text.split()), longest=_MAX_NAME)
    if not text:
        raise ValueError("say who you are")
    return text
