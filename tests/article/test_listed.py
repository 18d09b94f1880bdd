"""What a listing prints is of the articles that it lists, unless it is hardly a listing and prints one thing."""

from __future__ import annotations

import pytest

from dateline.article.listed import declared_only, nearly_article
from dateline.records import Evidence, Found, Span


def said(field: str, value: str, *, chosen: bool = False, path: str | None = None, at: int = 0) -> Evidence:
    """Evidence, printed where it has no path."""
    span = None if path else Span(at, at + len(value))
    return Evidence(field=field, method="x", raw=value, value=value, confidence=0.8, chosen=chosen, path=path, span=span)


def kind(value: str, sure: float, other: str) -> Found[str]:
    """A page's kind, and the kind that came second."""
    first = Evidence(field="kind", method="page model", raw=value, value=value, confidence=sure, chosen=True, path="page")
    second = Evidence(field="kind", method="page model", raw=other, value=other, confidence=0.2, chosen=False, path="page")
    return Found(value, (first, second))


@pytest.mark.parametrize(
    ("found", "nearly"),
    [
        pytest.param(kind("listing", 0.4, "article"), True, id="unsure"),
        pytest.param(kind("listing", 0.7, "article"), False, id="sure"),
        pytest.param(kind("listing", 0.4, "service"), False, id="other-rival"),
    ],
)
def test_nearly_article(found: Found[str], *, nearly: bool) -> None:
    """A listing is nearly an article where the model was unsure and an article came second."""
    assert nearly_article(found) is nearly


ONE = Found("2021-05-03", (said("published", "2021-05-03", chosen=True), said("published", "2021-05-03T10:15")))
SEVERAL = Found("2021-05-03", (said("published", "2021-05-03", chosen=True), said("published", "2021-05-01")))
DECLARED = Found("2021-05-03", (said("published", "2021-05-03", chosen=True, path="meta[date]"), said("published", "2021-05-01")))
NAMES = Found(("Ana", "Li"), (said("authors", "Ana; Li", chosen=True), said("authors", "Tom")))


@pytest.mark.parametrize(
    ("found", "doubtful", "kept"),
    [
        pytest.param(ONE, False, None, id="printed"),
        pytest.param(ONE, True, "2021-05-03", id="doubtful-and-one-day"),
        pytest.param(SEVERAL, True, None, id="doubtful-and-several"),
        pytest.param(DECLARED, False, "2021-05-03", id="declared"),
        pytest.param(NAMES, True, (), id="several-authors"),
    ],
)
def test_declared_only(found: Found[object], *, doubtful: bool, kept: object) -> None:
    """A listing keeps what it declares; what it printed loses and stays as evidence."""
    left = declared_only(found, doubtful=doubtful)
    assert left.value == kept
    assert len(left.evidence) == len(found.evidence)
    assert any(e.chosen for e in left.evidence) == bool(kept)
