"""The attribution network in JAX, for training; `dateline.statements.network` runs the same on NumPy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import jax
import jax.numpy as jnp
import numpy as np

from dateline.statements.network import FARTHEST, REACHES, TAGS

if TYPE_CHECKING:
    from .quotes_data import Batch

Weights = dict[str, jax.Array]

WIDTH, LINK = 96, 48
DROPPED, DROPPED_COLUMNS = 0.2, 0.1
# How much the links weigh beside the tags: every token of content asks for its cue, only one of a cue for its source.
_CUES, _SOURCES = 0.5, 2.0
_NEVER = -1e9


def fresh(seed: int, table: int) -> Weights:
    """Weights before any training, from a seed."""
    rng = np.random.default_rng(seed)

    def normal(*shape: int, scale: float) -> jax.Array:
        return jnp.asarray(rng.normal(0, scale, shape), dtype=jnp.float32)

    weights: Weights = {
        "table": normal(table, WIDTH, scale=0.3),
        "links": normal(WIDTH, 4 * LINK, scale=WIDTH**-0.5),
        "tags": normal(WIDTH, len(TAGS), scale=WIDTH**-0.5),
        "tag_bias": jnp.zeros(len(TAGS)),
        "transitions": jnp.zeros((len(TAGS), len(TAGS))),
        "cue_distance": jnp.zeros(2 * FARTHEST + 1),
        "source_distance": jnp.zeros(2 * FARTHEST + 1),
        "no_source": jnp.zeros(1),
        "scale": jnp.ones(WIDTH),
        "shift": jnp.zeros(WIDTH),
    }
    for layer in range(len(REACHES)):
        weights |= {
            f"mix{layer}": normal(3 * WIDTH, 2 * WIDTH, scale=(3 * WIDTH) ** -0.5),
            f"bias{layer}": jnp.zeros(2 * WIDTH),
            f"scale{layer}": jnp.ones(WIDTH),
            f"shift{layer}": jnp.zeros(WIDTH),
        }
    return weights


def _normed(state: jax.Array, scale: jax.Array, shift: jax.Array) -> jax.Array:
    centred = state - state.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred * centred).mean(-1, keepdims=True) + 1e-5) * scale + shift


def _encode(weights: Weights, batch: Batch, key: jax.Array) -> jax.Array:
    """The state of every token, with dropout."""
    keys = jax.random.split(key, len(REACHES) + 2)
    there = (batch.tags >= 0)[..., None]
    kept = jax.random.bernoulli(keys[0], 1 - DROPPED_COLUMNS, batch.rows.shape)[..., None]
    state = (weights["table"][batch.rows] * kept).sum(2) / (1 - DROPPED_COLUMNS) * there
    for layer, reach in enumerate(REACHES):
        normed = _normed(state, weights[f"scale{layer}"], weights[f"shift{layer}"]) * there
        padded = jnp.pad(normed, ((0, 0), (reach, reach), (0, 0)))
        size = normed.shape[1]
        both = (
            jnp.concatenate((padded[:, :size], normed, padded[:, 2 * reach :]), -1) @ weights[f"mix{layer}"]
            + weights[f"bias{layer}"]
        )
        gated = both[..., :WIDTH] * jax.nn.sigmoid(both[..., WIDTH:])
        kept = jax.random.bernoulli(keys[layer + 1], 1 - DROPPED, gated.shape)
        state = state + gated * kept / (1 - DROPPED)
    state = _normed(state, weights["scale"], weights["shift"])
    return state * jax.random.bernoulli(keys[-1], 1 - DROPPED, state.shape) / (1 - DROPPED)


def _tag_loss(weights: Weights, state: jax.Array, tags: jax.Array) -> jax.Array:
    """Minus the log-likelihood of the right sequence of tags, a linear chain."""
    scores = state @ weights["tags"] + weights["tag_bias"]
    there, right = tags >= 0, jnp.maximum(tags, 0)
    path = (jnp.take_along_axis(scores, right[..., None], -1)[..., 0] * there).sum()
    path += (weights["transitions"][right[:, :-1], right[:, 1:]] * there[:, 1:]).sum()

    def step(before: jax.Array, now: tuple[jax.Array, jax.Array]) -> tuple[jax.Array, None]:
        score, real = now
        after = jax.nn.logsumexp(before[:, :, None] + weights["transitions"], axis=1) + score
        return jnp.where(real[:, None], after, before), None

    last, _ = jax.lax.scan(step, scores[:, 0], (scores[:, 1:].swapaxes(0, 1), there[:, 1:].swapaxes(0, 1)))
    return jax.nn.logsumexp(last, -1).sum() - path


def _link_loss(
    asks: jax.Array, answers: jax.Array, distance: jax.Array, wanted: jax.Array, candidates: jax.Array, none: jax.Array | None
) -> jax.Array:
    """Minus the log-likelihood of what tokens are linked to, among the candidates."""
    size = wanted.shape[1]
    apart = jnp.clip(jnp.arange(size)[None, :] - jnp.arange(size)[:, None], -FARTHEST, FARTHEST) + FARTHEST
    scores = jnp.einsum("nid,njd->nij", asks, answers) / LINK**0.5 + distance[apart]
    scores = jnp.where(candidates[:, None, :], scores, _NEVER)
    if none is not None:
        scores = jnp.concatenate((scores, jnp.broadcast_to(none, (*wanted.shape, 1))), -1)
    likely = jnp.take_along_axis(jax.nn.log_softmax(scores, -1), jnp.maximum(wanted, 0)[..., None], -1)[..., 0]
    return -(jnp.where(wanted >= 0, likely, 0)).sum()


def loss(weights: Weights, batch: Batch, key: jax.Array) -> jax.Array:
    """The loss per token of a batch."""
    state = _encode(weights, batch, key)
    asks_cue, is_cue, asks_source, is_source = jnp.split(state @ weights["links"], 4, -1)
    total = _tag_loss(weights, state, batch.tags)
    total += _CUES * _link_loss(asks_cue, is_cue, weights["cue_distance"], batch.cue, batch.tags == TAGS.index("B-cue"), None)
    total += _SOURCES * _link_loss(
        asks_source,
        is_source,
        weights["source_distance"],
        batch.source,
        batch.tags == TAGS.index("B-source"),
        weights["no_source"],
    )
    return total / jnp.maximum((batch.tags >= 0).sum(), 1)


@partial(jax.jit, donate_argnums=(0, 1, 2))
def step(
    weights: Weights, first: Weights, second: Weights, batch: Batch, count: Any, rate: Any, key: jax.Array
) -> tuple[Weights, Weights, Weights, jax.Array]:
    """One step of Adam with decoupled weight decay, gradients clipped to length 1."""
    value, slope = jax.value_and_grad(loss)(weights, batch, key)
    length = jnp.sqrt(sum((part**2).sum() for part in jax.tree.leaves(slope)))
    slope = jax.tree.map(lambda part: part * jnp.minimum(1.0, 1.0 / (length + 1e-9)), slope)
    first = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, first, slope)
    second = jax.tree.map(lambda old, new: 0.99 * old + 0.01 * new**2, second, slope)
    weights = jax.tree.map(
        lambda weight, one, two: weight - rate * ((one / (1 - 0.9**count)) / (jnp.sqrt(two / (1 - 0.99**count)) + 1e-8) + 0.01 * weight),
        weights, first, second,
    )  # fmt: skip
    return weights, first, second, value
