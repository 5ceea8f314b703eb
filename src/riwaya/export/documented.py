"""Incidents with the claims they are made of: what the formats of this folder are written from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from riwaya.records.claim import Claim, Modality, Stance
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Account, Incident
from riwaya.records.report import Report
from riwaya.records.span import Span

WITHHELD = "[withheld]"
"""What a cell says in place of words that were withheld."""
MASK = "█"
"""What stands in a text for a character that was withheld, so that offsets still count."""
_SENTENCE_ENDS = ".!?؟\n"
_LONGEST_SENTENCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim in an incident: its account and the report that it stands in."""

    claim: Claim
    report: Report
    account: Account

    @property
    def is_stated(self) -> bool:
        """Whether it says that something happened, so that it can be coded as an event."""
        said = self.claim.attribution
        denies = said is not None and said.stance is Stance.DENIES
        return self.claim.modality is Modality.ACTUAL and not denies

    @property
    def evidence(self) -> str:
        """A name of the words that tell of the event: the report, and from where to where."""
        return evidence_id(self.report, self.claim.trigger)

    @property
    def sentence(self) -> str:
        """The sentence around the words that tell of the event."""
        return sentence(self.claim.trigger, self.report.text)

    def words(self, span: Span) -> str:
        """Return words of the report on one line."""
        return words(span, self.report.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentedIncident:
    """An incident and all of its claims, in the order of its accounts."""

    incident: Incident
    told: tuple[Told, ...]

    @property
    def stated(self) -> tuple[Told, ...]:
        """The claims that say it happened."""
        return tuple(each for each in self.told if each.is_stated)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports, each once, the earliest first."""
        return tuple({each.report.id: each.report for each in self.told}.values())


@dataclass(frozen=True, slots=True)
class Collection:
    """What is exported; both are read anew each time they are called.

    `settings` are those it was made by, and `withheld` says what was withheld so far, both ready
    for JSON.
    """

    reports: Callable[[], Iterable[CodedReport]]
    incidents: Callable[[], Iterable[DocumentedIncident]]
    settings: Mapping[str, object] = field(default_factory=dict)
    withheld: Callable[[], Mapping[str, object] | None] = lambda: None


def documented(incident: Incident, reports: Iterable[CodedReport]) -> DocumentedIncident:
    """Return an incident with its claims.

    Args:
        incident: whose accounts name the claims.
        reports: at least those of the incident.
    """
    found = {claim.id: (claim, each.report) for each in reports for claim in each.claims}
    told = (
        Told(claim=found[account.claim][0], report=found[account.claim][1], account=account)
        for account in incident.accounts
    )
    return DocumentedIncident(incident=incident, told=tuple(told))


def evidence_id(report: Report, span: Span) -> str:
    """Name words of a report: its id, and from where to where in code points of its text."""
    return f"{report.id}:{span.start}-{span.end}"


def words(span: Span, text: str) -> str:
    """Return words of a text on one line.

    >>> words(Span(0, 9), "قتل  خمسة")
    'قتل خمسة'
    """
    found = " ".join(span.of(text).split())
    return WITHHELD if MASK in found else found


def sentence(span: Span, text: str) -> str:
    """Return the sentence around some words, on one line, cut where it is very long.

    >>> sentence(Span(6, 9), "وصل. قتل خمسة. وعاد.")
    'قتل خمسة.'
    """
    before = max(text.rfind(mark, 0, span.start) for mark in _SENTENCE_ENDS) + 1
    ends = [end for mark in _SENTENCE_ENDS if (end := text.find(mark, span.end)) >= 0]
    behind = min(ends, default=len(text) - 1) + 1
    start = max(before, span.start - _LONGEST_SENTENCE // 2)
    end = min(behind, span.end + _LONGEST_SENTENCE // 2)
    found = " ".join(text[start:end].split())
    return WITHHELD if MASK in found else found
