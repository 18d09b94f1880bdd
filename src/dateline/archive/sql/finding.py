"""Finding articles: searches and their counts, searches kept by name, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dateline.archive import results
from dateline.archive.saved import bound_text
from dateline.archive.searching import Search
from dateline.archive.sql.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from datetime import date

    from dateline.records import Article, Capture


class Finding(Parts):
    """Searches and what they count, searches kept by name, and the list of all articles."""

    def list(self, *, outlet: str | None = None, kind: str | None = None) -> Iterator[results.Summary]:
        """See `Archive.list`."""
        with self._database.told():
            yield from self._searcher.list(outlet, kind)

    def search(
        self,
        query: str,
        *,
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
        sort: Literal["relevance", "time"] = "relevance",
        limit: int = 20,
        cursor: str | None = None,
        fold_copies: bool = False,
    ) -> results.Hits:
        """See `Archive.search`."""
        search = Search.of(query, from_, to, outlet)
        with self._database.reading():
            return self._searcher.search(search, order=sort, limit=max(0, limit), cursor_text=cursor, fold=fold_copies)

    def articles(
        self, query: str = "", *, from_: str | date | None = None, to: str | date | None = None, outlet: str | None = None
    ) -> Iterator[Article]:
        """See `Archive.articles`."""
        search = Search.of(query, from_, to, outlet)
        with self._database.told():
            yield from self._searcher.articles(search)

    def captures(
        self, query: str = "", *, from_: str | date | None = None, to: str | date | None = None, outlet: str | None = None
    ) -> Iterator[Capture]:
        """See `Archive.captures`."""
        search = Search.of(query, from_, to, outlet)
        with self._database.told():
            yield from self._searcher.captures(search)

    def facets(
        self,
        query: str,
        *,
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
        limit: int = 50,
    ) -> results.Facets:
        """See `Archive.facets`."""
        search = Search.of(query, from_, to, outlet)
        with self._database.reading():
            return self._searcher.facets(search, limit=limit)

    def attention(
        self,
        query: str,
        *,
        every: Literal["day", "week", "month"] = "month",
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
    ) -> results.Attention:
        """See `Archive.attention`."""
        search = Search.of(query, from_, to, outlet)
        with self._database.reading():
            return self._searcher.attention(search, every=every)

    def save_search(
        self,
        name: str,
        query: str,
        *,
        from_: str | date | None = None,
        to: str | date | None = None,
        outlet: str | None = None,
        replace: bool = False,
    ) -> results.SavedSearch:
        """See `Archive.save_search`."""
        search = results.SavedSearch(
            name=name, query=query, from_=bound_text(from_), to=bound_text(to), outlet=outlet, saved_at=self._clock()
        )
        return self._saved.save(search, replace=replace)

    def searches(self) -> tuple[results.SavedSearch, ...]:
        """See `Archive.searches`."""
        return tuple(self._saved.all())

    def run_search(self, name: str, *, mark: bool = True) -> Generator[results.Hit]:
        """See `Archive.run_search`."""
        return self._saved.new(name, self._clock(), mark=mark)

    def remove_search(self, name: str) -> None:
        """See `Archive.remove_search`."""
        self._saved.remove(name)
