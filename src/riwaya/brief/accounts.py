"""Who says what, through whom, how, and in which words: the independent accounts side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from riwaya.arabic.excerpts import sentence_around
from riwaya.brief.case import Case, Told
from riwaya.brief.labels import Labels
from riwaya.brief.marks import Paragraph, evidence_of, paragraphs
from riwaya.brief.naming import Name, actor_name, place_name, root_name, speaker_of, type_name
from riwaya.brief.tallies import side_of
from riwaya.records.claim import ClaimId, Modality, Participant
from riwaya.records.incident import LinkRole


@dataclass(frozen=True, slots=True)
class Through:
    """A link between the speaker and the page."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """One account."""

    number: int
    anchor: str
    who: Name
    is_cited: bool
    kind: str | None
    meaning: str | None
    """Whom the registry knows under these words."""
    side: str
    through: tuple[Through, ...]
    stance: str
    modality: str | None
    type: str
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    where: tuple[Name, ...]
    amounts: tuple[str, ...]
    words: tuple[Paragraph, ...]
    copy_of: int | None


@dataclass(frozen=True, slots=True)
class Strand:
    """Accounts that are not independent of each other."""

    number: int
    root: Name
    kind: str
    rows: tuple[Row, ...]


def strands(case: Case, anchors: Mapping[ClaimId, str], words: Labels) -> tuple[Strand, ...]:
    """Return the accounts, those together that rest on one root.

    Args:
        case: the incident.
        anchors: of each claim on the page, by its id.
        words: of the reader's language.
    """
    groups = groupby(case.told, key=lambda told: told.account.strand)
    return tuple(
        _strand(number, list(told), case, anchors, words)
        for number, (_, told) in enumerate(groups, 1)
    )


def _strand(
    number: int, told: list[Told], case: Case, anchors: Mapping[ClaimId, str], words: Labels
) -> Strand:
    root = told[0].account.root
    return Strand(
        number=number,
        root=root_name(root, words),
        kind=words["root_kind"][root.kind],
        rows=tuple(_row(each, case, anchors[each.claim.id], words) for each in told),
    )


def _row(told: Told, case: Case, anchor: str, words: Labels) -> Row:
    claim, text = told.claim, told.report.text
    said = claim.attribution
    meant = actor_name(said.actor.id, words) if said and said.actor else None
    who = speaker_of(told, words)
    copied = told.account.copy_of
    return Row(
        number=told.number,
        anchor=anchor,
        who=who,
        is_cited=said is not None,
        kind=words["source_kind"][said.kind] if said else None,
        meaning=meant if meant != who.text else None,
        side=side_of([told]),
        through=tuple(_through(told, words)),
        stance=words["stance"][said.stance] if said else words["accounts"]["narrates"],
        modality=(None if claim.modality is Modality.ACTUAL else words["modality"][claim.modality]),
        type=type_name(claim.type, words),
        agents=tuple(_named(claim.agents, text)),
        targets=tuple(_named(claim.targets, text)),
        where=tuple(dict.fromkeys(place_name(place, text, words) for place in claim.places)),
        amounts=tuple(
            f"{words['count_role'][count.role]}: {words.amount(count.least, count.most)}"
            for count in claim.counts
        ),
        words=paragraphs(
            text,
            evidence_of(claim, told.transmission),
            within=sentence_around(claim.trigger, text),
        ),
        copy_of=case.of(copied).number if copied else None,
    )


def _through(told: Told, words: Labels) -> Iterator[Through]:
    cited = told.claim.attribution is not None
    seen: set[str] = set()
    for link in reversed(told.transmission.links):
        if link.role is LinkRole.SPEAKER or (link.role is LinkRole.PUBLISHER and not cited):
            continue
        name = " ".join(link.name.split())
        if name not in seen:
            seen.add(name)
            yield Through(words["link_role"][link.role], name)


def _named(participants: tuple[Participant, ...], text: str) -> Iterator[str]:
    for participant in participants:
        yield " ".join(participant.evidence.of(text).split())
