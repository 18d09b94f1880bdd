"""What is told or quoted is of the article, whatever it says: "Join our group, the con men wrote"."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[“”\"„«»]")
_REPORTED = re.compile(
    r"\b(?:said|says|told|warned|wrote|advise[sd]?|urge[sd]?|according to|promised|demanded|ruled|admitted|(?<!be )found|fears?|complain(?:s|ed)?|recalled"
    r"|sagte|sagt|entschied|urteilte|rät|rieten|empfiehlt|erklärte?|schreibt|schrieb|laut|so der|so die|heißt es"
    r"|dijo|dice|según|pide|pidió|aconseja|escribió|recomienda|recomenda|disse|diz|dit|écrit|écrivait|selon|conseille|promettai(?:t|ent)|segundo|secondo|scrive"
    r"|resumió|sade|sier|skrev|innrømmet|luidt|schreef|zegt|napisał|napisali|обещал[аи]?|говорится|заявил[аи]?|сообщил[аи]?|признал[аи]?|визна(?:в|ла|ли))\b"
    r"|(?:写道|寫道|表示|指出|介绍说|告诉记者)|(?:说|說)[，。：:]|述べた|話した|語った|説明(?:する|した)|と(?:いう|語る|話す)。|(?:말했|밝혔|전했|설명했)다"
)


def is_told(line: str) -> bool:
    """Whether a line, in lower case, quotes or reports somebody."""
    return _QUOTED.search(line) is not None or is_reported(line)


def is_reported(line: str) -> bool:
    """Whether a line, in lower case, says that somebody says something; a notice may quote a word or two."""
    return _REPORTED.search(line) is not None
