"""Copies over an output: the groups that an archive finds on the same input, versions and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner
from pyarrow import parquet
from tests.tools.crawl import write_wires

from dateline import open_archive
from dateline.bulk import GROUPS, Local, Work, find_copies, run
from dateline.cli import cli

if TYPE_CHECKING:
    from pathlib import Path


def test_groups_are_those_of_the_archive(tmp_path: Path) -> None:
    """Every article has the same copies in the output as in an archive of the same files."""
    files = write_wires(tmp_path, 60)
    out = str(tmp_path / "out")
    run(Work(out=out, by="outlet"), files, engine=Local(2))
    count = find_copies(out, engine=Local(2))
    family = {row["uri"]: row["family"] for row in parquet.read_table(f"{out}/{GROUPS}").to_pylist()}
    assert count == len(set(family.values())) > 10

    result = CliRunner().invoke(cli, ["add", "--archive", str(tmp_path / "a"), *files])
    assert result.exit_code == 0, result.output
    with open_archive(str(tmp_path / "a")) as archive:
        kept = {article.uri: {copy.id for copy in archive.copies(article.uri)} for article in archive.articles()}
    found = {uri: {other for other in family if uri in family and family[other] == family[uri]} or {uri} for uri in kept}
    assert found == {uri: copies or {uri} for uri, copies in kept.items()}


def test_nothing_has_no_copies(tmp_path: Path) -> None:
    """An output without rows has a table of groups without rows."""
    out = str(tmp_path / "out")
    run(Work(out=out), [], engine=Local(1))
    assert find_copies(out, engine=Local(1)) == 0
    assert parquet.read_table(f"{out}/{GROUPS}").num_rows == 0
