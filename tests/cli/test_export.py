"""`export` and `cite`: what is in the archive, in the formats of others."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from dateline.exchange import FORMATS, STYLES, read_jsonl, read_parquet
from dateline.sources import read_warc

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Runner


@pytest.fixture
def archive(dateline_: Runner, pages: Path) -> Runner:
    """`dateline` with three pages in its archive."""
    dateline_("add", pages)
    return dateline_


def test_records_are_those_of_the_archive(archive: Runner) -> None:
    """By default every record is printed whole, as `show --json` prints it."""
    ran = archive("export")
    assert (ran.code, ran.err) == (0, "3 exported\n")
    for record in ran.objects:
        assert archive("show", str(record["uri"]), "--json").objects == [record]


def test_query_and_bounds_narrow(archive: Runner) -> None:
    """A query and bounds choose as `search` does."""
    assert [each["headline"] for each in archive("export", "crane").objects] == ["Council moves crane"]
    assert archive("export", "council", "--to", "2022").err == "0 exported\n"
    assert archive("export", "--outlet", "another.example").out == ""


@pytest.mark.parametrize("format_", FORMATS)
def test_formats(archive: Runner, tmp_path: Path, format_: str) -> None:
    """Each format writes what the library makes of the records, to a file that is there when it is whole."""
    path = tmp_path / f"out{FORMATS[format_].suffix}"
    ran = archive("export", "--format", format_, "-o", path)
    assert (ran.code, ran.out, ran.err) == (0, "", "3 exported\n")
    archive("export", "-o", tmp_path / "records.jsonl")
    articles = list(read_jsonl(tmp_path / "records.jsonl"))
    assert path.read_bytes() == b"".join(FORMATS[format_].write(articles))
    assert not list(tmp_path.glob("*.part"))
    if format_ == "parquet":
        assert list(read_parquet(path)) == articles


def test_warc_is_packed_as_its_name_says(archive: Runner, tmp_path: Path) -> None:
    """A file called .warc is plain, any other and standard output are gzip, with the same records in them."""
    for name in ("out.warc", "out.warc.gz"):
        assert archive("export", "--format", "warc", "-o", tmp_path / name).err == "3 exported\n"
    plain = (tmp_path / "out.warc").read_bytes()
    assert plain.startswith(b"WARC/1.1\r\n")
    assert gzip.decompress((tmp_path / "out.warc.gz").read_bytes()) == plain
    assert len(list(read_warc(tmp_path / "out.warc"))) == 3


def test_sidecar(archive: Runner, tmp_path: Path) -> None:
    """The sidecar has an object for each of ninjs, in the same order."""
    ran = archive("export", "--format", "ninjs", "--sidecar", tmp_path / "beside")
    beside = [json.loads(line) for line in (tmp_path / "beside").read_bytes().splitlines()]
    assert [each["uri"] for each in ran.objects] == [each["uri"] for each in beside]
    assert beside[0]["evidence"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--sidecar", "x"], "goes with --format ninjs"),
        (["--format", "ninjs", "--sidecar", "x", "-o", "x"], "a file of its own"),
        (["--format", "docx"], "is not one of"),
    ],
    ids=["other-format", "same-file", "unknown-format"],
)
def test_wrong_usage(archive: Runner, tmp_path: Path, arguments: list[str], message: str) -> None:
    """What cannot be meant is told, and nothing is written."""
    ran = archive("export", *arguments)
    assert ran.code == 2
    assert message in ran.err
    assert not (tmp_path / "x").exists()


def test_file_that_cannot_be_written(archive: Runner, tmp_path: Path) -> None:
    """A place that cannot be written is named in a sentence."""
    ran = archive("export", "-o", tmp_path / "none" / "out")
    assert ran.code == 1
    assert "No such file or directory" in ran.err
    assert archive("export", "-o", tmp_path).code == 1


def test_failed_export_leaves_the_old_file(archive: Runner, tmp_path: Path) -> None:
    """When an export breaks off, the file that was there is still there, whole."""
    (tmp_path / "out").write_text("old")
    assert archive("export", "council AND (", "-o", tmp_path / "out").code == 1
    assert (tmp_path / "out").read_text() == "old"
    assert not list(tmp_path.glob("*.part"))


def test_parquet_is_not_for_terminals(archive: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parquet is not poured over a terminal."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "name a file with -o" in archive("export", "--format", "parquet").err


def test_names_are_the_libraries(archive: Runner) -> None:
    """The commands offer every format and style that there is."""
    assert f"[{'|'.join((*FORMATS, 'warc'))}]" in archive("export", "--help").out
    assert f"[{'|'.join(STYLES)}]" in archive("cite", "--help").out


@pytest.mark.parametrize("style", STYLES)
def test_cite(archive: Runner, style: str) -> None:
    """A citation of an article by its uri."""
    ran = archive("cite", "https://harbourpost.example/2", "--style", style)
    assert (ran.code, ran.err) == (0, "")
    assert "Council moves crane" in ran.out


def test_cite_names_the_outlet(archive: Runner, tmp_path: Path) -> None:
    """An outlet that has a profile is cited by its name."""
    folder = tmp_path / "config" / "dateline" / "outlets"
    folder.mkdir(parents=True)
    (folder / "harbour.toml").write_text('id = "harbour-post"\nname = "Harbour Post"\ndomains = ["harbourpost.example"]\n')
    archive("add", tmp_path / "pages" / "1.html", "--archive", tmp_path / "named")
    ran = archive("cite", "https://harbourpost.example/1", "--archive", tmp_path / "named")
    assert "howpublished = {Harbour Post}" in ran.out


def test_unknown_id_is_told(archive: Runner) -> None:
    """An id that fits no record is told in a sentence."""
    ran = archive("cite", "https://harbourpost.example/nowhere")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("dateline: ")
