"""The peers that are installed, called as the gold's scorer calls them."""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Callable
from typing import Any

from training.crossval import judge

# The package of each of the scorer's readers. A peer that is not installed is left out, visibly.
PACKAGES = {"trafilatura": "trafilatura", "newspaper4k": "newspaper4k", "resiliparse": "Resiliparse", "htmldate": "htmldate"}
_MODULES = {"newspaper4k": "newspaper"}

Reader = Callable[[bytes, str | None, str], dict[str, Any]]


def installed() -> dict[str, str]:
    """The peers that can be run here, with their versions."""
    found = {}
    for name, package in PACKAGES.items():
        if importlib.util.find_spec(_MODULES.get(name, name)) is not None:
            found[name] = importlib.metadata.version(package)
    return found


def reader(name: str) -> Reader:
    """The scorer's way of calling a peer."""
    call: Reader = judge().READERS[name]
    return call
