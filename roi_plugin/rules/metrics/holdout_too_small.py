"""Hold-out too small.

Asks:    Is the test set large enough for the lead that is claimed from it?
Why:     A share measured on few cases is blurred. On 100 cases of which a model gets 90 right, the true share lies
         anywhere between 83 and 94 of 100: "holdout made of 100 datapoints can't measure 1% metrics change with any
         reasonable confidence" (the guide "Goals and metrics", section 1.3). A lead inside the blur may be none.
Reads:   `options[].model_outcomes` of the chosen option (of each while none is chosen): the share of right answers of
         the model and of its baseline, and the size of the test set. `metrics[]` of a model's test set (accuracy, F1,
         AUC, or a `definition` that speaks of a test set) with a fixed number of `sample.units`, `baseline` and `mde`.
         `significance` of the policy: 0.05 means an interval of 95 %. Asked of proposed and accepted decisions of
         stakes level 1 and 2 that are neither reverted nor replaced. Where both answered the same cases (`paired`, a
         baseline that always answers the same, `sample.discordant`) only the cases in which they differ blur the lead.
         Where the money that the model adds is above 0 for sure, its test set was large enough; and a model that leads
         by nothing is the question of `model-does-not-beat-baseline`.
Answer:  Test on more cases, or run both on the same cases and give `paired`, which needs far fewer.
"""

from collections.abc import Iterator

from roi_plugin.economics.hold_out_claims import HoldOutClaim, claim_of_metric, claim_of_outcomes
from roi_plugin.economics.reasons import NoFigureError
from roi_plugin.economics.wording import exact, number
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import FieldPath, Severity
from roi_plugin.model.model_outcomes import ModelOutcomes
from roi_plugin.rules.lines import options_in_question
from roi_plugin.rules.offline_metrics import is_of_a_test_set
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted

TEST_SETS = ("confusion", "rates", "paired", "matrix")
"""The first that is given counts."""


def check(decision: Decision, context: Context) -> Iterator[Concern]:
    """Concerned for each test set whose interval is wider than the lead claimed from it."""
    for field, what, claim in _claims(decision, context):
        if 0 < claim.delta < claim.half_width and not is_reverted(decision):
            cases = "cases that both answer" if claim.paired else "cases"
            told = f"{number(claim.size)} {cases} tell a share to {_points(claim.half_width)} either way"
            yield Concern(
                field=field, message=f"{told}, and {what} {_points(claim.delta)}: {_needed(claim)} would tell that"
            )


def _claims(decision: Decision, context: Context) -> Iterator[tuple[FieldPath, str, HoldOutClaim]]:
    significance = context.policy.limits.significance
    for index, option in options_in_question(decision):
        outcomes, figures = option.model_outcomes, context.figures.options[index].outcome
        if outcomes is None or (figures is not None and (figures.delta_low or 0.0) > 0):
            continue
        try:
            claim = claim_of_outcomes(outcomes, significance)
        except NoFigureError:
            continue
        yield ("options", index, "model_outcomes", _stated(outcomes)), "the model leads its baseline by", claim
    for index, metric in enumerate(decision.metrics):
        if metric.mde is None or not is_of_a_test_set(metric, decision):
            continue
        try:
            claim = claim_of_metric(metric, significance)
        except NoFigureError:
            continue
        yield ("metrics", index, "sample", "units"), f"`{metric.id}` is to move by", claim


def _stated(outcomes: ModelOutcomes) -> str:
    """The field in which the test set stands."""
    return next(name for name in TEST_SETS if getattr(outcomes, name))


def _needed(claim: HoldOutClaim) -> str:
    try:
        return exact(claim.needed)
    except NoFigureError:
        return "no number of them"


def _points(share: float) -> str:
    points = number(share * 100)
    return f"{points} point{'' if points == '1' else 's'}"


RULE = Rule(
    name="holdout-too-small",
    severity=Severity.WARNING,
    level=1,
    asked_of=OPEN,
    mend="test on more cases, or run both on the same cases and give `paired`",
    check=check,
    page=__doc__,
)
