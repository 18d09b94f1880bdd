"""Text that a page carries only as data."""

from __future__ import annotations

import json

from dateline.page import Limits, build_page
from dateline.records import Capture, Page

STORY = [
    "The harbour council voted on Tuesday to keep the night ferry running through the winter, after a long debate.",
    "Two members had asked for a pause until the new pier is ready, which the engineers expect in the spring.",
    "The fare will rise by a tenth in January, the council said, and passes for pupils will stay as they are.",
    "A petition with four thousand names had asked for the service to stay, and was handed over before the vote.",
]


def page(markup: str) -> Page:
    return build_page(Capture(content=markup.encode(), media_type="text/html"), limits=Limits())


def stored(made: Page) -> list[str]:
    return [made.text[b.start : b.end] for b in made.blocks if made.elements[b.element].label == "stored in data"]


def data(body: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "articleBody": body})}</script>'


def test_escaped_markup_is_taken_off() -> None:
    """An `articleBody` whose tags were escaped once more has its paragraphs, and no tags."""
    escaped = "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in STORY)
    assert stored(page(f"<p>Soon.</p>{data(escaped)}")) == STORY


def test_a_body_only_in_json_ld_is_set_below() -> None:
    """An `articleBody` that the page does not show becomes blocks below its text, and a note says so."""
    made = page("<h1>Night ferry stays</h1>" + data("\n\n".join(STORY)))
    assert stored(made) == STORY
    assert any(note.code == "text.stored" for note in made.notes)


def test_a_body_that_is_shown_is_not_repeated() -> None:
    """An `articleBody` that stands on the page is left where it is, glued as publishers glue it or not."""
    shown = "".join(f"<p>{p}</p>" for p in STORY)
    assert stored(page(shown + data("".join(STORY)))) == []


def test_a_state_script_of_an_empty_page_is_read() -> None:
    """Prose in the state of a page that a script builds is found; settings and addresses are not prose."""
    state = {"props": {"theme": "https://cdn.example/x.css", "story": {"html": "".join(f"<p>{p}</p>" for p in STORY)}}}
    made = page(f'<div id=app></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>')
    assert stored(made) == STORY


def test_a_state_script_beside_a_shown_page_is_not() -> None:
    """A page that shows prose of its own is not searched for more."""
    other = "".join(f"<p>{'Another story altogether, told at length. ' * 5}</p>" for _ in range(5))
    state = json.dumps({"next": STORY})
    assert stored(page(f'{other}<script type="application/json">{state}</script>')) == []
