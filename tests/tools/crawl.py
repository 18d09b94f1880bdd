"""A crawl for tests and benchmarks: pages of invented outlets from templates, each mutated, written as WARC."""

from __future__ import annotations

import gzip
import random
from typing import TYPE_CHECKING

from tests.tools.warcs import http, packed, record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OUTLETS = ("strait-observer.example", "tidewater-courier.example", "marsh-gazette.example", "upland-post.example")
_NAMES = ("Ana Petrov", "Idris Cole", "Mira Lindqvist", "Tomas Okafor", "Lena Castellan", "Yusuf Brandt")
_SUBJECTS = (
    "the harbour board",
    "the ferry operator",
    "the county council",
    "the water authority",
    "the port union",
    "the mayor",
)
_VERBS = ("approved", "postponed", "published", "rejected", "reviewed", "announced")
_OBJECTS = (
    "a plan for the northern pier",
    "the budget for the coming year",
    "a report on tide levels",
    "new rules for night ferries",
)
_WHY = (
    "after a long debate",
    "by a narrow vote",
    "without further comment",
    "following a public hearing",
    "in a short statement",
)
_SAID = (
    "said the decision would be reviewed by December 31",
    "told reporters that work will begin in spring",
    "declined to give figures",
)
_TAGS = ("div", "section", "main")


def page(number: int) -> tuple[str, bytes]:
    """The address and the markup of a page: the same for the same number, and each another."""
    draw = random.Random(number)
    outlet = draw.choice(OUTLETS)
    month, day = draw.randint(1, 12), draw.randint(1, 28)
    url = f"https://{outlet}/2024/{month:02d}/{day:02d}/story-{number}"
    title = f"{draw.choice(_SUBJECTS).capitalize()} {draw.choice(_VERBS)} {draw.choice(_OBJECTS)}"
    author = draw.choice(_NAMES)
    paragraphs = "".join(f"<p>{_paragraph(draw)}</p>\n" for _ in range(draw.randint(4, 14)))
    tag = draw.choice(_TAGS)
    links = "".join(f'<li><a href="/2024/{at}">{draw.choice(_OBJECTS)}</a></li>' for at in range(draw.randint(5, 40)))
    time = f"2024-{month:02d}-{day:02d}T{draw.randint(6, 22):02d}:15:00+00:00"
    return url, (
        f'<!doctype html><html lang="en"><head><title>{title} | {outlet}</title>'
        f'<meta property="og:type" content="article"><meta property="article:published_time" content="{time}">'
        f'<meta property="og:title" content="{title}"><meta name="author" content="{author}"></head>'
        f'<body><header><nav><ul>{links}</ul></nav></header><{tag} class="story"><article><h1>{title}</h1>'
        f'<p class="byline">By {author}</p><time datetime="{time}">{time[:10]}</time>\n{paragraphs}</article></{tag}>'
        f"<aside><h2>More</h2><ul>{links}</ul></aside><footer><p>© {outlet}. All rights reserved.</p></footer></body></html>"
    ).encode()


def listing(number: int) -> tuple[str, bytes]:
    """A front page: links and no article."""
    draw = random.Random(number)
    outlet = draw.choice(OUTLETS)
    items = "".join(f'<li><a href="/a/{at}">{draw.choice(_SUBJECTS)} {draw.choice(_VERBS)}</a></li>' for at in range(60))
    return f"https://{outlet}/section/{number}", f"<!doctype html><title>{outlet}</title><ul>{items}</ul>".encode()


def records(first: int, count: int) -> Iterator[bytes]:
    """WARC records of a crawl: pages, and among them what crawls hold besides."""
    for number in range(first, first + count):
        url, body = listing(number) if number % 17 == 3 else page(number)
        if number % 23 == 5:
            yield record(http(b"gone", status="404 Not Found"), url=url)
        elif number % 19 == 7:
            yield record(http(body, "X-Robots-Tag: noai", "TDM-Reservation: 1"), url=url)
        else:
            yield record(http(body), url=url)
        if number % 29 == 11:
            yield record(http(body), url=url)


def write_crawl(folder: Path, files: int, pages: int, *, first: int = 0) -> list[str]:
    """So many WARC files of so many pages each, from the first page on; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(files):
        path = folder / f"crawl-{number:03d}.warc.gz"
        with path.open("wb") as file:
            for each in records(first + number * pages, pages):
                file.write(gzip.compress(each, 5))
        paths.append(str(path))
    return paths


def write_wires(folder: Path, stories: int) -> list[str]:
    """WARC files in which a third of the stories are copied by other outlets, some cut, and some changed by a later capture."""
    draw = random.Random(8)
    records = []
    for number in range(stories):
        url, body = page(number)
        records.append(record(http(body), url=url))
        for copy in range(draw.choice([0, 0, 1, 3])):
            lines = body.split(b"\n")
            if draw.random() < 0.5 and len(lines) > 4:
                del lines[draw.randrange(1, len(lines) - 1)]
            records.append(record(http(b"\n".join(lines)), url=f"https://mirror-{copy}.example/{number}"))
        if number % 5 == 0:  # another text in its place, later
            records.append(record(http(page(10_000 + number)[1]), url=url, date="2024-06-01T00:00:00Z"))
    draw.shuffle(records)
    paths = []
    for at in range(3):
        path = folder / f"wires-{at}.warc.gz"
        path.write_bytes(packed(*records[at::3]))
        paths.append(str(path))
    return paths


def _paragraph(draw: random.Random) -> str:
    sentences = [
        f"{draw.choice(_SUBJECTS).capitalize()} {draw.choice(_VERBS)} {draw.choice(_OBJECTS)} {draw.choice(_WHY)}, "
        f"and {draw.choice(_NAMES)} {draw.choice(_SAID)} on item {draw.randint(1, 9_999)}."
        for _ in range(draw.randint(2, 5))
    ]
    return " ".join(sentences)
