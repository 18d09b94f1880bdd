"""The reader's front door: anything readable in, a record out."""

from __future__ import annotations

from datetime import datetime

import msgspec

from .article.outlet import Profile, choose_profile, shipped_profiles
from .article.read import read_article
from .page import Limits, build_page
from .records import Article, Capture, Reading


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How to read.

    `outlet` is a profile's id or a domain, for pages whose address does not tell; `profiles` replace the shipped ones; `limits`
    bound the work on one document.
    """

    outlet: str | None = None
    profiles: tuple[Profile, ...] | None = None
    limits: Limits = Limits()


def read(
    source: bytes | str | Capture,
    *,
    url: str | None = None,
    media_type: str | None = None,
    captured_at: datetime | None = None,
    options: ReadOptions | None = None,
) -> Article:
    """Read a page into a record.

    `source` is the page's bytes, its text, or a `Capture`; `media_type` ("text/html", "text/plain") is guessed when not given;
    `captured_at` is an aware datetime, against which "3 hours ago" is understood. Content never raises: a page that is no article
    is a record that says so. Raises `ProfileError` for an `options.outlet` that is neither a profile nor a domain.
    """
    return read_page(source, url=url, media_type=media_type, captured_at=captured_at, options=options).article


def read_page(
    source: bytes | str | Capture,
    *,
    url: str | None = None,
    media_type: str | None = None,
    captured_at: datetime | None = None,
    options: ReadOptions | None = None,
) -> Reading:
    """Read a page and keep what the record rests on: the `Page`, and the role of every line. Arguments as for `read`."""
    options = options or ReadOptions()
    capture = _capture(source, url, media_type, captured_at)
    page = build_page(capture, limits=options.limits)
    profiles = shipped_profiles() if options.profiles is None else options.profiles
    address = page.url or page.declared.link("canonical") or page.declared.get("og:url")
    profile = choose_profile(options.outlet, address, profiles)
    return read_article(page, capture=capture.sha256, outlet=options.outlet, profile=profile)


def _capture(source: bytes | str | Capture, url: str | None, media_type: str | None, captured_at: datetime | None) -> Capture:
    if isinstance(source, Capture):
        given = {"url": url, "media_type": media_type, "captured_at": captured_at}
        return msgspec.structs.replace(source, **{key: value for key, value in given.items() if value is not None})
    if captured_at is not None and captured_at.tzinfo is None:
        raise ValueError("captured_at must be an aware datetime: a capture happened at an instant")
    if isinstance(source, str):
        # Lone surrogates cannot be written as UTF-8: they become question marks.
        return Capture(
            content=source.encode("utf-8", "replace"), charset="utf-8", url=url, media_type=media_type, captured_at=captured_at
        )
    return Capture(content=bytes(source), url=url, media_type=media_type, captured_at=captured_at)
