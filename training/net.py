"""The network over a page's blocks in JAX, for training; `dateline.article.body.network` runs the same on NumPy."""

from __future__ import annotations

from functools import partial
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
_EPSILON, _EMPTY = 1e-5, 1e-3


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


def scores(w: Weights, page: Pages, key: jax.Array | None = None) -> jax.Array:
    """Log-odds, one a block of one page; with a key, parts are left out as in training."""
    seen, glance = page.seen, page.glance
    if key is not None:
        key, columns, look = jax.random.split(key, 3)
        seen = seen * (jax.random.uniform(columns, (seen.shape[1],)) > _DROPPED_FEATURES)
        glance = glance * (jax.random.uniform(look) > _DROPPED_GLANCE)
    there = (page.weight > 0)[:, None]
    known = jnp.concatenate((seen, (glance / 4)[:, None], jnp.tanh(glance / 2)[:, None]), axis=1)
    state = jax.nn.relu(known @ w["enter"] + w["enter_bias"] + w["enter_as"][page.convention]) * there
    for layer, reach in enumerate(REACHES):
        padded = jnp.pad(_normed(state), ((reach, reach), (0, 0)))
        size = len(state)
        beside = jnp.concatenate((padded[:size], padded[reach : reach + size], padded[2 * reach :]), axis=1)
        near = jax.nn.relu(beside @ w[f"look{layer}"] + w[f"look_bias{layer}"])
        if key is not None:
            key, some = jax.random.split(key)
            near = near * (jax.random.uniform(some, near.shape) > _DROPPED) / (1 - _DROPPED)
        state = (state + near @ w[f"take{layer}"]) * there
        if layer in POOLED:
            around = _means(_normed(state), page) @ w[f"pool{layer}"] + w[f"pool_bias{layer}"]
            state = (state + jax.nn.relu(around)) * there
    leave = w["leave"] + w["leave_as"][page.convention]
    return _normed(state) @ leave + w["leave_bias"][page.convention] + w["skip"] * glance


def _normed(state: jax.Array) -> jax.Array:
    return state * jax.lax.rsqrt((state * state).mean(axis=-1, keepdims=True) + _EPSILON)


def _means(state: jax.Array, page: Pages) -> jax.Array:
    weighed = jnp.concatenate((state * page.weight[:, None], page.weight[:, None]), axis=1)
    sums = jnp.concatenate((jnp.zeros((1, weighed.shape[1])), jnp.cumsum(weighed, axis=0)))
    held = [sums[page.last[level]] - sums[page.first[level]] for level in range(LEVELS)]
    held.append(jax.ops.segment_sum(weighed, page.alike, num_segments=len(state))[page.alike])
    held.append(jnp.broadcast_to(sums[-1], weighed.shape))
    return jnp.concatenate([part[:, :-1] / (part[:, -1:] + _EMPTY) for part in held], axis=1)


def _loss(weights: Weights, pages: Pages, key: jax.Array) -> jax.Array:
    keys = jax.random.split(key, len(pages.seen))
    odds = jax.vmap(partial(scores, weights))(pages, keys)
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
