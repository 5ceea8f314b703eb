"""The main job on the bundled dossier: sixteen reports in, attributed claims out.

Run by `make demo`. What is printed can be checked against `examples/tripoli-2019/reports`.
"""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOSSIER = Path("examples") / "tripoli-2019"
OUT = Path("demo-output")
IN_FULL = ("03-thirty-admitted.html", "04-zawiya-announces.html", "12-wire-and-radio.jsonl:1")
"""The three accounts of one capture: thirty admitted, dozens announced, twenty counted."""


def main() -> None:
    """Run the commands that a first user would, and show what they print."""
    shutil.rmtree(ROOT / OUT, ignore_errors=True)
    (ROOT / OUT).mkdir()
    store = OUT / "tripoli.db"
    print(f"== Read {DOSSIER / 'reports'} and keep the claims\n")
    riwaya("run", DOSSIER / "reports", "--store", store)
    print("\n== Three reports of one night at one gate, and who counts how many prisoners\n")
    for name in report_ids(store):
        riwaya("show", name, "--store", store)
    print("== The same as JSON Lines, for programs\n")
    claims = OUT / "claims.jsonl"
    riwaya("extract", DOSSIER / "reports", "--format", "jsonl", into=claims)
    print(f"{claims} has {len((ROOT / claims).read_text(encoding='utf-8').splitlines())} reports\n")
    print("== Go on from here\n")
    print("A claim is not a fact: it is what a source says. Ask the store:\n")
    for words in (f'search "بوابة 27" --store {store}', "types capture", "extract YOUR-REPORTS"):
        print(f"   .venv/bin/riwaya {words}")


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


def report_ids(store: Path) -> list[str]:
    """Return the ids of the reports that are shown in full."""
    from riwaya.store import open_store  # noqa: PLC0415  # the first command tells of its progress

    with open_store(ROOT / store) as opened:
        by_origin = {Path(coded.report.origin or "").name: coded.report for coded in opened.coded()}
    return [str(by_origin[name].id) for name in IN_FULL]


if __name__ == "__main__":
    main()
