"""The description of the API: that it is valid OpenAPI, and that what schemathesis makes of it finds no failure."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from dateline import Article, article_schema
from dateline.room import description

if TYPE_CHECKING:
    from pathlib import Path

    import httpx
    from tests.room.api.conftest import Serve

# A query has a grammar, an id has to be there, a correction has to fit its field: what fits the schema may still be refused so.
CONFIG = """
[parameters]
"path.id" = "{digest}"
"path.sha256" = "{digest}"
[checks.positive_data_acceptance]
expected-statuses = ["2xx", "3xx", "400", "404", "409", "422"]
"""
# Cases made up for each operation, beside those that cover every keyword of its schema.
EXAMPLES = 3
# Bounded, so that nothing hangs for ever; it takes a minute or two.
SECONDS = 600


def test_it_is_openapi_3_1(room: httpx.Client) -> None:
    """It is served as JSON, and every reference in it leads somewhere."""
    document = room.get("/api/openapi.json").json()
    assert document == description()
    assert document["openapi"].startswith("3.1")
    names = set(document["components"]["schemas"])
    assert _references(document) <= {f"#/components/schemas/{name}" for name in names}


def _references(value: Any) -> set[str]:
    """Every `$ref` below a value."""
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set[str]()
        return own.union(*map(_references, value.values()))
    return set[str]().union(*map(_references, value)) if isinstance(value, list) else set()


def test_the_record_is_described_once(room: httpx.Client, hashes: list[str]) -> None:
    """The schema of an article is that of docs/schema/article.json, and articles fit it."""
    schemas = description()["components"]["schemas"]
    assert set(schemas["Article"]["properties"]) == set(Article.__struct_fields__)
    assert schemas["Article"]["properties"].keys() == article_schema()["$defs"]["Article"]["properties"].keys()
    schema = {"$ref": "#/components/schemas/Article", "components": {"schemas": schemas}}
    pytest.importorskip("jsonschema").Draft202012Validator(schema).validate(room.get(f"/api/articles/{hashes[0]}").json())


def test_schemathesis(serve: Serve, fresh: Path, tmp_path: Path) -> None:
    """Whatever fits the description, and whatever does not, is answered as the description says, on every route."""
    room = serve(fresh, writes_per_minute=1_000_000)
    digest = room.get("/api/articles").json()["items"][0]["capture"]
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG.format(digest=digest), "utf-8")
    run = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run", f"{room.base_url}/api/openapi.json"),
            *("--phases", "coverage,fuzzing", "--max-examples", str(EXAMPLES), "--seed", "1", "--no-color"),
        ],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        cwd=tmp_path,
    )
    assert run.returncode == 0, run.stdout[-8_000:] + run.stderr[-2_000:]
    assert "passed" in run.stdout
