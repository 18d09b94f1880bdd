"""An archive of each older form is brought to the present one, with all that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.archive.older import older

from dateline.archive import open_archive
from dateline.archive.schema import MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.archive.conftest import MakePage

URL = "https://news.example/quay"


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_from_an_older_form(tmp_path: Path, page: MakePage, version: int) -> None:
    """What it holds is found, sound, counted and can be corrected."""
    with open_archive(tmp_path / "made", create=True) as archive:
        archive.add(*page("The quay is shut.", headline="Quay", url=URL))
    older(tmp_path / "older", tmp_path / "made", version)
    with open_archive(tmp_path / "older") as archive:
        assert archive.search("quay").total == 1
        assert list(archive.check()) == []
        assert archive.outlets()[0].articles == 1
        archive.correct(URL, "headline", "Quay shut", by="Ada Fell")
        archive.annotate(URL, "Well.", by="Ada Fell")
        assert archive.search("headline:shut").total == 1
        assert archive.outlets()[0].found["headline"] == 1.0
        assert list(archive.check()) == []
