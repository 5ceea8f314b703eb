"""Write what the documentation takes from the code: `python docs/build_reference.py`.

A test compares the pages, and the sample in the README, with what this writes: they cannot drift.
"""

from collections.abc import Iterator
from pathlib import Path

import typer
from typer.testing import CliRunner

from riwaya.cli import app
from riwaya.cli.blocks import report_blocks
from riwaya.cli.screen import Screen
from riwaya.config import Settings
from riwaya.export.bundle import column_lines
from riwaya.export.columns import COLUMNS as EXPORT_COLUMNS
from riwaya.export.columns import TABLES
from riwaya.export.formats import FORMATS
from riwaya.knowledge.ontology import EventType, Scheme, event_types, vocabulary
from riwaya.pipeline import standard
from riwaya.records.coded import CodedReport

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
README = ROOT / "README.md"
DOSSIER = ROOT / "examples" / "tripoli-2019" / "reports"
COMMANDS = ("extract", "analyze", "run", "show", "search", "incidents", "judge", "log", "brief",
            "export", "import", "types", "places", "places find", "places import",
            "evaluate")  # fmt: skip
"""In the order in which a reader needs them."""
SAMPLED = (
    ("03-thirty-admitted.html", "capture", 1),
    ("04-zawiya-announces.html", "capture", 2),
    ("08-toll-of-21.html", "killing", 2),
)
"""The README's sample: of a report, the claim of a type that stands first, second …"""
SAMPLE_BEGINS, SAMPLE_ENDS = "<!-- sample -->\n", "<!-- end of sample -->\n"
MADE = "<!-- Made by docs/build_reference.py from the code; edit the code. -->\n"


def pages() -> dict[str, str]:
    """Return the text of each page by its file name."""
    return {
        "commands.md": commands_page(),
        "event-types.md": event_types_page(),
        "exports.md": exports_page(),
    }


def commands_page() -> str:
    """Return the help of every command."""
    parts = [
        MADE,
        "# Commands\n",
        "Exit codes: 0 done; 1 some input was rejected, under `--strict`; 2 wrong usage, or a file",
        "or store that cannot be used (standard error says why).\n",
        f"```text\n{help_of()}\n```\n",
    ]
    parts += [f"## riwaya {name}\n\n```text\n{help_of(*name.split())}\n```\n" for name in COMMANDS]
    return "\n".join(parts)


def help_of(*words: str) -> str:
    """Return the help of a command, 80 columns wide wherever it is made."""
    ran = CliRunner().invoke(app, [*words, "--help"], prog_name="riwaya", terminal_width=80)
    return "\n".join(line.rstrip() for line in ran.output.strip().splitlines())


def event_types_page() -> str:
    """Return every event type with its arguments and codes."""
    kinds = list(event_types().values())
    parts = [
        MADE,
        "# Event types\n",
        "What a claim can be about. Orders, threats, demands, plans, fears and denials are no",
        "types: they are the modality of the event that is ordered, threatened and so on. The same",
        "on the screen: `riwaya types`, `riwaya types NAME`.\n",
        "| type | | ACLED | PLOVER | CAMEO | UCDP |",
        "|---|---|---|---|---|---|",
        *(table_row(kind) for kind in kinds),
        "",
        "UCDP has the types of violence an event can be of where people died in it: "
        + ", ".join(f"{number} {name}" for number, name in vocabulary().ucdp.items())
        + ".\n",
        *("\n".join(section(kind)) for kind in kinds),
    ]
    return "\n".join(parts)


def exports_page() -> str:
    """Return every format with its columns."""
    parts = [
        MADE,
        "# Exports\n",
        "`riwaya export FORMAT --out FILE` writes what a store knows in a form that other tools",
        "read. [How to export](../how-to/export.md) says which is for what.\n",
        "| format | what it is |",
        "|---|---|",
        *(f"| [`{each.name}`](#{each.name}) | {each.what} |" for each in FORMATS.values()),
        "",
        "Holds for all of them: a row leads back to claims (`riwaya show` takes their ids) and to",
        "the words they rest on, `REPORT:START-END`, in code points of the report's text. Ids of",
        "other projects are theirs to give: ours stand after `riwaya:`, and what only they can",
        "know is empty. A form is theirs, the content is not: nothing here comes from ACLED, UCDP,",
        "POLECAT or GDELT. A cell of CSV that begins with `=`, `+`, `-`, `@`, a tab or a carriage",
        "return has an apostrophe before it, so that no spreadsheet runs it; numbers have none.",
        "Files are UTF-8, and there whole or not at all.\n",
        *("\n".join(format_section(name)) for name in FORMATS),
        "\n".join(table_sections()),
    ]
    return "\n".join(parts)


def format_section(name: str) -> Iterator[str]:
    """Return the lines about one format."""
    yield f"## {name}\n"
    yield f"{FORMATS[name].what[0].upper()}{FORMATS[name].what[1:]}.\n"
    if name in EXPORT_COLUMNS:
        yield from column_lines(EXPORT_COLUMNS[name])
    else:
        yield "The [tables](#tables) below."
    yield ""


def table_sections() -> Iterator[str]:
    """Return the lines about the tables that several formats have."""
    yield "## Tables\n"
    yield "In `gpkg`, `parquet`, `xlsx` and `bundle`, and as data frames in Python.\n"
    for table in TABLES.values():
        yield f"### {table.name}\n"
        yield from column_lines(table.columns)
        yield ""


def table_row(kind: EventType) -> str:
    """Return the row of a type in the table of all types."""
    acled = kind.acled.sub_event_type if kind.acled else "–"
    ucdp = " ".join(str(int(each)) for each in kind.ucdp) or "–"
    cells = (f"[`{kind.name}`](#{kind.name})", kind.arabic, acled, plover(kind), kind.cameo or "–")
    return f"| {' | '.join(cells)} | {ucdp} |"


def section(kind: EventType) -> Iterator[str]:
    """Return the lines about one type."""
    yield f"## {kind.name}\n"
    yield f"{kind.english.capitalize()}, {kind.arabic}. {kind.definition}\n"
    yield f"- **agents**: {kind.agents}"
    yield f"- **targets**: {kind.targets}"
    yield f"- **places**: {kind.places}"
    for role, counted in kind.counts.items():
        yield f"- **count** `{role}`: {counted}"
    if kind.acled:
        yield f"- **ACLED**: {kind.acled.event_type}, {kind.acled.sub_event_type}"
    if kind.plover:
        yield f"- **PLOVER**: {plover(kind)}"
    if kind.cameo:
        yield f"- **CAMEO**: {kind.cameo}, {vocabulary().cameo[kind.cameo]}"
    for scheme, reason in kind.outside.items():
        yield f"- **{Scheme(scheme).upper()}**: none; it {reason}"
    if kind.note:
        yield f"\n{kind.note}"
    yield ""


def readme(written: str) -> str:
    """Return the README with the sample that the code gives now."""
    before, _, rest = written.partition(SAMPLE_BEGINS)
    _, _, after = rest.partition(SAMPLE_ENDS)
    return f"{before}{SAMPLE_BEGINS}```text\n{sample()}\n```\n{SAMPLE_ENDS}{after}"


def sample() -> str:
    """Lay out one claim of each sampled report, as `riwaya extract` does."""
    pipeline, screen = standard(Settings()), Screen(is_plain=True)
    blocks = []
    for name, event, place in SAMPLED:
        coded = next(pipeline.run([str(DOSSIER / name)]))
        if not isinstance(coded, CodedReport):
            raise SystemExit(f"{name} is not read: {coded}")
        claims = [claim for claim in coded.claims if claim.type == event][place - 1 : place]
        only = CodedReport(report=coded.report, claims=tuple(claims))
        blocks.append("\n".join(line.plain.rstrip() for line in report_blocks(only, screen)))
    return "\n".join(blocks).strip()


def plover(kind: EventType) -> str:
    """Return the PLOVER type and mode of a type."""
    return ", ".join(part for part in kind.plover or ("–",) if part)


def main() -> None:
    """Write the pages."""
    missing = typer.main.get_group(app).commands.keys() - {*COMMANDS}
    if missing:
        raise SystemExit(f"COMMANDS lacks {', '.join(sorted(missing))}")
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
