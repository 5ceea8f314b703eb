"""Do two tellings tell of one occurrence? What speaks for it, and what against?"""

from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from riwaya.errors import UnknownChoiceError
from riwaya.knowledge.actors import registry
from riwaya.knowledge.distances import kilometres_apart
from riwaya.knowledge.sides import side
from riwaya.reconcile.tables import types, weights
from riwaya.reconcile.tellings import Spot, Telling
from riwaya.records.claim import Side
from riwaya.records.incident import Comparison, Part

_SAME_KM = 4.0
_MARGIN_KM = 15.0
_MOST_DAYS_BEFORE = 7
_NEAR_DAYS = 3
_SMALL = 2
_FAR = 3.0
_MOST_BITS = 80.0
_MOST_PHRASES = 3
_VAGUE_KM = 60.0
_PROVINCE_KM = 70.0
"""How far a place may be from the city that its province is named after."""
_LOOSE_DAYS = 2


class Seen(NamedTuple):
    """An observation by its name in the table of weights, how strong it is, and its words."""

    name: str
    times: float = 1.0
    what: str = ""


class Barrier(NamedTuple):
    """What forbids two tellings to be of one occurrence, whatever else speaks for it."""

    reason: str


def score(one: Telling, other: Telling) -> int | None:
    """Return the log-odds in thousandths that two tellings are of one occurrence.

    None where it cannot be. Thousandths are whole, so that sums do not depend on their order.
    """
    if barrier(one, other):
        return None
    of = weights().parts
    total = of["start.prior"].weight
    for each in seen(one, other):
        total += of[each.name].weight * each.times
    return round(1000 * total)


def compare(one: Telling, other: Telling) -> Comparison:
    """Return the same with all that was weighed, each part with its reason."""
    of = weights().parts
    parts = [
        Part(name="start.prior", weight=of["start.prior"].weight, reason=of["start.prior"].says)
    ]
    parts += [
        Part(
            name=each.name,
            weight=round(of[each.name].weight * each.times, 3),
            reason=of[each.name].says.replace("{}", each.what),
        )
        for each in seen(one, other)
    ]
    stopped = barrier(one, other)
    return Comparison(
        left=one.id,
        right=other.id,
        score=round(sum(part.weight for part in parts), 3),
        parts=tuple(parts),
        barrier=stopped.reason if stopped else None,
    )


def barrier(one: Telling, other: Telling) -> Barrier | None:
    """Return what keeps two tellings apart for certain, None where nothing does."""
    if one.report == other.report:
        return Barrier("one report tells them apart")
    if one.is_dated and other.is_dated and _gap(one, other) > 1:
        return Barrier("their times do not meet")
    for dated, undated in ((one, other), (other, one)):
        published = undated.published
        if dated.is_dated and not undated.is_dated and published and dated.first > published + 1:
            return Barrier("one is later than the publication of the other")
    if _place(one, other) == "apart":
        return Barrier("their places are apart")
    return None


def seen(one: Telling, other: Telling) -> Iterator[Seen]:
    """Yield all that is observed of two tellings."""
    yield _types(one, other)
    yield _times(one, other)
    place = _place(one, other)
    if place in ("unknown", "vague") and _borrowed(one, other):
        place = "borrowed"
    if place != "apart":
        yield Seen(f"place.{place}", what=_named(one.spots, other.spots))
    yield from _who(one, other)
    yield from _figures(one, other)
    yield from _wording(one, other)
    if one.leads and other.leads:
        yield Seen("lead.both")
    elif one.leads or other.leads:
        yield Seen("lead.one")


def _types(one: Telling, other: Telling) -> Seen:
    known = types().kin
    acts = one.acts & other.acts
    if acts:
        return Seen("type.same", what=_list(acts))
    outcomes = one.outcomes & other.outcomes
    if one.acts and other.acts:
        kin = any(known.get(a, _NONE) & known.get(b, _NONE) for a in one.acts for b in other.acts)
        if kin:
            return Seen("type.kin", what=_list(one.acts | other.acts))
        return Seen("type.unlike", what=_list(one.acts | other.acts))
    if outcomes:
        return Seen("type.outcome", what=_list(outcomes))
    if one.families & other.families:
        return Seen("type.cause", what=_list(one.acts | one.outcomes | other.acts | other.outcomes))
    return Seen("type.unlike", what=_list(one.acts | other.acts))


_NONE: frozenset[str] = frozenset()


def _times(one: Telling, other: Telling) -> Seen:
    if one.is_dated and other.is_dated:
        return _both_dated(one, other)
    if one.is_dated or other.is_dated:
        dated, undated = (one, other) if one.is_dated else (other, one)
        return _one_dated(dated, undated)
    return _undated(one, other)


def _both_dated(one: Telling, other: Telling) -> Seen:
    if _gap(one, other) > 0:
        return Seen("time.next_day")
    if one.is_long or other.is_long:
        return Seen("time.loose")
    if max(one.last - one.first, other.last - other.first) > _LOOSE_DAYS:
        return Seen("time.overlap")
    return Seen("time.same_day", what=date.fromordinal(max(one.first, other.first)).isoformat())


def _one_dated(dated: Telling, undated: Telling) -> Seen:
    if not undated.published:
        return Seen("time.half")
    before = undated.published - dated.last
    if before <= 1:
        return Seen("time.fresh")
    return Seen("time.before" if before <= _MOST_DAYS_BEFORE else "time.long_before")


def _undated(one: Telling, other: Telling) -> Seen:
    if not (one.published and other.published):
        return Seen("time.half" if one.published or other.published else "time.unknown")
    days = abs(one.published - other.published)
    if days <= 1:
        return Seen("time.together")
    return Seen("time.near") if days <= _NEAR_DAYS else Seen("time.apart", what=str(days))


def _gap(one: Telling, other: Telling) -> int:
    return max(one.first - other.last, other.first - one.last)


def _place(one: Telling, other: Telling) -> str:
    if not (one.spots and other.spots):
        return "unknown"
    best = "apart"
    for left in one.spots:
        for right in other.spots:
            found = _between(left, right)
            if _RANK[found] < _RANK[best]:
                best = found
    return best


_RANK = {
    name: rank
    for rank, name in enumerate(
        ("same", "city", "within", "near", "vague", "province", "unknown", "off", "apart")
    )
}


def _between(left: Spot, right: Spot) -> str:
    is_named = bool(left.name) and left.name == right.name
    if left.latitude is None or right.latitude is None:
        return "city" if is_named else "unknown"
    apart, reach = _kilometres(left, right), left.radius_km + right.radius_km
    widest = max(left.radius_km, right.radius_km)
    is_exact = left.is_exact and right.is_exact
    is_large = left.is_city or right.is_city
    if is_exact and apart <= (_MARGIN_KM if is_named else max(_SAME_KM, widest)):
        return "city" if is_large else "same"
    if apart <= reach and is_named and is_large:
        return "city"
    if apart <= reach:
        return "within" if is_named or widest <= _VAGUE_KM else "vague"
    return _outside(apart - reach, is_large=is_large)


def _outside(kilometres: float, *, is_large: bool) -> str:
    if kilometres <= _MARGIN_KM:
        return "near"
    if kilometres <= _PROVINCE_KM:
        return "province" if is_large else "off"
    return "apart"


def _kilometres(left: Spot, right: Spot) -> float:
    assert left.latitude is not None and right.latitude is not None  # noqa: S101, PT018
    assert left.longitude is not None and right.longitude is not None  # noqa: S101, PT018
    return kilometres_apart((left.latitude, left.longitude), (right.latitude, right.longitude))


def _borrowed(one: Telling, other: Telling) -> bool:
    for placed, other_places in ((one.spots, other.elsewhere), (other.spots, one.elsewhere)):
        if any(_between(a, b) in ("same", "city") for a in placed for b in other_places):
            return True
    return False


def _who(one: Telling, other: Telling) -> Iterator[Seen]:
    agents = one.agents & other.agents
    if agents:
        yield Seen("who.agent", what=_list(agents))
    elif one.agents and other.agents and _are_opposed(one, other):
        yield Seen("who.opposed")
    targets = one.targets & other.targets
    if targets:
        yield Seen("who.target", what=_list(targets))
    words = len(one.target_words & other.target_words)
    if words:
        yield Seen("who.words", times=min(words, 3))


def _are_opposed(one: Telling, other: Telling) -> bool:
    on = date.fromordinal(one.published or one.last) if one.published or one.last else None
    return any(stand_opposed(a, b, on) for a in one.agents for b in other.agents)


@lru_cache(maxsize=100_000)
def stand_opposed(one: str, other: str, on: date | None) -> bool:
    """Tell whether two actors were on opposing sides on a day; an unlisted one is on none."""
    try:
        return side(registry().actor(one), registry().actor(other), on) is Side.OPPOSING
    except UnknownChoiceError:
        return False


def _figures(one: Telling, other: Telling) -> Iterator[Seen]:
    roles = {a.role for a in one.amounts} & {a.role for a in other.amounts}
    for role in sorted(roles):
        pairs = [
            (a, b)
            for a in one.amounts
            if a.role is role
            for b in other.amounts
            if b.role is role and a.group == b.group
        ]
        equal = [a for a, b in pairs if (a.least, a.most) == (b.least, b.most)]
        if equal:
            most = max(a.least for a in equal)
            yield Seen("figure.equal" if most > _SMALL else "figure.small", what=f"({role} {most})")
        elif any(a.meets(b) for a, b in pairs):
            yield Seen("figure.meets")
        elif pairs:
            far = all(_ratio(a.least, b.least) > _FAR for a, b in pairs)
            yield Seen("figure.far" if far else "figure.close")


def _ratio(one: int, other: int) -> float:
    return max(one, other) / max(min(one, other), 1)


def _wording(one: Telling, other: Telling) -> Iterator[Seen]:
    shared = 0.0
    if one.words and other.words:
        shared = sum(one.words[word] for word in one.words.keys() & other.words.keys())
        if shared:
            alike = shared / sqrt(sum(one.words.values()) * sum(other.words.values()))
            yield Seen("wording.shared", min(shared, _MOST_BITS) / 10, f"{shared:.0f}")
            yield Seen("wording.alike", alike, f"{100 * alike:.0f} %")
        else:
            yield Seen("wording.none")
    phrases = len(set(one.phrases).intersection(other.phrases)) if shared else 0
    if phrases:
        yield Seen("wording.phrase", min(phrases, _MOST_PHRASES), str(phrases))
    if shared and any(a.copies(b) for a in one.passages for b in other.passages):
        yield Seen("wording.copied")


def _named(*spots: Collection[Spot]) -> str:
    names = [{spot.name for spot in each if spot.name} for each in spots]
    return _list(names[0] & names[1] or names[0] | names[1])


def _list(names: Collection[str]) -> str:
    return ", ".join(sorted(name.replace("_", " ") for name in names)[:3])
