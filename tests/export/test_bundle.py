"""The replication bundle is complete, checks itself, and is the same every time."""

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

from riwaya.export.formats import export_format
from riwaya.export.jsonl import read
from riwaya.export.tables import TABLES
from tests.export.cases import a_collection, told, two_accounts


def bundle(path: Path) -> zipfile.ZipFile:
    export_format("bundle").write(a_collection(told(), two_accounts()), path)
    return zipfile.ZipFile(path)


def test_the_manifest_has_the_digest_of_every_other_file(tmp_path: Path) -> None:
    with bundle(tmp_path / "a.zip") as archive:
        names = set(archive.namelist())
        manifest = json.loads(archive.read("manifest.json"))
        assert names == {*manifest["sha256"], "manifest.json"}
        for name, digest in manifest["sha256"].items():
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest


def test_the_same_collection_gives_the_same_bytes(tmp_path: Path) -> None:
    bundle(tmp_path / "a.zip").close()
    bundle(tmp_path / "b.zip").close()
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_data_codebook_and_versions_are_in_it(tmp_path: Path) -> None:
    with bundle(tmp_path / "a.zip") as archive:
        codebook = archive.read("codebook.md").decode()
        for name, table in TABLES.items():
            text = archive.read(f"data/{name}.csv").decode()
            head, *_ = csv.reader(io.StringIO(text))
            assert head == [column.name for column in table.columns]
            assert all(f"`{column.name}`" in codebook for column in table.columns)
        versions = json.loads(archive.read("versions.json"))
        assert versions["packages"]["riwaya"]
        assert len(versions["tables"]["event_types.toml"]) == 64
        archive.extract("data/reports.jsonl", tmp_path)
    claims = [claim.id for each in read(tmp_path / "data/reports.jsonl") for claim in each.claims]
    assert set(claims) == {*told().incident.claims, *two_accounts().incident.claims}
