"""Copies kept in groups: found when an article is added, mended when its text changes or it goes. See `stories.copies`.

An article whose text is long enough has a row with its sketch, and its bands in an index. `family` is the lowest article number of
its group, NULL for a text that stands alone; so the groups do not depend on the order in which articles came. The caller
holds a transaction.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from dateline.archive.indexing import PART
from dateline.stories import Published, Sketch, components, confirmed, first_published, likely, sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dateline.archive.engine.database import Rows
    from dateline.records import Article

    Run = Callable[[str, Sequence[object]], Rows]
    RunMany = Callable[[str, Iterable[Sequence[object]]], object]

# Of the texts that share a band so many of the newest are looked at: a notice that stands on a hundred thousand pages must not
# make adding the next one slow. Below that number groups are exact.
_OF_A_BAND = 100
# A larger group is not looked over anew when an article leaves it.
_REGROUPED = 1_000

_OF_BAND = "SELECT * FROM (SELECT article FROM copy_band WHERE band = ? AND article <> ? ORDER BY article DESC LIMIT ?) AS newest"


@cache
def _of_bands(count: int) -> str:
    """The statement for the articles of so many bands; each takes the band, an article to leave out, and how many."""
    return " UNION ALL ".join([_OF_BAND] * count)


class Candidate(NamedTuple):
    """An article that shares a band."""

    article: int
    family: int | None
    minima: bytes
    outlet: str | None


class Member(NamedTuple):
    """An article of a group, with the words of its text."""

    article: int
    outlet: str | None
    words: Sequence[str]


def copied_words(body: str) -> list[str]:
    """The words of a text, from what the index is fed with of it (see `indexing.body`)."""
    return body.replace(PART, " ").split()


def sketch_of(article: Article, body: str) -> Sketch | None:
    """The sketch of an article's text; None for one too short, and for pages that are no articles: menus are alike everywhere."""
    return sketch(copied_words(body)) if article.kind == "article" else None


class Copies:
    """Keeps the groups right. `words_of` gives the words of the text that an article shows."""

    def __init__(self, run: Run, run_many: RunMany, words_of: Callable[[int], Sequence[str]]) -> None:
        self._run = run
        self._many = run_many
        self._words_of = words_of

    def add(self, article: int, outlet: str | None, text: Sketch | None) -> None:
        """Find the copies of an article that has no row yet, and join their groups."""
        if text is None:
            return
        found = self._confirmed(article, outlet, text)
        joined = {each.article if each.family is None else each.family for each in found}
        family = min({article, *joined}) if joined else None
        self._run("INSERT INTO copy_text (article, family, minima) VALUES (?, ?, ?)", (article, family, text.minima))
        self._many("INSERT INTO copy_band (band, article) VALUES (?, ?)", [(band, article) for band in set(text.bands)])
        for each in joined:
            self._run("UPDATE copy_text SET family = ? WHERE article = ? OR family = ?", (family, each, each))

    def drop(self, article: int, text: Sketch | None) -> None:
        """Take an article out of its group, which may fall apart without it; `text` is what it was added with."""
        row = self._run("SELECT family FROM copy_text WHERE article = ?", (article,)).fetchone()
        if row is None or text is None:
            return
        for band in set(text.bands):
            self._run("DELETE FROM copy_band WHERE band = ? AND article = ?", (band, article))
        self._run("DELETE FROM copy_text WHERE article = ?", (article,))
        if row[0] is not None:
            self._regroup(int(row[0]))

    def group(self, article: int) -> list[int]:
        """The articles of an article's group, itself among them, the first published first."""
        rows = self._run(
            'SELECT a.id, a.first, a.last, a."offset" FROM copy_text t JOIN article a ON a.id = t.article '
            "WHERE t.family = (SELECT family FROM copy_text WHERE article = ?)",
            (article,),
        ).fetchall()
        order = first_published(
            Published(None, None, f"{number:020d}")
            if first is None
            else Published(first - (offset or 0), last - (offset or 0), f"{number:020d}")
            for number, first, last, offset in rows
        )
        return [int(each.id) for each in order] or [article]

    def _confirmed(self, article: int, outlet: str | None, text: Sketch) -> Iterator[Candidate]:
        """The copies of a text, one of each group: the likeliest is looked at first, which mostly settles it for its group."""
        likeliest = []
        for each in self._candidates(article, text.bands):
            same_outlet = _same(outlet, each.outlet)
            share = likely(text.minima, each.minima, same_outlet=same_outlet)
            if share is not None:
                likeliest.append((share, each, same_outlet))
        joined: set[int] = set()
        words = self._words_of(article) if likeliest else ()
        for _, each, same_outlet in sorted(likeliest, key=lambda one: (-one[0], one[1].article)):
            if each.family is not None and each.family in joined:
                continue
            if confirmed(words, self._words_of(each.article), same_outlet=same_outlet):
                if each.family is not None:
                    joined.add(each.family)
                yield each

    def _candidates(self, article: int, bands: Sequence[int]) -> list[Candidate]:
        found = self._run(_of_bands(len(bands)), [of_band for band in bands for of_band in (band, article, _OF_A_BAND)])
        numbers = {number for (number,) in found}
        statement = (
            "SELECT t.article, t.family, t.minima, a.outlet FROM copy_text t JOIN article a ON a.id = t.article "
            "WHERE t.article = ?"
        )
        return [Candidate(*self._run(statement, (number,)).fetchone()) for number in sorted(numbers)]

    def _regroup(self, family: int) -> None:
        """Find anew what holds together of a group that an article has left."""
        rows = self._run(
            "SELECT t.article, a.outlet FROM copy_text t JOIN article a ON a.id = t.article WHERE t.family = ? ORDER BY t.article",
            (family,),
        ).fetchall()
        if len(rows) > _REGROUPED:
            groups = [{int(number) for number, _ in rows}]
        else:
            groups = components(_pairs([Member(number, outlet, self._words_of(number)) for number, outlet in rows]))
        self._run("UPDATE copy_text SET family = NULL WHERE family = ?", (family,))
        for group in groups:
            self._many("UPDATE copy_text SET family = ? WHERE article = ?", [(min(group), number) for number in group])


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and one == other


def _pairs(members: Sequence[Member]) -> Iterator[tuple[int, int]]:
    """The pairs of copies among a few texts; pairs whose texts hang together already are not looked at."""
    sketches = [sketch(member.words) for member in members]
    of_band: dict[int, list[int]] = {}
    for at, text in enumerate(sketches):
        for band in set(text.bands) if text else ():
            of_band.setdefault(band, []).append(at)
    together = list(range(len(members)))  # the lowest place in the group of each
    for one, other in sorted({pair for places in of_band.values() for pair in combinations(places, 2)}):
        first, second = sketches[one], sketches[other]
        if together[one] == together[other] or first is None or second is None:
            continue
        same_outlet = _same(members[one].outlet, members[other].outlet)
        if likely(first.minima, second.minima, same_outlet=same_outlet) is None:
            continue
        if confirmed(members[one].words, members[other].words, same_outlet=same_outlet):
            kept, gone = sorted((together[one], together[other]))
            together = [kept if group == gone else group for group in together]
            yield members[one].article, members[other].article
