"""TEI: valid against our schema of the elements used, with every text in it and dates only as precise as known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dateline.exchange import write_tei
from dateline.records import Article, Moment

if TYPE_CHECKING:
    from tests.exchange.conftest import MakeArticle

TEI = {"t": "http://www.tei-c.org/ns/1.0"}


@pytest.fixture(scope="session")
def schema() -> Any:
    """The RELAX NG schema."""
    etree = pytest.importorskip("lxml.etree")
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("tei.rng")))


def parsed(*articles: Article) -> Any:
    """The corpus of these articles, read by another XML library than the one that wrote it."""
    etree = pytest.importorskip("lxml.etree")
    return etree.fromstring(b"".join(write_tei(articles)), etree.XMLParser(resolve_entities=False))


def test_is_valid(schema: Any, article: Article, make: MakeArticle) -> None:
    """A full record, an almost empty one and no record at all make a valid corpus."""
    for articles in ((article, make()), ()):
        schema.assertValid(parsed(*articles))


def test_hostile_text_stays_text(schema: Any, hostile: Article) -> None:
    """Whatever a text holds, the corpus is well-formed and valid, and the text is in it."""
    corpus = parsed(hostile)
    schema.assertValid(corpus)
    (head,) = corpus.xpath("//t:body/t:div/t:head[not(@type)]", namespaces=TEI)
    words = " ".join(head.itertext()).split()
    assert len(words) == len((hostile.headline or "").split())


def test_text_is_in_its_elements(article: Article) -> None:
    """Headings begin divisions, list items share a list, line breaks are elements, comments stand behind."""
    corpus = parsed(article)

    def texts(path: str) -> list[str]:
        return ["".join(each.itertext()).strip() for each in corpus.xpath(path, namespaces=TEI)]

    assert texts("//t:body/t:div/t:head") == ["Council moves lighthouse", "Three storms were enough"]
    assert texts("//t:body/t:div/t:div[@type='section']/t:head") == ["What it costs"]
    assert texts("//t:list/t:item") == ["two million for the tower", "one million for the quay"]
    assert corpus.xpath("count(//t:list)", namespaces=TEI) == 1
    assert corpus.xpath("string(//t:quote/t:p/t:lb/following-sibling::text())", namespaces=TEI).strip() == "Now we build."
    assert texts("//t:back/t:div[@type='comments']/t:div/t:p") == ["At last."]
    assert texts("//t:titleStmt/t:author/*") == ["Mara Quill", "Night Desk"]
    assert corpus.xpath("//t:text/@xml:lang", namespaces=TEI) == ["en-GB"]
    assert texts("//t:idno[@type='URI']") == [article.uri]


@pytest.mark.parametrize(
    ("moment", "attributes"),
    [
        pytest.param(Moment(local="2023", precision="year"), {"when": "2023"}, id="year"),
        pytest.param(Moment(local="2023-05", precision="month"), {"when": "2023-05"}, id="month"),
        pytest.param(Moment(local="2023-05-12", precision="day"), {"when": "2023-05-12"}, id="day"),
        pytest.param(
            Moment(local="2023-05-12T21", precision="hour"),
            {"notBefore": "2023-05-12T21:00:00", "notAfter": "2023-05-12T21:59:59"},
            id="hour",
        ),
        pytest.param(
            Moment(local="2023-05-12T21:37", precision="minute", offset="+03:30", zone_source="outlet"),
            {"notBefore": "2023-05-12T21:37:00+03:30", "notAfter": "2023-05-12T21:37:59+03:30"},
            id="minute",
        ),
        pytest.param(
            Moment(local="2023-05-12T21:37:05", precision="second", offset="+00:00", zone_source="explicit"),
            {"when": "2023-05-12T21:37:05+00:00"},
            id="second",
        ),
    ],
)
def test_dates_are_as_precise_as_known(schema: Any, make: MakeArticle, moment: Moment, attributes: dict[str, str]) -> None:
    """`@when` where the precision has a type of XML Schema, else the stretch that it may be."""
    corpus = parsed(make(published=moment))
    schema.assertValid(corpus)
    (date,) = corpus.xpath("//t:date[@type='published']", namespaces=TEI)
    assert date.text == str(moment)
    assert {name: value for name, value in date.attrib.items() if name != "type"} == attributes


def test_language_that_is_none_is_left_out(schema: Any, make: MakeArticle) -> None:
    """A language that XML cannot name makes no attribute."""
    corpus = parsed(make(("paragraph", "Words."), language="not a tag!"))
    schema.assertValid(corpus)
    assert not corpus.xpath("//@xml:lang")
