"""Images, captions, credits; and links in the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.images import credit_in, find_images
from dateline.article.links import find_links

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

URL = "https://harbourpost.example/pier"
SHOWN = "The harbour master showed the members of the council on Monday how far the storm had moved the old pier"
BODY = "<p>The council will rebuild the <a href='/plan'>northern pier</a>, as it said on Monday.</p>"


def page(lead: str = "", inside: str = "", head: str = "") -> str:
    """An article with pictures."""
    return f"<html><head>{head}</head><body><h1>Pier</h1>{lead}<article>{BODY}{inside}{BODY}</article></body></html>"


@pytest.mark.parametrize(
    ("source", "images"),
    [
        pytest.param(
            page("<figure><img src='/a.jpg' alt='A pier'><figcaption>The pier in May. Photo: Ana Lima</figcaption></figure>"),
            [("https://harbourpost.example/a.jpg", "A pier", "The pier in May. Photo: Ana Lima", "Ana Lima")],
            id="figure",
        ),
        pytest.param(
            page(inside="<figure><img data-src='//cdn.example/b.jpg?w=9'><div class='caption'>The pier</div><span class='credit'>Coast Wire</span></figure>"),
            [("https://cdn.example/b.jpg?w=9", None, "The pier", "Coast Wire")],
            id="classes",
        ),
        pytest.param(page(inside="<img src='/c.jpg'>"), [("https://harbourpost.example/c.jpg", None, None, None)], id="bare-in-the-body"),
        pytest.param(page("<img src='/logo.png'>"), [], id="furniture"),
        pytest.param(
            page("<img src='/k.jpg'><p>The pier in May. (Photo: Ana Lima)</p>"),
            [("https://harbourpost.example/k.jpg", None, "The pier in May. (Photo: Ana Lima)", "Ana Lima")],
            id="a-line-with-a-credit",
        ),
        pytest.param(
            page("<img src='/l.jpg'><p>The pier in May.</p><p>Photograph by Ana Lima</p>"),
            [("https://harbourpost.example/l.jpg", None, "The pier in May.\nPhotograph by Ana Lima", "Ana Lima")],
            id="a-line-above-a-credit",
        ),
        pytest.param(
            page("<img src='/m.jpg'><p>Foto: Ana Lima</p>"),
            [("https://harbourpost.example/m.jpg", None, None, "Ana Lima")],
            id="a-credit-and-no-caption",
        ),
        pytest.param(
            page("<figure><img src='/q.jpg'><figcaption>Photo: The old pier of the harbour in 1961</figcaption></figure>"),
            [("https://harbourpost.example/q.jpg", None, "Photo: The old pier of the harbour in 1961", "The old pier of the harbour in 1961")],
            id="a-caption-that-begins-as-a-credit-does",
        ),
        pytest.param(page("<img src='/r.jpg'><h3><a href='/x'>Storm over the isles</a></h3><p>Photo: Ana Lima</p>"), [], id="a-teaser-above-a-credit"),
        pytest.param(page("<img src='/n.jpg'><p>Ana Lima</p><p>Foto: Tom Fell</p>"), [], id="a-portrait-above-a-credit"),
        pytest.param(page("<img src='/o.jpg'><p>The pier in May.</p><p>Harbour news</p>"), [], id="a-line-without-a-credit"),
        pytest.param(
            page("<figure><img src='/p-610x343.jpg'><figcaption>The pier</figcaption></figure>", head="<meta property='og:image' content='/p.jpg'>"),
            [("https://harbourpost.example/p-610x343.jpg", None, "The pier", None)],
            id="one-picture-in-two-sizes",
        ),
        pytest.param(page("<figure><img src='/f.jpg'><figcaption>Von Jana Muster, Redakteurin</figcaption></figure>"), [], id="the-author"),
        pytest.param(page(inside="<figure><img src='/g.jpg'><figcaption>READ MORE: Storm over the bay</figcaption></figure>"), [], id="a-teaser"),
        pytest.param(
            page(inside="<figure><img src='/h.jpg'><figcaption>Von links: Jana Muster und Ben Beispiel</figcaption></figure>"),
            [("https://harbourpost.example/h.jpg", None, "Von links: Jana Muster und Ben Beispiel", None)],
            id="people-from-the-left",
        ),
        pytest.param(
            page(inside=f"<figure><img src='/i.jpg'><figcaption class='credit'>{SHOWN}</figcaption></figure>"),
            [("https://harbourpost.example/i.jpg", None, SHOWN, None)],
            id="a-caption-called-credit",
        ),
        pytest.param(
            page(inside="<figure><img src='/j.jpg'><figcaption class='credit'>Ana Lima / Coast Wire</figcaption></figure>"),
            [("https://harbourpost.example/j.jpg", None, "Ana Lima / Coast Wire", "Ana Lima / Coast Wire")],
            id="a-credit-alone",
        ),
        pytest.param(
            page(inside="<figure><img src='/d.jpg'></figure><figure><img src='/d.jpg?w=2'></figure>"),
            [("https://harbourpost.example/d.jpg", None, None, None)],
            id="once",
        ),
        pytest.param(
            page(head="<meta property='og:image' content='/e.jpg'><meta property='og:image:alt' content='A pier'>"),
            [("https://harbourpost.example/e.jpg", "A pier", None, None)],
            id="declared",
        ),
    ],
)  # fmt: skip
def test_images(clues_of: CluesOf, source: str, images: list[tuple[str, str | None, str | None, str | None]]) -> None:
    """Address, alternative text, caption and credit; the caption is where its span says."""
    clues = clues_of(source, url=URL)
    found = find_images(clues).value
    assert [(i.url, i.alt, i.caption, i.credit) for i in found] == images
    assert all(i.caption_span is None or i.caption_span.of(clues.page.text) == i.caption for i in found)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        pytest.param("The pier. Photo: Ana Lima / Coast Wire", "Ana Lima / Coast Wire", id="label"),
        pytest.param("The pier (Coast Wire Photo/Ana Lima)", "Coast Wire Photo/Ana Lima", id="brackets"),
        pytest.param("Die Mole. © Coast Wire", "Coast Wire", id="copyright"),
        pytest.param("El muelle. Foto: Ana Lima.", "Ana Lima", id="spanish"),
        pytest.param("The pier in May", None, id="none"),
    ],
)
def test_credit_in_a_caption(caption: str, credit: str | None) -> None:
    """A caption's end may say who made the picture."""
    assert credit_in(caption) == credit


def test_links_of_the_body(clues_of: CluesOf) -> None:
    """Links with words within body lines, absolute; those of furniture are not the article's."""
    clues = clues_of(
        page("<a href='/home'>Home</a>", "<p><a href='mailto:a@b.example'>Mail the harbour master about it</a></p>"), url=URL
    )
    found = find_links(clues).value
    assert [(link.url, link.text) for link in found] == [("https://harbourpost.example/plan", "northern pier")] * 2
    assert all(link.span.of(clues.page.text) == link.text for link in found)
