"""What a capture is to an article that is already known: nothing new, another version, or a poor copy that replaces nothing.

A version is a state of the article that the publisher put out; the versions of an article are the stretches of equal text in
the order of the captures' times, whatever order they were added in. A reading is what our reader made of a capture: reading
the same bytes better never makes a version. Everything here is pure: what is known goes in, what is to be done comes out.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from itertools import count
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.records import Article

if TYPE_CHECKING:
    from dateline.records import Evidence

# What is left of a page that broke off is a beginning. A beginning that holds at least this share of the words and ends with
# a finished sentence is taken for the publisher's own cut.
_CUT_SHARE = 0.5
_SENTENCE_ENDS = frozenset(".!?؟。！？।።")
_CLOSERS = "\"'”’»«›)]』」"
_BREAK_MARKS = ("…", "...")


class Seen(msgspec.Struct, frozen=True):
    """A capture of the article, as read: its row, its record, and the number of the version it shows, None for a poor one."""

    capture: int
    article: Article
    version: int | None


class Known(msgspec.Struct, frozen=True):
    """What the archive holds that bears on a new capture.

    `free` is the lowest number that no version has. Of the article: `rank` is that of its best captures, -1 when there are none;
    `before` is the last capture of a version that is not later than the new one; `later` gives every later one in order.
    """

    free: int
    rank: int = -1
    before: Seen | None = None
    later: Iterable[Seen] = ()


class Change(msgspec.Struct, frozen=True):
    """A capture that turns out to show another version, or none. With `run`, so do all later captures of that old version."""

    capture: int
    version: int | None
    run: int | None = None


class Decision(msgspec.Struct, frozen=True):
    """What to do with a new capture: the version that it shows (None: it is kept, but poor), and what changes for others.

    `demote_all`: the captures that there are turn out to be poor, since this one is the first whole one.
    """

    status: Literal["added", "unchanged", "changed"]
    version: int | None
    changes: tuple[Change, ...] = ()
    demote_all: bool = False


def decide(new: Article, known: Known) -> Decision:
    """Decide what a capture is to its article, and what it makes of the captures after it.

    The outcome is that of judging all captures in the order of their times, each against the last good one. A capture in the
    middle can change the judgement of those after it, but only up to the first one that was good and still is.
    """
    free = count(known.free)
    if known.rank < 0:
        return Decision("added", next(free))
    if rank(new) > known.rank:
        return Decision("changed", next(free), demote_all=True)
    verdict = _judge(new, known.before.article if known.before else None, known.rank)
    if verdict == "poor":
        return Decision("unchanged", None)
    old = known.before.version if known.before else None
    mine = old if verdict == "same" and old is not None else next(free)
    changes: list[Change] = []
    last, version, status = new, mine, verdict
    for seen in known.later:
        verdict = _judge(seen.article, last, known.rank)
        if verdict == "poor":
            changes += [Change(seen.capture, None)] if seen.version is not None else []
        elif seen.version is None:
            last, version = seen.article, version if verdict == "same" else next(free)
            changes.append(Change(seen.capture, version))
        else:
            if verdict == "same" and seen.version != version:
                changes.append(Change(seen.capture, version, run=seen.version))
                status = "same" if version == mine else status  # a known state was seen earlier than known
            elif verdict == "new" and seen.version == old:
                changes.append(Change(seen.capture, next(free), run=seen.version))
            break
    return Decision("unchanged" if status == "same" else "changed", mine, tuple(changes))


def _judge(article: Article, last: Article | None, best: int) -> Literal["poor", "same", "new"]:
    """What a capture is after the last good one, in an article whose best captures are of rank `best`."""
    if rank(article) < best:
        return "poor"
    if last is None:
        return "new"
    if same_version(last, article):
        return "same"
    return "poor" if broken_off(article, last) else "new"


def rank(article: Article) -> int:
    """How whole a capture is: 2 an article in full, 1 part of it (a paywall's stub), 0 no article (an error page, a front)."""
    if article.kind != "article" or not article.body:
        return 0
    return 1 if article.access in ("truncated", "paywalled") else 2


def fingerprint(article: Article) -> bytes:
    """A hash of all that the publisher can be said to have changed: headlines, byline, day of publication, body, corrections.

    Keywords, the modification time and comments change without the article changing. The clock of the publication time is left
    out, because pages that print "two hours ago" give a slightly different one with every capture.
    """
    return blake2b("\x1f".join(_said(article)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def same_version(one: Article, other: Article) -> bool:
    """Whether two captures show the same state of the article.

    Where different readers read them, a difference counts only if the pages show it: a value that one reading has and the other
    has not is no change of the publisher's when both pages contain it.
    """
    if fingerprint(one) == fingerprint(other):
        return True
    return one.reader != other.reader and _on_page(one, other) and _on_page(other, one)


def broken_off(later: Article, earlier: Article) -> bool:
    """Whether the later capture holds only a beginning of the earlier one's body, cut where no publisher would cut."""
    got, had = _body(later), _body(earlier)
    if not got or len(got) > len(had) or got == had or got[:-1] != had[: len(got) - 1]:
        return False
    last = got[-1]
    for mark in _BREAK_MARKS:
        last = last.removesuffix(mark).rstrip()
    if not had[len(got) - 1].startswith(last):
        return False
    ended = last.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS and last == got[-1]
    return not ended or sum(map(len, got)) < _CUT_SHARE * sum(map(len, had))


def _said(article: Article) -> list[str]:
    day = article.published.local[:10] if article.published else ""
    parts = [article.headline or "", article.subheadline or "", article.byline or "", day]
    return [_plain(part) for part in parts] + _body(article) + [""] + [_plain(part.text) for part in article.corrections]


def _body(article: Article) -> list[str]:
    return [_plain(paragraph.text) for paragraph in article.body]


def _plain(text: str) -> str:
    """The text with white space evened out: publishers' systems shuffle it at will."""
    return " ".join(text.split())


def _on_page(one: Article, other: Article) -> bool:
    """Whether all that `one` says is on the page of `other` too, or among the candidates there."""
    page = _plain(other.text)
    weighed: set[str] = {_plain(text) for evidence in other.evidence for text in _texts(evidence)}
    return all(not part or part in page or part in weighed for part in _said(one) if not _is_day(part))


def _texts(evidence: Evidence) -> tuple[str, str]:
    return evidence.raw, evidence.value


def _is_day(part: str) -> bool:
    """Days are printed in too many ways to be looked for on a page."""
    return len(part) <= 10 and part[:4].isdecimal()
