"""The document that started the project, and a page of ours with the same anatomy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import dateline

ROOT = Path(__file__).resolve().parents[1]
SEED = sorted((ROOT.parent / "shared" / "seed").glob("*.txt"))
TWIN = ROOT / "examples" / "pages" / "ferry-concession.txt"


@pytest.fixture(scope="module")
def text() -> str:
    if not SEED:
        pytest.skip("the seed document is not beside this checkout (../shared/seed)")
    return SEED[0].read_bytes().decode("utf-8")


def chosen(article: dateline.Article, field: str) -> dateline.Evidence:
    return next(e for e in article.evidence if e.field == field and e.chosen)


def test_values(text: str) -> None:
    """Item number, publish time without a zone, a desk's byline, no headline, language, genre and kind."""
    article = dateline.read(text)
    assert article.news_id == "96957"
    assert article.published is not None
    assert (str(article.published), article.published.precision) == ("2021-11-23T21:37", "minute")
    assert (article.published.offset, article.published.zone_source) == (None, "unknown")
    assert article.byline == "Kayhan Int’l Staff Writer"
    assert [author.kind for author in article.authors] == ["desk"]
    assert article.headline is None
    assert any(note.code.startswith("headline") for note in article.notes)
    assert article.language == "en"
    assert article.genre == "opinion"
    assert chosen(article, "genre").raw
    assert article.kind == "article"


def test_body_is_the_nine_paragraphs(text: str) -> None:
    """The body is exactly the nine paragraphs, character for character, and the comment form is no part of it."""
    article = dateline.read(text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert [p.text for p in article.body] == lines[3:12]
    assert article.comments == ()
    assert any(e.field == "comments" and "form" in e.method and not e.chosen for e in article.evidence)


def test_the_outlet_gives_the_zone(text: str) -> None:
    """With the outlet's profile the same local time has the outlet's offset, and says where it comes from."""
    article = dateline.read(text, options=dateline.ReadOptions(outlet="kayhan"))
    assert article.published is not None
    assert (str(article.published), article.published.zone_source) == ("2021-11-23T21:37+03:30", "outlet")


def test_the_twin() -> None:
    """A page with the same anatomy holds the same, everywhere."""
    text = TWIN.read_text(encoding="utf-8")
    article = dateline.read(text)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    assert [p.text for p in article.body] == lines[3:12]
    assert (article.headline, article.news_id, str(article.published)) == (None, "41872", "2023-06-09T18:05")
    assert (article.genre, article.kind, article.language) == ("opinion", "article", "en")
    assert article.comments == ()


def test_statements(text: str) -> None:
    """What is demanded by the end of 2021, the author's doubt with its words, and a forecast whose time stays vague."""
    article = dateline.read(text)
    found = dateline.find_statements(article)
    (demand,) = [one for one in found if one.kind in ("demand", "deadline")]
    assert demand.due is not None
    assert (demand.due.end, demand.due.vague) == (date(2021, 12, 31), False)
    assert "withdraw all its armed forces from Iraq by December 31" in demand.content[0].of(article.text)
    (doubt,) = [one for one in found if one.kind == "allegation"]
    assert [span.of(article.text) for span in doubt.hedge] == ["We are still not sure"]
    assert doubt.content[0].of(article.text).startswith("whether the armed resistance put up by the Taliban")
    (forecast,) = [one for one in found if one.kind == "forecast"]
    assert forecast.due is not None
    assert (forecast.due.span.of(article.text), forecast.due.vague, forecast.due.end) == ("the coming months", True, None)


def test_years(text: str) -> None:
    """ "in 2011" and "in 2014" are those years."""
    found = {time.span.of(text): time.value for time in dateline.find_times(text, published=date(2021, 11, 23))}
    assert (found["2011"], found["2014"]) == ("2011", "2014")
