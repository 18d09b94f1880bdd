"""Dateline reads news pages into records that can be checked, and keeps them in an archive."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .archive import open_archive
    from .article.outlet import Profile
    from .errors import (
        AmbiguousError,
        AnnotationError,
        ArchiveError,
        BusyError,
        CorrectionError,
        DatelineError,
        ForgottenError,
        NoArchiveError,
        NotFoundError,
        ProfileError,
        QueryError,
        SourceError,
        StatementError,
    )
    from .page import Limits
    from .reading import ReadOptions, read, read_page
    from .records import (
        Article,
        Author,
        Block,
        Capture,
        Comment,
        Evidence,
        Image,
        Line,
        Link,
        Moment,
        Note,
        Page,
        Paragraph,
        Reading,
        Span,
        article_from_json,
        article_schema,
        to_json,
    )
    from .statements import Direction, Due, Statement, TimeExpression, find_statements, find_times

# Where each public name lives; a module loads when its first name is used (PEP 562).
_HOMES = {
    "archive": ("open_archive",),
    "article.outlet": ("Profile",),
    "errors": (
        *("AmbiguousError", "AnnotationError", "ArchiveError", "BusyError", "CorrectionError", "DatelineError"),
        *("ForgottenError", "NoArchiveError", "NotFoundError", "ProfileError", "QueryError", "SourceError", "StatementError"),
    ),
    "page": ("Limits",),
    "statements": ("Direction", "Due", "Statement", "TimeExpression", "find_statements", "find_times"),
    "reading": ("ReadOptions", "read", "read_page"),
    "records": (
        *("Article", "Author", "Block", "Capture", "Comment", "Evidence", "Image", "Line", "Link", "Moment", "Note", "Page"),
        *("Paragraph", "Reading", "Span", "article_from_json", "article_schema", "to_json"),
    ),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "AmbiguousError",
    "AnnotationError",
    "ArchiveError",
    "Article",
    "Author",
    "Block",
    "BusyError",
    "Capture",
    "Comment",
    "CorrectionError",
    "DatelineError",
    "Direction",
    "Due",
    "Evidence",
    "ForgottenError",
    "Image",
    "Limits",
    "Line",
    "Link",
    "Moment",
    "NoArchiveError",
    "NotFoundError",
    "Note",
    "Page",
    "Paragraph",
    "Profile",
    "ProfileError",
    "QueryError",
    "ReadOptions",
    "Reading",
    "SourceError",
    "Span",
    "Statement",
    "StatementError",
    "TimeExpression",
    "__version__",
    "article_from_json",
    "article_schema",
    "find_statements",
    "find_times",
    "open_archive",
    "read",
    "read_page",
    "to_json",
]


def __getattr__(name: str) -> Any:
    if (module := _HOME.get(name)) is None:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    value = getattr(importlib.import_module(f".{module}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
