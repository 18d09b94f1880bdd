"""Datelines: the place, day and agency that open a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.dateline_place import find_dateline, read_dateline

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

OPENINGS = [
    ("BAGHDAD, Nov 23 (Reuters) — The river has receded.", "BAGHDAD", "Reuters"),
    ("WASHINGTON (AP) — The river has receded.", "WASHINGTON", "AP"),
    ("WASHINGTON, D.C. (AP) — The river has receded.", "WASHINGTON", "AP"),
    ("ST. ANSELM, Ohio (AP) — The river has receded.", "ST. ANSELM", "AP"),
    ("NORTHFIELD — The river has receded.", "NORTHFIELD", None),
    ("ORRIN FALLS - The river has receded.", "ORRIN FALLS", None),
    ("PORT ANSELM -- The river has receded.", "PORT ANSELM", None),
    ("Lindenau (dpa) – Der Fluss ist zurückgegangen.", "Lindenau", "dpa"),
    ("Lindenau (dpa/lno) - Der Fluss ist zurückgegangen.", "Lindenau", "dpa/lno"),
    ("Paris (AFP) – La rivière a baissé.", "Paris", "AFP"),
    ("Madrid, 23 nov (EFE).- El río ha bajado.", "Madrid", "EFE"),
    ("SÃO VICENTE (Reuters) - O rio baixou.", "SÃO VICENTE", "Reuters"),
    ("LINDI: The river has receded.", "LINDI", None),
    ("وادي الرمان - تراجع النهر", "وادي الرمان", None),
    ("القاهرة (رويترز) - تراجع النهر", "القاهرة", "رويترز"),
    ("新华社北京4月24日电 河水已经退去。", "北京", "新华社"),
    ("МОСКВА, 7 мая. /ТАСС/. Река отступила.", "МОСКВА", "ТАСС"),
    ("New Delhi, May 7 (PTI) The river has receded.", "New Delhi", "PTI"),
    ("(서울=연합뉴스) 강물이 빠졌다.", "서울", "연합뉴스"),
    ("【ロンドン時事】川の水が引いた。", "ロンドン", "時事"),
    ("【ソウル＝田中花子】川の水が引いた。", "ソウル", None),
    ("Compare quotes in 60 seconds – it is that easy.", None, None),
    ("Blockhaus für 2 – 5 Personen", None, None),
    ("Mittwoch, 24. Juli 2024 – Der Fluss ist zurückgegangen.", None, None),
    ("REPORTAGE - La rivière a baissé.", None, None),
    ("New Delhi, May 7 (see map) the river has receded.", None, None),
    ("EXCLUSIVE — The river has receded.", None, None),
    ("NATO — The river has receded.", None, None),
    ("NORTHPOST.CO, Orrin - The river has receded.", None, None),
    ("The river has receded - and the town with it.", None, None),
    ("He said: the river has receded.", None, None),
    ("Lindenau – ein Ort, an dem die Zeit steht.", None, None),
    ("The bridge (see map) - closed since May - stays shut.", None, None),
    ("POINT OF VIEW ON THE FLOODS - The river has receded.", None, None),
    ("Nobody knows.", None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("paragraph", "place", "agency"), OPENINGS)
def test_openings(paragraph: str, place: str | None, agency: str | None) -> None:
    """A place is read where capitals, an agency, a day or the script bear it out; a sentence with a dash has none."""
    read = read_dateline(paragraph)
    assert (read and read.place.of(paragraph), read and read.agency and read.agency.of(paragraph)) == (place, agency)


def test_on_a_page(clues_of: CluesOf) -> None:
    """The place is found in the first paragraph of the body, with its span; elsewhere it is not looked for."""
    text = "The county said on Friday that the river has gone back into its bed after nine days."
    clues = clues_of(f"<h1>Floods</h1><p>LONDON (AP) — menu</p><article><p>ORRIN FALLS (AP) — {text}</p><p>{text}</p></article>")
    found = find_dateline(clues)
    assert found.value == "ORRIN FALLS"
    assert found.evidence[0].span is not None
    assert found.evidence[0].span.of(clues.page.text) == "ORRIN FALLS"
    assert find_dateline(clues_of(f"<h1>Floods</h1><article><p>{text}</p></article>")).value is None


@pytest.mark.parametrize(
    ("word", "elsewhere", "place"),
    [
        ("LINDI", "The ferry will call in Lindi again.", "LINDI"),
        ("STRESS", "The crew is under Stress, a doctor said.", None),
        ("KNIFE", "The crew found a knife in Lindi.", None),
    ],
)
def test_before_a_colon(clues_of: CluesOf, word: str, elsewhere: str, place: str | None) -> None:
    """A word in capitals before a colon is a place where the text speaks of it as of one."""
    text = "The county said on Friday that the river has gone back into its bed after nine days."
    assert (
        find_dateline(clues_of(f"<h1>Floods</h1><article><p>{word}: {text}</p><p>{elsewhere} {text}</p></article>")).value
        == place
    )


def test_a_caption_between(clues_of: CluesOf) -> None:
    """What stands between the body's paragraphs and is none of them opens no report."""
    text = "The county said on Friday that the river has gone back into its bed after nine days."
    clues = clues_of(f"<h1>Floods</h1><article><p>{text}</p><p>HARBOUR (AP) — A boat at the pier.</p><p>{text}</p></article>")
    lines = [
        msgspec.structs.replace(line, role="caption") if "boat" in line.span.of(clues.page.text) else line for line in clues.lines
    ]
    assert find_dateline(msgspec.structs.replace(clues, lines=tuple(lines))).value is None
    assert find_dateline(clues).value == "HARBOUR"


@given(st.text(max_size=300))
def test_any_paragraph(paragraph: str) -> None:
    """Any paragraph is read without failing, and what is read lies within it."""
    read = read_dateline(paragraph)
    assert read is None or 0 <= read.place.start < read.place.end <= len(paragraph)
