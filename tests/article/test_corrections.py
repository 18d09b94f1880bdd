"""Corrections: paragraphs that say what was wrong, in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dateline.article.corrections import find_corrections, is_correction

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Correction: An earlier version of this article misspelled the name of the pier.", True, id="label"),
        pytest.param("Correction, May 5: The pier is 200 metres long, not 20, as was wrongly stated.", True, id="dated"),
        pytest.param("An earlier version of this story gave the wrong year.", True, id="sentence"),
        pytest.param("This article was amended on 5 May 2021 to correct a date.", True, id="amended"),
        pytest.param("Editor’s note: This story has been updated to remove a wrong figure.", True, id="editors-note"),
        pytest.param("Korrektur: In einer früheren Version stand ein falsches Jahr.", True, id="german"),
        pytest.param("In einer früheren Version hieß es, die Mole sei 20 Meter lang.", True, id="german-sentence"),
        pytest.param("Rectificatif : le quai mesure 200 mètres, et non 20, après une erreur.", True, id="french"),
        pytest.param("Fe de errores: el muelle mide 200 metros.", True, id="spanish"),
        pytest.param("Исправление: в статье был указан неверный год.", True, id="russian"),
        pytest.param("更正：码头长200米。", True, id="chinese"),
        pytest.param("Corrections officers said on Monday: the pier is closed.", False, id="officers"),
        pytest.param("Editor’s note: This is the first part of a series.", False, id="note-of-another-kind"),
        pytest.param("Corrections: If you find an error, write to us.", False, id="invitation"),
        pytest.param("The council corrected its plan.", False, id="news"),
    ],
)
def test_is_correction(text: str, told: bool) -> None:
    """Wording tells a correction from notes, invitations and news."""
    assert is_correction(text) is told


def test_corrections_stand_in_or_by_the_body(clues_of: CluesOf) -> None:
    """A correction behind the body is found with its place."""
    text = "Correction: An earlier version gave the wrong year."
    clues = clues_of(f"<h1>Pier</h1><article><p>The council will rebuild the pier.</p></article><div>{text}</div>")
    found = find_corrections(clues)
    assert [paragraph.text for paragraph in found.value] == [text]
    assert found.evidence[0].span is not None
    assert found.evidence[0].span.of(clues.page.text) == text
