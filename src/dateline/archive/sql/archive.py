"""The archive put together from what it can do."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dateline.archive.sql.dues import Dues
from dateline.archive.sql.finding import Finding
from dateline.archive.sql.holdings import Holdings
from dateline.archive.sql.intake import Intake
from dateline.archive.sql.marginalia import Marginalia
from dateline.archive.sql.upkeep import Upkeep

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from dateline.archive.engine.database import Database


class SqlArchive(Intake, Holdings, Finding, Marginalia, Dues, Upkeep):
    """`Archive` on an open database, which it closes. `clock` gives the time of adding, `seconds` those that go by."""

    def __init__(
        self,
        database: Database,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(database, clock, seconds)

    @property
    def name(self) -> str:
        """See `Archive.name`."""
        return self._database.name

    def close(self) -> None:
        """See `Archive.close`."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
