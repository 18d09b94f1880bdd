"""The outlets that profiles tell of, read once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.sources import read_profiles

if TYPE_CHECKING:
    from pathlib import Path

    from dateline import Profile


class Outlets:
    """Profiles and the names in them. Raises `ProfileError`, when first asked, for a profile that cannot be read."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """All profiles, the nearest first."""
        return read_profiles(self._folder)

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of each outlet by its id."""
        return {profile.id: profile.name for profile in self.profiles}
