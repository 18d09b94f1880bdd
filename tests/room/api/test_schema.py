"""The description of the API: that it is valid OpenAPI, and that what schemathesis makes of it finds no failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import checks
from tests.room.api.conftest import served

from dateline import Article, article_schema
from dateline.archive import open_archive
from dateline.room import description

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

# What is looked for in every answer. A room has no users that could be tried for each other's things, and asks for nothing when it is open.
CHECKS = (
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.response_headers_conformance,
    checks.negative_data_rejection,
    checks.unsupported_method,
)
OPERATIONS = sorted((path, method) for path, item in description()["paths"].items() for method in item)


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory, kept: Path) -> Any:
    """A room over a copy of the archive, which schemathesis may change as it likes."""
    folder = tmp_path_factory.mktemp("changing") / "archive"
    with open_archive(kept) as archive:
        archive.backup(folder)
    with served(folder, writes_per_minute=1_000_000) as client:
        yield client


def test_it_is_openapi_3_1(room: httpx.Client) -> None:
    """It is served as JSON, and every reference in it leads somewhere."""
    served_ = room.get("/api/openapi.json")
    assert served_.json() == description()
    assert served_.json()["openapi"].startswith("3.1")
    names = set(description()["components"]["schemas"])
    assert _references(description()) <= {f"#/components/schemas/{name}" for name in names}


def _references(value: Any) -> set[str]:
    """Every `$ref` below a value."""
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*map(_references, value.values()))
    return set[str]().union(*map(_references, value)) if isinstance(value, list) else set()


def test_the_record_is_described_once(room: httpx.Client, hashes: list[str]) -> None:
    """The schema of an article is that of docs/schema/article.json, and articles fit it."""
    schemas = description()["components"]["schemas"]
    assert set(schemas["Article"]["properties"]) == set(Article.__struct_fields__)
    assert schemas["Article"]["properties"].keys() == article_schema()["$defs"]["Article"]["properties"].keys()
    schema = {"$ref": "#/components/schemas/Article", "components": {"schemas": schemas}}
    jsonschema.Draft202012Validator(schema).validate(room.get(f"/api/articles/{hashes[0]}").json())


@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=lambda value: value)
def test_schemathesis(changing: httpx.Client, path: str, method: str) -> None:
    """Whatever fits the description, and whatever does not, is answered as the description says."""
    schema = schemathesis.openapi.from_dict(description())
    operation = schema[path][method.upper()]

    @settings(
        max_examples=20,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @schemathesis.pytest.parametrize.__call__ if False else (lambda f: f)
    def run() -> None: ...

    for mode in (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE):
        strategy = operation.as_strategy(generation_mode=mode)
        _try(strategy, changing)
