"""Did it happen? Tell occurrences from what is ordered, threatened, demanded, planned or denied."""

import numpy as np

from riwaya.arabic.particles import COMMAS
from riwaya.extract.codes import Ints, code
from riwaya.extract.options import Options, sights
from riwaya.extract.pairing import Events
from riwaya.extract.traits import Traits
from riwaya.records.claim import Modality
from riwaya.records.reading import Tag

LABELS = tuple(Modality)
_REACH = 16
_NEAR = 4
_CUES = 3
_GROUPS_BEFORE = 3
_GOVERNING = frozenset({Tag.VERB, Tag.NOUN, Tag.NEGATION, Tag.CONDITIONAL})
_PARTICLES = frozenset({Tag.NEGATION, Tag.CONDITIONAL, Tag.VERBAL})

TEMPLATES = (
    "b", "L", "shape", "event", "event shape", "p1", "p2", "p3", "p4", "cp1", "cp2", "cp3", "n1", "n2", "p2 p1", "p1 shape", "p1 event",
    "grammar", "on", "on event", "on shape", "quoted", "titled", "governed", "governed governed_tag link", "governed event", "ruler",
    "ruler shape", "opens_with", "opens_with opens_next", "cue1", "cue1 cueword1", "cue2", "cue2 cueword2", "particle1",
    "particle1 shape", "particle2", "verb1", "verb1 event", "verb2", "verb2 event", "aftercue", "aftercue event", "saying",
    "saying event",
)  # fmt: skip


def options(events: Events) -> Options:
    """Return every modality for each event."""
    size, labels = len(events.triggers), len(LABELS)
    owner = np.repeat(np.arange(size, dtype=np.int64), labels)
    label = np.tile(np.arange(labels, dtype=np.int64), size)
    columns = {name: column[owner] for name, column in _columns(events).items()}
    columns["label"] = label + 1
    return Options(owner, sights(events.first, events.last)[owner], label, columns)


def _columns(events: Events) -> dict[str, Ints]:
    traits = events.traits
    first, last = events.first, events.last
    begin, end = traits.bounds[first].T
    columns = events.columns(np.arange(len(first), dtype=np.int64))
    columns["b"] = np.ones_like(first)
    key, cluster = traits.column("key"), traits.column("cluster")
    for step in range(1, 5):
        before = np.where(first - step >= begin, first - step, -1)
        columns[f"p{step}"] = key[before]
        if step <= _GROUPS_BEFORE:
            columns[f"cp{step}"] = cluster[before]
    for step in (1, 2):
        columns[f"n{step}"] = key[np.where(last + step - 1 < end, last + step - 1, -1)]
    for name in ("grammar", "on", "quoted", "titled"):
        columns[name] = traits.column(name)[first]
    columns["opens_with"] = key[begin]
    columns["opens_next"] = key[np.where(begin + 1 < end, begin + 1, -1)]
    rows = [_cues(traits, trigger.first, trigger.last) for trigger in events.triggers]
    names = dict.fromkeys(name for row in rows for name in row)
    for template in TEMPLATES:
        names.update(dict.fromkeys(n for n in template.split() if n not in columns))
    for name in names:
        columns[name] = np.array([row.get(name, 0) for row in rows], dtype=np.int64)
    return columns


def _cues(traits: Traits, first: int, last: int) -> dict[str, int]:
    """Return the words of modality before and behind, the particles and verbs before."""
    tokens = traits.tokens
    begin, end = traits.bounds[first].tolist()
    found: dict[str, int] = {}
    blocked = 0
    for position in range(first - 1, max(begin - 1, first - 1 - _REACH), -1):
        if tokens[position].tag is Tag.MARK:
            blocked = blocked or int(tokens[position].form in COMMAS)
            continue
        near = f"{'near' if first - position <= _NEAR else 'far'} {blocked}"
        if not blocked and "verb1" not in found:
            _governor(traits, position, first, found)
        _cue(traits, position, near, found)
    for position in range(last, min(end, last + _REACH // 2)):
        if tokens[position].morph.modalities:
            kinds = "+".join(sorted(tokens[position].morph.modalities))
            found["aftercue"] = code(f"aftercue:{kinds}")
            break
    return found


def _governor(traits: Traits, position: int, first: int, found: dict[str, int]) -> None:
    """Add a word of modality, or a verb, that no other verb or comma parts from the event."""
    token = traits.tokens[position]
    if token.morph.modalities and token.tag in _GOVERNING and "governed" not in found:
        link = traits.tokens[first].morph.preposition or traits.context.keys[first - 1]
        found["governed"] = code(f"governed:{'+'.join(sorted(token.morph.modalities))}")
        found["governed_tag"] = code(f"tag:{token.tag}")
        found["link"] = code(f"link:{link}")
    if token.tag is Tag.VERB:
        found["ruler"] = code(f"ruler:{traits.context.keys[position]}")


def _cue(traits: Traits, position: int, near: str, found: dict[str, int]) -> None:
    """Add what a word before the event says of its modality."""
    token, word = traits.tokens[position], traits.context.keys[position]
    morph = token.morph
    if morph.modalities and (number := _next(found, "cue")):
        found[f"cue{number}"] = code(f"cue:{'+'.join(sorted(morph.modalities))} {near}")
        found[f"cueword{number}"] = code(f"cueword:{word}")
    if (token.tag in _PARTICLES or morph.future) and (number := _next(found, "particle")):
        particle = word if token.tag in _PARTICLES else "future"
        found[f"particle{number}"] = code(f"particle:{particle} {near}")
    if token.tag is Tag.VERB and (number := _next(found, "verb")):
        found[f"verb{number}"] = code(f"verb:{word} {morph.present} {near}")
        if morph.stances:
            found.setdefault("saying", code(f"saying:{word}"))


def _next(found: dict[str, int], name: str) -> int:
    """Return the first number under which nothing of a name was found, 0 where all are taken."""
    return next((n for n in range(1, _CUES + 1) if f"{name}{n}" not in found), 0)
