"""The engine on Ray Data (extra `ray`), and the kernel for a user's own pipeline."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from dateline.bulk.kernel import Kernel
from dateline.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pyarrow as pa
    from ray.data import Dataset

    from dateline.bulk.running import T

# A task whose worker dies is tried so many times more.
_RETRIES = 3


def read_captures(captures: Dataset, kernel: Kernel | None = None) -> Dataset:
    """Records from a dataset of captures, a row for each: for a user's own pipeline. Columns as for `spark.read_captures`."""
    wanted = kernel or Kernel()

    def records(table: pa.Table) -> pa.Table:
        import pyarrow as pa

        from dateline.bulk.outcomes import schema

        return pa.Table.from_batches(wanted.records(table.to_batches()), schema=schema())

    return captures.map_batches(records, batch_format="pyarrow", batch_size=64, zero_copy_batch=True)


class Ray:
    """Runs each task as one of Ray Data: of the cluster at `address`, of that which the process is connected to, or a new local one."""

    def __init__(self, address: str | None = None) -> None:
        self._address = address

    def __call__(self, work: Callable[[T], str], tasks: list[T]) -> Iterator[str]:
        """See `running.Engine`."""
        try:
            import ray
        except ImportError as error:
            raise SourceError("Ray is not installed: pip install 'dateline[ray]'") from error
        if not ray.is_initialized():
            ray.init(address=self._address, include_dashboard=False, log_to_driver=False)

        def one_by_one(table: pa.Table) -> pa.Table:
            import pyarrow as pa

            return pa.table({"id": [work(pickle.loads(one)) for one in table.column("task").to_pylist()]})  # noqa: S301 - from the driver

        rows = ray.data.from_items([{"task": pickle.dumps(task)} for task in tasks], override_num_blocks=len(tasks))
        done = rows.map_batches(one_by_one, batch_format="pyarrow", batch_size=1, num_cpus=1, max_retries=_RETRIES)
        try:
            for row in done.iter_rows():
                yield row["id"]
        except ray.exceptions.RayError as error:
            raise SourceError(f"Ray gave up a task; what is done stays, and running again goes on: {error}") from error
