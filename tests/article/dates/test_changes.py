"""Changes that are printed without their day, and those that machinery only copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.article.dates.pages import data, page

from dateline.article.dates.find import find_times

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf


def lines(*said: str, head: str = "") -> str:
    """An article with lines between its headline and its text."""
    return page(head, between="".join(f"<p>{line}</p>" for line in said))


def modified(clues_of: CluesOf, source: str, language: str = "en") -> str | None:
    """The time of the last change."""
    value = find_times(clues_of(source, language=language))["modified"].value
    return str(value) if value is not None else None


@pytest.mark.parametrize(
    ("language", "said", "changed"),
    [
        ("en", ["24 May 2024, 14:05 (updated 16:02)"], "2024-05-24T16:02"),
        ("en", ["24 May 2024, 14:05", "Updated 4:02 p.m."], "2024-05-24T16:02"),
        ("en", ["24 May 2024, 14:05. Last updated May 25, 10:11"], "2024-05-25T10:11"),
        ("en", ["24 May 2024", "Updated 16:02", "Updated 18:40"], "2024-05-24T18:40"),
        ("de", ["24.05.2024, 14:05 Uhr, aktualisiert um 16:02 Uhr"], "2024-05-24T16:02"),
        ("de", ["24.05.2024, 14:05 Uhr, zuletzt aktualisiert am 25. Mai, 10:11 Uhr"], "2024-05-25T10:11"),
        ("fr", ["Publié le 24 mai 2024 à 14h05, mis à jour à 16h02"], "2024-05-24T16:02"),
        ("pt", ["24/05/2024 às 14h05 - Atualizado às 16h02"], "2024-05-24T16:02"),
        ("es", ["24/05/2024 14:05 | Actualizado: 16:02 h"], "2024-05-24T16:02"),
        ("it", ["24 maggio 2024 alle 14:05, aggiornato alle 16:02"], "2024-05-24T16:02"),
        ("cs", ["24. května 2024, 14:05 (aktualizováno v 16:02)"], "2024-05-24T16:02"),
        ("ja", ["2024/5/24 08:00 (5/24 10:20 更新)"], "2024-05-24T10:20"),
        # A later day, which nothing tells; other things' times; a time to come; a part of a sentence.
        ("en", ["24 May 2024, 23:50 (updated 0:10)"], None),
        ("en", ["24 May 2024, 14:05", "Tide times updated 18:30"], None),
        ("en", ["24 May 2024, 14:05", "This story will be updated at 18:00."], None),
        ("en", ["24 May 2024, 14:05", "Next update 18:00"], None),
        ("en", ["24 May 2024, 14:05", "Updated at 18:00 daily"], None),
        ("en", ["24 May 2024, 14:05", "Updated 16:02 on 25 May"], None),
        ("en", ["24 May 2024, 14:05", "Latest updates 16:02"], None),
        ("en", ["24 May 2024, 14:05", "Mayor to give update 25 May"], None),
        ("de", ["24.05.2024, 14:05 Uhr", "Spielstand: 15:13"], None),
        ("ja", ["2024/5/24 08:00", "次回更新 18:00"], None),
        ("ja", ["2024/5/24 08:00", "18:00 更新予定"], None),
        ("ja", ["2024/5/24 08:00", "憲法修改 5月30日"], None),
    ],
)
def test_a_change_without_its_day(clues_of: CluesOf, language: str, said: list[str], changed: str | None) -> None:
    """It is of the day of publication, or of the next such day."""
    assert modified(clues_of, lines(*said), language) == changed


def test_far_from_publication_it_is_another_thing(clues_of: CluesOf) -> None:
    """Three lines below the day of publication nothing is told of it."""
    assert modified(clues_of, lines("24 May 2024, 14:05", "Harbour", "Northern Bay", "Updated 16:02")) is None


def test_a_clock_in_utc_is_a_machines(clues_of: CluesOf) -> None:
    """A wall's clock is not compared with it: 11:30 in New York lies behind 14:05 in UTC."""
    source = lines("24 May 2024", "Updated 11:30 AM EDT", head=data(datePublished="2024-05-24T14:05:00Z"))
    assert modified(clues_of, source) == "2024-05-24T11:30-04:00"
    earlier = lines("24 May 2024, 10:15 EDT", "Updated 10:40 UTC")
    assert modified(clues_of, earlier) is None


@pytest.mark.parametrize(
    ("declared", "line", "changed"),
    [
        ("2024-05-24T14:05:00+02:00", "Updated 25 May 2024, 16:02", "2024-05-25T16:02"),
        ("2024-05-24T14:05:00+02:00", "Updated 24 May 2024, 14:05", "2024-05-24T14:05:00+02:00"),
        ("2024-05-24T15:00:00+02:00", "Updated 25 May 2024, 16:02", "2024-05-24T15:00:00+02:00"),
    ],
)
def test_a_change_that_is_publication(clues_of: CluesOf, declared: str, line: str, changed: str) -> None:
    """Where a later change is told, the machinery's copy of the time of publication gives way to it; a change of its own does not."""
    source = lines(line, head=data(datePublished="2024-05-24T14:05:00+02:00", dateModified=declared))
    assert modified(clues_of, source) == changed


@pytest.mark.parametrize(
    ("after", "published"),
    [
        ("<p>sarah says:</p><p>3 May 2021 at 9:12</p><p>Thank you.</p>", None),
        ("<p>Figure 3: the pier on 3 May 2021</p>", None),
        ("<p>Jan 04 09:34 2021</p>", "2021-01-04T09:34"),
    ],
)
def test_dates_below_the_text(clues_of: CluesOf, after: str, published: str | None) -> None:
    """A comment's and a figure's are not the article's; C's way of writing one is read."""
    found = find_times(clues_of(lines() + after, language="en"))["published"].value
    assert (found and str(found)) == published
