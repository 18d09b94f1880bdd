"""Copies kept in groups: found when an article is added, mended when its text changes or it goes. See `stories.copies`.

An article whose text is long enough has a row with its sketch, and its bands in an index. `family` is the lowest article number of
its group, NULL for a text that stands alone; so the groups do not depend on the order in which articles came. The caller
holds a transaction.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dateline.archive.indexing import PART
from dateline.stories import Published, Sketch, Text, components, confirmed, copies, first_published, likely, same_outlet, sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from dateline.archive.engine.database import Run, RunMany
    from dateline.archive.pending import Pending
    from dateline.records import Article

# Of the texts that share a band so many of the newest are looked at: a notice that stands on a hundred thousand pages must not
# make adding the next one slow. Below that number groups are exact.
_OF_A_BAND = 100
# A larger group is not looked over anew when an article leaves it.
_REGROUPED = 1_000

# How many bands are asked for in one statement, below every limit on its parameters.
_ASKED_AT_ONCE = 800

_NEW_TEXT = "INSERT INTO copy_text (article, family, minima) VALUES (?, ?, ?)"
_NEW_BAND = "INSERT INTO copy_band (band, article) VALUES (?, ?)"
_OF_BAND = (
    "SELECT * FROM (SELECT band, article FROM copy_band WHERE band = ? AND article <> ? ORDER BY article DESC LIMIT ?) AS newest"
)


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


def copied_words(body: str) -> list[str]:
    """The words of a text, from what the index is fed with of it (see `indexing.body`)."""
    return body.replace(PART, " ").split()


def sketch_of(article: Article, body: str) -> Sketch | None:
    """The sketch of an article's text; None for one too short, and for pages that are no articles: menus are alike everywhere."""
    return sketch(copied_words(body)) if article.kind == "article" else None


class Copies:
    """Keeps the groups right. `words_of` gives the words of the text that an article shows; new rows come to wait in `pending`."""

    def __init__(self, run: Run, run_many: RunMany, pending: Pending, words_of: Callable[[int], Sequence[str]]) -> None:
        self._run = run
        self._many = run_many
        self._pending = pending
        self._words_of = words_of
        self._looked_up: frozenset[int] = frozenset()
        self._met: set[int] = set()
        self._waiting: defaultdict[int, set[int]] = defaultdict(set)

    @contextmanager
    def expecting(self, texts: Iterable[Sketch | None]) -> Iterator[None]:
        """Within a transaction in which these are added: their bands are looked up together, so that a text like no other costs
        no question of its own.
        """
        bands = list({band for text in texts if text is not None for band in text.bands})
        self._met = set()
        for start in range(0, len(bands), _ASKED_AT_ONCE):
            some = bands[start : start + _ASKED_AT_ONCE]
            places = ", ".join("?" * len(some))
            rows = self._run(f"SELECT DISTINCT band FROM copy_band WHERE band IN ({places})", some)  # noqa: S608 - of question marks
            self._met.update([band for (band,) in rows])
        self._looked_up = frozenset(bands)
        try:
            yield
        finally:
            self._looked_up = frozenset()
            self._waiting.clear()

    def add(self, article: int, outlet: str | None, text: Sketch | None) -> None:
        """Find the copies of an article that has no row yet, and join their groups."""
        if text is None:
            return
        found: Iterable[Candidate] = ()
        if not self._is_like_no_other(text):
            self._pending.write(hashes=False)
            found = self._confirmed(article, outlet, text)
        if self._looked_up:
            self._met.update(text.bands)
            for band in text.bands:
                self._waiting[band].add(article)
        joined = {each.article if each.family is None else each.family for each in found}
        family = min({article, *joined}) if joined else None
        self._pending.add(_NEW_TEXT, [(article, family, text.minima)])
        self._pending.add_hashes(_NEW_BAND, [(band, article) for band in set(text.bands)])
        for each in joined:
            self._run("UPDATE copy_text SET family = ? WHERE article = ? OR family = ?", (family, each, each))

    def drop(self, article: int, text: Sketch | None) -> None:
        """Take an article out of its group, which may fall apart without it; `text` is what it was added with."""
        row = self._run("SELECT family FROM copy_text WHERE article = ?", (article,)).fetchone()
        if row is None or text is None:
            return
        for band in set(text.bands):
            self._run("DELETE FROM copy_band WHERE band = ? AND article = ?", (band, article))
            self._waiting.get(band, set()).discard(article)
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

    def _is_like_no_other(self, text: Sketch) -> bool:
        return self._looked_up.issuperset(text.bands) and self._met.isdisjoint(text.bands)

    def _confirmed(self, article: int, outlet: str | None, text: Sketch) -> Iterator[Candidate]:
        """The copies of a text, one of each group: the likeliest is looked at first, which mostly settles it for its group."""
        likeliest = []
        for each in self._candidates(article, text.bands):
            within = same_outlet(outlet, each.outlet)
            share = likely(text.minima, each.minima, same_outlet=within)
            if share is not None:
                likeliest.append((share, each, within))
        joined: set[int] = set()
        words = self._words_of(article) if likeliest else ()
        for _, each, within in sorted(likeliest, key=lambda one: (-one[0], one[1].article)):
            if each.family is not None and each.family in joined:
                continue
            if confirmed(words, self._words_of(each.article), same_outlet=within):
                if each.family is not None:
                    joined.add(each.family)
                yield each

    def _candidates(self, article: int, bands: Sequence[int]) -> list[Candidate]:
        found = {band: self._waiting.get(band, set()) - {article} for band in bands}
        asked = [of_band for band in bands for of_band in (band, article, _OF_A_BAND)]
        for band, number in self._run(_of_bands(len(bands)), asked):
            found[band].add(number)
        numbers = {number for of_band in found.values() for number in sorted(of_band)[-_OF_A_BAND:]}
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
            groups = components(copies([Text(number, outlet, self._words_of(number)) for number, outlet in rows]))
        self._run("UPDATE copy_text SET family = NULL WHERE family = ?", (family,))
        for group in groups:
            self._many("UPDATE copy_text SET family = ? WHERE article = ?", [(min(group), number) for number in group])
