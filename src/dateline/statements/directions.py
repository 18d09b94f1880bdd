"""Where an expression looks, back or forward, by the verbs of its sentence.

The nearest verb before the expression decides ("arrested on Friday", "will meet on Friday"), else the first one behind it ("on
Friday the council will meet"). Participles after "be" and infinitives after verbs of intent look forward: "to be held on
Friday".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.records import Span
from dateline.statements.records import Direction

if TYPE_CHECKING:
    from dateline.statements.prose import Prose

BACK: Final = "back"
FORWARD: Final = "forward"
# How many tokens of a sentence are looked through on either side: clauses of news are shorter.
_REACH = 30
# How far before a participle its "be" or "will" stands: "will most likely be released".
_AUXILIARY = 4
_SHORTEST_PARTICIPLE = 4
# A past form so near before its time is its own verb, not a participle of something between.
_BESIDE = 2
# How far before a participle the modal of its clause is looked for.
_GOVERNED = 12
# "Sept" is the longest word that news ends with a point.
_SHORT_WORD = 4
_QUOTES = ('"', "“", "”", "`", "'", "’", "«", "»")
_DEFAULT = Direction(BACK, "default")


def tense(prose: Prose, first: int, last: int) -> Direction:
    """The direction that the sentence around the tokens `[first, last)` gives; `why` is "default" where none does."""
    if prose.pieces[last : last + 1] in (["'s"], ["’s"]):
        # "Friday's meeting": the verb's time is not the meeting's
        return _DEFAULT
    if found := _announced(prose, first, last):
        return found
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _ends_sentence(prose, index):
            break
        if found := _verb(prose, index, 0):
            return _governed(prose, index, first, found)
    for index in range(last, min(len(prose.pieces), last + _REACH)):
        if _ends_sentence(prose, index):
            break
        if found := _verb(prose, index, last):
            return found
    return _DEFAULT


def _announced(prose: Prose, first: int, last: int) -> Direction | None:
    """What the words right beside say: "as early as Friday" is to come, "the Friday attack" has happened, "set Friday" too is to come."""
    lexicon = prose.lexicon
    keys = [lexicon.key(piece) for piece in prose.pieces[max(0, first - 3) : first]]
    if len(keys) == 3 and keys[0] == keys[2] == "as" and keys[1] in lexicon.early:
        return Direction(FORWARD, "word", Span(prose.starts[first - 2], prose.ends[first - 2]))
    if keys and keys[-1] in lexicon.setting:
        return Direction(FORWARD, "tense", Span(prose.starts[first - 1], prose.ends[first - 1]))
    for index in range(last, min(len(prose.pieces), last + 2)):
        # "the Friday attack", "the Sept. 11 terrorist attacks"
        if lexicon.key(prose.pieces[index]) in lexicon.happened:
            return Direction(BACK, "word", Span(prose.starts[index], prose.ends[index]))
        if (
            not prose.pieces[index].isalpha()
            or not prose.pieces[index].islower()
            or lexicon.key(prose.pieces[index]) in lexicon.bounds
        ):
            break
    return None


def _governed(prose: Prose, index: int, first: int, found: Direction) -> Direction:
    """The verb found, or the modal before it in the same clause: "will redeem its preferred shares on Friday"."""
    lexicon = prose.lexicon
    if found.toward == FORWARD or first - index <= _BESIDE or not prose.pieces[index].endswith(lexicon.past_endings or ("\0",)):
        return found
    for before in range(index - 1, max(-1, index - 1 - _GOVERNED), -1):
        piece = prose.pieces[before]
        if not piece[0].isalnum() or lexicon.key(piece) in lexicon.bounds:
            return found
        other = _verb(prose, before, 0)
        if other is not None:
            return other if other.toward == FORWARD else found
    return found


def _ends_sentence(prose: Prose, index: int) -> bool:
    piece = prose.pieces[index]
    if piece in ("\n", ";", "!", "?", "。", "؟", "！", "？", "；"):
        return True
    if piece != ".":
        return False
    ahead = prose.pieces[index + 1 : index + 3]
    following = ahead[-1] if len(ahead) > 1 and ahead[0] in _QUOTES else "".join(ahead[:1])
    # "U.S. forces", "Nov. 6": a point after a short word with a capital ends no sentence, unless the next word begins one ("the
    # West. So"); one before a small letter neither.
    before = prose.pieces[index - 1] if index else ""
    if following[:1].islower():
        return False
    if len(before) > _SHORT_WORD or (len(before) > 1 and before.islower() and before != "vs"):
        return True
    return len(before) > 1 and following[:1].isupper() and prose.lexicon.key(following) in prose.lexicon.openers


def _verb(prose: Prose, index: int, low: int) -> Direction | None:
    """What the token says as a verb, if it is one.

    `low` is the token its auxiliaries can begin at: behind an expression none is before it. There "planned" is a past: "On Friday
    the council planned …".
    """
    lexicon = prose.lexicon
    piece = prose.pieces[index]
    word = lexicon.key(piece)
    span = Span(prose.starts[index], prose.ends[index])
    following = lexicon.key(prose.pieces[index + 1]) if index + 1 < len(prose.pieces) else ""
    if lexicon.infinitive_mark and word == lexicon.infinitive_mark and following not in lexicon.determiners:
        # "agreed to meet", not "due to its loss"
        before = lexicon.key(prose.pieces[index - 1]) if index else ""
        if before not in lexicon.infinitive and before not in lexicon.future:
            return None
        return _to_come(prose, index, low, span)
    if word in lexicon.future and following != lexicon.infinitive_mark and not (low and word.endswith(lexicon.past_endings)):
        return _modal(prose, index, low, span)
    if word in lexicon.scheduled:
        return _scheduled(prose, index, span)
    if word in lexicon.progressive and any(key in lexicon.present for key in _keys_before(prose, index, low)[:2]):
        # "is opening on Friday"
        return Direction(FORWARD, "tense", span)
    if word in lexicon.bases:
        # "have come down"
        perfect = any(key in lexicon.perfect or key in lexicon.having for key in _keys_before(prose, index, low)[:2])
        return Direction(BACK, "tense", span) if perfect else None
    # Endings tell only words in small letters, and keep their accents: "rencontrera", "arrêté".
    inflected = len(word) >= _SHORTEST_PARTICIPLE and piece.islower()
    if inflected and piece.endswith(lexicon.future_endings):
        return Direction(FORWARD, "tense", span)
    return _past(prose, index, low) if word in lexicon.past or (inflected and piece.endswith(lexicon.past_endings)) else None


def _modal(prose: Prose, index: int, low: int, span: Span) -> Direction | None:
    """What a modal says: "might have escaped", "could not be reached" and "as planned" look back."""
    lexicon = prose.lexicon
    word = lexicon.key(prose.pieces[index])
    around = [lexicon.key(piece) for piece in prose.pieces[index + 1 : index + 3]]
    if index and lexicon.key(prose.pieces[index - 1]) in lexicon.determiners and word not in lexicon.unreal:
        # "their plans": a noun
        return None
    if word in lexicon.unreal and ("have" in around or (word == "could" and _negated(prose, index, low))):
        return Direction(BACK, "tense", span)
    if "as" in _keys_before(prose, index, low)[:2] and word.endswith(lexicon.past_endings):
        return None
    return _to_come(prose, index, low, span)


def _could_not(prose: Prose, index: int, low: int) -> Direction | None:
    """What a participle behind a negated "could" says: "could not be reached" looks back."""
    for before in range(index - 1, max(low, index - _AUXILIARY) - 1, -1):
        if prose.lexicon.key(prose.pieces[before]) in prose.lexicon.unreal:
            return (
                _modal(prose, before, low, Span(prose.starts[before], prose.ends[index]))
                if _negated(prose, before, low)
                else None
            )
    return None


def _negated(prose: Prose, index: int, low: int) -> bool:
    """Whether a modal is negated: "could not", "neither could"."""
    behind = [prose.lexicon.key(piece) for piece in prose.pieces[index + 1 : index + 4]]
    before = {prose.lexicon.key(piece) for piece in prose.pieces[max(low, index - _GOVERNED) : index]}
    return behind[:1] == ["not"] or (behind[1:2] == ["t"] and behind[:1] == ["'"]) or bool(before & {"neither", "nor", "nobody"})


def _scheduled(prose: Prose, index: int, span: Span) -> Direction | None:
    """A present form that tells of what is arranged: "the council meets on Friday"; no noun's, nor an infinitive."""
    lexicon = prose.lexicon
    before = _keys_before(prose, index, 0)
    if (before and before[0] in lexicon.determiners) or any(
        key in lexicon.future or key == lexicon.infinitive_mark for key in before
    ):
        return None
    return Direction(FORWARD, "tense", span)


def _to_come(prose: Prose, index: int, low: int, span: Span) -> Direction:
    """Forward, unless it was so in the past: "had been due to expire on Friday"."""
    perfect = any(key in prose.lexicon.perfect for key in _keys_before(prose, index, low))
    return Direction(BACK, "tense", span) if perfect else Direction(FORWARD, "modal", span)


def _past(prose: Prose, index: int, low: int) -> Direction | None:
    """What a past form says with the auxiliary before it: "will be released" looks forward, "is heard" neither way."""
    lexicon = prose.lexicon
    before = prose.pieces[index - 1] if index else ""
    if before == "-" or lexicon.key(before or ".") in lexicon.determiners:
        # "a reduced rate", "sun-dried": no verb
        return None
    for distance, auxiliary in enumerate(_keys_before(prose, index, low), 1):
        span = Span(prose.starts[index - distance], prose.ends[index])
        if auxiliary in lexicon.future or auxiliary in lexicon.passive:
            return _could_not(prose, index, low) or Direction(FORWARD, "modal", span)
        if auxiliary in lexicon.perfect or auxiliary in lexicon.having:
            # "has left"; but "will have left" and "might have left" are the modal's
            modal = any(key in lexicon.future for key in _keys_before(prose, index - distance, low)[:2])
            return None if modal else Direction(BACK, "tense", span)
        if auxiliary in lexicon.present:
            return None
    return Direction(BACK, "tense", Span(prose.starts[index], prose.ends[index]))


def _keys_before(prose: Prose, index: int, low: int) -> list[str]:
    """The few words before a token, nearest first, from the token `low` on."""
    return [prose.lexicon.key(prose.pieces[before]) for before in range(index - 1, max(low, index - _AUXILIARY) - 1, -1)]
