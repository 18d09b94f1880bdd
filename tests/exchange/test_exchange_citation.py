"""Citations: fields, honest dates, and text that cannot break the entry."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from dateline.exchange import STYLES, bibtex, csl, ris
from dateline.records import Article, Author, Moment

if TYPE_CHECKING:
    from tests.exchange.conftest import MakeArticle


def test_bibtex(article: Article) -> None:
    """A BibTeX entry has author, title, outlet, date, address and day of capture."""
    assert (
        bibtex(article, outlet="Harbour Post & Co")
        == r"""@misc{harbour-post-2023-ab12cd34,
  author = {Quill, Mara and {Night Desk}},
  title = {{Council moves lighthouse}},
  howpublished = {Harbour Post \& Co},
  year = {2023},
  month = may,
  day = {12},
  number = {12},
  url = {https://harbourpost.example/12},
  urldate = {2024-02-03},
}
"""
    )


def test_ris(article: Article) -> None:
    """A RIS entry has a tag a line, lines end in CR LF."""
    assert ris(article, outlet="Harbour Post").split("\r\n") == [
        "TY  - NEWS",
        "AU  - Quill, Mara",
        "AU  - Night Desk",
        "TI  - Council moves lighthouse",
        "T2  - Harbour Post",
        "PY  - 2023",
        "DA  - 2023/05/12/",
        "AN  - 12",
        "LA  - en-GB",
        "UR  - https://harbourpost.example/12",
        "Y2  - 2024/02/03",
        "ER  - ",
        "",
    ]


def test_csl_json(article: Article) -> None:
    """A CSL-JSON file is an array of one item, a person in parts and a desk as it is."""
    (item,) = json.loads(STYLES["csl-json"](article))
    assert item == {
        "id": "harbour-post-2023-ab12cd34",
        "type": "article-newspaper",
        "title": "Council moves lighthouse",
        "author": [{"family": "Quill", "given": "Mara"}, {"literal": "Night Desk"}],
        "container-title": "harbour-post",
        "issued": {"date-parts": [[2023, 5, 12]]},
        "accessed": {"date-parts": [[2024, 2, 3]]},
        "number": "12",
        "section": "Harbour",
        "language": "en-GB",
        "URL": "https://harbourpost.example/12",
    }


def test_particles_and_names_that_have_no_plain_parts(make: MakeArticle) -> None:
    """A particle stands apart, a name that cannot be parted safely stays whole, in braces or `literal`."""
    article = make(
        authors=(Author("Jan van der Berg"), Author("Ana María Ruiz"), Author("Berg Post", "organisation")), language="nl"
    )
    assert "author = {van der Berg, Jan and {Ana María Ruiz} and {Berg Post}}" in bibtex(article)
    assert csl(article)["author"] == [
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
        {"literal": "Ana María Ruiz"},
        {"literal": "Berg Post"},
    ]


@pytest.mark.parametrize(
    ("moment", "tex", "parts", "date"),
    [
        pytest.param(None, ["year = {n.d.}"], None, None, id="none"),
        pytest.param(Moment(local="2023", precision="year"), ["year = {2023}"], [2023], "2023///", id="year"),
        pytest.param(
            Moment(local="2023-05", precision="month"), ["year = {2023}", "month = may"], [2023, 5], "2023/05//", id="month"
        ),
        pytest.param(
            Moment(local="0987-12-01T05", precision="hour"),
            ["year = {0987}", "month = dec", "day = {1}"],
            [987, 12, 1],
            "0987/12/01/",
            id="hour",
        ),
    ],
)
def test_dates_are_honest(
    make: MakeArticle, moment: Moment | None, tex: list[str], parts: list[int] | None, date: str | None
) -> None:
    """A date has the parts that are known; without any, BibTeX says n.d. and the others leave it to the style."""
    article = make(published=moment)
    assert re.findall(r"(?:year|month|day) = [^,]*", bibtex(article)) == tex
    assert csl(article).get("issued") == (parts and {"date-parts": [parts]})
    assert re.findall("^DA  - (.*)\r$", ris(article), re.MULTILINE) == ([date] if date else [])


@pytest.mark.parametrize(
    ("headline", "paragraph", "expected"),
    [
        pytest.param("A  head\nline", "Text.", "A head line", id="headline"),
        pytest.param(None, "Short text.", "[Short text.]", id="whole"),
        pytest.param(None, "one two three four five six seven eight nine ten eleven", "[one two three four five six seven eight nine ten…]", id="cut"),
        pytest.param(None, "港" * 200, f"[{'港' * 80}…]", id="no-spaces"),
        pytest.param(" ", " ", "[untitled]", id="nothing"),
    ],
)  # fmt: skip
def test_title(make: MakeArticle, headline: str | None, paragraph: str, expected: str) -> None:
    """Without a headline the first words stand in brackets."""
    assert csl(make(("paragraph", paragraph), headline=headline))["title"] == expected


def test_hostile_text_stays_in_its_field(hostile: Article) -> None:
    """No text ends its field or entry: braces balance, lines are the tags', nothing is a TeX command but ours."""
    tex = bibtex(hostile)
    depth = 0
    for character in tex.partition("{")[2].rstrip().removesuffix("}"):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert set(re.findall(r"\\([A-Za-z]+)", tex)) <= {
        *("textbackslash", "textbraceleft", "textbraceright", "textasciitilde", "textasciicircum")
    }
    assert re.findall(r"^  (\w+) = ", tex, re.MULTILINE) == [
        *("author", "title", "howpublished", "year", "month", "day", "number", "url")
    ]
    lines = ris(hostile).split("\r\n")
    assert [line[:6] for line in lines] == [
        *(f"{tag}  - " for tag in ("TY", "AU", "AU", "TI", "T2", "PY", "DA", "AN", "LA", "UR", "ER")),
        "",
    ]
    assert not any(set(line) & set("\n\r\u2028\x85\x0c\x1b\u202e\u2067") for line in [*lines, *tex.split("\n")])


def test_address_that_is_none_of_the_web_is_left_out(make: MakeArticle) -> None:
    """A link is an address of the web or absent."""
    for style in STYLES.values():
        assert "javascript" not in style(make(url="javascript:alert(1)"))


def test_kinds_of_page(make: MakeArticle) -> None:
    """What is no article is cited as a page of the web."""
    assert csl(make(kind="product"))["type"] == "webpage"
    assert ris(make(kind="product")).startswith("TY  - ELEC\r\n")
