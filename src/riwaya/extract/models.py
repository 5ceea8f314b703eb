"""The learned models of extraction, one for each question."""

from dataclasses import dataclass, field, fields
from functools import cache

from riwaya.knowledge.model import Model, Panel, model


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
    roles: Panel = field(init=False)
    """Agents and targets of the first round, then of the second."""

    def __post_init__(self) -> None:
        roles = Panel.of(self.agents_first, self.targets_first, self.agents, self.targets)
        object.__setattr__(self, "roles", roles)

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the names of the models, as their files are called."""
        return tuple(each.name for each in fields(cls) if each.init)


@cache
def bundled() -> Models:
    """Return the models that come with the package; they are read once."""
    return Models(**{name: model(name) for name in Models.names()})
