"""The difference between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive import diff, diff_html, diff_text
from dateline.archive.diffing import matches, word_runs
from dateline.records import Author, Moment

if TYPE_CHECKING:
    from tests.archive.conftest import MakePage

ONE = "The council agreed on Monday to repair the bridge."
TWO = "Work is to begin in March, the mayor said."
THREE = "The opposition called the plan too late."

WORDS = {
    "same": ("a b c", "a b c", "a b c"),
    "a word changed": ("agreed on Monday to", "agreed on Tuesday to", "agreed on [Monday]{Tuesday} to"),
    "a word added": ("the bridge.", "the old bridge.", "the {old }bridge."),
    "a word gone": ("the old bridge.", "the bridge.", "the [old ]bridge."),
    "punctuation": ("It is. Yes", "It is, yes", "It is[.]{,} [Yes]{yes}"),
    "all changed": ("one", "two", "[one]{two}"),
    "from nothing": ("", "new", "{new}"),
    "other scripts": ("وزیر گفت دیروز", "وزیر گفت امروز", "وزیر گفت [دیروز]{امروز}"),
}


@pytest.mark.parametrize(("old", "new", "expected"), WORDS.values(), ids=WORDS)
def test_words(old: str, new: str, expected: str) -> None:
    """Words that stayed are told from those that went and came."""
    marks = {"same": "{}", "removed": "[{}]", "added": "{{{}}}"}
    assert "".join(marks[run.state].format(run.text) for run in word_runs(old, new)) == expected


PARAGRAPHS = {
    "same": ((ONE, TWO), (ONE, TWO), "same same"),
    "corrected": ((ONE, TWO), (ONE.replace("Monday", "Tuesday"), TWO), "changed same"),
    "gone": ((ONE, TWO, THREE), (ONE, THREE), "same removed same"),
    "new": ((ONE, THREE), (ONE, TWO, THREE), "same added same"),
    "moved": ((ONE, TWO, THREE), (TWO, THREE, ONE), "removed same same added"),
    "replaced": ((ONE, TWO), (ONE, "Nothing else is known."), "same removed added"),
    "corrected, and one before it": ((ONE, TWO), (THREE, ONE.replace("Monday", "Tuesday"), TWO), "added changed same"),
    "from nothing": ((), (ONE,), "added"),
    "to nothing": ((ONE,), (), "removed"),
}


@pytest.mark.parametrize(("old", "new", "states"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(old: tuple[str, ...], new: tuple[str, ...], states: str, page: MakePage) -> None:
    """Paragraphs stay, go, come, or are edited."""
    found = diff(page(*old)[1], page(*new)[1])
    assert [paragraph.state for paragraph in found.paragraphs] == states.split()
    assert found.empty is (set(states.split()) == {"same"})


@given(
    old=st.lists(st.sampled_from(["a b", "a c", "b c d", "b", "a b c d", "x"]), max_size=8),
    new=st.lists(st.text("ab .", min_size=1, max_size=9), max_size=8),
)
def test_a_diff_holds_both_versions(old: list[str], new: list[str], page: MakePage) -> None:
    """Either version can be put together from it, in order."""
    found = diff(page(*old)[1], page(*new)[1])
    for side, other, texts in (("old", "added", old), ("new", "removed", new)):
        kept = [paragraph for paragraph in found.paragraphs if getattr(paragraph, side) is not None]
        assert [getattr(paragraph, side) for paragraph in kept] == list(range(len(texts)))
        assert ["".join(run.text for run in paragraph.runs if run.state != other) for paragraph in kept] == texts


@given(st.text("ab \n.é", max_size=60), st.text("ab \n.é", max_size=60))
def test_runs_make_up_both_texts(old: str, new: str) -> None:
    """Nothing is lost between the words."""
    runs = list(word_runs(old, new))
    assert "".join(run.text for run in runs if run.state != "added") == old
    assert "".join(run.text for run in runs if run.state != "removed") == new


def test_fields(page: MakePage) -> None:
    """Headline and metadata are compared as people read them; what is the reader's own is not."""
    day = Moment(local="2021-11-23", precision="day")
    old = page(ONE, headline="Bridge", authors=(Author("Ada Brook"),), reader="test/1")[1]
    new = page(ONE, headline="Old bridge", authors=(Author("Ada Brook"), Author("Cy Dale")), modified=day, reader="test/2")[1]
    assert [(change.field, change.old, change.new) for change in diff(old, new).fields] == [
        ("headline", "Bridge", "Old bridge"),
        ("authors", "Ada Brook", "Ada Brook; Cy Dale"),
        ("modified", None, "2021-11-23"),
    ]


def test_shown_as_text_and_html(page: MakePage) -> None:
    """Both show what changed, and markup in an article stays text."""
    old = page("Costs <b>one</b> million in all.", TWO, headline="A")[1]
    new = page("Costs <b>two</b> million in all.", THREE, headline="A & B")[1]
    found = diff(old, new)
    assert diff_text(found).splitlines()[2:] == [
        "- headline: A",
        "+ headline: A & B",
        "~ Costs <b>[-one-]{+two+}</b> million in all.",
        f"- {TWO}",
        f"+ {THREE}",
    ]
    assert diff_html(found) == (
        '<div class="diff"><table><tbody>'
        "<tr><th>headline</th><td><del>A</del></td><td><ins>A &amp; B</ins></td></tr></tbody></table>"
        '<p class="changed">Costs &lt;b&gt;<del>one</del><ins>two</ins>&lt;/b&gt; million in all.</p>'
        f'<p class="removed"><del>{TWO}</del></p><p class="added"><ins>{THREE}</ins></p></div>'
    )


class Counted(str):
    """A text that counts how often texts are compared or hashed."""

    __slots__ = ()
    work = 0

    def __eq__(self, other: object) -> bool:
        Counted.work += 1
        return str.__eq__(self, other)

    def __hash__(self) -> int:
        Counted.work += 1
        return str.__hash__(self)


@pytest.mark.parametrize(("one", "other"), [("same", "same"), ("{n}", "-{n}"), ("{n}", "{n}"), ("{n}", "{m}")])
def test_the_work_grows_with_the_length(one: str, other: str) -> None:
    """Twice the text is about twice the work, also where nothing or all is alike, or the order is reversed."""
    spent = []
    for size in (4_000, 8_000):
        Counted.work = 0
        old = [Counted(one.format(n=n)) for n in range(size)]
        new = [Counted("x")] + [Counted(other.format(n=n, m=size - n)) for n in range(size)] + [Counted("y")]
        matches(old, new)
        spent.append(Counted.work)
    assert spent[1] <= 2.2 * spent[0]
