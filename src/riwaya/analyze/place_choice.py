"""Choose which place each name means, where several bear it."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp, log, log10
from typing import NamedTuple

from riwaya.analyze.place_sightings import Sighting
from riwaya.knowledge.countries import countries
from riwaya.knowledge.distances import kilometres_apart
from riwaya.knowledge.extents import circle_of, precision_of
from riwaya.knowledge.place_entries import GazetteerEntry
from riwaya.knowledge.place_kinds import SETTLEMENTS
from riwaya.records.claim import Relation
from riwaya.records.reading import RivalPlace, Sentence, Tag, Token

# What evidence is worth, in natural logarithms of odds.
_PROMINENCE, _MOST_PROMINENT, _PEOPLE = 0.8, 7.0, 0.35
_SAME_KIND, _LIKE_KIND, _OTHER_KIND = 3.5, 1.5, -2.0
_UNSAID = {
    "country": 0.8, "region": -2.2, "governorate": -0.4, "district": -0.8, "airport": -1.5,
    "port": -1.5, "base": -1.0, "crossing": -1.0, "camp": -1.0, "oil_field": -1.5, "road": -1.5,
    "prison": -1.5, "gate": -1.0, "square": -1.0,
}  # fmt: skip
"""What a place of a kind gains or loses where no word says the kind."""
_NATION_SAID, _OTHER_NATION = 6.0, -3.0
_BESIDE, _FAR_FROM_BESIDE = 4.0, -2.0
_APART_BESIDE, _APART_KM = 2.0, 250.0
_COUNTRY, _UNSEEN = 1.2, 0.5
_NEARNESS, _NEAR_KM = 1.5, 80.0
# How much a word tells of the country that a report is about.
_NAME_VOTE, _DOUBTFUL_VOTE, _NATION_VOTE = 1.0, 0.3, 0.4

_KNOWN_ALL_OVER = frozenset({"country", "capital", "region", "sea", "gulf", "strait"})
_WELL_KNOWN = 500_000
_TOWNS = SETTLEMENTS - {"capital"}
_SURE = 0.9
_ATTACHED = 3
_AROUND_KM = 30.0
_MOST_RIVALS, _LEAST_RIVAL = 3, 0.01


class Choice(NamedTuple):
    """The place that a name means, how likely it does, and the likeliest others."""

    entry: GazetteerEntry
    score: float
    rivals: tuple[RivalPlace, ...] = ()
    stray: bool = False
    """Whether nothing else of the report is of its country, and the name is of no great place."""


class _Prior(NamedTuple):
    """What the places of a name are worth before anything is known of the report."""

    entries: tuple[GazetteerEntry, ...]
    logs: tuple[float, ...]
    by_country: tuple[tuple[str, float], ...]
    sure: GazetteerEntry | None
    """The place that is meant wherever no kind word says otherwise."""
    usual: Choice | None
    """The choice of it, where no other country has a place of the name."""


def choices(
    tokens: Sequence[Token], sentences: Sequence[Sentence], seen: Sequence[Sighting]
) -> tuple[list[Choice | None], str | None]:
    """Return the place of each sighting whose name is listed, and the country of the report."""
    priors = [_prior(each.name.match.entries) if each.name.match else None for each in seen]
    votes = _votes(tokens, seen, priors)
    begins = [sentence.first for sentence in sentences]
    of = [bisect_right(begins, each.first) for each in seen]
    scorer = _Scorer(tokens, of, seen, priors, votes)
    found = scorer.choose()
    final: Counter[str] = Counter()
    for each, choice in zip(seen, found, strict=True):
        if choice is not None and each.name.certainty > 1:
            final[choice.entry.country] += 1
        elif each.name.country is not None:
            final[each.name.country.iso] += 1
    final.pop("", None)
    home = max(final, key=lambda iso: (final[iso], votes[iso]), default=None)
    found = [
        choice._replace(stray=True) if choice and _is_stray(each, choice, votes, home) else choice
        for each, choice in zip(seen, found, strict=True)
    ]
    return found, home


def _is_stray(seen: Sighting, choice: Choice, votes: Mapping[str, float], home: str | None) -> bool:
    """Tell whether a bare name far from all else is likelier a word or a man than a place."""
    name, entry = seen.name, choice.entry
    if name.said or name.match is None or name.match.words > 1 or seen.first < name.first:
        return False
    if seen.nations or entry.kind in _KNOWN_ALL_OVER or entry.population >= _WELL_KNOWN:
        return False
    return home not in (None, "", entry.country) and votes.get(entry.country, 0.0) <= _NAME_VOTE


@cache
def _prior(entries: tuple[GazetteerEntry, ...]) -> _Prior:
    logs = tuple(
        _PROMINENCE * min(entry.prominence, _MOST_PROMINENT)
        + _PEOPLE * log10(entry.population + 1)
        + _UNSAID.get(entry.kind, 0.0)
        for entry in entries
    )
    shares = _shares(logs)
    by_country: dict[str, float] = defaultdict(float)
    for entry, share in zip(entries, shares, strict=True):
        by_country[entry.country] += share
    best = max(range(len(shares)), key=lambda at: (shares[at], -at))
    same = sum(
        share
        for entry, share in zip(entries, shares, strict=True)
        if _is_same(entries[best], entry)
    )
    is_sure = same >= _SURE
    is_usual = is_sure and len(by_country) == 1
    return _Prior(
        entries, logs, tuple(by_country.items()), entries[best] if is_sure else None,
        _chosen(entries, logs) if is_usual else None,
    )  # fmt: skip


def _shares(logs: Sequence[float]) -> list[float]:
    top = max(logs)
    odds = [exp(each - top) for each in logs]
    total = sum(odds)
    return [each / total for each in odds]


@cache
def _is_same(one: GazetteerEntry, other: GazetteerEntry) -> bool:
    """Tell whether two entries are one place at two grains: a town and its governorate."""
    if one.country != other.country:
        return False
    apart = kilometres_apart((one.latitude, one.longitude), (other.latitude, other.longitude))
    reach = max(circle_of(one).radius_km, circle_of(other).radius_km)
    return apart <= reach


@cache
def _iso_of() -> Mapping[str, str]:
    return {country.english: country.iso for country in countries() if country.iso}


def _votes(
    tokens: Iterable[Token], seen: Sequence[Sighting], priors: Sequence[_Prior | None]
) -> Counter[str]:
    """Count what tells of the country that the report is about."""
    votes: Counter[str] = Counter()
    isos = _iso_of()
    for token in tokens:
        if token.morph.nation:
            votes[isos.get(token.morph.nation, "")] += _NATION_VOTE  # type: ignore[assignment]  # a fraction
    for each, prior in zip(seen, priors, strict=True):
        weight = _NAME_VOTE if each.name.certainty > 1 else _DOUBTFUL_VOTE
        for iso, share in prior.by_country if prior else ():
            votes[iso] += weight * share  # type: ignore[assignment]  # as above
    votes.pop("", None)
    return votes


class _Scorer:
    """Weighs the places of every name of a report."""

    def __init__(
        self, tokens: Sequence[Token], sentence: Sequence[int], seen: Sequence[Sighting],
        priors: Sequence[_Prior | None], votes: Mapping[str, float],
    ) -> None:  # fmt: skip
        self.tokens = tokens
        self.sentence = sentence
        self.seen = seen
        self.priors = priors
        self.votes = votes
        self.sure = {
            prior.sure for prior in priors if prior and prior.sure and prior.sure.kind != "country"
        }

    def choose(self) -> list[Choice | None]:
        """Return each choice, the same for all sightings of one name but where hints differ."""
        found: list[Choice | None] = [None] * len(self.seen)
        groups: dict[str, list[int]] = defaultdict(list)
        for at, prior in enumerate(self.priors):
            seen = self.seen[at]
            if prior is not None and prior.usual and not seen.name.said and not seen.nations:
                found[at] = prior.usual
            elif prior is not None:
                groups[self._name(at)].append(at)
        for members in groups.values():
            self._choose_together(members, found)
        return found

    def _name(self, at: int) -> str:
        match = self.seen[at].name.match
        return match.name if match else ""

    def _choose_together(self, members: Sequence[int], found: list[Choice | None]) -> None:
        prior = self.priors[members[0]]
        if prior is None:
            return
        context = self._context(prior, members)
        hints = [self._hints(at, prior) for at in members]
        kinds = [self._kinds(at, prior) for at in members]
        size = range(len(prior.entries))
        shared = [max(-8.0, min(8.0, sum(h[e] for h in hints if h))) for e in size]
        said = self._said_of_towns(members, kinds, len(prior.entries))
        for at, hint, kind in zip(members, hints, kinds, strict=True):
            own, sort = hint or shared, kind or said
            logs = [context[e] + own[e] + sort[e] - self._unsaid(prior, e, kind) for e in size]
            found[at] = _chosen(prior.entries, logs)

    def _said_of_towns(
        self, members: Sequence[int], kinds: Sequence[list[float] | None], size: int
    ) -> list[float]:
        """Return what the kind words before some readings tell of those that have none.

        That a governorate is said once (محافظة تعز) does not make the bare name one.
        """
        telling = [
            kind for at, kind in zip(members, kinds, strict=True)
            if kind and self.seen[at].name.kind in _TOWNS
        ]  # fmt: skip
        return [sum(kind[e] for kind in telling) / len(members) for e in range(size)]

    @staticmethod
    def _unsaid(prior: _Prior, at: int, kind: Sequence[float] | None) -> float:
        """Return what the prior took off for a kind that is said after all."""
        return _UNSAID.get(prior.entries[at].kind, 0.0) if kind else 0.0

    def _context(self, prior: _Prior, members: Sequence[int]) -> list[float]:
        """Weigh each place by the report: its countries, and how near the other places are."""
        if prior.usual is not None:
            return list(prior.logs)
        own = sum(
            _NAME_VOTE if self.seen[at].name.certainty > 1 else _DOUBTFUL_VOTE for at in members
        )
        votes = {
            iso: max(0.0, self.votes.get(iso, 0.0) - own * share) for iso, share in prior.by_country
        }
        total = sum(votes.values()) + _UNSEEN * len(votes)
        return [
            start
            + _COUNTRY * log((votes[entry.country] + _UNSEEN) / total)
            + _NEARNESS * self._nearness(entry, prior)
            for entry, start in zip(prior.entries, prior.logs, strict=True)
        ]

    def _nearness(self, entry: GazetteerEntry, prior: _Prior) -> float:
        """Return 1 for a place that lies where another of the report does, falling to 0."""
        where = entry.latitude, entry.longitude
        others = [
            kilometres_apart(where, (other.latitude, other.longitude))
            for other in self.sure
            if other not in prior.entries
        ]
        return exp(-min(others) / _NEAR_KM) if others else 0.0

    def _kinds(self, at: int, prior: _Prior) -> list[float] | None:
        """Weigh each place by the kind word before the name."""
        name = self.seen[at].name
        return [_fit(name.kind, entry.kind) for entry in prior.entries] if name.said else None

    def _hints(self, at: int, prior: _Prior) -> list[float] | None:
        """Weigh each place by what is said of it right there: اللبنانية, (غرب ليبيا), بريف إدلب."""
        nations = self.seen[at].nations
        weights = [0.0] * len(prior.entries)
        seen_any = bool(nations)
        for e, entry in enumerate(prior.entries):
            if nations:
                weights[e] += _NATION_SAID if entry.country in nations else _OTHER_NATION
        for beside, apart in self._beside(at):
            if beside not in prior.entries:
                seen_any = True
                for e, entry in enumerate(prior.entries):
                    weights[e] += _agreement(entry, beside, apart=apart)
        return weights if seen_any else None

    def _beside(self, at: int) -> Iterator[tuple[GazetteerEntry, bool]]:
        """Yield the sure places that are named right before or behind a name, as where it lies.

        With each, whether it is said to lie in some direction from it.
        """
        for one, two in ((at, at + 1), (at - 1, at)):
            other = two if one == at else one
            if one < 0 or two >= len(self.seen) or not self._attached(one, two):
                continue
            prior = self.priors[other]
            if prior is not None and prior.sure is not None:
                relation = self.seen[two].relation
                yield prior.sure, relation is not None and relation.direction

    def _attached(self, one: int, two: int) -> bool:
        return self.sentence[one] == self.sentence[two] and is_attached(
            self.tokens, self.seen[one], self.seen[two]
        )


def is_attached(tokens: Sequence[Token], one: Sighting, two: Sighting) -> bool:
    """Tell whether a place stands right behind another, as where that lies: منبج بريف حلب."""
    gap = range(one.name.last, two.first)
    if len(gap) > _ATTACHED:
        return False
    if tokens[two.first].morph.conjunction or "و" in two.name.front:
        return False
    if two.relation is not None and two.relation.relation in (Relation.TOWARD, Relation.FROM):
        return False
    return all(
        tokens[at].tag is Tag.MARK or tokens[at].tag is Tag.PREPOSITION or tokens[at].morph.nation
        for at in gap
    )


def _fit(said: str, kind: str) -> float:
    if said == kind:
        return _SAME_KIND
    if said in SETTLEMENTS and kind in SETTLEMENTS:
        return _LIKE_KIND
    if said == "region" and kind == "governorate":
        return _LIKE_KIND
    return _OTHER_KIND


def _agreement(entry: GazetteerEntry, beside: GazetteerEntry, *, apart: bool) -> float:
    """Return how well a place fits one that is named beside it as where it lies."""
    if beside.country and entry.country != beside.country:
        return _OTHER_NATION
    if beside.kind == "country":
        return _BESIDE
    where = entry.latitude, entry.longitude
    if apart:
        middle = beside.latitude, beside.longitude
        return _APART_BESIDE if kilometres_apart(where, middle) <= _APART_KM else 0.0
    circle = circle_of(beside).wider(precision_of(beside.kind).margin_km + _AROUND_KM)
    return _BESIDE if circle.holds(where) else _FAR_FROM_BESIDE


def _chosen(entries: Sequence[GazetteerEntry], logs: Sequence[float]) -> Choice:
    shares = _shares(logs)
    best = max(range(len(shares)), key=lambda at: (shares[at], -at))
    others = [
        (share, entry)
        for at, (entry, share) in enumerate(zip(entries, shares, strict=True))
        if at != best and not _is_same(entries[best], entry)
    ]
    others.sort(key=lambda each: -each[0])
    rivals = tuple(
        RivalPlace(entry.english, entry.kind, entry.country, round(share, 3))
        for share, entry in others[:_MOST_RIVALS]
        if share >= _LEAST_RIVAL
    )
    return Choice(entries[best], round(1.0 - sum(share for share, _ in others), 3), rivals)
