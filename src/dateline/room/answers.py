"""Answers in JSON, whatever is in a record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from litestar import Response
from litestar.exceptions import ImproperlyConfiguredException
from litestar.serialization import default_serializer

if TYPE_CHECKING:
    from litestar.types import Serializer

T = TypeVar("T")


def as_json(record: object) -> bytes:
    """A record as JSON. What is no Unicode in it (of a file's name, of an address) is written as an escape."""
    try:
        return msgspec.json.encode(record)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(record)).encode()


class Answer(Response[T]):
    """Litestar's response, which else fails on what is no Unicode."""

    def render(self, content: Any, media_type: str, enc_hook: Serializer = default_serializer) -> bytes:
        """See `Response.render`."""
        try:
            return super().render(content, media_type, enc_hook)
        except ImproperlyConfiguredException:  # so it calls what cannot be encoded
            return as_json(content)
