"""GeoJSON: one feature an incident, with its figures, its standing and what it rests on."""

import json
from collections.abc import Iterable, Iterator

from riwaya.export.documented import DocumentedIncident
from riwaya.export.table import Column, Kind
from riwaya.export.tables import INCIDENTS, incident_row
from riwaya.records.incident import Incident

COLUMNS = INCIDENTS

_HEAD = '{"type": "FeatureCollection", "name": "incidents", "features": [\n'
_FOOT = "\n]}\n"


def geojson(incidents: Iterable[DocumentedIncident]) -> Iterator[str]:
    """Yield the text of a FeatureCollection, a feature at a time.

    An incident whose place is not located has no geometry, as RFC 7946 allows.
    """
    yield _HEAD
    for number, each in enumerate(incidents):
        yield (",\n" if number else "") + json.dumps(feature(each), ensure_ascii=False)
    yield _FOOT


def feature(source: DocumentedIncident) -> dict[str, object]:
    """Return one incident as a feature; its properties are the columns of `incidents`."""
    cells = incident_row(source)
    properties = {
        column.name: _value(cell, column) for column, cell in zip(COLUMNS, cells, strict=True)
    }
    return {
        "type": "Feature",
        "id": source.incident.id,
        "geometry": _geometry(source.incident),
        "properties": properties,
    }


def _geometry(incident: Incident) -> dict[str, object] | None:
    point = incident.place.point if incident.place else None
    if point is None:
        return None
    return {"type": "Point", "coordinates": [round(point.longitude, 5), round(point.latitude, 5)]}


def _value(cell: object, column: Column) -> object:
    if column.kind is Kind.DATE:
        return str(cell) if cell else None
    return list(cell) if isinstance(cell, tuple) else cell
