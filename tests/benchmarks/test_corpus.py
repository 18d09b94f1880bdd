"""The generated corpus of the archive's benchmarks is what it says it is."""

from __future__ import annotations

from collections import Counter

import pytest
from benchmarks.corpus import BLOCK, BODY_WORDS, COPY_EVERY, SHIFT, Corpus
from benchmarks.finding import queries

from dateline.archive.tokens import words
from dateline.records import Article, Capture
from dateline.stories import confirmed


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The corpus."""
    return Corpus()


@pytest.fixture(scope="module")
def block(corpus: Corpus) -> list[tuple[Capture, Article]]:
    """Its first records."""
    return corpus.block(0)


def body(article: Article) -> list[str]:
    """The words of a body."""
    return [word for paragraph in article.body for word in words(paragraph.text)]


def test_the_same_for_the_same_number(corpus: Corpus, block: list[tuple[Capture, Article]]) -> None:
    """A block is made alike whenever it is made, and another block is another."""
    assert corpus.block(0)[7] == block[7]
    assert corpus.block(1)[7][1].text != block[7][1].text


def test_records_hold(block: list[tuple[Capture, Article]]) -> None:
    """Spans are where they say, bodies have the words that are stated, and every record has an address of its own."""
    for capture, article in block[:50]:
        assert article.capture == capture.sha256
        assert len(body(article)) == BODY_WORDS
        assert all(paragraph.span.of(article.text) == paragraph.text for paragraph in article.body)
        assert all(each.span is not None and each.span.of(article.text) == each.raw for each in article.evidence)
    assert len({article.uri for _, article in block}) == BLOCK


def test_words_are_drawn_by_their_shares(corpus: Corpus, block: list[tuple[Capture, Article]]) -> None:
    """The shares of frequent words are those of Zipf's law, within what chance allows for 400,000 words."""
    counted = Counter(word for _, article in block for word in body(article))
    assert corpus.shares[0] / corpus.shares[9] == pytest.approx((10 + SHIFT) / (1 + SHIFT))
    for rank in (0, 9, 99):
        assert counted[corpus.words[rank]] / counted.total() == pytest.approx(corpus.shares[rank], rel=0.1)


def test_one_in_fifty_is_a_copy(block: list[tuple[Capture, Article]]) -> None:
    """It has the body of an earlier record but for a few words, at another outlet."""
    copy, first = block[COPY_EVERY - 1][1], block[COPY_EVERY - 1 - COPY_EVERY // 2][1]
    assert copy.outlet != first.outlet
    assert confirmed(body(copy), body(first), same_outlet=False)
    assert not confirmed(body(block[0][1]), body(first), same_outlet=False)


def test_queries_find_about_as_many_as_they_are_drawn_for(corpus: Corpus, block: list[tuple[Capture, Article]]) -> None:
    """Both words are in the corpus, and ranges of days are whole days within the ten years."""
    asked = queries(corpus, 100_000, least=1, most=20_000, count=50)
    assert len(asked) == 50
    assert all((each.last + 1 - each.first) % 86_400 == 0 for each in asked)
    found = [
        sum(set(each.words) <= bag for bag in ({*body(article), *words(article.headline or "")} for _, article in block[:300]))
        for each in asked[:5]
    ]
    assert any(found)
