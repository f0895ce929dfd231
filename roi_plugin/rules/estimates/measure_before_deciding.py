"""Measure before deciding.

Asks:    Would a test now cost far less than deciding blind?
Why:     What is unknown has a price before the choice and none after it. Douglas Hubbard, "How to Measure Anything",
         measures first whatever is worth most to know; the notes on "Designing Machine Learning Systems" ask "Can we
         run an experiment to prove value?".
Reads:   `options[].tests[]`, the worth of knowing each number (EVPPI) and everything (EVPI), the median cost of the
         chosen option (of the dearest while none is chosen, or where it costs nothing), `evidence[].kind`, and
         `test_cost_multiple` and `evpi_share` of the policy. Asked of proposals of stakes level 1 and 2: once accepted,
         it is decided. A test is in question when what it tells about (the line in `of`; without it, whatever is worth
         most) is worth more than `test_cost_multiple` times its cost; without such a test, the proposal is when knowing
         everything is worth more than `evpi_share` of the cost. Evidence of a day to come does not count.
Answer:  Run the test, list its result in `evidence` with the kind `experiment`, `pilot` or `prototype`, and correct the
         numbers by it. Where nothing can be tested, accept this rule in `waivers` with that reason.
"""

from collections.abc import Iterator

from roi_plugin.economics.cost_of_test import cost_of_test
from roi_plugin.economics.key_figures import InputWorth
from roi_plugin.economics.terms import terms_of
from roi_plugin.economics.wording import money, percent
from roi_plugin.model.decision import Decision, Status
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.named_evidence import TRIED, evidence_by
from roi_plugin.model.option import PlannedTest
from roi_plugin.rules.drivers import share_of_knowing
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.rule import Concern, Context, Rule

UNDECIDED = frozenset({Status.PROPOSED})


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each test that is cheap for what it tells; else once, when knowing more is worth much."""
    ranked = context.figures.evppi
    if not ranked or ranked[0].value <= 0:
        return
    if any(entry.kind in TRIED for entry in evidence_by(decision, context.today)):
        return
    found = list(_cheap_tests(decision, context))
    if found:
        yield from found
        return
    share = share_of_knowing(decision, context)
    if share > context.policy.limits.evpi_share:
        worth, most = (money(each, context.returns.currency) for each in (context.figures.evpi or 0, ranked[0].value))
        yield Concern(
            field=("options", options_in_question(decision)[0][0], "tests"),
            message=(
                f"knowing more before the choice is worth up to {worth}, {percent(share)} of what it costs; "
                f"begin with `{ranked[0].input}` (up to {most})"
            ),
            help="plan a test in `tests` and run it, or waive this rule where nothing can be tested",
        )


def _cheap_tests(decision: Decision, context: Context) -> Iterator[Concern]:
    for index, option in enumerate(decision.options):
        for at, test in enumerate(option.tests):
            told = _told(test, option.id, context.figures.evppi)
            cost = cost_of_test(test, option.id, decision, terms_of(decision, context.policy)).value
            if told is None or cost is None or told.value <= context.policy.limits.test_cost_multiple * cost:
                continue
            field: FieldPath = ("options", index, "tests", at)
            worth, price = money(told.value, context.returns.currency), money(cost, context.returns.currency)
            yield Concern(
                field=field,
                message=f"to know `{told.input}` before the choice is worth up to {worth}, and this test costs {price}",
            )


def _told(test: PlannedTest, option: str, ranked: tuple[InputWorth, ...]) -> InputWorth | None:
    """The most valuable of what the test tells about."""
    if test.of is None:
        return ranked[0]
    heads = {test.of, f"{option}.{test.of}"}
    return next((each for each in ranked if each.input in heads or each.input.rpartition(".")[0] in heads), None)


RULE = Rule(
    name="measure-before-deciding",
    severity=Severity.INFO,
    level=1,
    asked_of=UNDECIDED,
    mend="run the test, list its result in `evidence`, and correct the numbers by it",
    check=check,
    page=__doc__,
)
