"""Why a figure cannot be computed, and what has to be known of one, in the language spoken.

Both are kept in English, and said again by their form. What is wrong with a record is told by findings, in English;
such a reason stays as it is.
"""

import re
from collections.abc import Iterator
from functools import cache

from roi_plugin.language import counted, noted, sentence

NOT_KNOWN = noted("gain or cost is not known")

FORMS = (
    noted("every amount is a single number, and how far it may be off is not stated"),
    noted("neither a gain nor a cost is given"),
    noted("no gain is given"),
    noted("no cost is given"),
    noted("no gain is given: the options compare by cost"),
    noted("no gain is given, only risks"),
    noted("no cost is given, only risks"),
    noted("no cost"),
    noted("its numbers are too large to compute with"),
    noted("it has no amount"),
    noted("not valued"),
    noted("it lies behind the horizon"),
    noted("nothing could be computed"),
    noted("it cannot be computed"),
    noted("there is no other option to compare with"),
    noted("no option is chosen"),
    noted("only scores are given"),
    noted("it has no scores"),
    noted("it weighs costs only"),
    noted("its numbers were invented to show the method"),
    noted("no decision with a net present value"),
    noted("its net present value is not known"),
    noted("nobody knows how long it takes: add a cost line with `time`, in person-weeks"),
    noted("the costs may come close to zero, and a ratio to them would say little"),
    noted("what it costs more may come close to zero, and a ratio to it would say little"),
    noted("the only costs are risks that may not happen"),
    noted("nothing is paid, so nothing has to come back"),
    noted("it is not paid back within %(time)s"),
    noted("money comes in before it goes out, so no rate of return is earned on it"),
    noted("the signs of the flows change twice, so several rates may fit"),
    noted("the signs of the flows change %(count)s times, so several rates may fit"),
    noted("it lies above 100 000 %% a year: the money is back at once"),
    noted("it lies near -100 %% a year: almost nothing comes back"),
    noted("at no time more comes back than is paid, so no rate of return is earned on it"),
    noted("at no time more is paid than comes back, so no rate of return is earned on it"),
    noted("nothing comes back"),
    noted("nothing is paid"),
    noted("no money flows"),
    noted("no gain flows over time"),
    noted("no gain is given that could be late"),
    noted("it delays gains, and none is valued here: add `impact`, in money"),
    noted("no option does nothing, and no baseline is named"),
    noted("there is no option to compare with: add one that does nothing, or name the baseline"),
    noted("it is the option that all others are compared with"),
    noted("it is the option that the others are compared with"),
    noted("not every decision tells what it is compared with"),
    noted("the result does not depend on it"),
    noted("it is multiplied by itself, so several values might do it"),
    noted("several values do it"),
    noted("no value does it"),
    noted("no value between %(low)s and %(high)s does it"),
    noted("from %(value)s on it makes no more difference"),
    noted("it would have to be %(value)s, below 0"),
    noted("it would have to be %(value)s, more than 100 %%"),
    noted("no gain depends on success"),
    noted("it pays without success"),
    noted("not even certain success would pay for it"),
    noted("no reference class is named: add `reference_class` with a `cost` or a `benefit`"),
    noted("there are no two options whose net value is known"),
    noted("what it tests is certain, moves no money, or moves less than eight other events do"),
    noted("the test names no cost"),
    noted("time is not priced: give `economics.person_week`, in the record or the policy"),
    noted("no working time is given that is spent once"),
    noted("it divides by a sum, so its mean has no closed form"),
    noted("it divides by a number that may be zero: its range comes too close"),
    noted("it is worked out in the amount"),
    noted("the guardrail has no limit"),
    noted("the text of then is no record by the schema of today"),
    noted("the number of units is fixed: no more of them come"),
    noted("no units come"),
    noted("how many units there are is not given: add `sample.units`"),
    noted("no day is set until which it is measured"),
    noted("the smallest change worth seeing is not given: add `mde`"),
    noted("where the metric stands today is not given: add `baseline`"),
    noted("in which share of the pairs the answers differ is not given: add `sample.discordant`"),
    noted("not even the largest change that can be would be seen"),
    noted("the size of the test set is not known: add `sample`"),
    noted("a model without faults would earn no more than the baseline"),
    noted("not scored: %(factors)s"),
    noted("same as %(line)s"),
    noted("not priced: it has neither probability nor impact"),
    noted("on average it dominates `%(other)s`: it gains no less and costs no more"),
    noted("on average `%(other)s` dominates it: it gains more at the same cost"),
    noted("The interval holds the ranges of %(held)s, beside the error of the test sets."),
    noted("Counted by their means: %(means)s. The interval does not hold their ranges."),
    noted("The paired table holds a part of the answers only, so the two test sets count as independent."),
    noted(
        "The interval takes the two test sets as independent. If model and baseline answered the same cases, "
        "give `paired`: the interval is then narrower."
    ),
    noted(
        "Positives are %(share)s of the model's test set and %(other)s of the baseline's: give the `prevalence` of "
        "production, so that both are counted alike."
    ),
    noted("The model says yes from %(from)s on; if its scores are true probabilities, %(best)s would earn most."),
    noted("more than %(most)s uncertain inputs: %(names)s move least and stand at their means"),
    noted("more than %(most)s events: %(names)s move least and are sampled, not enumerated"),
    noted("more events than the points hold: %(names)s move least and count as probability times amount"),
    noted("the correlation of `%(one)s` and `%(other)s` has no effect: `%(input)s` is not one uncertain number"),
    noted(
        "the NPV of `%(option)s` is %(exact)s by its formula but %(mean)s on the points, more than %(far)s standard "
        "errors (%(error)s) apart: its regret, EVPI and percentiles may be off"
    ),
)
"""What reasons look like; those that a record without faults can give."""
_AROUND = (
    noted("%(reason)s for `%(option)s`"),
    noted("%(reason)s (`%(option)s`)"),
    noted("`%(option)s` is left out of the comparison: %(reason)s"),
    noted("`%(line)s`: %(reason)s (and %(count)s more, see `roi check`)"),
    noted("`%(line)s`: %(reason)s"),
)
"""Forms that hold another reason."""
_AFTER = "; "
_MONTHS = re.compile(r"(\S+) months?")


def reason_words(reason: str | None) -> str:
    """The reason in the language spoken; one that has no form here stays as it is; nothing for none."""
    whole = _said(reason or "")
    return whole if whole != reason else _AFTER.join(_said(part) for part in whole.split(_AFTER))


def _said(reason: str) -> str:
    if sentence(NOT_KNOWN) == NOT_KNOWN:
        # English is spoken, or a language that nobody wrote.
        return reason
    for form, pattern in _patterns():
        found = pattern.fullmatch(reason)
        if found:
            return sentence(form) % dict(_values(found.groupdict()))
    return reason


def _values(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in found.items():
        span = _MONTHS.fullmatch(value)
        if name == "reason":
            yield name, _said(value)
        elif span:
            yield name, counted("%(num)s month", "%(num)s months", 1 if span[1] == "1" else 2, num=span[1])
        else:
            yield name, value


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form, _pattern(form)) for form in (*FORMS, *_AROUND))


def _pattern(form: str) -> re.Pattern[str]:
    """What a form looks like with its values put in."""
    pieces = re.split(r"%\((\w+)\)s", form.replace("%%", "%"))
    return re.compile("".join(f"(?P<{piece}>.+)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces)))
