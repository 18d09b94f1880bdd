"""Comments and forms in text without markup."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.comments.find import find_comments
from dateline.page import Limits, build_page
from dateline.records import Capture, Page

PARAGRAPH = (
    "The harbour council voted on Monday to close the old ferry pier for repairs, after engineers had found that two of its "
    "eleven supports no longer carry the load for which they were built, and that a third will not for long."
)
ARTICLE = f"Ferry pier to close for repairs\n\nBy Ines Maar\n3 May 2024\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n"


def page(text: str) -> Page:
    captured = datetime(2024, 5, 4, 12, tzinfo=UTC)
    capture = Capture(content=text.encode(), media_type="text/plain", charset="utf-8", captured_at=captured)
    return build_page(capture, limits=Limits())


def claimed(read: Page) -> list[str]:
    return [read.text[read.blocks[i].start : read.blocks[i].end] for i in sorted(find_comments(read).blocks)]


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        pytest.param(
            "Comments (2)\nAda Finn\n3 May 2024 at 9:15 am\nAbout time.\nI take it daily.\nReply\nTom\n3 May 2024\nWhich bus replaces it?\nReply\n",
            [("Ada Finn", "2024-05-03T09:15", "About time.\nI take it daily."), ("Tom", "2024-05-03", "Which bus replaces it?")],
            id="name-above-date",
        ),
        pytest.param(
            "2 Kommentare\n\nFrieda Voss sagt:\n3. Mai 2024 um 14:05 Uhr\nEndlich passiert etwas.\nAntworten\nJ. Albers sagt:\n4. Mai 2024\nAbwarten.\n",
            [("Frieda Voss", "2024-05-03T14:05", "Endlich passiert etwas."), ("J. Albers", "2024-05-04", "Abwarten.")],
            id="says",
        ),
        pytest.param(
            "3 responses to “Ferry pier to close for repairs”\nAda, 3 May 2024\nGood.\nBen, 3 May 2024\nBad.\nAda, 4 May 2024\nWhy?\n",
            [("Ada", "2024-05-03", "Good."), ("Ben", "2024-05-03", "Bad."), ("Ada", "2024-05-04", "Why?")],
            id="name-and-date-in-a-line",
        ),
        pytest.param(
            "Commentaires\nTrier par date\nOdile a dit :\nLe quai sera-t-il fermé cet été ?\nRépondre\nRené a dit :\nJe le crains.\n",
            [("Odile", None, "Le quai sera-t-il fermé cet été ?"), ("René", None, "Je le crains.")],
            id="without-dates",
        ),
        pytest.param(
            "نظرات\nمریم احمدی\n۱۴ اردیبهشت ۱۴۰۳\nامیدوارم زودتر تمام شود.\nپاسخ\nرضا\n۱۵ اردیبهشت ۱۴۰۳\nمن هم همین‌طور.\n",
            [("مریم احمدی", "2024-05-03", "امیدوارم زودتر تمام شود."), ("رضا", "2024-05-04", "من هم همین‌طور.")],
            id="persian",
        ),
        pytest.param(
            "1 comment\nAda\n2 hours ago\nI take that ferry daily.\n",
            [("Ada", "2024-05-04T10+00:00", "I take that ferry daily.")],
            id="lone-and-relative",
        ),
    ],
)
def test_comments_below_their_label(below: str, expected: list[tuple[str | None, str | None, str]]) -> None:
    """Below a label, names and dates open comments; the article above, with a name and a date of its own, is left alone."""
    read = page(ARTICLE + below)
    found = find_comments(read)
    assert [(c.author, str(c.published) if c.published else None, c.text) for c in found.comments] == expected
    assert all(c.span.of(read.text) == c.text for c in found.comments)
    assert claimed(read) == [line for line in below.split("\n") if line]


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        pytest.param("* Comment:", ["* Comment:"], id="label-at-the-end"),
        pytest.param(
            "Leave a comment\nYour name:\nYour email:\n* Comment:\nSend\nMore news\n",
            ["Leave a comment", "Your name:", "Your email:", "* Comment:", "Send"],
            id="labels-of-one-form",
        ),
        pytest.param("نظر شما\nنام:\nایمیل:\nارسال\n", ["نظر شما", "نام:", "ایمیل:", "ارسال"], id="persian-form"),
        pytest.param("Comments (0)\nComments are closed.\n", ["Comments (0)", "Comments are closed."], id="closed"),
    ],
)
def test_form_is_told_as_a_form(below: str, lines: list[str]) -> None:
    """A label with nothing or a form below it is evidence that was not chosen."""
    read = page(ARTICLE + below)
    found = find_comments(read)
    assert found.comments == ()
    assert [(e.method, e.chosen) for e in found.evidence] == [("comment form", False)]
    assert claimed(read) == lines


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Comment\nWe need a bridge\nBy Ines Maar\n3 May 2024\n{PARAGRAPH}\n{PARAGRAPH}\n", id="section-above"),
        pytest.param(
            f"{PARAGRAPH}\n{PARAGRAPH}\nComments (12)\nBy Ines Maar\n3 May 2024\n{PARAGRAPH}\n{PARAGRAPH}\n",
            id="link-above-the-byline",
        ),
        pytest.param(f"{ARTICLE}The minister declined to comment.\n{PARAGRAPH}\n", id="word-in-a-sentence"),
        pytest.param(f"{ARTICLE}Comment: what the budget means\n{PARAGRAPH}\n", id="label-with-a-title"),
        pytest.param(
            f"{ARTICLE}Comments\nHarbour fees\n3 May 2024\nFees for small boats will rise\nFerry timetable\n2 May 2024\nNew times from June\n{PARAGRAPH}\n",
            id="teasers-with-dates",
        ),
        pytest.param("", id="empty"),
    ],
)
def test_text_of_the_article_is_left_alone(text: str) -> None:
    """Where the word stands for a section, a link or itself, no paragraph is claimed and nothing is a comment."""
    read = page(text)
    assert find_comments(read).comments == ()
    assert PARAGRAPH not in claimed(read)


LINES = st.lists(
    st.sampled_from(
        ["Comments (2)", "3 Kommentare", "Ada says:", "Ada", "3 May 2024", "Reply", "Name", PARAGRAPH, "So it is.", "İ", ""]
    ),
    max_size=30,
)


@given(LINES)
def test_any_lines_give_comments_that_stand_in_the_text(lines: list[str]) -> None:
    """Whatever the lines: each comment is a stretch of the text, and of the claimed blocks."""
    read = page("\n".join(lines))
    found = find_comments(read)
    for comment in found.comments:
        assert comment.text == comment.span.of(read.text) != ""
        assert {i for i, b in enumerate(read.blocks) if comment.span.start <= b.start < comment.span.end} <= found.blocks
