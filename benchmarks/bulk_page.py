"""What was measured of bulk reading, in words: docs/benchmarks-bulk.md, and the sheet of costs in docs/bulk.md."""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parent.parent / "docs"
RESULTS = Path(__file__).resolve().parent / "bulk.json"

Figures = dict[str, Any]

# Where the sheet stands in docs/bulk.md.
_BEGIN, _END = "<!-- costs: written by `make bench-bulk` -->", "<!-- end of costs -->"

# Assumed, and said to be so on the page. Files and captures are of the order that the lists of CC-NEWS show; prices of a general-purpose
# machine's core for an hour, in USD.
MONTH_FILES, ALL_FILES = 450, 50_000
CAPTURES_OF_A_FILE = 22_000
ON_DEMAND, SPOT = 0.04, 0.015
CORES = 64


def kept() -> Figures:
    """The figures of the last run."""
    found: Figures = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    return found


def keep(results: Figures) -> None:
    """Keep the figures, and write both pages."""
    RESULTS.write_text(json.dumps(results, indent=1) + "\n")
    (DOCS / "benchmarks-bulk.md").write_text(written(results))
    page = DOCS / "bulk.md"
    page.write_text(with_costs(page.read_text(), results))


def with_costs(page: str, results: Figures) -> str:
    """The page with the sheet of costs in its place."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}\n{costs(results)}{_END}{after}"


def costs(results: Figures) -> str:
    """Core-hours and money for a month of CC-NEWS and for all of it, at the rate that real pages were read at."""
    rate = results["peers"]["dateline"]
    month, everything = (files * CAPTURES_OF_A_FILE for files in (MONTH_FILES, ALL_FILES))
    hours = [captures / rate / 3600 for captures in (month, everything)]
    rows: list[tuple[str, list[str]]] = [
        ("WARC files, about 1 GB each (assumed)", [f"{MONTH_FILES:,}", f"{ALL_FILES:,}"]),
        (f"captures, {CAPTURES_OF_A_FILE:,} a file (assumed)", [f"{each / 1e6:,.0f} million" for each in (month, everything)]),
        (f"core-hours at {rate:.0f} a second (measured)", [f"{each:,.0f}" for each in hours]),
        (f"at {ON_DEMAND} USD a core-hour, on demand (assumed)", [_money(each * ON_DEMAND) for each in hours]),
        (f"at {SPOT} USD a core-hour, spot (assumed)", [_money(each * SPOT) for each in hours]),
        (f"hours on {CORES} cores", [f"{each / CORES:,.0f}" if each > CORES else "1" for each in hours]),
    ]
    lines = ["| | a month of CC-NEWS | all of it |", "| --- | --- | --- |"]
    lines += [f"| {name} | {' | '.join(values)} |" for name, values in rows]
    return "\n".join(lines) + "\n"


def _money(value: float) -> str:
    return f"{value:,.2f} USD" if value < 10 else f"{value:,.0f} USD"


def written(results: Figures) -> str:
    """The page of figures."""
    lines = [
        "# Benchmarks of bulk reading",
        "",
        f"Written by `make bench-bulk` over {results['pages']:,} pages in 20 WARC files, made from templates, each part measured {results.get('rounds', 2)} times, in turn,",
        f"and its best kept; do not edit. Times are of a shared {platform.machine()} machine with two cores and mean little alone: read the ratios, which",
        "come from one run. Start-up (processes, models, the engine) is not in the rates; the seconds of processor time are those of all",
        "processes, the engine's own among them, and depend less on what else the machine does.",
        "",
        *_engines(results),
        "",
        *_peers(results["peers"]),
        "",
        *_memory(results.get("memory")),
    ]
    return "\n".join(lines) + "\n"


def _engines(results: Figures) -> list[str]:
    base, one, two = (results[part]["rate"] for part in ("alone", "local 1", "local 2"))
    rows = [
        ("source, kernel and Parquet alone, one process", "alone", "", ""),
        ("local, one process", "local 1", f"{one / base:.2f} of alone", "≥ 0.90"),
        ("local, two processes", "local 2", f"{two / one:.2f} of one", "≥ 1.70"),
        ("Spark, two cores", "spark 2", f"{results['spark 2']['rate'] / two:.2f} of local", "≥ 0.70"),
        ("Ray, two cores", "ray 2", f"{results['ray 2']['rate'] / two:.2f} of local", "≥ 0.70"),
    ]
    lines = [
        "| what | captures a second | processor seconds for 1,000 | start-up, s | ratio | wanted |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, part, ratio, wanted in rows:
        found = results[part]
        startup = f"{found['startup']:.1f}" if "startup" in found else ""
        lines.append(f"| {name} | {found['rate']:,.0f} | {1000 * found['processor']:.1f} | {startup} | {ratio} | {wanted} |")
    return lines


def _peers(found: Figures) -> list[str]:
    lines = [
        f"Readers over {found['pages']} real pages (of fundus_dev) in one WARC file, each going through the file by itself, pages a second of processor",
        "time, which is a second of one core:",
        "",
        f"- Dateline, all the way into Parquet: {found['dateline']:,.0f}; `read` alone: {found['dateline read']:,.0f}",
    ]
    for name, told in (("trafilatura", "trafilatura over fastwarc"), ("resiliparse", "Resiliparse's main text over fastwarc")):
        lines.append(f"- {told}: {found[name]:,.0f} (Dateline {_times(found['dateline'] / found[name])})")
    if fundus := found.get("fundus"):
        lines.append(
            f"- Fundus's way through CC-NEWS: {fundus['rate']:,.1f} (Dateline {_times(found['dateline'] / fundus['rate'])}), of the "
            f"{fundus['pages']} pages whose publishers it knows, {fundus['articles']} articles"
        )
    return lines


def _times(ratio: float) -> str:
    return f"{ratio:,.1f}×"


def _memory(found: Figures | None) -> list[str]:
    if not found:
        return ["The memory of a worker: not measured."]
    resident, part = found["resident"], found["of_a_part"]
    first, half, last = (f"{resident[at]:,.0f} MB" for at in (0, len(resident) // 2, -1))
    lines = [
        f"Memory of a worker over {found['pages']:,} pages, each another (`make bench-bulk MEMORY=1`): after the first {part:,} {first},"
    ]
    return [*lines, f"after half {half}, after all {last}, at most {max(resident):,.0f} MB."]
