"""What the room gives to its handlers, by the name of the parameter: `archives: Archives`, and so on."""

from __future__ import annotations

from typing import TypeAlias

from litestar.di import NamedDependency

from dateline.room import archives, drafts, memory, outlets, settings

Archives: TypeAlias = NamedDependency[archives.Archives]
Drafts: TypeAlias = NamedDependency[drafts.Drafts]
Memory: TypeAlias = NamedDependency[memory.Memory]
Outlets: TypeAlias = NamedDependency[outlets.Outlets]
Settings: TypeAlias = NamedDependency[settings.Settings]
