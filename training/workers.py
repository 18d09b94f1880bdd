"""Processes to work through pages."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.pool import Pool


def workers(beginning: Callable[..., None] | None = None, *told: object) -> Pool:
    """Two processes that begin anew, since JAX, which training runs, must not be forked; each with a call, if one is given."""
    return get_context("spawn").Pool(2, beginning, told)
