"""Incidents as JSON has them: one object each, claims and reports by their ids."""

from riwaya.records.incident import (
    Account,
    ClaimRelation,
    Figure,
    Incident,
    IncidentPlace,
    Value,
)

Json = dict[str, object]


def incident_fields(incident: Incident) -> Json:
    """Return an incident under the keys of the reference, ready for JSON.

    `time.from` is null where no claim dates it; `to` is then the first publication, its bound.
    """
    return {
        "id": incident.id,
        "title": incident.title,
        "types": list(incident.types),
        "reports": list(incident.reports),
        "claims": list(incident.claims),
        "place": _place(incident.place) if incident.place else None,
        "time": {
            "from": incident.first.isoformat() if incident.first else None,
            "to": incident.last.isoformat() if incident.last else None,
        },
        "figures": [_figure(figure) for figure in incident.figures],
        "standing": incident.standing.value,
        "roots": incident.roots,
        "accounts": [_account(account) for account in incident.accounts],
        "relations": [_relation(relation) for relation in incident.relations],
    }


def _place(place: IncidentPlace) -> Json:
    point = place.point
    return {
        "name": place.name,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "radius_km": point.radius_km if point else None,
        "country": place.country,
    }


def _figure(figure: Figure) -> Json:
    return {
        "role": figure.role.value,
        "group": figure.group,
        "part": figure.is_part,
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "policy": figure.policy.value,
        "values": [_value(value) for value in figure.values],
    }


def _value(value: Value) -> Json:
    return {
        "min": value.least,
        "max": value.most,
        "claims": list(value.claims),
        "root": value.root,
        "stands": value.is_standing,
    }


def _account(account: Account) -> Json:
    return {
        "claim": account.claim,
        "report": account.report,
        "root": account.root.id,
        "root_name": account.root.name,
        "root_kind": account.root.kind.value,
        "strand": account.strand,
        "copy_of": account.copy_of,
    }


def _relation(relation: ClaimRelation) -> Json:
    return {
        "claim": relation.left,
        "kind": relation.kind.value,
        "of": relation.right,
        "about": relation.matter.value,
        "reason": relation.reason,
    }
