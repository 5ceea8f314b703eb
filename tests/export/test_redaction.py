"""What is redacted names no private person and no exact place, in any format."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from riwaya.export.documented import MASK, WITHHELD, Collection, DocumentedIncident
from riwaya.export.formats import FORMATS
from riwaya.export.jsonl import read
from riwaya.export.redaction import Redaction, coarse, is_listed
from riwaya.knowledge.distances import kilometres_apart
from riwaya.records.claim import Actor, Participant, Place, Point, Relation
from riwaya.records.incident import IncidentPlace
from riwaya.records.span import Span
from tests.export.cases import IS, LNA, SOMEBODY, a_collection, two_accounts

VILLAGE = "قرية النخيل"
SECRETS = (SOMEBODY, VILLAGE, "An Nakhil", "مراسلنا")
TEXT = f"قتل {SOMEBODY} في {VILLAGE} أمس، وقال شاهد اسمه {SOMEBODY} إن خمسة أسروا."


def private() -> DocumentedIncident:
    """Return an incident that names a private person and an exact place wherever one can."""
    source = two_accounts()
    name = Span(TEXT.index(SOMEBODY), TEXT.index(SOMEBODY) + len(SOMEBODY))
    where = Span(TEXT.index(VILLAGE), TEXT.index(VILLAGE) + len(VILLAGE))
    point = Point(latitude=32.891234, longitude=13.194321, radius_km=1.5)
    place = Place(
        evidence=where, anchor="An Nakhil", relation=Relation.IN, point=point, kind="village",
        country="LY",
    )  # fmt: skip
    somebody = Participant(
        evidence=name, actor=Actor(id=f"generic:people:LY:{SOMEBODY}", name=SOMEBODY, kind="x")
    )
    told = []
    for each in source.told:
        claim = replace(
            each.claim, trigger=Span(0, 3), targets=(somebody,), places=(place,), time=None,
            counts=tuple(replace(c, evidence=Span(TEXT.index("خمسة"), TEXT.index("خمسة") + 4))
                         for c in each.claim.counts),
            agents=(Participant(evidence=name, actor=LNA),), via=None,
            attribution=replace(each.claim.attribution, source=name, actor=None)
            if each.claim.attribution else None,
        )  # fmt: skip
        report = replace(
            each.report, text=TEXT, title=TEXT[:20], url=f"https://example.org/{SOMEBODY}",
            origin=f"/home/{SOMEBODY}.html", keywords=(SOMEBODY,),
        )  # fmt: skip
        told.append(
            replace(each, claim=claim, report=report, account=replace(each.account, claim=claim.id))
        )
    names = {old.claim.id: new.claim.id for old, new in zip(source.told, told, strict=True)}
    incident = replace(
        source.incident,
        title=TEXT,
        place=IncidentPlace(name="An Nakhil", point=point, country="LY"),
        accounts=tuple(each.account for each in told),
        relations=tuple(
            replace(each, left=names[each.left], right=names[each.right])
            for each in source.incident.relations
        ),
    )
    return DocumentedIncident(incident=incident, told=tuple(told))


def redacted(redaction: Redaction) -> Collection:
    source = private()
    whole = a_collection(source)
    reports = {each.report.id: each.report for each in source.told}
    return Collection(
        reports=lambda: (
            redaction.report(replace(each, report=reports[each.report.id]))
            for each in whole.reports()
        ),
        incidents=lambda: map(redaction.incident, [source]),
        withheld=redaction.manifest,
    )


def everything(path: Path) -> str:
    """Return all that a file or folder holds, unpacked."""
    if path.is_dir():
        pandas = pytest.importorskip("pandas")
        return "\n".join(pandas.read_parquet(each).to_string() for each in path.iterdir())
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    return path.read_bytes().decode(errors="replace")


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_tells_what_is_withheld(name: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    FORMATS[name].write(redacted(Redaction()), out)
    found = everything(out)
    assert found
    for secret in (*SECRETS, "32.8912", "13.1943", *SOMEBODY.split()):
        assert secret not in found, secret


def test_the_same_is_told_without_redaction(tmp_path: Path) -> None:
    FORMATS["geojson"].write(a_collection(private()), tmp_path / "out")
    assert "An Nakhil" in (tmp_path / "out").read_text()


def test_what_is_public_remains() -> None:
    source = private()
    found = Redaction().incident(source)
    assert found.incident.claims == source.incident.claims
    assert found.incident.figures[0].best == source.incident.figures[0].best
    assert found.told[0].claim.agents[0].actor == LNA
    assert found.told[0].words(found.told[0].claim.trigger) == "قتل"
    assert found.incident.title == "Capture of fighters"
    assert found.incident.place is not None
    assert (found.incident.place.name, found.incident.place.country) == (WITHHELD, "LY")


def test_offsets_still_count() -> None:
    source = private()
    found = Redaction().incident(source).told[0]
    assert len(found.report.text) == len(TEXT)
    assert found.report.text.startswith("قتل" + MASK)
    assert found.claim.id == source.told[0].claim.id


def test_redacted_reports_can_be_read_again(tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    FORMATS["jsonl"].write(redacted(Redaction()), out)
    assert len(list(read(out))) == 2


def test_the_manifest_counts_and_names_nobody() -> None:
    redaction = Redaction()
    for _ in range(2):
        redaction.incident(private())
    manifest = redaction.manifest()
    assert manifest["withheld"] == {
        "exact places": 2,
        "names of participants who are no listed actor": 2,
        "names of sources who are no listed actor": 2,
        "roots of accounts that are no listed actor or outlet": 1,
        "texts of reports, but for the words that are kept": 2,
    }
    written = json.dumps(manifest, ensure_ascii=False)
    assert not any(secret in written for secret in SECRETS)


def test_a_place_is_moved_and_its_circle_holds_it() -> None:
    exact = Point(latitude=32.891234, longitude=13.194321, radius_km=1.5)
    wide = coarse(exact, 25.0)
    apart = kilometres_apart((exact.latitude, exact.longitude), (wide.latitude, wide.longitude))
    assert 0 < apart + exact.radius_km <= wide.radius_km
    near = replace(exact, latitude=exact.latitude + 0.001)
    assert coarse(near, 25.0).latitude == wide.latitude


def test_only_the_registry_makes_a_name_public() -> None:
    assert is_listed(LNA)
    assert is_listed(IS)
    assert not is_listed(None)
    assert not is_listed(Actor(id="generic:people:LY", name=SOMEBODY, kind="civilians"))
    assert not is_listed(Actor(id="somebody_else", name=SOMEBODY, kind="person"))
