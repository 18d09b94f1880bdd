"""What the tests of the room share: an archive of pages written for them, a real server over it, a real browser before it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from dateline import Capture, ReadOptions, open_archive, read
from dateline.sources import capture_file, find_files, read_profiles

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

EXAMPLES = Path(__file__).parents[2] / "examples"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--no-first-run"),
)
# A server on a busy machine may take a while to import everything.
_STARTS_WITHIN = 60

PASSWORD = "nine dark nights"
HARBOUR = "https://www.quayside-post.example/2024/05/harbour-light"
ATTACK = "https://www.quayside-post.example/2024/06/attack"


def harbour(headline: str, second: str, *, extra: str = "") -> str:
    """A page of an invented outlet, in one of its states."""
    return f"""<!DOCTYPE html><html lang="en"><head><title>{headline} - Quayside Post</title>
<link rel="canonical" href="{HARBOUR}"><meta property="article:published_time" content="2024-05-02T09:30:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{headline}</h1><p class="byline">By Ada Fenwick</p>
<p>The harbour light at Low Point has been dark for nine days, and the pilots who bring the grain ships in say that they will not
wait a tenth. The authority promised on Thursday to have it burning again by the middle of the month.</p>
<p>{second}</p>
<p>Two ships lay at anchor off the bar on Thursday night. Their masters were told to wait for daylight, which in that month comes
before five, and the berths were held for them at the cost of the port.</p>{extra}
<p>A lamp of the same kind stands in the museum of the town. The keeper has offered it, and was thanked, and was told that it
could not be insured.</p></article><footer>Quayside Post, all rights reserved</footer></body></html>"""


def wire_copy(outlet: str, hour: int) -> str:
    """A page with the text of an agency, as one of the papers that print it has it."""
    return f"""<!DOCTYPE html><html lang="en"><head><title>Dredger sinks off Low Point - {outlet}</title>
<meta property="article:published_time" content="2024-07-09T{hour:02}:00:00+01:00"></head><body><nav><a href="/">{outlet}</a></nav>
<article><h1>Dredger sinks off Low Point</h1><p class="byline">Harbour News Agency</p>
<p>A dredger of the port went down in four fathoms off Low Point on Tuesday morning, an hour before the tide turned, and her crew of
six were taken off by the pilot boat before anybody ashore had heard that she was in trouble.</p>
<p>The harbour master said that a hatch had been left open under tow. He did not say by whom, and the company that owns the
dredger did not answer its telephone, in the port or in the capital, for the whole of the day.</p>
<p>The wreck lies across the deeper of the two channels. Ships that draw more than five metres will have to wait for the spring tide,
or for the salvors, who are expected on Friday and have asked for two weeks and a calm sea.</p></article></body></html>"""


def attack_page() -> str:
    """A page that tries to get script, a hostile link and an override of writing direction onto the screen of its reader."""
    script = "&lt;script&gt;window.attacked = 1&lt;/script&gt;&lt;img src=x onerror='window.attacked = 1'&gt;"
    words = "The council met on Monday in the old customs house to hear what the engineers had found under the quay. "
    return f"""<!DOCTYPE html><html lang="en"><head><title>{script} attack</title><link rel="canonical" href="{ATTACK}">
<meta name="keywords" content="&lt;svg onload=alert(1)&gt;, harbour, &quot;&gt;&lt;script&gt;window.attacked = 2&lt;/script&gt;">
<meta property="article:published_time" content="2024-06-03T09:30:00+01:00"></head>
<body><article><h1>Quay report {script} \u202egpj.evil\u202c</h1><p class="byline">By Mallory &lt;b onclick=window.attacked=3&gt;Marsh&lt;/b&gt;</p>
<p>{words * 3}</p><p>{script} {words * 2} <a href="javascript:window.attacked=4">Read the report</a> and
<a href="https://quay.example/report">the annex</a>.</p><p>{words * 3}</p></article>
<section class="comments" id="comments"><h2>Comments</h2><div class="comment"><span class="author">{script}</span>
<p>{script} I have read it twice and still do not see what it costs.</p></div>
<div class="comment"><span class="author">Ben</span><p>It costs what it costs, and the ferry pays for it in the end.</p></div></section>
</body></html>"""


def long_text() -> str:
    """Ten megabytes of one article, as copied text."""
    chosen = Random(6)
    who = ("the pilot", "the harbour master", "a clerk of the council", "the engineer", "the keeper of the light", "a ferryman")
    did = ("heard", "doubted", "wrote down", "remembered", "asked about", "paid for", "measured")
    what = (
        "the old quay",
        "a broken lamp",
        "the third tender",
        "the depth of the bar",
        "the rope that had parted",
        "the winter tide",
    )
    when = ("on Monday", "before the vote", "that same night", "in the rain", "without being asked", "for the second time")

    def paragraph() -> str:
        return " ".join(" ".join(map(chosen.choice, (who, did, what, when))).capitalize() + "." for _ in range(20))

    head = "News ID: 60001\nPublish Date : 03 February 2022 - 07:15\n\nBy: Lantern Staff Writer\n\n"
    return head + "\n".join(paragraph() for _ in range(9_000)) + "\n"


@pytest.fixture(scope="session")
def attack() -> str:
    """See `attack_page`."""
    return attack_page()


@pytest.fixture(scope="session")
def minutes() -> bytes:
    """See `long_text`."""
    return long_text().encode()


def captures() -> Iterator[Capture]:
    """The pages of the room's archive beside the examples."""
    first = harbour("Harbour light dark for nine days", "No cause was given, and nobody asked for one.")
    later = harbour(
        "Harbour light dark for ten days",
        "The cause was a cable, cut by an anchor, and nobody asked whose.",
        extra="<p>The pilots met on Friday and put off their strike by a week.</p>",
    )
    for page, day in ((first, 2), (later, 3)):
        yield Capture(
            content=page.encode(),
            url=HARBOUR,
            media_type="text/html",
            captured_at=datetime(2024, 5, day, 12, tzinfo=UTC),
            origin="harbour.html",
        )
    for outlet, hour in (("north-wire.example", 8), ("vale-gazette.example", 11)):
        yield Capture(
            content=wire_copy(outlet, hour).encode(), url=f"https://{outlet}/dredger", media_type="text/html", origin=outlet
        )
    yield Capture(content=attack_page().encode(), url=ATTACK, media_type="text/html", origin="attack.html")


@pytest.fixture(scope="session")
def room_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the examples and the pages above, and a failure."""
    folder = tmp_path_factory.mktemp("room") / "archive"
    options = ReadOptions(profiles=read_profiles(EXAMPLES / "outlets"))

    def failed(error: Exception) -> None:
        raise error

    pages = [*map(capture_file, find_files([str(EXAMPLES / "pages")], failed=failed)), *captures()]
    with open_archive(folder, create=True) as archive:
        for capture in pages:
            archive.add(capture, read(capture, options=options))
        list(archive.update_statements())
        archive.add_failure("scans/plate-7.html", None, "its gzip data is damaged or cut short")
    return folder


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    """The address of a reading room over an archive, run as its users run it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "dateline", "serve", "--archive", str(folder), "--port", str(port)]
    command += ["--profiles", str(EXAMPLES / "outlets"), "--writes-per-minute", "1000", *options]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        try:
            _wait(address, server)
            yield address
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def room(room_folder: Path) -> Iterator[str]:
    """A room on the reader's own machine: whoever sits there owns it."""
    with serving(room_folder) as address:
        yield address


@pytest.fixture(scope="session")
def public_room(room_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same archive open to readers, with a password for its owner."""
    file = tmp_path_factory.mktemp("secret") / "password"
    file.write_text(PASSWORD, "utf-8")
    with serving(room_folder, "--public-read", "--password-file", str(file)) as address:
        yield address


def _wait(address: str, server: subprocess.Popen[str]) -> None:
    """Until the room answers; what it said is told if it does not."""
    for _ in range(_STARTS_WITHIN * 10):
        try:
            with urllib.request.urlopen(f"{address}/help", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            if server.poll() is not None:
                break
            time.sleep(0.1)
    server.kill()
    pytest.fail(f"the room did not open: {server.communicate()[1]}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright; skipped where either is absent."""
    if not shutil.which(CHROMIUM):
        pytest.skip(f"there is no browser at {CHROMIUM}; .ci/chromium installs it, or set CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(FLAGS))
        yield chromium
        chromium.close()


@contextmanager
def visiting(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A fresh browser profile that fails when a page logs an error, the room fails, or anything is asked for from elsewhere."""
    fresh = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, color_scheme="light")
    fresh.set_default_timeout(20_000)
    wrong: list[str] = []

    def logged(kind: str, text: str) -> None:
        # A refusal (4xx) is logged as well; whether one is right is for the test to say.
        if kind in ("error", "warning") and not text.startswith("Failed to load resource"):
            wrong.append(text)

    def asked(url: str) -> None:
        if not url.startswith((address, "data:", "blob:")):
            wrong.append(url)

    fresh.on("console", lambda message: logged(message.type, message.text))
    fresh.on("weberror", lambda error: wrong.append(str(error.error)))
    fresh.on("response", lambda response: wrong.append(response.url) if response.status >= 500 else None)
    fresh.on("request", lambda request: asked(request.url))
    yield fresh
    fresh.close()
    assert wrong == []


@pytest.fixture
def context(browser: Browser, room: str) -> Iterator[BrowserContext]:
    """A visit to the room of one's own."""
    with visiting(browser, room) as fresh:
        yield fresh


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that visit."""
    return context.new_page()


@pytest.fixture
def reader(browser: Browser, public_room: str) -> Iterator[Page]:
    """A page of somebody who may read in the public room."""
    with visiting(browser, public_room) as fresh:
        yield fresh.new_page()


@pytest.fixture
def owner(browser: Browser, public_room: str) -> Iterator[Page]:
    """A page of the public room's owner, who has come in by the password."""
    with visiting(browser, public_room) as fresh:
        page = fresh.new_page()
        page.goto("/login")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Come in").click()
        page.wait_for_url("**/")
        yield page
