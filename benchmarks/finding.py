"""Searching beside bare FTS5: queries of two words within a range of days, drawn so that hits spread log-uniformly."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from dateline import open_archive
from dateline.archive import Archive

from .adding import ARCHIVE
from .bare import Asked, Bare
from .corpus import BODY_WORDS, HEADLINE_WORDS, VOCABULARY, Corpus

QUERIES = 300
LARGE = 30
MOST = 20_000
_DAYS = 3_650
_DAY = 86_400
_FIRST_DAY = 16_436 * _DAY  # 2015-01-01
_RARE = 3_000  # the words of a query are among the most frequent ones: rarer pairs find nothing


def queries(corpus: Corpus, records: int, *, least: float, most: float, count: int, seed: int = 7) -> list[Asked]:
    """Queries that are expected to find between `least` and `most` records, log-uniformly.

    Two words are drawn log-uniformly by rank; the range of days is as wide as leaves the number wanted, and wherever it fits. Pairs that
    find too few in all ten years are drawn again.
    """
    random = np.random.default_rng(seed)
    has = 1 - (1 - corpus.shares) ** (BODY_WORDS + HEADLINE_WORDS)
    made: list[Asked] = []
    while len(made) < count:
        target = least * (most / least) ** random.random()
        one, other = (int(rank) for rank in np.minimum(_RARE ** random.random(2), VOCABULARY - 1))
        expected = records * has[one] * has[other]
        days = round(_DAYS * target / expected)
        if one == other or not 1 <= days <= _DAYS:
            continue
        first = _FIRST_DAY + int(random.integers(0, _DAYS - days + 1)) * _DAY
        made.append(Asked((corpus.words[one], corpus.words[other]), first, first + days * _DAY - 1))
    return made


def measure(folder: Path, records: int, count: int = QUERIES) -> dict[str, Any]:
    """Time `search` (twenty hits with snippets, and the total), `facets`, and the bare query; each query once, in turn."""
    corpus = Corpus()
    bare = Bare(folder)
    with open_archive(folder / ARCHIVE) as archive:
        asked = queries(corpus, records, least=1, most=min(MOST, records / 5), count=count)
        figures = _figures(archive, bare, asked)
        large = queries(corpus, records, least=min(MOST, records / 5), most=records / 2, count=LARGE, seed=8)
        figures["large"] = _figures(archive, bare, large)
    bare.close()
    return figures


def _figures(archive: Archive, bare: Bare, asked: Sequence[Asked]) -> dict[str, Any]:
    times: dict[str, list[float]] = {name: [] for name in ("search", "facets", "bare", "folded")}
    spent: dict[str, list[float]] = {name: [] for name in times}  # by the processor's clock
    hits: list[int] = []
    for each in asked:
        from_, to = _day(each.first), _day(each.last)
        words = " ".join(each.words)
        calls: dict[str, Callable[[], object]] = {
            "bare": lambda each=each: bare.search(each),  # type: ignore[misc]
            "search": lambda words=words, from_=from_, to=to: archive.search(words, from_=from_, to=to),  # type: ignore[misc]
            "facets": lambda words=words, from_=from_, to=to: archive.facets(words, from_=from_, to=to),  # type: ignore[misc]
            "folded": lambda words=words, from_=from_, to=to: archive.search(words, from_=from_, to=to, fold_copies=True),  # type: ignore[misc]
        }
        for name, call in calls.items():
            start, cpu = time.perf_counter(), time.process_time()
            call()
            spent[name].append((time.process_time() - cpu) * 1e3)
            times[name].append((time.perf_counter() - start) * 1e3)
        found, total = bare.search(each), archive.search(words, limit=0, from_=from_, to=to).total
        if found != total:
            raise AssertionError(f"{each}: bare FTS5 finds {found}, the archive {total}")
        hits.append(total)
    figures: dict[str, Any] = {f"{name}_{q}": _quantile(each, q) for name, each in times.items() for q in (50, 95)}
    figures |= {f"cpu_{name}_{q}": _quantile(each, q) for name, each in spent.items() for q in (50, 95)}
    for kind, measured in (("", times), ("cpu_", spent)):
        figures[f"{kind}ratio_95"] = figures[f"{kind}search_95"] / figures[f"{kind}bare_95"]
        figures[f"{kind}ratio_mean"] = statistics.mean(measured["search"]) / statistics.mean(measured["bare"])
    figures["queries"] = len(asked)
    figures["hits"] = [_quantile([float(n) for n in hits], q) for q in (0, 25, 50, 75, 100)]
    return figures


def _quantile(values: Sequence[float], percent: int) -> float:
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, len(ranked) * percent // 100)]


def _day(second: int) -> str:
    return str((datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=second)).date())
