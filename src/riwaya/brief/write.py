"""Write the pages: one for all incidents and one for each, in either language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from riwaya.brief.case import Case, Trace, case_of
from riwaya.brief.incident_page import incident_page
from riwaya.brief.labels import Labels, Language, labels
from riwaya.brief.overview import Glance, glance, overview
from riwaya.records.coded import CodedReport
from riwaya.records.incident import Incident

_INDEX = "index"
_OURS = "incident-*.html"
_SIGN = b'<meta name="generator" content="riwaya '


def write(
    out: Path,
    incidents: Iterable[Incident],
    reports: Iterable[CodedReport],
    *,
    trace: Trace,
    is_one: bool = False,
) -> tuple[Path, ...]:
    """Write pages that need nothing but a browser, and return their files, the first to open first.

    `index.html` is in English and `index.ar.html` in Arabic. The same records make the same bytes.

    Args:
        out: the folder; it is made where it is missing. Pages of incidents that stand in it from
            an earlier time are removed.
        incidents: in the order in which they are shown.
        reports: at least those that the incidents rest on.
        trace: follows a claim back to where it comes from.
        is_one: whether the index is the page of the only incident, and not one of all.

    Raises:
        UnknownRecordError: an incident rests on a report that is not among those given.
    """
    known = {coded.report.id: coded for coded in reports}
    out.mkdir(parents=True, exist_ok=True)
    for old in sorted(out.glob(_OURS)):
        if _SIGN in old.read_bytes()[:2000]:
            old.unlink()
    cases = (case_of(incident, known, trace) for incident in incidents)
    made = _only(cases) if is_one else _all(cases)
    written = []
    for name, page in made:
        path = out / name
        path.write_bytes(page.encode("utf-8", "xmlcharrefreplace"))
        written.append(path)
    first = [_file(_INDEX, language) for language in Language]
    return tuple(sorted(written, key=lambda path: (path.name not in first, *_order(path.name))))


def _order(name: str) -> tuple[str, str]:
    """Return what files are put in order by: English before Arabic."""
    stem, _, ending = name.partition(".")
    return stem, "" if ending == "html" else ending


def _only(cases: Iterable[Case]) -> Iterator[tuple[str, str]]:
    for case in cases:
        for language in Language:
            yield _file(_INDEX, language), _incident(case, language, _INDEX, is_alone=True)


def _all(cases: Iterable[Case]) -> Iterator[tuple[str, str]]:
    glances: dict[Language, list[Glance]] = {language: [] for language in Language}
    for case in cases:
        stem = f"incident-{_plain(case.incident.id)}"
        for language in Language:
            name = _file(stem, language)
            yield name, _incident(case, language, stem, is_alone=False)
            glances[language].append(glance(case, name, labels(language)))
    for language in Language:
        yield _file(_INDEX, language), _overview(glances[language], language)


def _plain(identity: str) -> str:
    """Return an id as it can stand in the name of a file: no id leads out of the folder."""
    if re.fullmatch(r"[A-Za-z0-9_-]{1,80}", identity):
        return identity
    return sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _file(stem: str, language: Language) -> str:
    return f"{stem}.html" if language is Language.ENGLISH else f"{stem}.{language}.html"


def _incident(case: Case, language: Language, stem: str, *, is_alone: bool) -> str:
    words = labels(language)
    return _rendered(
        "incident.html.jinja",
        words,
        stem,
        page=incident_page(case, words),
        home=None if is_alone else _file(_INDEX, language),
    )


def _overview(glances: Sequence[Glance], language: Language) -> str:
    words = labels(language)
    return _rendered("overview.html.jinja", words, _INDEX, page=overview(glances, words), home=None)


def _rendered(template: str, words: Labels, stem: str, **values: object) -> str:
    return (
        _environment()
        .get_template(template)
        .render(
            words=words,
            other=labels(words.language.other),
            other_file=_file(stem, words.language.other),
            style=_style(),
            version=version("riwaya"),
            **values,
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("riwaya.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _style() -> Markup:
    """Return the style sheet, which stands in every page."""
    sheet = files("riwaya.brief") / "templates" / "style.css"
    return Markup(sheet.read_text(encoding="utf-8"))  # noqa: S704  # our own file, no one's input
