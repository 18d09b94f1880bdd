"""`add` and `retry` over everything that holds pages: in processes, stopped and gone on with, killed, and what failed once more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.kill_add import add, captures, faults, killed_until_done
from tests.tools.warcs import PAGE, http, packed, record

from dateline import open_archive
from dateline.exchange import write_warc

if TYPE_CHECKING:
    from tests.cli.conftest import Runner

BAD = record(http(b"\0", "Content-Encoding: sdch"), url="https://a.example/bad")


def warc(path: Path, pages: int) -> Path:
    """A WARC of so many pages."""
    path.write_bytes(b"".join(write_warc(captures(pages))))
    return path


def test_processes_add_what_one_adds(dateline_: Runner, tmp_path: Path) -> None:
    """With two reader processes the same articles are added as with none of their own, records and captures alike."""
    source = warc(tmp_path / "a.warc.gz", 40)
    assert dateline_("add", source, "--jobs", "2", "--archive", tmp_path / "two").err.startswith(
        "40 added, 0 unchanged, 0 failed"
    )
    (tmp_path / "pages").mkdir()
    for number, capture in enumerate(captures(20)):
        (tmp_path / "pages" / f"{number}.html").write_bytes(capture.content)
    dateline_("add", tmp_path / "pages")
    with open_archive(tmp_path / "two") as two:
        assert {one.sha256: one.url for one in two.captures()} == {one.sha256: one.url for one in captures(40)}
        assert not list(two.check())


def test_everything_goes_in_and_comes_back(dateline_: Runner, tmp_path: Path) -> None:
    """A folder with a WARC, a feed and tables is added in one go; what is given out as WARC is unchanged when added again."""
    folder = tmp_path / "in"
    folder.mkdir()
    warc(folder / "a.warc.gz", 3)
    (folder / "b.jsonl").write_text('{"url": "https://a.example/1", "html": "<p>words of a page"}\n{"url": "x"}\n', "utf-8")
    (folder / "c.warc.gz").write_bytes(packed(record(http(status="404 Not Found")), record(http(PAGE))))
    ran = dateline_("add", folder)
    assert ran.code == 1
    assert "5 added, 0 unchanged, 1 passed over, 1 failed" in ran.err
    assert dateline_("failures").out.split("\t")[1:] == [f"{folder / 'b.jsonl'}#2", "it has neither html, content nor text\n"]
    out = tmp_path / "out.warc.gz"
    assert dateline_("export", "--format", "warc", "-o", out).err == "5 exported\n"
    assert dateline_("add", out).err.startswith("0 added, 5 unchanged, 0 failed")
    assert dateline_("add", out, "--archive", tmp_path / "other").err.startswith("5 added")
    for archive in ("archive", "other"):
        dateline_("export", "-o", tmp_path / archive / ".." / f"{archive}.jsonl", "--archive", tmp_path / archive)
    first, second = (sorted((tmp_path / f"{name}.jsonl").read_text("utf-8").splitlines()) for name in ("archive", "other"))
    assert first == second


@pytest.mark.parametrize("format_", ["jsonl", "parquet"])
def test_records_go_into_another_archive(dateline_: Runner, pages: Path, tmp_path: Path, format_: str) -> None:
    """Records without their pages are added on their text: search finds them, check is clean, adding again adds nothing."""
    dateline_("add", pages)
    out = tmp_path / f"records.{format_}"
    dateline_("export", "--format", format_, "-o", out)
    other = tmp_path / "other"
    assert dateline_("add", out, "--archive", other).err.startswith("3 added, 0 unchanged, 0 failed")
    assert dateline_("add", out, "--archive", other).err.startswith("0 added, 3 unchanged, 0 failed")
    (hit,) = dateline_("search", "lighthouse", "--json", "--archive", other).objects
    assert hit["headline"] == "Council moves lighthouse"
    with open_archive(other) as archive:
        assert not list(archive.check())


def test_json_tells_what_is_passed_over(dateline_: Runner, tmp_path: Path) -> None:
    """What is no page by its own account is told apart from what failed, and makes no failure."""
    (tmp_path / "a.warc").write_bytes(record(http(status="404 Not Found")))
    ran = dateline_("add", "a.warc", "--json")
    assert (ran.code, ran.objects) == (
        0,
        [{"origin": "a.warc#0", "status": "passed over", "reason": "the server answered 404 Not Found"}],
    )
    assert dateline_("failures").err == "no failures\n"


def test_second_run_reads_nothing_anew(dateline_: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in the archive is not read again, in whatever order it comes."""
    source = warc(tmp_path / "a.warc.gz", 3)
    dateline_("add", source, "--jobs", "1")

    def never(*_: object, **__: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("dateline.sources.readers.read", never)
    monkeypatch.setattr("os.cpu_count", lambda: None)
    monkeypatch.setattr("dateline.cli.intake._jobs_for", lambda _: 0)
    assert dateline_("add", source).err.startswith("0 added, 3 unchanged, 0 failed")


def test_slow_page_is_given_up(dateline_: Runner, tmp_path: Path) -> None:
    """A page that takes longer than the deadline is a failure with its reason."""
    ran = dateline_("add", warc(tmp_path / "a.warc.gz", 1), "--jobs", "1", "--deadline", "0.0001")
    assert (ran.code, "0 added, 0 unchanged, 1 failed" in ran.err) == (1, True)
    assert "reading it took more than 0.0001 seconds" in dateline_("failures").out


def test_retry(dateline_: Runner, tmp_path: Path) -> None:
    """What failed is tried again and nothing else; what is mended, gone or no page goes off the list, what fails again stays."""
    (tmp_path / "late.jsonl").write_text('{"html": "<p>words"}\n{"url": "https://a.example/2"}\n', "utf-8")
    (tmp_path / "a.warc").write_bytes(BAD + record(http(PAGE), url="https://a.example/good"))
    ran = dateline_("add", "late.jsonl", "a.warc", "gone.html")
    assert "2 added, 0 unchanged, 3 failed" in ran.err
    ran = dateline_("retry")
    assert (ran.code, ran.err.splitlines()[-1]) == (1, "3 tried again: 0 added, 2 unchanged, 3 failed")
    (tmp_path / "late.jsonl").write_text('{"html": "<p>words"}\n{"url": "https://a.example/2", "html": "<p>Here."}\n', "utf-8")
    (tmp_path / "a.warc").write_bytes(record(http(status="410 Gone"), url="https://a.example/bad"))
    (tmp_path / "gone.html").write_text("<p>Back again.", "utf-8")
    ran = dateline_("retry", "--json")
    assert ran.code == 0
    assert sorted(str(each["status"]) for each in ran.objects) == ["added", "added", "passed over", "unchanged"]
    assert dateline_("failures").err == "no failures\n"


def test_interrupted_run_is_gone_on_with(tmp_path: Path) -> None:
    """Ctrl-C ends with what was read on disk and counted, and no process left; the next run adds the rest."""
    source, archive = warc(tmp_path / "a.warc.gz", 1_200), tmp_path / "archive"
    command = [sys.executable, "-m", "dateline", "add", str(source), "--archive", str(archive), "--jobs", "2"]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    until = time.monotonic() + 60
    while not (archive.exists() and len(_group(run.pid)) >= 4) and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1.0)
    os.killpg(run.pid, signal.SIGINT)
    _, err = run.communicate(timeout=60)
    (summary,) = (line for line in err.splitlines() if " added, " in line)
    told = int(summary.split()[0].replace(",", ""))
    assert err.splitlines()[-1] == "dateline: interrupted"
    assert "Traceback" not in err
    assert run.returncode == 130
    while (left := _group(run.pid)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left
    with open_archive(archive) as opened:
        assert opened.counts().captures == told < 1_200
        assert not list(opened.check())
    assert len(add(source, archive)) == 1_200
    assert faults(archive, {capture.sha256 for capture in captures(1_200)}) == []


def test_killed_add_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """After `kill -9` of the command and its readers everything told is there, check is clean, and another run completes it."""
    source = warc(tmp_path / "a.warc.gz", 1_200)
    kills, seen = killed_until_done(source, tmp_path / "archive", 1_200, iter((1.1, 2.3, 3.1, 4.0)))
    assert kills
    assert seen == []


def _group(leader: int) -> list[int]:
    """The processes of a group that are not done."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:  # it has just ended
            continue
        if int(group) == leader and state != "Z":
            found.append(int(stat.parent.name))
    return found
