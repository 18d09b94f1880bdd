"""The reading room: an archive as web pages for people and as a REST API for programs. See docs/room.md."""

from dateline.room.access import hash_password
from dateline.room.api.openapi import description
from dateline.room.app import create_app
from dateline.room.settings import LOOPBACK, Settings

__all__ = ["LOOPBACK", "Settings", "create_app", "description", "hash_password"]
