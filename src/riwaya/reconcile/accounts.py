"""Which claims of an incident rest on one root or one text, and which are independent?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from riwaya.reconcile.amounts import Amount, amounts
from riwaya.reconcile.clusters import Union
from riwaya.reconcile.passages import Passage, passages
from riwaya.reconcile.tellings import Order, order_of, passage_of
from riwaya.reconcile.transmission import transmission
from riwaya.records.claim import Claim, ClaimId
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Account, Transmission
from riwaya.records.report import Report
from riwaya.records.span import Span


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim in an incident, with what its figures and relations are read from."""

    id: ClaimId
    claim: Claim
    report: Report
    order: Order
    passage: Passage | None
    transmission: Transmission
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A voice and the account that it makes."""

    voice: Voice
    account: Account

    @property
    def id(self) -> ClaimId:
        """The claim's id."""
        return self.voice.id


def voices(coded: CodedReport, claims: frozenset[ClaimId]) -> Iterator[Voice]:
    """Yield the voices of some claims of a report."""
    cut = passages(coded.report.text)
    seen: set[ClaimId] = set()
    for position, claim in enumerate(coded.claims):
        name = claim.id
        if name not in claims or name in seen:
            continue
        seen.add(name)
        passage = passage_of(claim, cut)
        span = passage.span if passage else Span(0, max(1, len(coded.report.text)))
        yield Voice(
            id=name,
            claim=claim,
            report=coded.report,
            order=order_of(coded.report, position),
            passage=passage,
            transmission=transmission(claim, coded.report),
            amounts=amounts(claim, coded.report.text, span),
        )


def heard(unordered: Iterable[Voice]) -> tuple[Heard, ...]:
    """Return the accounts of an incident in order, the earliest published first.

    Accounts are of one strand where they have one root, or where the sentence of the one stands in
    the report of the other: then the later is a copy of the earlier.
    """
    ordered = sorted(unordered, key=lambda voice: voice.order)
    copies = _copies(ordered)
    strands = Union(len(ordered))
    first: dict[str, int] = {}
    for number, voice in enumerate(ordered):
        strands.join(first.setdefault(voice.transmission.root.id, number), number)
        if number in copies:
            strands.join(copies[number], number)
    groups = {
        root: strand
        for strand, root in enumerate(sorted({*map(strands.root, range(len(ordered)))}))
    }
    return tuple(
        Heard(
            voice,
            Account(
                claim=voice.id,
                report=voice.report.id,
                root=voice.transmission.root,
                strand=groups[strands.root(number)],
                copy_of=ordered[copies[number]].id if number in copies else None,
            ),
        )
        for number, voice in enumerate(ordered)
    )


def _copies(ordered: Sequence[Voice]) -> dict[int, int]:
    """Return of which earlier account each copied one is the copy."""
    where: dict[int, list[int]] = {}
    found: dict[int, int] = {}
    for number, voice in enumerate(ordered):
        if voice.passage is None or not voice.passage.tells:
            continue
        near = {each for triple in voice.passage.triples for each in where.get(triple, ())}
        for earlier in sorted(near):
            other = ordered[earlier]
            if (
                other.report.id != voice.report.id
                and other.claim.type == voice.claim.type
                and other.passage is not None
                and voice.passage.copies(other.passage)
            ):
                found[number] = earlier
                break
        for triple in voice.passage.triples:
            where.setdefault(triple, []).append(number)
    return found
