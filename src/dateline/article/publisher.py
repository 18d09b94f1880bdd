"""The outlet that a page belongs to: a profile's id, else the registrable domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .evidence import Candidate, choose, claimed
from .outlet import Profile, host_of, registrable_domain

if TYPE_CHECKING:
    from ..records import Found, Page


def find_outlet(page: Page, outlet: str | None, profile: Profile | None) -> Found[str | None]:
    """By the profile in force, else what the caller named (`outlet`), else the domain of the page's address or declared address."""
    candidates: list[Candidate[str]] = []
    if profile is not None:
        raw = outlet or page.url or profile.id
        candidates.append(
            claimed(profile.id, raw, "options.outlet" if outlet else "url", method="profile", confidence=1.0, text=profile.id)
        )
    sources = [
        ("options.outlet", outlet if not outlet or "//" in outlet else f"//{outlet}", 0.99),
        ("url", page.url, 0.98),
        ("link[canonical]", page.declared.link("canonical"), 0.95),
        ("meta[og:url]", page.declared.get("og:url"), 0.9),
    ]
    for path, address, confidence in sources:
        if (host := host_of(address)) and (domain := registrable_domain(host)):
            candidates.append(claimed(domain, address or "", path, method="domain", confidence=confidence, text=domain))
    return choose("outlet", candidates)
