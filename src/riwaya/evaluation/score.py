"""Score the claims of one article."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from riwaya.evaluation.match import Filler, Part, Parts, agreeing, paired_claims
from riwaya.evaluation.tally import Tally, total
from riwaya.records.claim import Claim, Stance
from riwaya.records.coded import CodedReport

FIGURES = ("trigger", "event", *Part, "modality", "stance", "claim")
"""Every figure that has precision and recall, in the order of the table."""
_OF_A_WHOLE_CLAIM = frozenset({Part.AGENTS, Part.TARGETS, Part.COUNTS, Part.SOURCE})
_CONTEXT = 60
"""Characters shown on either side of a trigger in an example."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One disagreement, and the words it is about."""

    kind: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleScore:
    """What was right and wrong in one article.

    `labels` holds for each right event its annotated and its predicted incident.
    """

    cluster: str
    figures: Mapping[str, Tally]
    by_type: Mapping[str, Tally]
    mistakes: tuple[Mistake, ...]
    labels: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Sheet:
    """The score of an article while it is being counted."""

    text: str
    figures: "list[dict[str, Tally]]" = field(default_factory=list)
    by_type: "list[dict[str, Tally]]" = field(default_factory=list)
    mistakes: "list[Mistake]" = field(default_factory=list)

    def mistake(self, kind: str, claim: Claim, detail: str = "") -> None:
        self.mistakes.append(Mistake(kind=kind, example=in_context(claim, self.text) + detail))


def score_article(gold: CodedReport, predicted: Sequence[Claim]) -> ArticleScore:
    """Compare the claims of one article with its annotation.

    Args:
        gold: the annotated article; the offsets of both sides count its text.
        predicted: what was extracted from it.
    """
    text = gold.report.text
    annotated = [Parts.of(claim, text) for claim in gold.claims]
    extracted = [Parts.of(claim, text) for claim in predicted]
    found = paired_claims(annotated, extracted, typed=True)
    triggers = paired_claims(annotated, extracted, typed=False)
    sheet = _Sheet(text)
    sheet.figures.append({name: Tally() for name in FIGURES})
    _score_unpaired(annotated, {g for g, _ in found}, "missed", sheet)
    _score_unpaired(extracted, {p for _, p in found}, "spurious", sheet)
    whole = sum(_score_pair(annotated[g], extracted[p], sheet) for g, p in found)
    for name, right in (("trigger", len(triggers)), ("event", len(found)), ("claim", whole)):
        tally = Tally.of(right=right, predicted=len(extracted), gold=len(annotated))
        sheet.figures.append({name: tally})
    return ArticleScore(
        cluster=gold.cluster or gold.report.id,
        figures=total(sheet.figures),
        by_type=total(sheet.by_type),
        mistakes=tuple(sheet.mistakes),
        labels=tuple(_labels(gold, predicted, found)),
    )


def in_context(claim: Claim, text: str) -> str:
    """Show a claim's trigger in brackets among its neighbours, on one line."""
    start, end = claim.trigger.start, claim.trigger.end
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    context = f"{before}⟦{claim.trigger.of(text)}⟧{after}"
    return f"{claim.type}: {' '.join(context.split())}"


def _score_unpaired(claims: Sequence[Parts], paired: set[int], fate: str, sheet: _Sheet) -> None:
    for position, parts in enumerate(claims):
        if position in paired:
            continue
        sheet.by_type.append({parts.claim.type: _unpaired(1, fate)})
        sheet.mistake(f"event {fate}", parts.claim)
        sheet.figures.append({name: _unpaired(1, fate) for name in ("modality", "stance")})
        for part, fillers in parts.fillers.items():
            count = 0 if _is_carried(part, fillers) else len(fillers)
            sheet.figures.append({part: _unpaired(count, fate)})


def _unpaired(count: int, fate: str) -> Tally:
    return Tally(missed=count) if fate == "missed" else Tally(spurious=count)


def _score_pair(gold: Parts, predicted: Parts, sheet: _Sheet) -> bool:
    """Score the parts of a right event; tell whether the whole claim is right."""
    sheet.by_type.append({gold.claim.type: Tally(right=1)})
    wrong = {part for part in Part if not _score_part(gold, predicted, part, sheet)}
    labels = {
        "modality": (gold.claim.modality.value, predicted.claim.modality.value),
        "stance": (_stance(gold.claim), _stance(predicted.claim)),
    }
    for name, (wanted, given) in labels.items():
        sheet.figures.append({name: Tally.of(right=int(wanted == given), predicted=1, gold=1)})
        if wanted != given:
            detail = f"  gold={wanted}  predicted={given}"
            sheet.mistake(f"{name} differs", gold.claim, detail)
    is_same_modality = gold.claim.modality == predicted.claim.modality
    return is_same_modality and not wrong & _OF_A_WHOLE_CLAIM


def _score_part(gold: Parts, predicted: Parts, part: Part, sheet: _Sheet) -> bool:
    wanted, given = gold.fillers[part], predicted.fillers[part]
    if not (wanted and given) and _is_carried(part, wanted or given):
        return True
    right = agreeing(gold, predicted, part)
    sheet.figures.append({part: Tally.of(right=right, predicted=len(given), gold=len(wanted))})
    if right == len(wanted) == len(given):
        return True
    detail = f"  gold={_brief(part, wanted)}  predicted={_brief(part, given)}"
    sheet.mistake(f"{part} differ", gold.claim, detail)
    return False


def _is_carried(part: Part, fillers: Sequence[Filler]) -> bool:
    return part is Part.TIME and bool(fillers) and fillers[0].is_carried


def _stance(claim: Claim) -> Stance | None:
    return claim.attribution.stance if claim.attribution else None


def _labels(
    gold: CodedReport, predicted: Sequence[Claim], found: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    name = gold.report.id
    for g, p in found:
        wanted = gold.claims[g].incident or f"{name} g{g}"
        yield wanted, predicted[p].incident or f"{name} p{p}"


def _brief(part: Part, fillers: Sequence[Filler]) -> str:
    is_valued = part in (Part.TIME, Part.COUNTS)
    shown = [
        " ".join(map(str, filler.value)) if is_valued and isinstance(filler.value, tuple)
        else filler.words
        for filler in fillers
    ]  # fmt: skip
    return f"[{'; '.join(shown)}]"
