"""Which numbers an event may count: nothing first, then the numbers near it."""

from riwaya.extract.counts import Amount, options
from riwaya.extract.options import Options
from tests.extract.sentences import the_events

KILLED, INJURED = ("قتل", "killing"), ("وأصيب", "injury")


def asked(
    body: str, *told: tuple[str, str], target: str = ""
) -> tuple[Options, list[Amount | None]]:
    """Return the options where the target of the first event is a phrase, or nobody."""
    events = the_events(body, *told)
    context = events.traits.context
    words = [
        context.analysis.span(p.first, p.last).of(context.analysis.report.text)
        for p in context.analysis.phrases
    ]
    number = words.index(target) if target else -1
    return options(events, [number, *[-1] * (len(told) - 1)])


def test_no_number_comes_first_and_then_each_in_text_order() -> None:
    _, amounts = asked("قتل 3 جنود و5 مسلحين", KILLED)
    assert amounts[0] is None
    assert [amount.least for amount in amounts if amount] == [3, 5]


def test_every_event_has_its_own_options() -> None:
    found, amounts = asked("قتل 3 جنود وأصيب 5", KILLED, INJURED)
    assert len(found) == len(amounts)
    assert found.owner.tolist() == sorted(found.owner.tolist())
    assert amounts.count(None) == 2


def test_the_number_of_the_target_is_told_from_others() -> None:
    found, amounts = asked("قتل 3 جنود قرب 5 مستودعات", KILLED, target="3 جنود")
    target = dict(zip([a.least if a else 0 for a in amounts], found.columns["target"], strict=True))
    assert target[3] != target[5]


def test_where_no_target_is_known_no_number_is_the_targets() -> None:
    found, amounts = asked("قتل 3 جنود قرب 5 مستودعات", KILLED)
    target = [int(t) for t, a in zip(found.columns["target"], amounts, strict=True) if a]
    assert len(set(target)) == 1


def test_a_number_that_the_noun_tells_is_told_from_one_that_is_written() -> None:
    found, amounts = asked("قتل جنديان و3 مسلحين", KILLED)
    stated = {a.least: int(s) for a, s in zip(amounts, found.columns["stated"], strict=True) if a}
    assert stated[2] != stated[3]


def test_an_event_without_numbers_is_not_asked() -> None:
    found, amounts = asked("قتل الجنود. ثم وصل 5 ضباط", KILLED)
    assert len(found) == 0
    assert amounts == []
