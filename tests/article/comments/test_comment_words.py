"""Labels, forms, buttons and names around comments."""

from __future__ import annotations

import pytest

from dateline.article.comments.hints import FORM, ITEM, REGION, WIDGET, said_of_comments
from dateline.article.comments.words import clean_name, is_buttons, is_form, is_label, is_name, says_name


@pytest.mark.parametrize(
    ("label", "mask"),
    [
        ("comment even thread-even depth-1", ITEM),
        (" li-comment-2772", ITEM),
        ("comment__item", ITEM),
        ("w-comments-item comment-1878", ITEM),
        ("comment comment-reply", ITEM),
        ("itemprop=comment", ITEM),
        ("kommentar", ITEM),
        ("leserbrief", ITEM),
        ("comments-area comments", REGION),
        ("comment-list", REGION),
        ("comments comment-wrapper", REGION),
        (" disqus_thread", REGION),
        ("commentaires", REGION),
        ("comment-respond respond", FORM),
        (" commentform", FORM),
        ("widget_recent_comments", WIDGET),
        ("comment-body", 0),
        ("comment-author vcard", 0),
        ("comments-open post", 0),
        ("no-comments", 0),
        ("comments-link", 0),
        ("fa fa-comment", 0),
        ("tone-comment", 0),
        ("commentary commentator", 0),
        ("recommended document moment", 0),
        ("live-match-comment", 0),
        ("role=comment", 0),
        ("", 0),
    ],
)
def test_names_say_what_they_are_to_comments(label: str, mask: int) -> None:
    """Classes and ids are told apart: items, regions, forms, other pages' comments, and names that say nothing."""
    assert said_of_comments(label).mask == mask


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Comments", True),
        ("Comments (3)", True),
        ("3 Kommentare", True),
        ("* Comment:", True),
        ("Leave a Comment", True),
        ("One thought on “Ferry pier to close”", True),
        ("12 Antworten zu Die Fähre fährt wieder", True),
        ("4 Comments. Leave new", True),
        ("Un commentaire", True),
        ("نظرات", True),
        ("网友评论", True),
        ("Comment: what the budget means", False),
        ("The minister declined to comment", False),
        ("Two comments on the budget were heard in silence, and that was all " * 5, False),
        ("3 May 2024", False),
        ("", False),
    ],
)
def test_labels(line: str, expected: bool) -> None:
    """A label of a comment section stands alone, with a count or with the article's title."""
    assert is_label(line) is expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ines Maar says:", "Ines Maar"),
        ("Posted by Ines Maar on", "Ines Maar"),
        ("Frieda Voss schreibt am 3. Mai:", "Frieda Voss"),
        ("\n @northwind \nMember since 2009", "northwind"),
        ("Odile Maréchal, le", "Odile Maréchal"),
        ("Reply", None),
        ("Your name *", None),
        ("12", None),
        ("", None),
    ],
)
def test_names_are_cleaned(text: str, name: str | None) -> None:
    """What surrounds a commenter's name is taken off; buttons, forms and counts are no names."""
    assert clean_name(text) == name


@pytest.mark.parametrize(
    ("predicate", "yes", "no"),
    [
        pytest.param(is_form, "Your email address will not be published.", "Will", id="form"),
        pytest.param(is_form, "Name *", "The name of the ship", id="form-field"),
        pytest.param(is_form, "Kommentare sind geschlossen", "Die Schleusen sind geschlossen", id="closed"),
        pytest.param(is_buttons, "Like 12 · Reply", "I like it", id="buttons"),
        pytest.param(is_name, "Will Fenn", "So it is.", id="name"),
        pytest.param(is_name, "Ada", "Posted", id="name-not-label"),
        pytest.param(says_name, "Ada says:", "He says: no", id="says"),
    ],
)
def test_lines_are_told_apart(predicate: object, yes: str, no: str) -> None:
    """Each sort of line around comments is known by its words."""
    assert callable(predicate)
    assert predicate(yes)
    assert not predicate(no)
