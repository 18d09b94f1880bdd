"""Names in parts, where these are plain to see."""

from __future__ import annotations

import pytest

from dateline.exchange.names import Parts, parts


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        pytest.param("Jane Holm", "en", Parts("Jane", "", "Holm"), id="two"),
        pytest.param("Jean-Luc Côté", "fr-CA", Parts("Jean-Luc", "", "Côté"), id="accents"),
        pytest.param("Siobhán O’Hara", "en-GB", Parts("Siobhán", "", "O’Hara"), id="apostrophe"),
        pytest.param("J. K. Marlow", "en", Parts("J. K.", "", "Marlow"), id="initials"),
        pytest.param("John F. Quill", "en", Parts("John F.", "", "Quill"), id="middle-initial"),
        pytest.param("Jan van der Berg", "nl", Parts("Jan", "van der", "Berg"), id="particles"),
        pytest.param("Maria De Luca", "it", Parts("Maria", "", "De Luca"), id="capital-particle"),
        pytest.param("Ana María Ruiz", "es", None, id="three-words"),
        pytest.param("Ruiz", "es", None, id="one-word"),
        pytest.param("Dr Holm", "en", None, id="title"),
        pytest.param("Dr. Holm", "en", None, id="title-with-stop"),
        pytest.param("Jane Holm Jr.", "en", None, id="suffix"),
        pytest.param("Jane Holm, Reporter", "en", None, id="comma"),
        pytest.param("Li Wei", "en", None, id="family-first"),
        pytest.param("Seo Min-jun", "en", None, id="small-after-hyphen"),
        pytest.param("Nagy Ilona", "hu", None, id="language-of-families-first"),
        pytest.param("Jane Holm", None, None, id="language-unknown"),
        pytest.param("山田 太郎", "en", None, id="other-script"),
        pytest.param("jane holm", "en", None, id="small-letters"),
        pytest.param("Jane {and} Holm", "en", None, id="markup"),
        pytest.param("", "en", None, id="nothing"),
    ],
)
def test_parts(name: str, language: str | None, expected: Parts | None) -> None:
    """A name of one family name, written last, has parts; any other is left as it is."""
    assert parts(name, language) == expected


def test_inverted() -> None:
    """The family name stands first, behind its particle."""
    assert Parts("Jan", "van der", "Berg").inverted == "van der Berg, Jan"
    assert Parts("Jane", "", "Holm").inverted == "Holm, Jane"
