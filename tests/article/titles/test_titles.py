"""Titles without the outlet's name, sections and decorations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.titles.text import fold, likeness, parts, squeeze, tidy, undecorated, without_outlet

NAMES = frozenset(squeeze(name) for name in ("Northern Post", "northernpost.example", "Küstenblatt"))

DECLARED = [
    ("Floods recede", "Floods recede"),
    ("Floods recede | Northern Post", "Floods recede"),
    ("Floods recede - Northern Post", "Floods recede"),
    ("Floods recede – The Northern Post", "Floods recede"),
    ("Floods recede — Northern Post", "Floods recede"),
    ("Floods recede · Northern Post", "Floods recede"),
    ("Floods recede » Northern Post", "Floods recede"),
    ("Northern Post | Floods recede", "Floods recede"),
    ("Northern Post: Floods recede", "Northern Post: Floods recede"),
    ("Floods recede at last | World | Northern Post", "Floods recede at last | World"),
    ("Floods recede | northernpost.example", "Floods recede"),
    ("Opinion | Floods will come again", "Floods will come again"),
    ("Floods will come again - Opinion - Northern Post", "Floods will come again"),
    ("Live | Floods recede | Northern Post", "Floods recede"),
    ("The bridge that nobody wanted | Eastern Gazette", "The bridge that nobody wanted"),
    ("Rhine-Main: a river - and its people", "Rhine-Main: a river - and its people"),
    ("Hochwasser geht zurück | Küstenblatt", "Hochwasser geht zurück"),
    ("Floods recede at last: Northern Post", "Floods recede at last"),
    ("Floods recede: the pier stands", "Floods recede: the pier stands"),
    ("Northern Post", "Northern Post"),
    ("北岸退水，居民清扫街道_北岸日报", "北岸退水，居民清扫街道"),
    ("北岸退水，居民清扫街道_要闻_港湾网", "北岸退水，居民清扫街道"),
    ("北岸退水，居民清扫街道-港湾网", "北岸退水，居民清扫街道"),
    ("北岸退水-居民清扫街道", "北岸退水-居民清扫街道"),
    ("独家丨北岸退水，居民清扫街道", "北岸退水，居民清扫街道"),
    ("港湾夜话丨北岸退水", "港湾夜话丨北岸退水"),
    ("北岸退水，居民清扫街道--社会--港湾网", "北岸退水，居民清扫街道"),
    ("北岸退水，居民清扫街道——北岸日报", "北岸退水，居民清扫街道"),
    ("北岸大桥造价翻倍｜市府：尚未定案", "北岸大桥造价翻倍｜市府：尚未定案"),
    ("How to name my_function", "How to name my_function"),
    ("", ""),
]
PRINTED = [
    ("LIVE: Ferry aground", "Ferry aground", "LIVE"),
    ("Live updates: Ferry aground", "Ferry aground", "Live updates"),
    ("Opinion | The ferry must go", "The ferry must go", "Opinion"),
    ("Liveticker: Fähre auf Grund", "Fähre auf Grund", "Liveticker"),
    ("EN DIRECT - Le bac échoué", "Le bac échoué", "EN DIRECT"),
    ("عاجل: جنوح عبارة", "جنوح عبارة", "عاجل"),
    ("Ferry aground: captain held", "Ferry aground: captain held", ""),
    ("Live music returns to the pier", "Live music returns to the pier", ""),
    ("Storm Ilse live: ferries stopped", "Storm Ilse live: ferries stopped", ""),
    ("LIVE:", "LIVE:", ""),
]


@pytest.mark.parametrize(("declared", "headline"), DECLARED)
def test_outlets_and_sections_are_taken_off(declared: str, headline: str) -> None:
    """The outlet's name and a genre go from either end; what may belong to the headline stays."""
    assert without_outlet(declared, NAMES) == headline


@pytest.mark.parametrize(("printed", "headline", "decoration"), PRINTED)
def test_decorations_are_told_apart(printed: str, headline: str, decoration: str) -> None:
    """A genre or state before a printed headline is told apart from its words."""
    assert undecorated(printed) == (headline, decoration)


def test_likeness() -> None:
    """Equal titles are wholly alike, others by the words they share; pairs of letters count where words are not set apart."""
    assert likeness(fold("Floods recede!"), fold("floods, recede")) == 1.0
    assert likeness(fold("Floods recede in the north"), fold("North: floods recede")) == pytest.approx(0.75)
    assert likeness(fold("洪水退去北方平安"), fold("北方洪水退去")) > 0.5
    assert likeness("", fold("floods")) == 0.0


def test_tidy() -> None:
    """Soft hyphens go, white space is folded, and a colon set apart is drawn in."""
    assert tidy("Ver\u00adfas\u00adsung :\n Klage  erhoben") == "Verfassung: Klage erhoben"


@given(st.text(max_size=200), st.sets(st.text(min_size=1, max_size=10)))
def test_any_title(title: str, names: set[str]) -> None:
    """What is left of a title is a part of it, and its parts stand where they say."""
    assert without_outlet(title, frozenset(names)) in title
    assert all(title[start:end] == part for part, start, end in parts(title))


@pytest.mark.parametrize("piece", ["北_", "_", "a|b ", "-"])
def test_no_title_is_too_long(piece: str) -> None:
    """A title of a megabyte is not taken apart."""
    title = piece * 300_000
    assert without_outlet(title, NAMES) == title
    assert len(parts(title)) == 1
