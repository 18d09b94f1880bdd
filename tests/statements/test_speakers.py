"""Speakers get the fullest name that the text has of them."""

from __future__ import annotations

import pytest

from dateline.records import Span
from dateline.statements.said import Said
from dateline.statements.speakers import Speakers

# text with speakers in brackets, and their names in order
CASES = {
    "surname": ("[Jane Holm] spoke. [Holm] left.", ["Jane Holm", "Jane Holm"]),
    "surname first": ("Holm: no tax. [Holm] spoke. Jane Holm, a senator, left.", ["Jane Holm"]),
    "title": ("[Sen. Jane Holm (R-Ohio)] spoke. [Ms. Holm] left.", ["Jane Holm", "Jane Holm"]),
    "title within": ("[Deputy Secretary of State Tom Rive] spoke.", ["Tom Rive"]),
    "role before": ("[Holm campaign spokesman Paul Rive] spoke.", ["Paul Rive"]),
    "apposition": ("[Paul Rive, a spokesman for Jane Holm,] spoke.", ["Paul Rive"]),
    "possessive": ("[Jane Holm’s lawyer, Paul Rive,] spoke.", ["Paul Rive"]),
    "pronoun": ("Jane Holm met the press. [She] spoke.", ["Jane Holm"]),
    "pronoun by gender": ("[Jane Holm] met Paul Rive. [He] spoke. [She] left.", ["Jane Holm", "Paul Rive", "Jane Holm"]),
    "pronoun of who spoke": ("[Mr. Rive] spoke. The board of Ms. Holm met. [He] left.", ["Rive", "Rive"]),
    "two of a name": ("Bill Holm and Jane Holm came. [Mrs. Holm] spoke. [Mr. Holm] left.", ["Jane Holm", "Bill Holm"]),
    "noun": ("Foreign Minister Paul Rive arrived. [The minister] spoke.", ["Paul Rive"]),
    "noun by apposition": ("Paul Rive, the mayor of Lund, arrived. [The mayor] spoke.", ["Paul Rive"]),
    "description": ("[a State Department spokesman] spoke.", ["State Department spokesman"]),
    "description cut": ("[an official who asked not to be named] spoke.", ["official"]),
    "acronym": ("The Popular Harbor Union (PHU) met. [The PHU] spoke.", ["Popular Harbor Union"]),
    "initials": ("The Northern Harbor Association met. [NHA] spoke.", ["Northern Harbor Association"]),
    "organisation": ("[The Harbor Committee] spoke. [The committee] left.", ["Harbor Committee", "Harbor Committee"]),
    "they": ("[The protesters] spoke. [They] left.", ["protesters", "protesters"]),
    "who": ("It was Paul Rive, [who] spoke.", ["Paul Rive"]),
    "author": ("[I] say so.", [None]),
    "indefinite": ("[Nobody] spoke.", [None]),
    "indefinite with a capital": ("[Whatever] was said, the ferry goes. [Any] of them may.", [None, None]),
    "company": (
        "Harbor Lines Inc. sold a ferry. [The company] spoke. [Harbor Lines] did too.",
        ["Harbor Lines Inc", "Harbor Lines Inc"],
    ),
    "courtesy": ("[Mr. Rive of Rive & Sons] spoke.", ["Rive"]),
    "nobody": ("It was said.", []),
}


@pytest.mark.parametrize(("marked", "names"), CASES.values(), ids=CASES.keys())
def test_name(marked: str, names: list[str | None]) -> None:
    """Names, pronouns and descriptions are resolved within the text, in its order."""
    text, spans = "", []
    for piece in marked.replace("]", "[").split("["):
        spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
    speakers = Speakers(text, "en")
    assert [speakers.name(Said((), (), (span,))) for span in spans[1::2]] == names


def test_nobody() -> None:
    """What nobody is named for has no name."""
    assert Speakers("It was said.", "en").name(Said(())) is None


@pytest.mark.parametrize(
    ("language", "marked", "name"),
    [
        pytest.param("de", "Anna Holm kam. [Holm] sprach.", "Anna Holm", id="german"),
        pytest.param("fr", "Anna Holm est venue. [Elle] a parlé.", "Anna Holm", id="french"),
        pytest.param("fr", "[Le ministre de la Défense] a parlé.", "ministre de la Défense", id="a noun's object"),
        pytest.param("de", "[Man] sagt es.", None, id="nobody"),
        pytest.param("ru", "Иван Петров прибыл. [Он] сказал.", "Иван Петров", id="russian"),
    ],
)
def test_other_languages(language: str, marked: str, name: str | None) -> None:
    """Full names and pronouns are resolved in other languages with capitals too."""
    before, said, after = marked.replace("]", "[").split("[")
    speakers = Speakers(before + said + after, language)
    assert speakers.name(Said((), (), (Span(len(before), len(before) + len(said)),))) == name
