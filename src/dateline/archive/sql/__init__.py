"""The archive on a database: what callers ask for as transactions on it. Which database it is makes no difference here."""

from dateline.archive.sql.archive import SqlArchive

__all__ = ["SqlArchive"]
