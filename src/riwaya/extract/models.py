"""The learned models of extraction, one for each question."""

from dataclasses import dataclass, fields
from functools import cache

from riwaya.knowledge.model import Model, model


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """A model for each question that extraction asks of an event.

    Agents and targets are asked for twice: first for each event alone, then knowing what was
    found for the other events of its sentence.
    """

    triggers: Model
    agents_first: Model
    targets_first: Model
    agents: Model
    targets: Model
    also: Model
    """Whether a phrase joined by و to a participant takes part, too."""
    places: Model
    times: Model
    counts: Model
    sources: Model
    kinds: Model
    stances: Model
    modalities: Model
    incidents: Model


@cache
def bundled() -> Models:
    """Return the models that come with the package; they are read once."""
    return Models(**{field.name: model(field.name) for field in fields(Models)})
