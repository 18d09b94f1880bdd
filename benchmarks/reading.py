"""Reading, measured: `make bench` writes docs/benchmarks.md and docs/reliability.svg.

    python -m benchmarks.reading                 # everything (about 25 minutes on two cores)
    python -m benchmarks.reading speed           # only some parts: quality, speed, memory, reliability, statements

Dateline's figures are cross-validated (training/crossval.py); the peers' are theirs on the same pages by the same scorer.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
from pathlib import Path
from typing import Any

from training import crossval, sets

from . import peers, reliability, speed, statements

DOCS = Path(__file__).resolve().parent.parent / "docs"
# What each part found last is kept, so that one part can be measured anew.
RESULTS = Path(__file__).resolve().parent / "results.json"

COLUMNS = (
    "shingle_f1",
    "paragraph_f1",
    "word_f1.article",
    "word_f1",
    "must",
    "headline_ok",
    "authors_f1",
    "authors_exact",
    "day",
    "instant",
    "no_day",
)
# newspaper4k takes a quarter of a second a page: it is run on the news sets only.
PEER_SETS: dict[str, tuple[str, ...]] = {
    "trafilatura": crossval.MEASURED["html"],
    "resiliparse": ("fundus_dev", "newsroom_dev", "wcxb_dev", "trafilatura_eval", "readability"),
    "htmldate": ("fundus_dev", "trafilatura_eval", "htmldate_dev"),
    "newspaper4k": ("fundus_dev", "newsroom_dev"),
}

Results = dict[str, Any]


def quality() -> Results:
    """The scorer's means of Dateline's reading, by form and set."""
    return {
        f"{form} {name} dateline": crossval.summary(crossval.measure(name, form))
        for form, names in crossval.MEASURED.items()
        for name in names
    }


def peer_quality() -> Results:
    """The same of the peers, and of taking everything."""
    found: Results = {}
    judge = crossval.judge()
    for peer in peers.installed():
        for name in PEER_SETS[peer]:
            means = judge.summary(judge.score(sets.GOLD / f"{name}.parquet", peer, "html"))
            found[f"html {name} {peer}"] = {key: round(value, 4) for key, value in means.items() if not key.startswith("ms")}
    for form in ("clip", "wet"):
        for name in crossval.MEASURED[form]:
            means = judge.summary(judge.score(sets.GOLD / f"{name}.parquet", "everything", form))
            found[f"{form} {name} taking everything"] = {
                key: round(value, 4) for key, value in means.items() if not key.startswith("ms")
            }
    return found


def timing() -> Results:
    """Times of a page, by reader and by stage."""
    spent = speed.against_peers([name for name in peers.installed() if name in ("trafilatura", "resiliparse")])
    by_reader = {}
    for name, each in spent.items():
        ranked = sorted(each)
        by_reader[name] = {
            "mean": statistics.mean(each),
            "median": statistics.median(each),
            "p99": ranked[int(len(ranked) * 0.99)],
        }
    return {"readers": by_reader, "stages": speed.stages()}


def calibration() -> Results:
    """Reliability tables by field; the plot is written beside them."""
    values = reliability.said()
    (DOCS / "reliability.svg").write_text(reliability.plot(values))
    return {field: reliability.table(values, field) for field in reliability.FIELDS}


PARTS = {
    "quality": quality,
    "peers": peer_quality,
    "speed": timing,
    "memory": lambda: {"peaks": speed.memory()},
    "reliability": calibration,
    "statements": statements.measure,
}


def written(results: Results, versions: dict[str, str]) -> str:
    """docs/benchmarks.md, but for the notes that are kept by hand in docs/benchmarks-notes.md."""
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; do not edit. Dateline's figures are **cross-validated**: each page is read by models that never saw",
        "its registrable domain. The peers' are theirs on the same pages by the same scorer. Times are of one process on one core of",
        f"a shared {platform.machine()} machine and mean little alone: read the ratios, which come from one run.",
        "",
        "Peers: " + ", ".join(f"{name} {version}" for name, version in versions.items()) + ".",
        "",
        "## Quality",
        "",
        "| form | set | reader | " + " | ".join(COLUMNS) + " |",
        "| --- | --- | --- |" + " --- |" * len(COLUMNS),
    ]
    for key, means in sorted((results.get("quality", {}) | results.get("peers", {})).items()):
        form, name, reader = key.split(" ", 2)
        lines.append(
            f"| {form} | {name} | {reader} | " + " | ".join(f"{means[c]:.3f}" if c in means else "" for c in COLUMNS) + " |"
        )
    types = results.get("quality", {}).get("html wcxb_dev dateline", {})
    if types:
        lines += [
            "",
            "wcxb_dev by page type, word F1: "
            + ", ".join(f"{k.split('.')[1]} {v:.3f}" for k, v in types.items() if "word_f1." in k)
            + ".",
        ]
        lines += [f"Page kind right (wcxb_dev): {types['kind_ok']:.3f}."]
    if "speed" in results:
        lines += [
            "",
            "## Time a page (fundus_dev, milliseconds)",
            "",
            "| reader | mean | median | p99 | mean against Dateline's |",
            "| --- | --- | --- | --- | --- |",
        ]
        own = results["speed"]["readers"]["dateline"]["mean"]
        for name, row in results["speed"]["readers"].items():
            lines.append(f"| {name} | {row['mean']:.2f} | {row['median']:.2f} | {row['p99']:.2f} | {row['mean'] / own:.2f}× |")
        lines += [
            "",
            "Where Dateline's time goes (each line with the stages it needs done before):",
            "",
            "| stage | mean |",
            "| --- | --- |",
        ]
        lines += [f"| {name} | {value:.2f} |" for name, value in results["speed"]["stages"].items()]
    if "memory" in results:
        lines += [
            "",
            "## Memory",
            "",
            "Peak resident memory while reading: "
            + ", ".join(f"{mb:.0f} MB after {n:,} pages" for n, mb in results["memory"]["peaks"])
            + ".",
        ]
    if "reliability" in results:
        lines += [
            "",
            "## Confidence",
            "",
            "![Share of values right against their confidence](reliability.svg)",
            "",
            "| field | confidence | values | mean confidence | right |",
            "| --- | --- | --- | --- | --- |",
        ]
        for field, rows in results["reliability"].items():
            lines += [
                f"| {field} | {low:.2f}–{high:.2f} | {count} | {mean:.3f} | {right:.3f} |"
                for low, high, count, mean, right in rows
            ]
    if "statements" in results:
        lines += statements.written(results["statements"])
    notes = DOCS / "benchmarks-notes.md"
    return "\n".join(lines) + "\n" + ("\n" + notes.read_text() if notes.is_file() else "")


def main() -> None:
    """Measure the parts asked for and write the page from all that is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", help="of: " + ", ".join(PARTS))
    args = parser.parse_args()
    results: Results = json.loads(RESULTS.read_text()) if RESULTS.is_file() else {}
    for part in args.parts or PARTS:
        results[part] = PARTS[part]()
        RESULTS.write_text(json.dumps(results, indent=1) + "\n")
    page = written(results, peers.installed())
    (DOCS / "benchmarks.md").write_text(page)
    print(page)


if __name__ == "__main__":
    main()
