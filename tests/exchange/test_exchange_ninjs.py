"""ninjs: valid against the published schema where that is at hand, and nothing lost beside it."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.exchange import ninjs_item, ninjs_sidecar, sidecar_line, write_ninjs
from dateline.records import Article, Moment, to_json

if TYPE_CHECKING:
    from tests.exchange.conftest import MakeArticle

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "ninjs-schema_3.1.json"
GEOJSON = "https://geojson.org/schema/GeoJSON.json"  # places have no coordinates here


@pytest.fixture(scope="session")
def validator() -> Any:
    """A validator of ninjs 3.1 that checks addresses and times as well."""
    if not SCHEMA.exists():
        pytest.skip("the ninjs schema is not beside the repository (../shared/schemas)")
    jsonschema, referencing = pytest.importorskip("jsonschema"), pytest.importorskip("referencing")
    stub = referencing.Resource.from_contents({"$schema": "https://json-schema.org/draft/2020-12/schema"})
    formats = jsonschema.FormatChecker(())
    formats.checks("uri")(
        lambda value: re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*", value, re.ASCII)
    )
    formats.checks("date-time", ValueError)(lambda value: len(value) >= 25 and datetime.fromisoformat(value).tzinfo)
    return jsonschema.Draft202012Validator(
        json.loads(SCHEMA.read_text("utf-8")),
        registry=referencing.Registry().with_resource(GEOJSON, stub),
        format_checker=formats,
    )


def test_is_valid(validator: Any, article: Article, make: MakeArticle) -> None:
    """A full record and an almost empty one are valid."""
    for line in write_ninjs([article, make()]):
        validator.validate(json.loads(line))


def test_validator_would_notice(validator: Any, article: Article) -> None:
    """The check is in earnest: an unknown property, a bad address and a bad time are not valid."""
    for wrong in ({"span": [0, 1]}, {"uri": "no address"}, {"versionCreated": "2023-05-12"}):
        assert not validator.is_valid(ninjs_item(article) | wrong)


def test_hostile_text_stays_valid(validator: Any, hostile: Article) -> None:
    """Whatever a text holds, the object is valid and the text is in it."""
    (line,) = write_ninjs([hostile])
    item = json.loads(line)
    validator.validate(item)
    assert item["headlines"][0]["value"] == (hostile.headline or "").replace("\ud83d", "\ufffd")


def test_item(article: Article) -> None:
    """Every field of the record that ninjs has a place for is there."""
    item = ninjs_item(article)
    assert item["headlines"] == [
        {"role": "main", "value": "Council moves lighthouse"},
        {"role": "sub", "value": "Three storms were enough"},
    ]
    assert (item["by"], item["located"], item["representationType"]) == (
        "By Mara Quill and the Night Desk",
        "PORT ELLERY",
        "full",
    )
    assert item["people"] == [{"name": "Mara Quill", "rel": "author"}]
    assert item["organisations"] == [{"name": "Night Desk", "rel": "author"}]
    assert item["infoSources"] == [{"name": "harbour-post", "role": "publisher"}, {"name": "Quay Wire", "role": "source"}]
    assert item["genres"] == [{"name": "opinion", "uri": "http://cv.iptc.org/newscodes/genre/Opinion"}]
    assert item["firstCreated"] == "2023-05-12T21:37:00+02:00"
    assert "versionCreated" not in item  # known to the day only


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(None, None, id="none"),
        pytest.param(Moment(local="2023-05-12", precision="day"), None, id="day"),
        pytest.param(Moment(local="2023-05-12T21:37", precision="minute"), None, id="no-offset"),
        pytest.param(Moment(local="2023-05-12T21", precision="hour", offset="+02:00"), None, id="hour"),
        pytest.param(
            Moment(local="2023-05-12T21:37:05", precision="second", offset="-03:30"), "2023-05-12T21:37:05-03:30", id="second"
        ),
    ],
)
def test_dates_are_instants_or_absent(make: MakeArticle, moment: Moment | None, expected: str | None) -> None:
    """A moment is a ninjs date only when it is an instant known to the minute; the sidecar has it in any case."""
    article = make(published=moment)
    assert ninjs_item(article).get("firstCreated") == expected
    told = ninjs_sidecar(article)["published"]
    assert told == (None if moment is None else json.loads(to_json(moment)))


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        pytest.param("https://harbourpost.example/é?q=a b#ß", "https://harbourpost.example/%C3%A9?q=a%20b#%C3%9F", id="iri"),
        pytest.param("https://harbourpost.example/100%/%41#a#b", "https://harbourpost.example/100%25/%41#a%23b", id="percent"),
        pytest.param("pictures/a tower.jpg", "urn:dateline:pictures/a%20tower.jpg", id="relative"),
        pytest.param("urn:dateline:harbour-post:۱۲", "urn:dateline:harbour-post:%DB%B1%DB%B2", id="urn"),
    ],
)
def test_uri_is_a_uri(make: MakeArticle, uri: str, expected: str) -> None:
    """An identifier that is no RFC 3986 URI is percent-encoded; as it was it stands among the alternatives."""
    item = ninjs_item(make(uri=uri))
    assert item["uri"] == expected
    assert {"role": "uri", "value": uri} in item["altIds"]  # type: ignore[operator]


def test_sidecar_holds_what_ninjs_cannot(article: Article) -> None:
    """Item and sidecar together have every field of the record."""
    beside = json.loads(sidecar_line(article))
    whole = json.loads(to_json(article))
    assert beside["uri"] == ninjs_item(article)["uri"]
    for field in ("text", "evidence", "notes", "comments", "posts", "published", "modified", "capture", "captured_at", "reader"):
        assert beside[field] == whole[field]
    assert [each["span"] for each in beside["body"]] == [each["span"] for each in whole["body"]]
    assert "canonical_url" in set(whole) - set(beside)
