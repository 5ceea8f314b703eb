"""Group words by the words around them, so that what was learned of one helps with its like.

    python -m training.clusters        write the table of word clusters

Words are the keys of `extract.context`. Their neighbors are counted two to each side over the
whole benchmark corpus, weighed as positive pointwise mutual information (Church and Hanks 1990),
reduced to a hundred dimensions (Bullinaria and Levy 2012) and grouped by k-means.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from riwaya.analyze import analyze
from riwaya.extract.context import Context
from riwaya.records.report import Report, ReportId
from training.data import BENCHMARK, text_of

TABLE = Path(__file__).resolve().parents[1] / "src/riwaya/knowledge/tables/lexicon/clusters.tsv"
_LEAST, _DIMENSIONS, _CLUSTERS, _ROUNDS, _SEED = 6, 100, 160, 25, 7

Floats = npt.NDArray[np.float64]


def main() -> int:
    """Write the table."""
    sentences = list(_sentences())
    counts = Counter(word for sentence in sentences for word in sentence)
    words = sorted(w for w, n in counts.items() if n >= _LEAST and w not in "#@~")
    vectors = _vectors(sentences, words)
    groups = _grouped(vectors)
    lines = [f"{word}\t{group}" for word, group in zip(words, groups, strict=True)]
    TABLE.write_text("word\tcluster\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _sentences() -> Iterator[list[str]]:
    with (BENCHMARK / "corpus" / "reports.jsonl").open(encoding="utf-8") as stream:
        for line in stream:
            article = json.loads(line)
            report = Report(id=ReportId(article["id"]), text=text_of(article))
            context = Context(analyze(report))
            for sentence in context.analysis.sentences:
                yield context.keys[sentence.first : sentence.last]


def _vectors(sentences: Sequence[Sequence[str]], words: Sequence[str]) -> Floats:
    """Return a vector of length one for each word."""
    index = {word: i for i, word in enumerate(words)}
    columns = {**index, "#": len(index), "@": len(index) + 1, "~": len(index) + 2}
    pairs: Counter[tuple[int, int]] = Counter()
    for sentence in sentences:
        for position, word in enumerate(sentence):
            row = index.get(word)
            if row is None:
                continue
            for away in (-2, -1, 1, 2):
                other = position + away
                if 0 <= other < len(sentence) and sentence[other] in columns:
                    side = 0 if away < 0 else len(columns)
                    pairs[row, columns[sentence[other]] + side] += 1
    rows, cols = np.array(list(pairs)).T
    values = np.array(list(pairs.values()), dtype=float)
    matrix = csr_matrix((values, (rows, cols)), shape=(len(words), 2 * len(columns)))
    by_row, by_column = np.asarray(matrix.sum(1))[:, 0], np.asarray(matrix.sum(0))[0]
    coo = matrix.tocoo()
    smoothed = by_column**0.75
    expected = by_row[coo.row] * smoothed[coo.col] / smoothed.sum()
    coo.data = np.maximum(np.log(coo.data / expected), 0)
    start = np.random.default_rng(_SEED).standard_normal(min(coo.shape))
    left, strengths, _ = svds(coo.tocsr(), k=_DIMENSIONS, v0=start)
    vectors = left * np.sqrt(strengths)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def _grouped(vectors: Floats) -> list[int]:
    """Return the group of each vector."""
    draws = np.random.default_rng(_SEED)
    centers = vectors[draws.choice(len(vectors), _CLUSTERS, replace=False)]
    groups = np.zeros(len(vectors), dtype=int)
    for _ in range(_ROUNDS):
        groups = (vectors @ centers.T).argmax(1)
        for group in range(_CLUSTERS):
            members = vectors[groups == group]
            if len(members):
                center = members.sum(0)
                centers[group] = center / max(np.linalg.norm(center), 1e-9)
    return groups.tolist()


if __name__ == "__main__":
    sys.exit(main())
