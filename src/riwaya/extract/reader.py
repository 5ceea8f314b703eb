"""A report as the network has read it: asks of options how good each is."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from riwaya.extract import network
from riwaya.extract.codes import Ints
from riwaya.extract.options import Options, groups
from riwaya.extract.questions import QUESTIONS, Question
from riwaya.extract.traits import Traits
from riwaya.knowledge.weights import Weights

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Reader:
    """The vectors of a report's words, and what the network makes of options."""

    traits: Traits
    weights: Weights

    @cached_property
    def rows(self) -> Floats:
        """A vector for each token, and one of zeros for what is not there."""
        traits = self.traits
        size = len(traits.tokens)
        report = np.broadcast_to(np.array([0, size], dtype=np.int64), (size, 2))
        present = np.ones((size, 1), dtype=np.float32)
        words = network.words_of(traits)
        rows: Floats = network.read(np, self.weights, words, traits.bounds[:-1], report, present)
        return rows

    def scores(self, name: str, options: Options) -> Floats:
        """Return the scores of the options of a question, a row each, in log-odds.

        Where a question has several answers (agent and target), each has a column.
        """
        question = QUESTIONS[name]
        if not len(options):
            return np.zeros((0, question.answers), dtype=np.float32)
        return _floats(self._seen(question, options) + self._told(question, options))

    def _told(self, question: Question, options: Options) -> Floats:
        """Return what the templates say of options."""
        table = self.weights[f"{question.name}/templates"]
        rows = network.templates_of(question, options)
        if question.answers == 1:
            return _floats(table[:, 0][rows].sum(axis=0)[:, None])
        # Two answers are added up as one complex number.
        both = table.view(np.complex64)[:, 0][rows].sum(axis=0)[:, None]
        return _floats(both.view(np.float32))

    def _seen(self, question: Question, options: Options) -> Floats:
        """Return what the words that options stand at say of them."""
        if question.labels == 1:
            return self._sight(question, options)
        # What has fixed answers is looked at once for all of them.
        begins, ends = groups(options.owner)
        seen = {name for each in question.looked_at for name in each.split()}
        labels = self._sight(question, options.only(begins, sorted(seen)))
        return labels[np.repeat(np.arange(len(begins)), ends - begins), options.label][:, None]

    def _sight(self, question: Question, options: Options) -> Floats:
        beside = network.looked_at(question, options)
        return _floats(
            network.sight(np, self.weights, question.name, self.rows, options.sights, beside)
        )


def _floats(scores: network.Array) -> Floats:
    return np.asarray(scores, dtype=np.float32)


def likelihoods(scores: Floats, owner: Ints) -> Floats:
    """Turn the scores of options into probabilities that add up to one for each owner."""
    begins, ends = groups(owner)
    sizes = ends - begins
    weights = np.exp(scores - np.repeat(np.maximum.reduceat(scores, begins), sizes))
    return _floats(weights / np.repeat(np.add.reduceat(weights, begins), sizes))


def best(scores: Floats, owner: Ints) -> Ints:
    """Return for each owner, in order, the row of its best option, the first of equals."""
    begins, ends = groups(owner)
    rows = [
        begin + int(np.argmax(scores[begin:end]))
        for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)
    ]
    return np.array(rows, dtype=np.int64)
