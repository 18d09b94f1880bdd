"""`--rewrite` writes the golden records anew instead of comparing with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option; it is known when this folder is named on the command line."""
    parser.addoption("--rewrite", action="store_true", help="write tests/examples/golden/*.json anew")
