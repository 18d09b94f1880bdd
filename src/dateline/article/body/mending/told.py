"""What is told or quoted is of the article, whatever it says: "Join our group, the con men wrote"."""

from __future__ import annotations

import re

_QUOTED = r"[“”\"„«»]"
_VERBS = (
    r"\b(?:said|says|told|warned|wrote|advise[sd]?|urge[sd]?|according to|promised|demanded|ruled|admitted|(?<!be )found|fears?|complain(?:s|ed)?|recalled"
    r"|sagte|sagt|entschied|urteilte|rät|rieten|empfiehlt|erklärte?|schreibt|schrieb|laut|so der|so die"
    r"|dijo|dice|según|pide|pidió|aconseja|escribió|disse|diz|dit|écrit|écrivait|selon|conseille|promettai(?:t|ent)|segundo|secondo|scrive"
    r"|sade|sier|skrev|luidt|schreef|zegt|napisał|napisali|обещал[аи]?|говорится|заявил[аи]?|сообщил[аи]?)\b"
)
_TOLD = re.compile(f"{_QUOTED}|{_VERBS}")


def is_told(line: str) -> bool:
    """Whether a line, in lower case, quotes or reports somebody."""
    return _TOLD.search(line) is not None
