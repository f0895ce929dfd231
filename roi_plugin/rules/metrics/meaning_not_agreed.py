"""Meaning not agreed.

Asks:    Do those who decide and those who build mean the same by the metric?
Why:     "When engineer reports 99% accuracy on holdout set business leaders tend to interpret this number as accuracy
         on production at any given moment. Or F1 score is casually interpreted as accuracy" (the guide "Goals and
         metrics", section 1.3). One line that says what is counted, or somebody outside the team who has signed for it,
         ends that before it begins.
Reads:   `metrics[].definition` and `.trusted_by` of the metrics by which success is judged: those of the role
         `primary`, that of the goal, and those in which a gain shows; `owner` and `area`. Asked of proposed and
         accepted decisions of stakes level 2 that are neither reverted nor replaced. Either of the two is an answer.
         What a gain of 0 shows in is not asked, nor is a metric that `metrics` does not describe.
Answer:  Write in `definition` what is counted, of whom and when, or in `trusted_by` who outside the team has agreed.
"""

from collections.abc import Iterator

from roi_plugin.model.blank_texts import says
from roi_plugin.model.decision import Decision
from roi_plugin.model.finding import Severity
from roi_plugin.rules.claims import success_metrics
from roi_plugin.rules.own_team import is_own_team
from roi_plugin.rules.rule import OPEN, Concern, Context, Rule
from roi_plugin.rules.stages import is_reverted


def check(decision: Decision, _context: Context) -> Iterator[Concern]:
    """Concerned for each metric of success that is neither defined nor agreed to."""
    for index, metric in success_metrics(decision):
        trusting = [name for name in metric.trusted_by if says(name)]
        if says(metric.definition) or any(not is_own_team(name, decision) for name in trusting):
            continue
        if not is_reverted(decision):
            agreed = "nobody outside the team has agreed to it"
            if trusting:
                agreed = f"only {' and '.join(f'`{name}`' for name in trusting)}, of the team, agreed to it"
            yield Concern(
                field=("metrics", index, "definition"),
                message=f"nothing says what `{metric.id}` counts, and {agreed}: every reader may take it for another",
            )


RULE = Rule(
    name="meaning-not-agreed",
    severity=Severity.INFO,
    level=2,
    asked_of=OPEN,
    mend="write in `definition` what is counted, of whom and when, or in `trusted_by` who outside the team has agreed",
    check=check,
    page=__doc__,
)
