"""Reading a page in the room, in a browser: pasted, as a file, and kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

EXAMPLES = Path(__file__).parents[2] / "examples"
SEED = Path(os.environ.get("DATELINE_SHARED", Path(__file__).parents[3] / "shared")) / "seed"

PASTED = """News ID: 55101
Publish Date : 03 February 2022 - 07:15


By: Lantern Staff Writer

The causeway will close on Monday for the third time this winter, and this time nobody at the district will say for how long. The engineers were there on Thursday with their rods and their lamps, and left without a word to anybody.
The district has to make the road safe by March 31, as it promised in the autumn, and there is no other road to make safe. The people who live beyond it have waited for three winters, and have been told three times that it was the last.
There is money for it, whatever the district says. It was voted in the spring before last, and put by in the summer, and nobody has been shown a bill since; the treasurer, who was asked about it twice in the council, answered both times with the weather.
It is worth recalling that the old causeway, which had been built without a vote and without a treasurer, stood for ninety years, and was mended every autumn by the people who walked on it, with stones that they carried there themselves.
If the district does not keep its word, the islanders will go to court, where they have been before, and where they have not yet lost.
* Comment:
"""


def test_a_pasted_text_is_read_looked_at_and_kept(page: Page) -> None:
    """Pasted text becomes a record with evidence and scores of its lines; nothing is kept until that is asked for."""
    page.goto("/read")
    page.get_by_label("Text or HTML").fill(PASTED)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator("h1")).to_have_text("no headline on the page")
    expect(page.locator(".masthead .number")).to_have_text("No. 55101")
    expect(page.locator(".when")).to_contain_text("3 February 2022, 07:15 zone not stated")
    page.locator(".field[data-name=news_id] a.clue").click()
    assert page.locator(".part.shown .lit").all_inner_texts() == ["55101"]
    assert page.locator(".lines .score").count() == page.locator(".lines .line").count()
    page.get_by_role("link", name="Statements").click()
    page.locator(".statement a.open", has_text="make the road safe by March 31").first.click()
    assert "make the road safe by March 31" in "".join(page.locator(".reading .lit").all_inner_texts())
    page.goto("/?q=id:55101")
    expect(page.locator(".hit-item")).to_have_count(0)
    page.go_back()
    page.get_by_role("button", name="Keep it in the archive").click()
    page.wait_for_url("**/articles/**")
    expect(page.get_by_role("status")).to_contain_text("a new article")
    page.goto("/?q=causeway")
    expect(page.locator(".hit-item .number")).to_have_text("No. 55101")


def test_a_saved_page_is_read_with_what_is_known_of_it(page: Page) -> None:
    """A file is read, and an outlet that is named brings its zone."""
    page.goto("/read")
    page.get_by_label("or a saved page").set_input_files(EXAMPLES / "pages" / "ferry-concession.txt")
    page.get_by_text("What you know of the page").click()
    page.get_by_label("Outlet").fill("strait-observer")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".masthead .outlet")).to_have_text("Strait Observer")
    expect(page.locator(".when")).to_contain_text("UTC+05:30 by the outlet’s zone")
    expect(page.locator(".draft-bar")).to_contain_text("in the archive already")


@pytest.mark.skipif(not SEED.is_dir(), reason="../shared/seed is not here")
def test_the_seed_is_read_at_once(page: Page) -> None:
    """The text that started the project is read by pasting it."""
    page.goto("/read")
    text = next(SEED.glob("*.txt")).read_text("utf-8")
    page.get_by_label("Text or HTML").fill(text)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".masthead .number")).to_have_text("No. 96957")
    expect(page.locator(".when")).to_contain_text("23 November 2021, 21:37 zone not stated")
    expect(page.locator(".prose > p")).to_have_count(9)
    page.get_by_role("link", name="Statements").click()
    demand = page.locator(".statement", has_text="withdraw all its armed forces from Iraq")
    expect(demand).to_contain_text("due 2021-12-31")


def test_an_empty_form_says_what_is_missing(page: Page) -> None:
    """Reading nothing is answered with what to give."""
    page.goto("/read")
    with page.expect_response("**/read/record") as response:
        page.evaluate("const f = document.querySelector('.read-form'); fetch(f.action, {method: 'POST', body: new FormData(f)})")
    assert response.value.status == 400
