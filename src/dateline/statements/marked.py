"""Attributions by rules, for any language that has cue words: quotations in their marks, dialogue after dashes, reported speech.

A quotation counts where a cue stands beside it in its line, or where a line that is all quotation follows one. Reported clauses count
where a cue opens them ("sagte, dass …") or a phrase like "selon" names who is behind a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from dateline.records import Span
from dateline.statements.quotation import quotations
from dateline.statements.said import Said
from dateline.statements.sentences import sentences
from dateline.statements.speaker_phrases import after_cue, before_cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.statements.cues import Cues
    from dateline.statements.quotation import Quotation

# How far a cue may stand from its quotation, and a reported clause from its cue, in code points.
_GAP_BEFORE, _GAP_AFTER, _GAP_THAT = 90, 70, 60
# Articles are shorter than this.
_ARTICLE_REACH = 10
# Longer lines are no paragraphs; only so much of one is read.
_LONGEST_LINE = 20_000
_STOP = re.compile(r"[.!?。؟！？;](?=\s|$)|\n")
_LINE = re.compile(r"[^\n]+")
_DASH = re.compile(r"(?<!\w)[—–―]|[—–―](?!\w)")
_OPENING_DASH = re.compile(r"\s*[—–―](?=\s?\S)\s?")
_WORD = re.compile(r"\w+")
_STOPS = frozenset(".!?…。！？")


class _Near(NamedTuple):
    """A cue beside a quotation: how far, whether behind it, and where."""

    gap: int
    behind: bool
    cue: Span


def find_marked(text: str, cues: Cues) -> list[Said]:
    """The attributions of a text, in order."""
    quoted = [one for one in quotations(text) if one.depth == 0]
    starts = [one.start for one in quoted]
    found: list[Said] = []
    further: dict[int, list[Span]] = {}  # the lines that go on with what was said before, by who said it
    announced: Said | None = None
    for match in _LINE.finditer(text):
        line = Span(match.start(), min(match.end(), match.start() + _LONGEST_LINE))
        inside = quoted[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        if announced and len(inside) == 1 and _whole(text, inside[0], line):
            found.append(announced._replace(content=(_content(inside[0]),)))
        else:
            goes_on = further.setdefault(len(found) - 1, []) if found else None
            found.extend(_line(text, line, inside, cues, goes_on))
        announced = None if inside else _announced(text, line, cues)
    whole = [said._replace(content=(*said.content, *further.get(at, ()))) for at, said in enumerate(found)]
    return sorted(whole, key=lambda said: said.content[0])


def _line(text: str, line: Span, quoted: list[Quotation], cues: Cues, goes_on: list[Span] | None) -> Iterator[Said]:
    """The attributions of one line; `goes_on` takes what goes on with what was said before, None where nothing was."""
    if _OPENING_DASH.match(text, line.start, line.end) and (spoken := _dialogue(text, line, cues)):
        yield spoken
        return
    verbs = [
        Span(*match.span())
        for match in cues.verb.finditer(text, line.start, line.end)
        if not _inside(match.start(), quoted) and not _is_noun(text, match.start(), cues)
    ]
    by_cue: dict[Span, list[tuple[Quotation, _Near]]] = {}
    last: Span | None = None
    for one in quoted:
        near = _nearest(text, one, verbs, quoted, line)
        if near is None and last is not None and _follows(text, one, quoted):
            # “One,” she said. “Two.”
            by_cue[last].append((one, _Near(0, False, last)))
        elif near is None and goes_on is not None and not by_cue and _whole(text, one, line) and one.continues:
            goes_on.append(_content(one))
        elif near is not None:
            by_cue.setdefault(near.cue, []).append((one, near))
            last = near.cue
    for cue, parts in by_cue.items():
        yield _spoken(text, line, cue, parts, cues)
    yield from _reported(text, line, quoted, [verb for verb in verbs if verb not in by_cue], cues)


def _announced(text: str, line: Span, cues: Cues) -> Said | None:
    """The cue and the speaker of a line that ends with a colon: what they announce is on the next."""
    verb = None
    if line.of(text).rstrip().endswith((":", "：")):
        for verb in cues.verb.finditer(text, max(line.start, line.end - _GAP_BEFORE), line.end):  # noqa: B007 - the last one is wanted
            pass
    if verb is None:
        return None
    speaker = before_cue(text, _sentence_start(text, line.start, verb.start()), verb.start(), cues)
    return Said((), (Span(*verb.span()),), (speaker,) if speaker else ())


def _content(one: Quotation) -> Span:
    return Span(one.start, one.end)


def _inside(place: int, quoted: list[Quotation]) -> bool:
    at = bisect_left(quoted, place + 1, key=lambda one: one.start) - 1
    return at >= 0 and place < quoted[at].end


def _is_noun(text: str, place: int, cues: Cues) -> bool:
    """Whether an article stands before a word: "una denuncia" is no verb."""
    before = text[max(0, place - _ARTICLE_REACH) : place].split()
    return bool(before) and before[-1].lower() in cues.articles


def _nearest(text: str, one: Quotation, verbs: list[Span], quoted: list[Quotation], line: Span) -> _Near | None:
    """The cue beside a quotation, in its sentence: right behind it, or before it."""
    at = bisect_left(verbs, Span(one.end, one.end))
    ways = []
    if at < len(verbs) and verbs[at].start - one.end <= _GAP_AFTER:
        between = text[one.end : verbs[at].start]
        ended = text[one.outer - 1 : one.outer] == "." and one.closed
        if not _STOP.search(between) and not _between(one.end, verbs[at].start, quoted) and not (ended and between.strip()):
            ways.append(_Near(verbs[at].start - one.end, True, verbs[at]))
    if at and verbs[at - 1].end >= line.start and one.start - verbs[at - 1].end <= _GAP_BEFORE:
        between = text[verbs[at - 1].end : one.start]
        if not _STOP.search(between) and not _between(verbs[at - 1].end, one.start, quoted):
            colon = between.rstrip().endswith((":", "：", "，", ","))
            ways.append(_Near(0 if colon else one.start - verbs[at - 1].end, False, verbs[at - 1]))
    return min(ways, default=None)


def _between(start: int, end: int, quoted: list[Quotation]) -> bool:
    """Whether another quotation begins between two places."""
    at = bisect_left(quoted, start, key=lambda one: one.start)
    return at < len(quoted) and quoted[at].start < end


def _follows(text: str, one: Quotation, quoted: list[Quotation]) -> bool:
    """Whether a quotation begins a sentence and is one: a word in marks is not what somebody said on."""
    before = text[max(0, one.start - 3) : one.start].rstrip()
    ends = text[one.outer - 1 : one.outer] in _STOPS
    return bool(quoted) and before[-1:] in _STOPS and ends and len(_WORD.findall(text, one.inner, one.outer)) > 1


def _whole(text: str, one: Quotation, line: Span) -> bool:
    """Whether a line holds nothing but a quotation."""
    return not _WORD.search(text, line.start, one.start) and not _WORD.search(text, one.end, line.end)


def _spoken(text: str, line: Span, cue: Span, parts: list[tuple[Quotation, _Near]], cues: Cues) -> Said:
    """A quotation with its cue, and the speaker on the side of the cue where the language has it."""
    first = parts[0][0]
    if parts[0][1].behind:
        speaker = after_cue(text, cue.end, line.end, cues) if cues.words.inverted or cues.words.verb_first else None
        speaker = speaker or before_cue(text, first.end, cue.start, cues)
    else:
        sentence = _sentence_start(text, line.start, cue.start)
        way = after_cue(text, cue.end, first.start, cues) if cues.words.verb_first else None
        speaker = way or before_cue(text, sentence, cue.start, cues) or after_cue(text, cue.end, first.start, cues)
    inner = cue.of(text).rpartition("-")[2]
    if speaker is None and inner != cue.of(text) and inner in cues.pronouns:
        # "a-t-elle répondu"
        speaker = Span(cue.end - len(inner), cue.end)
    content = tuple(_content(one) for one, _ in parts)
    return Said(content, (cue,), (speaker,) if speaker else ())


def _sentence_start(text: str, start: int, place: int) -> int:
    """Where the sentence that holds a place begins."""
    last = None
    for last in sentences(text, start, place):  # noqa: B007 - the last one is wanted
        pass
    return last.start if last else start


def _reported(text: str, line: Span, quoted: list[Quotation], verbs: list[Span], cues: Cues) -> Iterator[Said]:
    """Reported clauses of a line: those that a verb opens, and sentences that a phrase like "selon" gives to somebody."""
    for sentence in sentences(text, line.start, line.end):
        verb = next((verb for verb in verbs[bisect_left(verbs, Span(sentence.start, 0)) :] if verb.end <= sentence.end), None)
        that = cues.that.search(text, verb.end, min(sentence.end, verb.end + _GAP_THAT)) if verb else None
        if verb and that and not _inside(that.start(), quoted) and that.end() < sentence.end:
            speaker = after_cue(text, verb.end, that.start(), cues) if cues.words.verb_first else None
            speaker = (
                speaker or before_cue(text, sentence.start, verb.start, cues) or after_cue(text, verb.end, that.start(), cues)
            )
            if speaker:
                yield Said((Span(that.start(), _before_stop(text, sentence)),), (verb,), (speaker,))
                continue
        phrase = cues.according.search(text, sentence.start, sentence.end)
        if phrase and not _inside(phrase.start(), quoted):
            yield from _by_phrase(text, sentence, Span(*phrase.span()), cues)


def _by_phrase(text: str, sentence: Span, phrase: Span, cues: Cues) -> Iterator[Said]:
    """What "according to X" gives to X: the rest of the sentence on the longer side."""
    speaker = after_cue(text, phrase.end, sentence.end, cues)
    if speaker is None:
        return
    before = Span(sentence.start, phrase.start)
    behind = Span(speaker.end, _before_stop(text, sentence))
    said = _trimmed(text, max(before, behind, key=lambda span: span.end - span.start))
    words = len(_WORD.findall(said.of(text)))
    opens = phrase.start == sentence.start or text[phrase.start - 2 : phrase.start].strip() in (",", "，", "")
    if words > 2 and opens:
        yield Said((said,), (_trimmed(text, phrase),), (speaker,))


def _before_stop(text: str, sentence: Span) -> int:
    return sentence.start + len(sentence.of(text).rstrip(" .!?。！？"))


def _trimmed(text: str, span: Span) -> Span:
    """A span without white space and commas at its ends."""
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip(" \t,;:.，、،؛。"))
    return Span(start, max(start, span.start + len(piece.rstrip(" \t,;:—–-，、،؛"))))


def _dialogue(text: str, line: Span, cues: Cues) -> Said | None:
    """A line of dialogue after a dash: "—No —dijo Ana—. Mañana." What a cue begins is told, the rest is said."""
    opening = _OPENING_DASH.match(text, line.start, line.end)
    if opening is None:
        return None
    cuts = [Span(*match.span()) for match in _DASH.finditer(text, opening.end(), line.end)]
    turned = _turned(text, opening.end(), cuts[0].start if cuts else line.end, cues)
    if turned:
        return turned
    edges = [opening.end(), *(edge for cut in cuts for edge in (cut.start, cut.end)), line.end]
    content, told = [], None
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        verb = cues.verb.search(text, start, min(end, start + _GAP_THAT)) if start > opening.end() else None
        if verb and told is None:
            told = (Span(*verb.span()), Span(start, end))
        elif (span := _trimmed(text, Span(start, end))).start < span.end and _WORD.search(span.of(text)):
            content.append(span)
    if told is None or not content:
        return None
    cue, part = told
    speaker = after_cue(text, cue.end, part.end, cues) or before_cue(text, part.start, cue.start, cues)
    return Said(tuple(content), (cue,), (speaker,) if speaker else ())


def _turned(text: str, start: int, end: int, cues: Cues) -> Said | None:
    """Dialogue told behind a comma: "– Non, dit Marie." """
    for comma in re.finditer(r"[,!?…]\s", text[start:end]):
        verb = cues.verb.match(text, start + comma.end(), end)
        if verb:
            speaker = after_cue(text, verb.end(), end, cues)
            if speaker:
                return Said((_trimmed(text, Span(start, start + comma.end())),), (Span(*verb.span()),), (speaker,))
    return None
