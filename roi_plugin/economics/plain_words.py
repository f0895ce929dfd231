"""What a decision's figures mean in a few plain sentences, for people who decide budgets: range, risk, what to do next.

The sentences are about the chosen option; without one, about the option that promises most. Ids stand in backticks and
come from the record: who shows a sentence escapes it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from roi_plugin.economics.reason_words import reason_words
from roi_plugin.economics.reasons import SINGLE_NUMBERS
from roi_plugin.economics.returns import Returns
from roi_plugin.economics.score_words import SCORES_APART, WHOLE, by_scores, scores_alone
from roi_plugin.economics.single_numbers import RANGES_WANTED, without_range
from roi_plugin.economics.wording import chance, money, months, number, percent
from roi_plugin.language import noted, sentence, text

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
    return tuple(said for _, said in plain_sentences(returns, appraisal))


def plain_sentences(returns: Returns, appraisal: "Appraisal") -> tuple[tuple[Topic, str], ...]:
    """The same, each with what it is about."""
    index = leading(returns)
    if index is None:
        return tuple(("", said) for said in (*_instead(returns), *_scored(returns, appraisal)))
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
    return tuple((topic, said) for topic, part in parts for said in part)


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
        why = reason_words(one.value.npv.reason)
        yield text("How far `%(option)s` may end from that cannot be computed: %(why)s.", option=one.id, why=why)
    elif number(high - low) == "0":
        yield _one_amount(one, low, returns.currency, gains=gains)
    elif gains:
        yield text(
            "Nine times in ten, `%(option)s` ends between %(low)s and %(high)s.",
            option=one.id,
            low=_outcome(low, returns.currency),
            high=_outcome(high, returns.currency),
        )
    else:
        yield text(
            "Nine times in ten, `%(option)s` costs between %(low)s and %(high)s over %(time)s.",
            option=one.id,
            low=money(-high, returns.currency),
            high=money(-low, returns.currency),
            time=months(returns.horizon_months),
        )


def _one_amount(one: "OptionAppraisal", npv: float, currency: str, *, gains: bool) -> str:
    """What is said where the lowest is the highest too."""
    worth = gains or npv > 0
    amount = money(npv if gains else abs(npv), currency)
    said = text("is worth %(amount)s", amount=amount) if worth else text("costs %(amount)s", amount=amount)
    if _cancels(one):
        return text(
            "What is uncertain about `%(option)s` cancels out: it %(outcome)s whatever happens.",
            option=one.id,
            outcome=said,
        )
    if not without_range(one.value):
        return text("Nine times in ten, `%(option)s` %(outcome)s.", option=one.id, outcome=said)
    return text(
        "Every amount of `%(option)s` is a single number, so its chance of loss cannot be told: "
        "it %(outcome)s only if none of them is off.",
        option=one.id,
        outcome=said,
    )


def _cancels(one: "OptionAppraisal") -> bool:
    """Whether gain or cost has a range though their difference has none."""
    return any(side.p5 != side.p95 for side in (one.value.gain, one.value.cost))


def _outcome(amount: float, currency: str) -> str:
    if number(amount) == "0":
        return text("nothing")
    said = money(abs(amount), currency)
    return text("a gain of %(amount)s", amount=said) if amount > 0 else text("a loss of %(amount)s", amount=said)


def _risk(one: "OptionAppraisal", appraisal: "Appraisal", *, gains: bool) -> Iterator[str]:
    loss, best, npv = one.value.loss.value, one.value.best.value, one.value.npv
    if npv.p5 == npv.p95:
        return
    several = len(appraisal.compared) > 1
    if gains and loss is not None and several and best is not None:
        yield text(
            "The chance that it loses money is %(loss)s; that no other option does better, %(best)s.",
            loss=_said(loss),
            best=_said(best),
        )
    elif gains and loss is not None:
        yield text("The chance that it loses money is %(loss)s.", loss=_said(loss))
    elif several and best is not None:
        yield text("The chance that no other option costs less is %(best)s.", best=_said(best))


def _said(probability: float) -> str:
    return f"{chance(probability)} ({percent(probability)})"


def _driver(one: "OptionAppraisal", currency: str, *, gains: bool) -> Iterator[str]:
    top = next(iter(one.hinges.tornado), None)
    if top is None or number(top.size) == "0":
        return
    low, high = (_outcome(end, currency) if gains else money(-end, currency) for end in (top.low, top.high))
    line, _, kind = top.input.rpartition(".")
    if not is_event(top.input):
        yield text(
            "Most depends on `%(input)s`: %(low)s on average at the low end of its range, %(high)s at the high end.",
            input=top.input,
            low=low,
            high=high,
        )
    elif kind == "success":
        yield text(
            "Most depends on whether `%(line)s` succeeds: %(high)s on average if it does, %(low)s if not.",
            line=line,
            high=high,
            low=low,
        )
    else:
        yield text(
            "Most depends on whether `%(line)s` happens: %(high)s on average if it does, %(low)s if not.",
            line=line,
            high=high,
            low=low,
        )


def _payback(one: "OptionAppraisal") -> Iterator[str]:
    back = one.cash.payback
    if back.value is not None and number(back.value) != "0":
        yield text("On average it has paid back what it costs after %(time)s.", time=months(back.value))
    elif back.reason and back.reason.startswith("it is not paid back"):
        yield text("On average %(what)s.", what=reason_words(back.reason))


def _others(one: "OptionAppraisal", appraisal: "Appraisal", currency: str) -> Iterator[str]:
    found = one.debiased
    if appraisal.outside or found is None or found.npv_mean is None:
        return
    end, needed = "", found.needed
    if needed.chance is not None:
        share = percent(needed.chance)
        end = text("; to break even it would need a chance of success of %(share)s", share=share)
    elif needed.reason:
        end = f"; {reason_words(needed.reason)}"
    outcome = _outcome(found.npv_mean, currency)
    yield text("Going by how others fared, expect %(outcome)s%(more)s.", outcome=outcome, more=end)


def _next(one: "OptionAppraisal", appraisal: "Appraisal", currency: str) -> Iterator[str]:
    evpi = appraisal.evpi.value
    if appraisal.evpi.reason == SINGLE_NUMBERS:
        yield sentence(RANGES_WANTED)
    if evpi is None:
        return
    yield from _measure(one, appraisal, evpi, currency)
    tests = [test for test in appraisal.tests if test.value.value is not None]
    if tests:
        yield _test(max(tests, key=lambda test: (test.net.value or 0.0, test.value.value or 0.0)), currency)


def _measure(one: "OptionAppraisal", appraisal: "Appraisal", evpi: float, currency: str) -> Iterator[str]:
    """What to measure before deciding, where that is known."""
    little = _LITTLE * (one.value.cost.mean or 0.0)
    worthy = [(each.input, each.value) for each in appraisal.evppi if each.value is not None and each.value > little]
    unknown = _unvalued_driver(one, appraisal)
    if number(evpi) == "0":
        yield text("Nothing that could be measured before deciding would change which option is best.")
    elif evpi <= little:
        yield text(
            "Measuring more before deciding is hardly worth it: even to know everything is worth %(amount)s.",
            amount=money(evpi, currency),
        )
    elif unknown:
        yield text(
            "What it is worth to know `%(input)s`, on which most depends, cannot be computed: %(why)s.",
            input=unknown.input,
            why=reason_words(unknown.reason),
        )
    elif worthy:
        (first, worth), *rest = worthy[:_NAMED]
        yield text(
            "Measure first: `%(input)s` (to know it is worth up to %(amount)s)%(more)s.",
            input=first,
            amount=money(worth, currency),
            more=text(", then %(inputs)s", inputs=_listed([name for name, _ in rest])) if rest else "",
        )


def _unvalued_driver(one: "OptionAppraisal", appraisal: "Appraisal") -> "InputValue | None":
    """What the option hangs on most, where it is not known what it is worth to know it."""
    driver = next((swing.input for swing in one.hinges.tornado), None)
    return next((each for each in appraisal.evppi if each.input == driver and each.value is None), None)


def _test(test: "PlannedTestWorth", currency: str) -> str:
    name, worth = test.name, money(test.value.value or 0.0, currency)
    if test.cost.value is None or test.net.value is None:
        why = reason_words(test.cost.reason)
        return text(
            "The planned %(test)s is worth %(worth)s; what it costs is not known: %(why)s.",
            test=name,
            worth=worth,
            why=why,
        )
    cost = money(test.cost.value, currency)
    if test.net.value > 0:
        return text(
            "The planned %(test)s is worth %(worth)s and costs %(cost)s: it pays.", test=name, worth=worth, cost=cost
        )
    return text(
        "The planned %(test)s is worth %(worth)s and costs %(cost)s: it does not pay.",
        test=name,
        worth=worth,
        cost=cost,
    )


def _listed(names: Sequence[str]) -> str:
    return f" {text('and')} ".join(f"`{name}`" for name in names)


def _instead(returns: Returns) -> Iterator[str]:
    """Where the chosen option has no figures, what the best of the others promises."""
    known = [option for option in returns.options if option.npv.mean is not None]
    best = max(known, key=lambda option: option.npv.mean or 0.0, default=None)
    if best is not None and best.npv.mean is not None and best.gain.mean:
        yield text(
            "Of the other options, `%(option)s` promises most: %(outcome)s on average.",
            option=best.id,
            outcome=_outcome(best.npv.mean, returns.currency),
        )


def _scored(returns: Returns, appraisal: "Appraisal") -> Iterator[str]:
    """What the scores say of options without money, and of the decision as a whole."""
    stated = zip(returns.options, appraisal.options, strict=True)
    found = [(f"`{one.id}`", one.chosen, each.framework) for one, each in stated]
    whole = (sentence(WHOLE), True, appraisal.framework)
    known = [(what, first, each) for what, first, each in (*found, whole) if each]
    told = next((what for what, first, _ in known if first and scores_alone(returns)), None)
    yield from (_score(what, each, told=what == told) for what, _, each in known if each.balanced is not None)
    if known:
        yield sentence(SCORES_APART)


def _score(what: str, found: "Framework", *, told: bool) -> str:
    share = found.positive_share or 0.0
    # The verdict tells the score of what was chosen.
    if share > _SURE:
        firm = text("above 0 however each score is off by one level")
    else:
        firm = text("above 0 in %(share)s of the cases when every score may be one level off", share=percent(share))
    if told:
        return text("Its score is %(firm)s.", firm=firm)
    return f"{by_scores(what, found.balanced or 0.0)}; {firm}."
