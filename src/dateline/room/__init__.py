"""The reading room: an archive as web pages for people and as a REST API for programs. See docs/room.md."""

from dateline.room.app import create_app
from dateline.room.settings import Settings

__all__ = ["Settings", "create_app"]
