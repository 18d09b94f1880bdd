"""What went wrong, told the same way everywhere: problem details (RFC 9457) to programs, a page of the same to browsers."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException

from dateline import (
    AmbiguousError,
    AnnotationError,
    BusyError,
    CorrectionError,
    DatelineError,
    ForgottenError,
    NotFoundError,
    ProfileError,
    QueryError,
    SourceError,
    StatementError,
)
from dateline.room.rendering import shown, wants_data

_logger = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"

# What a caller can mend by asking otherwise, the more special first. Any other error of the archive's is the room's own trouble.
_STATUS: dict[type[DatelineError], HTTPStatus] = {
    ForgottenError: HTTPStatus.GONE,
    NotFoundError: HTTPStatus.NOT_FOUND,
    AmbiguousError: HTTPStatus.CONFLICT,
    BusyError: HTTPStatus.SERVICE_UNAVAILABLE,
    QueryError: HTTPStatus.BAD_REQUEST,
    ProfileError: HTTPStatus.BAD_REQUEST,
    CorrectionError: HTTPStatus.UNPROCESSABLE_ENTITY,
    AnnotationError: HTTPStatus.UNPROCESSABLE_ENTITY,
    StatementError: HTTPStatus.UNPROCESSABLE_ENTITY,
    SourceError: HTTPStatus.UNPROCESSABLE_ENTITY,
    DatelineError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
# Seconds after which a busy archive is worth another try.
_TRY_AGAIN = 5


class Fault(msgspec.Struct, frozen=True):
    """A parameter or key that is not as it should be, and why."""

    name: str
    detail: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A problem as RFC 9457 has it: `status` is that of the answer, `title` its name, `detail` is for people.

    `type` is always "about:blank": the status tells the kinds apart. `faults` are the parameters that are not as they should be.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    faults: tuple[Fault, ...] = ()


def problem_of(error: Exception) -> Problem:
    """The problem that an exception is; of one that nobody expected nothing is told."""
    if isinstance(error, DatelineError):
        status = next(status for kind, status in _STATUS.items() if isinstance(error, kind))
        return _problem(status, str(error))
    if isinstance(error, HTTPException):
        faults = error.extra if isinstance(error.extra, list) else []
        return _problem(HTTPStatus(error.status_code), error.detail, tuple(_fault(each) for each in faults))
    return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, "the room failed on this request; its log says more")


def _problem(status: HTTPStatus, detail: str, faults: tuple[Fault, ...] = ()) -> Problem:
    return Problem(title=status.phrase, status=status, detail=_text(detail), faults=faults)


def _fault(extra: Any) -> Fault:
    """A fault from what Litestar says of a parameter."""
    known = extra if isinstance(extra, dict) else {"message": extra}
    return Fault(_text(str(known.get("key", "body"))), _text(str(known.get("message", ""))))


def _text(text: str) -> str:
    """Text that JSON takes: parts of a request may be in it."""
    return text.encode("utf-8", "backslashreplace").decode()


def answer(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """The answer to a request that came to this error."""
    problem = problem_of(error)
    if problem.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        _logger.error("request failed", exc_info=error, extra={"method": request.method, "path": request.url.path})
    headers = _headers(error, problem.status)
    if wants_data(request):
        return Response(msgspec.json.encode(problem), status_code=problem.status, media_type=MEDIA_TYPE, headers=headers)
    if problem.status == HTTPStatus.UNAUTHORIZED:
        onward = urlencode({"next": request.url.path + (f"?{request.url.query}" if request.url.query else "")})
        return Response(b"", status_code=HTTPStatus.SEE_OTHER, headers={"Location": f"/login?{onward}"})
    response = shown(request, "error.html", problem, status=problem.status)
    response.headers.update(headers)
    return response


def _headers(error: Exception, status: int) -> dict[str, str]:
    """The error's own headers, and those that HTTP asks for with a status."""
    headers = dict(getattr(error, "headers", None) or {})
    match status:
        case HTTPStatus.UNAUTHORIZED:
            headers["WWW-Authenticate"] = "Bearer"
        case HTTPStatus.TOO_MANY_REQUESTS:
            headers["Retry-After"] = headers.get("RateLimit-Reset", "60")
        case HTTPStatus.SERVICE_UNAVAILABLE:
            headers["Retry-After"] = str(_TRY_AGAIN)
    return headers
