"""What all tests share: under `DATELINE_REQUIRE=all` nothing may be skipped.

A machine without PostgreSQL, a browser or the gold pages skips what needs them and says so; continuous integration installs
them, and there a skip would hide that something was not tested.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

REQUIRE_ALL = os.environ.get("DATELINE_REQUIRE") == "all"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
    call: pytest.CallInfo[None],
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where everything is required."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and DATELINE_REQUIRE=all: {report.longrepr}"
    return report
