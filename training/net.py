"""The network over a page's blocks in JAX, for training; `dateline.article.body.network` runs the same on NumPy."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt

from dateline.article.body.model import OTHER
from dateline.article.body.network import LEVELS, POOLED, REACHES

from .examples import Example
from .net_data import Floats, Pages, Scale, batches, scale_of

Weights = dict[str, jax.Array]

WIDTH = 48
# Chosen on the cross-validated figures of two folds.
_EPOCHS = 8
_RATE, _DECAY, _AVERAGED = 3e-3, 0.03, 0.995
# What is left out while training: features, for a whole page; the first look; and what the convolutions found.
_DROPPED_FEATURES, _DROPPED_GLANCE, _DROPPED = 0.2, 0.1, 0.35
_EPSILON = 1e-5


def fresh(seed: int, features: int) -> Weights:
    """Weights before any training, from a seed."""
    rng = np.random.default_rng(seed)
    conventions = OTHER + 1

    def normal(*shape: int, scale: float = 1.0) -> jax.Array:
        return jnp.asarray(rng.normal(0, scale / np.sqrt(shape[0]), shape), dtype=jnp.float32)

    weights: Weights = {
        "enter": normal(features + 2, WIDTH),
        "enter_bias": jnp.zeros(WIDTH),
        "enter_as": normal(conventions, WIDTH, scale=0.3),
        "leave": jnp.zeros(WIDTH),
        "leave_as": jnp.zeros((conventions, WIDTH)),
        "leave_bias": jnp.zeros(conventions),
        "skip": jnp.ones(1),
    }
    for layer in range(len(REACHES)):
        weights[f"look{layer}"] = normal(3 * WIDTH, WIDTH, scale=0.7)
        weights[f"look_bias{layer}"] = jnp.zeros(WIDTH)
        weights[f"take{layer}"] = normal(WIDTH, WIDTH, scale=0.5)
    for layer in POOLED:
        weights[f"pool{layer}"] = normal((LEVELS + 2) * WIDTH, WIDTH, scale=0.5)
        weights[f"pool_bias{layer}"] = jnp.zeros(WIDTH)
    return weights


def scores(w: Weights, pages: Pages, key: jax.Array | None = None) -> jax.Array:
    """Log-odds of shape (pages, blocks); with a key, parts are left out as in training.

    All blocks of a batch are the rows of one matrix, which costs half of what a page by itself does.
    """
    count, size, features = pages.seen.shape
    seen, glance = pages.seen, pages.glance
    if key is not None:
        key, columns, look = jax.random.split(key, 3)
        seen = seen * _kept(columns, (count, 1, features), _DROPPED_FEATURES)
        glance = glance * _kept(look, (count, 1), _DROPPED_GLANCE)
    there = (pages.weight > 0).reshape(-1, 1)
    looked = glance.reshape(-1, 1)
    known = jnp.concatenate((seen.reshape(-1, features), looked / 4, jnp.tanh(looked / 2)), axis=1)
    itself = jnp.repeat(w["enter_as"][pages.convention], size, axis=0)
    state = jax.nn.relu(known @ w["enter"] + w["enter_bias"] + itself) * there
    for layer, reach in enumerate(REACHES):
        padded = jnp.pad(_normed(state).reshape(count, size, WIDTH), ((0, 0), (reach, reach), (0, 0)))
        beside = jnp.concatenate((padded[:, :size], padded[:, reach : reach + size], padded[:, 2 * reach :]), axis=2)
        near = jax.nn.relu(beside.reshape(-1, 3 * WIDTH) @ w[f"look{layer}"] + w[f"look_bias{layer}"])
        if key is not None:
            key, some = jax.random.split(key)
            near = near * _kept(some, near.shape, _DROPPED) / (1 - _DROPPED)
        state = (state + near @ w[f"take{layer}"]) * there
        if layer in POOLED:
            around = _means(_normed(state), pages) @ w[f"pool{layer}"] + w[f"pool_bias{layer}"]
            state = (state + jax.nn.relu(around)) * there
    leave = (w["leave"] + w["leave_as"][pages.convention])[:, None]
    odds = (_normed(state).reshape(count, size, WIDTH) * leave).sum(axis=2)
    return odds + w["leave_bias"][pages.convention][:, None] + w["skip"] * glance


def _kept(key: jax.Array, shape: tuple[int, ...], dropped: float) -> jax.Array:
    """Which parts stay when a share of them is left out."""
    return jax.random.uniform(key, shape) > dropped


def _normed(state: jax.Array) -> jax.Array:
    return state * jax.lax.rsqrt((state * state).mean(axis=-1, keepdims=True) + _EPSILON)


def _means(state: jax.Array, pages: Pages) -> jax.Array:
    """The means of each block's containers, its look-alikes and its page, side by side."""
    count, size = pages.weight.shape
    page = jnp.arange(count)[:, None]
    weighed = state * pages.weight.reshape(-1, 1)
    sums = jnp.cumsum(weighed.reshape(count, size, WIDTH), axis=1)
    before = jnp.pad(sums, ((0, 0), (1, 0), (0, 0))).reshape(-1, WIDTH)
    last, first = (ends + page[..., None] * (size + 1) for ends in (pages.last, pages.first))
    held = [
        (before[last[:, level].ravel()] - before[first[:, level].ravel()]) * pages.held[:, level].reshape(-1, 1)
        for level in range(LEVELS)
    ]
    alike = (pages.alike + page * size).ravel()
    held.append(jnp.zeros_like(weighed).at[alike].add(weighed)[alike] * pages.kin.reshape(-1, 1))
    held.append(jnp.repeat(sums[:, -1] * pages.whole[:, None], size, axis=0))
    return jnp.concatenate(held, axis=1)


def _loss(weights: Weights, pages: Pages, key: jax.Array) -> jax.Array:
    odds = scores(weights, pages, key)
    cross = jnp.maximum(odds, 0) - odds * pages.label + jnp.log1p(jnp.exp(-jnp.abs(odds)))
    return (cross * pages.counts).sum() / (pages.counts.sum() + 1e-6)


@jax.jit  # type: ignore[untyped-decorator]
def _step(state: Any, pages: Pages, rate: float, count: float, key: jax.Array) -> Any:
    """One step of Adam with decay, its gradient cut to a length of one; `average` trails the weights."""
    weights, mean, square, average = state
    gradient = jax.grad(_loss)(weights, pages, key)
    length = jnp.sqrt(sum((g * g).sum() for g in jax.tree.leaves(gradient)))
    gradient = jax.tree.map(lambda g: g / jnp.maximum(1.0, length), gradient)
    mean = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, mean, gradient)
    square = jax.tree.map(lambda s, g: 0.99 * s + 0.01 * g * g, square, gradient)

    def moved(w: jax.Array, m: jax.Array, s: jax.Array) -> jax.Array:
        return w - rate * (m / (1 - 0.9**count) / (jnp.sqrt(s / (1 - 0.99**count)) + 1e-8) + _DECAY * w)

    weights = jax.tree.map(moved, weights, mean, square)
    average = jax.tree.map(lambda a, w: _AVERAGED * a + (1 - _AVERAGED) * w, average, weights)
    return weights, mean, square, average


def train_net(examples: list[Example], glances: list[Floats], *, seed: int, epochs: int = _EPOCHS) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a network trained on labelled pages, whose first looks are out of fold."""
    scale = scale_of(examples)
    weights = fresh(seed, examples[0].x.shape[1])
    nothing = jax.tree.map(jnp.zeros_like, weights)
    state = (weights, nothing, nothing, weights)
    rng, key = np.random.default_rng(seed), jax.random.key(seed)
    steps = epochs * sum(1 for _ in batches(examples, glances, scale, np.random.default_rng(seed)))
    count = 0
    for _ in range(epochs):
        for pages in batches(examples, glances, scale, rng):
            count += 1
            key, now = jax.random.split(key)
            falling = 0.01 + 0.99 * (1 + np.cos(np.pi * count / steps)) / 2
            state = _step(state, pages, _RATE * min(1.0, count / 100) * falling, float(count), now)
    return arrays(state[3], scale, examples[0].names)


def arrays(weights: Weights, scale: Scale, names: list[str]) -> dict[str, npt.NDArray[Any]]:
    """What `Network` loads: weights in half precision, scales whole."""
    kept = {name: np.asarray(weight).astype(np.float16) for name, weight in weights.items()}
    return {"names": np.array(names), **scale._asdict(), **kept}
