"""What became of a capture, and the row of the output that says so: the record's columns as in the Parquet export, and a few more."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from dateline import exchange
from dateline.exchange.text import without_surrogates
from dateline.records import Article, Capture

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

Kind = Literal["read", "not an article", "duplicate", "passed over", "failed"]
KINDS: tuple[Kind, ...] = ("read", "not an article", "duplicate", "passed over", "failed")

# The form of the columns beside the record's, in the file's metadata under this key.
SCHEMA_KEY = b"dateline.bulk"
SCHEMA_VERSION = 1

REPEATED = "the same bytes came from the same address before"

# What a site says in its answer about the use of a page: robots directives, and the TDM Reservation Protocol (W3C, 2024).
_ROBOTS, _TDM, _TDM_POLICY = "x-robots-tag", "tdm-reservation", "tdm-policy"


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one capture.

    `read` and `not an article` have an `article`; `duplicate` names the origin of the capture it is the same as; `passed over` is
    no page by its own account (an answer of 404, a picture), `failed` could not be read, both with the `reason`. `robots` and
    the two of `tdm` are opt-outs in the answer's headers.
    """

    outcome: Kind
    origin: str
    reason: str | None = None
    duplicate_of: str | None = None
    url: str | None = None
    capture: str | None = None
    captured_at: str | None = None
    robots: tuple[str, ...] = ()
    tdm_reservation: str | None = None
    tdm_policy: str | None = None
    article: Article | None = None


def of_capture(
    capture: Capture,
    kind: Kind,
    *,
    sha256: str,
    reason: str | None = None,
    duplicate_of: str | None = None,
    article: Article | None = None,
) -> Outcome:
    """The outcome of a capture, with what is known of it whatever became of it."""
    said = dict(reversed(capture.headers))  # the first of a name counts
    return Outcome(
        outcome=kind,
        origin=capture.origin or "",
        reason=reason,
        duplicate_of=duplicate_of,
        url=capture.url,
        capture=sha256,
        captured_at=None if capture.captured_at is None else msgspec.to_builtins(capture.captured_at),
        robots=tuple(value for name, value in capture.headers if name == _ROBOTS),
        tdm_reservation=said.get(_TDM),
        tdm_policy=said.get(_TDM_POLICY),
        article=article,
    )


def repeated(known: dict[str, Any], first: str) -> Outcome:
    """The outcome of a capture that is the same as an earlier one, by what is known of both: its row, and the origin of the first."""
    return Outcome(outcome="duplicate", reason=REPEATED, duplicate_of=first, **known)


@cache
def schema() -> pa.Schema:
    """The columns of the output: how it went, then those of the Parquet export, which are null where there is no record."""
    import pyarrow as pa

    text = pa.string()
    outcome = [
        pa.field("outcome", text, nullable=False),
        pa.field("origin", text, nullable=False),
        pa.field("reason", text),
        pa.field("duplicate_of", text),
        pa.field("robots", pa.list_(text)),
        pa.field("tdm_reservation", text),
        pa.field("tdm_policy", text),
    ]
    exported = exchange.parquet_schema()
    record = [field.with_nullable(True) for field in exported]
    metadata = {**exported.metadata, SCHEMA_KEY: str(SCHEMA_VERSION)}
    return pa.schema([*outcome, *record], metadata=metadata)


def batch(outcomes: Sequence[Outcome]) -> pa.RecordBatch:
    """Rows of the output."""
    import pyarrow as pa

    rows = [_row(each) for each in outcomes]
    try:
        return pa.RecordBatch.from_pylist(rows, schema=schema())
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([without_surrogates(row) for row in rows], schema=schema())


def _row(outcome: Outcome) -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(outcome, name) for name in Outcome.__struct_fields__ if name != "article"}
    return told if outcome.article is None else told | msgspec.to_builtins(outcome.article)
