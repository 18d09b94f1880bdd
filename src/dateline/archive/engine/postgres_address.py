"""Where a PostgreSQL archive is, told without its password, and what can be mended of the server's complaints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import msgspec
import psycopg
from psycopg.conninfo import conninfo_to_dict

from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from typing import Self

HOW_TO_WRITE = "write postgresql://user@host:5432/database, or …/database?schema=name for another schema than `dateline`"

_SCHEMA = "dateline"
_SCHEMA_NAME = re.compile(r"(?!pg_)[a-z_][a-z0-9_]{0,62}", re.ASCII)
# A server that does not answer is an error after these seconds, and one that falls silent after about a minute.
_DEFAULTS = {"connect_timeout": "10", "keepalives_idle": "20", "keepalives_interval": "10", "keepalives_count": "4"}
_DEFAULTS |= {"tcp_user_timeout": "60000", "application_name": "dateline"}

# By SQLSTATE, or by its first two characters, its class.
_MENDING = {
    "55P03": "is in use by another program, which did not finish in {seconds:g} seconds; try again when it is done",
    "40": "is in use by another program; try again",
    "42501": "cannot be read or written: {reason}; ask its owner for the privileges",
    "25006": "cannot be written: {reason}",
    "53100": "the server's disk is full, nothing of this step was kept; make room and run it again",
    "53": "the server has not enough left of what it needs, nothing of this step was kept: {reason}",
    "54": "this is larger than the database takes: {reason}",
    "57014": "the server ended a step that took too long for it, nothing of it was kept: {reason}",
    "57": "the connection to the server was lost, nothing of this step was kept; run it again ({reason})",
    "25P03": "the connection to the server was lost, nothing of this step was kept; run it again ({reason})",
    "58": "the server's disk cannot be read or written, nothing of this step was kept: {reason}",
    "XX001": "is damaged: {reason}; `dateline check` says how far, and a backup brings back what is lost",
    "XX002": "is damaged: {reason}; the server's REINDEX mends an index",
    "42P01": "its tables are gone: {reason}",
    "3F000": "its schema is gone: {reason}",
}
# What another try may find mended: locks that others held, connections that were all taken, a server that is starting.
BUSY = frozenset({"55P03", "40001", "40P01", "53300", "57P03"})
_LOST = "the connection to the server was lost, nothing of this step was kept; run it again"


class Address(msgspec.Struct, frozen=True):
    """What to connect with (it has the password), the schema, and the address as it may be shown."""

    parameters: dict[str, Any]
    schema: str
    shown: str

    @classmethod
    def of(cls, url: str) -> Self:
        """Read an address; raises `ArchiveError`, which never quotes it."""
        try:
            parts = urlsplit(url)
            options = parse_qsl(parts.query, keep_blank_values=True)
            schema = dict(options).get("schema", _SCHEMA)
            query = urlencode([(name, value) for name, value in options if name != "schema"], quote_via=quote)
            known = conninfo_to_dict(urlunsplit(parts._replace(scheme="postgresql", query=query)))
            ports = str(known.get("port") or "0").split(",")
        except (ValueError, psycopg.Error):
            raise ArchiveError(f"the address of the archive cannot be read; {HOW_TO_WRITE}") from None
        if not all(port.isascii() and port.isdigit() for port in ports):
            raise ArchiveError(f"the port in the address of the archive is no number; {HOW_TO_WRITE}")
        if not _SCHEMA_NAME.fullmatch(schema):
            raise ArchiveError(
                f"{schema!r} is no name for a schema: small letters, digits and _, no pg_ in front; {HOW_TO_WRITE}"
            )
        return cls(_DEFAULTS | known | {"client_encoding": "UTF8"}, schema, _shown(known, schema))

    def without_password(self, message: str) -> str:
        """A message of the server's or its library's, which should not have the password, certainly without it."""
        password = self.parameters.get("password")
        return message.replace(password, "…") if password else message


def _shown(known: dict[str, Any], schema: str) -> str:
    host = str(known.get("host") or known.get("hostaddr") or "")
    user = f"{quote(str(known['user']))}@" if known.get("user") else ""
    port = f":{known['port']}" if known.get("port") else ""
    database = f"/{quote(str(known['dbname']))}" if known.get("dbname") else ""
    return f"postgresql://{user}{quote(host, safe=',:[]')}{port}{database}" + ("" if schema == _SCHEMA else f"?schema={schema}")


def complaint(error: psycopg.Error, busy_seconds: float) -> str | None:
    """What to say of an error that can be mended; None for a bug."""
    state = error.sqlstate or ""
    reason = _reason(error)
    template = _MENDING.get(state) or _MENDING.get(state[:2])
    if template is not None:
        return template.format(seconds=busy_seconds, reason=reason)
    broke_off = isinstance(error, psycopg.OperationalError) and state[:2] in {"", "08"}  # no state comes with what breaks off
    return f"{_LOST} ({reason})" if broke_off else None


def not_connected(error: psycopg.OperationalError) -> str:
    """What to say when there is no connection; what kind of error it is, only the words tell."""
    reason = _reason(error)
    if re.search(r'password|authentication|pg_hba\.conf|role "[^"]*" does not exist', reason):
        return f"the server does not let this user in; check the name and the password ({reason})"
    if re.search(r'database "[^"]*" does not exist', reason):
        return f"there is no such database; make it with `createdb` ({reason})"
    return f"the server cannot be reached ({reason})"


def _reason(error: psycopg.Error) -> str:
    return " ".join((error.diag.message_primary or str(error)).split())
