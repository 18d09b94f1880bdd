"""The shipped tables are what their generator writes."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from dateline.moments.words import tables

PLACE = Path(__file__).parents[2] / "src" / "dateline" / "moments"
LARGEST = 400_000


def test_tables_are_small() -> None:
    """The tables together stay under their size."""
    assert sum((PLACE / name).stat().st_size for name in ("dates.json", "relative.json")) < LARGEST


def test_tables_are_what_the_generator_writes() -> None:
    """Nobody edited the tables by hand, and they are of the generator's latest version."""
    core = pytest.importorskip("babel.core", reason="the tables are generated with Babel")
    if core.get_cldr_version() != tables().cldr:
        pytest.skip(f"the tables are of CLDR {tables().cldr}, this Babel has CLDR {core.get_cldr_version()}")
    generator = importlib.import_module("training.make_moments_tables")
    for name, content in generator.build().items():
        assert (PLACE / name).read_bytes() == content, f"{name} is stale: run python -m training.make_moments_tables"
