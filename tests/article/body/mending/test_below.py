"""What stands below a count of comments, and below "About the author"."""

from __future__ import annotations

import pytest
from tests.article.body.mending.choosing import P, kept, paragraphs

MORE = [
    "Engineers had closed the old pier in the spring, when two of its pillars were found to stand on sand.",
    "Since then the boat has moored at the fish market, where the last train does not stop on Sundays.",
    "A second vote on the new timetable is planned for the first week of December, the clerk told us.",
    "Until then the crew of nine will keep the hours that they have kept for the better part of ten years.",
]
READERS = ["The fare is too high as it is, and nobody asked us.", "Keep the ferry. It is all we have."]
HEADLINE = "The ferry stays"
COUNTS = [
    "27 Comments",
    "(3) Kommentare",
    "12 commentaires",
    "0 comentarios",
    "Comments (4)",
    "2 reacties",
    "Комментарии: 5",
    "2 komentarze",
    "5条评论",
    "댓글 3개",
    "コメント 2件",
]
# What readers' comments have between their words, two of a sort.
TALK = [
    ["harbourman says:", "ferryfan says:"],
    ["Ada 3 hours ago", "Tom 2 hours ago"],
    ["vor 3 Stunden", "Antworten"],
    ["le 22/11/2026 à 09:47", "Répondre"],
    ["hace 2 horas", "Responder"],
    ["harbourman", "2 months ago", "ferryfan", "3 months ago"],
    ["Ada 3 saat önce", "Yanıtla"],
    ["Comments are closed"],
    ["Die Kommentarfunktion ist geschlossen."],
]
ABOUT = [
    "About the Author",
    "Über die Autorin",
    "À propos de l’auteur",
    "Sobre el autor:",
    "Om författaren",
    "Over de auteur",
    "Author bio",
    "作者简介",
]
BIOGRAPHY = "Mira Ostrow founded the Gazette in 2004, and has since then written some two thousand stories on tides, ferries and the men who run them."


@pytest.mark.parametrize("label", COUNTS)
@pytest.mark.parametrize("text", [True, False])
def test_comments_below_their_count_go(label: str, *, text: bool) -> None:
    lines = [*P, label, "Ada 3 hours ago", READERS[0], "Tom 2 hours ago", READERS[1]]
    page = "\n\n".join(lines) if text else paragraphs(*lines)
    assert kept(page, {*P, *READERS}, text=text) == P


@pytest.mark.parametrize("talk", TALK)
def test_comments_are_told_by_what_stands_between_them(talk: list[str]) -> None:
    lines = [*P, "27 Comments", talk[0], READERS[0], *talk[1:], READERS[1]]
    assert kept(paragraphs(*lines), {*P, *READERS}) == P


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["20:15", "The ferry has left the pier.", "20:31", "It is back again."], id="times"),
        pytest.param(["5 minutes ago", "The ferry has left the pier.", "9 minutes ago", "It is at the pier."], id="ago"),
        pytest.param(["18:30 Uhr: Die Fähre legt ab.", "19.45 Uhr: Sie kehrt um."], id="times-in-lines"),
        pytest.param(["07:15 first boat", "22:40 last boat"], id="timetable"),
        pytest.param(["Mira Ostrow says:"], id="one-speaker"),
        pytest.param(["3 days ago", "4 days ago"], id="ages"),
        pytest.param(["Comments are closed, the site told its readers."], id="told"),
    ],
)
def test_a_live_blog_below_a_count_stays(lines: list[str]) -> None:
    whole = [*P, "12 comments", *lines, *MORE]
    assert kept(paragraphs(*whole), set(whole)) == whole


def test_a_count_that_names_the_headline_needs_no_more() -> None:
    lines = [*P, f"3 responses to “{HEADLINE}”", *READERS]
    markup = f"<h1>{HEADLINE}</h1>{paragraphs(*lines)}"
    assert kept(markup, {*P, *READERS}, headline=HEADLINE) == P
    assert kept(markup.replace("“", "").replace("”", ""), {*P, *READERS}, headline=HEADLINE) == P
    other = markup.replace("“The ferry stays”", "“The mill goes”")
    assert kept(other, {*P, *READERS}, headline=HEADLINE) == [*P, *READERS]


@pytest.mark.parametrize(
    "line",
    [
        *("27 people", "Comments", "About the ferry", "12 responses to the crisis", "Two comments on the vote", "3. Comment"),
        *("9:30 Comment", "1. Kommentare", "What 12 readers comment"),
    ],
)
def test_other_lines_end_nothing(line: str) -> None:
    lines = [*P, line, "Ada 3 hours ago", "Tom 2 hours ago", *READERS, *MORE]
    assert kept(paragraphs(*lines), {*P, *READERS, *MORE}) == [*P, *READERS, *MORE]


def test_a_count_by_the_buttons_ends_nothing() -> None:
    """It has little of the article above it, or none of the comments below it."""
    lines = [P[0][:60], "3 comments", "Ada 3 hours ago", "Tom 2 hours ago", *P, *MORE]
    assert kept(paragraphs(*lines), {P[0][:60], *P, *MORE}) == [P[0][:60], *P, *MORE]
    assert kept(paragraphs(*P, "3 comments", *MORE), {*P, *MORE}) == [*P, *MORE]


def test_counts_of_several_stories_end_nothing() -> None:
    """A list of posts has a count below each."""
    lines = [*P, "3 comments", "2 hours ago", READERS[0], "5 comments", "4 hours ago", *MORE]
    assert kept(paragraphs(*lines), {*P, READERS[0], *MORE}) == [*P, READERS[0], *MORE]


@pytest.mark.parametrize("heading", ABOUT)
def test_a_biography_below_its_heading_goes(heading: str) -> None:
    assert kept(paragraphs(*P, heading, BIOGRAPHY), {*P, heading, BIOGRAPHY}) == P


def test_an_author_whom_the_text_is_about_stays() -> None:
    """A book under review has an author too, whom the review names, and it may have more parts."""
    named = [P[0], "The book of Mira Ostrow tells how that came about.", *P[1:]]
    lines = [*named, "About the author", BIOGRAPHY]
    assert kept(paragraphs(*lines), set(lines)) == lines
    parts = paragraphs(*P) + f"<h2>About the author</h2><p>{BIOGRAPHY}</p><h2>Our verdict</h2><p>{MORE[0]}</p>"
    chosen = {*P, "About the author", BIOGRAPHY, "Our verdict", MORE[0]}
    assert set(kept(parts, chosen)) == chosen


def test_what_does_not_begin_with_a_name_stays() -> None:
    lines = [*P, "About the author", "Writing under a pen name, she has sold nine million books since 2004."]
    assert kept(paragraphs(*lines), set(lines)) == lines


def test_a_biography_in_the_midst_ends_nothing() -> None:
    lines = [*P, "About the author", *MORE]
    assert kept(paragraphs(*lines), set(lines)) == lines
