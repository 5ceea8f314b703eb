"""The words of a report, cut so that the evidence can be marked and every letter stays joined."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from riwaya.arabic.joining import JOINER, are_joined, is_one_shape
from riwaya.records.claim import Claim
from riwaya.records.incident import LinkRole, Transmission
from riwaya.records.span import Span


class Role(StrEnum):
    """What words are evidence of."""

    TRIGGER = "trigger"
    AGENT = "agent"
    TARGET = "target"
    PLACE = "place"
    TIME = "time"
    COUNT = "count"
    SOURCE = "source"
    VIA = "via"


class Evidence(NamedTuple):
    """Words and what they are evidence of; `anchor` names the place for those who lead there."""

    span: Span
    role: Role
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is evidence of the same throughout; of nothing where `roles` is empty.

    The roles are those of the shortest evidence first. `text` begins or ends with a joiner where a
    letter is joined to one of the run beside it.
    """

    text: str
    roles: tuple[Role, ...] = ()
    anchor: str | None = None

    @property
    def classes(self) -> str:
        """The names under which the style sheet has it: a ground for the nearest, a line for all.

        >>> Run("خمسة", (Role.COUNT, Role.TARGET)).classes
        'on-count under-target'
        """
        return f"on-{self.roles[0]} under-{self.roles[-1]}"


Paragraph = tuple[Run, ...]


def evidence_of(
    claim: Claim, transmission: Transmission, *, anchor: str | None = None
) -> Iterator[Evidence]:
    """Yield what a claim rests on; its trigger bears the anchor."""
    yield Evidence(claim.trigger, Role.TRIGGER, anchor)
    for participant in claim.agents:
        yield Evidence(participant.evidence, Role.AGENT)
    for participant in claim.targets:
        yield Evidence(participant.evidence, Role.TARGET)
    for place in claim.places:
        yield Evidence(place.evidence, Role.PLACE)
    if claim.time and claim.time.evidence:
        yield Evidence(claim.time.evidence, Role.TIME)
    for count in claim.counts:
        yield Evidence(count.evidence, Role.COUNT)
    if claim.attribution:
        yield Evidence(claim.attribution.source, Role.SOURCE)
    if claim.via:
        yield Evidence(claim.via, Role.VIA)
    for link in transmission.links:
        if link.role is LinkRole.SOURCE and link.evidence:
            yield Evidence(link.evidence, Role.SOURCE)


def paragraphs(
    text: str, evidence: Iterable[Evidence], *, within: Span | None = None
) -> tuple[Paragraph, ...]:
    r"""Cut a text into paragraphs of runs; without the line ends and joiners it is the same text.

    >>> [[run.text for run in each] for each in paragraphs("أ\nب", [])]
    [['أ'], ['ب']]

    Args:
        text: of the report.
        evidence: where it is marked. A span that ends inside of one drawn shape (لا, or a letter
            with its vowel sign) is widened to the whole of it.
        within: the part of the text that is wanted.
    """
    part = within or Span(0, len(text))
    found = [_whole(text, each) for each in evidence if each.span.overlaps(part)]
    anchors = {each.span.start: each.anchor for each in reversed(found) if each.anchor}
    cuts = {part.start, part.end}
    for each in found:
        cuts |= {each.span.start, each.span.end}
    for at in range(part.start, part.end):
        if text[at] == "\n":
            cuts |= {at, at + 1}
    places = sorted(cut for cut in cuts if part.start <= cut <= part.end)
    lines: list[list[Run]] = [[]]
    for start, end in pairwise(places):
        if text[start:end] == "\n":
            lines.append([])
            continue
        roles = _roles(found, start, end)
        lines[-1].append(Run(_joined(text, start, end, part), roles, anchors.get(start)))
    return tuple(tuple(line) for line in lines if any(run.text.strip() for run in line))


def _whole(text: str, evidence: Evidence) -> Evidence:
    start, end = evidence.span.start, evidence.span.end
    while is_one_shape(text, start):
        start -= 1
    while is_one_shape(text, end):
        end += 1
    return evidence._replace(span=Span(start, end))


def _roles(evidence: Iterable[Evidence], start: int, end: int) -> tuple[Role, ...]:
    order = list(Role)
    over = [each for each in evidence if each.span.start <= start and end <= each.span.end]
    over.sort(key=lambda each: (each.span.end - each.span.start, order.index(each.role)))
    return tuple(dict.fromkeys(each.role for each in over))


def _joined(text: str, start: int, end: int, part: Span) -> str:
    front = JOINER if start > part.start and are_joined(text, start) else ""
    back = JOINER if end < part.end and are_joined(text, end) else ""
    return f"{front}{text[start:end]}{back}"
