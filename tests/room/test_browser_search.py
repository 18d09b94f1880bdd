"""The front page in a browser: searching, filtering, choosing a stretch of time, walking with keys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_words_are_found_and_marked(page: Page) -> None:
    """A search shows what was found with outlet, number, day and the words marked, and its page opens."""
    page.goto("/")
    page.get_by_role("searchbox", name="Search").fill("county flood gates")
    page.get_by_role("button", name="Search").click()
    # The outlet's section front has the words as well.
    hit = page.locator(".hit-item").filter(has=page.locator(".number"))
    expect(hit.locator(".outlet")).to_have_text("Tidewater Courier")
    expect(hit.locator(".number")).to_have_text("No. 58213")
    expect(hit.locator("time")).to_have_attribute("datetime", "2024-03-14T08:15:00+00:00")
    assert [each.lower() for each in hit.locator("h3 mark").all_text_contents()] == ["county", "flood", "gates"]
    hit.locator("a.open").click()
    expect(page.locator("h1")).to_have_text("County approves flood gates for Marram Point after ten-year dispute")


def test_an_article_without_a_headline_is_told_by_its_first_words(page: Page) -> None:
    """A hit without a headline shows its first words, and its page says that there is no headline."""
    page.goto("/?q=skarrow")
    link = page.locator("a.open.untitled")
    expect(link).to_have_text(re.compile("^We still do not know .* …$"))
    link.click()
    expect(page.locator("h1")).to_have_text("no headline on the page")
    expect(page.locator(".when")).to_contain_text("9 June 2023, 18:05 zone not stated")


def test_filters_narrow_and_are_taken_off(page: Page) -> None:
    """A filter narrows the search beside an OR, shows as set, and is removed by its chip."""
    page.goto("/?q=the+OR+der")
    total = page.locator(".found-head strong")
    everything = total.inner_text()
    page.locator(".facet", has_text="Outlet").get_by_role("link", name=re.compile("Tidewater")).click()
    expect(page.locator(".chips a")).to_contain_text("Tidewater Courier")
    assert total.inner_text() != everything
    assert set(page.locator(".hit-item .outlet").all_text_contents()) == {"Tidewater Courier"}
    page.locator(".chips a").click()
    expect(total).to_have_text(everything)


def test_a_stretch_of_time_is_chosen_on_the_chart(page: Page) -> None:
    """Dragging over the chart sets the bounds of the search, and only articles within them are left."""
    page.goto("/?from=2021&to=2024")
    box = page.locator(".u-over").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + box["height"] / 2, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile(r"from=202[34]-"))
    expect(page.locator(".chips a")).to_contain_text("Published")
    days = page.locator(".hit-item time").evaluate_all("all => all.map(each => each.dateTime.slice(0, 10))")
    assert days
    first, last = (page.locator(f"input[name={name}]").input_value() for name in ("from", "to"))
    assert all(first <= day[: len(first)] and day[: len(last)] <= last for day in days)


def test_a_search_that_cannot_be_read_shows_the_place(page: Page) -> None:
    """A query that does not parse is answered with the reason, in the words of the query language."""
    answer = page.goto("/?q=bridge+AND+(")
    assert answer is not None
    assert answer.status == 400
    expect(page.get_by_role("alert")).to_contain_text("bridge AND (")
    expect(page.get_by_role("searchbox", name="Search")).to_have_value("bridge AND (")


def test_keys_alone_are_enough(page: Page) -> None:
    """`/` goes to the search, Enter searches, `j` and `k` walk, `o` opens, `u` goes back, `?` tells the keys."""
    page.goto("/")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("the")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=the**")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(".hit-item").first).to_have_class(re.compile("current"))
    expect(page.locator(".hit-item a.open").first).to_be_focused()
    title = page.locator(".hit-item a.open").first.inner_text()
    page.keyboard.press("o")
    page.wait_for_url("**/articles/**")
    expect(page.locator("h1")).to_have_text(title)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("u")
    page.wait_for_url("**/?q=the**")


def test_copies_are_folded(page: Page) -> None:
    """One of a group of copies stands for all, its page lists them from the first on, and every one is shown on demand."""
    page.goto("/?q=dredger")
    expect(page.locator(".hit-item")).to_have_count(1)
    page.get_by_role("link", name="1 copy folded").click()
    rows = page.locator("#copies tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("north-wire.example9 July 2024, 08:00")
    page.goto("/?q=dredger")
    page.get_by_role("link", name="Show every one").click()
    expect(page.locator(".hit-item")).to_have_count(2)
    page.get_by_role("link", name="Fold them").click()
    expect(page.locator(".hit-item")).to_have_count(1)
