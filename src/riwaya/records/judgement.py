"""What a person has decided about two claims."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from riwaya.errors import InvariantError
from riwaya.records.claim import ClaimId


class Verdict(StrEnum):
    """Whether two claims are about one incident."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision. It is never changed: undoing it is another decision."""

    left: ClaimId
    right: ClaimId
    verdict: Verdict
    reason: str
    at: datetime

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise InvariantError(f"a judgement about one claim alone: {self.left}")

    @property
    def pair(self) -> tuple[ClaimId, ClaimId]:
        """The two claims, whichever was named first."""
        return (self.left, self.right) if self.left < self.right else (self.right, self.left)
