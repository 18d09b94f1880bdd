"""`transfer`, and the other commands on an archive on PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from tests.archive.places import SERVER, places

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Runner


def test_there_and_back(dateline_: Runner, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive goes to a server and back and is the same; every command works there, and none shows the password."""
    dateline_("add", pages)
    with places("postgres", tmp_path) as place:
        said = []
        ran = dateline_("transfer", tmp_path / "archive", place("moved"), "--json")
        assert ran.code == 0, ran.err
        assert ran.objects[0]["rows"]["article"] == 3  # type: ignore[index]  # it is an object
        assert "3 articles, 3 captures" in ran.err
        again = dateline_("transfer", place("moved"), tmp_path / "back", "--json")
        assert again.out == ran.out
        monkeypatch.setenv("DATELINE_ARCHIVE", place("moved"))
        first = "https://harbourpost.example/1"
        for command in (
            *(["add", pages], ["list"], ["show", first], ["search", "crane"], ["facets", "harbour"], ["versions", first]),
            *(
                ["export", "-o", "out.jsonl"],
                ["check"],
                ["backup", "copy"],
                ["failures"],
                ["forget", first, "--reason", "asked for", "--yes"],
            ),
        ):
            said.append(dateline_(*command))
            assert said[-1].code == 0, said[-1].err
        monkeypatch.setenv("DATELINE_ARCHIVE", place("restored"))
        said.append(dateline_("restore", "copy"))
        assert "3 articles" in said[-1].err
        said.append(dateline_("transfer", place("moved"), place("restored")))
        assert said[-1].code == 1
        assert "holds an archive already" in said[-1].err
    password = urlsplit(SERVER).password or "none"
    assert not any(password in one.out + one.err for one in said)


def test_a_place_that_is_taken(dateline_: Runner, pages: Path, tmp_path: Path) -> None:
    """Nothing is written over, and the error says so."""
    dateline_("add", pages)
    ran = dateline_("transfer", tmp_path / "archive", tmp_path / "archive")
    assert (ran.code, ran.out) == (1, "")
    assert "holds an archive already" in ran.err


def test_a_place_without_an_archive(dateline_: Runner, tmp_path: Path) -> None:
    """Nothing is made, and the error says what the command takes."""
    ran = dateline_("transfer", tmp_path / "none", tmp_path / "new")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(
        f"dateline: {tmp_path / 'none'}: there is no archive here to copy from; `dateline transfer FROM TO`"
    )
    assert not (tmp_path / "new").exists()
