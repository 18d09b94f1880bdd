"""How the room looks and to whom it is open: themes, writing directions, small screens, no scripts, accessibility."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Response

LIGHT, DARK = "rgb(251, 250, 247)", "rgb(21, 24, 27)"

# A page of every kind, and what to do there before it is looked at.
PAGES = {
    "front": "/",
    "found": "/?q=the&language=en-GB",
    "nothing": "/?q=xylophonist",
    "error": "/?q=(",
    "article": "/?q=headline:county",
    "captured": "/?q=headline:county#captured",
    "comments": "/?q=northfield#comments",
    "versions": "/?q=harbour+light#versions",
    "copies": "/?q=dredger#copies",
    "cite": "/?q=harbour+light#cite",
    "notes": "/?q=northfield#notes",
    "right to left": "/?q=lang:fa",
    "read": "/read",
    "ledger": "/ledger",
    "statements": "/?q=skarrow#statements",
    "outlets": "/outlets",
    "outlet": "/outlets/tidewater-courier",
    "failures": "/failures",
    "moderation": "/notes",
    "help": "/help",
    "missing": "/articles/ffffffffffff",
}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPENED = ("article", "captured", "comments", "versions", "copies", "statements", "cite", "notes", "right to left")


def go(page: Page, name: str) -> None:
    """Open a page of `PAGES`; those of articles are reached through a search."""
    address, _, part = PAGES[name].partition("#")
    page.goto(address)
    if name in OPENED:
        found = page.locator("a.open").first.get_attribute("href")
        page.goto(f"{found}#{part}" if part else found or "")


def background(page: Page) -> str:
    """The colour of the page."""
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


@pytest.fixture
def plain(browser: Browser, room: str) -> Iterator[Page]:
    """A page without scripts."""
    context = browser.new_context(base_url=room, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(page: Page, name: str) -> None:
    """No page has a fault that the rules of WCAG 2.2 AA know, details opened; the colours are looked at in light and dark."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(reduced_motion="reduce")
    go(page, name)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    found = axe.run(page, options={"runOnly": RULES}).response["violations"]
    page.emulate_media(color_scheme="dark")
    found += axe.run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    assert [(each["id"], each["help"], [node["html"][:200] for node in each["nodes"]][:3]) for each in found] == []


def test_the_theme_is_the_system_s_until_one_is_chosen(page: Page) -> None:
    """Light or dark follows the system; the switch turns it over, and the choice holds on the next page."""
    page.goto("/")
    assert background(page) == LIGHT
    page.emulate_media(color_scheme="dark")
    assert background(page) == DARK
    page.get_by_role("button", name="Light or dark").click()
    assert background(page) == LIGHT
    page.goto("/outlets")
    assert background(page) == LIGHT
    page.keyboard.press("t")
    assert background(page) == DARK


@pytest.mark.parametrize(("query", "language"), [("lang:fa", "fa"), ("lang:ar", "ar")], ids=["Persian", "Arabic"])
def test_right_to_left_pages_are_set_right(page: Page, query: str, language: str) -> None:
    """An article in a script that runs from right to left says so, in the search and on its page; the frame stays as it is."""
    page.goto(f"/?q={query}")
    heading = page.locator(".hit-item h3")
    expect(heading).to_have_attribute("dir", "rtl")
    expect(heading).to_have_attribute("lang", language)
    heading.locator("a").click()
    expect(page.locator("h1")).to_have_attribute("dir", "rtl")
    text = page.locator(".prose")
    expect(text).to_have_attribute("lang", language)
    assert text.evaluate("each => getComputedStyle(each).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).direction") == "ltr"


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_is_wide_enough(page: Page, name: str) -> None:
    """At 360 pixels nothing sticks out of the page."""
    page.set_viewport_size({"width": 360, "height": 740})
    go(page, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_reading_and_searching_need_no_script(plain: Page) -> None:
    """Without scripts one searches, filters, chooses a bar, reads, sees every part, and follows evidence to its words."""
    plain.goto("/")
    plain.locator("#q").fill("county")
    plain.locator("#q").press("Enter")
    plain.locator("a.open", has_text="flood gates").click()
    for part in ("reading", "captured", "versions", "cite"):
        expect(plain.locator(f"#{part}")).to_be_visible()
    plain.locator(".field[data-name=headline] a.clue").first.click()
    line = plain.locator(".line", has=plain.locator(":target"))
    expect(line.locator(".words")).to_contain_text("County approves flood gates")
    expect(line.locator(".words")).to_have_css("background-color", "rgb(255, 224, 138)")
    plain.goto("/?from=2021")
    bars = plain.locator(".attention svg a")
    expect(bars.first).to_be_visible()
    plain.goto(bars.first.get_attribute("href") or "")
    expect(plain.locator(".chips")).to_contain_text("Published")


def test_the_first_page_is_small(context: BrowserContext, room: str) -> None:
    """The front page with its styles, scripts and fonts is at most 100 KB as it is sent."""
    page = context.new_page()
    answers: list[Response] = []

    def answered(answer: Response) -> None:
        answers.append(answer)  # Playwright takes a function, not a method of a list

    page.on("response", answered)
    page.goto("/", wait_until="networkidle")
    sizes = {}
    for answer in answers:
        body = answer.body()
        sizes[Path(answer.url).name] = (
            len(gzip.compress(body, 6)) if "gzip" in answer.headers.get("content-encoding", "") else len(body)
        )
    assert "room.css" in sizes
    assert "uPlot.iife.min.js" in sizes
    assert sum(sizes.values()) <= 100_000, sizes


def test_a_printed_page_is_the_text(page: Page) -> None:
    """In print the frame goes and the text stays."""
    go(page, "article")
    page.emulate_media(media="print")
    expect(page.locator(".prose")).to_be_visible()
    for frame in (".top", ".tabs", ".bottom"):
        expect(page.locator(frame)).to_be_hidden()
