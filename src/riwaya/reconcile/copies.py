"""Which reports are copies of others, and which sentences have they in common?

Candidates come from MinHash bands of sentences, since desks cut and add; each is then verified by
its words, so that nothing counts as a copy by chance.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from riwaya.reconcile.passages import Numbers, Passage, bands, contained, numbers, passages
from riwaya.reconcile.tellings import order_of
from riwaya.records.incident import Copy
from riwaya.records.report import Report

REPRINT = 0.9
"""The share of words in common from which a report is a reprint."""
EDITED = 0.5
"""The share from which it is the same text, edited; below, it has but sentences in common."""
_CROWD = 40
"""Where more sentences than this share a band, each is compared with the earliest alone."""


Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class _Text:
    report: Report
    passages: tuple[Passage, ...]
    triples: Numbers


def copies(reports: Iterable[Report]) -> Iterator[Copy]:
    """Yield for each pair of reports with sentences in common what the later took from the earlier.

    Undated reports count as later than dated ones.
    """
    ordered = sorted({each.id: each for each in reports}.values(), key=lambda r: order_of(r, 0))
    texts = [_text(report) for report in ordered]
    shared = _shared_sentences(texts)
    for later, earlier in _like_reports(texts):
        if contained(texts[later].triples, texts[earlier].triples) >= EDITED:
            shared.setdefault((later, earlier), {})
    for (later_text, earlier_text), sentences in sorted(shared.items()):
        yield _copy(texts[later_text], texts[earlier_text], sentences)


def is_same_text(copy: Copy) -> bool:
    """Tell whether two reports are one text, reprinted or edited."""
    return copy.share >= EDITED


def _text(report: Report) -> _Text:
    cut = passages(report.text)
    triples = numbers({triple for passage in cut for triple in passage.triples})
    return _Text(report, tuple(passage for passage in cut if passage.tells), triples)


def _shared_sentences(texts: Sequence[_Text]) -> dict[tuple[int, int], dict[int, int]]:
    """Return for two reports which sentence of the later is which of the earlier."""
    blocks: dict[int, list[tuple[int, int]]] = {}
    for number, text in enumerate(texts):
        for index, passage in enumerate(text.passages):
            for band in bands(passage.triples):
                blocks.setdefault(band, []).append((number, index))
    shared: dict[tuple[int, int], dict[int, int]] = {}
    for members in blocks.values():
        for later, earlier in _pairs(members):
            one, other = texts[later[0]].passages[later[1]], texts[earlier[0]].passages[earlier[1]]
            if later[0] != earlier[0] and one.copies(other):
                shared.setdefault((later[0], earlier[0]), {}).setdefault(later[1], earlier[1])
    return shared


def _like_reports(texts: Sequence[_Text]) -> set[tuple[int, int]]:
    """Return the pairs of reports that may be one text, though no sentence was left as it was."""
    blocks: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        for band in bands(text.triples, count=24, rows=2) if text.triples else ():
            blocks.setdefault(band, []).append(number)
    return {pair for members in blocks.values() for pair in _pairs(members)}


def _pairs(members: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    for index, later in enumerate(members):
        for earlier in members[:1] if len(members) > _CROWD else members[:index]:
            yield later, earlier


def _copy(later: _Text, earlier: _Text, sentences: dict[int, int]) -> Copy:
    share = contained(later.triples, earlier.triples)
    return Copy(
        report=later.report.id,
        of=earlier.report.id,
        share=round(share, 3),
        is_reprint=share >= REPRINT,
        sentences=tuple(
            (later.passages[mine].span, earlier.passages[theirs].span)
            for mine, theirs in sorted(sentences.items())
        ),
    )
