"""Who may do what in a room: its owner everything, others what the settings allow.

The owner is known by a token in `Authorization: Bearer`, for programs, or by a session, for browsers, that a password opens.
"""

from __future__ import annotations

import hmac
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from litestar.config.csrf import CSRFConfig
from litestar.exceptions import (
    NotAuthorizedException,
    NotFoundException,
    PermissionDeniedException,
    SerializationException,
)
from litestar.middleware.authentication import AbstractAuthenticationMiddleware, AuthenticationResult
from litestar.middleware.base import DefineMiddleware
from litestar.middleware.csrf import CSRFMiddleware
from litestar.middleware.session.client_side import ClientSideSessionBackend, CookieBackendConfig

from dateline.room.guarding import SAFE_METHODS

if TYPE_CHECKING:
    from litestar.connection import ASGIConnection
    from litestar.handlers import BaseRouteHandler
    from litestar.types import ASGIApp, Receive, Scope, Send

    from dateline.archive import State
    from dateline.room.settings import Settings

# A week: whoever is away for longer proves again who they are.
_SESSION_SECONDS = 7 * 24 * 3600
_OWNER = "owner"


class Visitor(msgspec.Struct, frozen=True):
    """Who sent a request: whether they may read, whether they own the room, and whether a session says so."""

    may_read: bool
    owner: bool
    session: bool = False


def hash_password(password: str) -> str:
    """A password as `Settings.password_hash` wants it: argon2id, with the library's parameters (RFC 9106, low memory)."""
    return PasswordHasher().hash(password)


def fits(settings: Settings, secret: str) -> bool:
    """Whether a secret is the room's password or token. It takes as long as argon2 does; not for the event loop."""
    if settings.token is not None and _same(secret, settings.token):
        return True
    if settings.password_hash is None:
        return False
    try:
        return PasswordHasher().verify(settings.password_hash, secret)
    except (VerificationError, InvalidHashError, UnicodeError):
        return False


def is_open(settings: Settings) -> bool:
    """Whether there is nothing that could tell the owner from others."""
    return settings.token is None and settings.password_hash is None


def owner_session(settings: Settings) -> dict[str, str]:
    """What a session of the owner's holds: it ends with the password or token that opened it."""
    secrets = f"{settings.password_hash}\n{settings.token}".encode("utf-8", "surrogatepass")
    return {_OWNER: blake2b(secrets, key=settings.secret, digest_size=16).hexdigest()}


def visitor(settings: Settings, authorization: str | None, session: object) -> Visitor:
    """Who sends a request with this Authorization header and session; raises for a token that is not the room's."""
    if is_open(settings):
        return Visitor(may_read=True, owner=not settings.public_read)
    if authorization is not None:
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or settings.token is None or not _same(token.strip(), settings.token):
            raise NotAuthorizedException("the Authorization header has no token of this room's")
        return Visitor(may_read=True, owner=True)
    proof = session.get(_OWNER) if isinstance(session, dict) else None
    if isinstance(proof, str) and _same(proof, owner_session(settings)[_OWNER]):
        return Visitor(may_read=True, owner=True, session=True)
    return Visitor(may_read=settings.public_read, owner=False)


def _same(given: str, kept: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), kept.encode("utf-8", "surrogatepass"))


class Authentication(AbstractAuthenticationMiddleware):
    """Makes `request.user` the visitor."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        super().__init__(app, exclude_http_methods=())
        self._settings = settings

    async def authenticate_request(self, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult:
        """See `AbstractAuthenticationMiddleware`."""
        authorization = connection.headers.get("authorization")
        return AuthenticationResult(visitor(self._settings, authorization, connection.scope.get("session")), None)


def admit(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """The guard of all routes: those who may read get answers, and only the owner changes anything.

    A route says otherwise by `opt`: `public` is for everybody, `readers` lets those who may read send something, too, and `owner`
    is for the owner alone.
    """
    if handler.opt.get("public"):
        return
    if not connection.user.may_read:
        raise NotAuthorizedException("this room wants a token or a password")
    changes = connection.scope.get("method") not in SAFE_METHODS and not handler.opt.get("readers")
    if (changes or handler.opt.get("owner")) and not connection.user.owner:
        raise PermissionDeniedException("only the owner of this room may do that")


def note_state(settings: Settings, visitor: Visitor) -> State:
    """What a visitor's note is at first; raises where notes are not taken.

    The owner's is shown at once, others' wait for the owner; where nobody is the owner they would wait for ever.
    """
    if not settings.annotations:
        raise NotFoundException("this room takes no notes")
    if is_open(settings) and settings.public_read:
        raise PermissionDeniedException("nobody could look at notes here: the room has neither token nor password")
    return "shown" if visitor.owner else "pending"


class _Sessions(ClientSideSessionBackend):
    """Sessions in an encrypted and authenticated cookie; one that is damaged or made up is none."""

    async def load_from_connection(self, connection: ASGIConnection[Any, Any, Any, Any]) -> dict[str, Any]:
        try:
            return await super().load_from_connection(connection)
        except (SerializationException, ValueError, LookupError, TypeError):
            return {}


def sessions(settings: Settings) -> CookieBackendConfig:
    """Litestar's sessions, as this room keeps them."""
    config = CookieBackendConfig(
        secret=settings.secret,
        key="__Host-dateline" if settings.https else "dateline",
        max_age=_SESSION_SECONDS,
        secure=settings.https,
        httponly=True,
        samesite="lax",
    )
    config._backend_class = _Sessions  # where Litestar looks for it
    return config


class _Csrf(CSRFMiddleware):
    """Litestar's tokens against forged requests, asked for where a session's cookie is what lets a request pass."""

    def __init__(self, app: ASGIApp, config: CSRFConfig, session_key: str) -> None:
        super().__init__(app, config)
        self._session_key = session_key.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See `CSRFMiddleware`; requests without a session pass, and make no cookie."""
        cookies = b";".join([value for name, value in scope["headers"] if name == b"cookie"])
        if self._session_key in cookies:
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def csrf(settings: Settings) -> DefineMiddleware:
    """The check of tokens: a hidden field `_csrf_token` in forms, or the header `x-csrf-token`."""
    config = CSRFConfig(
        secret=settings.secret.hex(),
        cookie_name="__Host-dateline-csrf" if settings.https else "dateline-csrf",
        header_name="x-csrf-token",
        cookie_secure=settings.https,
        cookie_httponly=True,
        safe_methods=set(SAFE_METHODS),  # type: ignore[arg-type] # a set of Literals there
    )
    return DefineMiddleware(_Csrf, config=config, session_key=sessions(settings).key)
