"""Authors and byline: the witnesses weighed against each other, and the printed words that the choice rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from ...records import Author, Found, Span
from ..evidence import Candidate, choose, visible
from ..titles.text import squeeze
from .claims import declared_authors
from .letter_case import tidy_case
from .lines import byline_lines
from .marks import marked_authors
from .reporters import reporters
from .signatures import signatures
from .source import partners
from .witness import Witness

if TYPE_CHECKING:
    from ..clues import Clues

# How often a witness of this kind, alone, is right. Measured on fundus_dev, newsroom_dev, trafilatura_eval, wcxb_dev (1,400 pages).
_TRUST = {
    "json-ld": 0.86,
    "rel": 0.84,
    "leaf": 0.82,
    "block": 0.8,
    "link": 0.74,
    "label": 0.9,
    "editor": 0.6,
    "by": 0.78,
    "meta": 0.66,
    "bare": 0.6,
    "rel-tail": 0.6,
    "leaf-tail": 0.6,
    "block-tail": 0.58,
    "line-tail": 0.68,
    "signed": 0.62,
    "beside": 0.8,
    "reporter": 0.62,
    "biography": 0.85,
}
# Kinds that look at the same words are one voice.
_VOICE = {
    "rel": "mark",
    "leaf": "mark",
    "block": "mark",
    "link": "mark",
    "by": "mark",
    "label": "mark",
    "bare": "mark",
} | dict.fromkeys(("rel-tail", "leaf-tail", "block-tail", "line-tail", "signed", "beside", "biography", "reporter"), "tail")
_DECLARED = frozenset(("json-ld", "meta"))
# What speaks for its own names, and not against others.
_ALONE = frozenset(("signed", "editor", "reporter"))
# How a line begins that says outright who wrote.
_WRITTEN = re.compile(
    r"(?:written|reported|verfasst|geschrieben|écrit|rédigé|escrito|redactado|scritto|geschreven|skrevet)\s", re.I
)
_AGREED = 0.5  # of the doubt that is left, what another voice with the same names takes away
_PARTLY = 0.2  # the same for one that shares a name
_COLLECTIVE = -0.2  # an organisation or desk alone gives way to a person
_INCOMPLETE = -0.12  # another near witness has all these names and more
_USER_NAME = -0.2  # a declared name of one word, where a full name is printed near the headline
_UNPRINTED = -0.12  # a declared name that the page prints nowhere, where it prints who wrote: whoever put the text up
_OWN_NAME = 0.56  # the most that an outlet's own name is worth: systems put it where no author is known
_ACCOUNT = 2  # letters that tell an outlet's accounts apart
_BRACKET = re.compile(r" ?\([^()\n]{1,30}\)")
_MOST = 40  # witnesses heard: real pages have at most 15
_CONTRADICTED = -0.04  # for each voice with other names


def find_credits(clues: Clues) -> dict[str, Found[Any]]:
    """The fields `authors` and `byline`."""
    outlets, zones = clues.outlets, clues.zones
    said = [
        witness
        for witness in (
            *declared_authors(clues, outlets),
            *marked_authors(clues, zones, outlets),
            *byline_lines(clues, zones, outlets),
            *signatures(clues, outlets),
            *reporters(clues),
            *(_partner(clues, span) for span in partners(clues)),
        )
        if witness.authors
    ][:_MOST]
    authors = choose("authors", _weighed(said, outlets, clues.page.text))
    chosen = authors.value or ()
    return {"authors": Found(chosen, authors.evidence, authors.notes), "byline": _byline(clues, said, chosen)}


def _partner(clues: Clues, span: Span) -> Witness:
    name = span.of(clues.page.text)
    return Witness("beside", (Author(name, "organisation"),), span=span, raw=name)


def _key(authors: tuple[Author, ...]) -> frozenset[str]:
    return frozenset(squeeze(author.name) for author in authors)


def _weighed(said: list[Witness], outlets: frozenset[str], text: str) -> list[Candidate[tuple[Author, ...]]]:
    keys = [_key(witness.authors) for witness in said]
    own = [key <= outlets or _is_account(witness, outlets) for witness, key in zip(said, keys, strict=True)]
    found = []
    for witness, key, is_own in zip(said, keys, own, strict=True):
        doubt = 1 - _TRUST[witness.kind]
        if all(author.kind != "person" for author in witness.authors):
            doubt -= _COLLECTIVE
        heard = {_voice(witness)}
        against = set()
        if any(
            not other.kind.endswith("tail") and _lacks(witness, key, other, names)
            for other, names in zip(said, keys, strict=True)
        ):
            doubt -= _INCOMPLETE
        if witness.path is not None and _is_user_name(witness) and any(_is_full_name(other) for other in said):
            doubt -= _USER_NAME
            heard |= _DECLARED  # the account's name fills all of them
        for other, names, of_outlet in zip(said, keys, own, strict=True):
            voice = _voice(other)
            if voice in heard:
                continue
            if names == key:
                doubt *= 1 - _AGREED
                heard.add(voice)
            elif names & key:
                doubt *= 1 - _PARTLY
                heard.add(voice)
            elif not of_outlet and other.kind not in _ALONE and any(author.kind == "person" for author in other.authors):
                against.add(voice)
        doubt -= _CONTRADICTED * len(against)
        if witness.path is not None and _is_another(witness, said) and _is_unprinted(witness, text):
            doubt -= _UNPRINTED
        most = _OWN_NAME if is_own else 0.99
        found.append(_candidate(witness, max(0.05, min(most, 1 - doubt))))
    return found


def _lacks(witness: Witness, key: frozenset[str], other: Witness, names: frozenset[str]) -> bool:
    """Whether a witness says less than another: fewer names, or a first name where the other has all of it."""
    if key < names:
        return True
    if len(witness.authors) > 1 or " " in witness.authors[0].name:
        return False
    return any(witness.authors[0].name in author.name.split() and " " in author.name for author in other.authors)


def _is_another(witness: Witness, said: list[Witness]) -> bool:
    """Whether there is a stated byline of persons, and it names nobody that may be one of a witness's."""
    stated = [
        other.authors
        for other in said
        if (other.kind == "label" or (other.kind == "by" and _WRITTEN.match(other.raw)))
        and all(author.kind == "person" and " " in author.name for author in other.authors)
    ]
    parts = _parts(witness.authors)
    return bool(stated) and not any(parts & _parts(authors) for authors in stated)


def _parts(authors: tuple[Author, ...]) -> set[str]:
    """The parts of names by which two spellings of one meet: words without accents, and initials."""
    found: set[str] = set()
    for author in authors:
        words = "".join(c for c in normalize("NFKD", author.name.casefold()) if c.isalpha() or c == " ").split()
        found.update(word for word in words if len(word) > 1)
        found.add("".join(sorted(word[0] for word in words)))
    return found


def _is_unprinted(witness: Witness, text: str) -> bool:
    """Whether a witness has full names, and none of them stands on the page."""
    folded = text.casefold()
    return not any(" " not in author.name or author.name.casefold() in folded for author in witness.authors)


def _is_account(witness: Witness, outlets: frozenset[str]) -> bool:
    """Whether the author is the outlet's account in its system, "Gazette D" of the Gazette."""
    name, _, rest = witness.authors[0].name.rpartition(" ")
    said = squeeze(name)
    return (
        len(witness.authors) == 1
        and 0 < len(rest) <= _ACCOUNT
        and len(said) > _ACCOUNT
        and any(o.startswith(said) for o in outlets)
    )


def _is_user_name(witness: Witness) -> bool:
    """Whether a declared author is one word in Latin letters, as accounts are named ("KatieS", "andrew.keaveney")."""
    name = witness.authors[0].name
    return len(witness.authors) == 1 and " " not in name and name.isascii() and witness.authors[0].kind == "person"


def _is_full_name(witness: Witness) -> bool:
    """Whether a witness near the headline names a person in full."""
    near = witness.span is not None and not witness.kind.endswith("tail")
    return near and len(witness.authors) == 1 and witness.authors[0].kind == "person" and " " in witness.authors[0].name


def _voice(witness: Witness) -> str:
    return _VOICE.get(witness.kind, witness.kind)


def _candidate(witness: Witness, confidence: float) -> Candidate[tuple[Author, ...]]:
    value = tuple(Author(tidy_case(a.name), a.kind) if a.kind == "person" else a for a in witness.authors)
    return Candidate(
        value=value,
        text="; ".join(author.name for author in value),
        raw=witness.raw,
        method=witness.kind,
        confidence=confidence,
        span=witness.span,
        path=witness.path,
    )


def _byline(clues: Clues, said: list[Witness], chosen: tuple[Author, ...]) -> Found[str | None]:
    """The printed words from the first name to the last, as they stand."""
    text = clues.page.text
    names = _key(chosen)
    found: list[Candidate[str]] = []
    for witness in said:
        if witness.span is None or (witness.kind in _ALONE and _key(witness.authors) != names):
            continue
        span = _printed(text, witness.span, witness.authors)
        trust = _TRUST[witness.kind] + (0.1 if _key(witness.authors) == names else -0.3)
        found.append(visible(clues.page, span.of(text), span, method=witness.kind, confidence=max(0.05, min(0.97, trust))))
    return choose("byline", found)


def _printed(text: str, span: Span, authors: tuple[Author, ...]) -> Span:
    """From the first name to the last within a witness's span, with what stands in brackets behind it."""
    first, last = authors[0].name, authors[-1].name
    start, end = text.find(first, span.start, span.end), text.find(last, span.start, span.end)
    if min(start, end) < 0:
        return span
    behind = _BRACKET.match(text, end + len(last), span.end)
    return Span(min(start, end), behind.end() if behind else end + len(last))
