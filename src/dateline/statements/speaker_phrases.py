"""The words beside a cue that name who speaks: a name, a pronoun, a noun with its article. By rules, any language with cue words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.records import Span

if TYPE_CHECKING:
    from dateline.statements.cues import Cues

# Words, with inner hyphens, apostrophes and zero-width joints; a title's point.
_WORD = re.compile(r"[^\W_]+(?:[-’'\u200c.](?=[^\W_])[^\W_]+)*(?:(?<=\b[A-Z])\.|(?<=Dr|Mr|Ms|St|Sr)\.|(?<=Sra|Mme|Mrs)\.)?[’']?")
_BREAK = re.compile(r"[,;:.!?()«»“”„\"—–،؛。，：；！？「」\n]")
_UNSPACED = re.compile(r"[^，。；：！？“”「」、\s]{1,20}")
_MOST_WORDS = 8
# A speaker stands within so many code points of its cue.
_REACH = 400
_SHORTEST = 2


def after_cue(text: str, start: int, end: int, cues: Cues) -> Span | None:
    """The speaker that begins right behind a cue: up to a mark, a preposition or a verb."""
    if not cues.words.spaced:
        found = _UNSPACED.match(text, start, end)
        verb = found and cues.verb.search(text, start, found.end())
        last = verb.start() if verb else found.end() if found else start
        return Span(start, last) if last - start >= _SHORTEST else None
    stop = _BREAK.search(text, start, end)
    words = list(_WORD.finditer(text, start, stop.start() if stop else end))
    while words and words[0].group().lower() in cues.auxiliaries | cues.conjunctions:
        words.pop(0)
    kept: list[re.Match[str]] = []
    for word in words[:_MOST_WORDS]:
        plain = word.group().lower()
        if plain in cues.pronouns and not kept:
            return Span(*word.span())
        if (
            (kept and plain in cues.stops and not _inside_name(kept, plain))
            or cues.verb.fullmatch(plain)
            or cues.that.fullmatch(plain)
        ):
            break
        if not kept and plain in cues.stops and plain not in cues.articles:
            return None
        kept.append(word)
    phrase = _phrase(text, kept, cues)
    if phrase and stop and stop.group() == "," and (named := _NAME_BEHIND.match(text, phrase.end, end)):
        # "the minister of defence, Paul Rive, said"
        return Span(phrase.start, named.end(1))
    return phrase


# A name between commas behind what somebody is.
_NAME_BEHIND = re.compile(r",\s((?:[A-ZÀ-ÝА-Я][^\W\d_]*(?:[-’'.]+[^\W\d_]+)*\s?\b){2,4})(?=[,.;])")
# Small words that are part of names in many languages, though some open phrases too: kept before a capital only.
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "des",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "of",
    ]
)


def _inside_name(kept: list[re.Match[str]], plain: str) -> bool:
    return plain in _PARTICLES and kept[-1].group()[0].isupper()


def before_cue(text: str, start: int, end: int, cues: Cues) -> Span | None:
    """The speaker that ends right before a cue: from the last mark on, conjunctions and auxiliaries left out."""
    if not cues.words.spaced:
        return _before_unspaced(text, start, end, cues)
    start = max(start, end - _REACH)
    piece = text[start:end]
    # "Jane Roe, the mayor, said": an apposition between commas belongs to its name.
    marks = [start + match.end() for match in _BREAK.finditer(piece)]
    low = marks[-1] if marks else start
    words = list(_WORD.finditer(text, low, end))
    while words and words[-1].group().lower() in cues.auxiliaries:
        words.pop()
    if not words and len(marks) > 1 and text[marks[-1] - 1] == ",":
        words = list(_WORD.finditer(text, marks[-3] if len(marks) > 2 else start, marks[-1] - 1))
    while words and words[0].group().lower() in cues.conjunctions:
        words.pop(0)
    if len(words) > _MOST_WORDS:
        words = _tail(words, cues)
    if words and words[-1].group().lower() in cues.pronouns:
        return Span(*words[-1].span())
    return _phrase(text, words, cues)


def _tail(words: list[re.Match[str]], cues: Cues) -> list[re.Match[str]]:
    """The last words of many: from the last article or the first capital of the last run on."""
    tail = words[-_MOST_WORDS:]
    for index in range(len(tail) - 1, -1, -1):
        if tail[index].group().lower() in cues.articles:
            return tail[index:]
    capitals = [index for index, word in enumerate(tail) if word.group()[0].isupper()]
    return tail[capitals[0] :] if capitals else []


def _phrase(text: str, words: list[re.Match[str]], cues: Cues) -> Span | None:
    """The words as a speaker, where they can be one: a capital or an article, or any word where a script has no capitals."""
    while words and words[-1].group().lower() in cues.stops:
        words.pop()
    if not words:
        return None
    span = Span(words[0].start(), words[-1].end())
    piece = span.of(text)
    cased = piece.lower() != piece.upper()
    named = any(word.group()[0].isupper() for word in words) or words[0].group().lower() in cues.articles
    if not cased or named or words[0].group().lower() in cues.pronouns or words[0].group().endswith(("’", "'")):
        return span
    return None


def _before_unspaced(text: str, start: int, end: int, cues: Cues) -> Span | None:
    found = None
    for found in _UNSPACED.finditer(text, max(start, end - 60), end):  # noqa: B007 - the last one is wanted
        pass
    if found is None or found.end() != end:
        return None
    first, last = found.span()
    trimmed = True
    while trimmed:
        trimmed = False
        for word in (*cues.auxiliaries, *cues.stops):
            if last - first > len(word) and text.endswith(word, first, last):
                last, trimmed = last - len(word), True
        for word in cues.conjunctions:
            if last - first > len(word) and text.startswith(word, first, last):
                first, trimmed = first + len(word), True
    alone = text[first:last] in cues.pronouns
    return Span(first, last) if last - first >= _SHORTEST or alone else None
