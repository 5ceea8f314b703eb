"""When an event was, as told, and when the reports of it appeared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from riwaya.brief.case import Case, Told
from riwaya.brief.labels import Labels
from riwaya.brief.naming import type_name
from riwaya.records.report import Report, ReportId


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the timeline."""

    when: str
    machine: str | None
    """The same for programs, None where it is not known."""
    is_event: bool
    report: str | None = None
    """The place of the report on the page."""
    title: str = ""
    publisher: str | None = None
    types: str = ""
    amounts: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    is_copy: bool = False
    is_taken_back: bool = False


def timeline(case: Case, anchors: Mapping[ReportId, str], words: Labels) -> tuple[Moment, ...]:
    """Return the days of the event as the accounts have them, and each report as it appeared.

    Args:
        case: the incident.
        anchors: of each report on the page, by its id.
        words: of the reader's language.
    """
    reports = [told for told in case.reports().values() if told]
    reports.sort(key=lambda told: order_of(told[0].report))
    return (
        *_events(case, words),
        *(_published(case, told, anchors, words) for told in reports),
    )


def order_of(report: Report) -> tuple[bool, str, str]:
    """Return what reports are put in order by: the earliest published first, undated ones last."""
    published = report.published
    return published is None, published.at.isoformat() if published else "", report.id


def _events(case: Case, words: Labels) -> Iterator[Moment]:
    spans: dict[tuple[str, str], list[Told]] = {}
    for told in case.told:
        if told.claim.time:
            key = told.claim.time.first.isoformat(), told.claim.time.last.isoformat()
            spans.setdefault(key, []).append(told)
    for (first, last), tellers in sorted(spans.items()):
        time = tellers[0].claim.time
        if time is not None:
            yield Moment(
                when=words.days(time.first, time.last),
                machine=first if first == last else f"{first}/{last}",
                is_event=True,
                numbers=tuple(each.number for each in tellers),
            )


def _published(
    case: Case, told: Sequence[Told], anchors: Mapping[ReportId, str], words: Labels
) -> Moment:
    report = told[0].report
    names = dict.fromkeys(type_name(each.claim.type, words) for each in told)
    return Moment(
        when=words.published(report.published),
        machine=report.published.isoformat() if report.published else None,
        is_event=False,
        report=anchors[report.id],
        title=headline(report),
        publisher=report.publisher,
        types=words["number"]["comma"].join(names),
        amounts=tuple(_amounts(case, told, words)),
        numbers=tuple(each.number for each in told),
        is_copy=all(each.account.copy_of for each in told),
        is_taken_back=_is_taken_back(case, told),
    )


def headline(report: Report) -> str:
    """Return the title of a report, or its first line."""
    return " ".join((report.title or report.text.strip().partition("\n")[0]).split())


def _amounts(case: Case, told: Sequence[Told], words: Labels) -> Iterator[str]:
    claims = {each.claim.id for each in told}
    for figure in case.incident.figures:
        if figure.group is not None:
            continue
        for value in figure.values:
            if claims & set(value.claims):
                amount = words.amount(value.least, value.most)
                yield f"{words['count_role'][figure.role]}: {amount}"


def _is_taken_back(case: Case, told: Sequence[Told]) -> bool:
    claims = {each.claim.id for each in told}
    values = [
        value
        for figure in case.incident.figures
        for value in figure.values
        if claims & set(value.claims)
    ]
    return bool(values) and not any(value.is_standing for value in values)
