"""Statements given out: lines of JSON, tables, calendars."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pyarrow.parquet as pq
import pytest
from icalendar import Calendar

from dateline.exchange import STATEMENT_FORMATS, passage_link, statement_row, write_statements_ics
from dateline.records import Moment, Span
from dateline.statements.records import Due, Statement
from dateline.statements.told import Entry, Outcome, Telling

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXT = "The mill will close by December 31; nobody knows why"
AT = datetime(2022, 1, 2, 3, 4, tzinfo=UTC)


def entry(text: str = TEXT, **fields: Any) -> Entry:
    """An entry of these words, due on the last day of 2021."""
    statement = Statement(
        kind="plan",
        content=(Span(10, 10 + len(text)),),
        speaker_name="Ada Finch",
        due=Due(span=Span(40, 51), value="2021-12-31", end=date(2021, 12, 31)),
        hedged=True,
    )
    defaults: dict[str, Any] = {
        "id": 7,
        "article": "https://harbourpost.example/mill",
        "outlet": "harbourpost.example",
        "url": "https://harbourpost.example/mill",
        "headline": "Mill closes",
        "published": Moment(local="2021-11-23", precision="day"),
        "state": "same",
        "tellings": (Telling(version=1, capture="0" * 64, statement=statement, text=text, due="December 31"),),
        "day": date(2021, 12, 31),
        "group": 7,
        "restated": 2,
        "within": None,
        "outcome": Outcome(outcome="kept", by="Tom Reed", remark="shut", at=AT),
    }
    return Entry(**(defaults | fields))


def written(form: str, entries: Iterable[Entry]) -> bytes:
    """A whole file."""
    return b"".join(STATEMENT_FORMATS[form].write(entries))


def test_jsonl_comes_back() -> None:
    """A line of JSON is the whole entry."""
    entries = [entry(), entry(id=8, outcome=None, day=None)]
    lines = written("jsonl", entries).splitlines()
    assert [msgspec.json.decode(line, type=Entry) for line in lines] == entries


def test_csv_and_parquet_have_the_same_rows() -> None:
    """Both tables have a row a statement with the same columns; Parquet's are typed."""
    entries = [entry(), entry(id=8, outcome=None)]
    rows = list(csv.DictReader(io.StringIO(written("csv", entries).decode())))
    table = pq.read_table(io.BytesIO(written("parquet", entries)))
    assert table.to_pylist() == [statement_row(each) for each in entries]
    assert list(rows[0]) == table.column_names
    assert (rows[0]["day"], rows[0]["hedged"], rows[0]["outcome"], rows[1]["outcome"]) == ("2021-12-31", "yes", "kept", "")


@pytest.mark.parametrize("form", STATEMENT_FORMATS)
def test_no_statements_make_a_whole_file(form: str) -> None:
    """A file of nothing can be read."""
    data = written(form, [])
    if form == "parquet":
        assert pq.read_table(io.BytesIO(data)).num_rows == 0
    elif form == "ics":
        assert Calendar.from_ical(data).walk("VEVENT") == []
    else:
        assert data.count(b"\n") <= 1


def test_formulas_are_guarded() -> None:
    """A statement that a spreadsheet would run is guarded."""
    rows = list(csv.DictReader(io.StringIO(written("csv", [entry("=SUM(A1) by May")]).decode())))
    assert rows[0]["content"] == "'=SUM(A1) by May"


def test_calendar_is_valid() -> None:
    """An event is an all-day one with all that RFC 5545 asks for, lines of at most 75 bytes, its place and a link to the words."""
    data = b"".join(write_statements_ics([entry(), entry(id=8, day=None)], stamp=AT))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    calendar = Calendar.from_ical(data)
    (event,) = calendar.walk("VEVENT")
    assert (calendar["version"], event.errors, calendar.errors) == ("2.0", [], [])
    assert (event.decoded("dtstart"), event.decoded("dtend"), event.decoded("dtstamp")) == (
        date(2021, 12, 31),
        date(2022, 1, 1),
        AT,
    )
    assert str(event["summary"]) == f"Plan: {TEXT}"
    assert str(event["x-dateline-span"]) == f"10-{10 + len(TEXT)}"
    assert event["url"] == passage_link(entry())
    assert "Outcome: kept, set by Tom Reed. shut" in str(event["description"])


def test_calendars_agree() -> None:
    """The same statement has the same identifier in every calendar, two statements never."""

    def uid(*entries: Entry) -> list[str]:
        return [str(event["uid"]) for event in Calendar.from_ical(written("ics", entries)).walk("VEVENT")]

    assert uid(entry()) == uid(entry(outcome=None))
    assert len(set(uid(entry(), entry(id=8)))) == 2


@pytest.mark.parametrize("text", ["a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "ünïcödé " * 60, "\x00\x07,;\\", "سه‌شنبه"])
def test_any_words_keep_the_calendar_whole(text: str) -> None:
    """Words of a page never break a calendar, nor add an event to it."""
    (event,) = Calendar.from_ical(written("ics", [entry(text, headline=text)])).walk("VEVENT")
    assert event.errors == []


@pytest.mark.parametrize(
    ("url", "text", "link"),
    [
        ("https://a.example/1", "It will close soon", "https://a.example/1#:~:text=It%20will%20close%20soon"),
        ("https://a.example/1#top", "It will close, at last", "https://a.example/1#top:~:text=It%20will%20close%2C%20at%20last"),
        (
            "https://a.example/1",
            "one two three four five six seven-eight",
            "https://a.example/1#:~:text=one%20two%20three%20four%20five%20six,seven%2Deight",
        ),
        (None, "It will close", None),
        ("javascript:alert(1)", "It will close", None),
    ],
)
def test_links_lead_to_the_words(url: str | None, text: str, link: str | None) -> None:
    """A link has the first and the last words of the statement as a text fragment; what is no web address is no link."""
    assert passage_link(entry(text, url=url, article="urn:sha256:0")) == link
