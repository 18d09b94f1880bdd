"""Fundus's way through a crawl archive, timed: run with the Python of an environment of its own (`make .venv/fundus`), which has no Dateline.

`python benchmarks/fundus_news.py ADDRESS_OF_A_WARC_FILE` prints how many of its pages are of publishers that Fundus knows, how many
articles came out, and the seconds of processor time that it took.
"""

from __future__ import annotations

import json
import sys
import time
from urllib.parse import urlparse

import requests
from fastwarc.warc import ArchiveIterator
from fundus import PublisherCollection
from fundus.scraping.html import CCNewsSource
from fundus.scraping.scraper import CCNewsScraper


def main(address: str) -> None:
    """Measure and print."""
    source = CCNewsSource(*PublisherCollection, warc_path=address)
    known = {urlparse(domain).netloc for one in source.publishers for domain in (one.domain, *one.deprecated_domains)}
    with requests.get(address, stream=True, timeout=60) as answer:
        addresses = [record.headers["WARC-Target-URI"] for record in ArchiveIterator(answer.raw)]
    pages = sum(urlparse(each).netloc in known for each in addresses)
    start = time.process_time()
    articles = sum(1 for _ in CCNewsScraper(source).scrape("suppress"))
    print(json.dumps({"pages": pages, "articles": articles, "seconds": time.process_time() - start}))


if __name__ == "__main__":
    main(sys.argv[1])
