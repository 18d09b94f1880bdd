"""Pages that are held until they are kept."""

from __future__ import annotations

from dateline import Capture, read_page
from dateline.room.drafts import Draft, Drafts


def draft(size: int = 10) -> Draft:
    """A draft of so many bytes."""
    return Draft(Capture(content=b"x" * size), read_page("x"))


def test_a_draft_is_held_for_an_hour() -> None:
    """A draft is there by its name until it is dropped, or too old."""
    now = 0.0
    drafts = Drafts(clock=lambda: now)
    first, second = draft(), draft()
    one, other = drafts.put(first), drafts.put(second)
    assert one != other
    assert drafts.get(one) is first
    drafts.drop(one)
    assert drafts.get(one) is None
    now = 3_601.0
    assert drafts.get(other) is None
    assert drafts.get("made up") is None


def test_the_oldest_give_way() -> None:
    """However many are put, and however large, memory is bounded, and the newest is there."""
    drafts = Drafts()
    names = [drafts.put(draft()) for _ in range(100)]
    assert drafts.get(names[0]) is None
    assert drafts.get(names[-1]) is not None
    large = [drafts.put(draft(60 * 1024 * 1024)) for _ in range(3)]
    assert [drafts.get(name) is not None for name in large] == [False, True, True]
