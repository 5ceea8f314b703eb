"""Event rows with CAMEO codes, in the columns of GDELT 2.0, with three of our own behind them.

One row an incident that is stated to have happened. Codes are strings: many begin with a zero. What
GDELT reckons from its own archive (Goldstein's scale, tone, its numbers of places) stays empty.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from riwaya.export.documented import DocumentedIncident
from riwaya.export.occurrence import Occurrence, Spot, occurrence
from riwaya.export.parties import Party
from riwaya.export.table import Cell, Column, Kind, LeftOut, Row, tsv_lines
from riwaya.knowledge.country_codes import country_codes

_EMPTY = "always empty"
_ACTOR = (
    ("Code", "country and role"),
    ("Name", "English name in our registry, or the words of the text"),
    ("CountryCode", "ISO 3166 code of three letters"),
    ("KnownGroupCode", _EMPTY),
    ("EthnicCode", _EMPTY),
    ("Religion1Code", _EMPTY),
    ("Religion2Code", _EMPTY),
    ("Type1Code", "CAMEO's role"),
    ("Type2Code", _EMPTY),
    ("Type3Code", _EMPTY),
)
_GEO = (
    ("Type", "1 a country, 4 a place in it; empty without coordinates"),
    ("Fullname", "name of the place, and of its country"),
    (
        "CountryCode",
        "always empty: GDELT has codes of FIPS 10-4, which are others than those of ISO",
    ),
    ("ADM1Code", _EMPTY),
    ("ADM2Code", _EMPTY),
    ("Lat", "WGS 84"),
    ("Long", "WGS 84"),
    ("FeatureID", "always empty: GDELT's to give"),
)

COLUMNS = (
    Column("GlobalEventID", "our incident id after `riwaya:`; GDELT's ids are GDELT's to give"),
    Column("Day", "`YYYYMMDD` of the first day; empty where no claim dates it"),
    Column("MonthYear", "`YYYYMM`"),
    Column("Year", "`YYYY`"),
    Column("FractionDate", "the year and the share of it that has passed", Kind.NUMBER),
    *(
        Column(f"Actor{number}{name}", f"{meaning}{'' if meaning == _EMPTY else who}")
        for number, who in ((1, " of the first doer"), (2, " of the first whom it befell"))
        for name, meaning in _ACTOR
    ),
    Column("IsRootEvent", "1 where a headline tells of it, else 0", Kind.INTEGER),
    Column("EventCode", "CAMEO code of the leading type"),
    Column("EventBaseCode", "its first three digits"),
    Column("EventRootCode", "its first two digits"),
    Column("QuadClass", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict", Kind.INTEGER),
    Column("GoldsteinScale", _EMPTY),
    Column("NumMentions", "claims", Kind.INTEGER),
    Column("NumSources", "independent accounts: neither one root nor one text. GDELT counts outlets", Kind.INTEGER),
    Column("NumArticles", "reports", Kind.INTEGER),
    Column("AvgTone", _EMPTY),
    *(
        Column(f"{place}Geo_{name}", meaning if place == "Action" else "always empty: where an actor is at home is not where it was")
        for place in ("Actor1", "Actor2", "Action")
        for name, meaning in _GEO
    ),
    Column("DATEADDED", "the earliest publication, `YYYYMMDDHHMMSS`, the time of day where it is known"),
    Column("SOURCEURL", "where the earliest report with an address was"),
    Column("riwaya_claims", "ids of the claims, joined by `; `"),
    Column("riwaya_evidence", "the words they rest on, `REPORT:START-END`, joined by `; `"),
    Column("riwaya_country", "ISO 3166 code of two letters"),
)  # fmt: skip

_QUADS = ((5, 1), (9, 2), (14, 3), (20, 4))
"""The last root code of each quadrant."""
_DAYS_A_YEAR = 365.25


def cameo(incidents: Iterable[DocumentedIncident], *, left_out: LeftOut) -> Iterator[str]:
    """Yield the lines of a table with CAMEO codes, its header first.

    Args:
        incidents: with their claims.
        left_out: takes those whose type CAMEO does not have, or that are not stated to have been.
    """
    return tsv_lines(COLUMNS, rows(incidents, left_out=left_out))


def rows(incidents: Iterable[DocumentedIncident], *, left_out: LeftOut) -> Iterator[Row]:
    """Yield a row for each incident that can be coded."""
    for source in incidents:
        found = occurrence(source, has_code=lambda kind: kind.cameo is not None)
        if not source.stated:
            left_out.add("no claim states that it happened", source.incident.id)
        elif found is None or found.type.cameo is None:
            left_out.add("CAMEO has no code for its type", source.incident.id)
        else:
            yield _row(found, found.type.cameo)


def quad_class(code: str) -> int:
    """Return the quadrant of a CAMEO code.

    >>> quad_class("0841"), quad_class("195")
    (2, 4)
    """
    root = int(code[:2])
    return next(quad for last, quad in _QUADS if root <= last)


def _row(found: Occurrence, code: str) -> Row:
    source = found.source
    reports = source.reports
    cells: list[Cell] = [
        found.id, *_days(found.days.first),
        *_actor(found.agents.first), *_actor(found.targets.first),
        int(any(_is_in_title(each.claim.trigger.end, each.report.title) for each in source.told)),
        code, code[:3], code[:2], quad_class(code), None,
        len(source.told), source.incident.roots, len(reports), None,
        *(None,) * 8, *(None,) * 8, *_place(found.spot),
        _added(source), next((each.url for each in reports if each.url), None),
        tuple(each.claim.id for each in source.told),
        tuple(dict.fromkeys(each.evidence for each in source.told)),
        found.spot.country if found.spot else None,
    ]  # fmt: skip
    return cells


def _days(day: date | None) -> Row:
    if day is None:
        return (None,) * 4
    passed = (day - date(day.year, 1, 1)).days / _DAYS_A_YEAR
    return f"{day:%Y%m%d}", f"{day:%Y%m}", f"{day:%Y}", round(day.year + passed, 4)


def _actor(party: Party | None) -> Row:
    if party is None:
        return (None,) * 10
    country = country_codes(party.country).iso3
    code = f"{country}{party.role}"
    return code, party.name, country, None, None, None, None, party.role, None, None


def _place(spot: Spot | None) -> Row:
    if spot is None:
        return (None,) * 8
    country = country_codes(spot.country).english
    name = ", ".join(part for part in (spot.name, country) if part)
    kind = None if spot.latitude is None else 1 if spot.name == country else 4
    return kind, name, None, None, None, spot.latitude, spot.longitude, None


def _added(source: DocumentedIncident) -> str | None:
    published = [each.published for each in source.reports if each.published]
    if not published:
        return None
    first = min(published, key=lambda each: each.at.replace(tzinfo=None))
    return f"{first.at:%Y%m%d%H%M%S}" if first.has_clock else f"{first.at:%Y%m%d}"


def _is_in_title(end: int, title: str | None) -> bool:
    return title is not None and end <= len(title)
