"""The front-end files of others: the ones that are pinned, with their licences."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import dateline.room

FOLDER = Path(dateline.room.__file__).parent / "static" / "vendor"
PACKAGES = json.loads((FOLDER / "vendor.json").read_text("utf-8"))["packages"]


def test_files_are_those_that_are_pinned() -> None:
    """Every file is listed, with the hash that it has; none is there that is not."""
    pinned = {file["name"]: file["sha256"] for package in PACKAGES for file in package["files"]}
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.iterdir() if path.name != "vendor.json"}
    assert there == pinned


def test_every_package_comes_with_its_licence() -> None:
    """A version, an integrity and a licence text are there for each package, under terms that we may ship."""
    for package in PACKAGES:
        assert package["licence"] in ("MIT", "OFL-1.1")
        assert package["integrity"].startswith("sha512-")
        assert package["version"].count(".") == 2
        assert any(file["name"].endswith(".LICENSE") for file in package["files"])
