"""Copies over an output: the groups that an archive finds on the same input, versions and all."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from click.testing import CliRunner
from pyarrow import parquet
from tests.tools.crawl import page
from tests.tools.warcs import http, packed, record

from dateline import open_archive
from dateline.bulk import GROUPS, Local, Work, find_copies, run
from dateline.cli import cli

if TYPE_CHECKING:
    from pathlib import Path


def write_wires(folder: Path, stories: int) -> list[str]:
    """WARC files in which a third of the stories are copied by other outlets, some cut, and some changed by a later capture."""
    draw = random.Random(8)
    records = []
    for number in range(stories):
        url, body = page(number)
        records.append(record(http(body), url=url))
        for copy in range(draw.choice([0, 0, 1, 3])):
            lines = body.split(b"\n")
            if draw.random() < 0.5 and len(lines) > 4:
                del lines[draw.randrange(1, len(lines) - 1)]
            records.append(record(http(b"\n".join(lines)), url=f"https://mirror-{copy}.example/{number}"))
        if number % 5 == 0:  # another text in its place, later
            records.append(record(http(page(10_000 + number)[1]), url=url, date="2024-06-01T00:00:00Z"))
    draw.shuffle(records)
    paths = []
    for at in range(3):
        path = folder / f"wires-{at}.warc.gz"
        path.write_bytes(packed(*records[at::3]))
        paths.append(str(path))
    return paths


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
