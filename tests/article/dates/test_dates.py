"""Published and modified: who is believed, how far a moment is known, and what is no date of the article's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.article.dates.pages import TEXT, data, page

from dateline.article.dates.claims import meta_role, other_order
from dateline.article.dates.clocks import knowledge, no_midnight, on_the_wall
from dateline.article.dates.find import find_times
from dateline.article.dates.words import role_of
from dateline.article.outlet import Profile
from dateline.records import Moment

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf


def meta(name: str, content: str) -> str:
    """A meta element."""
    return f'<meta property="{name}" content="{content}">'


RELATED = (
    '<aside class="related"><h3>Related</h3><ul><li><a href="/r">Ferry fares to rise</a> '
    '<time datetime="2020-01-02T09:00:00Z">2 January 2020</time></li></ul></aside>'
)


@pytest.mark.parametrize(
    ("source", "published"),
    [
        pytest.param(page(data(datePublished="2021-11-23T21:37:00+03:30")), "2021-11-23T21:37:00+03:30", id="json-ld"),
        pytest.param(page(meta("article:published_time", "2021-11-23T18:07:00Z")), "2021-11-23T18:07:00+00:00", id="meta"),
        pytest.param(page(between="<time datetime='2021-11-23T21:37'>last night</time>"), "2021-11-23T21:37", id="time-element"),
        pytest.param(page(between='<span itemprop="datePublished" content="2021-11-23">x</span>'), "2021-11-23", id="microdata"),
        pytest.param(page(between="<p>Publish Date : 23 November 2021 - 21:37</p>"), "2021-11-23T21:37", id="label"),
        pytest.param(page(between="<p>تاریخ انتشار: ۲ آذر ۱۴۰۰</p>"), "2021-11-23", id="persian-label"),
        pytest.param(page(between="<p>By Ana Lima, Nov. 23, 2021</p>"), "2021-11-23", id="byline-line"),
        pytest.param(page(between="<p>Ana Lima23.11.2021</p>"), "2021-11-23", id="run-together"),
        pytest.param(page(between="<p>Datum:</p><p>23.11.2021</p>"), "2021-11-23", id="label-above"),
        pytest.param(page(between="<p>Edited by Ana Lima</p><p>23.11.2021</p>"), "2021-11-23", id="a-credit-above-is-no-label"),
        pytest.param(page(between="<p>令和3年11月23日</p>"), "2021-11-23", id="era"),
        pytest.param(page(between="<time>23 November 2021</time>", after=RELATED), "2021-11-23", id="another-story-below"),
        pytest.param(page(after=RELATED), None, id="only-another-story-has-a-day"),
        pytest.param(
            page(above=RELATED.replace("related", "most-read"), between="<p>By Ana Lima, 23 November 2021</p>"),
            "2021-11-23",
            id="another-story-above",
        ),
        pytest.param(page(between="<p>Mise en ligne</p><p>23.11.2021</p>"), "2021-11-23", id="label-above-without-colon"),
        pytest.param(page(between="<span>23.11.21</span><span>21:37</span>"), "2021-11-23", id="clock-run-into-a-short-year"),
        pytest.param(page(between="<span>Nov 23, 2021</span><span>5 mins</span>"), "2021-11-23", id="count-run-into-the-year"),
        pytest.param(page(between="<b>Nov</b> <b>23</b><b>2021</b>"), "2021-11-23", id="day-run-into-the-year"),
        pytest.param(page(body=f"PORT ANA, Nov. 23, 2021 (Coast Wire) — {TEXT}"), "2021-11-23", id="dateline"),
        pytest.param(page(after="<p>Published 23 November 2021</p>"), "2021-11-23", id="at-the-foot"),
        pytest.param(page(between="<p>Stand: 23.11.2021, 21:37 Uhr</p>"), "2021-11-23T21:37", id="as-of"),
        pytest.param(
            page(
                after=f"<p>This entry was posted on Tuesday, November 23rd, 2021 at 9:37 pm and is filed under Piers. {TEXT}</p>"
            ),
            "2021-11-23T21:37",
            id="sentence-that-states-it",
        ),
        pytest.param(
            page(after="<p>Stand der Dinge wurde am 23. November 2021 von Ana Lima veröffentlicht und unter Häfen abgelegt.</p>"),
            "2021-11-23",
            id="verb-behind",
        ),
        pytest.param(
            page(between='<abbr class="published" title="2021-11-23T21:37:00+01:00">last night</abbr>'),
            "2021-11-23T21:37:00+01:00",
            id="title-of-an-element",
        ),
        pytest.param(
            page(after="<p>By Ana Lima on 23.11.2021, 21:37 | 12 opinions | Harbours, Piers and Storms</p>"),
            "2021-11-23T21:37",
            id="byline-at-the-foot",
        ),
        pytest.param(
            page(between='<span class="post-date updated">November 23, 2021</span>'), "2021-11-23", id="entrys-only-date"
        ),
        pytest.param(
            page(between='<span class="entry-meta-date updated">November 23, 2021</span>'), "2021-11-23", id="entrys-date-of-meta"
        ),
        pytest.param(
            page(between='<div class="postmeta updated"><div class="postdate x">November 23, 2021</div></div>'),
            "2021-11-23",
            id="entrys-date-within",
        ),
        pytest.param(page(body=f"PORT ANA, 23 November 2021</p><p>{TEXT}"), "2021-11-23", id="dateline-on-its-own"),
        pytest.param(page(between="<p>( Port Ana, 23 Nov 21 )</p>"), "2021-11-23", id="short-year"),
        pytest.param(page(between="<p>23.11.2021Harbours</p>"), "2021-11-23", id="run-into-the-next-word"),
        pytest.param(f"News ID: 96957\nPublish Date : 23 November 2021 - 21:37\n\n{TEXT}\n", "2021-11-23T21:37", id="text"),
        pytest.param(f"23 November 2021\nNorthern pier\nAna Lima\n{TEXT}\n", "2021-11-23", id="text-head"),
        pytest.param(page(body=f"{TEXT} It was built on 3 May 1998 and repaired on 4 June 2001."), None, id="dates-in-prose"),
        pytest.param(page(after="<p>© 2021 Harbour Post, 23 November 2021</p>"), None, id="copyright"),
        pytest.param(page(after="<p>23.11.2021</p><p>Video verfügbar bis 28.02.2022</p>"), "2021-11-23", id="available-until"),
        pytest.param(page(above="<div>Tuesday, 23 November 2021</div>" + "<div>x</div>" * 6), None, id="todays-date"),
        pytest.param(
            page(after="<p>12.05.2020</p><p>13.05.2020</p><p>14.05.2020</p>" + "<p>x</p>" * 9), None, id="many-lone-dates"
        ),
        pytest.param(
            page(after="<p>x</p>" * 9 + "".join(f"<p><time>{day} May 2020</time></p>" for day in (12, 13))),
            None,
            id="many-marked-dates-far-off",
        ),
        pytest.param(page(between="<p>Dead\xadline to apply: March 1st, 2026</p>"), None, id="deadline-with-soft-hyphen"),
        pytest.param(page(), None, id="no-date"),
    ],
)
def test_published_as_far_as_the_page_says(clues_of: CluesOf, source: str, published: str | None) -> None:
    """Each source gives the day, clock and offset that it states, and no more."""
    clues = clues_of(source, language="de" if "Stand" in source or "Datum" in source else "fa" if "تاریخ" in source else "en")
    found = find_times(clues)["published"].value
    assert (found and str(found)) == published


@pytest.mark.parametrize(
    ("source", "published"),
    [
        pytest.param(
            page(data(datePublished="2021-11-23"), between="<p>23 November 2021, 21:37</p>"),
            "2021-11-23T21:37",
            id="day-and-clock",
        ),
        pytest.param(
            page(data(datePublished="2021-11-23T00:00:00Z"), between="<p>23 November 2021, 21:37</p>"),
            "2021-11-23T21:37",
            id="midnight",
        ),
        pytest.param(page(data(datePublished="2021-11-23T00:00:00+01:00")), "2021-11-23", id="midnight-alone"),
        pytest.param(
            page(data(datePublished="2021-11-24T02:25:54Z"), between="<p>November 23, 2021 | 9:25pm</p>"),
            "2021-11-23T21:25:54-05:00",
            id="the-pages-own-clock",
        ),
        pytest.param(
            page(data(datePublished="2021-11-22T23:00:00Z"), between="<p>23.11.2021</p>"), "2021-11-23", id="midnight-elsewhere"
        ),
        pytest.param(
            page(data(datePublished="2021-11-23T20:37:00Z") + meta("article:published_time", "2021-11-23T21:37:00+01:00")),
            "2021-11-23T21:37:00+01:00",
            id="one-instant-twice",
        ),
        pytest.param(
            page(meta("article:published_time", "03-09-2021"), between="<p>Published March 9, 2021</p>"),
            "2021-03-09",
            id="order-by-agreement",
        ),
        pytest.param(
            page(data(datePublished="2021-11-23", dateModified="2021-11-23"), between="<p>Published on 4 May 2019</p>"),
            "2019-05-04",
            id="published-repeats-modified",
        ),
        pytest.param(
            page(
                meta("article:published_time", "2021-11-23T08:00:05Z") + meta("article:modified_time", "2021-11-23T08:00:05Z"),
                between="<p>Port Ana, 4 May 2019, with reports from the harbour and the northern pier</p>",
            ),
            "2019-05-04",
            id="published-is-the-change-to-the-second",
        ),
        pytest.param(
            page(
                meta("article:published_time", "2021-11-23T08:00:05Z") + meta("article:modified_time", "2021-11-23T08:00:05Z"),
                between="<p>23 November 2021</p><p><time>4 May 2019</time></p>",
            ),
            "2021-11-23T08:00:05+00:00",
            id="published-is-the-change-and-printed",
        ),
        pytest.param(
            page(between="<p>4 May 2019</p>", after="<blockquote><time datetime='2018-01-02'>2 Jan 2018</time></blockquote>"),
            "2019-05-04",
            id="embedded-post",
        ),
        pytest.param(
            page(meta("article:published_time", "2024-08-07T12:01:51Z"), between="<p>23 November 2021</p>"),
            "2021-11-23",
            id="printed-at-the-head",
        ),
        pytest.param(
            page(meta("pubdate", "2024-08-07"), above="<p>23 November 2021</p>"),
            "2024-08-07",
            id="printed-above-the-head",
        ),
        pytest.param(
            page(
                meta("article:published_time", "2024-08-07T12:01:51Z"),
                between="<p>23 November 2021</p><p><time>24 November 2021</time></p>",
            ),
            "2024-08-07T12:01:51+00:00",
            id="two-days-printed-at-the-head",
        ),
        pytest.param(
            page(
                meta("article:published_time", "2019-08-07T12:01:51Z") + meta("article:modified_time", "2021-11-23T08:00:00Z"),
                between="<p>23 November 2021</p>",
            ),
            "2019-08-07T12:01:51+00:00",
            id="the-last-change-printed-at-the-head",
        ),
        pytest.param(
            page(
                meta("article:published_time", "2018-12-31T23:11:59Z") + meta("og:url", "https://example.org/2019/01/01/pier"),
                above="<h2>2019-01-01</h2>",
            ),
            "2019-01-01",
            id="address-and-print-against-universal-time",
        ),
        pytest.param(
            page(
                above="<p><time>3 May 2021</time></p><p><time>4 May 2021</time></p>",
                between="<p><time>5 May 2019</time> by Ana Lima, Candidate of the Committee for Harbours</p>",
            ),
            "2019-05-05",
            id="above-and-beneath",
        ),
    ],
)
def test_sources_complete_each_other(clues_of: CluesOf, source: str, published: str) -> None:
    """A day gets its clock and offset from whatever agrees with it; midnight alone is no clock."""
    assert str(find_times(clues_of(source, language="en"))["published"].value) == published


@pytest.mark.parametrize(
    ("source", "published", "modified"),
    [
        pytest.param(page(between="<p>Updated 4 May 2021, 10:15</p>"), None, "2021-05-04T10:15", id="only-updated"),
        pytest.param(page(between="<p>Aktualisiert am 4. Mai 2021</p>"), None, "2021-05-04", id="german"),
        pytest.param(page(between="<p>2021年5月4日 10:15更新</p>"), None, "2021-05-04T10:15", id="said-behind"),
        pytest.param(
            page(between="<p>Published 3 May 2021 | Updated 4 May 2021</p>"), "2021-05-03", "2021-05-04", id="both-in-one-line"
        ),
        pytest.param(page(between="<time class='updated' datetime='2021-05-04'>May 4</time>"), None, "2021-05-04", id="class"),
        pytest.param(
            page(between="<time class='published-date' datetime='2021-05-04'>Updated May 4</time>"),
            None,
            "2021-05-04",
            id="words-against-class",
        ),
        pytest.param(
            page(between="<p>Updated 4 May 2021</p>", after="<p>x</p>" * 9 + "<p>12 June 2021</p>"),
            None,
            "2021-05-04",
            id="lone-date-beside",
        ),
        pytest.param(page(meta("og:updated_time", "2021-05-04T08:00:00Z")), None, "2021-05-04T08:00:00+00:00", id="meta"),
        pytest.param(
            page(after="<p>Dieser Artikel wurde am 4. Mai 2021 aktualisiert.</p>"), None, "2021-05-04", id="verb-behind"
        ),
        pytest.param(page(data(datePublished="2021-05-03", dateModified="2021-05-01")), "2021-05-03", None, id="modified-before"),
        pytest.param(
            page(data(datePublished="2021-05-03", dateModified="2021-05-03")), "2021-05-03", "2021-05-03", id="same-day"
        ),
        pytest.param(
            page(between="<p>2021年11月23日 21:37 公開　2021年11月24日 09:02 更新</p>"),
            "2021-11-23T21:37",
            "2021-11-24T09:02",
            id="said-behind",
        ),
        pytest.param(
            page(between="<p>出版：2021-11-23 21:37 更新：2021-11-24 09:02</p>"),
            "2021-11-23T21:37",
            "2021-11-24T09:02",
            id="label-of-the-next",
        ),
        pytest.param(
            page(between="<p class='updatetime'>2021/11/23 21:37（11/24 09:02 更新）</p>"),
            "2021-11-23T21:37",
            "2021-11-24T09:02",
            id="in-brackets",
        ),
    ],
)
def test_updated_is_never_published(clues_of: CluesOf, source: str, published: str | None, modified: str | None) -> None:
    """What the page calls an update is `modified`, and `published` stays empty if nothing else is said."""
    found = find_times(clues_of(source, language="de" if "Aktual" in source else "en"))
    assert [found[role].value and str(found[role].value) for role in ("published", "modified")] == [published, modified]


def test_only_the_last_change_is_noted(clues_of: CluesOf) -> None:
    """Where a page states only when it was changed, the record says so instead of taking that for publication."""
    found = find_times(clues_of(page(between="<p>Updated 4 May 2021</p>"), language="en"))["published"]
    assert found.value is None
    assert [note.code for note in found.notes] == ["published.unstated"]
    assert find_times(clues_of(page()))["published"].notes == ()


def test_capture_bounds_and_resolves(clues_of: CluesOf) -> None:
    """Days after the capture are refused with a note; "3 hours ago" is counted from it, and from nothing else."""
    captured = datetime(2021, 11, 23, 18, 0, tzinfo=UTC)
    late = find_times(clues_of(page(data(datePublished="2021-12-24")), captured_at=captured))["published"]
    assert late.value is None
    assert [note.code for note in late.notes] == ["published.future"]
    ago = page(between="<p>3 hours ago</p>")
    assert str(find_times(clues_of(ago, captured_at=captured, language="en"))["published"].value).startswith("2021-11-23T15")
    assert find_times(clues_of(ago, language="en"))["published"].value is None


def test_before_the_web_only_by_label(clues_of: CluesOf) -> None:
    """A declared 1970 is a machine's mistake; a printed "Published: 4 May 1912" is an archive's."""
    declared = find_times(clues_of(page(data(datePublished="1970-01-01T00:00:00Z"))))["published"]
    assert declared.value is None
    assert [note.code for note in declared.notes] == ["published.early"]
    assert (
        str(find_times(clues_of(page(between="<p>Published: 4 May 1912</p>"), language="en"))["published"].value) == "1912-05-04"
    )


def test_outlets_zone(clues_of: CluesOf) -> None:
    """A clock without an offset gets the outlet's, and says that it did; a day stays a day."""
    profile = Profile(id="tehran-daily", name="Tehran Daily", zone="Asia/Tehran")
    found = find_times(clues_of(f"Publish Date : 23 November 2021 - 21:37\n{TEXT}\n", profile=profile))["published"].value
    assert found is not None
    assert (str(found), found.zone_source) == ("2021-11-23T21:37+03:30", "outlet")


def test_address_of_an_archives_copy(clues_of: CluesOf) -> None:
    """The day on which a web archive copied the page is not that of its publication."""
    url = "https://archive.example/web/20131110121040/http://harbourpost.example/pier"
    assert find_times(clues_of(page(above="<p>10 Nov 2013</p>"), url=url, language="en"))["published"].value is None


@pytest.mark.parametrize(
    ("name", "role"),
    [
        pytest.param("article:published_time", "published", id="open-graph"),
        pytest.param("dc.date.issued", "published", id="dublin-core"),
        pytest.param("parsely-pub-date", "published", id="parsely"),
        pytest.param("date", "published", id="bare"),
        pytest.param("og:updated_time", "modified", id="updated"),
        pytest.param("last-modified", "modified", id="last-modified"),
        pytest.param("article:expiration_time", None, id="expiry"),
        pytest.param("builddate", None, id="build"),
        pytest.param("article:publisher", "published", id="publisher-has-no-time-to-parse"),
        pytest.param("description", None, id="other"),
    ],
)
def test_meta_names(name: str, role: str | None) -> None:
    """A meta element's name tells what its time is of."""
    told = meta_role(name)
    assert (told and told[0]) == role


@pytest.mark.parametrize(
    ("before", "after", "role"),
    [
        pytest.param("Published ", "", "published", id="published"),
        pytest.param("Von Ana Lima, aktualisiert am ", "", "modified", id="within"),
        pytest.param("Publié le ", "", "published", id="french"),
        pytest.param("Обновлено: ", "", "modified", id="russian"),
        pytest.param("First published ", "", "published", id="first"),
        pytest.param("", "更新", "modified", id="behind"),
        pytest.param("", " 更新：", None, id="next-label-of-another"),
        pytest.param("송고시간", "", "published", id="korean"),
        pytest.param("", " Updated", None, id="next-label"),
        pytest.param("By Ana Lima, ", "", None, id="byline"),
    ],
)
def test_words_around_a_date(before: str, after: str, role: str | None) -> None:
    """The words before a date say what it is."""
    assert role_of(before, after, None) == role


@pytest.mark.parametrize(
    ("universal", "printed", "wall"),
    [
        pytest.param("2021-11-24T02:25:54", "2021-11-23T21:25", "2021-11-23T21:25:54-05:00", id="west"),
        pytest.param("2021-11-23T18:07:00", "2021-11-23T21:37", "2021-11-23T21:37:00+03:30", id="half-hour"),
        pytest.param("2021-11-23T18:07:00", "2021-11-23T18:07", None, id="same-clock"),
        pytest.param("2021-11-23T18:07:00", "2021-11-23T21:38", None, id="other-minute"),
        pytest.param("2021-11-23T18:07:00", "2021-11-26T18:07", None, id="days-away"),
    ],
)
def test_universal_time_on_the_wall(universal: str, printed: str, wall: str | None) -> None:
    """Two readings of one instant give the offset between them, if such an offset is in use."""
    known = Moment.at(datetime.fromisoformat(universal), precision="second", offset=timedelta(0))
    found = on_the_wall(known, Moment.at(datetime.fromisoformat(printed), precision="minute"))
    assert (found and str(found)) == wall


def test_an_hour_has_no_wall() -> None:
    """An instant known to the hour is not matched by its minutes."""
    hour = Moment.at(datetime.fromisoformat("2021-11-24T02:00"), precision="hour", offset=timedelta(0))
    assert on_the_wall(hour, Moment.at(datetime.fromisoformat("2021-11-23T21:25"), precision="minute")) is None


def test_midnight_is_no_clock() -> None:
    """Midnight counts as no knowledge of the time of day."""
    midnight = Moment.at(datetime.fromisoformat("2021-11-23T00:00"), precision="second", offset=timedelta(0))
    assert knowledge(midnight) == 0
    assert str(no_midnight(midnight)) == "2021-11-23"


def test_declared_order_of_day_and_month() -> None:
    """Three numbers keep their other reading; a written-out month has none."""
    assert other_order("03-09-2021") is not None
    assert other_order("2021-09-03") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    lines=st.lists(
        st.sampled_from(["Published", "Updated:", "3.5.2021", "May 4, 2021 10:15", "\u200f۱۴۰۰/۹/۲", "—", TEXT]), max_size=9
    )
)
def test_evidence_is_on_the_page(clues_of: CluesOf, lines: list[str]) -> None:
    """Whatever the lines, visible evidence has the words of its span."""
    clues = clues_of("\n".join(lines))
    for found in find_times(clues).values():
        assert all(e.span is None or e.span.of(clues.page.text) == e.raw for e in found.evidence)
