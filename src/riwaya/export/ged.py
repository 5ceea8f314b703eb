"""CSV in the form of UCDP GED: its 49 columns in its order (best, high, low), without its ids.

One row an incident in which people died at the hands of organized actors, at a place and a date that
are known. Everything else is left out, counted and named.
"""

from collections.abc import Iterable, Iterator
from math import floor

from riwaya.errors import InvariantError
from riwaya.export.documented import DocumentedIncident
from riwaya.export.occurrence import Occurrence, figure, occurrence
from riwaya.export.parties import STATE, Party
from riwaya.export.table import Cell, Column, Kind, LeftOut, Row, csv_lines
from riwaya.knowledge.country_codes import country_codes
from riwaya.knowledge.ontology import ViolenceType
from riwaya.records.claim import CountRole
from riwaya.records.incident import Figure
from riwaya.records.report import Report

_BLANK = "always empty: UCDP's to give"
COLUMNS = (
    Column("id", "our incident id after `riwaya:`; GED's ids are UCDP's to give"),
    Column("relid", _BLANK),
    Column("year", "of `date_start`", Kind.INTEGER),
    Column("active_year", _BLANK),
    Column("code_status", "`Riwaya, coded by machine`"),
    Column("type_of_violence", "1 state-based, 2 non-state, 3 one-sided; by who takes part", Kind.INTEGER),
    Column("conflict_dset_id", _BLANK),
    Column("conflict_new_id", _BLANK),
    Column("conflict_name", _BLANK),
    Column("dyad_dset_id", _BLANK),
    Column("dyad_new_id", _BLANK),
    Column("dyad_name", "`side_a - side_b`"),
    Column("side_a_dset_id", _BLANK),
    Column("side_a_new_id", _BLANK),
    Column("side_a", "English name in our registry. In state-based violence the government, in one-sided violence who did it"),
    Column("side_b_dset_id", _BLANK),
    Column("side_b_new_id", _BLANK),
    Column("side_b", "the other side; `Civilians` in one-sided violence"),
    Column("number_of_sources", "reports", Kind.INTEGER),
    Column("source_article", "for each claim: publisher, date, headline, and `riwaya:claim=ID riwaya:evidence=REPORT:START-END`; joined by `;`"),
    Column("source_office", "the publishers, one a report, joined by `;`"),
    Column("source_date", "the dates of publication, as above"),
    Column("source_headline", "the headlines, as above"),
    Column("source_original", "the roots of the accounts: whose word it is; joined by `;`"),
    Column("where_prec", "1 the place itself, 2 near it, 3 a second division, 4 a first division, 5 larger or between places, 6 a country, 7 sea or air", Kind.INTEGER),
    Column("where_coordinates", "name of the place that the coordinates are of"),
    Column("where_description", "the same, with the radius in kilometres that holds it"),
    Column("adm_1", "the division of the gazetteer around the place, where known"),
    Column("adm_2", "always empty: the gazetteer has no second divisions"),
    Column("latitude", "WGS 84", Kind.NUMBER),
    Column("longitude", "WGS 84", Kind.NUMBER),
    Column("geom_wkt", "`POINT (longitude latitude)`"),
    Column("priogrid_gid", "the cell of PRIO-GRID, reckoned from the coordinates", Kind.INTEGER),
    Column("country", "English name of the country"),
    Column("country_id", "its number after Gleditsch and Ward", Kind.INTEGER),
    Column("region", "UCDP's region of the country"),
    Column("event_clarity", "always 1: one incident is one row", Kind.INTEGER),
    Column("date_prec", "1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year", Kind.INTEGER),
    Column("date_start", "the first day it may have been on", Kind.DATE),
    Column("date_end", "the last day", Kind.DATE),
    Column("deaths_a", "always 0: reports seldom say on which side of a fight the dead were", Kind.INTEGER),
    Column("deaths_b", "always 0", Kind.INTEGER),
    Column("deaths_civilians", "the dead that are said to be civilians, and all of them in one-sided violence", Kind.INTEGER),
    Column("deaths_unknown", "the rest of `best`", Kind.INTEGER),
    Column("best", "the best figure of the dead, by the policy of the export", Kind.INTEGER),
    Column("high", "the highest that stands; where it is open above, the highest minimum", Kind.INTEGER),
    Column("low", "the lowest that stands", Kind.INTEGER),
    Column("gwnoa", "Gleditsch and Ward's number of `side_a` where it is a state's", Kind.INTEGER),
    Column("gwnob", "of `side_b`", Kind.INTEGER),
)  # fmt: skip

_STATUS = "Riwaya, coded by machine"
_NATIONAL = 6
_DAY_PRECISIONS = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
_CELLS_IN_A_ROW, _CELLS_IN_A_DEGREE = 720, 2


def ged(incidents: Iterable[DocumentedIncident], *, left_out: LeftOut) -> Iterator[str]:
    """Yield the lines of a CSV in the form of UCDP GED, its header first.

    Args:
        incidents: with their claims.
        left_out: takes those without deaths, two sides, a place or a date, each with the reason.
    """
    return csv_lines(COLUMNS, rows(incidents, left_out=left_out))


def rows(incidents: Iterable[DocumentedIncident], *, left_out: LeftOut) -> Iterator[Row]:
    """Yield a row for each incident that GED would take."""
    for source in incidents:
        found = occurrence(source, has_code=lambda kind: bool(kind.ucdp))
        killed = figure(source, CountRole.KILLED)
        if not source.stated:
            left_out.add("no claim states that it happened", source.incident.id)
        elif killed is None or not killed.best:
            left_out.add("no deaths are stated", source.incident.id)
        elif found is None:
            left_out.add("UCDP counts no event of its type", source.incident.id)
        else:
            problem = _lacks(found)
            if problem:
                left_out.add(problem, source.incident.id)
            else:
                yield _row(found, killed)


def violence(found: Occurrence) -> tuple[ViolenceType, Party, Party] | None:
    """Return the type of violence and its two sides; None where they are not known.

    Organized are those of the registry and units that are named; "gunmen" are not.
    """
    one, two = found.agents.first, found.targets.first
    if one is None or two is None or not (one.is_armed and _is_organized(one)):
        return None
    if two.is_civilian:
        return ViolenceType.ONE_SIDED, one, two._replace(name="Civilians")
    if not (two.is_armed and _is_organized(two)) or one.key == two.key:
        return None
    if _is_state(one) or _is_state(two):
        government, other = (one, two) if _is_state(one) else (two, one)
        return ViolenceType.STATE_BASED, government, other
    return ViolenceType.NON_STATE, one, two


def priogrid(latitude: float, longitude: float) -> int:
    """Return the number of the cell of PRIO-GRID, half a degree wide, that holds a point.

    >>> priogrid(-89.9, -179.9), priogrid(-89.9, -179.4)
    (1, 2)
    """
    row = min(floor((latitude + 90) * _CELLS_IN_A_DEGREE), 359)
    column = min(floor((longitude + 180) * _CELLS_IN_A_DEGREE), 719)
    return row * _CELLS_IN_A_ROW + column + 1


def _lacks(found: Occurrence) -> str | None:
    """Say what an incident lacks to be one of GED's."""
    if violence(found) is None:
        return "no two sides are known, one of them organized and the other organized or civilian"
    if found.spot is None or found.spot.latitude is None:
        return "its place is not known"
    if _date_precision(found) is None:
        return "its date is not known to the year"
    return None


def _row(found: Occurrence, killed: Figure) -> Row:
    sides, spot, days = violence(found), found.spot, found.days
    if not (sides and spot and days.first):
        raise InvariantError(f"{found.id} was taken for an event of GED")
    kind, one, two = sides
    latitude, longitude = spot.latitude or 0.0, spot.longitude or 0.0
    country = country_codes(spot.country)
    reports = found.source.reports
    civilians = _civilians(found, killed, kind)
    cells: list[Cell] = [
        found.id, None, days.first.year, None, _STATUS, int(kind),
        None, None, None, None, None, f"{one.name} - {two.name}",
        None, None, one.name, None, None, two.name,
        len(reports), _articles(found),
        _joined([each.publisher or "" for each in reports]),
        _joined([_day(each) for each in reports]),
        _joined([each.title or "" for each in reports]),
        _joined(dict.fromkeys(each.account.root.name for each in found.source.told)),
        spot.where_prec or spot.geo_precision, spot.name,
        f"{spot.name}, within {spot.radius_km:g} km", spot.division, None,
        latitude, longitude, f"POINT ({longitude} {latitude})",
        priogrid(latitude, longitude) if (spot.where_prec or 1) < _NATIONAL else None,
        country.english, _number(country.gleditsch_ward), country.ucdp_region,
        1, _date_precision(found), days.first, days.last,
        0, 0, civilians, killed.best - civilians, killed.best, _high(killed), killed.low,
        _state_number(one), _state_number(two),
    ]  # fmt: skip
    return cells


def _civilians(found: Occurrence, killed: Figure, kind: ViolenceType) -> int:
    if kind is ViolenceType.ONE_SIDED:
        return killed.best
    civilians = figure(found.source, CountRole.KILLED, "civilians")
    return min(civilians.best, killed.best) if civilians else 0


def _high(killed: Figure) -> int:
    stated = (value.least for value in killed.values if value.is_standing)
    return killed.high if killed.high is not None else max(killed.best, *stated, killed.low)


def _date_precision(found: Occurrence) -> int | None:
    length = found.days.length
    if length is None:
        return None
    return next((code for most, code in _DAY_PRECISIONS if length <= most), None)


def _articles(found: Occurrence) -> str:
    parts = []
    for each in found.source.told:
        report = each.report
        said = ", ".join(part for part in (report.publisher, _day(report), report.title) if part)
        parts.append(f"{said} riwaya:claim={each.claim.id} riwaya:evidence={each.evidence}")
    return _joined(parts)


def _day(report: Report) -> str:
    return report.published.at.date().isoformat() if report.published else ""


def _joined(parts: Iterable[str]) -> str:
    """Join parts, the empty ones with them: the n-th of each column is of one report."""
    return ";".join(" ".join(part.replace(";", ",").split()) for part in parts)


def _is_organized(party: Party) -> bool:
    """Tell an actor of the registry, or a unit with a name, from people of a sort."""
    return bool(party.id) and (not party.id.startswith("generic:") or not party.name.isascii())


def _is_state(party: Party) -> bool:
    return party.inter == STATE or party.kind in ("state_forces", "government", "police")


def _state_number(party: Party) -> int | None:
    return _number(country_codes(party.country).gleditsch_ward) if _is_state(party) else None


def _number(written: str) -> int | None:
    return int(written) if written else None
