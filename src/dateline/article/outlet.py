"""Outlets: which publisher a page belongs to, and what is known of that publisher.

An outlet is named by the id of its profile, else by its registrable domain. A profile is a small TOML file:

    id = "kayhan"
    name = "Kayhan International"
    domains = ["kayhan.ir"]     # hosts under these belong to the outlet
    zone = "Asia/Tehran"        # whose clock its pages print; an IANA name
    languages = ["en"]          # the first is the usual one
    [labels]                    # words that this outlet prints as labels, beside the common ones
    news_id = ["News ID"]

Only `id` and `name` are required.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

import msgspec

from dateline.errors import ProfileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publicsuffixlist import PublicSuffixList

LabelKind = Literal["news_id", "published", "modified", "byline", "section", "comment"]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NUMERIC_HOST = re.compile(r"[0-9.]+|.*:.*")  # IPv4 or IPv6: no name, so no domain


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known of an outlet. `domains` are ASCII hosts in lower case; `zone` is an IANA name."""

    id: str
    name: str
    domains: tuple[str, ...] = ()
    zone: str | None = None
    languages: tuple[str, ...] = ()
    labels: dict[LabelKind, tuple[str, ...]] = {}


def load_profile(text: str) -> Profile:
    """The profile that a TOML text describes; raises `ProfileError` saying what is wrong and where."""
    try:
        profile = msgspec.convert(tomllib.loads(text), Profile)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"the outlet profile is not valid TOML: {error}") from error
    except msgspec.ValidationError as error:
        raise ProfileError(f"the outlet profile does not fit: {error}") from error
    for where, wrong in _faults(profile):
        raise ProfileError(f"the outlet profile does not fit: {wrong} - at `$.{where}`")
    return profile


def _faults(profile: Profile) -> Iterable[tuple[str, str]]:
    """Where a well-typed profile makes no sense, and why; lazily, as the first is reported."""
    if not _ID.fullmatch(profile.id):
        yield "id", f"{profile.id!r} should be lower-case letters, digits and single hyphens"
    if not profile.name.strip():
        yield "name", "the name is empty"
    for n, domain in enumerate(profile.domains):
        if not _DOMAIN.fullmatch(domain):
            yield f"domains[{n}]", f"{domain!r} should be a host in ASCII and lower case, such as 'news.example'"
    if profile.zone is not None and not _is_zone(profile.zone):
        yield "zone", f"{profile.zone!r} is no IANA time zone, such as 'Asia/Tehran'"
    for n, language in enumerate(profile.languages):
        if not _LANGUAGE.fullmatch(language):
            yield f"languages[{n}]", f"{language!r} is no language tag, such as 'en' or 'zh-Hant'"
    for kind, words in profile.labels.items():
        if not all(word.strip() for word in words):
            yield f"labels.{kind}", "a label is empty"


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # ValueError: a path outside the database; OSError: a folder of it
        return False
    return True


@cache
def shipped_profiles() -> tuple[Profile, ...]:
    """The profiles in the package, by id."""
    from importlib.resources import files

    folder = files("dateline").joinpath("data", "outlets")
    texts = (file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple(sorted(map(load_profile, texts), key=lambda profile: profile.id))


def choose_profile(outlet: str | None, url: str | None, profiles: Iterable[Profile]) -> Profile | None:
    """The profile for a page, or None: by `outlet` (an id or a domain) when given, else by the host of `url`.

    Of several that match a host the one with the longest domain wins, then the earlier one. Raises
    `ProfileError` for an `outlet` that is no profile's id and no domain either.
    """
    known = tuple(profiles)
    if outlet is None:
        return _by_host(host_of(url), known)
    named = next((profile for profile in known if profile.id == outlet.lower()), None)
    if named is None and "." not in outlet:
        raise ProfileError(_unknown(outlet, known), subject=outlet)
    return named or _by_host(host_of(outlet if "//" in outlet else f"//{outlet}"), known)


def _by_host(host: str | None, profiles: tuple[Profile, ...]) -> Profile | None:
    if host is None:
        return None
    matches = [
        (len(domain), -n)
        for n, profile in enumerate(profiles)
        for domain in profile.domains
        if host == domain or host.endswith("." + domain)
    ]
    return profiles[-max(matches)[1]] if matches else None


def _unknown(outlet: str, profiles: tuple[Profile, ...]) -> str:
    from difflib import get_close_matches

    ids = sorted(profile.id for profile in profiles)
    near = get_close_matches(outlet.lower(), ids) or ids
    return f"no profile has this id; known: {', '.join(near) or 'none'}. Write one, or give the outlet's domain"


@lru_cache(maxsize=4096)
def host_of(url: str | None) -> str | None:
    """The host of a URL in ASCII and lower case, or None when there is none."""
    from urllib.parse import urlsplit

    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # "http://[": not an address
        return None
    if not host:
        return None
    try:
        return host.rstrip(".").encode("idna").decode("ascii").lower() or None
    except UnicodeError:  # a label too long or forbidden: still a name to group by
        return host.lower()


@lru_cache(maxsize=4096)
def registrable_domain(host: str) -> str | None:
    """The domain that its owner registered (`bbc.co.uk` for `www.bbc.co.uk`), by the Public Suffix List; None for a
    bare suffix, an IP address or a single label. `host` is as `host_of` gives it.
    """
    if _NUMERIC_HOST.fullmatch(host):
        return None
    return _suffixes().privatesuffix(host)


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
