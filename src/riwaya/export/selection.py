"""Which incidents somebody asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from riwaya.arabic.letters import name_form
from riwaya.export.documented import DocumentedIncident
from riwaya.records.claim import Participant
from riwaya.records.incident import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What an incident must be; None leaves it open.

    `since` and `until` are days that it may have happened on; one without any date is not taken
    where they are asked for. A place is a part of a name that a report or the gazetteer gives it.
    An actor takes part: its id in the registry, or a part of its name or of the words of a report.
    """

    country: str | None = None
    type: str | None = None
    since: date | None = None
    until: date | None = None
    place: str | None = None
    actor: str | None = None
    standing: Standing | None = None

    def takes(self, documented: DocumentedIncident) -> bool:
        """Tell whether an incident is one of these."""
        incident = documented.incident
        country = incident.place.country if incident.place else None
        return (
            (self.country is None or self.country == country)
            and (self.type is None or self.type in incident.types)
            and (self.standing is None or self.standing is incident.standing)
            and self._is_then(incident.first, incident.last)
            and (self.place is None or _is_part(self.place, _places(documented)))
            and (self.actor is None or self._takes_part(documented, self.actor))
        )

    def _is_then(self, first: date | None, last: date | None) -> bool:
        if self.since is not None and (last is None or last < self.since):
            return False
        begins = first or last
        return self.until is None or (begins is not None and begins <= self.until)

    @staticmethod
    def _takes_part(documented: DocumentedIncident, actor: str) -> bool:
        if any(each.actor and each.actor.id == actor for each, _ in _participants(documented)):
            return True
        names = (
            name
            for each, words in _participants(documented)
            for name in (words, each.actor.name if each.actor else "")
        )
        return _is_part(actor, names)


def _participants(documented: DocumentedIncident) -> Iterator[tuple[Participant, str]]:
    for told in documented.told:
        for each in (*told.claim.agents, *told.claim.targets):
            yield each, told.words(each.evidence)


def _places(documented: DocumentedIncident) -> Iterator[str]:
    if documented.incident.place:
        yield documented.incident.place.name
    for told in documented.told:
        for place in told.claim.places:
            yield told.words(place.evidence)
            yield place.anchor or ""


def _is_part(sought: str, names: Iterator[str]) -> bool:
    wanted = name_form(sought).casefold()
    return any(wanted in name_form(name).casefold() for name in names)
