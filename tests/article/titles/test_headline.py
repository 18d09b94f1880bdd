"""The headline of markup: which heading it is, and what of it is the headline."""

from __future__ import annotations

import pytest

from dateline.article.titles.headline import find_headline
from dateline.page import Limits, build_page
from dateline.records import Capture, Evidence, Page

BODY = "<p>" + "The river has gone back into its bed, and the people of the lower town have begun to sweep. " * 4 + "</p>"


def _page(body: str, head: str = "", url: str = "https://www.northernpost.example/2024/03/floods") -> Page:
    html = f"<html><head>{head}</head><body>{body}{BODY}</body></html>"
    return build_page(Capture(content=html.encode(), url=url, media_type="text/html"), limits=Limits())


def _og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


def _ld(title: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{title}"}}</script>'


CASES = {
    "a long kicker as a line of its own": (
        _page(
            "<h1><span class='overline'>From the department of bridges and canals, lower town branch</span> Floods recede after nine days</h1>",
            _og("Floods recede after nine days"),
        ),
        "Floods recede after nine days",
    ),
    "a date and a section below the headline in the same heading": (
        _page(
            "<h1>Floods recede after nine days<br><small>02.03.2024 • Association, Press</small></h1>",
            _og("Floods recede after nine days"),
        ),
        "Floods recede after nine days",
    ),
    "no line of its own for the end of the heading": (
        _page("<h1>Floods recede after nine days of rain</h1>", _og("Floods recede after nine days")),
        "Floods recede after nine days of rain",
    ),
    "a title for readers that is the kicker, another that is the headline": (
        _page(
            "<h1><span>Nine days of rain:</span><br>What the lower town will do about the river now</h1>",
            _og("Nine days of rain in town") + _ld("What the lower town will do about the river now"),
        ),
        "What the lower town will do about the river now",
    ),
    "a link of the heading to itself": (_page("<h1>Floods recede<a href='#floods'>¶</a></h1>"), "Floods recede"),
    "outlet's name behind a bar in the heading": (
        _page("<h1>Floods recede in the north | Northern Post</h1>"),
        "Floods recede in the north",
    ),
    "outlet's name with a dash in it": (
        _page(
            "",
            '<meta property="og:site_name" content="Pier media - News of the Coast">'
            + _og("Floods recede in the north | Pier media - News of the Coast"),
        ),
        "Floods recede in the north",
    ),
    "a printed title that the address names": (
        _page(
            "<h1 class='entry-title'>Ferry to run through the winter</h1><h1>Harbour notes</h1>",
            _og("What nobody knows about the bay"),
            "https://www.northernpost.example/2024/ferry-to-run-through-the-winter.html",
        ),
        "Ferry to run through the winter",
    ),
    "a printed title that the address does not name": (
        _page(
            "<h1 class='entry-title'>Ferry to run through the winter</h1><h1>Harbour notes</h1>",
            _og("What nobody knows about the bay"),
            "https://www.northernpost.example/2024/what-nobody-knows-about-the-bay",
        ),
        "What nobody knows about the bay",
    ),
    "a section in the middle of the title": (
        _page(
            "<h1>Books</h1><h2>The harbour that nobody wanted to build</h2>",
            "<title>Culture | Books | The harbour that nobody wanted to build | Harbour Post</title>",
        ),
        "The harbour that nobody wanted to build",
    ),
    "heading that is declared": (_page("<h1>Floods recede</h1>", _og("Floods recede")), "Floods recede"),
    "printed before SEO title": (
        _page("<h1>The river goes home</h1>", "<title>Floods: what we know | Northern Post</title>"),
        "The river goes home",
    ),
    "outlet's name in a heading": (
        _page("<h1>Northern Post</h1><h2>Floods recede in the north</h2>", _og("Floods recede in the north")),
        "Floods recede in the north",
    ),
    "link to the front page in a heading": (
        _page('<h1><a href="/">Notes from a Pier</a></h1><h2>Floods recede at last</h2>', "<title>Floods recede at last</title>"),
        "Floods recede at last",
    ),
    "section and headline as parts of the title": (
        _page(
            "<h1>Harbour notes</h1><h2>Floods recede in the lower town</h2>",
            "<title>Harbour notes » Floods recede in the lower town</title>",
        ),
        "Floods recede in the lower town",
    ),
    "heading in a breadcrumb trail": (
        _page(
            '<ul class="breadcrumb"><li><h1>Floods 2024: all news</h1></li></ul><h2>The river goes home</h2>',
            "<title>Floods 2024: all news</title>" + _ld("The river goes home"),
        ),
        "The river goes home",
    ),
    "kicker in the same heading": (
        _page(
            "<h1><span>Lower town</span> Floods recede after nine days of rain</h1>", _og("Floods recede after nine days of rain")
        ),
        "Floods recede after nine days of rain",
    ),
    "decoration": (_page("<h1>LIVE: Floods recede</h1>", _og("Floods recede")), "Floods recede"),
    "soft hyphens": (_page("<h1>Hoch&shy;wasser geht zurück</h1>", _og("Hochwasser geht zurück")), "Hochwasser geht zurück"),
    "only declared": (_page("<p>…</p>", _og("Floods recede | Northern Post")), "Floods recede"),
    "only a title": (_page("", "<title>Floods recede - Northern Post</title>"), "Floods recede"),
    "entities once": (_page("", _og("Salt &amp;amp; Sons")), "Salt & Sons"),
    "bold line of an old page": (
        _page(
            "<b>Local news</b><br><br><a href='x'>School lunch</a><br><br><font size=5><b>Paper mill to shut in May</b></font><br>Last shift goes<br><br>"
        ),
        "Paper mill to shut in May",
    ),
    "a line that is no heading, and begins the title": (
        _page(
            "<div>Harbour · Lower town</div><div>Floods recede in the lower town</div>",
            "<title>Floods recede in the lower town - Local - Northern Post</title>",
        ),
        "Floods recede in the lower town",
    ),
    "a Chinese line that is no heading": (
        _page(
            "<div>首页</div><div>北岸退水，居民清扫街道</div><p>" + "退水之后，下城的居民开始清扫街道。" * 12 + "</p>",
            "<title>北岸退水，居民清扫街道 北岸镇政府</title>",
        ),
        "北岸退水，居民清扫街道",
    ),
    "a masthead that ends the title": (
        _page("<div>Notes from an Old Pier</div>", "<title>Floods recede - Notes from an Old Pier</title>"),
        "Floods recede - Notes from an Old Pier",
    ),
    "headings below the text": (
        _page("<h1>Floods recede</h1>" + BODY + "<h1>Most read</h1>", _og("Floods recede")),
        "Floods recede",
    ),
}


def _chosen(page: Page) -> Evidence:
    return next(evidence for evidence in find_headline(page).evidence if evidence.chosen)


@pytest.mark.parametrize("case", CASES)
def test_headline(case: str) -> None:
    """The printed headline wins over titles for search engines, without outlet, kicker and decorations."""
    page, headline = CASES[case]
    assert find_headline(page).value == headline


def test_evidence_keeps_what_lost() -> None:
    """Declared titles stay as candidates, and the chosen one is where it is printed."""
    page = _page("<h1>The river goes home</h1>", _og("Floods: the river goes home at last"))
    found = find_headline(page)
    chosen = _chosen(page)
    assert chosen.span is not None
    assert chosen.span.of(page.text) == chosen.raw == "The river goes home"
    assert "Floods: the river goes home at last" in {e.value for e in found.evidence if not e.chosen}


def test_no_headline() -> None:
    """A page that prints and declares none has none, and says so."""
    found = find_headline(_page(""))
    assert found.value is None
    assert [note.code for note in found.notes] == ["headline.none"]


def test_agreement_is_surer_than_a_title_alone() -> None:
    """A heading that equals what is declared is given with more confidence than a title that nothing bears out."""
    assert _chosen(CASES["heading that is declared"][0]).confidence > 0.9 > _chosen(CASES["only a title"][0]).confidence


def test_an_address_that_is_none() -> None:
    """It says nothing of the headline."""
    html = f"<html><head><link rel=canonical href='http://[ferry-to-run-through'></head><body><h1>The river goes home</h1>{BODY}</body></html>"
    page = build_page(Capture(content=html.encode(), media_type="text/html"), limits=Limits())
    assert find_headline(page).value == "The river goes home"
