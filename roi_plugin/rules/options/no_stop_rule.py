"""No stop rule.

Asks:    At which result, and on which day, would this be stopped?
Why:     Work that may fail is easy to begin and hard to end: whoever has put months into it wants one more try. Ulysse
         Bottello, "How to get instant buy-in from your org?": "If your accuracy is still below the baseline, kill it
         for now." What was agreed on before the work counts more than what is felt in the middle of it.
Reads:   `options[].gains[].p` of the chosen option, `kill_if`, and `reviews[].outcome`. Asked of proposed and accepted
         decisions of stakes level 1 and 2. A gain of 0 claims nothing and is not asked, and a decision whose latest
         review by today kept it has passed its test.
Answer:  Write in `kill_if` a metric, a threshold and a date (`{metric: booking_rate, threshold: below 5.1%, by:
         2026-09-01}`), or a sentence that says as much.
"""

from collections.abc import Iterator

from roi_plugin.economics.wording import chance, money
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Gain, Option
from roi_plugin.model.quantity import Point
from roi_plugin.rules.lines import LineTable, chosen_options, gain_lines, original
from roi_plugin.rules.past import held_reviews
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned once, at the first gain that may fail to come."""
    if any(stop.says_when for stop in decision.kill_if) or _was_kept(decision, context):
        return
    lines: LineTable[Gain] | None = None
    for index, option in chosen_options(decision):
        lines = lines or gain_lines(decision)
        unsure = next(_unsure(option, lines), None)
        if unsure is not None:
            gain, p = unsure
            cost = context.returns.options[index].cost.mean
            stake = f", {money(cost, context.returns.currency)} are at stake" if cost else ""
            message = f"the gain `{gain}` comes with a chance of {_chance(p)}{stake}, and nothing says when to stop"
            yield Concern(field=("kill_if",), message=message)
            return


def _was_kept(decision: Decision, context: Context) -> bool:
    held = held_reviews(decision, context)
    return bool(held) and held[-1][1].outcome == "kept"


def _unsure(option: Option, lines: LineTable[Gain]) -> Iterator[tuple[str, Estimate]]:
    for line in option.gains:
        meant = original(line, option.id, lines)
        p = line.p or (meant.p if meant is not None else None)
        if p is not None and not _is_certain(p) and not _is_nothing(meant):
            yield line.id, p


def _is_certain(p: Estimate) -> bool:
    return isinstance(p.quantity, Point) and p.quantity.value >= 1


def _is_nothing(gain: Gain | None) -> bool:
    value = gain.value.quantity if gain is not None and gain.value is not None else None
    return isinstance(value, Point) and value.value == 0


def _chance(p: Estimate) -> str:
    return chance(p.quantity.value) if isinstance(p.quantity, Point) else f"`{p.text}`"


RULE = Rule(
    name="no-stop-rule",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="write in `kill_if` a metric, a threshold and a date, or a sentence that says as much",
    check=check,
    page=__doc__,
)
