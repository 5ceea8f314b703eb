"""Fit which claims of one report are about one occurrence: a logistic model over pairs of claims."""

from collections.abc import Iterable

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from riwaya.extract import incidents
from riwaya.records.coded import CodedReport

_STEPS = 300
_PENALTY = 4.0


def fit(reports: Iterable[CodedReport]) -> npt.NDArray[np.float32]:
    """Return a weight for each feature of two claims."""
    tables, answers = [], []
    for coded in reports:
        if len(coded.claims) > 1:
            pairs, table = incidents.described(coded.claims, coded.report.text)
            names = [claim.incident for claim in coded.claims]
            tables.append(table)
            answers += [names[i] is not None and names[i] == names[j] for i, j in pairs]
    return _solved(np.concatenate(tables, axis=1).astype(np.int32), np.array(answers, np.float32))


def _solved(
    table: npt.NDArray[np.int32], right: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    optimizer = optax.adam(optax.cosine_decay_schedule(0.1, _STEPS))

    def loss(weights: jax.Array) -> jax.Array:
        scores = weights[table].sum(axis=0)
        told = jnp.logaddexp(0.0, jnp.where(right > 0, -scores, scores)).sum()
        return told + _PENALTY / 2 * (weights**2).sum()

    @jax.jit
    def step(weights, state):
        updates, state = optimizer.update(jax.grad(loss)(weights), state)
        return optax.apply_updates(weights, updates), state

    weights = jnp.zeros(incidents.SIZE)
    state = optimizer.init(weights)
    for _ in range(_STEPS):
        weights, state = step(weights, state)
    return np.array(weights)[:, None]
