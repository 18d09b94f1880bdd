"""Take the pictures of the reading room in docs/img: `python -m docs.screenshots` (needs Chromium and Playwright)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "img"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# Without hinting and subpixels, letters look the same on every machine with the same fonts.
FLAGS = ("--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--disable-lcd-text", "--no-first-run")
PROFILES = ("--profiles", "examples/outlets")
_STARTS_WITHIN = 60  # seconds


def main() -> None:
    """Read the examples into an archive, open a room over it, and take every picture."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        dateline = (sys.executable, "-m", "dateline")
        subprocess.run([*dateline, "add", "examples/pages", "--archive", folder + "/a", *PROFILES], cwd=ROOT, check=True)
        serve = [*dateline, "serve", "--archive", folder + "/a", "--port", "0", *PROFILES]
        with subprocess.Popen(serve, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server, sync_playwright() as driver:
            try:
                address = _address(server)
                browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
                take(browser, address)
                browser.close()
            finally:
                server.terminate()


def take(browser: Browser, address: str) -> None:
    """Every picture, from an open room."""

    def picture(name: str, path: str, scheme: Literal["light", "dark"], act: Callable[[Page], object], width: int = 1200) -> None:
        page = browser.new_page(
            base_url=address, viewport={"width": width, "height": 820}, color_scheme=scheme, reduced_motion="reduce"
        )
        page.goto(path)
        act(page)
        page.wait_for_timeout(300)  # until fonts and the chart are drawn
        page.screenshot(path=IMAGES / name)
        page.close()

    def lit(page: Page) -> None:
        page.locator("a.open").first.click()
        page.locator(".field[data-name=published] a.clue").first.click()
        page.mouse.move(0, 0)
        page.evaluate("scrollTo(0, 0)")

    def nothing(_: Page) -> None:
        """The page as it opens."""

    picture("room-light.png", "/?q=skarrow", "light", lit)
    picture("room-dark.png", "/?q=bridge+OR+county+OR+ferr*+OR+library&from=2021", "dark", nothing)
    picture("room-search.png", "/?q=bridge+OR+county+OR+ferr*+OR+library&from=2021", "light", nothing)
    picture("room-phone.png", "/?q=lang:fa", "light", lambda page: page.locator("a.open").first.click(), width=390)


def _address(server: subprocess.Popen[str]) -> str:
    """Where the server says that its room is, once it answers."""
    assert server.stderr is not None
    for line in server.stderr:
        if found := re.search(r"http://\S+?:\d+", line):
            break
    else:
        raise SystemExit("the room did not open")
    for _ in range(_STARTS_WITHIN * 10):
        try:
            urllib.request.urlopen(found[0] + "/help", timeout=5).close()
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return found[0]
    raise SystemExit("the room does not answer")


if __name__ == "__main__":
    main()
