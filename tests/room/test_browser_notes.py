"""Notes of readers in a browser: on selected words, waiting for the owner, shown or hidden; and what only the owner may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

SELECT = """each => {
    const texts = [], walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    getSelection().setBaseAndExtent(texts[0], 4, texts.at(-1), 30);
}"""


def write(page: Page, words: str) -> str:
    """Select words of an article and write about them; the words that were selected."""
    page.goto("/?q=northfield")
    page.locator("a.open").first.click()
    page.locator(".prose p").first.evaluate(SELECT)
    selected = str(page.evaluate("getSelection().toString()"))
    page.get_by_role("button", name="Note on these words").click()
    expect(page.locator(".note-form .passage")).to_have_text(selected)
    page.locator(".note-form").get_by_label("Note").fill(words)
    page.locator(".note-form").get_by_label("Your name").fill("B. Borrower")
    page.get_by_role("button", name="Send the note").click()
    page.wait_for_url("**done=noted**")
    return selected


@pytest.mark.parametrize("decision", ["Show", "Hide"])
def test_a_passage_is_annotated_and_moderated(reader: Page, owner: Page, decision: str) -> None:
    """A reader's note on selected words waits for the owner, and is shown, or not, as the owner decides."""
    selected = write(reader, f"Is that so? ({decision})")
    expect(reader.get_by_role("status")).to_contain_text("once the room’s owner has looked at it")
    note = reader.locator(".note-list li", has_text=f"({decision})")
    expect(note).to_have_count(0)

    owner.goto("/notes")
    waiting = owner.locator(".moderation li", has_text=f"({decision})")
    expect(waiting.locator("blockquote")).to_have_text(selected)
    waiting.get_by_role("button", name=decision).click()
    expect(waiting).to_have_count(0)

    reader.reload()
    expect(note).to_have_count(1 if decision == "Show" else 0)
    if decision == "Show":
        note.locator(".note-passage").click()
        assert "".join(reader.locator(".part.shown .lit").all_inner_texts()) == selected


def test_the_owner_s_own_note_is_shown_at_once(page: Page) -> None:
    """In a room of one's own there is nobody to wait for."""
    write(page, "The hours were changed again in May.")
    expect(page.get_by_role("status")).to_have_text("Your note is kept and shown.")
    expect(page.locator(".note-list li", has_text="changed again in May")).to_have_count(1)


def test_readers_are_offered_nothing_that_is_the_owner_s(reader: Page, owner: Page) -> None:
    """Correcting, keeping and moderating are offered to the owner, and refused to everybody else."""
    for page, offered in ((reader, False), (owner, True)):
        page.goto("/?q=northfield")
        expect(page.locator(".pages").get_by_role("link", name="Notes")).to_have_count(int(offered))
        page.locator("a.open").first.click()
        assert (page.locator("details.correct").count() > 0) is offered
    answer = reader.goto("/notes")
    assert answer is not None
    assert "/login" in reader.url or answer.status == 403


def test_an_owner_comes_in_and_goes_out(owner: Page) -> None:
    """The session that the password opened ends with the button."""
    owner.goto("/outlets")
    owner.get_by_role("button", name="Go out").click()
    owner.wait_for_url("**/")
    expect(owner.get_by_role("button", name="Go out")).to_have_count(0)


def test_a_wrong_password_is_refused(reader: Page) -> None:
    """A password that is not the room's opens nothing, and says so."""
    reader.goto("/login")
    reader.get_by_label("Password").fill("ten dark nights")
    reader.get_by_role("button", name="Come in").click()
    expect(reader.get_by_role("alert")).to_contain_text("not the password")
