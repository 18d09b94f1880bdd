"""Dear answers are kept for as long as they are worth, cheap ones not at all."""

from __future__ import annotations

from dateline.room.memory import Memory


class Times:
    """A clock, and a meter of processor time, both set by hand."""

    now = 0.0
    spent = 0.0

    def answer(self, cost: float, value: object) -> object:
        """An answer that costs so much."""
        self.spent += cost
        return value


def memory_of(times: Times) -> Memory:
    """A memory with these times."""
    return Memory(lambda: times.now, lambda: times.spent)


def test_cheap_answers_are_always_new() -> None:
    """What costs little is never out of date."""
    times = Times()
    memory = memory_of(times)
    assert [memory.of("a", lambda n=n: times.answer(0.01, n)) for n in range(3)] == [0, 1, 2]  # type: ignore[misc]


def test_dear_answers_are_kept_for_a_hundred_times_their_cost() -> None:
    """Then they are computed again; a minute is the longest."""
    times = Times()
    memory = memory_of(times)
    assert memory.of("a", lambda: times.answer(0.1, "old")) == "old"
    assert memory.of("b", lambda: times.answer(5.0, "old")) == "old"
    for now, of_a, of_b in ((9.9, "old", "old"), (10.1, "new", "old"), (59.9, "new", "old"), (60.1, "new", "new")):
        times.now = now
        assert memory.of("a", lambda: times.answer(0.1, "new")) == of_a
        assert memory.of("b", lambda: times.answer(0.1, "new")) == of_b


def test_the_memory_is_bounded() -> None:
    """Of very many keys the least lately asked for are forgotten."""
    times = Times()
    memory = memory_of(times)
    for number in range(300):
        memory.of(number, lambda: times.answer(1.0, "old"))
        memory.of(0, lambda: times.answer(1.0, "new"))
    assert memory.of(0, lambda: times.answer(1.0, "new")) == "old"
    assert memory.of(1, lambda: times.answer(1.0, "new")) == "new"
    assert memory.of(299, lambda: times.answer(1.0, "new")) == "old"


def test_what_fails_is_not_kept() -> None:
    """An error goes through, and the next one to ask computes."""
    times = Times()
    memory = memory_of(times)

    def failing() -> object:
        times.answer(1.0, None)
        raise ValueError("no")

    for _ in range(2):
        try:
            memory.of("a", failing)
        except ValueError:
            continue
        raise AssertionError("it was kept")
    assert memory.of("a", lambda: "fine") == "fine"
