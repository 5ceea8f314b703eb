"""Pages are well formed, escaped, the same every time, and lead nowhere but where they say."""

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from riwaya.arabic.joining import JOINER
from riwaya.brief import write
from riwaya.errors import UnknownRecordError
from riwaya.records.incident import Incident, IncidentId
from tests.brief.an_incident import ODD, SECOND, the_incident, the_reports, trace
from tests.brief.html import Page, read

LANGUAGES = {"en": ("index.html", "ltr"), "ar": ("index.ar.html", "rtl")}


def written(out: Path, *incidents: Incident, is_one: bool = False) -> dict[str, Path]:
    """Write pages of incidents and return them by name."""
    found = write(out, incidents, the_reports(), trace=trace, is_one=is_one)
    return {path.name: path for path in found}


@pytest.fixture
def one(tmp_path: Path) -> dict[str, Path]:
    return written(tmp_path, the_incident(), is_one=True)


@pytest.fixture
def store(tmp_path: Path) -> dict[str, Path]:
    incident = the_incident()
    bare = replace(
        incident, id=IncidentId("i2"), title="حادث بلا مكان", place=None, first=None, last=None,
        figures=(), relations=(),
    )  # fmt: skip
    return written(tmp_path, incident, bare)


def test_the_page_to_open_first_comes_first(tmp_path: Path) -> None:
    found = write(tmp_path, [the_incident()], the_reports(), trace=trace)
    assert [path.name for path in found] == [
        "index.html", "index.ar.html", "incident-i0123456789abcdef.html",
        "incident-i0123456789abcdef.ar.html",
    ]  # fmt: skip
    assert all(path.parent == tmp_path for path in found)


def test_every_page_is_well_formed_and_every_link_leads_somewhere(store: dict[str, Path]) -> None:
    assert len(store) == 6
    for path in store.values():
        page = read(path)
        assert len(page.ids) == len(set(page.ids)), path.name
        for link in page.all("a"):
            target = link["href"]
            if target.startswith("#"):
                assert target[1:] in page.ids, (path.name, target)
            elif not target.startswith("https://example.org/"):
                assert (path.parent / target).exists(), (path.name, target)


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_and_direction_are_declared(one: dict[str, Path], language: str) -> None:
    name, direction = LANGUAGES[language]
    page = read(one[name])
    (html,) = page.all("html")
    assert (html["lang"], html["dir"]) == (language, direction)
    (heading,) = page.all("h1")
    assert (heading["lang"], heading["dir"]) == ("ar", "rtl")
    assert all(each["dir"] == "rtl" for each in page.all("div", class_="text"))


def test_what_reports_say_is_never_read_as_more_than_words(one: dict[str, Path]) -> None:
    for path in one.values():
        raw = path.read_text(encoding="utf-8")
        page = read(path)
        assert "<script" not in raw
        assert not page.all("script")
        assert all(each["class"] == "stated" for each in page.all("b") if each.attributes)
        assert any(each.text.strip() == ODD for each in page.all("h3"))
        assert any("جريدة <b>الساحل</b>" in each.text for each in page.all("bdi"))
        assert "javascript:" not in raw


def test_only_the_web_can_be_linked_to(one: dict[str, Path]) -> None:
    for path in one.values():
        outside = [a["href"] for a in read(path).all("a") if ":" in a["href"]]
        assert outside == ["https://example.org/2"]


def test_nothing_is_loaded(one: dict[str, Path]) -> None:
    for path in one.values():
        raw = path.read_text(encoding="utf-8")
        page = read(path)
        (policy,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
        assert policy["content"].startswith("default-src 'none'")
        assert not re.search(r"@import|url\((?!#)", raw)
        loading = {"img", "iframe", "object", "embed", "audio", "video", "source", "form"}
        assert not [each.tag for each in page.elements if each.tag in loading]
        assert [each["href"] for each in page.all("link")] == ["data:,"]


def test_the_evidence_of_a_report_is_marked_exactly(one: dict[str, Path]) -> None:
    page = read(one["index.html"])
    texts = [each.text for each in page.all("div", class_="text")]
    assert texts[1].replace(JOINER, "").split() == SECOND.split()
    anchored = [mark for mark in page.all("mark") if mark.attributes.get("id")]
    found = {mark["id"]: mark.text.replace(JOINER, "") for mark in anchored}
    at = {words: f"report-2-{SECOND.index(words)}" for words in ("الأسر", "أُسروا", "أسيرا")}
    assert {words: found[name] for words, name in at.items()} == {words: words for words in at}
    assert found[f"report-2-{SECOND.index('لأسرى') + 1}"] == "لأسرى"


def test_every_account_leads_to_its_words(one: dict[str, Path]) -> None:
    page = read(one["index.html"])
    rows = [each for each in page.all("tr") if each.attributes.get("id", "").startswith("account")]
    assert [row["id"] for row in rows] == [f"account-{n}" for n in range(1, 7)]
    links = [a["href"] for a in page.all("a", class_="to-report")]
    assert len(links) == 6
    assert set(links) <= {f"#{each['id']}" for each in page.all("mark") if "id" in each.attributes}


def test_accounts_of_one_root_stand_together_and_a_copy_says_so(one: dict[str, Path]) -> None:
    page = read(one["index.html"])
    rows = [each for each in page.all("tr") if "id" in each.attributes]
    assert "copy" in rows[1]["class"]
    assert "repeats the words of no. 1" in rows[1].text
    assert [each.text.split("Root")[0].strip() for each in page.all("tr", class_="strand")] == [
        f"Independent account {n}" for n in (1, 2, 3)
    ]


@pytest.mark.parametrize(("name", "words"), [("index.html", "en"), ("index.ar.html", "ar")])
def test_the_page_says_who_says_how_many(one: dict[str, Path], name: str, words: str) -> None:
    page = read(one[name])
    bars = bars_of(page)
    shown = {
        "en": [("21 or more", False), ("30", False), ("18 to 22", True), ("25", False)],
        "ar": [("٢١ فأكثر", False), ("٣٠", False), ("من ١٨ إلى ٢٢", True), ("٢٥", False)],
    }
    assert bars[:4] == shown[words]


def bars_of(page: Page) -> list[tuple[str, bool]]:
    """Return the amount of each bar, and whether it was taken back."""
    bars = [each for each in page.all("li") if each.attributes.get("class", "").startswith("bar ")]
    amounts = page.all("b", class_="stated")
    return [
        (amount.text, "taken-back" in bar["class"])
        for bar, amount in zip(bars, amounts, strict=True)
    ]


def test_the_same_records_make_the_same_bytes(tmp_path: Path) -> None:
    first = written(tmp_path / "a", the_incident())
    second = {
        path.name: path
        for path in write(tmp_path / "b", [the_incident()], reversed(the_reports()), trace=trace)
    }
    assert first.keys() == second.keys()
    for name, path in first.items():
        assert path.read_bytes() == second[name].read_bytes()


def test_pages_of_an_earlier_time_are_removed_and_other_files_kept(tmp_path: Path) -> None:
    written(tmp_path, the_incident())
    (tmp_path / "incident-of-mine.html").write_text("<p>mine")
    written(tmp_path, the_incident(), is_one=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "incident-of-mine.html", "index.ar.html", "index.html",
    ]  # fmt: skip


def test_no_id_leads_out_of_the_folder(tmp_path: Path) -> None:
    odd = replace(the_incident(), id=IncidentId("../../etc/x y"))
    found = written(tmp_path / "out", odd)
    assert {path.parent for path in found.values()} == {tmp_path / "out"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_store_without_incidents_has_a_page(tmp_path: Path) -> None:
    found = written(tmp_path)
    assert sorted(found) == ["index.ar.html", "index.html"]
    assert "No account says where" in read(found["index.html"]).all("main")[0].text


def test_a_report_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownRecordError, match="report copy"):
        write(tmp_path, [the_incident()], the_reports()[:1], trace=trace)


PAIRS = [
    *((ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "card", "ground")),
    *((f"side-{side}", "card") for side in ("own", "opposing", "third", "unknown")),
    *((name, "card") for name in ("single", "corroborated", "admitted", "contested", "denied")),
    *((name, "paper") for name in ("single", "corroborated", "admitted", "contested", "denied")),
    *(("ink", role) for role in ("trigger", "agent", "target", "place", "time", "count", "source",
                                 "via")),
]  # fmt: skip


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_words_stand_out_from_their_ground(scheme: int) -> None:
    sheet = (files("riwaya.brief") / "templates" / "style.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", sheet, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", blocks[scheme]))
    for ink, ground in PAIRS:
        ratio = contrast(colours[ink], colours[ground])
        assert ratio >= 4.5, f"{ink} on {ground}: {ratio:.2f}"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG reckons it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
