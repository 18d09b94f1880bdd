"""A search as the address of the front page names it, and as the query language does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping

# Which fields are filters, in the order shown, and the prefix that each has in the query language.
FILTERS = {"outlet": "outlet", "language": "lang", "genre": "genre", "kind": "kind", "section": "section"}
FILTER_LABELS = {"outlet": "Outlet", "language": "Language", "genre": "Genre", "kind": "Kind of page", "section": "Section"}

_WORDS = re.compile(r'"[^"]*"?|[()]|[^\s()"]+')


class Search(NamedTuple):
    """A search as the address of the front page names it. Dates are as typed: a year, a month or a day."""

    q: str = ""
    outlet: str = ""
    language: str = ""
    genre: str = ""
    kind: str = ""
    section: str = ""
    from_: str = ""
    to: str = ""
    sort: str = ""
    copies: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> Self:
        """The search that the parameters of an address name; others are passed over."""
        names = {"from_": "from"}
        return cls(**{field: parameters.get(names.get(field, field), "") for field in cls._fields})

    def url(self, **changes: str) -> str:
        """The address of the search with changes; a changed search begins at its first page."""
        changed = self._replace(**{"cursor": "", **changes})
        named = {("from" if key == "from_" else key): value for key, value in changed._asdict().items() if value}
        return f"/?{urlencode(named)}" if named else "/"

    @property
    def query(self) -> str:
        """The search in the query language: what was typed, and the filters.

        `a OR b` is put in parentheses before a filter is set beside it, since AND binds closer than OR.
        """
        typed = self.q.strip()
        filters = [f"{prefix}:{_value(getattr(self, name))}" for name, prefix in FILTERS.items() if getattr(self, name)]
        if typed and filters and _has_open_or(typed):
            typed = f"({typed})"
        return " ".join(filter(None, [typed, *filters]))

    @property
    def by_time(self) -> bool:
        """Whether the newest come first: as asked for, else where there are no words to be relevant to."""
        return self.sort == "time" or (self.sort != "relevance" and not self.q.strip())

    @property
    def folded(self) -> bool:
        """Whether one of each group of copies stands for all; so it is, unless all are asked for."""
        return self.copies != "all"

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return any((*(getattr(self, name) for name in FILTERS), self.from_, self.to))


def _value(text: str) -> str:
    """A filter's value in the query language: quoted, without the quotation marks that it cannot hold."""
    return '"' + re.sub('["“”„]', " ", text) + '"'


def _has_open_or(query: str) -> bool:
    """Whether an OR stands outside quotation marks and parentheses."""
    depth = 0
    for word in _WORDS.findall(query):
        depth += (word == "(") - (word == ")")
        if word == "OR" and depth <= 0:
            return True
    return False
