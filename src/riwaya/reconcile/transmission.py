"""Through whom did a claim pass, and where does it come from?"""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from riwaya.arabic.letters import match_form, name_form
from riwaya.errors import UnknownChoiceError
from riwaya.knowledge.actor_entries import ActorKind, Relation
from riwaya.knowledge.actors import NameUse, actor_named, registry
from riwaya.reconcile.tables import bare, people
from riwaya.records.claim import Attribution, Claim, SourceKind
from riwaya.records.incident import Link, LinkRole, Root, RootId, RootKind, Transmission
from riwaya.records.report import Report
from riwaya.records.span import Span

_SPEAKS_FOR = (Relation.SPEAKS_FOR, Relation.COMMANDS, Relation.MEMBER_OF)
_UNNAMED = frozenset({SourceKind.ANONYMOUS, SourceKind.WITNESS})
_GENERIC = "generic:"
_REACH = 60
"""How many letters after the speaker "citing …" is looked for."""
_LONGEST_NAME = 6


class _Named(NamedTuple):
    """An actor by whom claims are known, its usual name, and whether it is a medium."""

    id: str
    name: str


def transmission(claim: Claim, report: Report) -> Transmission:
    """Return the way of a claim from the publisher back to the last known link, and its root.

    >>> from riwaya.records.claim import Stance
    >>> from riwaya.records.report import ReportId
    >>> text = "قتل خمسة، بحسب المرصد السوري"
    >>> said = Attribution(source=Span(15, 28), kind=SourceKind.MONITOR, stance=Stance.STATES)
    >>> report = Report(id=ReportId("r"), text=text, publisher="صحيفة")
    >>> claim = Claim(report=report.id, type="killing", trigger=Span(0, 3), attribution=said)
    >>> transmission(claim, report).root.id
    'syrian_observatory_for_human_rights'
    """
    on = report.published.at.date() if report.published else None
    links = [*_page(report, on), *_medium(claim, report, on), *_speakers(claim, report, on)]
    return Transmission(claim=claim.id, links=tuple(links), root=_root(claim, report, links, on))


def _page(report: Report, on: date | None) -> list[Link]:
    links = []
    if report.publisher:
        links.append(_link(LinkRole.PUBLISHER, report.publisher, on))
    for name in report.credits:
        link = _link(LinkRole.CREDIT, name, on)
        if all(_same(link, other) is False for other in links):
            links.append(link)
    return links


def _medium(claim: Claim, report: Report, on: date | None) -> list[Link]:
    if claim.via is None:
        return []
    return [_link(LinkRole.VIA, claim.via.of(report.text), on, evidence=claim.via)]


def _speakers(claim: Claim, report: Report, on: date | None) -> list[Link]:
    said = claim.attribution
    if said is None:
        return []
    words = said.source.of(report.text)
    actor = said.actor.id if said.actor and not said.actor.id.startswith(_GENERIC) else None
    speaker = _link(LinkRole.SPEAKER, words, on, evidence=said.source)
    if actor:
        speaker = Link(
            role=LinkRole.SPEAKER, name=words, actor=_body(actor, on), evidence=said.source
        )
    cited = _cited(said, report.text)
    if cited is None:
        return [speaker]
    return [speaker, _link(LinkRole.SOURCE, cited.of(report.text), on, evidence=cited)]


def _cited(said: Attribution, text: str) -> Span | None:
    """Find whom a speaker cites in turn: "قالت القناة نقلا عن شهود"."""
    start = said.source.end
    reach = text[start : start + _REACH]
    line = reach.split("\n")[0]
    folded = match_form(line)
    if len(folded) != len(line):  # vowel signs: what is folded no longer lies under the text
        return None
    for phrase in people().citing:
        at = folded.find(f"{phrase} ")
        if at >= 0:
            first = at + len(phrase) + 1
            ends = [line.find(mark, first) for mark in "،,.؛:"]
            end = min((place for place in ends if place >= 0), default=len(line))
            words = line[first:end].split(" ")[:_LONGEST_NAME]
            size = len(" ".join(words))
            return Span(start + first, start + first + size) if size else None
    return None


def _root(claim: Claim, report: Report, links: list[Link], on: date | None) -> Root:
    last = links[-1] if links else None
    if last is None or last.role is LinkRole.PUBLISHER:
        return _outlet(report, on)
    if last.actor:
        return Root(id=RootId(last.actor), kind=RootKind.ACTOR, name=_name(last.actor))
    words = _folded(last.name)
    said = claim.attribution
    cited = last.role in (LinkRole.SPEAKER, LinkRole.SOURCE)
    nameless = cited and said is not None and said.kind in _UNNAMED
    if nameless or _is_unnamed(words):
        outlet = next((each for each in reversed(links[:-1])), None)
        where = (outlet.actor or _folded(outlet.name)) if outlet else str(report.id)
        return Root(id=RootId(f"{where}: {words}"), kind=RootKind.ANONYMOUS, name=last.name)
    return Root(id=RootId(words), kind=RootKind.NAMED, name=last.name)


def _outlet(report: Report, on: date | None) -> Root:
    if not report.publisher:
        return Root(id=RootId(f"report {report.id}"), kind=RootKind.OUTLET, name=report.id)
    link = _link(LinkRole.PUBLISHER, report.publisher, on)
    identity = link.actor or _folded(report.publisher)
    return Root(id=RootId(identity), kind=RootKind.OUTLET, name=report.publisher)


def _is_unnamed(words: str) -> bool:
    first = words.split(" ", 1)[0]
    return first in people().unnamed


def _link(role: LinkRole, name: str, on: date | None, *, evidence: Span | None = None) -> Link:
    found = _listed(name, on)
    return Link(role=role, name=name, actor=found.id if found else None, evidence=evidence)


def _same(one: Link, other: Link) -> bool:
    if one.actor and other.actor:
        return one.actor == other.actor
    return _folded(one.name) == _folded(other.name)


@lru_cache(maxsize=50_000)
def _listed(name: str, on: date | None) -> _Named | None:
    """Find whom the registry lists under the whole of a name; whoever speaks for a body is it."""
    for words in (name, _without_front(name)):
        for candidate in actor_named(words, on=on):
            if candidate.use in (NameUse.NAME, NameUse.VARIANTS, NameUse.TITLES) or (
                candidate.actor.kind in (ActorKind.WIRE, ActorKind.MEDIA)
            ):
                body = _body(candidate.actor.id, on)
                return _Named(body, _name(body))
    return None


def _without_front(name: str) -> str:
    return name[1:] if len(name) > _LONGEST_NAME and name[0] in "لبو" else name


@lru_cache(maxsize=50_000)
def _body(identity: str, on: date | None) -> str:
    """Return the body that a person speaks for or leads, or the actor itself."""
    try:
        actor = registry().actor(identity)
    except UnknownChoiceError:
        return identity
    if actor.kind is not ActorKind.PERSON:
        return identity
    for relation in _SPEAKS_FOR:
        for each in actor.affiliations:
            if each.relation is relation and each.period.holds(on):
                return each.actor
    return identity


@lru_cache(maxsize=50_000)
def _name(identity: str) -> str:
    try:
        return registry().actor(identity).name
    except UnknownChoiceError:
        return identity


@lru_cache(maxsize=100_000)
def _folded(name: str) -> str:
    return " ".join(bare(word) for word in name_form(name).lower().split()) or name
