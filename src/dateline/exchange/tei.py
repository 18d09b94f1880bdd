"""TEI P5 (https://tei-c.org/guidelines/p5/): a corpus of one `<TEI>` an article, checked by a schema of the elements used."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from dateline.exchange.text import one_line, printable, reference, title, web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.records import Article, Comment, Image, Moment, Paragraph, ParagraphKind

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")  # what `xml:lang` may be

_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="{NAMESPACE}">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Articles exported by Dateline</title></titleStmt>
      <publicationStmt><p>An export, not a publication.</p></publicationStmt>
      <sourceDesc><p>News pages; each text names its own.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
"""
_FOOT = "</teiCorpus>\n"

# What runs of one kind of paragraph are wrapped in, and each of them.
_RUNS: dict[ParagraphKind, tuple[str, ...]] = {"list item": ("list", "item"), "table row": ("table", "row", "cell")}
_RENDERED: dict[ParagraphKind, str] = {"preformatted": "preformatted", "term": "term"}


def write_tei(articles: Iterable[Article]) -> Iterator[bytes]:
    """TEI P5: one teiCorpus with a TEI element an article, its header, its text in divisions, and readers' comments."""
    yield _HEAD.encode()
    for article in articles:
        element = tei(article)
        ET.indent(element, level=1)
        yield f"  {ET.tostring(element, encoding='unicode')}\n".encode()
    yield _FOOT.encode()


def tei(article: Article) -> ET.Element:
    """An article as a `TEI` element, its tags without namespace: write it within one of `NAMESPACE`."""
    root = ET.Element("TEI")
    header = _in(root, "teiHeader")
    file = _in(header, "fileDesc")
    _title_statement(_in(file, "titleStmt"), article)
    _in(_in(file, "publicationStmt"), "p", f"Read by Dateline ({article.reader}) from the page that sourceDesc names.")
    _source(_in(_in(file, "sourceDesc"), "bibl"), article)
    _profile(header, article)
    language = article.language if _LANGUAGE.fullmatch(article.language or "") else None
    text = _in(root, "text", **{_XML_LANG: language})
    _body(_in(_in(text, "body"), "div", type=article.kind), article)
    _back(text, article)
    return root


def _in(parent: ET.Element, tag: str, text: str | None = None, **attributes: str | None) -> ET.Element:
    """A new element in `parent`; its text is made printable, its line feeds `<lb/>`; attributes without a value are left out."""
    element = ET.SubElement(parent, tag, {name: one_line(value) for name, value in attributes.items() if value})
    first, *rest = printable(text or "").split("\n")
    element.text = first
    for line in rest:
        ET.SubElement(element, "lb").tail = line
    return element


def _title_statement(statement: ET.Element, article: Article) -> None:
    _in(statement, "title", title(article))
    _authors(statement, article)


def _authors(parent: ET.Element, article: Article) -> None:
    for author in article.authors:
        _in(_in(parent, "author"), "persName" if author.kind == "person" else "orgName", author.name)


def _source(bibl: ET.Element, article: Article) -> None:
    """The page and its publication, as far as they are known."""
    identifiers = (("URI", article.uri), ("news_id", article.news_id), ("sha256", article.capture))
    if article.headline:
        _in(bibl, "title", article.headline, level="a")
    if article.subheadline:
        _in(bibl, "title", article.subheadline, level="a", type="sub")
    _authors(bibl, article)
    for tag, value in (("publisher", article.outlet), ("distributor", article.source)):
        if value:
            _in(bibl, tag, value)
    for kind, moment in (("published", article.published), ("modified", article.modified)):
        if moment:
            _in(bibl, "date", str(moment), type=kind, **_when(moment))
    if article.captured_at:
        at = article.captured_at.isoformat()
        _in(bibl, "date", at, type="captured", when=at)
    if article.section:
        _in(bibl, "biblScope", article.section, unit="section")
    for kind, value in identifiers:
        if value:
            _in(bibl, "idno", value, type=kind)
    if target := web_address(article.url):
        _in(bibl, "ref", article.url, target=target)
    if article.byline:
        _in(bibl, "note", article.byline, type="byline")


def _when(moment: Moment) -> dict[str, str]:
    """`@when` where XML Schema has a type of that precision; an hour or a minute is a stretch from its first second to its last."""
    offset = moment.offset or ""
    if moment.precision in ("year", "month", "day"):
        return {"when": moment.local}
    if moment.precision == "second":
        return {"when": moment.local + offset}
    first, last = (":00:00", ":59:59") if moment.precision == "hour" else (":00", ":59")
    return {"notBefore": moment.local + first + offset, "notAfter": moment.local + last + offset}


def _profile(header: ET.Element, article: Article) -> None:
    profile = _in(header, "profileDesc")
    if article.dateline:
        _in(_in(profile, "creation"), "placeName", article.dateline)
    if article.language and _LANGUAGE.fullmatch(article.language):
        _in(_in(profile, "langUsage"), "language", ident=article.language)
    classes = _in(profile, "textClass")
    if article.keywords:
        keywords = _in(classes, "keywords")
        for keyword in article.keywords:
            _in(keywords, "term", keyword)
    for scheme, value in (("kind", article.kind), ("genre", article.genre)):
        if value:
            _in(classes, "classCode", value, scheme=f"urn:dateline:{scheme}")


def _body(division: ET.Element, article: Article) -> None:
    """Headlines, then the paragraphs; every heading begins a division of its own."""
    if article.headline:
        _in(division, "head", article.headline)
    if article.subheadline:
        _in(division, "head", article.subheadline, type="sub")
    at = division
    for kind, run in groupby(article.body, key=lambda paragraph: paragraph.kind):
        if kind == "heading":
            for paragraph in run:
                at = _in(division, "div", type="section")
                _in(at, "head", paragraph.text)
        else:
            _run(at, kind, run)
    if not len(division):
        _in(division, "p")


def _run(division: ET.Element, kind: ParagraphKind, run: Iterable[Paragraph]) -> None:
    """Neighbouring paragraphs of one kind."""
    if kind in _RUNS:
        outer, *inner, last = _RUNS[kind]
        whole = _in(division, outer)
        for paragraph in run:
            at = whole
            for tag in inner:
                at = _in(at, tag)
            _in(at, last, paragraph.text)
        return
    for paragraph in run:
        at = _in(division, "quote") if kind == "quotation" else division
        _in(at, "p", paragraph.text, rend=_RENDERED.get(kind))


def _back(text: ET.Element, article: Article) -> None:
    """What stands around the article: pictures, the outlet's corrections, readers' comments."""
    if not (article.images or article.corrections or article.comments):
        return
    back = _in(text, "back")
    if article.images:
        pictures = _in(back, "div", type="images")
        for image in article.images:
            _figure(pictures, image)
    if article.corrections:
        corrections = _in(back, "div", type="corrections")
        for correction in article.corrections:
            _in(corrections, "p", correction.text)
    if article.comments:
        comments = _in(back, "div", type="comments")
        for comment in article.comments:
            _comment(comments, comment)


def _figure(division: ET.Element, image: Image) -> None:
    figure = _in(division, "figure")
    _in(figure, "graphic", url=reference(image.url) or "about:blank")
    for text, rend in ((image.caption, "caption"), (image.credit, "credit")):
        if text:
            _in(figure, "p", text, rend=rend)
    if image.alt:
        _in(figure, "figDesc", image.alt)


def _comment(division: ET.Element, comment: Comment) -> None:
    one = _in(division, "div", type="comment")
    if comment.author:
        _in(one, "byline", comment.author)
    if comment.published:
        _in(_in(one, "dateline"), "date", str(comment.published), **_when(comment.published))
    _in(one, "p", comment.text)
