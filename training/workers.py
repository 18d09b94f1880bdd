"""Processes to work through pages."""

from __future__ import annotations

from multiprocessing import get_context
from multiprocessing.pool import Pool


def workers() -> Pool:
    """Two processes that begin anew: JAX, which training runs, must not be forked."""
    return get_context("spawn").Pool(2)
