"""The pages: each handler gets a view and shows it, as a page or, with `.json`, as it is."""

from __future__ import annotations

from dateline.room.pages import article, front, hand, info, ledger, login, outlets, read

handlers = [
    *(*front.handlers, *article.handlers, *outlets.handlers, *read.handlers),
    *(*hand.handlers, *info.handlers, *ledger.handlers, *login.handlers),
]
