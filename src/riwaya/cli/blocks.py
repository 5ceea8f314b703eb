"""One block of lines a claim: what is said, in which words, and the sentence to check it in."""

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

from riwaya.arabic.excerpts import sentence_around
from riwaya.cli.screen import Mark, Screen, clean, shortened, wrapped
from riwaya.records.claim import Claim, ClaimId, Count, EventTime, Place, Relation
from riwaya.records.coded import CodedReport
from riwaya.records.report import Report
from riwaya.records.span import Span

INDENT = 5
LABEL = 10
SHORT_ID = 8
_LABELS = {
    "agents": "who",
    "targets": "whom",
    "places": "where",
    "times": "when",
    "counts": "how many",
    "sources": "says",
    "attribution": "says",
}
"""The label under which a claim shows what a step found; others are labels themselves."""
_NOT_MADE_AGAIN = (
    "this version of riwaya no longer makes this claim; `riwaya run` on what it was read from "
    "brings the store up to date"
)
_READ_OTHERWISE = "how it is found by this version of riwaya, which reads some of it otherwise"
_MOST_BEFORE, _MOST_AFTER = 160, 220
"""How many characters around its trigger are shown of a very long sentence."""


def report_heading(report: Report, screen: Screen) -> Iterator[Text]:
    """Say which report the claims below come from."""
    title = clean(report.title or report.text.lstrip().partition("\n")[0])
    yield Text(screen.isolated(shortened(title, width=screen.columns - 1)), style="bold")
    parts = [str(report.id)]
    if report.published:
        parts.append(report.published.isoformat())
    if report.publisher:
        parts.append(screen.isolated(clean(report.publisher)))
    yield Text(" · ".join(parts), style="dim")


def report_blocks(
    coded: CodedReport,
    screen: Screen,
    *,
    again: CodedReport | None = None,
    if_none: str = "no claims",
) -> Iterator[Text]:
    """Lay out a report: heading, then a block for each claim.

    Args:
        coded: the report.
        screen: where it is shown.
        again: the same report with claims that say how they were found; None shows no reasons.
        if_none: what is said where there are no claims.
    """
    reasons = {claim.id: claim for claim in again.claims} if again else {}
    yield from report_heading(coded.report, screen)
    if not coded.claims:
        yield Text(" " * INDENT + if_none)
    for number, claim in enumerate(coded.claims, start=1):
        yield Text()
        yield from claim_block(claim, coded.report.text, screen, number=number)
        if again:
            yield from why_lines(claim, reasons.get(claim.id), coded.report.text, screen)
    yield Text()


def claim_block(
    claim: Claim, text: str, screen: Screen, *, number: int | None = None, name: str | None = None
) -> Iterator[Text]:
    """Lay out one claim: its type, then a line for each field, then its sentence."""
    head = Text(f"{number or '':>{INDENT - 2}}  ")
    head.append(claim.type, style="bold cyan")
    head.append(f" · {claim.modality} · ")
    head.append(name or short_id(claim.id), style="dim")
    yield head
    for label, words, gloss in _fields(claim, text):
        yield from _field(label, words, gloss, screen)
    yield from sentence_lines(claim.trigger, text, screen)


def why_lines(claim: Claim, again: Claim | None, text: str, screen: Screen) -> Iterator[Text]:
    """Name the steps that made a claim, grouped by its fields.

    Args:
        claim: as it is kept.
        again: as this version of the package makes it; None where it does not.
        text: of the report.
        screen: where they are shown.
    """
    if again is None:
        yield from _field("why", _NOT_MADE_AGAIN, "", screen)
        return
    others = _differing(claim, again, text)
    heading = f"{_READ_OTHERWISE}: {', '.join(others)}" if others else "how it was found"
    yield from _field("why", heading, "", screen)
    by_field: dict[str, list[str]] = {}
    for step in again.why:
        by_field.setdefault(_LABELS.get(step.part, step.part), []).append(step.rule)
    for label, rules in by_field.items():
        for number, rule in enumerate(rules):
            yield from _field("" if number else label, rule, "", screen)


def short_id(claim_id: ClaimId) -> str:
    """Return the beginning of an id, enough to name a claim in `riwaya show`."""
    return claim_id[:SHORT_ID]


def sentence_lines(trigger: Span, text: str, screen: Screen) -> Iterator[Text]:
    """Print the sentence around a span; the span is bright, or in brackets where nothing is."""
    width = screen.columns - INDENT - LABEL
    label = "words"
    for line in wrapped(list(_sentence(trigger, text, screen)), width=width):
        shown = Text(" " * INDENT)
        shown.append(f"{label:<{LABEL}}", style="dim")
        if screen.is_terminal:
            # Arabic lines begin at the right: on a terminal they share their right edge.
            shown.append(" " * (width - cell_len(" ".join(mark.text for mark in line))))
        shown.append(screen.opening)
        for position, mark in enumerate(line):
            shown.append(" " if position else "")
            shown.append(mark.text, style="bold yellow" if mark.is_bright else "")
        shown.append(screen.closing)
        yield shown
        label = ""


def _sentence(trigger: Span, text: str, screen: Screen) -> Iterator[Mark]:
    around = sentence_around(trigger, text, before=_MOST_BEFORE, behind=_MOST_AFTER)
    for word in re.finditer(r"\S+", text[around.start : around.end]):
        start, end = around.start + word.start(), around.start + word.end()
        is_bright = start < trigger.end and trigger.start < end
        shown = word.group()
        if is_bright and not screen.is_terminal:
            first, last = max(trigger.start - start, 0), min(trigger.end, end) - start
            left = "⟦" if trigger.start >= start else ""
            right = "⟧" if trigger.end <= end else ""
            shown = f"{shown[:first]}{left}{shown[first:last]}{right}{shown[last:]}"
        if clean(shown):
            yield Mark(clean(shown), is_bright)


def _differing(claim: Claim, again: Claim, text: str) -> list[str]:
    """Return the labels of the fields that are shown otherwise than they were."""
    was, now = _shown(claim, text), _shown(again, text)
    return [label for label in {**was, **now} if was.get(label) != now.get(label)]


def _shown(claim: Claim, text: str) -> dict[str, set[tuple[str, str]]]:
    shown = {"modality": {(str(claim.modality), "")}}
    for label, words, gloss in _fields(claim, text):
        shown.setdefault(label, set()).add((words, gloss))
    return shown


def _fields(claim: Claim, text: str) -> Iterator[tuple[str, str, str]]:
    for label, participants in (("who", claim.agents), ("whom", claim.targets)):
        for participant in participants:
            yield label, participant.evidence.of(text), ""
    for place in claim.places:
        yield "where", place.evidence.of(text), place_gloss(place)
    if claim.time:
        evidence = claim.time.evidence
        yield "when", evidence.of(text) if evidence else "", time_gloss(claim.time)
    for count in claim.counts:
        yield "how many", count.evidence.of(text), count_gloss(count)
    said = claim.attribution
    if said:
        yield "says", said.source.of(text), f"{said.kind.replace('_', ' ')}, {said.stance}"
    if claim.via:
        yield "via", claim.via.of(text), ""


def place_gloss(place: Place) -> str:
    """Say in English how the event lies to the named place."""
    relation = "" if place.relation is Relation.IN else place.relation.replace("_", " ")
    distance = f"{place.distance_km:g} km" if place.distance_km is not None else ""
    return " ".join(part for part in (distance, relation, place.anchor or "") if part)


def time_gloss(time: EventTime) -> str:
    """Write a time as days, ISO 8601."""
    if time.first == time.last:
        return time.first.isoformat()
    return f"{time.first.isoformat()} to {time.last.isoformat()}"


def count_gloss(count: Count) -> str:
    """Write a number no more exactly than it is known."""
    if count.most is None:
        return f"{count.role} {count.least} or more"
    if count.least == count.most:
        return f"{count.role} {count.least}"
    return f"{count.role} {count.least} to {count.most}"


def _field(label: str, words: str, gloss: str, screen: Screen) -> Iterator[Text]:
    width = screen.columns - INDENT - LABEL
    marks = [Mark(word) for word in clean(words).split()]
    rows = [(" ".join(mark.text for mark in line), "") for line in wrapped(marks, width=width)] or [
        ("", "")
    ]
    last = rows[-1][0]
    if cell_len(last) + 2 + len(gloss) <= width:
        rows[-1] = (last, gloss)
    else:
        rows.append(("", gloss))
    for line, note in rows:
        shown = Text(" " * INDENT)
        shown.append(f"{label:<{LABEL}}", style="dim")
        shown.append(screen.isolated(line))
        shown.append(f"{'  ' if line and note else ''}{note}", style="green")
        yield shown
        label = ""
