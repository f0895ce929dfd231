"""Success above the base rate.

Asks:    Is the chance that it works one that ideas of its kind have had?
Why:     Most good ideas do not work. Of those tested in online experiments about a third improved the metric they were
         built for, on mature products 8 to 15 of 100 (Ron Kohavi and others on experiments at Microsoft, Bing and
         Airbnb, as summarised in interviews). "Projects might fail", says Vectice, "How to Use OKRs and KPIs for
         Machine Learning", of machine learning in particular; a gain without a chance says that this one cannot.
Reads:   `options[].gains[].p`, `.value` and `.inputs` of the chosen option (of all options but do-nothing while none is
         chosen), `options[].kind`, `reference_class.benefit` and `team_record` of the policy. Asked of proposed and
         accepted decisions of stakes level 1 and 2 that are neither delivered, reverted nor replaced. With a class
         named, a chance is in question above the 90th percentile of the class, updated by the team's own record (0.58
         for `online-experiments` and no record). Gains without a chance count as certain where a class is named, and
         where the option is of the kind `ml`; they are in question when they are more than half of what all gains bring
         if they come. A gain of 0 claims nothing, and one whose 90 % interval reaches 0 holds its failure already.
         Evidence of the kinds `experiment`, `pilot` or `prototype` for the chance or the amount silences it. Evidence
         of a day to come does not count.
Answer:  Lower `p` to what ideas of this kind have had, or test first and name the experiment beside the chance or the
         amount: `{value: 0.9, evidence: experiment}`. A `gain` in one amount becomes a line of `gains`, with its `p`.
"""

from collections.abc import Iterator

from roi_plugin.economics.beta import Beta
from roi_plugin.economics.class_record import base_rate
from roi_plugin.economics.distributions import percentile
from roi_plugin.economics.returns import kind_of
from roi_plugin.economics.wording import number, percent
from roi_plugin.model.decision import Decision
from roi_plugin.model.estimate import Estimate
from roi_plugin.model.finding import Severity
from roi_plugin.rules.chances import Claim, claims_of
from roi_plugin.rules.lines import gain_lines, options_in_question
from roi_plugin.rules.long_forms import gain_as_line, with_evidence
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done
from roi_plugin.rules.trials import trials

HIGH = 0.9
"""The chance that nine of ten ideas of a class stay below."""

USUAL = "0.2"
"""Where no class is named, a chance from the middle of what has been seen."""
MOST = 0.5
"""The share of the gains that decides whether the option stands on gains without a chance."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each chance above what the class has on record, and once for an option that counts on certainty."""
    rate = base_rate(decision, context.policy)
    asked = [
        (index, option)
        for index, option in options_in_question(decision)
        if option.kind == "ml" or (rate is not None and kind_of(option) != "do-nothing")
    ]
    if not asked or is_done(decision):
        return
    lines = gain_lines(decision)
    for index, option in asked:
        claims = list(claims_of(option, ("options", index), lines, context.returns.options[index]))
        untried = [claim for claim in claims if not trials(claim.gain, decision, context)]
        certain = [claim for claim in untried if claim.gain.p is None]
        if certain and _are_most(certain, claims):
            yield _certain(max(certain, key=lambda claim: claim.brings or 0.0), rate)
        if rate is not None:
            yield from _above(untried, rate)


def _are_most(certain: list[Claim], claims: list[Claim]) -> bool:
    if any(claim.brings is None for claim in claims):
        return all(claim.gain.p is None for claim in claims)
    return sum(claim.brings or 0.0 for claim in certain) > MOST * sum(claim.brings or 0.0 for claim in claims)


def _certain(claim: Claim, rate: Beta | None) -> Concern:
    had = f"{percent(rate.mean)} of such ideas worked" if rate is not None else "8 to 34 of 100 ideas have worked"
    chance, value = f"p: {number(rate.mean) if rate is not None else USUAL}", claim.gain.value
    is_total = claim.field[-1] == "gain" and value is not None
    how = gain_as_line(value, chance) if is_total and value else f"write the chance that it comes, as `{chance}`"
    return Concern(
        field=claim.field,
        message=f"the gain `{claim.gain.id}` is counted as if it were certain to come, where {had}",
        help=f"{how}, or test first and name the experiment beside the amount{_tried(value)}",
    )


def _above(claims: list[Claim], rate: Beta) -> Iterator[Concern]:
    for claim in claims:
        gain = claim.gain
        chance = percentile(gain.p.quantity, 0.5) if gain.p is not None else None
        if chance is None or chance <= rate.mean:
            continue
        most = rate.percentile(HIGH)
        if chance > most:
            had = f"{percent(rate.mean)} of such ideas worked and nine of ten had less than {percent(most)}"
            lower = "lower `p` to what ideas of this kind have had, or test first and name the experiment"
            yield Concern(
                field=claim.field,
                message=f"`{gain.id}` comes with a chance of {percent(chance)}, where {had}",
                help=lower + _tried(gain.p),
            )


def _tried(estimate: Estimate | None) -> str:
    return f": {with_evidence(estimate, 'experiment')}" if estimate is not None else ""


RULE = Rule(
    name="success-above-base-rate",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="lower `p` to what ideas of this kind have had, or test first and name the experiment in its own `evidence`",
    check=check,
    page=__doc__,
)
