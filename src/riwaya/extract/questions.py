"""The questions that extraction asks, and what is looked at to answer each."""

from dataclasses import dataclass
from types import MappingProxyType

from riwaya.extract import attribution, counts, modality, participants, places, times, triggers


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a report.

    `templates` are joined into places of a table of 2**`bits` weights; `looked_at` are columns that
    the network sees beside the words. `labels` is the number of fixed answers, 1 where the options
    are words of the text; `answers` counts the scores that each option gets: agent and target.
    `is_yes_or_no` tells that each option is taken or left by itself, not one of its rivals.
    """

    name: str
    templates: tuple[str, ...]
    looked_at: tuple[str, ...]
    bits: int
    labels: int = 1
    answers: int = 1
    is_yes_or_no: bool = False


def _for_labels(templates: tuple[str, ...]) -> tuple[str, ...]:
    """Return templates as they speak for one of the fixed answers each."""
    return tuple(f"{each} label" for each in templates)


_PAIR = ("where", "gap", "event", "shape", "verbs", "commas", "others", "prep", "relative", "that")
_ALL = (
    Question(
        "triggers", (*triggers.LISTED, *_for_labels(triggers.TEMPLATES)), ("L", "tag", "idiom", "nsame", "psame", "ngap", "pgap"),
        bits=20, labels=len(triggers.LABELS),
    ),
    Question(
        "roles", participants.TEMPLATES,
        (*_PAIR, "order", "k1", "k2", "expects", "governed", "people", "gender", "definite", "coordinated", "titled"),
        bits=20, answers=2,
    ),
    Question("also", participants.JOINED_TEMPLATES, ("role", "k1", "j1", "prep"), bits=14, is_yes_or_no=True),
    Question(
        "places", places.TEMPLATES, (*_PAIR, "order", "kind", "certain", "inside", "chained", "chains"),
        bits=18, is_yes_or_no=True,
    ),
    Question("times", times.TEMPLATES, (*_PAIR, "rank", "precision", "behind", "near", "that_next", "saying"), bits=17),
    Question("counts", counts.TEMPLATES, (*_PAIR, "stated", "target", "implied", "h1"), bits=18),
    Question(
        "sources", attribution.TEMPLATES,
        ("side", "manner", "cue", "nearest", "here", "rival", "gap", "commas", "quoted", "quoting", "that", "named", "line", "event"),
        bits=18,
    ),
    Question(
        "outlets", attribution.OUTLET_TEMPLATES, ("prep", "side", "away", "gap", "manner", "known", "cue"),
        bits=14, is_yes_or_no=True,
    ),
    Question("kinds", _for_labels(attribution.KIND_TEMPLATES), ("head", "k1", "k2"), bits=17, labels=len(attribution.KINDS)),
    Question("stances", _for_labels(attribution.STANCE_TEMPLATES), ("cue", "manner", "away", "side", "event"), bits=15, labels=len(attribution.STANCES)),
    Question(
        "modalities", _for_labels(modality.TEMPLATES), ("event", "shape", "governed", "ruler", "cue1", "particle1"),
        bits=18, labels=len(modality.LABELS),
    ),
)  # fmt: skip
QUESTIONS = MappingProxyType({question.name: question for question in _ALL})
"""Every question by its name."""
