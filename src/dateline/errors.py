"""What can go wrong in a way that the caller can mend.

Every error carries the page it concerns (`url` or `id`) and says what to do. Errors pickle, because
they cross process borders in parallel readers.
"""

from __future__ import annotations


class DatelineError(Exception):
    """The base of all errors that Dateline raises on purpose.

    `subject` is the URL, path or id that the error is about, or None.
    """

    def __init__(self, message: str, *, subject: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.subject = subject

    def __str__(self) -> str:
        return f"{self.subject}: {self.message}" if self.subject else self.message

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.subject)


class SourceError(DatelineError):
    """A file, folder or stream that cannot be read into a capture."""


class ProfileError(DatelineError):
    """An outlet profile that is malformed, or an outlet that no profile names."""


class ArchiveError(DatelineError):
    """An archive that is missing, is no archive, is newer than this program, or cannot be written."""


class NoArchiveError(ArchiveError):
    """A place where an archive was to be opened and is none."""


class NotFoundError(ArchiveError):
    """An article, capture, version, correction or annotation that the archive does not hold."""


class ForgottenError(NotFoundError):
    """An article or capture that was taken down; the message says when and why."""


class AmbiguousError(ArchiveError):
    """An id that fits several; the message lists them."""


class BusyError(ArchiveError):
    """An archive that another program keeps to itself, or whose server is not reached; trying again later may do."""


class CorrectionError(DatelineError):
    """A correction of a field that has none, or whose value the field cannot have."""


class AnnotationError(DatelineError):
    """An annotation that is empty, too long, or of a passage that is not on the page."""


class StatementError(DatelineError):
    """An outcome that is none, that nobody sets, or that says too much."""


class QueryError(DatelineError):
    """A search query that does not parse; the message points at the place."""


def _rebuild(kind: type[DatelineError], message: str, subject: str | None) -> DatelineError:
    return kind(message, subject=subject)
