"""On how many and on whose accounts does an incident rest?"""

from collections.abc import Sequence
from datetime import date

from riwaya.errors import UnknownChoiceError
from riwaya.knowledge.actors import registry
from riwaya.knowledge.sides import side
from riwaya.reconcile.accounts import Heard
from riwaya.reconcile.amounts import group_named
from riwaya.reconcile.figures import is_stated
from riwaya.reconcile.relations import denies
from riwaya.reconcile.tables import people, types
from riwaya.records.claim import Participant, Side, SourceKind, Stance
from riwaya.records.incident import Between, ClaimRelation, Matter, Standing

_PARTIES = frozenset({SourceKind.MILITARY, SourceKind.ARMED_GROUP, SourceKind.OFFICIAL,
                      SourceKind.SECURITY, SourceKind.POLITICAL})  # fmt: skip
_INDEPENDENT = 2
_DISPUTED = (Matter.AGENT, Matter.CONTROL)


def standing(accounts: Sequence[Heard], relations: Sequence[ClaimRelation]) -> Standing:
    """Return the standing of an incident: first an admission, then a dispute, then a count.

    Denied is what somebody denies and fewer than two independent roots state; contested what more
    of them state and somebody denies, or where each side names the other.
    """
    stated = {each.account.strand for each in accounts if is_stated(each)}
    if any(is_admission(each) for each in accounts):
        return Standing.ADMITTED
    if all(denies(each.voice.claim) for each in accounts):
        return Standing.DENIED
    denials = {each.left for each in relations if each.kind is Between.DENIES}
    if denials:
        denying = {each.account.strand for each in accounts if each.id in denials}
        return Standing.CONTESTED if len(stated - denying) >= _INDEPENDENT else Standing.DENIED
    if any(each.kind is Between.CONTRADICTS and each.matter in _DISPUTED for each in relations):
        return Standing.CONTESTED
    strands = stated or {each.account.strand for each in accounts}
    return Standing.CORROBORATED if len(strands) >= _INDEPENDENT else Standing.SINGLE


def is_admission(each: Heard) -> bool:
    """Tell whether a party states something against its own interest.

    The verb says so ("admits"), or the part in which the source's own side stands: those captured,
    those who lost a place, those who killed civilians. That a side killed its enemies is no
    admission, but a boast.
    """
    claim = each.voice.claim
    said = claim.attribution
    if said is None or not is_stated(each) or said.kind not in _PARTIES:
        return False
    if said.stance is Stance.ADMITS:
        return True
    if said.actor is None or said.side in (Side.OPPOSING, Side.THIRD):
        return False
    published = each.voice.report.published
    on = published.at.date() if published else None
    parts = [("agents", claim.agents), ("targets", claim.targets)]
    if _harms_civilians(each):
        parts.append(("agents_of_civilians", claim.agents))
    admissions = types().admissions
    return any(
        claim.type in admissions[part] and _is_own(said.actor.id, those, on)
        for part, those in parts
    )


def _harms_civilians(each: Heard) -> bool:
    claim, text = each.voice.claim, each.voice.report.text
    groups = {amount.group for amount in each.voice.amounts}
    groups |= {group_named(victim.evidence.of(text)) for victim in claim.targets}
    return not groups.isdisjoint(people().harmless)


def _is_own(source: str, those: Sequence[Participant], on: date | None) -> bool:
    try:
        speaker = registry().actor(source)
        return any(
            side(speaker, registry().actor(each.actor.id), on) is Side.OWN
            for each in those
            if each.actor and not each.actor.id.startswith("generic:")
        )
    except UnknownChoiceError:
        return False
