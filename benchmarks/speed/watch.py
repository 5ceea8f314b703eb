"""How long does something take, and how long is that on another machine?"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

_TURNS = 1_000_000
_TIMES = 5

Given = ParamSpec("Given")
Result = TypeVar("Result")


@dataclass
class Stopwatch:
    """Seconds of the processor, by what they were spent on.

    Not seconds of the clock: other programs on the machine would count.
    """

    seconds: dict[str, float] = field(default_factory=dict)

    def timed(
        self, name: str, work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs
    ) -> Result:
        """Do some work and add the time it took to a name."""
        before = time.process_time()
        result = work(*given, **named)
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - before
        return result

    @property
    def total(self) -> float:
        """The seconds of everything."""
        return sum(self.seconds.values())


def yardstick() -> float:
    """Return the seconds of a fixed loop in pure Python, by which machines can be compared."""
    watch = Stopwatch()
    for number in range(_TIMES):
        watch.timed(str(number), _loop)
    return min(watch.seconds.values())


def _loop() -> int:
    found = 0
    for number in range(_TURNS):
        found = (found * 31 + number) % 1_000_003
    return found
