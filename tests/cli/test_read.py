"""`dateline read` prints records: data on stdout, talk on stderr."""

from __future__ import annotations

import gzip
import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from dateline.records import Article

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Runner

ESCAPES = "<h1>\x1b[31mRed\x1b[0m</h1><p>\u202egnp.exe \x9b2J " + "Words that say something of the harbour. " * 20 + "</p>"


def test_json_is_one_record_a_line(dateline_: Runner, pages: Path) -> None:
    """`--json` prints one object a line per page, with every key of the record, and nothing else anywhere."""
    ran = dateline_("read", pages, "--json")
    assert (ran.code, ran.err, len(ran.objects)) == (0, "", 3)
    assert all(set(each) == set(Article.__struct_fields__) for each in ran.objects)
    assert [each["headline"] for each in ran.objects] == [
        f"Council moves {word}" for word in ("lighthouse", "crane", "fish market")
    ]


def test_record_is_printed(dateline_: Runner, pages: Path) -> None:
    """Without `--json` a page is shown in labelled lines that begin with its name."""
    ran = dateline_("read", pages / "1.html")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{pages / '1.html'}\n")
    assert "  headline     Council moves lighthouse\n" in ran.out


def test_explain_shows_evidence_and_lines(dateline_: Runner, pages: Path) -> None:
    """`--explain` adds the evidence of the fields and every line of the page with what became of it."""
    ran = dateline_("read", pages / "1.html", "--explain")
    assert "evidence (* chosen)" in ran.out
    lines = ran.out.partition("the page, line by line\n")[2]
    assert "+ kept" in next(line for line in lines.splitlines() if "harbour council said" in line)
    assert "- dropped" in next(line for line in lines.splitlines() if "Copyright" in line)


def test_what_fails_is_told_and_the_rest_is_read(dateline_: Runner, pages: Path) -> None:
    """A missing file is told on stderr and makes the exit code 1; the pages after it are read."""
    ran = dateline_("read", "none.html", pages / "2.html", "--json")
    assert (ran.code, len(ran.objects)) == (1, 1)
    assert ran.err == "failed: none.html: there is no such file\n"


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_stdin(dateline_: Runner, pages: Path, monkeypatch: pytest.MonkeyPatch, packed: bool) -> None:
    """A dash reads standard input, packed or not."""
    content = (pages / "1.html").read_bytes()
    stdin = io.TextIOWrapper(io.BytesIO(gzip.compress(content) if packed else content))
    monkeypatch.setattr(sys, "stdin", stdin)
    ran = dateline_("read", "-", "--json", "--url", "https://harbourpost.example/1?x")
    assert ran.objects[0]["url"] == "https://harbourpost.example/1?x"
    assert ran.objects[0]["headline"] == "Council moves lighthouse"


def test_quoted_pattern_is_expanded(dateline_: Runner, pages: Path) -> None:
    """A pattern in quotes, which the shell hands on, is expanded."""
    assert len(dateline_("read", f"{pages}/[12].*", "--json").objects) == 2


@pytest.mark.parametrize("colour", [False, True], ids=["plain", "terminal"])
@pytest.mark.parametrize("how", [[], ["--explain"], ["--json"]], ids=["record", "explain", "json"])
def test_page_text_cannot_command_the_terminal(
    dateline_: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, colour: bool, how: list[str]
) -> None:
    """Escape sequences and reordering characters of a page never come out raw, in any form of output."""
    if colour:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", "300")
    (tmp_path / "evil.html").write_text(ESCAPES, "utf-8")
    out = dateline_("read", tmp_path / "evil.html", *how).out
    assert "\x1b[31mRed" not in out
    assert not {"\x9b", "\u202e"} & set(out)
    assert r"\u202egnp.exe" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["read"], "Missing argument", id="no-page"),
        pytest.param(["read", "x.html", "--json", "--explain"], "leave out --explain", id="json-and-explain"),
        pytest.param(["read", "x.html", "--captured-at", "yesterday"], "is no ISO 8601 time", id="no-time"),
        pytest.param(["read", "x.html", "--captured-at", "2024-05-06T07:08"], "has no offset from UTC", id="no-offset"),
        pytest.param(["read", "x.html", "--profiles", "none"], "does not exist", id="no-profiles"),
        pytest.param(
            ["read", "pages/1.html", "pages/2.html", "--url", "https://a.example/"], "address of one page", id="one-url"
        ),
        pytest.param(["raed"], "No such command", id="misspelt"),
        pytest.param(["read", "--jsn"], "No such option", id="misspelt-option"),
    ],
)
def test_wrong_usage(dateline_: Runner, pages: Path, arguments: list[str], message: str) -> None:
    """Wrong usage says what is wrong on stderr, prints nothing, and exits with 2."""
    assert pages.name == "pages"
    ran = dateline_(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_unknown_outlet_is_told_without_traceback(dateline_: Runner, pages: Path) -> None:
    """An outlet that no profile names ends the command with a sentence."""
    ran = dateline_("read", pages, "--outlet", "kayhn")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("dateline: kayhn: no profile has this id; known: kayhan.")


def test_bad_profile_is_told(dateline_: Runner, pages: Path, tmp_path: Path) -> None:
    """A broken profile in the user's own folder is named."""
    own = tmp_path / "config" / "dateline" / "outlets"
    own.mkdir(parents=True)
    (own / "bad.toml").write_text("id = 3", "utf-8")
    ran = dateline_("read", pages)
    assert ran.code == 1
    assert ran.err.startswith(f"dateline: {own / 'bad.toml'}: the outlet profile does not fit")


def test_file_name_with_stray_bytes(dateline_: Runner, pages: Path) -> None:
    """A file whose name is no UTF-8 is read and named."""
    odd = os.fsdecode(os.fsencode(pages) + b"/caf\xe9.html")
    os.rename(pages / "1.html", odd)
    ran = dateline_("read", odd)
    assert ran.code == 0
    assert ran.out.splitlines()[0].endswith("caf\\udce9.html")
