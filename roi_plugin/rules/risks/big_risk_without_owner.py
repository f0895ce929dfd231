"""Big risk without owner.

Asks:    Whose task is it that the big risk does not happen?
Why:     A list of risks changes nothing by itself. The first column of Cost in the talk "Making Smart Investments"
         (Katerina Iliakopoulou) is to identify constraints and uncertainties; a risk that makes a good part of what an
         option is expected to cost is worth a name beside it.
Reads:   `options[].risks[]` of the chosen option with `.p`, `.impact`, `.owner` and `.mitigation`, `owner` of the
         decision, and `big_risk_share` of the policy. Asked of proposed and accepted decisions of stakes level 1 and 2,
         until they are delivered, reverted or replaced. A risk is big when probability times impact makes that share of
         the option's expected cost, risks included; where either cannot be computed, nothing is asked. A mitigation is
         enough where the decision has an owner, who then sees to it.
Answer:  Write who watches the risk in `owner`, or what is done against it in `mitigation`.
"""

from collections.abc import Iterator

from roi_plugin.economics.wording import money, percent
from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.model.option import Risk
from roi_plugin.rules.lines import chosen_options
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_done


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each big risk of the chosen option that nobody answers for."""
    for index, option in chosen_options(decision):
        if not option.risks or is_done(decision):
            continue
        returns = context.returns.options[index]
        lines = [line for line in returns.lines if line.side == "risk"]
        for at, (risk, line) in enumerate(zip(option.risks, lines, strict=False)):
            share = (line.mean or 0.0) / returns.cost.mean if returns.cost.mean else 0.0
            if 0 < share >= context.policy.limits.big_risk_share and not _is_owned(risk, decision):
                amount = f"{money(line.mean or 0.0, context.returns.currency)}, {percent(share)} of the expected cost"
                yield Concern(
                    field=("options", index, "risks", at, "owner"),
                    message=f"`{risk.id}` is expected to cost {amount}, and nobody is named who acts on it",
                )


def _is_owned(risk: Risk, decision: Decision) -> bool:
    return says(risk.owner) or (says(risk.mitigation) and says(decision.owner))


RULE = Rule(
    name="big-risk-without-owner",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="write who watches it in `owner`, or what is done against it in `mitigation`",
    check=check,
    page=__doc__,
)
