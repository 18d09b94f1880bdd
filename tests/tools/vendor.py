"""Vendors the front-end files that the room serves: fetches pinned packages with npm, checks them, unpacks what is needed.

    python tests/tools/vendor.py            write the files that vendor.json lists (needs npm and its registry)

`vendor.json` pins each package by version and integrity, and each file by SHA-256; `tests/room/test_vendor.py` holds the
files to it. To move to another version, change the pin, run this, and commit both.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "src/dateline/room/static/vendor"
MANIFEST = FOLDER / "vendor.json"


def main() -> None:
    """Fetch, check and unpack every package of the manifest; write the hashes of the files into it."""
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    for package in manifest["packages"]:
        content = fetched(package["name"], package["version"])
        integrity = "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()
        if package.setdefault("integrity", integrity) != integrity:
            sys.exit(f"{package['name']}: the package is not the one that was pinned")
        for file in package["files"]:
            (FOLDER / file["name"]).write_bytes(member(content, file["from"]))
            file["sha256"] = hashlib.sha256((FOLDER / file["name"]).read_bytes()).hexdigest()
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")


def fetched(name: str, version: str) -> bytes:
    """The package's archive, by npm."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, f"{name}@{version}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return next(Path(folder).glob("*.tgz")).read_bytes()


def member(content: bytes, path: str) -> bytes:
    """A file of a package."""
    import io

    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        file = archive.extractfile(f"package/{path}")
        assert file is not None, f"{path} is no file"
        return file.read()


if __name__ == "__main__":
    main()
