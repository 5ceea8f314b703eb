"""CSV in the form of ACLED: its 31 columns and its words, with our ids and never theirs.

One row an incident that is stated to have happened. ACLED's own rules go further than a machine can
see; what is written here is in its form, not from it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from riwaya.errors import InvariantError
from riwaya.export.documented import DocumentedIncident
from riwaya.export.occurrence import OUTCOMES, Occurrence, figure, occurrence, totals
from riwaya.export.parties import STATE, Party
from riwaya.export.table import SEVERAL, Cell, Column, Kind, LeftOut, Row, csv_lines
from riwaya.knowledge.actor_entries import codes
from riwaya.knowledge.country_codes import country_codes
from riwaya.knowledge.ontology import AcledCode, EventType
from riwaya.records.claim import CountRole
from riwaya.records.incident import Figure, Standing

COLUMNS = (
    Column("event_id_cnty", "our incident id after `riwaya:`; ACLED's ids are ACLED's to give"),
    Column("event_date", "the day, or the middle of the days, it was on; empty where no claim dates it or the days are more than a month", Kind.DATE),
    Column("year", "of `event_date`", Kind.INTEGER),
    Column("time_precision", "1 the day, 2 within a week, 3 within a month; empty without `event_date`", Kind.INTEGER),
    Column("disorder_type", "after the event type: Political violence, Demonstrations, Strategic developments"),
    Column("event_type", "of the incident's leading type: violence before the rest, an act before what came of it, then what most claims state"),
    Column("sub_event_type", "as above; who takes part decides between Armed clash and Attack, and between government and others that take territory"),
    Column("actor1", "the doer that most claims name: the registry's English name, or the words of the text"),
    Column("assoc_actor_1", "those named as doers beside it; several are joined by `; `"),
    Column("inter1", "ACLED's sort of `actor1`, in words; empty where unknown"),
    Column("actor2", "whom it befell, as `actor1`"),
    Column("assoc_actor_2", "those named beside `actor2`"),
    Column("inter2", "ACLED's sort of `actor2`"),
    Column("interaction", "both sorts, the one with the smaller number first, or `… only`; empty where neither is known"),
    Column("civilian_targeting", "`Civilian targeting` where civilians are `actor2`, or the type is Violence against civilians and `actor2` is unknown"),
    Column("iso", "ISO 3166 number of the country", Kind.INTEGER),
    Column("region", "ACLED's region of the country"),
    Column("country", "English name of the country"),
    Column("admin1", "the division of the gazetteer around the place, where known"),
    Column("admin2", "always empty: the gazetteer has no second divisions"),
    Column("admin3", "always empty"),
    Column("location", "English name of the place, or its words"),
    Column("latitude", "WGS 84, four decimals; empty where the place is not located", Kind.NUMBER),
    Column("longitude", "as above", Kind.NUMBER),
    Column("geo_precision", "1 the place itself, 2 near it or a part of a region, 3 a region", Kind.INTEGER),
    Column("source", "the publishers of the reports"),
    Column("source_scale", "always empty: how far a publisher reaches is not known"),
    Column("notes", "in English: types, reports, independent accounts, standing, every figure with its range, other doers that are named, the headline"),
    Column("fatalities", "the conservative figure: the lowest that stands. 0 where no number of dead is stated", Kind.INTEGER),
    Column("tags", "`captured=20 to 30`, `injured=6` and so on; then `riwaya:claim=ID` and `riwaya:evidence=REPORT:START-END` for each claim", Kind.TEXTS),
    Column("timestamp", "always empty: nothing was uploaded to ACLED", Kind.INTEGER),
)  # fmt: skip

_CLASH = AcledCode("Battles", "Armed clash")
_REGAINED = AcledCode("Battles", "Government regains territory")
_ATTACKS = frozenset({"attack", "assassination", "killing", "injury"})
_AMONG_FIGHTERS = frozenset({"capture", "surrender"})
_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_DISORDER_BY_SUB = {
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Mob violence": "Political violence",
}
_STRATEGIC = "Strategic developments"
_AGAINST_CIVILIANS = "Violence against civilians"
_WEEK, _MONTH = 7, 31


def acled(incidents: Iterable[DocumentedIncident], *, left_out: LeftOut) -> Iterator[str]:
    """Yield the lines of a CSV in the form of ACLED, its header first.

    Args:
        incidents: with their claims.
        left_out: takes those that ACLED has no category for, or that are not stated to have been.
    """
    return csv_lines(COLUMNS, rows(incidents, left_out=left_out))


def rows(incidents: Iterable[DocumentedIncident], *, left_out: LeftOut) -> Iterator[Row]:
    """Yield a row for each incident that can be coded."""
    for source in incidents:
        found = _coded(source)
        if not source.stated:
            left_out.add("no claim states that it happened", source.incident.id)
        elif found is None:
            left_out.add("ACLED has no category for its type", source.incident.id)
        else:
            yield _row(found)


def _coded(source: DocumentedIncident) -> Occurrence | None:
    """Return an incident by its type: violence first, since ACLED has no dead without it."""
    killed = figure(source, CountRole.KILLED)
    choices = (_is_violent_act, _is_violent, _has_code) if killed else (_is_violent_act, _has_code)
    found = (occurrence(source, has_code=each) for each in choices)
    return next((each for each in found if each), None)


def _has_code(kind: EventType) -> bool:
    return kind.acled is not None


def _is_violent(kind: EventType) -> bool:
    return kind.acled is not None and kind.acled.event_type != _STRATEGIC


def _is_violent_act(kind: EventType) -> bool:
    return _is_violent(kind) and kind.name not in OUTCOMES


def _row(found: Occurrence) -> Row:
    code = code_of(found)
    one, two, spot = found.agents.first, found.targets.first, found.spot
    day, precision = _day(found)
    country = country_codes(spot.country if spot else None)
    killed = found.figure(CountRole.KILLED)
    cells: list[Cell] = [
        found.id, day, day.year if day else None, precision,
        _DISORDER_BY_SUB.get(code.sub_event_type, _DISORDER[code.event_type]), *code,
        one.name if one else None, _names(found.agents.beside), _sort(one),
        two.name if two else None, _names(found.targets.beside), _sort(two),
        interaction(one, two), _targeting(found, code),
        int(country.numeric) if country.numeric else None, country.acled_region, country.english,
        spot.division if spot else None, None, None,
        *((spot.name, spot.latitude, spot.longitude, spot.geo_precision) if spot else (None,) * 4),
        _names_of(each.publisher for each in found.source.reports), None,
        notes(found), killed.low if killed else 0, tags(found), None,
    ]  # fmt: skip
    return cells


def code_of(found: Occurrence) -> AcledCode:
    """Return the category of an event; who takes part decides where the type alone does not."""
    kind, one, two = found.type, found.agents.first, found.targets.first
    if kind.acled is None:
        raise InvariantError(f"ACLED has no category for {kind.name}")
    if kind.name in _ATTACKS and two and two.is_armed and (one is None or one.is_armed):
        return _CLASH
    if kind.name == "seizure_of_territory" and one and one.inter == STATE:
        return _REGAINED
    return kind.acled


def interaction(one: Party | None, two: Party | None) -> str:
    """Return both sorts of actors, the one with the smaller number first.

    >>> interaction(Party("", "a", "a", inter=7), Party("", "b", "b", inter=1))
    'State forces-Civilians'
    """
    found = sorted(each.inter for each in (one, two) if each and each.inter)
    names = [codes()["acled_inter"][str(number)] for number in found]
    return "-".join(names) if len(names) > 1 else f"{names[0]} only" if names else ""


def notes(found: Occurrence) -> str:
    """Return what ACLED has no column for, in sentences."""
    incident = found.source.incident
    types = ", ".join(each.replace("_", " ") for each in incident.types).capitalize()
    reports = counted(len(incident.reports), "report")
    accounts = counted(incident.roots, "independent account")
    parts = [f"{types}: {reports}, {accounts}, {incident.standing.value}."]
    parts += [f"{figure_words(each)}." for each in totals(found.source)]
    if found.days.first is None and found.days.last:
        parts.append(f"No claim dates it; published by {found.days.last}.")
    elif found.days.first and found.days.first != found.days.last:
        parts.append(f"Between {found.days.first} and {found.days.last}.")
    for label, side in (("doers", found.agents), ("targets", found.targets)):
        if side.others:
            parts.append(f"Also named as {label}: {SEVERAL.join(p.name for p in side.others)}.")
    if incident.standing is Standing.DENIED:
        parts.append("It is denied by a source.")
    parts.append(f"Headline: {incident.title}")
    return " ".join(" ".join(parts).split())


def tags(found: Occurrence) -> tuple[str, ...]:
    """Return the counts that ACLED has no column for, and what the row rests on."""
    counts = [
        f"{each.role.value}={range_words(each)}"
        for each in totals(found.source)
        if each.role is not CountRole.KILLED
    ]
    told = found.source.told
    claims = [f"riwaya:claim={each.claim.id}" for each in told]
    evidence = dict.fromkeys(f"riwaya:evidence={each.evidence}" for each in told)
    return (*counts, *claims, *evidence)


def figure_words(figure: Figure) -> str:
    """Return a figure with its range, the best and how that was chosen."""
    role = figure.role.value.capitalize()
    if figure.low == figure.best == figure.high:
        return f"{role}: {figure.best}"
    return f"{role}: {range_words(figure)}, best {figure.best} ({figure.policy.value})"


def range_words(figure: Figure) -> str:
    """Return the range of a figure."""
    if figure.high is None:
        return f"{figure.low} or more"
    return str(figure.low) if figure.low == figure.high else f"{figure.low} to {figure.high}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _day(found: Occurrence) -> tuple[date | None, int | None]:
    days = found.days
    if days.length is None or days.length > _MONTH:
        return None, None
    return days.middle, 1 if days.length == 1 else 2 if days.length <= _WEEK else 3


def _sort(party: Party | None) -> str | None:
    return codes()["acled_inter"][str(party.inter)] if party and party.inter else None


def _targeting(found: Occurrence, code: AcledCode) -> str:
    two = found.targets.first
    if found.type.name in _AMONG_FIGHTERS:
        return ""  # whoever is taken in a fight is no civilian, whatever the word for prisoners
    is_aimed = two.is_civilian if two and two.inter else code.event_type == _AGAINST_CIVILIANS
    return "Civilian targeting" if is_aimed else ""


def _names(parties: Iterable[Party]) -> str:
    return SEVERAL.join(each.name for each in parties)


def _names_of(names: Iterable[str | None]) -> str:
    return SEVERAL.join(dict.fromkeys(name for name in names if name))
