"""The main job on the bundled dossier: sixteen reports in, attributed claims out.

Run by `make demo`. What is printed can be checked against `examples/tripoli-2019/reports`.
"""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOSSIER = Path("examples") / "tripoli-2019" / "reports"
OUT = Path("demo-output")
STORE = OUT / "tripoli.db"
CLAIMS = OUT / "claims.jsonl"
BRIEF = OUT / "brief"
EXPORTS = {
    "acled": OUT / "acled.csv",
    "ged": OUT / "ged.csv",
    "plover": OUT / "plover.jsonl",
    "polecat": OUT / "polecat.tsv",
    "cameo": OUT / "cameo.tsv",
    "incidents": OUT / "incidents.jsonl",
    "geojson": OUT / "incidents.geojson",
    "gpkg": OUT / "incidents.gpkg",
    "xlsx": OUT / "incidents.xlsx",
    "bundle": OUT / "replication.zip",
}
"""Every format that needs no other package, and where the demo writes it."""
IN_FULL = ("03-thirty-admitted.html", "12-wire-and-radio.jsonl:1")
"""Two accounts of one capture: thirty prisoners admitted by their own side, twenty counted."""
RIVAL = ("captured", "killed")


def main() -> None:
    """Run the commands that a first user would, and show what they print."""
    shutil.rmtree(ROOT / OUT, ignore_errors=True)
    (ROOT / OUT).mkdir()
    step("Read sixteen reports, and two inputs that are none, and keep the claims")
    riwaya("run", DOSSIER, "--store", STORE)
    step("Who counts how many: the figures of all reports, each with its source")
    print(*figures(), sep="\n")
    step("Two reports of one night at one gate, each claim beside the sentence it rests on")
    for name in report_ids():
        riwaya("show", name, "--store", STORE)
    step("The same as JSON Lines, for programs")
    riwaya("extract", DOSSIER, "--format", "jsonl", into=CLAIMS)
    lines = (ROOT / CLAIMS).read_text(encoding="utf-8").splitlines()
    print(f"{CLAIMS} has {len(lines)} reports, one a line")
    step("The incidents in the forms that other tools read")
    riwaya("export", "acled", "--out", EXPORTS["acled"], "--store", STORE)
    print(*exported(), sep="\n")
    step("The incidents as pages to read, in English and Arabic: open one in a browser")
    riwaya("brief", "--store", STORE, "--out", BRIEF)
    step("A claim is not a fact: it is what a source says. Go on from here")
    for words in (f'search "بوابة 27" --store {STORE}', "types capture", "extract YOUR-REPORTS"):
        print(f"   .venv/bin/riwaya {words}")


def step(title: str) -> None:
    """Print a heading."""
    print(f"\n== {title}\n", flush=True)


def riwaya(*words: str | Path, into: Path | None = None) -> None:
    """Show a command and run it, its output on the screen or in a file."""
    command = ["riwaya", *map(str, words)]
    print(f"$ {shlex.join(command)}" + (f" > {into}" if into else ""), flush=True)
    command = [sys.executable, "-m", *command]
    if into is None:
        subprocess.run(command, cwd=ROOT, check=True)
    else:
        with (ROOT / into).open("wb") as stream:
            subprocess.run(command, cwd=ROOT, check=True, stdout=stream)


def figures() -> Iterator[str]:
    """Lay out a line for each stated number of dead or captured."""
    from riwaya.cli.blocks import count_gloss  # noqa: PLC0415  # the first command is not to wait
    from riwaya.store import open_store  # noqa: PLC0415  # as above

    with open_store(ROOT / STORE) as opened:
        for role in RIVAL:
            for coded in opened.coded():
                report = coded.report
                for claim in coded.claims:
                    said = claim.attribution
                    source = said.source.of(report.text) if said else "the outlet itself"
                    stance = said.stance if said else ""
                    name = Path(report.origin or "").name
                    for count in (each for each in claim.counts if each.role == role):
                        yield f"{count_gloss(count):<22}{stance:<11}{name:<32}{source}"


def exported() -> Iterator[str]:
    """Write the other forms, as `riwaya export` does, and name them."""
    from riwaya import open_store  # noqa: PLC0415  # the first command is not to wait

    with open_store(ROOT / STORE) as store:
        for name, path in EXPORTS.items():
            left_out = store.export(name, ROOT / path)
            rest = f"   without {left_out.total} {left_out.noun}s that it has no place for"
            yield f"{name:<10}{path}" + (rest if left_out.total else "")


def report_ids() -> list[str]:
    """Return the ids of the reports that are shown in full."""
    from riwaya.store import open_store  # noqa: PLC0415  # the first command is not to wait

    with open_store(ROOT / STORE) as opened:
        by_origin = {Path(coded.report.origin or "").name: coded.report for coded in opened.coded()}
    return [str(by_origin[name].id) for name in IN_FULL]


if __name__ == "__main__":
    main()
