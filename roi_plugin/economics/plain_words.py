"""What a decision's figures mean in a few plain sentences, for people who decide budgets: range, risk, what to do next.

The sentences are about the chosen option; without one, about the option that promises most. Ids stand in backticks and
come from the record: who shows a sentence escapes it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from roi_plugin.economics.reasons import SINGLE_NUMBERS
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.score_words import SCORES_APART, WHOLE, by_scores, scores_alone
from roi_plugin.economics.single_numbers import RANGES_WANTED, without_range
from roi_plugin.economics.wording import chance, money, months, number, percent
from roi_plugin.language import ENGLISH, noted, speaking

if TYPE_CHECKING:
    from roi_plugin.economics.appraisal import Appraisal, OptionAppraisal
    from roi_plugin.economics.evppi import InputValue
    from roi_plugin.economics.evsi import PlannedTestWorth
    from roi_plugin.economics.framework import Framework

INTERVALS = noted(
    "Ranges read as 90 % intervals, those of the record too: one time in twenty it is less, one time in twenty more."
)
"""Said wherever ranges are shown."""

Topic = Literal["", "range", "risk", "driver", "payback", "others", "next"]
"""What a sentence is about; nothing where no single figure stands behind it."""

_SURE = 0.9995
_LITTLE = 1e-3
"""Part of the cost below which knowing more is not worth the trouble."""

_NAMED = 3


def plain_words(returns: Returns, appraisal: "Appraisal") -> tuple[str, ...]:
    """Three to six sentences, fewer where less is known; none where the record gives neither money nor scores."""
    return tuple(sentence for _, sentence in plain_sentences(returns, appraisal))


@speaking(ENGLISH)
def plain_sentences(returns: Returns, appraisal: "Appraisal") -> tuple[tuple[Topic, str], ...]:
    """The same, each with what it is about."""
    index = leading(returns)
    if index is None:
        return tuple(("", sentence) for sentence in (*_instead(returns), *_scored(returns, appraisal)))
    one = appraisal.options[index]
    gains = bool(one.value.gain.mean)
    parts: tuple[tuple[Topic, Iterable[str]], ...] = (
        ("range", _range(one, returns, gains=gains)),
        ("risk", _risk(one, appraisal, gains=gains)),
        ("driver", _driver(one, returns.currency, gains=gains)),
        ("payback", _payback(one) if gains else ()),
        ("others", _others(one, appraisal, returns.currency)),
        ("next", _next(one, appraisal, returns.currency)),
    )
    return tuple((topic, sentence) for topic, part in parts for sentence in part)


def leading(returns: Returns) -> int | None:
    """The place of the chosen option, else of the best one; None where it has no net present value."""
    known = [index for index, option in enumerate(returns.options) if option.npv.mean is not None]
    chosen = next((index for index, option in enumerate(returns.options) if option.chosen), None)
    if chosen is not None:
        return chosen if chosen in known else None
    return max(known, key=lambda index: returns.options[index].npv.mean or 0.0, default=None)


def is_event(name: str) -> bool:
    """Whether an input of this name happens or not, and is no number."""
    return name.endswith((".success", ".event"))


def _range(one: "OptionAppraisal", returns: Returns, *, gains: bool) -> Iterator[str]:
    low, high = one.value.npv.p5, one.value.npv.p95
    if low is None or high is None:
        yield f"How far `{one.id}` may end from that cannot be computed: {one.value.npv.reason}."
    elif number(high - low) == "0":
        amount = f"{'is worth' if gains or low > 0 else 'costs'} {money(low if gains else abs(low), returns.currency)}"
        if _cancels(one):
            yield f"What is uncertain about `{one.id}` cancels out: it {amount} whatever happens."
        elif not without_range(one.value):
            yield f"Nine times in ten, `{one.id}` {amount}."
        else:
            yield (
                f"Every amount of `{one.id}` is a single number, so its chance of loss cannot be told: "
                f"it {amount} only if none of them is off."
            )
    elif not gains:
        cost = f"{money(-high, returns.currency)} and {money(-low, returns.currency)}"
        yield f"Nine times in ten, `{one.id}` costs between {cost} over {months(returns.horizon_months)}."
    else:
        yield f"Nine times in ten, `{one.id}` ends between {_ends(low, high, returns.currency)}."


def _cancels(one: "OptionAppraisal") -> bool:
    """Whether gain or cost has a range though their difference has none."""
    return any(side.p5 != side.p95 for side in (one.value.gain, one.value.cost))


def _ends(low: float, high: float, currency: str) -> str:
    return f"{_outcome(low, currency)} and {_outcome(high, currency)}"


def _outcome(amount: float, currency: str) -> str:
    if number(amount) == "0":
        return "nothing"
    return f"a {'gain' if amount > 0 else 'loss'} of {money(abs(amount), currency)}"


def _risk(one: "OptionAppraisal", appraisal: "Appraisal", *, gains: bool) -> Iterator[str]:
    loss, best, npv = one.value.loss.value, one.value.best.value, one.value.npv
    if npv.p5 == npv.p95:
        return
    several = len(appraisal.compared) > 1
    if gains and loss is not None:
        also = f"; that no other option does better, {_said(best)}" if several and best is not None else ""
        yield f"The chance that it loses money is {_said(loss)}{also}."
    elif several and best is not None:
        yield f"The chance that no other option costs less is {_said(best)}."


def _said(probability: float) -> str:
    return f"{chance(probability)} ({percent(probability)})"


def _driver(one: "OptionAppraisal", currency: str, *, gains: bool) -> Iterator[str]:
    top = next(iter(one.hinges.tornado), None)
    if top is None or number(top.size) == "0":
        return
    low, high = (_outcome(end, currency) if gains else money(-end, currency) for end in (top.low, top.high))
    if is_event(top.input):
        line, _, kind = top.input.rpartition(".")
        word = "succeeds" if kind == "success" else "happens"
        yield f"Most depends on whether `{line}` {word}: {high} on average if it does, {low} if not."
    else:
        yield f"Most depends on `{top.input}`: {low} on average at the low end of its range, {high} at the high end."


def _payback(one: "OptionAppraisal") -> Iterator[str]:
    back = one.cash.payback
    if back.value is not None and number(back.value) != "0":
        yield f"On average it has paid back what it costs after {months(back.value)}."
    elif back.reason and back.reason.startswith("it is not paid back"):
        yield f"On average {back.reason}."


def _others(one: "OptionAppraisal", appraisal: "Appraisal", currency: str) -> Iterator[str]:
    found = one.debiased
    if appraisal.outside or found is None or found.npv_mean is None:
        return
    needed = found.needed
    end = f"; {needed.reason}" if needed.reason else ""
    if needed.chance is not None:
        end = f"; to break even it would need a chance of success of {percent(needed.chance)}"
    yield f"Going by how others fared, expect {_outcome(found.npv_mean, currency)}{end}."


def _next(one: "OptionAppraisal", appraisal: "Appraisal", currency: str) -> Iterator[str]:
    evpi = appraisal.evpi.value
    if appraisal.evpi.reason == SINGLE_NUMBERS:
        yield RANGES_WANTED
    if evpi is None:
        return
    little = _LITTLE * (one.value.cost.mean or 0.0)
    worthy = [(each.input, each.value) for each in appraisal.evppi if each.value is not None and each.value > little]
    unknown = _unvalued_driver(one, appraisal)
    if number(evpi) == "0":
        yield "Nothing that could be measured before deciding would change which option is best."
    elif evpi <= little:
        most = money(evpi, currency)
        yield f"Measuring more before deciding is hardly worth it: even to know everything is worth {most}."
    elif unknown:
        driver = f"`{unknown.input}`, on which most depends,"
        yield f"What it is worth to know {driver} cannot be computed: {unknown.reason}."
    elif worthy:
        (first, worth), *rest = worthy[:_NAMED]
        then = f", then {_listed([name for name, _ in rest])}" if rest else ""
        yield f"Measure first: `{first}` (to know it is worth up to {money(worth, currency)}){then}."
    tests = [test for test in appraisal.tests if test.value.value is not None]
    if tests:
        yield _test(max(tests, key=lambda test: (test.net.value or 0.0, test.value.value or 0.0)), currency)


def _unvalued_driver(one: "OptionAppraisal", appraisal: "Appraisal") -> "InputValue | None":
    """What the option hangs on most, where it is not known what it is worth to know it."""
    driver = next((swing.input for swing in one.hinges.tornado), None)
    return next((each for each in appraisal.evppi if each.input == driver and each.value is None), None)


def _test(test: "PlannedTestWorth", currency: str) -> str:
    what = f"The planned {test.name}"
    worth = f"is worth {money(test.value.value or 0.0, currency)}"
    if test.cost.value is None or test.net.value is None:
        return f"{what} {worth}; what it costs is not known: {test.cost.reason}."
    pays = "it pays" if test.net.value > 0 else "it does not pay"
    return f"{what} {worth} and costs {money(test.cost.value, currency)}: {pays}."


def _listed(names: Sequence[str]) -> str:
    return " and ".join(f"`{name}`" for name in names)


def _instead(returns: Returns) -> Iterator[str]:
    """Where the chosen option has no figures, what the best of the others promises."""
    known = [option for option in returns.options if option.npv.mean is not None]
    best = max(known, key=lambda option: option.npv.mean or 0.0, default=None)
    if best is not None and best.npv.mean is not None and best.gain.mean:
        promise = _outcome(best.npv.mean, returns.currency)
        yield f"Of the other options, `{best.id}` promises most: {promise} on average."


def _scored(returns: Returns, appraisal: "Appraisal") -> Iterator[str]:
    """What the scores say of options without money, and of the decision as a whole."""
    stated = zip(returns.options, appraisal.options, strict=True)
    found = [(f"`{one.id}`", one.chosen, each.framework) for one, each in stated]
    known = [(what, first, each) for what, first, each in (*found, (WHOLE, True, appraisal.framework)) if each]
    told = next((what for what, first, _ in known if first and scores_alone(returns)), None)
    yield from (_score(what, each, told=what == told) for what, _, each in known if each.balanced is not None)
    if known:
        yield SCORES_APART


def _score(what: str, found: "Framework", *, told: bool) -> str:
    share = found.positive_share or 0.0
    cases = f"in {percent(share)} of the cases when every score may be one level off"
    firm = "however each score is off by one level" if share > _SURE else cases
    # The verdict tells the score of what was chosen.
    opening = "Its score is" if told else f"{by_scores(what, found.balanced or 0.0)};"
    return f"{opening} above 0 {firm}."
