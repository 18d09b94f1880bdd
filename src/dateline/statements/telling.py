"""What an article tells, as the ledger has it: statements with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline._version import __version__
from dateline.statements.find import find_statements
from dateline.statements.told import Entry, Telling

if TYPE_CHECKING:
    from dateline.records import Article
    from dateline.statements.records import Statement

# Who reads statements now: what another one read is read anew. The number goes up when `find_statements` finds otherwise than
# the release before.
READER = f"dateline/{__version__} statements/1"
# Between the parts of a split quote.
_GAP = " … "


def tellings(article: Article, *, version: int = 1) -> list[Telling]:
    """The statements of a version of an article, with their words; none of a page that is no article."""
    if article.kind != "article":
        return []
    return [
        Telling(
            version=version,
            capture=article.capture,
            statement=statement,
            text=_words(article.text, statement),
            due=statement.due.span.of(article.text) if statement.due else None,
            hedge=tuple(" ".join(span.of(article.text).split()) for span in statement.hedge),
        )
        for statement in find_statements(article)
    ]


def entries_of(article: Article) -> tuple[Entry, ...]:
    """The statements of one article as entries of a ledger of its own, numbered from 1, in the order of the text."""
    return tuple(
        Entry(
            id=number,
            article=article.uri,
            outlet=article.outlet,
            url=article.url,
            headline=article.headline,
            published=article.published,
            state="same",
            tellings=(telling,),
            day=telling.day,
            group=number,
            restated=0,
            within=None if telling.statement.within is None else telling.statement.within + 1,
            outcome=None,
        )
        for number, telling in enumerate(tellings(article), 1)
    )


def _words(text: str, statement: Statement) -> str:
    """The words of a statement's content, in one line."""
    return " ".join(_GAP.join(span.of(text) for span in statement.content).split())
