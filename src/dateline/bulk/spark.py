"""The engine on Spark (extra `spark`), and the kernel for a user's own Spark job."""

from __future__ import annotations

import os
import pickle
import sys
from typing import TYPE_CHECKING

from dateline.bulk.kernel import Kernel
from dateline.errors import SourceError

# How much of Spark's message is told: it has the traces of Java and of the worker.
_TOLD = 2_000

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

    from dateline.bulk.running import T


def read_captures(captures: DataFrame, kernel: Kernel | None = None) -> DataFrame:
    """Records from a data frame of captures, a row for each: for a user's own job.

    The columns are those of `bulk.capture_schema`, or any that docs/sources.md lists; those that come out, of
    `bulk.record_schema`. Each partition is read by one Python worker.
    """
    from pyspark.sql.pandas.types import from_arrow_schema

    from dateline.bulk.outcomes import schema

    wanted = kernel or Kernel()

    def records(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return wanted.records(batches)

    return captures.mapInArrow(records, from_arrow_schema(schema()))


class Spark:
    """Runs each task as one of a Spark job: one of `master`, or of the session that there is (`spark-submit`, a notebook)."""

    def __init__(self, master: str | None = None) -> None:
        self._master = master

    def __call__(self, work: Callable[[T], str], tasks: list[T]) -> Iterator[str]:
        """See `running.Engine`. Spark tries a task again whose worker died (`spark.task.maxFailures`)."""

        def one_by_one(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            import pyarrow as pa

            for batch in batches:
                for pickled in batch.column(1).to_pylist():
                    yield pa.RecordBatch.from_pydict({"id": [work(pickle.loads(pickled))]})  # noqa: S301 - from the driver

        session = self._session()
        rows = [(number, pickle.dumps(task)) for number, task in enumerate(tasks)]
        frame = session.createDataFrame(rows, "number long, task binary").repartitionByRange(len(rows), "number")
        try:
            done = frame.mapInArrow(one_by_one, "id string").collect()
        except Exception as error:
            from pyspark.errors import PySparkException

            if not isinstance(error, PySparkException):
                raise
            raise SourceError(
                f"Spark gave up a task; what is done stays, and running again goes on: {str(error)[:_TOLD]}"
            ) from error
        yield from (row.id for row in done)

    def _session(self) -> SparkSession:
        try:
            from pyspark.sql import SparkSession
        except ImportError as error:
            raise SourceError("PySpark is not installed: pip install 'dateline[spark]'") from error
        if (self._master or "").startswith("local"):  # workers of this machine have what this process has
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.appName("dateline bulk")
        return (builder.master(self._master) if self._master else builder).getOrCreate()
