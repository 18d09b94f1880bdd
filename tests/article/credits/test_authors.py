"""Authors and byline: witnesses weighed against each other, on pages written for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.credits.authors import find_credits
from dateline.article.outlet import Profile

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

TEXT = "The river has gone back into its bed, and the people of the lower town have begun to sweep. " * 4
BODY = f"<article><p>{TEXT}</p><p>{TEXT}</p></article>"
TOP = "<h1>Floods recede at last</h1>"
URL = "https://www.northernpost.example/2024/03/floods"


def _ld(author: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Floods recede at last", "author": {author}}}</script>'


# One account, as systems fill it into all that they declare.
TOM = _ld('{"@type": "Person", "name": "Tom Fell"}') + '<meta name="author" content="Tom Fell">'
JANE_LD = _ld('{"@type": "Person", "name": "Jane Doyle"}')

# Markup → authors ("@" desk, "#" organisation) and byline.
PAGES: dict[str, tuple[str, str, str | None]] = {
    "who put it up, and who wrote it": (
        TOM + TOP + f"<p>By: Ana Lima</p>{BODY}",
        "Ana Lima",
        "Ana Lima",
    ),
    "who wrote it, printed below": (
        TOM + TOP + f"<p>By: Ana Lima</p>{BODY}<p>Tom Fell</p>",
        "Tom Fell",
        "Ana Lima",
    ),
    "one person in two spellings": (
        TOM.replace("Tom Fell", "Ana Lima-Müller") + TOP + f"<p>By: A. Lima-Muller</p>{BODY}",
        "Ana Lima-Müller",
        "A. Lima-Muller",
    ),
    "a picture's byline is nobody's": (
        _ld('{"@type": "Person", "name": "Tom Fell"}') + TOP + f"<figure><figcaption>By Ana Lima</figcaption></figure>{BODY}",
        "Tom Fell",
        "Ana Lima",
    ),
    "an account of the machine": ('<meta name="author" content="admin">' + TOP + BODY, "", None),
    "an outlet that reads as two people": (
        '<meta property="og:site_name" content="Kirche und Welt"><meta name="author" content="Kirche und Welt, Ulm">'
        + TOP
        + BODY,
        "#Kirche und Welt",
        None,
    ),
    "an editor, where nobody else is named": (
        TOP + f"<article><p>{TEXT}</p><p>{TEXT}</p></article><p>（责任编辑：林月）</p>",
        "林月",
        "林月",
    ),
    "an interviewer's questions": (
        TOP + f"<article><p>记者：您怎么看大桥的意义？</p><p>{TEXT}</p><p>记者：谢谢。</p></article><p>（责任编辑：林月）</p>",
        "林月",
        "林月",
    ),
    "an editor without a name": (TOP + f"<article><p>{TEXT}</p><p>{TEXT}</p></article><p>（责任编辑：HB017）</p>", "", None),
    "an author before an editor": (
        TOP + f"<p>来源：北岸网 作者：周平</p><article><p>{TEXT}</p><p>{TEXT}</p></article><p>责任编辑：林月</p>",
        "周平",
        "周平",
    ),
    "a reporter before an editor": (
        TOP + f"<article><p>（记者周平）{TEXT}</p><p>{TEXT}</p></article><p>责任编辑：林月</p>",
        "周平",
        "周平",
    ),
    "signed below the text": (
        TOP + f"<article><p>{TEXT}</p><p>{TEXT}</p><p>Jane Doyle</p></article>",
        "Jane Doyle",
        "Jane Doyle",
    ),
    "signed, and the outlet's account": (
        _ld('{"name": "Northern Post"}') + TOP + f"<article><p>{TEXT}</p><p>{TEXT}</p><p>Jane Doyle</p></article>",
        "Jane Doyle",
        "Jane Doyle",
    ),
    "named above the text, and an account of the outlet": (
        _ld('{"name": "Northernpost D"}') + TOP + f"<article><p>JANE DOYLE</p><p>{TEXT}</p><p>{TEXT}</p><p>{TEXT}</p></article>",
        "Jane Doyle",
        "JANE DOYLE",
    ),
    "declared, and another name below the text": (
        JANE_LD + TOP + f"<article><p>{TEXT}</p><p>{TEXT}</p><p>Tom Ashby</p></article>",
        "Jane Doyle",
        None,
    ),
    "a person of the story, named below her words": (
        TOP + f"<article><p>{TEXT} Jane Doyle lost her shed.</p><p>{TEXT}</p><p>Jane Doyle</p></article>",
        "",
        None,
    ),
    "a person of the headline": (
        f"<h1>Doyle: the river stays</h1><article><p>{TEXT}</p><p>{TEXT}</p><p>Jane Doyle</p></article>",
        "",
        None,
    ),
    "a link below the text is a tag": (
        TOP + f"<article><p>{TEXT}</p><p>{TEXT}</p><p><a href=/t>Jane Doyle</a></p></article>",
        "",
        None,
    ),
    "a line of another place is none of the text": (
        TOP + f"<article><p>{TEXT}</p><p>{TEXT}</p></article><div>Jane Doyle</div>",
        "",
        None,
    ),
    "words below the text": (TOP + f"<html lang=en><article><p>{TEXT}</p><p>{TEXT}</p><p>Contact Us</p></article>", "", None),
    "a partner beside the outlet": (
        '<meta name="author" content="Nachrichten">'
        + TOP
        + f"<article><p>{TEXT}</p><p>{TEXT}</p><p>Northernpost / Costa Libre</p></article>",
        "#Costa Libre",
        "Costa Libre",
    ),
    "whose a recording is": (
        TOP
        + '<figure><figcaption>Audio 3:07 <span class="byline">Jane Doyle</span></figcaption></figure><p>By Tom Ashby</p>'
        + BODY,
        "Tom Ashby",
        "Tom Ashby",
    ),
    "an author below her portrait": (
        TOP + '<figure><img src=/j.jpg><figcaption>By <span class="author-name">Jane Doyle</span></figcaption></figure>' + BODY,
        "Jane Doyle",
        "Jane Doyle",
    ),
    "a biography below the text": (
        TOP + BODY + "<h3>About the author</h3><p>Jane Doyle is a reporter at the Northern Post, and lives by the river.</p>",
        "Jane Doyle",
        "Jane Doyle",
    ),
    "a biography with the name above it": (
        TOP + BODY + "<h3>Über die Autorin</h3><p>Jane Doyle</p><p>Sie lebt am Fluss.</p>",
        "Jane Doyle",
        "Jane Doyle",
    ),
    "a biography of nobody": (
        TOP + BODY + "<h3>About the author</h3><p>The author is a reporter who lives by the river.</p>",
        "",
        None,
    ),
    "JSON-LD person": (JANE_LD + TOP, "Jane Doyle", None),
    "JSON-LD persons": (_ld('[{"name": "Jane Doyle"}, {"name": "Tom Ashby"}]') + TOP, "Jane Doyle; Tom Ashby", None),
    "JSON-LD string of two": (_ld('"Jane Doyle and Tom Ashby"') + TOP, "Jane Doyle; Tom Ashby", None),
    "JSON-LD names in a list": (
        _ld('{"@type": "Person", "name": ["Jane Doyle", "Tom Ashby"]}') + TOP,
        "Jane Doyle; Tom Ashby",
        None,
    ),
    "JSON-LD given and family name": (
        _ld('{"@type": "Person", "givenName": "Jane", "familyName": "Doyle"}') + TOP,
        "Jane Doyle",
        None,
    ),
    "JSON-LD reference": (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Floods", "author": {"@id": "#jd"}},'
        ' {"@type": "Person", "@id": "#jd", "name": "Jane Doyle"}]}</script>' + TOP,
        "Jane Doyle",
        None,
    ),
    "JSON-LD of another story": (
        '<link rel=canonical href="https://www.northernpost.example/2024/03/floods"><script type="application/ld+json">{"@type": "NewsArticle",'
        ' "headline": "Ferry fares to rise", "url": "https://www.northernpost.example/2023/01/fares", "author": "Jane Doyle"}</script>'
        + TOP,
        "",
        None,
    ),
    "another story's author above": (
        '<div class="popular"><h3>Most read</h3><a href="/r">Fares rise</a> <span class="author">Jane Doyle</span></div>'
        + TOP
        + "<p>By Tom Ashby</p>",
        "Tom Ashby",
        "Tom Ashby",
    ),
    "another story's author below": (
        TOP + BODY + '<section class="more-stories"><div class="card"><h4>Fares rise</h4><p>By Jane Doyle</p></div></section>',
        "",
        None,
    ),
    "JSON-LD organisation": (_ld('{"@type": "Organization", "name": "Northern Post"}') + TOP, "#Northern Post", None),
    "JSON-LD desk": (_ld('{"@type": "Person", "name": "Post News Desk"}') + TOP, "@Post News Desk", None),
    "meta": ('<meta name="author" content="Jane Doyle">' + TOP, "Jane Doyle", None),
    "meta with an address": ('<meta property="article:author" content="https://social.example/jane">' + TOP, "", None),
    "written by, for networks": (
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Doyle">' + TOP,
        "Jane Doyle",
        None,
    ),
    "account name declared, full name printed": (
        _ld('{"@type": "Person", "name": "JDoyle"}')
        + '<meta name="author" content="JDoyle">'
        + TOP
        + '<p class="byline">By Jane Doyle</p>',
        "Jane Doyle",
        "Jane Doyle",
    ),
    "account name alone": (_ld('{"@type": "Person", "name": "JDoyle"}') + TOP, "JDoyle", None),
    "outlet beside the author": ('<meta name="author" content="northernpost.example - Jane Doyle">' + TOP, "Jane Doyle", None),
    "agency's credit line at the foot": (
        TOP + BODY + "<p>(Reporting by Jane Doyle and Tom Ashby; Editing by Li Wei)</p>",
        "Jane Doyle; Tom Ashby",
        "Jane Doyle and Tom Ashby",
    ),
    "editors in brackets at the foot": (TOP + BODY + "<p>(责编：王小明、李红)</p>", "王小明; 李红", "王小明、李红"),
    "label of both genders": (TOP + "<p>Autor:innen: Karla Brandtner</p>", "Karla Brandtner", "Karla Brandtner"),
    "a headline that opens like a byline": (
        "<h1>Von Tunis nach Teheran</h1><p>Von Karla Brandtner</p>",
        "Karla Brandtner",
        "Karla Brandtner",
    ),
    "comments at the foot": (
        TOP + '<p class="byline">Von Karla Brandtner</p>' + BODY + "<p>Kommentar von Thomas — 3. Mai 2024</p>",
        "Karla Brandtner",
        "Karla Brandtner",
    ),
    "rel=author": (TOP + '<p>By <a rel="author" href="/by/jane">Jane Doyle</a></p>', "Jane Doyle", "Jane Doyle"),
    "itemprop": (TOP + '<span itemprop="author">Jane Doyle</span>', "Jane Doyle", "Jane Doyle"),
    "byline block": (TOP + '<div class="byline">By Jane Doyle, environment correspondent</div>', "Jane Doyle", "Jane Doyle"),
    "byline of several": (
        TOP + '<div class="article__byline">By Jane Doyle, Tom Ashby and Li Wei</div>',
        "Jane Doyle; Tom Ashby; Li Wei",
        "Jane Doyle, Tom Ashby and Li Wei",
    ),
    "names one by one": (
        TOP + '<div class="authors"><span class="author-name">Jane Doyle</span> <span class="author-name">Tom Ashby</span></div>',
        "Jane Doyle; Tom Ashby",
        "Jane Doyle Tom Ashby",
    ),
    "link to an author's page": (TOP + '<a href="/author/jane-doyle">Jane Doyle</a>', "Jane Doyle", "Jane Doyle"),
    "by line without a class": (TOP + "<p>By Jane Doyle</p>", "Jane Doyle", "Jane Doyle"),
    "line within a block": (TOP + "<div>3 May 2024<br>By Jane Doyle<br>Post Staff Writer</div>", "Jane Doyle", "Jane Doyle"),
    "capitals": (TOP + "<p>By WALTER PYM</p>", "Walter Pym", "WALTER PYM"),
    "name next to a date": (TOP + "<div>Jane Doyle</div><div>3 May 2024, 10:20</div>", "Jane Doyle", "Jane Doyle"),
    "name below the label": (
        TOP + "<p>Written by</p><p>Jane Doyle</p><p>Tom Ashby</p>",
        "Jane Doyle; Tom Ashby",
        "Jane Doyle\nTom Ashby",
    ),
    "label": (TOP + "<p>نویسنده: نرگس دریابان</p>", "نرگس دریابان", "نرگس دریابان"),
    "desk": (
        TOP + '<p class="byline">By Northern Post Staff Writer</p>',
        "@Northern Post Staff Writer",
        "Northern Post Staff Writer",
    ),
    "not a photographer": (
        TOP + '<p class="byline">By Jane Doyle</p><p class="photo-credit author">Photo: Tom Ashby</p>',
        "Jane Doyle",
        "Jane Doyle",
    ),
    "not an illustrator": (
        TOP
        + '<p class="byline">By <span class="author-name">Jane Doyle</span></p><p>Illustration by <a rel="author" href="/x">Tom Ashby</a></p>',
        "Jane Doyle",
        "Jane Doyle",
    ),
    "not a commenter": (TOP + BODY + '<div class="comment"><span class="comment-author">riverrat</span></div>', "", None),
    "not a card's": (
        TOP
        + BODY
        + '<div><a href="/fares"><h3>Ferry fares to rise in the spring, and what that means for the people of the lower town</h3>'
        '<div class="author">Tom Ashby</div></a></div>',
        "",
        None,
    ),
    "not a related story's": (TOP + '<ul class="related"><li><span class="author">Tom Ashby</span></li></ul>', "", None),
    "printed before the system's": (
        '<meta name="author" content="pierdesk7">' + TOP + '<p class="byline">By Jane Doyle</p>',
        "Jane Doyle",
        "Jane Doyle",
    ),
    "a person before the outlet": (
        '<meta property="og:site_name" content="Northern Post">'
        + _ld('{"@type": "Organization", "name": "Northern Post"}')
        + TOP
        + '<p class="byline">By Jane Doyle</p>',
        "Jane Doyle",
        "Jane Doyle",
    ),
    "all of several before the first": (
        JANE_LD
        + TOP
        + '<div class="byline">By <a rel="author" href="/a">Jane Doyle</a> and <a rel="author" href="/b">Tom Ashby</a></div>',
        "Jane Doyle; Tom Ashby",
        "Jane Doyle and Tom Ashby",
    ),
    "a whole name before a first name": (_ld('"Jane"') + TOP + '<p class="byline">By Jane Doyle</p>', "Jane Doyle", "Jane Doyle"),
    "behind a date, marked": (
        TOP + '<div>Posted on 3 May 2024 <span class="by-author">by <a rel="author" href="/author/jd/">jdoyle</a></span></div>',
        "jdoyle",
        "jdoyle",
    ),
    "behind a date, in its line": (
        TOP + "<p>03/05/2024 by Jane Doyle, Harbour Clerk of the Lower Town</p>",
        "Jane Doyle",
        "Jane Doyle",
    ),
    "behind a bar, in its line": (TOP + "<p>3 May 2024 · 3 min read · By Jane Doyle</p>", "Jane Doyle", "Jane Doyle"),
    "in a page builder's widget": (
        TOP + '<div class="elementor-widget"><ul><li itemprop="author"><a href="/author/jane/">Jane Doyle</a></li></ul></div>',
        "Jane Doyle",
        "Jane Doyle",
    ),
    "not the time to read": (TOP + "<p>3 May 2024</p><p>Reading Time: 7 minutes</p>", "", None),
    "not a sentence below": (TOP + BODY + "<p>By default, we can use the photos of your page.</p>", "", None),
    "not a comment in two lines": (TOP + BODY + "<p>Kommentar von Mareike<br>8. Dezember 2010 um 10:56</p>", "", None),
    "below the text": (TOP + BODY + '<p class="author">Text: Jane Doyle</p>', "Jane Doyle", "Jane Doyle"),
    "nobody": (TOP, "", None),
}
PLAIN = {
    "label": ("By: Strait Int’l Staff Writer\n", "@Strait Int’l Staff Writer", "Strait Int’l Staff Writer"),
    "by": ("By Jane Doyle and Tom Ashby\n3 May 2024\n", "Jane Doyle; Tom Ashby", "Jane Doyle and Tom Ashby"),
    "by, in two lines": ("By Jane Doyle\nand Tom Ashby\n3 May 2024\n", "Jane Doyle; Tom Ashby", "Jane Doyle\nand Tom Ashby"),
    "bare": ("Jane Doyle\n3 May 2024\n", "Jane Doyle", "Jane Doyle"),
    "Chinese": ("作者：王小明\n", "王小明", "王小明"),
    "none": ("3 May 2024\n", "", None),
}


@pytest.mark.parametrize("case", PAGES)
def test_markup(clues_of: CluesOf, case: str) -> None:
    """Authors are named in order, once each, by their kind; the byline is the printed words that name them."""
    source, authors, byline = PAGES[case]
    if "<article" not in source:
        source += BODY
    assert _told(clues_of(source, url=URL)) == (authors, byline)


@pytest.mark.parametrize("case", PLAIN)
def test_plain_text(clues_of: CluesOf, case: str) -> None:
    """A text without markup tells its authors by labels, "By" and bare names above the body."""
    head, authors, byline = PLAIN[case]
    assert _told(clues_of(head + f"{TEXT}\n{TEXT}\n{TEXT}")) == (authors, byline)


def test_a_name_beside_plain_text_is_no_signature(clues_of: CluesOf) -> None:
    """Tags and the names of people in pictures stand there as well."""
    assert _told(clues_of(f"Floods recede at last\n\n{TEXT}\n\n{TEXT}\n\nJane Doyle\n")) == ("", None)


def _told(clues: object) -> tuple[str, str | None]:
    marks = {"person": "", "desk": "@", "organisation": "#"}
    found = find_credits(clues)  # type: ignore[arg-type]
    return "; ".join(marks[a.kind] + a.name for a in found["authors"].value), found["byline"].value


def test_agreement_is_surer(clues_of: CluesOf) -> None:
    """Where printed and declared names agree, the reader is surer than by either alone."""
    alone = find_credits(clues_of(JANE_LD + TOP + BODY, url=URL))["authors"].evidence[0]
    both = find_credits(clues_of(JANE_LD + TOP + '<p class="byline">By Jane Doyle</p>' + BODY, url=URL))["authors"].evidence[0]
    assert both.confidence > 0.9 > alone.confidence


def test_losers_stay(clues_of: CluesOf) -> None:
    """Names that lost stay as evidence, each with where it stands."""
    clues = clues_of('<meta name="author" content="pierdesk7">' + TOP + '<p class="byline">By Jane Doyle</p>' + BODY, url=URL)
    chosen, *lost = find_credits(clues)["authors"].evidence
    assert (chosen.value, chosen.path) == ("Jane Doyle", None)
    assert chosen.span is not None
    assert chosen.span.of(clues.page.text) == chosen.raw
    assert ("pierdesk7", "meta[author]") in {(e.value, e.path) for e in lost}


def test_an_outlets_own_label(clues_of: CluesOf) -> None:
    """A profile's byline label is known."""
    profile = Profile(id="oster-bote", name="Oster-Bote", labels={"byline": ("Es schrieb",)})
    found = find_credits(clues_of(TOP + "<p>Es schrieb: Karla Brandtner</p>" + BODY, profile=profile))
    assert [author.name for author in found["authors"].value] == ["Karla Brandtner"]


def test_work_is_bounded(clues_of: CluesOf) -> None:
    """A page of nothing but bylines gives a byline, and keeps few losers."""
    found = find_credits(clues_of(TOP + '<p class="byline">By Jane Doyle</p>' * 3000 + BODY, url=URL))
    assert [author.name for author in found["authors"].value] == ["Jane Doyle"]
    assert len(found["authors"].evidence) < 20
