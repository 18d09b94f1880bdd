"""Measurements against the peers, side by side in one run; they write docs/benchmarks.md."""
