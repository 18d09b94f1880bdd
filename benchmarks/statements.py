"""Times and statements, measured beside the peers that install; a part of `make bench`.

The peers look for times only: nobody else gives statements that fall due. Each is told the publish date where it takes one.
"""

from __future__ import annotations

import importlib
import logging
import warnings
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, NamedTuple

import dateline
from training import statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

# The peers by name: what is imported, and what the package is called.
PACKAGES = {
    "dateparser.search": ("dateparser.search", "dateparser"),
    "Microsoft Recognizers": ("recognizers_date_time", "recognizers-text-date-time"),
    "parsedatetime": ("parsedatetime", "parsedatetime"),
}
# The quick ones read every text, the others the first of them: Recognizers takes about a second a text.
_SLOW = {"dateparser.search": 60, "Microsoft Recognizers": 40}
TIMES = ("relaxed_f1", "strict_f1", "value_f1", "words_per_s")
PLEDGES = ("p", "r", "f1", "due_accuracy", "due_from_accuracy", "kind_accuracy", "speaker_accuracy", "hedge_accuracy")
# Peers that are no Python packages, or want more than they are worth here: figures of ../shared/gold/PEERS.md, on 40 texts.
ELSEWHERE = {
    "HeidelTime (PEERS.md)": (0.934, 0.832, 0.797, 61),
    "chrono-node (PEERS.md)": (0.749, 0.483, 0.506, None),
    "timexy (PEERS.md)": (0.231, 0.133, 0.133, 38_000),
}


class _Place(NamedTuple):
    start: int
    end: int


class _Time(NamedTuple):
    """What the scorer looks at."""

    span: _Place
    value: str | None


def _dateparser(text: str, published: date | None) -> Iterator[_Time]:
    from datetime import datetime, time

    from dateparser.search import search_dates

    settings: dict[str, Any] = {"RELATIVE_BASE": datetime.combine(published, time())} if published else {}
    place = 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            yield _Time(_Place(start, place), moment.date().isoformat())


def _recognizers(text: str, published: date | None) -> Iterator[_Time]:
    from datetime import datetime, time

    from recognizers_date_time import recognize_datetime

    reference = datetime.combine(published, time()) if published else None
    for found in recognize_datetime(text, "en-us", reference=reference):
        values = (found.resolution or {}).get("values") or [{}]
        # Of a past and a coming day the past one comes first, which is what news means more often.
        yield _Time(_Place(found.start, found.end + 1), _resolved(values[0]))


def _resolved(value: dict[str, str]) -> str | None:
    """The TIMEX3 value of a meaning: its own, with the year that it was resolved to."""
    timex = value.get("timex", "")
    if not timex.startswith("XXXX"):
        return timex
    day = value.get("value") or value.get("start") or value.get("end")
    return day and day[: len("2021-11") if len(timex) == len("XXXX-11") else len("2021-11-23")]


def _parsedatetime(text: str, published: date | None) -> Iterator[_Time]:
    import parsedatetime

    source = (published.timetuple()) if published else None
    for moment, _, start, end, _ in parsedatetime.Calendar().nlp(text, sourceTime=source) or ():
        yield _Time(_Place(start, end), moment.date().isoformat())


_FINDERS: dict[str, Callable[[str, Any], Iterator[_Time]]] = {
    "dateparser.search": _dateparser,
    "Microsoft Recognizers": _recognizers,
    "parsedatetime": _parsedatetime,
}


def installed() -> dict[str, str]:
    """The peers that are here, with their versions."""
    found = {}
    for name, (module, package) in PACKAGES.items():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                importlib.import_module(module)
            found[name] = version(package)
        except (ImportError, PackageNotFoundError):
            continue
    return found


def measure() -> dict[str, Any]:
    """The scorer's figures: times by reader, attributions and dated statements of Dateline's own."""
    judge = statements.judge()
    logging.getLogger("parsedatetime").setLevel(logging.CRITICAL)
    texts = statements.texts("times_dev")
    times: dict[str, Any] = {"dateline": {"texts": len(texts), **judge.score_times(texts, dateline.find_times)}}
    for name in installed():
        find = _FINDERS[name]
        some = texts[: _SLOW.get(name, len(texts))]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            times[name] = {
                "texts": len(some),
                **judge.score_times(some, lambda text, *, published, find=find: find(text, published)),
            }
    return {
        "peers": installed(),
        "times": {name: {key: round(value, 4) for key, value in figures.items()} for name, figures in times.items()},
        "quotes": statements.measure("quotes_dev"),
        "pledges": statements.measure("pledges_dev"),
    }


def written(results: dict[str, Any]) -> list[str]:
    """The lines of the page."""
    lines = [
        "",
        "## Times in prose (times_dev)",
        "",
        "Looked at for errors, never trained on. "
        + ", ".join(f"{name} {number}" for name, number in results["peers"].items())
        + " ran here.",
        "",
        "| reader | texts | relaxed F1 | strict F1 | value F1 | words a second |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, row in results["times"].items():
        figures = " | ".join(f"{row[key]:,.0f}" if key == "words_per_s" else f"{row[key]:.3f}" for key in TIMES)
        lines.append(f"| {name} | {row['texts']:.0f} | {figures} |")
    for name, (relaxed, strict, value, speed) in ELSEWHERE.items():
        lines.append(f"| {name} | 40 | {relaxed:.3f} | {strict:.3f} | {value:.3f} | {f'{speed:,}' if speed else ''} |")
    lines += [
        "",
        "## What is said (quotes_dev)",
        "",
        "| reader | content characters F1 | end to end F1 | recall where quoted | speaker |",
        "| --- | --- | --- | --- | --- |",
        "| dateline | "
        + " | ".join(
            f"{results['quotes'][key]:.3f}" for key in ("content_char_f1", "e2e_f1", "quoted_recall", "speaker_accuracy")
        )
        + " |",
        "| CRF over spaCy features (PEERS.md) | 0.820 | 0.530 | 0.690 | 0.850 |",
        "| dependency rules over spaCy (PEERS.md) | 0.700 | 0.440 | 0.550 | 0.830 |",
        "| textacy (PEERS.md) | 0.420 | 0.230 | 0.510 | 0.910 |",
        "",
        "## What falls due (pledges_dev)",
        "",
        "Nobody else gives it; two people who label the same texts agree at F1 .82.",
        "",
        "| reader | " + " | ".join(PLEDGES) + " |",
        "| --- |" + " --- |" * len(PLEDGES),
        "| dateline | " + " | ".join(f"{results['pledges'][key]:.3f}" for key in PLEDGES) + " |",
    ]
    return lines
