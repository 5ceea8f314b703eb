"""Build `knowledge/tables/places/extents.tsv`, `country_parts.tsv` and `borders.tsv` from the places of the gazetteer.

    python scripts/build_extents.py

How far a country, governorate or district reaches is taken from the places that lie in it; where a border runs,
from the pairs of places that lie on either side of it. Regions that no place names as its parent have
their radius in the list below. Run it again when the tables of places have changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from riwaya.knowledge.distances import kilometres_apart
from riwaya.knowledge.gazetteer import gazetteer
from riwaya.knowledge.geometry import midpoint
from riwaya.knowledge.place_entries import GazetteerEntry

PLACES = Path(__file__).parents[1] / "src" / "riwaya" / "knowledge" / "tables" / "places"
AREAS = frozenset(
    {"region", "desert", "river", "sea", "gulf", "strait", "governorate", "valley", "country"}
)
PARENTS = ("country", "governorate", "district")
WHOLES = (*PARENTS, "region", "desert")
ENOUGH, FEW = 8, 3
MARGIN_KM = 3.0
BORDER_GAPS_KM = (40.0, 90.0, 160.0)
"""How far two places on either side of a border lie apart at most; the next where too few do."""
ENOUGH_OF_A_BORDER = 2
APART_KM = 30.0
ENOUGH_FOR_PARTS = 25
SIDE = 0.45
"""How much of a country's length and width its north, south, east or west is."""
BY_HAND: Mapping[str, float] = {
    name: float(radius)
    for name, radius in (
        pair.split("=")
        for pair in """
        eg-sinai=160 eg-central-sinai=90 eg-upper-egypt=350 eg-western-desert=480 eg-eastern-desert=400
        eg-nile-delta=110 eg-bahariya-oasis=50 eg-halaib-triangle=150 iq-kurdistan-region=200
        iq-nineveh-plains=60 iq-jazira-of-iraq=150 iq-western-desert=250 iq-baghdad-belts=60
        iq-jurf-as-sakhar=15 iq-hamrin=80 iq-marshes=100 iq-middle-euphrates=120 iq-disputed-territories=200
        lb-jroud-arsal=20 lb-jroud-ras-baalbek=15 lb-shebaa-farms=12 lb-eastern-mountain-range=70 lb-shouf=20
        ly-tripolitania=420 ly-cyrenaica=750 ly-fezzan=550 ly-western-libya=260 ly-eastern-libya=450
        ly-southern-libya=650 ly-nafusa-mountains=130 ly-jabal-al-akhdar=90 ly-libyan-oil-crescent=150
        ly-sirte-basin=250 ly-al-bawanis=30 sa-southern-saudi-border=350 sa-hejaz=500 sa-al-ahsa=60
        dz-kabylie=100 ma-rif=200 eh-western-sahara=500 es-catalonia=170 so-jubaland=300 so-puntland=400
        so-somaliland=350 so-galmudug=280 so-hirshabelle=200 ps-west-bank=70 ps-gaza-strip=24
        ps-east-jerusalem=10 ps-jordan-valley=60 ps-masafer-yatta=10 ps-al-mawasi=8 il-negev=110
        il-galilee=45 il-gaza-envelope=30 il-finger-of-galilee=20 sd-darfur=550 sd-kordofan=420
        sd-al-fashaga=50 sd-eastern-sudan=400 sd-abyei=100 sy-eastern-ghouta=14 sy-western-ghouta=18
        sy-qalamun=45 sy-golan-heights=45 sy-syrian-desert=230 sy-hauran=60 sy-syrian-coast=75
        sy-al-ghab-plain=45 sy-northwestern-syria=90 sy-northeastern-syria=190 sy-al-lajat=25
        sy-al-jazira=190 sy-yarmouk-basin=20 sy-al-marj=10 sy-sahl-al-ruj=12 sy-dabiq-plain=15
        sy-furunluq-forest=8 tr-southeastern-anatolia=300 tr-anatolia=800 xx-persian-gulf-states=1100
        xx-horn-of-africa=1400 xx-sahel=2600 xx-middle-east=2200 xx-north-africa=2800 xx-west-africa=1900
        xx-east-africa=1900 xx-central-africa=1500 xx-lake-chad-basin=600 xx-maghreb=1800 xx-levant=450
        xx-arabian-peninsula=1500 xx-korean-peninsula=600 xx-balkans=750 xx-caucasus=500 xx-central-asia=1700
        xx-southeast-asia=3000 xx-south-asia=2200 xx-europe=3000 xx-asia=5500 xx-africa=4500
        xx-latin-america=6000 xx-eastern-mediterranean=500 xx-kashmir=250 xx-nagorno-karabakh=80 xx-sahara=2800
        ua-crimea=170 ua-donbas=180 ru-chechnya=90 ru-dagestan=220 ru-ingushetia=60 ru-kursk-oblast=130
        ru-belgorod-oblast=140 ru-siberia=3000 pk-waziristan=100 pk-north-waziristan=60 pk-south-waziristan=70
        ml-azawad=800 ml-northern-mali=700 ml-central-mali=350 ne-diffa=250 ne-tillaberi=220 ne-agadez=600
        cd-north-kivu=200 cd-south-kivu=200 cd-ituri=200 cn-tibet=1300 ge-abkhazia=90 ge-south-ossetia=50
        ye-west-coast-of-yemen=120 ye-tihamah=200 ye-hadhramaut-coast=150 ye-yafa=40 ye-southern-yemen=500
        ye-ar-rub-al-khali=500 ye-ash-sharafayn=20
        ly-tripoli=25 ly-benghazi=60 ly-misratah=60 ly-surt=130 ly-sabha=70 ly-az-zawiyah=40 ly-darnah=70
        ly-murzuq=250 ly-al-kufrah=450 ly-ghat=130 ly-al-jifarah=60 ly-nalut=120
        ps-gaza=14 ps-north-gaza=9 ps-deir-al-balah=9 ps-khan-yunis=13 ps-rafah=10 ps-jenin=22 ps-tulkarm=18
        ps-tubas=22 ps-nablus=24 ps-qalqilya=15 ps-salfit=15 ps-ramallah-and-al-bireh=30 ps-jericho=30
        ps-jerusalem=22 ps-bethlehem=26 ps-hebron=32 eg-cairo=45 lb-keserwan-jbeil=30 eg-faiyum=45
        eg-luxor=60 eg-port-said=40 sy-damascus=12 sy-damascus-countryside=60 lb-beirut=7 iq-halabja=35
        """.split()
    )
}


def main() -> None:
    """Write the tables."""
    places = list(gazetteer().entries())
    write("extents.tsv", "id\tcountry\tenglish\tradius_km", sorted(extents(places)))
    write(
        "country_parts.tsv",
        "country\tside\tlatitude\tlongitude\tradius_km",
        sorted(country_parts(places)),
    )
    write("borders.tsv", "one\tother\tpoints", sorted(borders(places)))


def write(name: str, header: str, lines: Iterable[str]) -> None:
    """Write a table."""
    rows = [header, *lines]
    (PLACES / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows) - 1} rows")


def extents(places: Sequence[GazetteerEntry]) -> Iterator[str]:
    """Yield the radius of every country, division and region whose radius can be told."""
    members: dict[tuple[str, str], list[GazetteerEntry]] = defaultdict(list)
    for place in places:
        if place.exact and place.kind not in AREAS and place.country:
            members[place.country, ""].append(place)
            if place.parent:
                members[place.country, place.parent].append(place)
    known: dict[tuple[str, str], float] = {}
    rows = [place for place in places if place.kind in WHOLES]
    for place in sorted(rows, key=lambda place: WHOLES.index(place.kind)):
        name = "" if place.kind == "country" else place.english
        radius = BY_HAND.get(place.id)
        if radius is None and place.kind in PARENTS:
            radius = reach(place, members[place.country, name] if place.country else ())
        if radius is None:
            radius = known.get((place.country, place.english.removesuffix(" Countryside")))
        if radius is not None:
            known.setdefault((place.country, name), radius)
            yield f"{place.id}\t{place.country}\t{name}\t{radius:.0f}"


def reach(area: GazetteerEntry, members: Sequence[GazetteerEntry]) -> float | None:
    """Return the radius that holds the places of an area, but for a few that may be misfiled."""
    middle = area.latitude, area.longitude
    apart = sorted(kilometres_apart(middle, (m.latitude, m.longitude)) for m in members)
    if len(apart) < FEW:
        return None
    share = 0.99 if area.kind == "country" else 0.95
    last = apart[-1] if len(apart) < ENOUGH else apart[int(share * (len(apart) - 1))]
    return last * 1.1 + MARGIN_KM


def country_parts(places: Sequence[GazetteerEntry]) -> Iterator[str]:
    """Yield for each side of each country the circle that holds the places there.

    A country is no disc, and its people do not live all over it: the north of Libya is its coast.
    """
    of: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for place in places:
        if place.exact and place.kind not in AREAS and place.country:
            of[place.country].append((place.latitude, place.longitude))
    for country, points in of.items():
        if len(points) < ENOUGH_FOR_PARTS:
            continue
        for side, chosen in sided(points):
            if len(chosen) >= FEW:
                middle = midpoint(chosen)
                apart = sorted(kilometres_apart(middle, point) for point in chosen)
                radius = apart[int(0.97 * (len(apart) - 1))] + MARGIN_KM
                yield f"{country}\t{side}\t{middle[0]:.3f}\t{middle[1]:.3f}\t{radius:.0f}"


def sided(points: Sequence[tuple[float, float]]) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Yield the points of each side of a country: its outer parts, by latitude and longitude."""
    rows, columns = sorted(p[0] for p in points), sorted(p[1] for p in points)
    trim = len(points) // 50
    south, north = rows[trim], rows[-1 - trim]
    west, east = columns[trim], columns[-1 - trim]
    high, wide = SIDE * (north - south), SIDE * (east - west)
    halves = {
        "north": {p for p in points if p[0] >= north - high},
        "south": {p for p in points if p[0] <= south + high},
        "east": {p for p in points if p[1] >= east - wide},
        "west": {p for p in points if p[1] <= west + wide},
    }
    for name, found in halves.items():
        yield f"{name}_of", sorted(found)
    for first in ("north", "south"):
        for second in ("east", "west"):
            yield f"{first}{second}_of", sorted(halves[first] & halves[second])


def borders(places: Sequence[GazetteerEntry]) -> Iterator[str]:
    """Yield for each two countries points along their border."""
    settled = [p for p in places if p.exact and p.kind not in AREAS and p.country]
    cells: dict[tuple[int, int], list[GazetteerEntry]] = defaultdict(list)
    for place in settled:
        cells[int(place.latitude // 2), int(place.longitude // 2)].append(place)
    pairs: dict[tuple[str, str], list[tuple[float, tuple[float, float]]]] = defaultdict(list)
    for place in settled:
        row, column = int(place.latitude // 2), int(place.longitude // 2)
        for other in (
            o for r in (-1, 0, 1) for c in (-1, 0, 1) for o in cells[row + r, column + c]
        ):
            if place.country < other.country:
                one, two = (place.latitude, place.longitude), (other.latitude, other.longitude)
                apart = kilometres_apart(one, two)
                if apart <= BORDER_GAPS_KM[-1]:
                    pairs[place.country, other.country].append((apart, midpoint([one, two])))
    for (first, second), found in pairs.items():
        chosen = thinned(found)
        yield f"{first}\t{second}\t" + ";".join(f"{p[0]:.2f},{p[1]:.2f}" for p in chosen)


def thinned(found: Sequence[tuple[float, tuple[float, float]]]) -> list[tuple[float, float]]:
    """Keep points that lie apart, those between the nearest places first."""
    kept: list[tuple[float, float]] = []
    for gap in BORDER_GAPS_KM:
        for apart, point in sorted(found):
            if apart <= gap and all(kilometres_apart(point, each) > APART_KM for each in kept):
                kept.append(point)
        if len(kept) >= ENOUGH_OF_A_BORDER:
            break
    return sorted(kept)


if __name__ == "__main__":
    main()
