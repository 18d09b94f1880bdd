"""Outlet profiles from the user's folders, before the shipped ones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.article.outlet import Profile, load_profile, shipped_profiles
from dateline.errors import ProfileError

if TYPE_CHECKING:
    from collections.abc import Mapping


def profile_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """The user's own folder of profiles: `dateline/outlets` in the XDG configuration directory."""
    home = environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return Path(home, "dateline", "outlets")


def read_profiles(folder: Path | None = None, *, environ: Mapping[str, str] = os.environ) -> tuple[Profile, ...]:
    """All profiles, the nearest first: those of `folder`, of the user's own folder, and the shipped ones.

    One profile hides farther ones with the same id. Raises `ProfileError`, naming the file, for a profile that is
    malformed or cannot be read, and for a `folder` that does not exist; the user's own folder may be missing.
    """
    own = profile_folder(environ)
    profiles = [*(_in_folder(folder) if folder else ()), *(_in_folder(own) if own.is_dir() else ()), *shipped_profiles()]
    nearest: dict[str, Profile] = {}
    for profile in profiles:
        nearest.setdefault(profile.id, profile)
    return tuple(nearest.values())


def _in_folder(folder: Path) -> list[Profile]:
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError as error:
        raise ProfileError(f"this folder of profiles cannot be read: {error.strerror}", subject=str(folder)) from error
    return [_read(path) for path in files]


def _read(path: Path) -> Profile:
    try:
        return load_profile(path.read_text("utf-8"))
    except OSError as error:
        raise ProfileError(f"this profile cannot be read: {error.strerror}", subject=str(path)) from error
    except UnicodeDecodeError as error:
        raise ProfileError("this profile is not UTF-8 text", subject=str(path)) from error
    except ProfileError as error:
        raise ProfileError(error.message, subject=str(path)) from error
