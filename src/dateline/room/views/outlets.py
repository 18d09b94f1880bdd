"""The outlets of an archive, with what their profiles tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dateline import Profile
from dateline.archive import Attention, Outlet
from dateline.room.views.front import Every, width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.archive import Archive


class OutletsView(msgspec.Struct, frozen=True):
    """The outlets, those with the most articles first, and the profiles of those that have one."""

    outlets: tuple[Outlet, ...]
    profiles: dict[str, Profile]


class OutletView(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet: what there is of it, its profile, and when its articles were published."""

    id: str
    name: str
    outlet: Outlet
    profile: Profile | None
    attention: Attention
    every: Every


def outlets(archive: Archive, profiles: Iterable[Profile]) -> OutletsView:
    """All outlets of the archive."""
    found = archive.outlets()
    ids = {each.outlet for each in found}
    return OutletsView(found, {profile.id: profile for profile in profiles if profile.id in ids})


def outlet(archive: Archive, id: str, profiles: Iterable[Profile]) -> OutletView | None:  # noqa: A002 - as everybody calls it
    """One outlet; None where the archive has nothing of it."""
    found = next((each for each in archive.outlets() if each.outlet == id), None)
    if found is None:
        return None
    profile = next((each for each in profiles if each.id == id), None)
    attention = archive.attention("", outlet=id)
    every = width(attention)
    return OutletView(
        id=id,
        name=profile.name if profile else id,
        outlet=found,
        profile=profile,
        attention=attention if every == "month" else archive.attention("", every=every, outlet=id),
        every=every,
    )
