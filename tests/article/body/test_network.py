"""The network on arrays, against the same reckoned block by block."""

from __future__ import annotations

import io
from math import exp, log1p, sqrt

import numpy as np
import numpy.typing as npt
import pytest

from dateline.article.body.network import LEVELS, POOLED, REACHES, Company, Network
from dateline.article.body.rows import Layout

WIDTH, CONVENTIONS = 4, 2
NAMES = ["size", "link", "unused"]

Arrays = dict[str, npt.NDArray[np.generic]]


def arrays(seed: int = 7) -> Arrays:
    """Weights of a small network, at random but the same each time; it asks for two features of three, the second first."""
    rng = np.random.default_rng(seed)

    def some(*shape: int) -> npt.NDArray[np.float32]:
        return rng.normal(0, 0.4, shape).astype(np.float16).astype(np.float32)

    made: Arrays = {
        "names": np.array(["link", "size"]),
        "low": np.array([0, seed / 7], dtype=np.float32),
        "high": np.array([1, 5], dtype=np.float32),
        "centre": np.array([0.5, 3], dtype=np.float32),
        "scale": np.array([2, 0.5], dtype=np.float32),
        "enter": some(4, WIDTH),
        "enter_bias": some(WIDTH),
        "enter_as": some(CONVENTIONS, WIDTH),
        "leave": some(WIDTH),
        "leave_as": some(CONVENTIONS, WIDTH),
        "leave_bias": some(CONVENTIONS),
        "skip": some(1),
    }
    for layer in range(len(REACHES)):
        made |= {f"look{layer}": some(3 * WIDTH, WIDTH), f"look_bias{layer}": some(WIDTH), f"take{layer}": some(WIDTH, WIDTH)}
    for layer in POOLED:
        made |= {f"pool{layer}": some((LEVELS + 2) * WIDTH, WIDTH), f"pool_bias{layer}": some(WIDTH)}
    return made


def page(count: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32], Layout]:
    """Features (three of them), a first look's log-odds, and a layout: pairs of blocks in ever wider boxes, every third alike."""
    rng = np.random.default_rng(count)
    index = np.arange(count)
    places = np.arange(0, count, 2)
    boxes = [(places // size * size, np.minimum(places // size * size + size, count)) for size in (2, 4, 12, 12, 24)]
    layout = Layout(rng.integers(1, 300, count).astype(np.float32), index % 3, index // 2, tuple(boxes))
    return rng.normal(2, 2, (3, count)).astype(np.float32), rng.normal(0, 6, count).astype(np.float32), layout


def by_hand(
    w: Arrays, matrix: npt.NDArray[np.float32], glance: npt.NDArray[np.float32], layout: Layout, convention: int
) -> list[float]:
    """The same, a block and a number at a time."""
    count = matrix.shape[1]
    weight = [log1p(size) for size in layout.size.tolist()]

    def product(row: list[float], of: npt.NDArray[np.generic]) -> list[float]:
        return [sum(value * float(of[i, j]) for i, value in enumerate(row)) for j in range(of.shape[1])]

    def normed(row: list[float]) -> list[float]:
        length = sqrt(sum(value * value for value in row) / len(row) + 1e-5)
        return [value / length for value in row]

    def mean(rows: list[list[float]], members: list[int]) -> list[float]:
        total = sum(weight[i] for i in members) + 1e-3
        return [sum(rows[i][j] * weight[i] for i in members) / total for j in range(WIDTH)]

    odds = [min(8.0, max(-8.0, value)) for value in glance.tolist()]
    state = []
    for i in range(count):
        seen = [
            (min(float(w["high"][k]), max(float(w["low"][k]), float(matrix[row, i]))) - float(w["centre"][k]))
            * float(w["scale"][k])
            for k, row in enumerate((1, 0))
        ]
        known = product([*seen, odds[i] / 4, 2 / (1 + exp(-odds[i])) - 1], w["enter"])
        state.append(
            [max(0.0, k + float(b) + float(c)) for k, b, c in zip(known, w["enter_bias"], w["enter_as"][convention], strict=True)]
        )
    for layer, reach in enumerate(REACHES):
        rows = [normed(row) for row in state]
        nothing = [0.0] * WIDTH
        for i in range(count):
            beside = [rows[j] if 0 <= j < count else nothing for j in (i - reach, i, i + reach)]
            near = product([value for row in beside for value in row], w[f"look{layer}"])
            near = [max(0.0, value + float(bias)) for value, bias in zip(near, w[f"look_bias{layer}"], strict=True)]
            state[i] = [a + b for a, b in zip(state[i], product(near, w[f"take{layer}"]), strict=True)]
        if layer in POOLED:
            rows = [normed(row) for row in state]
            for i in range(count):
                place = layout.home[i]
                groups = [list(range(int(first[place]), int(last[place]))) for first, last in layout.containers]
                groups += [[j for j in range(count) if layout.alike[j] == layout.alike[i]], list(range(count))]
                around = product([value for group in groups for value in mean(rows, group)], w[f"pool{layer}"])
                state[i] = [a + max(0.0, b + float(c)) for a, b, c in zip(state[i], around, w[f"pool_bias{layer}"], strict=True)]
    leave = w["leave"] + w["leave_as"][convention]
    ends = [sum(a * float(b) for a, b in zip(normed(row), leave, strict=True)) for row in state]
    return [end + float(w["leave_bias"][convention]) + float(w["skip"][0]) * look for end, look in zip(ends, odds, strict=True)]


@pytest.mark.parametrize("convention", range(CONVENTIONS))
@pytest.mark.parametrize("count", [1, 2, 7, 40])
def test_scores_are_those_reckoned_by_hand(count: int, convention: int) -> None:
    """However many blocks there are, each gets what the stack of layers says, with the right weights for the convention."""
    matrix, glance, layout = page(count)
    found = Network(arrays()).scores(matrix, NAMES, glance, Company(layout), convention=convention)
    assert found.shape == (count,)
    assert found.tolist() == pytest.approx(by_hand(arrays(), matrix, glance, layout, convention), abs=2e-3)


def test_several_networks_are_of_one_mind() -> None:
    """Networks side by side say the mean of what each says by itself, cuts and all."""
    matrix, glance, layout = page(30)
    both = [arrays(7), arrays(14)]
    alone = [Network(each).scores(matrix, NAMES, glance, Company(layout), convention=1) for each in both]
    assert not np.allclose(alone[0], alone[1])
    found = Network(*both).scores(matrix, NAMES, glance, Company(layout), convention=1)
    assert found.tolist() == pytest.approx(np.mean(alone, axis=0).tolist(), abs=1e-5)


def test_text_has_no_containers() -> None:
    """A page without markup is scored as one whose containers hold each block alone."""
    matrix, glance, layout = page(12)
    index = np.arange(12)
    bare = layout._replace(home=index, containers=())
    alone = bare._replace(containers=((index, index + 1),) * LEVELS)
    net = Network(arrays())
    found = net.scores(matrix, NAMES, glance, Company(bare), convention=0)
    assert found.tolist() == net.scores(matrix, NAMES, glance, Company(alone), convention=0).tolist()


def test_what_is_beyond_all_measure_is_cut() -> None:
    """Features and first looks without bound give scores that are numbers."""
    matrix, glance, layout = page(9)
    matrix[0, 3], matrix[1, 4], glance[5] = np.inf, -np.inf, 1e30
    assert np.isfinite(Network(arrays()).scores(matrix, NAMES, glance, Company(layout), convention=1)).all()


def test_a_feature_that_is_missing() -> None:
    """A network that asks for what the matrix lacks is an error that names it."""
    matrix, glance, layout = page(3)
    with pytest.raises(KeyError, match="link"):
        Network(arrays()).scores(matrix[:1], ["size"], glance, Company(layout), convention=0)


def test_it_loads_what_was_written() -> None:
    """Through a file in half precision, the network is the same."""
    file = io.BytesIO()
    np.savez_compressed(
        file, allow_pickle=False, **{k: v.astype(np.float16) if v.dtype == np.float32 else v for k, v in arrays().items()}
    )
    file.seek(0)
    matrix, glance, layout = page(20)
    read, made = Network.load(file), Network(arrays())
    found = [net.scores(matrix, NAMES, glance, Company(layout), convention=0).tolist() for net in (read, made)]
    assert found[0] == pytest.approx(found[1], abs=1e-3)
