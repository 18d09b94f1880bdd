"""The pages of figures of bulk reading say what was measured."""

from __future__ import annotations

from benchmarks import bulk_page


def test_costs_are_those_of_the_kept_figures() -> None:
    """The sheet of costs is computed from the last measurement."""
    results = bulk_page.kept()
    page = (bulk_page.DOCS / "bulk.md").read_text()
    assert bulk_page.with_costs(page, results) == page


def test_costs_follow_the_rate() -> None:
    """Half the rate, twice the core-hours and the money."""
    fast, slow = (bulk_page.costs({"peers": {"dateline": rate}}) for rate in (110.0, 55.0))
    assert "core-hours at 110 a second (measured) | 25 | 2,778 |" in fast
    assert "core-hours at 55 a second (measured) | 50 | 5,556 |" in slow
    assert "on demand (assumed) | 1.00 USD | 111 USD |" in fast
