"""An article in a browser: its evidence, the page as captured, versions, corrections, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page


def open_article(page: Page, query: str) -> None:
    """Open the first article that a search finds."""
    page.goto(f"/?q={query}")
    page.locator("a.open").first.click()
    page.wait_for_url("**/articles/**")


def lit(page: Page) -> list[str]:
    """The words of the page that are lit up and can be seen."""
    return page.locator(".part.shown .lit").all_inner_texts()


def test_evidence_lights_up_its_words(page: Page) -> None:
    """Choosing the evidence of a field shows the page as captured with the words it rests on, and the field in the head."""
    open_article(page, "skarrow")
    field = page.locator(".field[data-name=published]")
    expect(field.locator(".value")).to_have_text("9 June 2023, 18:05, zone not stated")
    expect(field.locator(".figure")).to_have_text(re.compile(r"0\.\d\d$"))
    field.locator("a.clue").click()
    expect(page.locator("#captured")).to_be_visible()
    assert "09 June 2023 - 18:05" in "".join(lit(page))
    expect(page.locator(".masthead [data-field=published]")).to_have_class(re.compile("lit"))
    page.mouse.move(2, 2)
    page.keyboard.press("Escape")
    expect(page.locator(".lit")).to_have_count(0)


def test_losing_candidates_are_there(page: Page) -> None:
    """What a field would have been otherwise is listed with its own place and confidence."""
    open_article(page, "storm+ilse")
    lost = page.locator(".field[data-name=published] details.lost")
    lost.locator("summary").click()
    expect(lost).to_contain_text("2023-11-02T13:05:00+00:00")
    clue = lost.locator("a.clue", has_text="line ").first
    clue.click()
    assert "13.20 GMT" in "".join(lit(page))
    expect(page.locator("#captured")).to_be_visible()


def test_evidence_is_walked_with_keys(page: Page) -> None:
    """`j` goes from field to field and lights each up; numbers open the parts."""
    open_article(page, "skarrow")
    seen = []
    for _ in range(4):
        page.keyboard.press("j")
        seen.append(page.locator(".field.active").get_attribute("data-name"))
    assert seen == ["outlet", "news_id", "headline", "byline"]
    assert lit(page) == ["Strait Observer Staff Writer"]
    page.keyboard.press("1")
    expect(page.locator("#reading")).to_be_visible()
    expect(page.locator("#captured")).to_be_hidden()


def test_lines_of_the_page_are_told_apart(page: Page) -> None:
    """Every line of the page is there with what became of it: body, caption, comment or dropped."""
    open_article(page, "headline:county")
    page.get_by_role("link", name="Page as captured").click()
    roles = page.locator(".lines .line").evaluate_all("all => all.map(each => each.classList[1])")
    assert {"body", "caption", "dropped"} <= set(roles)
    assert roles.count("body") == 15
    page.get_by_role("link", name="Read the page again").click()
    expect(page.locator("#captured .score")).to_have_count(len(roles))
    open_article(page, "northfield")
    page.get_by_role("link", name="Comments").click()
    expect(page.locator("#comments li")).to_have_count(4)


def test_versions_and_their_diff(page: Page) -> None:
    """An article with two versions shows both, and what was put in and taken out, in the headline and word by word."""
    open_article(page, "harbour+light")
    page.get_by_role("link", name="Versions 2").click()
    expect(page.locator("#versions tbody tr")).to_have_count(2)
    page.get_by_role("link", name="What changed last").click()
    expect(page.locator(".diff-fields del")).to_have_text("Harbour light dark for nine days")
    expect(page.locator(".diff-fields ins")).to_have_text("Harbour light dark for ten days")
    expect(page.locator(".diff p.added ins").last).to_contain_text("The pilots met on Friday")
    expect(page.locator(".diff p.removed del")).to_have_text("No cause was given, and nobody asked for one.")
    page.goto(page.url + "?old=2&new=1")
    expect(page.locator(".diff-fields ins")).to_have_text("Harbour light dark for nine days")


def test_an_older_version_says_so(page: Page) -> None:
    """The page of an older capture shows what it said, and leads to the newest version."""
    open_article(page, "harbour+light")
    page.get_by_role("link", name="Versions 2").click()
    page.locator("#versions tbody tr").first.get_by_role("link", name="1", exact=True).click()
    expect(page.locator("h1")).to_have_text("Harbour light dark for nine days")
    page.get_by_role("link", name="The newest version").click()
    expect(page.locator("h1")).to_have_text("Harbour light dark for ten days")


def test_where_it_came_from_and_how_it_is_cited(page: Page) -> None:
    """The page names address, origin and hash of the capture, and gives citations and files."""
    open_article(page, "harbour+light")
    page.get_by_role("link", name="Versions 2").click()
    expect(page.locator("#versions")).to_contain_text("harbour.html")
    expect(page.locator("#versions")).to_contain_text(re.compile("[0-9a-f]{64}"))
    page.get_by_role("link", name="Cite and export").click()
    expect(page.locator("#cite pre").first).to_contain_text("Harbour light dark for ten days")
    with page.expect_download() as download:
        page.get_by_role("link", name="ninjs").click()
    assert '"Harbour light dark for ten days"' in download.value.path().read_text("utf-8")


def test_a_field_is_corrected_and_given_back(page: Page) -> None:
    """A correction wins in the record and says who made it; taken back, the reader's value is there again."""
    open_article(page, "skarrow")
    field = page.locator(".field[data-name=headline]")
    field.get_by_text("Correct", exact=True).click()
    field.get_by_label("Headline").fill("The Skarrow concession")
    field.get_by_label("Your name").fill("R. Reader")
    field.get_by_role("button", name="Keep the correction").click()
    expect(page.locator("h1")).to_have_text("The Skarrow concession")
    expect(field.locator(".fix")).to_contain_text("Set by hand by R. Reader")
    page.goto("/?q=headline:concession")
    expect(page.locator(".hit-item")).to_have_count(1)
    page.locator("a.open").first.click()
    field.get_by_text("Correct", exact=True).click()
    field.get_by_role("button", name="Back to the reader’s value").click()
    expect(page.locator("h1")).to_have_text("no headline on the page")


def test_a_value_that_cannot_be_is_refused(page: Page) -> None:
    """A correction that the field cannot have is answered with the reason, and changes nothing."""
    open_article(page, "skarrow")
    field = page.locator(".field[data-name=published]")
    field.get_by_text("Correct", exact=True).click()
    field.get_by_label("Published").fill("some day in June")
    field.get_by_label("Your name").fill("R. Reader")
    with page.expect_response("**/corrections") as response:
        field.evaluate(
            "each => fetch(each.querySelector('form').action, {method: 'POST', body: new URLSearchParams(new FormData(each.querySelector('form')))})"
        )
    assert response.value.status == 422
    page.reload()
    expect(field.locator(".value")).to_have_text("9 June 2023, 18:05, zone not stated")
