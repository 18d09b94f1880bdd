"""Pages that would harm their reader, in a browser: they show up as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


def unharmed(page: Page) -> bool:
    """Whether nothing of the page's has run, and no element of it is there."""
    return bool(
        page.evaluate("window.attacked === undefined && !document.querySelector('img, svg[onload], b[onclick], [style]')")
    )


def test_markup_in_fields_is_text(page: Page) -> None:
    """Script in headline, byline, keyword and comment is shown as it was written, in the search and on the page, and does not run."""
    page.goto("/?q=quay+report")
    expect(page.locator("a.open").first).to_contain_text("<script>window.attacked = 1</script>")
    assert unharmed(page)
    page.locator("a.open").first.click()
    expect(page.locator("h1")).to_contain_text("<script>window.attacked = 1</script><img src=x onerror='window.attacked = 1'>")
    expect(page.locator(".keywords")).to_contain_text("<svg onload=alert(1)>")
    page.get_by_role("link", name="Comments").click()
    expect(page.locator("#comments")).to_contain_text("<script>window.attacked = 1</script>")
    assert unharmed(page)


def test_hostile_links_are_text(page: Page) -> None:
    """A `javascript:` link is no link here; an honest one is, and tells the other side nothing."""
    page.goto("/?q=quay+report")
    page.locator("a.open").first.click()
    expect(page.locator(".prose")).to_contain_text("Read the report")
    expect(page.locator("a[href^='javascript']")).to_have_count(0)
    annex = page.locator(".prose a", has_text="the annex")
    expect(annex).to_have_attribute("href", "https://quay.example/report")
    expect(annex).to_have_attribute("rel", re.compile("noreferrer"))


def test_overrides_of_direction_are_shown(page: Page) -> None:
    """The characters that print a text backwards are named, and print nothing backwards."""
    page.goto("/?q=quay+report")
    expect(page.locator("a.open").first).to_contain_text("[RLO]gpj.evil")
    assert "\u202e" not in page.content()


def test_attack_pages_are_read_before_they_are_kept(page: Page, attack: str) -> None:
    """The same page pasted under Read shows up as text."""
    page.goto("/read")
    page.get_by_label("Text or HTML").fill(attack)
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator("h1")).to_contain_text("<script>")
    assert unharmed(page)


def test_ten_megabytes_are_read_in_parts(page: Page, minutes: bytes) -> None:
    """A body of ten megabytes is read, shown in parts that a browser can hold, and leads from part to part."""
    page.goto("/read")
    assert len(minutes) > 10_000_000
    page.get_by_label("or a saved page").set_input_files({"name": "minutes.txt", "mimeType": "text/plain", "buffer": minutes})
    page.get_by_role("button", name="Read", exact=True).click(timeout=60_000)
    page.wait_for_url(re.compile("/read/.+"), timeout=60_000)
    expect(page.locator(".masthead .number")).to_have_text("No. 60001")
    assert len(page.content()) < 3_000_000
    page.get_by_role("link", name="Further paragraphs").click()
    expect(page.locator(".prose")).to_contain_text(re.compile(r"^\s*Earlier paragraphs"))
