"""The page of figures of the archive: docs/benchmarks-archive.md."""

from __future__ import annotations

import platform
import sqlite3
from typing import Any

Results = dict[str, Any]


def written(results: Results) -> str:
    """The page, from all that was measured."""
    lines = [
        "# Benchmarks of the archive",
        "",
        "Written by `make bench-archive`; do not edit. Records are made up, with the word statistics that `benchmarks/corpus.py` states: 400-word",
        "bodies, words by Zipf's law, one record in fifty a copy of another. Bare FTS5 is the same texts in a table of SQLite's own, with the",
        "same demands on the disk, added to and searched in turn with the archive. Times are of one process on an",
        f"{platform.machine()} machine with two cores (SQLite {sqlite3.sqlite_version}) that others use too: read the ratios, which come from one run, and the",
        "times by the processor's clock, which leave out what others took, but not the disk's.",
    ]
    lines += _adding(results) + _search(results) + _memory(results) + _crowds(results)
    return "\n".join(lines) + "\n"


def _of(results: Results, part: str) -> list[tuple[int, Any]]:
    """What was measured of a part, by number of records."""
    return sorted((int(name.split()[1]), found) for name, found in results.items() if name.split()[0] == part)


def _adding(results: Results) -> list[str]:
    lines = [
        "",
        "## Adding",
        "",
        "The last tenth is added in turn to the archive that holds the nine before and to a new one.",
        "",
        "| records | archive, a second | bare FTS5 | ratio (wanted ≥ 0.45) | last tenth to first (≥ 0.80) | bare FTS5's | bytes a record | bare FTS5's |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for records, found in _of(results, "adding"):
        kinds = {"": "by the clock", "cpu_": "by processor time"}
        lines += [_rates(f"{records:,} {name}", found, kind) for kind, name in kinds.items() if f"{kind}rate" in found]
    if found := results.get("reading"):
        reading, storing = f"reading {found['reading_ms']:.1f} ms a page", f"storing {found['storing_ms']:.1f} ms"
        share = f"storage is {found['share']:.0%} of the time (wanted ≤ 40 %)"
        lines += ["", f"From HTML (fundus_dev, {found['pages']} pages): {reading}, {storing}; {share}."]
    return lines


def _search(results: Results) -> list[str]:
    lines = [
        "",
        "## Search",
        "",
        "Two words within a range of days, drawn so that hits spread log-uniformly from 1 to 20,000 (to a fifth of a smaller archive). A search gives",
        "twenty hits with snippets and the total; bare FTS5 the total and twenty headlines. Milliseconds; each query once, in turn.",
        "",
        "| records | hits (quartiles) | search p50 | p95 (≤ 50) | bare p50 | bare p95 | ratio at p95 (≤ 1.5) | ratio of means | facets p95 (≤ 150) | folded p95 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for records, measured in _of(results, "search"):
        for found in (measured, measured["large"]):
            hits = ", ".join(f"{n:,.0f}" for n in found["hits"])
            lines += [_times(f"{records:,} by the clock | {hits}", found, ""), _times("by processor time |", found, "cpu_")]
    return lines


def _memory(results: Results) -> list[str]:
    lines = ["", "## Memory", ""]
    for records, found in _of(results, "adding"):
        lines.append(
            f"- Adding {records:,} records: peak {found['peak_mb_after_tenth']:.0f} MB after a tenth, {found['peak_mb']:.0f} MB after nine (with the corpus generator's own)."
        )
    for records, found in _of(results, "memory"):
        lines.append(
            f"- Exporting JSONL: peak {found['export_mb_tenth']:.0f} MB of {records // 10:,} records, {found['export_mb_all']:.0f} MB of {records:,}."
        )
    return lines


def _crowds(results: Results) -> list[str]:
    lines = ["", "## Many programs at once", ""]
    lines += [_crowd(name, results[f"crowd {name}"]) for name in ("SQLite", "PostgreSQL") if f"crowd {name}" in results]
    return lines


def _crowd(name: str, found: Any) -> str:
    return (
        f"- {found['adders']} programs adding and {found['searchers']} searching for {found['seconds']:.0f} s on one archive in {name}: "
        f"{found['added']:,} records and {found['searched']:,} searches; none failed, nothing was lost, nothing is there twice, `check` is clean."
    )


def _rates(name: str, found: Any, kind: str) -> str:
    rate, bare, ratio, kept, bare_kept = (
        found[f"{kind}{figure}"] for figure in ("rate", "bare_rate", "ratio", "last_to_first", "bare_last_to_first")
    )
    return f"| {name} | {rate:,.0f} | {bare:,.0f} | {ratio:.2f} | {kept:.2f} | {bare_kept:.2f} | {found['bytes']:,.0f} | {found['bare_bytes']:,.0f} |"


def _times(name: str, found: Any, kind: str) -> str:
    figures = ("search_50", "search_95", "bare_50", "bare_95", "facets_95", "folded_95")
    search, search_95, bare, bare_95, facets, folded = (f"{found[kind + figure]:.1f}" for figure in figures)
    ratio, mean = found[f"{kind}ratio_95"], found[f"{kind}ratio_mean"]
    return f"| {name} | {search} | {search_95} | {bare} | {bare_95} | {ratio:.2f} | {mean:.2f} | {facets} | {folded} |"
