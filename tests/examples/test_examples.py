"""What the example pages are meant to give, written down by hand, field by field."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

import dateline
from dateline.cli.record import told
from dateline.sources import capture_file, read_profiles

EXAMPLES = Path(__file__).parents[2] / "examples"


class Meant(NamedTuple):
    """The values that a person reads from the page. `body` is the first and last words of the main content."""

    kind: str = "article"
    headline: str | None = None
    byline: str | None = None
    authors: tuple[tuple[str, str], ...] = ()
    published: str | None = None
    modified: str | None = None
    news_id: str | None = None
    language: str | None = None
    genre: str | None = None
    access: str | None = None
    body: tuple[str, str] | None = None
    paragraphs: int | None = None
    comments: int = 0


MEANT = {
    "flood-gates.html": Meant(
        headline="County approves flood gates for Marram Point after ten-year dispute",
        byline="Helena Marsh",
        authors=(("Helena Marsh", "person"),),
        published="2024-03-14T08:15:00+00:00",
        modified="2024-03-14T11:42:00+00:00",
        news_id="58213",
        language="en-GB",
        body=("Councillors voted 31 to 14", "where residents may collect them without charge."),
        paragraphs=15,
    ),
    "mill-closing.html": Meant(
        headline="Paper mill to shut after 112 years",
        byline="WALTER PYM",
        authors=(("Walter Pym", "person"),),
        published="1999-10-12",
        language="en",
        body=("ORRIN FALLS - The whistle at the Haldane Paper mill", "in the high school gymnasium."),
        paragraphs=9,
    ),
    "ferry-concession.txt": Meant(
        byline="Strait Observer Staff Writer",
        authors=(("Strait Observer Staff Writer", "desk"),),
        published="2023-06-09T18:05",
        news_id="41872",
        language="en",
        genre="opinion",
        body=("We still do not know whether the Harbour Ministry", "from the northern crossings in the year after."),
        paragraphs=9,
    ),
    "port-dredging-fa.html": Meant(
        headline="لایروبی بندر کهنه تا پایان سال به پایان می‌رسد",
        byline="نرگس دریابان",
        authors=(("نرگس دریابان", "person"),),
        published="2023-11-03T16:45",
        news_id="843217",
        language="fa",
        body=("مدیر بندر می‌گوید کانال تازه", "در سال گذشته به شصت و دو فروند رسید."),
        paragraphs=7,
    ),
    "olive-harvest-ar.html": Meant(
        headline="موسم الزيتون في وادي الرمان يتراجع إلى النصف",
        byline="سامر الحلواني",
        authors=(("سامر الحلواني", "person"),),
        published="2024-01-16T10:30+00:00",
        language="ar",
        body=("مزارعون يطالبون بتعويضات", "وفق آخر إحصاء زراعي."),
        paragraphs=7,
    ),
    "library-hours.html": Meant(
        headline="Northfield library to open on Sundays again",
        byline="Dolores Castellan",
        authors=(("Dolores Castellan", "person"),),
        published="2022-09-20T21:04:11-05:00",
        news_id="30912",
        language="en-US",
        body=("NORTHFIELD — The public library on Third Street", "It takes them up again on October 4."),
        paragraphs=6,
        comments=4,
    ),
    "storm-live.html": Meant(
        headline="Storm Ilse live: ferries stopped, 12,000 homes without power",
        byline="Priya Lockhart (now) and Tom Ashby (earlier)",
        authors=(("Priya Lockhart", "person"), ("Tom Ashby", "person")),
        published="2023-11-02T05:30:00+00:00",
        modified="2023-11-02T13:20:00+00:00",
        language="en",
        genre="live",
    ),
    "pension-fund-paywall.html": Meant(
        headline="Inside the pension fund that bought a railway",
        byline="Sylvia Okonedo-Brandt",
        authors=(("Sylvia Okonedo-Brandt", "person"),),
        published="2024-05-30T04:00:00+02:00",
        language="en",
        access="paywalled",
        body=("Forty thousand retired teachers own", "a return of seven per cent a year from"),
        paragraphs=3,
    ),
    "section-front.html": Meant(kind="listing", headline="Local news", language="en-GB"),
    "brueckensperrung-de.html": Meant(
        headline="Hochbrücke nach Rissen im Tragwerk gesperrt",
        byline="Karla Brandtner und Jonas Wiedehopf",
        authors=(("Karla Brandtner", "person"), ("Jonas Wiedehopf", "person")),
        published="2024-02-23T11:30:00+01:00",
        modified="2024-02-23T14:05",
        news_id="2240917",
        language="de",
        body=("Prüfer haben an der Hochbrücke Risse", "die Fahrt ist kostenlos."),
        paragraphs=7,
    ),
    "entretien-horloger-fr.html": Meant(
        headline="« Une horloge publique appartient à ceux qui l’entendent »",
        byline="Agathe Morvan-Leroux",
        authors=(("Agathe Morvan-Leroux", "person"),),
        published="2023-12-08T06:30:00+01:00",
        news_id="612044",
        language="fr",
        genre="interview",
        body=("Depuis trente ans, Bastien Quérel", "c’est avoir tous la même heure."),
        paragraphs=10,
    ),
    "beian-ferry-zh.html": Meant(
        headline="北岸渡轮明年起改用电力 票价三年不变",
        byline="林月",
        authors=(("林月", "person"),),
        published="2024-05-24T08:15",
        language="zh-CN",
        access="full",
        body=("北岸市交通局昨天公布", "拍卖的日期由市财政局另行公布。"),
        paragraphs=5,
    ),
    "tramway-ja.html": Meant(
        headline="波止浜の路面電車、12年ぶりに全線再開へ",
        byline="白浜 由里",
        authors=(("白浜 由里", "person"),),
        published="2024-04-03T17:20",
        news_id="20240403-00517",
        language="ja",
        body=("高潮で線路が流され、", "今年秋までに結論を出す見通しだ。"),
        paragraphs=5,
    ),
}


def test_every_example_is_written_down() -> None:
    """The table has every example page, and no other."""
    assert set(MEANT) == {path.name for path in (EXAMPLES / "pages").iterdir()}


# What the body model gets wrong, with the reason: strict, so that a better model has to take the mark away.
SHORTFALLS = {
    "mill-closing.html": "without names in the markup, three lines above the first paragraph are kept",
}


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.xfail(reason=SHORTFALLS[name])) if name in SHORTFALLS else name for name in MEANT],
)
def test_example_is_read_as_meant(name: str) -> None:
    """The reader finds on an example page what a person finds."""
    meant = MEANT[name]
    article = dateline.read(capture_file(EXAMPLES / "pages" / name))
    found = Meant(
        kind=article.kind,
        headline=article.headline,
        byline=article.byline,
        authors=tuple((author.name, author.kind) for author in article.authors),
        published=str(article.published) if article.published else None,
        modified=str(article.modified) if article.modified else None,
        news_id=article.news_id,
        language=article.language,
        genre=article.genre if meant.genre else None,
        access=article.access if meant.access else None,
        body=meant.body,
        paragraphs=len(article.body) if meant.paragraphs else None,
        comments=len(article.comments),
    )
    assert found == meant
    if meant.body:
        assert article.body[0].text.startswith(meant.body[0])
        assert article.body[-1].text.endswith(meant.body[1])


@pytest.mark.parametrize(
    ("name", "outlet", "published"),
    [
        pytest.param("ferry-concession.txt", None, "2023-06-09 18:05, zone not stated", id="no-outlet"),
        pytest.param("ferry-concession.txt", "strait-observer", "2023-06-09 18:05 +05:30 (the outlet's zone)", id="named"),
        pytest.param("port-dredging-fa.html", "sahel-khabar", "2023-11-03 16:45 +03:30 (the outlet's zone)", id="solar-hijri"),
        pytest.param("tramway-ja.html", None, "2024-04-03 17:20 +09:00 (the outlet's zone)", id="by-og-url"),
        pytest.param("olive-harvest-ar.html", None, "2024-01-16 10:30 +00:00", id="printed-zone"),
        pytest.param("mill-closing.html", None, "1999-10-12", id="a-day"),
    ],
)
def test_zone_comes_from_page_or_outlet_or_not_at_all(name: str, outlet: str | None, published: str) -> None:
    """A time has an offset only where the page prints one or the outlet's profile knows the zone."""
    options = dateline.ReadOptions(outlet=outlet, profiles=read_profiles(EXAMPLES / "outlets", environ={}))
    assert told(dateline.read(capture_file(EXAMPLES / "pages" / name), options=options).published) == published
