"""The ledger in a browser: a time line, filters, statements lit up in their article, outcomes set by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

HANDED_OVER = "it has to hand over its four ferries"


def test_what_falls_due_stands_under_its_day(page: Page) -> None:
    """A demand with a deadline stands under its day with who says it, and leads to its words, lit up in the article."""
    page.goto("/ledger?from=2023-11-30&to=2023-11-30")
    day = page.locator(".day", has=page.get_by_role("heading", name="30 November 2023"))
    statement = day.locator(".statement", has_text=HANDED_OVER)
    expect(statement.locator(".kind")).to_have_text("demand")
    expect(statement.get_by_text("past its day")).to_be_visible()
    statement.locator("a.open").click()
    page.wait_for_url("**/articles/**")
    expect(page.locator("#reading")).to_be_visible()
    assert "".join(page.locator(".reading .lit").all_inner_texts()).startswith(HANDED_OVER)


def test_the_ledger_is_narrowed(page: Page) -> None:
    """By kind, speaker and status only what is asked for is left; days are in order, and a day that is none is refused."""
    page.goto("/ledger")
    everything = page.locator(".statement").count()
    page.get_by_label("Kind").select_option("pledge")
    page.get_by_role("button", name="Show").click()
    assert set(page.locator(".statement .kind").all_inner_texts()) == {"pledge"}
    assert page.locator(".statement").count() < everything
    page.goto("/ledger?speaker=imogen")
    assert page.locator(".statement strong").all_inner_texts()
    assert {name for name in page.locator(".statement .kicker strong").all_inner_texts() if "Imogen" not in name} == set()
    page.goto("/ledger?from=soon")
    expect(page.get_by_role("alert")).to_contain_text("'soon' is no day")


def test_an_outcome_is_set_and_kept(page: Page) -> None:
    """What became of a statement is set by hand, shows with who and why, and settles it; the ledger goes out as a calendar."""
    page.goto("/ledger?from=2023-11-30&to=2023-11-30")
    statement = page.locator(".statement", has_text=HANDED_OVER)
    statement.get_by_text("What became of it").click()
    statement.get_by_label("Outcome").select_option("kept")
    statement.get_by_label("Remark").fill("two of the four on the last day")
    statement.get_by_label("Your name").fill("R. Reader")
    statement.get_by_role("button", name="Keep the outcome").click()
    expect(statement.locator(".outcome")).to_contain_text(re.compile("kept: two of the four on the last day R. Reader"))
    page.goto("/ledger?status=settled")
    expect(page.locator(".statement", has_text=HANDED_OVER)).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="calendar").click()
    assert b"DTSTART;VALUE=DATE:20231130" in download.value.path().read_bytes()


def test_what_was_added_is_read_on_demand(page: Page) -> None:
    """The owner brings the ledger up to date."""
    page.goto("/ledger")
    page.get_by_role("button", name="Read what was added since").click()
    expect(page.get_by_role("status")).to_contain_text("up to date")
